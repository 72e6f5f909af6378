"""Assembling: what is printed, in which order, and what is refused."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest

from jingbao.core.assemble import assemble, issue_number
from jingbao.core.assemble.mentions import Mentions
from jingbao.core.errors import PrintingError
from jingbao.core.values import Flag, Issue as IssueValue, Target, Watch, from_json, to_json
from jingbao.formats.printed import watch_said
from tests.desk_bench import CALL, DRAFT, GUIDELINES, brief, catalog, page

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


def running_text(made):
    yield from (sentence for highlight in made.highlights for sentence in highlight.sentences)
    yield from (sentence.text for item in made.items for sentence in item.sentences)


def test_bodies_and_terms_are_in_full_at_first_mention_in_the_highlights_and_short_afterwards():
    made = issue()
    text = " ".join(running_text(made))
    assert made.highlights[0].sentences[0].startswith("The Ministry of Industry and Information Technology (“MIIT”) ")
    for short in ("MIIT", "SAC", "IoT"):
        assert text.index(short) == text.index(f"(“{short}”)") + 2
        assert text.count(f"(“{short}”)") == 1
    assert made.items[0].headline.startswith("MIIT and SAC issued")
    assert made.items[1].sentences[0].text.startswith("On 31 July 2024 MIIT sought")


def test_a_term_is_spelt_out_where_it_heads_a_compound_but_not_inside_a_name():
    spell = Mentions().spell
    mentions = (("AI", "artificial intelligence (“AI”)"),)
    assert spell("the “AI Plus” initiative, AI-2 and GenAI", mentions) == "the “AI Plus” initiative, AI-2 and GenAI"
    assert spell("AI-enabled growth of AI", mentions) == "Artificial intelligence (“AI”)-enabled growth of AI"


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


def test_a_target_is_watched_only_where_its_item_says_it():
    made = page(
        "工业和信息化部关于印发《数据安全管理办法》的通知",
        "2024-08-01 到2025年，制定国家标准30项以上；到2026年，魍魉30项",
        [
            ("issuer", "工业和信息化部", "工业和信息化部"),
            ("published", "2024-08-01", "2024-08-01"),
            ("category", "legislative", "办法"),
            ("target", Target("2025", "制定国家标准", ">=", 30, "项"), "到2025年，制定国家标准30项以上"),
            ("target", Target("2026", "魍魉", ">=", 30, "项"), "到2026年，魍魉30项"),
        ],
    )
    found = issue(brief(made, status="issued"))
    assert [watch.day for _, watch in found.watches] == [date(2025, 12, 31)]
    (_, watch), (item,) = found.watches[0], found.items
    assert watch_said(watch, item) == "By 2025 at least 30 national standards are to be formulated"


@pytest.mark.parametrize(
    ("sizes", "named"),
    [
        ({"ai": 4, "data": 3, "telecom": 2, "auto": 1}, 3),
        ({"ai": 4, "data": 2, "telecom": 2, "auto": 2, "mkt": 1}, 4),
        ({"mkt": 2, "auto": 2, "telecom": 2, "data": 2, "ai": 2}, 5),
        ({"ai": 3, "data": 2, "telecom": 2, "auto": 2, "mkt": 2, "fin": 2}, 1),
        ({"ai": 2, "data": 2, "telecom": 2, "auto": 2, "mkt": 2, "fin": 2}, 0),
    ],
)
def test_of_themes_of_one_size_the_introduction_names_all_or_none(sizes, named):
    many = [
        replace(BRIEFS[0], basis=f"{name}{n}", url=f"https://www.miit.gov.cn/{name}{n}", topics=(name,))
        for name, size in sizes.items()
        for n in range(size)
    ]
    made = issue(*many)
    assert made.introduction.count("(") == named
    order = [h.topic for h in made.highlights]
    ranks = {name: n for n, name in enumerate(catalog().topics)}
    assert order == sorted(order, key=lambda name: (-sizes[name], ranks[name]))


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
            number = re.search(r"\(item (\d+)\)\.$", sentence)
            assert sentence.startswith("Item") or int(number[1]) in highlight.items
            assert sentence.startswith("Item") or any(sentence.split()[-5:-2] == h.split()[-3:] for h in headlines)


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
