"""Words about an announcement, from the same days: what press reports, explanations and news have in common with it."""

from jingbao.core.group import compare
from jingbao.core.group.compare import Tie
from jingbao.core.group.profile import FORTNIGHT, START, Profile

_RUN = 8  # characters of a name in a row that a report keeps at least, and the share of the name it keeps somehow
_COVERED = 0.7
_CLAUSES = 4
_CLAUSE_SHARE = 0.2
_HEADINGS = 0.6


def wording(a: Profile, b: Profile) -> Tie | None:
    """What two pages of one fortnight have in common that makes them one development."""
    if a.gathering or b.gathering or a.day is None or b.day is None or not compare.within(a, b, FORTNIGHT):
        return None
    if stray := _stray(a, b) or _stray(b, a):
        return stray
    if compare.told_apart(a, b) or not set(a.bodies or ("",)) & set(b.bodies or ("",)):
        return None
    if not (a.role == b.role == "official") and a.act == b.act and (name := compare.like_name(a, b)):
        return Tie(1, f"much the same instrument {name}", name)
    if (a.firsthand and b.firsthand and a.names and b.names) or compare.other_instrument(a, b):
        return None
    if compare.counts_differ(a, b):
        return None
    return _told(a, b) or _told(b, a) or _worded(a, b)


def _stray(stray: Profile, page: Profile) -> Tie | None:
    """A page that names no authority, but an announcement in full, or most of its heading, in its first lines."""
    if not stray.stray or not page.firsthand:
        return None
    if not page.names and page.status == stray.status and _heading_told(page.title, stray):
        return Tie(0, f"most of the heading {page.title} told of", page.title)
    told = [n for n in page.names if len(n) >= START and (n in stray.title or n in stray.lead)]
    return _named(max(told, key=compare.by_length)) if told else None


def _heading_told(heading: str, stray: Profile) -> bool:
    opening = f"{stray.title} {stray.lead}"
    return compare.run(heading, opening) >= START and compare.coverage(heading, opening) >= _COVERED


def _told(page: Profile, report: Profile) -> Tie | None:
    """An instrument that the heading or the first lines of a report name, without book marks.

    Reports shorten: most of a name is enough, but not where only one of the two is about a meeting or launch.
    """
    if report.names:
        return None
    opening = f"{report.title} {report.lead}"
    names = sorted(page.names, key=compare.by_length, reverse=True)
    for name in names:
        if name in (opening if len(name) >= compare.NAMESAKE else report.title):
            return _named(name)
    if bool(page.happening) != bool(report.happening):
        return None
    for name in names:
        if compare.run(name, opening) >= _RUN and compare.coverage(name, opening) >= _COVERED:
            return Tie(0, f"most of {name} told of", name)
    return None


def _named(name: str) -> Tie:
    return Tie(1, f"{name} told of", name)


def _worded(a: Profile, b: Profile) -> Tie | None:
    """Pages with the same status: clauses in common, or like headings."""
    if a.status != b.status:
        return None
    clauses = len(set(a.clauses) & set(b.clauses))
    if clauses >= max(_CLAUSES, _CLAUSE_SHARE * min(len(a.clauses), len(b.clauses))):
        return Tie(1, f"{clauses} clauses in common within a fortnight")
    counted = a.counts and a.counts == b.counts and a.bodies == b.bodies
    if counted and (_heading_told(a.title, b) or _heading_told(b.title, a)):
        return Tie(1, "as many things of one authority, and the heading told of")
    alike = compare.headings(a, b)
    return Tie(1, f"like headings ({alike:.0%}) within a fortnight") if alike >= _HEADINGS else None
