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
from jingbao.core.values import Channel, Citation, Count, Flag, Role, Sentence, Target
from jingbao.writers.rules.bodies import Who
from jingbao.writers.rules.clause import Clause
from jingbao.writers.rules.english import capital, day, figure, is_plural, join, number, participle
from jingbao.writers.rules.headline import Said, impersonal, instrument_of
from jingbao.writers.rules.lexicon import lexicon, squash
from jingbao.writers.rules.phrase import clauses
from jingbao.writers.rules.titles import parse
from jingbao.writers.rules.verbs import sure

MOST = 5
ELSEWHEN = ("approved", "event", "campaign")  # what happened on another day than it was posted
_REPORTED: dict[Role, str] = {
    "official": "announced",
    "copy": "reposted",
    "interpretation": "explained",
    "press": "reported",
    "untrusted": "reported",
}
TENTATIVE = ("draft_for_comment",)
_UNITS = {"%": "%", "个百分点": " percentage points"}
_MONEY = {"元": 1.0, "万元": 1e4, "亿元": 1e8}
_WAYS = {"email": "by e-mail", "post": "by post", "fax": "by fax", "web": "online"}
_COUNTED = {"章": "chapter", "条": "article"}
_BOUNDS = {">=": "at least ", ">": "more than ", "<=": "no more than ", "<": "less than ", "~": "about ", "=": ""}
_LEAD = re.compile(r"^.{0,4}?(?:为了?|旨在|以)(?:进一步)?(?:深入)?(?:(?:贯彻|落实){1,2}.{2,80}?[，,])?")


@dataclass(frozen=True, slots=True)
class Summary:
    sentences: tuple[Sentence, ...]
    flags: tuple[Flag, ...]


def summarise(request: Request, who: Who, said: Said, basis: tuple[Found, ...]) -> Summary:
    """basis: facts the headline rests on (title, issuers, status and what the predicate used)."""
    flags: list[Flag] = []
    further = list({s.text: s for s in _further(request, said, flags)}.values())
    opening, dated = _opening(request, who, said, basis, carry=bool(further))
    sentences = (opening, *further, *(() if dated else _dated(request)))
    return Summary(sentences[:MOST], tuple(dict.fromkeys(flags)))


def _further(request: Request, said: Said, flags: list[Flag]) -> Iterator[Sentence]:
    """What follows the opening, the weightiest first."""
    yield from _deadlines(request)
    yield from _purpose(request)
    yield from _targets(request, flags)
    yield from _effect(request)
    yield from _counts(request, said)
    yield from _channels(request)
    yield from _cited(request)


def _cite(*found: Found) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(f.cite() for f in found))


def _opening(request: Request, who: Who, said: Said, basis: tuple[Found, ...], *, carry: bool) -> tuple[Sentence, bool]:
    """'On 26 August 2024 MIIT and SAC published the Guidelines …, dated 22 July 2024.'

    The day is that of the cited page: a copy, an interpretation or a report says when it was posted, not when the
    authority spoke. carry: whether the signing day goes in here; comes back as whether it did.
    """
    posted, signed = request.first("published"), request.first("signed")
    used = [*basis, *(() if posted is None else (posted,))]
    dated = ""
    apart = signed is not None and posted is not None and signed.value != posted.value
    if signed is not None and apart and carry and said.full.startswith("published "):
        dated = f", dated {day(signed.value)}"
        used.append(signed)
    text = _subject_first(request, who, said, dated, posted)
    return Sentence(f"{text}.", _cite(*used)), bool(dated)


def _subject_first(request: Request, who: Who, said: Said, dated: str, posted: Found | None) -> str:
    subject = said.subject or who.prose
    if not subject:
        return f"{impersonal(said.full)}{dated}"
    if posted is None:
        return f"{capital(subject)} {said.full}{dated}"
    announced = request.development.status in ELSEWHEN or said.full.startswith("launched ")
    if posted.role == "official" and not announced:
        return f"On {day(posted.value)} {subject} {said.full}{dated}"
    named = f"the {subject}" if said.subject and not subject.startswith("the ") else subject
    return f"{capital(named)} {said.full}{dated}, as {_REPORTED[posted.role]} on {day(posted.value)}"


def _it(request: Request) -> str:
    """How later sentences speak of the instrument: 'The measures', 'The notice', 'The draft'."""
    if request.development.status == "draft_for_comment":
        return "The draft"
    found = request.catalog.instruments.get(parse(instrument_of(request), request.catalog).kind)
    return f"The {found.en.removeprefix('several ')}" if found is not None else "The document"


def _deadlines(request: Request) -> Iterator[Sentence]:
    for name, before, after in (
        ("comment_deadline", "Comments are due by {}.", "The consultation closed on {}."),
        ("submission_deadline", "The deadline for submissions is {}.", "The deadline for submissions was {}."),
    ):
        found = request.first(name)
        if found is not None:
            last = date.fromisoformat(found.value)
            said = day(found.value)
            cited = (request.clause(found), *request.rest(found)[1:])
            yield Sentence(before.format(said), cited, turns=last + timedelta(days=1), after=after.format(said))


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
            request.rest(*used),
            turns=first,
            after=f"{it} took effect on {said}{until}.",
        )
    elif expires is not None:
        yield Sentence(f"{it} {'are' if plural else 'is'} valid until {day(expires.value)}.", request.rest(expires))


def _purpose(request: Request) -> Iterator[Sentence]:
    """'They aim to promote the high-quality development of the IoT industry.'"""
    found = request.first("purpose")
    if found is None:
        return
    text = _LEAD.sub("", found.fact.quote.strip("，,。；; "))
    words = lexicon(request.catalog)
    parts = [p for p in re.split(r"[，,；;]", text) if p and not re.match(r"(?:根据|按照|依据|贯彻|落实|深入贯彻)", p)]
    done = [c for p in parts[:3] if len(p) < 60 and sure(words.cut(p)) for c in clauses(p, words)[:1]]
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
    what = re.sub(r"(?:达到|超过|突破|不低于|不少于|均|全部|实现|分别){1,3}$", "", target.what)
    counted = target.unit not in (*_UNITS, *_MONEY)
    share = re.search(r"(?:率|占比|比例|比重|规模|产值|收入|增加值|额)$", what)
    if not amount or not re.fullmatch(r"\d{4}(?:-\d{2}-\d{2})?", target.by) or not (counted or share):
        return ""
    found = clauses(what, lexicon(catalog))
    if len(found) != 1 or found[0] is None or len(found[0].base.split()) > 24:
        return ""
    said = _counted(found[0], amount, would) if counted else _reached(found[0], amount, would)
    return f"By {target.by if len(target.by) == 4 else _by_day(target.by)} {said}." if said else ""


def _counted(clause: Clause, amount: str, would: bool) -> str:
    if not is_plural(clause.text):
        return ""
    if not clause.verbs:
        return f"there {'would be' if would else 'are to be'} {amount} {_bare(clause)}"
    if len(clause.verbs[0].removeprefix("newly ").split()) > 1:
        return f"the aim {'would be' if would else 'is'} to {clause.verbs[0]} {amount} {_bare(clause)}"
    return f"{amount} {_bare(clause)} {'would be' if would else 'are to be'} {participle(clause.verbs[0])}"


def _reached(clause: Clause, amount: str, would: bool) -> str:
    if clause.verbs:
        return ""
    many = is_plural(clause.text) or re.match(r"the [a-z -]{2,60} and [a-z -]{2,60} of ", clause.text)
    return f"{clause.text} {'would' if would else 'are to' if many else 'is to'} reach {amount}"


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
        if not isinstance(value, Count) or value.unit not in _COUNTED or value.noun or found in said.used:
            continue
        if not _whole(*request.around(found)):
            continue
        word = _COUNTED[value.unit]
        articles.append((f"{number(value.number)} {word}{'' if value.number == 1 else 's'}", found))
    if articles:
        it = _it(request)
        parts = " and ".join(text for text, _ in articles[:2])
        yield Sentence(f"{it} {'have' if is_plural(it) else 'has'} {parts}.", _cite(*(f for _, f in articles[:2])))


def _whole(before: str, after: str) -> bool:
    """Whether a count is that of the whole text, not a phrase cut out of another: 第三章五条, 新增两条, 六条措施."""
    begins = not before or before[-1] in "共计为分括含由有设：:，,（(" or before[-1].isspace()
    return begins and re.match(r"(?:$|[\s，,。；;、（）()]|组成|构成)", after) is not None


def _channels(request: Request) -> Iterator[Sentence]:
    """'Comments may be sent by e-mail or by post.'"""
    if request.development.status not in TENTATIVE:
        return
    ways: dict[str, Found] = {}
    for found in request.all("channel"):
        value = found.fact.value
        if isinstance(value, Channel) and value.kind in _WAYS:
            ways.setdefault(_WAYS[value.kind], found)
    closes = request.first("comment_deadline")
    if ways:
        how = " or ".join(ways)
        turns = None if closes is None else date.fromisoformat(closes.value) + timedelta(days=1)
        after = "" if turns is None else f"Comments could be sent {how}."
        yield Sentence(f"Comments may be sent {how}.", _cite(*ways.values()), turns=turns, after=after)


def _cited(request: Request) -> Iterator[Sentence]:
    """'The guidelines cite the E-Commerce Law.': the texts cited whose English is known."""
    words = lexicon(request.catalog).words
    known: dict[str, Found] = {}
    for found in request.all("cites"):
        token = words.get(squash(found.value.removeprefix("中华人民共和国")))
        if token is not None and token.art and token.en[:1].isupper() and " " in token.en:
            known.setdefault(f"the {token.en}", found)
    if known and request.development.status not in ("event", "statement"):
        it = _it(request)
        names = tuple(known)[:3]
        yield Sentence(f"{it} cite{'' if is_plural(it) else 's'} {join(names)}.", _cite(*(known[n] for n in names)))


def _dated(request: Request) -> Iterator[Sentence]:
    """The signing day on its own, where the opening could not carry it."""
    signed, posted = request.first("signed"), request.first("published")
    if signed is None or (posted is not None and posted.value == signed.value):
        return
    if request.development.status in ("event", "statement", "report"):
        return
    it = _it(request)
    yield Sentence(f"{it} {'are' if is_plural(it) else 'is'} dated {day(signed.value)}.", _cite(signed))
