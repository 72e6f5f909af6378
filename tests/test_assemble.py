"""Assembling: what is printed, in which order, and what is refused."""

import random
from dataclasses import replace
from datetime import date

import pytest

from jingbao.core.assemble import assemble, issue_number
from jingbao.core.errors import PrintingError
from jingbao.core.values import Flag, Watch, from_json, to_json
from jingbao.core.values import Issue as IssueValue
from tests.desk_bench import CALL, DRAFT, GUIDELINES, brief, catalog

START, END, PRINTED = date(2024, 7, 1), date(2024, 8, 31), date(2024, 9, 5)
BRIEFS = (
    brief(GUIDELINES, status="issued"),
    brief(DRAFT, status="draft_for_comment"),
    brief(CALL, status="open_call"),
)


def issue(*briefs, printed=PRINTED, **more):
    return assemble(briefs or BRIEFS, catalog(), START, END, printed, **more)


def test_items_stand_in_the_order_of_the_beat_newest_first_and_are_numbered_through():
    made = issue()
    assert [section.name for section in made.sections] == ["legislative", "industry"]
    assert [(item.number, item.brief.published) for item in made.items] == [
        (1, date(2024, 8, 26)),
        (2, date(2024, 7, 31)),
        (3, date(2024, 7, 15)),
    ]


def test_the_same_briefs_in_any_order_make_the_same_issue():
    many = [replace(b, basis=f"{n}", url=f"{b.url}?{n}", title=f"{b.title}{n % 3}") for b in BRIEFS for n in range(9)]
    made = issue(*many)
    for seed in range(5):
        random.Random(seed).shuffle(many)
        assert to_json(issue(*many)) == to_json(made)
    assert from_json(IssueValue, to_json(made)) == made


def test_bodies_are_in_full_at_first_mention_and_short_afterwards():
    first, second, _ = issue().items
    assert first.headline.startswith("MIIT and SAC issued")
    assert first.sentences[0].text.startswith(
        "On 26 August 2024 the Ministry of Industry and Information Technology (“MIIT”) and the Standardisation "
        "Administration of China (“SAC”) published"
    )
    assert second.sentences[0].text.startswith("On 31 July 2024 MIIT sought")


def test_tense_follows_the_day_of_printing():
    assert "The consultation closed on 31 August 2024." in [s.text for i in issue().items for s in i.sentences]
    early = issue(printed=date(2024, 8, 31))
    assert "Comments are due by 31 August 2024." in [s.text for i in early.items for s in i.sentences]


def test_only_dates_still_ahead_are_watched_soonest_first():
    assert [(number, watch.day) for number, watch in issue().watches] == [(3, date(2024, 9, 20))]
    far = replace(BRIEFS[0], watches=(Watch(date(2024, 9, 5), "effective", BRIEFS[0].headline.citations[0]),))
    due = replace(BRIEFS[1], watches=(Watch(date(2024, 9, 5), "comment_deadline", BRIEFS[1].headline.citations[0]),))
    assert [(n, watch.what) for n, watch in issue(far, due, BRIEFS[2]).watches] == [
        (2, "comment_deadline"),
        (3, "submission_deadline"),
    ]


def test_what_was_posted_outside_the_period_or_after_printing_is_not_printed():
    late = replace(BRIEFS[0], published=date(2024, 9, 1))
    assert len(issue(late, *BRIEFS[1:]).items) == 2
    assert len(issue(printed=date(2024, 8, 1)).items) == 2


def test_a_blocked_brief_is_left_out_with_its_reason():
    blocked = replace(BRIEFS[0], flags=(Flag("verb", "x", "a draft called issued", "correct it", "blocking"),))
    made = issue(blocked, *BRIEFS[1:])
    assert len(made.items) == 2
    assert [(flag.code, "verb" in flag.cause) for flag in made.flags] == [("left-out", True)]


def test_nothing_is_printed_without_all_legal_blocks():
    beat = replace(catalog().beat, legal=catalog().beat.legal[1:])
    with pytest.raises(PrintingError, match="disclaimer"):
        assemble(BRIEFS, replace(catalog(), beat=beat), START, END, PRINTED)


def test_an_issue_without_items_is_refused():
    with pytest.raises(PrintingError):
        assemble((), catalog(), START, END, PRINTED)


def test_introduction_and_highlights_say_only_what_items_say():
    made = issue(*(replace(b, basis=f"{n}", url=f"{b.url}?{n}") for b in BRIEFS for n in range(2)))
    assert made.introduction.startswith("This issue reports six developments posted from 1 July 2024 to 31 August 2024")
    headlines = {item.headline for item in made.items}
    assert 2 <= len(made.highlights) <= 4
    for highlight in made.highlights:
        assert set(highlight.items) <= {item.number for item in made.items}
        for sentence in highlight.sentences:
            assert sentence.split(" (item")[0] in headlines or sentence.startswith("Item")


def test_the_colophon_says_that_no_person_has_reviewed_the_drafts():
    assert "machine drafts (writer: rules) that no person has reviewed" in issue().colophon
    assert "sources consulted to 5 September 2024" in issue(coverage=True).introduction


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (date(2024, 7, 1), date(2024, 8, 31), "2024-07..2024-08"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 7, 1), date(2024, 7, 15), "2024-07-01..2024-07-15"),
    ],
)
def test_the_issue_is_numbered_by_its_period(start, end, number):
    assert issue_number(start, end) == number
