"""Where a page belongs: a development of its own, one or several that exist, or a question for a person."""

from dataclasses import dataclass
from itertools import product

from jingbao.core.group.profile import Profile
from jingbao.core.group.same import Tie, conflict, same


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
        key=lambda found: (-found[0].strength, found[0].because, found[1]),
    )
    if not tied:
        return Start("no page about the same development")
    strongest = [found for found in tied if found[0].strength == tied[0][0].strength]
    for choice in (tied, strongest):
        reason = _contradiction(page, tuple(members for _, _, members in choice))
        if not reason:
            because = "; ".join(dict.fromkeys(tie.because for tie, _, _ in choice))
            return Join(tuple(sorted(number for _, number, _ in choice)), because)
    return Ask(tuple(sorted(number for _, number, _ in tied)), f"{tied[0][0].because}, but {reason}")


def _best(page: Profile, members: tuple[Profile, ...]) -> Tie | None:
    ties = (tie for member in members if (tie := same(page, member)) is not None)
    return max(ties, key=lambda tie: (tie.strength, tie.because), default=None)


def _contradiction(page: Profile, groups: tuple[tuple[Profile, ...], ...]) -> str:
    """What two pages that would come together state and cannot both be true of one development."""
    pairs = [(page, member) for members in groups for member in members]
    for n, members in enumerate(groups):
        pairs += [pair for others in groups[n + 1 :] for pair in product(members, others)]
    return next((reason for a, b in pairs if (reason := conflict(a, b))), "")
