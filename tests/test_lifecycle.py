"""An instrument moves only as the table of states allows."""

import re
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest

from jingbao.core.errors import JingbaoError
from jingbao.core.group.chain import WORDS, Kind
from jingbao.core.lifecycle import MOVES, STATES, State, move, state_of
from tests.home import ROOT

DAY = date(2024, 8, 1)


@pytest.mark.parametrize(
    "life",
    [
        ("draft", "draft_for_comment", "adopted_not_in_force", "in_force", "amended"),
        ("draft_for_comment", "issued", "in_force", "repealed"),
        ("draft_for_comment", "draft_for_comment", "issued", "in_force", "expired"),
        ("open_call", "pending", "issued"),
    ],
)
def test_the_lives_of_the_reference_are_allowed(life: tuple[str, ...]) -> None:
    for before, after in pairwise(life):
        assert move(before, after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("draft_for_comment", "in_force"),
        ("issued", "draft_for_comment"),
        ("repealed", "in_force"),
        ("open_call", "in_force"),
        ("event", "issued"),
    ],
)
def test_a_move_that_skips_or_turns_back_is_refused_with_what_is_allowed(before: str, after: str) -> None:
    with pytest.raises(JingbaoError, match=before):
        move(before, after)


def test_a_word_that_is_no_state_is_refused() -> None:
    with pytest.raises(JingbaoError, match="no state"):
        move("draft", "promulgated")


def test_every_state_has_its_moves_and_every_move_leads_to_a_state() -> None:
    assert set(MOVES) == set(STATES)
    assert set().union(*MOVES.values()) <= set(STATES)


def test_an_issued_text_waits_for_its_day_is_in_force_on_it_and_expires_after_the_last() -> None:
    last = date(2024, 9, 30)
    assert state_of("issued", date(2024, 8, 2), last, DAY) == "adopted_not_in_force"
    assert state_of("issued", DAY, last, DAY) == "in_force"
    assert state_of("trial", DAY, last, last) == "in_force"
    assert state_of("issued", DAY, last, date(2024, 10, 1)) == "expired"


def test_a_text_that_states_no_day_is_issued_and_no_more() -> None:
    assert state_of("issued", None, None, DAY) == "issued"
    assert state_of("trial", None, None, DAY) == "issued"


def test_a_draft_or_call_is_never_in_force_whatever_days_it_mentions() -> None:
    assert state_of("draft_for_comment", DAY, None, date(2025, 1, 1)) == "draft_for_comment"
    assert state_of("open_call", DAY, DAY, date(2025, 1, 1)) == "open_call"
    assert state_of("event", DAY, None, DAY) == "event"


# Where the earlier stands, and where it stands once what the later page says has been done.
LEADS: dict[Kind, tuple[State, State]] = {
    "redraft": ("draft_for_comment", "draft_for_comment"),
    "final": ("draft_for_comment", "issued"),
    "amended": ("in_force", "amended"),
    "repealed": ("in_force", "repealed"),
    "proposed": ("open_call", "pending"),
    "result": ("pending", "issued"),
}


def test_a_link_between_stages_is_a_move_that_is_allowed() -> None:
    for before, after in LEADS.values():
        assert move(before, after) == after
    others = set(get_args(Kind)) - set(LEADS)  # leave the earlier where it is
    assert others == {"extended", "suspended", "corrected", "replaced", "next", "enforced"}


def test_the_manual_has_every_link_with_its_words() -> None:
    manual = (ROOT / "docs" / "words.md").read_text(encoding="utf-8").partition("## Link:")[2]
    rows = re.findall(r"^\| `([a-z]+)` \| (.+?) \| (.+?) \|$", manual, re.M)
    assert {kind: (one, other) for kind, one, other in rows} == WORDS
