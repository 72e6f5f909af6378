"""Two to five sentences from the facts chosen, each resting on the quotations of the facts it says.

What cannot be said wholly in English is left out and flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jingbao.core.catalog.entries import Catalog
from jingbao.core.draft import Found, Request
from jingbao.core.values import Citation, Count, Flag, Sentence, Target
from jingbao.writers.rules.bodies import Who
from jingbao.writers.rules.clause import Clause
from jingbao.writers.rules.english import capital, day, figure, is_plural, number, participle
from jingbao.writers.rules.headline import Said, impersonal, instrument_of
from jingbao.writers.rules.lexicon import lexicon
from jingbao.writers.rules.phrase import clauses
from jingbao.writers.rules.titles import parse

MOST = 5
ELSEWHEN = ("approved", "event", "campaign")  # what happened on another day than it was posted
TENTATIVE = ("draft_for_comment",)
_UNITS = {"%": "%", "个百分点": " percentage points"}
_MONEY = {"元": 1.0, "万元": 1e4, "亿元": 1e8}
_COUNTED = {"条": "article", "章": "chapter", "件": "case", "起": "case", "批": "batch", "部分": "part"}
_BOUNDS = {">=": "at least ", ">": "more than ", "<=": "no more than ", "<": "less than ", "~": "about ", "=": ""}
_LEAD = re.compile(r"^.{0,4}?(?:为了?|旨在|以)(?:进一步)?(?:深入)?(?:(?:贯彻|落实){1,2}.{2,80}?[，,])?")


@dataclass(frozen=True, slots=True)
class Summary:
    sentences: tuple[Sentence, ...]
    flags: tuple[Flag, ...]


def summarise(request: Request, who: Who, said: Said, basis: tuple[Found, ...]) -> Summary:
    """basis: facts the headline rests on (title, issuers, status and what the predicate used)."""
    flags: list[Flag] = []
    sentences = [_opening(request, who, said, basis)]
    for found in _further(request, said, flags):
        if len(sentences) == MOST:
            break
        if found.text not in {s.text for s in sentences}:
            sentences.append(found)
    return Summary(tuple(sentences), tuple(dict.fromkeys(flags)))


def _further(request: Request, said: Said, flags: list[Flag]) -> Iterator[Sentence]:
    """What follows the opening, the weightiest first."""
    yield from _deadlines(request)
    yield from _purpose(request)
    yield from _targets(request, flags)
    yield from _effect(request)
    yield from _counts(request, said)
    yield from _dated(request, said)


def _cite(*found: Found) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(f.cite() for f in found))


def _opening(request: Request, who: Who, said: Said, basis: tuple[Found, ...]) -> Sentence:
    """'On 26 August 2024 MIIT and SAC published the Guidelines …, dated 22 July 2024.'"""
    posted = request.first("published")
    on = f"On {day(posted.value)} " if posted is not None else ""
    subject = said.subject or who.prose
    signed = request.first("signed")
    dated, used = "", list(basis)
    if posted is not None:
        used.append(posted)
    if (
        signed is not None
        and said.full.startswith("published ")
        and posted is not None
        and signed.value != posted.value
    ):
        dated = f", dated {day(signed.value)}"
        used.append(signed)
    if not subject:
        return Sentence(f"{impersonal(said.full)}{dated}.", _cite(*used))
    if posted is not None and (request.development.status in ELSEWHEN or said.full.startswith("launched ")):
        named = f"the {subject}" if said.subject and not subject.startswith("the ") else subject
        return Sentence(f"{capital(named)} {said.full}, as announced on {day(posted.value)}.", _cite(*used))
    start = f"{on}{subject}" if on else capital(subject)
    return Sentence(f"{start} {said.full}{dated}.", _cite(*used))


def _it(request: Request) -> str:
    """How later sentences speak of the instrument: 'The measures', 'The notice', 'The draft'."""
    if request.development.status == "draft_for_comment":
        return "The draft"
    found = request.catalog.instruments.get(parse(instrument_of(request), request.catalog).kind)
    return f"The {found.en.removeprefix('several ')}" if found is not None else "The document"


def _deadlines(request: Request) -> Iterator[Sentence]:
    for name, before, after in (
        ("comment_deadline", "Comments are due by {}.", "The consultation closed on {}."),
        ("submission_deadline", "Submissions are due by {}.", "Submissions closed on {}."),
    ):
        found = request.first(name)
        if found is not None:
            last = date.fromisoformat(found.value)
            said = day(found.value)
            yield Sentence(before.format(said), _cite(found), turns=last + timedelta(days=1), after=after.format(said))


def _effect(request: Request) -> Iterator[Sentence]:
    if request.development.status in TENTATIVE:
        return
    it = _it(request)
    plural = is_plural(it)
    effective, expires = request.first("effective"), request.first("expires")
    if effective is not None:
        first = date.fromisoformat(effective.value)
        said = day(effective.value)
        until = ""
        used = [effective]
        if expires is not None and expires.value > effective.value:
            until = f" and {'are' if plural else 'is'} valid until {day(expires.value)}"
            used.append(expires)
        yield Sentence(
            f"{it} {'take' if plural else 'takes'} effect on {said}{until}.",
            _cite(*used),
            turns=first,
            after=f"{it} took effect on {said}{until}.",
        )
    elif expires is not None:
        yield Sentence(f"{it} {'are' if plural else 'is'} valid until {day(expires.value)}.", _cite(expires))


def _purpose(request: Request) -> Iterator[Sentence]:
    """'They aim to promote the high-quality development of the IoT industry.'"""
    found = request.first("purpose")
    if found is None:
        return
    text = _LEAD.sub("", found.fact.quote.strip("，,。；; "))
    parts = [p for p in re.split(r"[，,；;]", text) if p and not re.match(r"(?:根据|按照|依据|贯彻|落实|深入贯彻)", p)]
    done = [c for p in parts[:3] for c in clauses(p, lexicon(request.catalog))[:1]]
    told = [c for c in done if c is not None and c.verbs and _readable(c.base)]
    if told:
        it = _it(request)
        aim = "aim" if is_plural(it) else "aims"
        aims = " and ".join(c.base for c in told[:2])
        yield Sentence(f"{it} {aim} to {aims}.", _cite(found))


def _readable(text: str) -> bool:
    return 3 <= len(text.split()) <= 24 and text.count(" of ") <= 3


def _targets(request: Request, flags: list[Flag]) -> Iterator[Sentence]:
    would = request.development.status in TENTATIVE
    for found in request.all("target"):
        target = found.fact.value
        if not isinstance(target, Target):
            continue
        text = _target(target, request.catalog, would)
        if text:
            yield Sentence(text, _cite(found))
        else:
            flags.append(
                Flag(
                    "untranslated",
                    found.url,
                    f"a target is left out of the summary: {found.fact.quote[:80]}",
                    "Write it by hand, or add its words to terms.tsv.",
                    "note",
                )
            )


def _target(target: Target, catalog: Catalog, would: bool) -> str:
    """'By 2025 at least 30 new standards are to be drawn up.'; '' where a word is not known."""
    amount = _amount(target)
    if not amount or not re.fullmatch(r"\d{4}(?:-\d{2}-\d{2})?", target.by):
        return ""
    by = f"By {target.by}" if len(target.by) == 4 else f"By {_by_day(target.by)}"
    found = clauses(
        re.sub(r"(?:达到|超过|突破|不低于|不少于|均|全部|实现|分别|总数|数量)+$", "", target.what), lexicon(catalog)
    )
    if len(found) != 1 or found[0] is None or not _readable(found[0].text + " x x"):
        return ""
    clause = found[0]
    counted = target.unit not in ("%", "个百分点", *_MONEY)
    if clause.verbs and counted and is_plural(clause.text):
        act = participle(clause.verbs[0])
        return f"{by} {amount} {_bare(clause)} {'would be' if would else 'are to be'} {act}."
    if clause.verbs:
        return ""
    if not counted:
        verb = "would reach" if would else ("are to reach" if is_plural(clause.text) else "is to reach")
        return f"{by} {clause.text} {verb} {amount}."
    if not is_plural(clause.text):
        return ""
    return f"{by} there {'would be' if would else 'are to be'} {amount} {_bare(clause)}."


def _bare(clause: Clause) -> str:
    return " ".join(part for part in (clause.text.removeprefix("the "), clause.tail) if part)


def _by_day(iso: str) -> str:
    return f"the end of {iso[:4]}" if iso.endswith("-12-31") else day(iso)


def _amount(target: Target) -> str:
    bound = _BOUNDS.get(target.comparator, "")
    if target.unit in _MONEY:
        return f"{bound}RMB {figure(target.value * _MONEY[target.unit])}"
    if target.unit in _UNITS:
        return f"{bound}{figure(target.value)}{_UNITS[target.unit]}"
    scale = {"万": 1e4, "亿": 1e8}.get(target.unit[:1], 1.0)
    return f"{bound}{number(target.value * scale)}"


def _counts(request: Request, said: Said) -> Iterator[Sentence]:
    """'The measures have seven chapters and 66 articles.'"""
    articles: list[tuple[str, Found]] = []
    for found in request.all("count"):
        value = found.fact.value
        if not isinstance(value, Count) or value.unit not in ("条", "章") or not value.exact or found in said.used:
            continue
        word = _COUNTED[value.unit]
        articles.append((f"{number(value.number)} {word}{'' if value.number == 1 else 's'}", found))
    if articles:
        it = _it(request)
        parts = " and ".join(text for text, _ in articles[:2])
        yield Sentence(f"{it} {'have' if is_plural(it) else 'has'} {parts}.", _cite(*(f for _, f in articles[:2])))


def _dated(request: Request, said: Said) -> Iterator[Sentence]:
    """The signing day on its own, where the opening could not carry it."""
    signed, posted = request.first("signed"), request.first("published")
    if signed is None or (posted is not None and posted.value == signed.value) or said.full.startswith("published "):
        return
    if request.development.status in ("event", "statement", "report"):
        return
    it = _it(request)
    yield Sentence(f"{it} {'are' if is_plural(it) else 'is'} dated {day(signed.value)}.", _cite(signed))
