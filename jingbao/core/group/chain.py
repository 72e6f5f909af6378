"""Chains: which development follows which. A draft and its final text are two developments, and one life.

draft → next draft → final → amended → repealed; call → proposed list → result; batch n → n + 1; edition → edition;
measures → measures that follow them up. A link is proposed from what two pages state, whatever else there is; `settle`
keeps of many links the nearest. (Lifecycles: Regulations on the Procedures for Formulating Rules, State Council 2017.)
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal

from jingbao.core.group import compare
from jingbao.core.group.decide import Candidate
from jingbao.core.group.kin import kin, stem, stem_keys
from jingbao.core.group.profile import Profile
from jingbao.core.values import Value

Kind = Literal[
    "redraft",  # another draft of the text
    "final",  # the text the draft became
    "amended",
    "repealed",
    "extended",  # more time: for comments, or in force
    "suspended",  # put off or taken back
    "corrected",
    "replaced",  # by a later edition of its own
    "proposed",  # a list that may be objected to
    "result",
    "next",  # batch, month, quarter, year
    "enforced",  # measures that follow up
]
# What the earlier is to the later, and the later to the earlier.
WORDS: dict[Kind, tuple[str, str]] = {
    "redraft": ("draft", "another draft"),
    "final": ("draft", "final text"),
    "amended": ("text", "amendment"),
    "repealed": ("text", "repeal"),
    "extended": ("text", "more time"),
    "suspended": ("text", "suspension or withdrawal"),
    "corrected": ("text", "correction"),
    "replaced": ("earlier edition", "later edition"),
    "proposed": ("call", "proposed list"),
    "result": ("call or proposed list", "result"),
    "next": ("one before in its series", "next in its series"),
    "enforced": ("measures or campaign", "follow-up"),
}
DRAFT_YEARS, CALL_YEARS, SERIES_YEARS = 8, 3, 2
_ONE = 0.999  # kinship of names that are one
_NEAR = 0.7  # … of a draft and its final text, whose words were put in another order or added
_CLOSE = 0.85
_REPLACED_AFTER = 150  # days: sooner, one name is one text
_FOLLOWED_UP = 200  # days
_RUN = 6
_TOLD = 8  # characters in a row that a headline keeps of what a call asked for
_DONE: dict[str, tuple[Kind, str]] = {
    "amended": ("amended", "amended"),
    "repealed": ("repealed", "repealed"),
    "extended": ("extended", "given more time"),
    "suspended": ("suspended", "put off or taken back"),
    "corrected": ("corrected", "corrected"),
}
_FINAL = ("issued", "trial")
_RESULT = ("list", "approved", "issued", "case_release")
_FOLLOWS_UP = re.compile(r"下架|复查|复核|整改|后续|处理结果|查处|处置|成效|成果|阶段性")
_PERIOD = re.compile(r"(\d{4})([-QH])(\d{1,2})")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_MOST = 12  # pages of one development that are looked at


@dataclass(frozen=True, slots=True)
class Chain(Value):
    """A link. earlier, later: numbers of developments; weight: kinship of their names (0 to 1); since, day: when the
    two pages it rests on were posted; rests: their readings."""

    earlier: int
    later: int
    kind: Kind
    because: str
    weight: float
    since: date
    day: date
    rests: tuple[str, str]


def chain_keys(page: Profile) -> tuple[str, ...]:
    """Index keys, at most 40 characters each: developments that one link could join share one."""
    if page.role == "untrusted" or page.gathering:
        return ()
    names = (*page.names, *(name for _, name in page.affects))[:4]
    found = [key for name in (*names, *(() if names else (page.title,))) for key in stem_keys(stem(name))]
    return tuple(dict.fromkeys(found))


def chain(one: Candidate, other: Candidate) -> Chain | None:
    """The link between two developments, None where nothing links them; whichever is given first."""
    (a, pages), (b, others) = one, other
    for p, q in product(_voices(pages), _voices(others)):
        if p.day is None or q.day is None or p.day == q.day:
            continue
        (first, before), (second, after) = ((a, p), (b, q)) if p.day < q.day else ((b, q), (a, p))
        if (found := _link(before, after)) is not None and before.day and after.day:
            kind, because, weight = found
            return Chain(first, second, kind, because, weight, before.day, after.day, (before.reading, after.reading))
    return None


def settle(found: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """Of many links the nearest: a draft has one final text, and what leads on by a stage between is left out."""
    best: dict[tuple[int, str], Chain] = {}
    for link in sorted(found, key=lambda c: (-c.weight, c.day, c.later)):
        best.setdefault((link.earlier, link.kind), link)
    once = [
        c for c in found if c.kind not in ("final", "redraft", "result", "proposed") or c == best[c.earlier, c.kind]
    ]
    ways = {(c.earlier, c.later) for c in once}
    through = [c for c in once if not any((c.earlier, m) in ways and (m, c.later) in ways for _, m in ways)]
    return tuple(sorted(through, key=lambda c: (c.since, c.day, c.earlier, c.later)))


def _voices(pages: tuple[Profile, ...]) -> list[Profile]:
    """The pages that say what a development is: the announcement itself, else words of people who can be trusted."""
    trusted = [p for p in pages if p.role != "untrusted" and not p.gathering]
    firsthand = [p for p in trusted if p.firsthand] or trusted
    return sorted(firsthand, key=lambda p: (p.day or date.max, p.address))[:_MOST]


Found = tuple[Kind, str, float]


def _link(p: Profile, q: Profile) -> Found | None:
    for test in (_upon, _series, _stages, _editions, _followed_up):
        if (found := test(p, q)) is not None:
            return found
    return None


def _upon(p: Profile, q: Profile) -> Found | None:
    """What the later page does to the instrument of the earlier."""
    if p.act == q.act and p.act:
        return None
    for doing, name in q.affects:
        for own in p.names:
            if kin(stem(name), stem(own)) < _ONE or compare.elsewhere(p, q):
                continue
            if p.stage == "text" or doing not in ("amended", "repealed"):
                kind, says = _DONE[doing]
                return kind, f"{own} is {says} by name", 1.0
    return None


def _series(p: Profile, q: Profile) -> Found | None:
    """The next batch, month, quarter or year under one name."""
    if p.stage != q.stage or p.act != q.act or not _within(p, q, SERIES_YEARS) or not _speaks_on(p, q):
        return None
    alike = _kinship(p, q)
    for word, one, other in zip(("batch", "period"), p.marks, q.marks, strict=False):
        if one and other and one != other:
            ahead = follows(one, other)
            return ("next", f"{word} {other} comes after {one}", alike) if ahead and alike >= _ONE else None
    years, later = _YEAR.findall(p.title), _YEAR.findall(q.title)
    if len(years) == len(later) == 1 and int(later[0]) == int(years[0]) + 1 and alike >= _ONE and p.marks == q.marks:
        return "next", f"{later[0]} comes after {years[0]}", alike
    if not years and len(later) == 1 and p.status == q.status in ("list", "open_call") and p.day and q.day:
        apart = (q.day - p.day).days >= _REPLACED_AFTER and int(later[0]) > p.day.year
        if apart and alike >= _CLOSE:  # a first round names no year
            return "next", f"{later[0]} comes after a first round in {p.day.year}", alike
    return None


def follows(one: str, other: str) -> bool:
    """Whether a batch (7), month (2024-12), quarter (2024Q4) or half-year (2024H2) comes right after another."""
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    first, second = _PERIOD.fullmatch(one), _PERIOD.fullmatch(other)
    if first is None or second is None or first[2] != second[2]:
        return False
    year = {"-": 12, "Q": 4, "H": 2}[first[2]]
    return int(second[1]) * year + int(second[3]) == int(first[1]) * year + int(first[3]) + 1


def _stages(p: Profile, q: Profile) -> Found | None:
    """Draft, next draft, final text; call, proposed list, result."""
    if p.act != q.act and not (p.stage == "draft" and q.affects):
        return None
    alike = max((kin(stem(one), stem(other)) for one in _names(p) for other in _names(q)), default=0.0)
    if alike < _NEAR and (told := _told(p, q)) is not None:
        return told
    if alike < _NEAR or not _speaks_on(p, q, exact=alike >= _ONE):
        return None
    name = max(p.names or q.names or ("",), key=compare.by_length)
    if p.stage == "draft" and _within(p, q, DRAFT_YEARS):
        if q.stage == "draft" and alike >= _CLOSE:
            return "redraft", f"another draft of {name}", alike
        if q.stage == "text" and q.status in _FINAL and not q.marks[4]:
            return "final", f"the text of the draft {name}", alike
    if alike < _CLOSE or not _one_year(p, q) or not _within(p, q, CALL_YEARS):
        return None
    if p.stage == "call" and q.stage == "text" and q.status in _RESULT:
        return ("proposed" if q.marks[4] else "result"), f"what the call brought: {name}", alike
    if p.marks[4] and q.stage == "text" and q.status in _RESULT and not q.marks[4]:
        return "result", f"what was proposed is settled: {name}", alike
    return None


def _told(p: Profile, q: Profile) -> Found | None:
    """The result of a call under a headline of its own: 首批…名单公布."""
    if p.stage != "call" or q.status not in ("list", "approved") or q.names or not _within(p, q, CALL_YEARS):
        return None
    asked = max((stem(name) for name in _names(p)), key=compare.by_length)
    common = compare.run(asked, q.title)
    if common < _TOLD or 2 * common < len(asked) or not compare.one_authority(p, q) or not _one_year(p, q):
        return None
    return ("proposed" if q.marks[4] else "result"), f"what the call brought: {asked[:60]}", common / len(asked)


def _editions(p: Profile, q: Profile) -> Found | None:
    """A later edition of a text under the name it had."""
    if p.stage != "text" or q.stage != "text" or p.act or q.act or p.marks[4] or q.marks[4]:
        return None
    texts = p.status in _FINAL and q.status in _FINAL and p.firsthand and q.firsthand
    if not texts or p.marks[:2] != q.marks[:2] or (_YEAR.findall(p.title) != _YEAR.findall(q.title) and not q.marks[2]):
        return None
    apart = (q.day - p.day).days if p.day and q.day else 0
    other = p.marks[2] != q.marks[2] or apart >= _REPLACED_AFTER
    if not other or _kinship(p, q) < _ONE or not _speaks_on(p, q):
        return None
    return "replaced", f"a later edition of {max(p.names, key=compare.by_length)}", 1.0


def _followed_up(p: Profile, q: Profile) -> Found | None:
    """Measures that follow up measures or a campaign, in words of their own."""
    if p.status not in ("campaign", "enforcement") or q.status not in ("enforcement", "case_release", "report"):
        return None
    if not _FOLLOWS_UP.search(q.title) or (p.day and q.day and (q.day - p.day).days > _FOLLOWED_UP):
        return None
    began, goes_on = _subject(p), _subject(q)
    common = compare.run(began, goes_on)
    if common < _RUN or not compare.one_authority(p, q):
        return None
    return "enforced", f"it follows up {began[:60]}", min(1.0, common / len(began))


def _subject(page: Profile) -> str:
    """A heading without the authorities in it, which all their pages have in common."""
    heading = page.title
    for body in page.bodies:
        heading = heading.replace(body, "")
    return stem(heading.removeprefix("办公厅"))


def _names(page: Profile) -> tuple[str, ...]:
    """What a page is about; a decision that amends a text carries out the draft of that text too."""
    own = page.names or (page.title,)
    return (*own, *(name for doing, name in page.affects if doing == "amended"))


def _kinship(p: Profile, q: Profile) -> float:
    """How near the names of two pages are; of pages without a name, their headings."""
    return max(
        (kin(stem(one), stem(other)) for one in p.names or (p.title,) for other in q.names or (q.title,)), default=0.0
    )


def _speaks_on(p: Profile, q: Profile, *, exact: bool = True) -> bool:
    """Whether the later page can speak of what the earlier began: one authority, or authorities of one place, since
    a text is drafted by one body and often issued by the body above it; of a page that names none, the site counts."""
    if compare.elsewhere(p, q):
        return False
    if compare.one_authority(p, q):
        return True
    if p.bodies and q.bodies:
        return exact and p.region == q.region != ""
    return exact or p.address.partition("/")[0] == q.address.partition("/")[0]


def _one_year(p: Profile, q: Profile) -> bool:
    one, other = (set(_YEAR.findall(page.title)) for page in (p, q))
    return not one or not other or bool(one & other)


def _within(p: Profile, q: Profile, years: int) -> bool:
    return p.day is not None and q.day is not None and (q.day - p.day).days <= years * 366
