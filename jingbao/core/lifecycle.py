"""Where an instrument stands in its life, and the moves it may make from there.

A draft is opened for comment, then adopted or issued, then in force, then amended, repealed or expired; a call leads
to a proposed result, then to a result. A consultation may be repeated, or end with no text at all: nothing moves by
itself but with the calendar.
"""

from datetime import date
from typing import Literal, get_args

from jingbao.core.errors import JingbaoError
from jingbao.core.values import Status

State = Literal[
    "draft",  # being drafted or deliberated
    "draft_for_comment",
    "adopted_not_in_force",  # out, effective on a later day
    "issued",  # out, effect on issue or not stated
    "in_force",
    "in_force_on_date",  # effective on a stated day
    "pilot",  # in effect in a limited area
    "open_call",
    "pending",  # proposed result, objections possible
    "approved",
    "filed",
    "ongoing",  # campaign or work under way
    "enforcement",
    "amended",
    "repealed",
    "expired",
    "event",
    "none",  # statement or explanation
]
STATES: tuple[State, ...] = get_args(State)

_ENDS: frozenset[State] = frozenset({"amended", "repealed", "expired"})
_OUT: frozenset[State] = frozenset({"in_force", "in_force_on_date", *_ENDS})
MOVES: dict[State, frozenset[State]] = {
    "draft": frozenset({"draft", "draft_for_comment", "adopted_not_in_force", "issued"}),
    "draft_for_comment": frozenset({"draft", "draft_for_comment", "adopted_not_in_force", "issued"}),
    "adopted_not_in_force": _OUT,
    "issued": _OUT,
    "in_force_on_date": frozenset({"in_force", *_ENDS}),
    "in_force": _ENDS,
    "pilot": frozenset({"issued", *_ENDS}),
    "open_call": frozenset({"pending", "issued"}),
    "pending": frozenset({"issued"}),
    "approved": _ENDS,
    "filed": _ENDS,
    "ongoing": frozenset({"expired"}),
    "amended": _ENDS,
    "repealed": frozenset(),
    "expired": frozenset(),
    "enforcement": frozenset(),
    "event": frozenset(),
    "none": frozenset(),
}

_STATES: dict[Status, State] = {
    "issued": "issued",
    "trial": "issued",
    "draft_for_comment": "draft_for_comment",
    "open_call": "open_call",
    "approved": "approved",
    "list": "issued",
    "enforcement": "enforcement",
    "case_release": "issued",
    "campaign": "ongoing",
    "report": "issued",
    "event": "event",
    "statement": "none",
}
# What states no day of effect of its own never comes into force or expires.
_ONE_OFF = frozenset({"enforcement", "case_release", "report", "event", "statement", "open_call", "draft_for_comment"})


def move(state: str, to: str) -> State:
    """The state after a move; refuses a word that is no state, and a move that the table does not allow."""
    before, after = _known(state), _known(to)
    if after not in MOVES[before]:
        allowed = ", ".join(sorted(MOVES[before])) or "nothing"
        raise JingbaoError(
            f"{state} -> {to}",
            f"an instrument that is {state} can become {allowed}",
            "Check which text the later page is about: a new instrument starts a life of its own.",
        )
    return after


def state_of(status: Status, effective: date | None, expires: date | None, on: date) -> State:
    """Where an instrument stands on a day, from what its page does and the days the page states.

    effective: first day in force; expires: last day of validity, included. A draft, call, case, report, event or
    statement is never in force, whatever days it mentions.
    """
    state = _STATES[status]
    if status in _ONE_OFF:
        return state
    if expires is not None and expires < on:
        return "expired"
    if effective is None:
        return state
    return "in_force" if effective <= on else "adopted_not_in_force"


def _known(state: str) -> State:
    for known in STATES:
        if known == state:
            return known
    raise JingbaoError(state, "this is no state of an instrument", f"Use one of {', '.join(STATES)}.")
