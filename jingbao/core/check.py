"""Brief, Readings -> Flags: what the English says without support, and what the development does not state.

The check trusts no writer: it compares the English with the quotations cited, and the quotations with the readings.
Blocking flags keep a Brief out of every issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from jingbao.core.catalog.entries import Catalog
from jingbao.core.figures import (
    Day,
    chinese_days,
    chinese_numbers,
    english_days,
    english_numbers,
    mixed_words,
)
from jingbao.core.values import Brief, Citation, Count, Fact, Flag, Reading, Sentence, Severity, Status, Target

STATUSES: tuple[Status, ...] = get_args(Status)
FINAL = frozenset(
    {"issued", "trial", "list", "enforcement", "case_release", "campaign", "report", "statement", "approved"}
)

# Verbs that claim something of a page's status, and the statuses they are true of. A draft, a call or a consultation
# is never issued, released, approved or selected.
CLAIMS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"\bissued\b", FINAL),
    (r"\breleased\b", FINAL | {"event"}),
    (r"\b(?:promulgated|enacted|adopted|brought into force)\b", frozenset({"issued", "trial", "approved"})),
    (r"\b(?:approved|granted|licensed)\b", frozenset({"approved"})),
    (r"\b(?:selected|named|designated|shortlisted)\b", frozenset({"list", "approved", "enforcement", "case_release"})),
    (r"(?<!\ba )\b(?:proposed|sought (?:public )?comments?|consulted on)\b", frozenset({"draft_for_comment"})),
    (r"\b(?:invited applications|called for (?:applications|submissions|cases))\b", frozenset({"open_call"})),
)
_CLAIMS = tuple((re.compile(pattern, re.IGNORECASE), statuses) for pattern, statuses in CLAIMS)

# Levels of bodies that are part of another, which is named in English.
OFFICES = ("ministry-office", "ministry-bureau")
# Statuses of pages that announce no instrument of their own.
WITHOUT_INSTRUMENT = frozenset(
    {"event", "statement", "report", "enforcement", "case_release", "campaign", "list", "approved", "open_call"}
)


def check(brief: Brief, readings: tuple[Reading, ...], catalog: Catalog) -> tuple[Flag, ...]:
    """Flags on one Brief; readings: of its development, in any order."""
    facts = {(r.page, f.name, f.span.part, f.span.start, f.span.end): f for r in readings for f in r.facts}
    flags: list[Flag] = []
    for sentence in (brief.headline, *brief.sentences):
        flags += _check_sentence(sentence, brief, facts, catalog)
    flags += _missing(brief, readings)
    return tuple(dict.fromkeys(flags))


Facts = dict[tuple[str, str, str, int, int], Fact]


def _check_sentence(sentence: Sentence, brief: Brief, facts: Facts, catalog: Catalog) -> Iterator[Flag]:
    def flag(code: str, cause: str, todo: str, severity: Severity = "blocking") -> Flag:
        return Flag(code, brief.url, f"{cause}: {sentence.text}", todo, severity)

    if sentence.kind == "comment":
        if not sentence.author or sentence.citations:
            yield flag("comment", "a comment needs an author and no citation", "Name the lawyer whose view it is.")
    elif not sentence.citations:
        yield flag("uncited", "the sentence rests on no quotation", "Cite the facts it rests on, or take it out.")
    cited = [_fact(citation, facts) for citation in sentence.citations]
    for citation, fact in zip(sentence.citations, cited, strict=True):
        if fact is None:
            yield flag("unknown-quotation", f"no reading holds {citation.quote!r}", "Cite a fact that was read.")
    support = [fact for fact in cited if fact is not None]
    for text in filter(None, (sentence.text, sentence.after)):
        for day in sorted(english_days(text) - _supported_days(text, support)):
            yield flag("unsupported-date", f"no quotation gives {_print_day(day)}", "Correct the date.")
        for number in sorted(english_numbers(text) - _supported_numbers(support)):
            yield flag("unsupported-number", f"no quotation gives {number:g}", "Correct the number.")
        quotes = " ".join(fact.quote for fact in support).lower()
        for word in sorted(word for word in mixed_words(text) if word not in quotes):
            yield flag("unsupported-name", f"no quotation holds {word!r}", "Correct the name.")
        for pattern, statuses in _CLAIMS:
            claim = pattern.search(text)
            if claim and brief.status not in statuses:
                cause = f"{claim.group()!r} is not true of a page that is {brief.status}"
                yield flag("verb", cause, "Use a verb that is true of the status.")
        for name in _unsupported_bodies(text, support, catalog):
            yield flag("unsupported-body", f"{name} is not among the bodies cited", "Correct the body.")
        if re.search(r"[㐀-鿿]", text):
            yield flag("chinese-left", "Chinese is left in the English", "Translate it.", "warning")


def _fact(citation: Citation, facts: Facts) -> Fact | None:
    """The fact that a citation quotes, or quotes with the clause around it."""
    span = citation.span
    exact = facts.get((citation.page, citation.fact, span.part, span.start, span.end))
    if exact is not None:
        return exact if exact.quote == citation.quote else None
    for (page, name, part, start, end), fact in facts.items():
        inside = span.start <= start and end <= span.end == span.start + len(citation.quote)
        same = (page, name, part) == (citation.page, citation.fact, span.part)
        if same and inside and citation.quote[start - span.start : end - span.start] == fact.quote:
            return fact
    return None


def _print_day(day: Day) -> str:
    return "-".join(f"{n:02}" for n in day if n)


def _supported_days(text: str, support: list[Fact]) -> set[Day]:
    """The days of `text` that a quotation gives, whole or in the parts that are stated."""
    stated: set[Day] = set()
    for fact in support:
        days = chinese_days(fact.quote)
        stated |= days
        if isinstance(fact.value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", fact.value):
            year, month, day = (int(part) for part in fact.value.split("-"))
            # A counted day (30日内) or one without its year stands in no quotation: the reader's value is the proof.
            if fact.derived_from or not any(y and d for y, _, d in days):
                stated.add((year, month, day))
    return {day for day in english_days(text) if any(_agree(day, other) for other in stated)}


def _agree(said: Day, stated: Day) -> bool:
    """Whether what is said is stated: nothing said may be missing or different, but a year may be left out."""
    return said[1] == stated[1] and (not said[2] or said[2] == stated[2]) and (not said[0] or said[0] == stated[0])


def _supported_numbers(support: list[Fact]) -> set[float]:
    """Numbers of the quotations, and of the bodies cited: seventeen issuers are one and 16 others."""
    numbers: set[float] = set()
    issuers = {fact.value for fact in support if fact.name == "issuer"}
    if len(issuers) > 1:
        numbers |= {float(len(issuers)), float(len(issuers) - 1)}
    for fact in support:
        numbers |= chinese_numbers(fact.quote)
        match fact.value:
            case int() if fact.name == "issuer_count":
                numbers |= {float(fact.value), float(fact.value - 1)}
            case Count() | Target() if fact.derived_from:
                numbers.add(float(fact.value.number if isinstance(fact.value, Count) else fact.value.value))
    return numbers


@lru_cache(maxsize=4)
def _names(fingerprint: str, pairs: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    names = sorted({name for name, _ in pairs}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")


def english_names(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """(English name or abbreviation, Chinese name) of every body."""
    pairs = [(n, body.zh) for body in catalog.issuers.values() for n in (body.en, body.abbreviation) if n]
    return tuple(sorted(set(pairs)))


def _unsupported_bodies(text: str, support: list[Fact], catalog: Catalog) -> list[str]:
    """Bodies named in `text` that are not issuers cited, their parents, or named in a quotation cited."""
    pairs = english_names(catalog)
    if not pairs:
        return []
    allowed: set[str] = set()
    quotes = " ".join(fact.quote for fact in support)
    for fact in support:
        if fact.name in ("issuer", "forwarder"):
            allowed |= lineage(str(fact.value), catalog)
    bearers: dict[str, list[str]] = {}
    for name, zh in pairs:
        bearers.setdefault(name, []).append(zh)
    found = dict.fromkeys(_names(catalog.fingerprint, pairs).findall(text))
    return [name for name in found if not any(zh in allowed or _spoken_of(zh, quotes, catalog) for zh in bearers[name])]


def lineage(zh: str, catalog: Catalog) -> set[str]:
    """A body, and the body for which it speaks where it is an internal office or bureau."""
    found: set[str] = set()
    while zh and zh not in found:
        found.add(zh)
        body = catalog.issuers.get(zh)
        zh = body.parent if body is not None and body.level in OFFICES else ""
    return found


def _spoken_of(zh: str, quotes: str, catalog: Catalog) -> bool:
    return any(form and form in quotes for form in (zh, *catalog.issuers[zh].short_forms))


def _missing(brief: Brief, readings: tuple[Reading, ...]) -> Iterator[Flag]:
    """What every development needs: issuer, instrument, status, date, link."""
    cited = next((reading for reading in readings if reading.page == brief.page), None)
    wanted = (
        ("missing-issuer", bool(brief.issuers) or brief.status == "event", "blocking", "who issued it"),
        ("missing-instrument", _has_instrument(brief, readings), "note", "the name of the instrument"),
        ("missing-status", brief.status in STATUSES, "blocking", "what the page does"),
        ("missing-date", cited is not None and cited.first("published") is not None, "warning", "the day of posting"),
        ("missing-link", bool(brief.url), "blocking", "the address of the page"),
    )
    for code, there, severity, what in wanted:
        if not there:
            yield Flag(code, brief.url, f"no page states {what}", "Read it from the page by hand.", severity)  # type: ignore[arg-type]


def _has_instrument(brief: Brief, readings: tuple[Reading, ...]) -> bool:
    return brief.status in WITHOUT_INSTRUMENT or any(reading.first("instrument") for reading in readings)
