"""Whether two pages are about one development: a symmetric test, and what forbids it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from jingbao.core.group.profile import FORTNIGHT, Profile
from jingbao.core.group.sketch import bands, likeness

COPY = 0.75  # share of runs that copies of one text have in common at least
_VERBATIM = 0.95
_COPIED_WITHIN = 400  # days: local sites repost late
_NAMED_WITHIN = 60
_TOLD_WITHIN = 30  # days between an announcement and words about it
_NAME_RUN = 12  # characters of a name in a row, and their share of it, that a report keeps
_NAME_SHARE = 0.6
_NAMESAKE = 8  # a shorter name is shared by chance
_CLAUSES_SHARED = 4
_CLAUSE_SHARE = 0.25
_TITLE_LIKENESS = 0.6
_FIGURES = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two pages belong together. strength: 3 number, address or text; 2 instrument or event; 1 wording."""

    strength: int
    because: str


def conflict(a: Profile, b: Profile) -> str:
    """What two pages state that cannot be said of one development; '' where nothing does. Symmetric."""
    if a.stage and b.stage and a.stage != b.stage and {a.stage, b.stage} & {"draft", "call"}:
        return f"one is a {' and one a '.join(sorted((a.stage, b.stage)))}"
    for word, one, other in zip(("batch", "period", "edition", "round", "step"), a.marks, b.marks, strict=True):
        if one and other and one != other:
            return f"{word} {' and '.join(sorted((one, other)))}"
    if a.number and b.number and not _one_number(a, b) and not (a.forwards or b.forwards):
        return f"numbers {' and '.join(sorted((a.number, b.number)))}"
    return ""


def same(a: Profile, b: Profile) -> Tie | None:
    """The strongest tie between two pages, None where there is none. Symmetric; tied pages share an index key."""
    if conflict(a, b):
        return None
    for test in (_number, _address, _text, _name, _happening, _wording):
        tie = test(a, b)
        if tie is not None:
            return tie
    return None


def _number(a: Profile, b: Profile) -> Tie | None:
    if not _one_number(a, b):
        return None
    # 2024年第2号 alone is counted anew by every authority.
    coded = a.number_key == b.number_key and len(a.number_key[0]) >= 2
    return Tie(3, f"same document number {max(a.number, b.number, key=_by_length)}") if coded or _share(a, b) else None


def _address(a: Profile, b: Profile) -> Tie | None:
    return Tie(3, "same address") if a.address == b.address else None


def _text(a: Profile, b: Profile) -> Tie | None:
    alike = likeness(a.sketch, b.sketch)
    if alike < COPY or not _within(a, b, _COPIED_WITHIN) or set(bands(a.sketch)).isdisjoint(bands(b.sketch)):
        return None
    if _told_apart(a, b) or (alike < _VERBATIM and (_other_instrument(a, b) or not _same_heading(a, b))):
        return None
    if _figures(a) != _figures(b) and set(a.names).isdisjoint(b.names):
        return None
    return Tie(3, f"same text ({alike:.0%})")


def _name(a: Profile, b: Profile) -> Tie | None:
    """One and the same instrument; or a page about it that names it."""
    if a.gathering or b.gathering or _told_apart(a, b):
        return None
    both = a.firsthand and b.firsthand
    shared = set(a.names) & set(b.names)
    if not both:
        shared |= set(a.names) & set(b.mentions) | set(b.names) & set(a.mentions)
        shared |= set(a.mentions) & set(b.mentions)
    if not shared or (both and a.act != b.act) or not _within(a, b, _NAMED_WITHIN if both else _TOLD_WITHIN):
        return None
    name = max(shared, key=_by_length)
    forwarded = (a.forwards or b.forwards) and len(name) >= _NAMESAKE
    if not forwarded and not _share(a, b) and ((a.bodies and b.bodies) or len(name) < _NAMESAKE):
        return None
    return Tie(2, f"same instrument {name}")


def _happening(a: Profile, b: Profile) -> Tie | None:
    if not a.happening or a.happening != b.happening or not _within(a, b, FORTNIGHT) or a.stage != b.stage:
        return None
    return Tie(2, f"same event {a.happening}")


def _wording(a: Profile, b: Profile) -> Tie | None:
    """Words about an announcement, from the same days: its name, a like heading, or clauses in common."""
    if (a.firsthand and b.firsthand and (a.names or b.names)) or a.gathering or b.gathering or _told_apart(a, b):
        return None
    if (
        a.day is None
        or b.day is None
        or not _within(a, b, FORTNIGHT)
        or not set(a.bodies or ("",)) & set(b.bodies or ("",))
    ):
        return None
    if _counts_differ(a, b) or _other_instrument(a, b):
        return None
    name = _told(a, b) or _told(b, a)
    if name:
        return Tie(1, f"{name} told of within a fortnight")
    if a.status != b.status:
        return None
    clauses = len(set(a.clauses) & set(b.clauses))
    if clauses >= _CLAUSES_SHARED and clauses >= _CLAUSE_SHARE * min(len(a.clauses), len(b.clauses)):
        return Tie(1, f"{clauses} clauses in common within a fortnight")
    alike = title_likeness(a, b)
    return Tie(1, f"like headings ({alike:.0%}) within a fortnight") if alike >= _TITLE_LIKENESS else None


def _told(a: Profile, b: Profile) -> str:
    """An instrument of one page that the heading or the first lines of the other name, without book marks.

    Of a page with the same status, most of a long name is enough: reports shorten it.
    """
    if b.names:
        return ""
    for name in sorted(a.names, key=_by_length, reverse=True):
        if name in b.title or (len(name) >= _NAMESAKE and name in b.lead):
            return name
        found = (
            SequenceMatcher(None, name, b.lead, autojunk=False).find_longest_match() if a.status == b.status else None
        )
        if found and found.size >= max(_NAME_RUN, _NAME_SHARE * len(name)):
            return name
    return ""


def _told_apart(a: Profile, b: Profile) -> bool:
    """Two full announcements of which one states a batch, period or the like and the other does not."""
    return a.firsthand and b.firsthand and a.marks != b.marks and not _one_number(a, b)


def _one_number(a: Profile, b: Profile) -> bool:
    """Same figures, and the name before them the same or cut short (公告2024年第20号)."""
    (one, figures), (other, others) = a.number_key, b.number_key
    return bool(figures) and figures == others and (one.endswith(other) or other.endswith(one))


def _by_length(text: str) -> tuple[int, str]:
    return len(text), text


def _within(a: Profile, b: Profile, days: int) -> bool:
    """Whether two pages were posted within some days; a page that states no day is not told apart by it."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= days


def _share(a: Profile, b: Profile) -> bool:
    """Whether an issuing authority is common to both, also where one is abbreviated (工信部)."""
    return any(x == y or _short_for(x, y) or _short_for(y, x) for x in a.bodies for y in b.bodies)


def _short_for(short: str, full: str) -> bool:
    if not 3 <= len(short) < len(full) or short[0] != full[0]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)


def _same_heading(a: Profile, b: Profile) -> bool:
    return bool(set(a.names) & set(b.names)) or a.title in b.title or b.title in a.title or title_likeness(a, b) >= 0.5


def _other_instrument(a: Profile, b: Profile) -> bool:
    return bool(a.names and b.names) and set(a.names).isdisjoint(b.names)


def _figures(page: Profile) -> list[str]:
    return _FIGURES.findall(page.title)


def title_likeness(a: Profile, b: Profile) -> float:
    """Dice coefficient of the pairs of characters in two headings."""
    one, other = (({p.title[n : n + 2] for n in range(len(p.title) - 1)}) for p in (a, b))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _counts_differ(a: Profile, b: Profile) -> bool:
    mine, theirs = dict(a.counts), dict(b.counts)
    shared = mine.keys() & theirs.keys()
    return bool(shared) and not (set(a.counts) & set(b.counts))
