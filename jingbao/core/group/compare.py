"""What two profiles have in common, and what tells them apart; each function is symmetric."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from jingbao.core.group.profile import Profile

NAMESAKE = 8  # a shorter name is shared by chance
_PUT_IN = 4
_FIGURES = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two pages belong together.

    strength: 3 number, address or text; 2 instrument or event; 1 its name in full or its words; 0 most of its name;
    name: the instrument's, where it is that; of two ties by name the longer one tells more.
    """

    strength: int
    because: str
    name: str = ""


def within(a: Profile, b: Profile, days: int) -> bool:
    """Whether two pages were posted within some days; a page that states no day is not told apart by it."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= days


def one_number(a: Profile, b: Profile) -> bool:
    """Same figures, and the name before them the same or cut short (公告2024年第20号)."""
    (one, figures), (other, others) = a.number_key, b.number_key
    return bool(figures) and figures == others and (one.endswith(other) or other.endswith(one))


def one_authority(a: Profile, b: Profile) -> bool:
    """Whether an issuing authority is common to both, also where one is abbreviated (工信部)."""
    return any(x == y or _short_for(x, y) or _short_for(y, x) for x in a.bodies for y in b.bodies)


def elsewhere(a: Profile, b: Profile) -> bool:
    """Whether authorities of two places speak: what they issue may have one name and one text, and is two."""
    if a.forwards or b.forwards or not a.region or not b.region:
        return False
    return a.region != b.region and not one_authority(a, b)


def _short_for(short: str, full: str) -> bool:
    full = full.removeprefix("中国")  # 民航局, 中国民用航空局
    return 3 <= len(short) < len(full) and short[0] == full[0] and _drawn_from(short, full)


def _drawn_from(short: str, full: str) -> bool:
    """Whether all characters of one text stand in the other in the same order."""
    rest = iter(full)
    return all(character in rest for character in short)


def told_apart(a: Profile, b: Profile) -> bool:
    """Two full announcements of which one states a batch, period or the like and the other does not."""
    return a.firsthand and b.firsthand and a.marks != b.marks and not one_number(a, b)


def like_name(a: Profile, b: Profile) -> str:
    """A name of one that is a name of the other with words put in between (…暂行…); '' if none.

    Words before or after make another text of it (…省, …实施办法), and so do figures.
    """
    for one in a.names:
        for other in b.names:
            short, full = sorted((one, other), key=by_length)
            if len(short) >= NAMESAKE and short[:2] == full[:2] and short[-2:] == full[-2:] and _put_in(short, full):
                return full
    return ""


def _put_in(short: str, full: str) -> bool:
    return (
        len(full) - len(short) <= _PUT_IN
        and _FIGURES.findall(short) == _FIGURES.findall(full)
        and _drawn_from(short, full)
        and 2 * run(short, full) >= len(short)
    )


def other_instrument(a: Profile, b: Profile) -> bool:
    return bool(a.names and b.names) and set(a.names).isdisjoint(b.names) and not like_name(a, b)


def same_heading(a: Profile, b: Profile) -> bool:
    return bool(set(a.names) & set(b.names)) or a.title in b.title or b.title in a.title or headings(a, b) >= 0.5


def headings(a: Profile, b: Profile) -> float:
    """Dice coefficient of the pairs of characters in two headings."""
    one, other = (({p.title[n : n + 2] for n in range(len(p.title) - 1)}) for p in (a, b))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def same_figures(a: Profile, b: Profile) -> bool:
    return _FIGURES.findall(a.title) == _FIGURES.findall(b.title)


def counts_differ(a: Profile, b: Profile) -> bool:
    """Whether both count the same thing and never agree (10件典型案例, 6件典型案例)."""
    shared = dict(a.counts).keys() & dict(b.counts).keys()
    return bool(shared) and not set(a.counts) & set(b.counts)


def run(name: str, text: str) -> int:
    """Length of the longest piece of a name that stands in a text."""
    return SequenceMatcher(None, name, text, autojunk=False).find_longest_match().size


def coverage(name: str, text: str) -> float:
    """Share of the pairs of characters of a name that stand in a text."""
    pairs = [name[n : n + 2] for n in range(len(name) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def by_length(text: str) -> tuple[int, str]:
    return len(text), text
