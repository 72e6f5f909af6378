"""Writes a Brief from facts by rules and the term base; needs no model; the default and the fallback."""

from __future__ import annotations

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
    basis = _basis(request, said)
    headline = Sentence(_headline(subject, said), tuple(dict.fromkeys(found.cite() for found in basis)))
    summary = summarise(request, subject, said, basis)
    text = " ".join(sentence.text for sentence in summary.sentences)
    terms = tuple((short, long) for short, long in lexicon(request.catalog).mentions.items() if short in text)
    flags = tuple(
        Flag("untranslated", request.readings[0].url, f"not in the term base: {left}", "Translate it, add the term.")
        for left in dict.fromkeys((*subject.unknown, *said.left))
    )
    return Answer(NAME, headline, summary.sentences, (*subject.mentions, *terms), (*flags, *summary.flags))


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
