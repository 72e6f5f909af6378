"""Where a page belongs: a development of its own, one or several that exist, or a question for a person."""

from dataclasses import dataclass
from itertools import product

from jingbao.core.group import compare
from jingbao.core.group.compare import Tie
from jingbao.core.group.profile import Profile
from jingbao.core.group.same import conflict, same

_SURE = 2  # a tie of this strength is not undone by the name of the instrument


@dataclass(frozen=True, slots=True)
class Start:
    """A development of its own."""

    because: str


@dataclass(frozen=True, slots=True)
class Join:
    """Part of these developments, which merge if they are several."""

    developments: tuple[int, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Tied to these developments, but what they state cannot be said of one: it stands alone until a person decides."""

    developments: tuple[int, ...]
    because: str


Decision = Start | Join | Ask
Candidate = tuple[int, tuple[Profile, ...]]


def decide(page: Profile, candidates: tuple[Candidate, ...]) -> Decision:
    """Place a page among the developments that share an index key with it, each with all its members.

    Belonging is the transitive closure of `same`, whatever the order of arrival, but for one case: a page that ties
    two developments which contradict each other (a report that fits two batches of a series) merges nothing.
    """
    tied = sorted(
        ((tie, number, members) for number, members in candidates if (tie := _best(page, members)) is not None),
        key=lambda found: (-found[0].strength, -len(found[0].name), found[0].because, found[1]),
    )
    if not tied:
        return Start("no page about the same development")
    best = tied[0][0]
    strongest = [found for found in tied if found[0].strength == best.strength]
    fullest = [found for found in strongest if len(found[0].name) == len(best.name)]
    for choice in (tied, strongest, fullest):
        reason = _contradiction(page, choice)
        if not reason:
            because = "; ".join(dict.fromkeys(tie.because for tie, _, _ in choice))
            return Join(tuple(sorted(number for _, number, _ in choice)), because)
    if page.firsthand and best.strength < _SURE:
        return Start(f"{best.because}, but {reason}")
    return Ask(tuple(sorted(number for _, number, _ in tied)), f"{best.because}, but {reason}")


def contradiction(a: Profile, b: Profile) -> str:
    """What forbids that words about both bring two pages together: a conflict, or announcements of two instruments."""
    if a.firsthand and b.firsthand and compare.other_instrument(a, b) and same(a, b) is None:
        return f"one announces {max(a.names)} and one {max(b.names)}"
    return conflict(a, b)


def _best(page: Profile, members: tuple[Profile, ...]) -> Tie | None:
    ties = (tie for member in members if (tie := same(page, member)) is not None)
    return max(ties, key=lambda tie: (tie.strength, tie.because), default=None)


def _contradiction(page: Profile, tied: list[tuple[Tie, int, tuple[Profile, ...]]]) -> str:
    """What two pages that would come together state and cannot both be true of one development."""
    for n, (tie, _, members) in enumerate(tied):
        for others, weakest in [((page,), tie)] + [(m, min(tie, t, key=_strength)) for t, _, m in tied[n + 1 :]]:
            forbids = conflict if weakest.strength >= _SURE else contradiction
            if reason := next((r for a, b in product(members, others) if (r := forbids(a, b))), ""):
                return reason
    return ""


def _strength(tie: Tie) -> int:
    return tie.strength
