"""Writes a Brief from facts by rules and the term base; needs no model; the default and the fallback."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from jingbao.core.draft import Answer, Found, Request
from jingbao.core.values import Flag, Sentence
from jingbao.writers.rules.bodies import Who, speaks_locally, who
from jingbao.writers.rules.english import capital
from jingbao.writers.rules.headline import Said, impersonal, say
from jingbao.writers.rules.lexicon import lexicon
from jingbao.writers.rules.summary import summarise

NAME = "rules"


def write(request: Request) -> Answer:
    """Headline, sentences and mentions for one development; what could not be translated is flagged."""
    issuers = request.all("issuer")
    names = [found.value for found in issuers]
    subject = who(names, _count(request), request.catalog)
    local = speaks_locally(names, request.catalog)
    said = say(request, _place(names, request), local)
    subject, said = _forwarded(request, subject, said)
    basis = _basis(request, said)
    headline = Sentence(_headline(subject, said), tuple(dict.fromkeys(found.cite() for found in basis)))
    summary = summarise(request, subject, said, basis)
    known = lexicon(request.catalog).mentions
    sentences = tuple(_shorten(sentence, known) for sentence in summary.sentences)
    text = " ".join(sentence.text for sentence in (headline, *sentences))
    terms = tuple((short, long) for short, long in known.items() if short in text)
    flags = tuple(
        Flag("untranslated", request.readings[0].url, f"not in the term base: {left}", "Translate it, add the term.")
        for left in dict.fromkeys((*subject.unknown, *said.left))
    )
    return Answer(NAME, headline, sentences, (*subject.mentions, *terms), (*flags, *summary.flags))


def _shorten(sentence: Sentence, known: Mapping[str, str]) -> Sentence:
    """Terms by their short form, in names too: the issue writes the long form where it first mentions them."""
    text = sentence.text
    for short, long in known.items():
        full = long.partition(" (“")[0]
        text = re.sub(rf"\b{re.escape(full)}\b", short, text, flags=re.IGNORECASE)
    return replace(sentence, text=text)


def _forwarded(request: Request, subject: Who, said: Said) -> tuple[Who, Said]:
    """Where the cited page only forwards: 'Guangdong … forwarded the MIIT call for …', never 'Guangdong … called'."""
    forwarder = request.first("forwarder")
    if forwarder is None or not subject.headline or forwarder.value in {f.value for f in request.all("issuer")}:
        return subject, said
    match = re.match(r"(?:called for|(?:issued|released) (?:an? )?(.+?) (on|for|to|concerning)) (.+)", said.text)
    if match is None:
        return subject, said
    thing = f"call for {match[3]}" if match[1] is None else f"{match[1]} {match[2]} {match[3]}"
    text = f"forwarded the {subject.headline} {thing}"
    speaker = who([forwarder.value], 0, request.catalog)
    speaker = replace(speaker, mentions=(*speaker.mentions, *subject.mentions))
    return speaker, replace(said, text=text, full=text, used=(*said.used, forwarder))


def _headline(subject: Who, said: Said) -> str:
    """Subject and predicate; without a subject the thing itself: 'Guidelines on … issued'."""
    if said.subject or subject.headline:
        return f"{capital(said.subject.removeprefix('the ') or subject.headline)} {said.text}"
    return impersonal(said.text)


def _count(request: Request) -> int:
    found = request.first("issuer_count")
    return found.fact.value if found is not None and isinstance(found.fact.value, int) else 0


def _place(names: list[str], request: Request) -> str:
    """The city or province of a local issuer: the headline says it once."""
    body = request.catalog.issuers.get(names[0]) if names else None
    return "" if body is None or body.region == "national" else body.region


def _basis(request: Request, said: Said) -> tuple[Found, ...]:
    """Facts the headline rests on."""
    names = ("title", "issuer", "issuer_count", "status", "instrument", "batch", "period")
    return tuple(dict.fromkeys((*(found for name in names for found in request.all(name)), *said.used)))
