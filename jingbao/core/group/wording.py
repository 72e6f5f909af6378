"""Words about an announcement, from the same days: what press reports, explanations and news have in common with it."""

from jingbao.core.group import compare
from jingbao.core.group.profile import FORTNIGHT, START, Profile

_RUN = 12  # characters of a name in a row, and their share of it, that a report keeps
_RUN_SHARE = 0.6
_RUN_QUOTED = 10  # enough where clauses are quoted as well
_QUOTED = 2
_CLAUSES = 4
_CLAUSE_SHARE = 0.2
_HEADINGS = 0.6


def wording(a: Profile, b: Profile) -> str:
    """What two pages of one fortnight have in common that makes them one development; '' where there is too little."""
    if a.gathering or b.gathering or a.day is None or b.day is None or not compare.within(a, b, FORTNIGHT):
        return ""
    found = _stray(a, b) or _stray(b, a)
    if found or compare.told_apart(a, b) or not set(a.bodies or ("",)) & set(b.bodies or ("",)):
        return found
    if not (a.role == b.role == "official") and a.act == b.act and (name := compare.like_name(a, b)):
        return f"much the same instrument {name}"
    if (a.firsthand and b.firsthand and (a.names or b.names)) or compare.other_instrument(a, b):
        return ""
    if compare.counts_differ(a, b):
        return ""
    return _told(a, b) or _told(b, a) or _worded(a, b)


def _stray(stray: Profile, page: Profile) -> str:
    """A page that names no authority, but an announcement in full in its heading or first lines."""
    if not stray.stray or not page.firsthand:
        return ""
    told = [n for n in page.names if len(n) >= START and (n in stray.title or n in stray.lead)]
    return f"{max(told, key=compare.by_length)} told of" if told else ""


def _told(a: Profile, b: Profile) -> str:
    """An instrument of one page that the heading or the first lines of the other name, without book marks.

    Reports shorten: most of a long name is enough, but not where only one of the two is about a meeting or launch.
    """
    if b.names:
        return ""
    opening = f"{b.title} {b.lead}"
    quoted = len(set(a.clauses) & set(b.clauses)) >= _QUOTED
    for name in sorted(a.names, key=compare.by_length, reverse=True):
        if name in (opening if len(name) >= compare.NAMESAKE else b.title):
            return f"{name} told of"
        enough = _RUN_QUOTED if quoted else max(_RUN, _RUN_SHARE * len(name))
        if bool(a.happening) == bool(b.happening) and compare.run(name, opening) >= enough:
            return f"{name} told of"
    return ""


def _worded(a: Profile, b: Profile) -> str:
    """Pages with the same status: clauses in common, or like headings."""
    if a.status != b.status:
        return ""
    clauses = len(set(a.clauses) & set(b.clauses))
    if clauses >= max(_CLAUSES, _CLAUSE_SHARE * min(len(a.clauses), len(b.clauses))):
        return f"{clauses} clauses in common"
    alike = compare.headings(a, b)
    return f"like headings ({alike:.0%})" if alike >= _HEADINGS else ""
