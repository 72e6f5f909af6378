"""Whether two pages are about one development: a symmetric test, and what forbids it."""

import re

from jingbao.core.group import compare
from jingbao.core.group.compare import Tie
from jingbao.core.group.profile import COPIED_WITHIN, EXPLAINED_WITHIN, FORTNIGHT, TOLD_WITHIN, Profile
from jingbao.core.group.sketch import bands, likeness
from jingbao.core.group.wording import wording

_CODE = re.compile(r"(?:gb|yd|sj|ga|jr|jt|wb|db)[a-z]{0,2}\d{6,12}")  # the number of a standard: gbt450012024
COPY = 0.75  # share of runs that copies of one text have in common at least
_VERBATIM = 0.95
_SAME = 0.98
_REISSUED_AFTER = 30  # days after which an authority's own page with much the same text is a new act


def conflict(a: Profile, b: Profile) -> str:
    """What two pages state that cannot be said of one development; '' where nothing does. Symmetric."""
    if a.stage and b.stage and a.stage != b.stage and {a.stage, b.stage} & {"draft", "call"}:
        return f"one is a {' and one a '.join(sorted((a.stage, b.stage)))}"
    for word, one, other in zip(("batch", "period", "edition", "round", "step"), a.marks, b.marks, strict=True):
        if one and other and one != other:
            return f"{word} {' and '.join(sorted((one, other)))}"
    if a.number and b.number and not compare.one_number(a, b) and not (a.forwards or b.forwards):
        return f"numbers {' and '.join(sorted((a.number, b.number)))}"
    return ""


def same(a: Profile, b: Profile) -> Tie | None:
    """The strongest tie between two pages, None where there is none. Symmetric; tied pages share an index key."""
    if conflict(a, b):
        return None
    for test in (_number, _address, _text, _name, _happening, _fine, wording):
        tie = test(a, b)
        if tie is not None:
            return tie
    return None


def _number(a: Profile, b: Profile) -> Tie | None:
    if not compare.one_number(a, b):
        return None
    # 2024年第2号 alone is counted anew by every authority.
    coded = a.number_key == b.number_key and len(a.number_key[0]) >= 2
    number = max(a.number, b.number, key=compare.by_length)
    return Tie(3, f"same document number {number}") if coded or compare.one_authority(a, b) else None


def _address(a: Profile, b: Profile) -> Tie | None:
    return Tie(3, "same address") if a.address == b.address else None


def _text(a: Profile, b: Profile) -> Tie | None:
    alike = likeness(a.sketch, b.sketch)
    if alike < COPY or not compare.within(a, b, COPIED_WITHIN) or set(bands(a.sketch)).isdisjoint(bands(b.sketch)):
        return None
    if compare.told_apart(a, b) or not (compare.same_figures(a, b) or set(a.names) & set(b.names)):
        return None
    if a.firsthand and b.firsthand and (a.act != b.act or compare.other_instrument(a, b) or compare.elsewhere(a, b)):
        return None
    if a.role == b.role == "official" and not compare.within(a, b, _REISSUED_AFTER):
        return Tie(3, f"same text ({alike:.0%})") if alike >= _SAME and a.title == b.title else None
    if alike < _VERBATIM and (compare.other_instrument(a, b) or not compare.same_heading(a, b)):
        return None
    return Tie(3, f"same text ({alike:.0%})")


def _name(a: Profile, b: Profile) -> Tie | None:
    """One and the same instrument; or a page about it that names it."""
    explained = "interpretation" in (a.role, b.role) and a.stage == b.stage != ""
    if not compare.within(a, b, EXPLAINED_WITHIN if explained else TOLD_WITHIN):
        return None
    if a.gathering or b.gathering or compare.told_apart(a, b):
        return None
    both = a.firsthand and b.firsthand
    shared = set(a.names) & set(b.names)
    standard = set(_CODE.findall(a.title)) & set(_CODE.findall(b.title))
    if not both or standard:
        one, other = {*a.names, *a.mentions}, {*b.names, *b.mentions}
        shared = (one & other) | (set(a.names) & {b.cited}) | (set(b.names) & {a.cited})
    if not shared or (both and a.act != b.act):
        return None
    name = max(shared, key=compare.by_length)
    if name.startswith("“") and not both:  # the name of a campaign tells it apart, whoever speaks of it
        return Tie(2, f"same campaign {name}")
    if compare.elsewhere(a, b):
        return None
    forwarded = (a.forwards or b.forwards) and len(name) >= compare.NAMESAKE
    unknown = not (a.bodies and b.bodies) and len(name) >= compare.NAMESAKE
    told = (
        explained and a.region == b.region != "" and len(name) >= compare.NAMESAKE
    )  # another body of the place explains
    known = bool(standard) or forwarded or unknown or told or compare.one_authority(a, b)
    return Tie(2, f"same instrument {name}") if known else None


def _happening(a: Profile, b: Profile) -> Tie | None:
    if not a.happening or a.happening != b.happening or not compare.within(a, b, FORTNIGHT) or a.stage != b.stage:
        return None
    return Tie(2, f"same event {a.happening}")


def _fine(a: Profile, b: Profile) -> Tie | None:
    """A report on a measure tells the very sum that the authority took or fined."""
    if (a.firsthand and b.firsthand) or not compare.within(a, b, FORTNIGHT) or not compare.one_authority(a, b):
        return None
    shared = sorted(set(a.fines) & set(b.fines), key=compare.by_length)
    return Tie(2, f"same sum {shared[-1]}") if shared else None
