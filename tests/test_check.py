"""The checker finds what the English says without support, whoever wrote it."""

from dataclasses import replace

import pytest

from jingbao.core.check import check
from jingbao.core.figures import chinese_days, chinese_numbers, english_days, english_numbers
from jingbao.core.values import Sentence
from tests.desk_bench import CALL, DRAFT, GUIDELINES, brief, catalog


def seeded(made, status, old, new):
    """Codes of blocking flags after one error is put into a true Brief."""
    found = brief(made, status=status)
    assert not check(found, (made[0],), catalog())

    def wrong(sentence):
        return replace(sentence, text=sentence.text.replace(old, new), after=sentence.after.replace(old, new))

    broken = replace(found, headline=wrong(found.headline), sentences=tuple(map(wrong, found.sentences)))
    assert broken != found, f"{old!r} does not occur"
    return {flag.code for flag in check(broken, (made[0],), catalog()) if flag.severity == "blocking"}


@pytest.mark.parametrize(
    ("made", "status", "old", "new", "code"),
    [
        (GUIDELINES, "issued", "2024 Edition", "2025 Edition", "unsupported-number"),
        (GUIDELINES, "issued", "26 August 2024", "27 August 2024", "unsupported-date"),
        (GUIDELINES, "issued", "22 July 2024", "26 July 2024", "unsupported-date"),
        (GUIDELINES, "issued", "SAC", "SAMR", "unsupported-body"),
        (GUIDELINES, "issued", "issued", "proposed", "verb"),
        (GUIDELINES, "issued", "issued", "approved", "verb"),
        (DRAFT, "draft_for_comment", "proposed", "issued", "verb"),
        (DRAFT, "draft_for_comment", "sought public comment on", "released", "verb"),
        (DRAFT, "draft_for_comment", "31 August 2024", "30 September 2024", "unsupported-date"),
        (DRAFT, "draft_for_comment", "MIIT", "CAC", "unsupported-body"),
        (CALL, "open_call", "invited cities to apply as", "selected", "verb"),
        (CALL, "open_call", "invited cities to apply as", "named 39", "unsupported-number"),
        (CALL, "open_call", "20 September", "20 October", "unsupported-date"),
        (CALL, "open_call", "BeiDou", "5G", "unsupported-name"),
    ],
)
def test_a_seeded_error_blocks_the_brief(made, status, old, new, code):
    assert code in seeded(made, status, old, new)


def test_a_sentence_without_citation_blocks_the_brief():
    found = brief(GUIDELINES, status="issued")
    broken = replace(found, sentences=(*found.sentences, Sentence("They bind everyone.", ())))
    assert {flag.code for flag in check(broken, (GUIDELINES[0],), catalog())} == {"uncited"}


def test_a_quotation_that_no_reading_holds_blocks_the_brief():
    found = brief(GUIDELINES, status="issued")
    citation = replace(found.headline.citations[0], quote="别的话")
    broken = replace(found, headline=replace(found.headline, citations=(citation, *found.headline.citations[1:])))
    assert "unknown-quotation" in {flag.code for flag in check(broken, (GUIDELINES[0],), catalog())}


def test_a_quotation_may_be_wider_than_its_fact_but_must_hold_it_in_its_place():
    found = brief(DRAFT, status="draft_for_comment")
    n, deadline = next((n, s) for n, s in enumerate(found.sentences) if "consultation" in s.after)
    (citation,) = deadline.citations
    assert citation.quote == "请于2024年8月31日前反馈"
    for quote in ("请于2024年8月30日前反馈", "于2024年8月31日前反馈请", "请于2024年8月31日前反馈意见"):
        broken = replace(deadline, citations=(replace(citation, quote=quote),))
        sentences = (*found.sentences[:n], broken, *found.sentences[n + 1 :])
        codes = {flag.code for flag in check(replace(found, sentences=sentences), (DRAFT[0],), catalog())}
        assert "unknown-quotation" in codes


def test_a_comment_needs_an_author_and_no_citation():
    found = brief(GUIDELINES, status="issued")
    named = Sentence("Makers should prepare now.", (), "comment", "A. Lawyer")
    assert not check(replace(found, sentences=(named,)), (GUIDELINES[0],), catalog())
    broken = replace(found, sentences=(replace(named, author=""),))
    assert {flag.code for flag in check(broken, (GUIDELINES[0],), catalog())} == {"comment"}


def test_what_is_missing_is_flagged():
    reading = replace(GUIDELINES[0], facts=tuple(f for f in GUIDELINES[0].facts if f.name in ("title", "status")))
    found = replace(brief(GUIDELINES, status="issued"), issuers=(), status="unknown", url="")
    codes = {flag.code for flag in check(found, (reading,), catalog())}
    assert {"missing-issuer", "missing-instrument", "missing-status", "missing-date", "missing-link"} <= codes


def test_numbers_are_the_same_in_both_languages():
    assert chinese_numbers("注册资本1.5万亿元、2792家、第七批、十七部门、２０万户") >= {1.5e12, 2792, 7, 17, 200_000}
    assert english_numbers("RMB 1.5 trillion, 2,792 apps, the seventh batch, 16 others, two cities, Q2, 5G, IPv6") == {
        1.5e12,
        2792,
        7,
        16,
        2,
    }


def test_days_are_the_same_in_both_languages():
    assert chinese_days("二〇二四年八月二十六日，2024-07-22，9月1日") >= {(2024, 8, 26), (2024, 7, 22), (0, 9, 1)}
    assert english_days("On 26 August 2024, by 1 September and in July 2024; it may march on") == {
        (2024, 8, 26),
        (0, 9, 1),
        (2024, 7, 0),
    }
