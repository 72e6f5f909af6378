"""Pages about one development meet, pages about two never do, in whatever order they arrive."""

import gzip
import json
import random
import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from benchmarks import grouping
from jingbao.core.catalog import Beat, Catalog, Issuer
from jingbao.core.group import (
    Ask,
    Chain,
    Join,
    Profile,
    Start,
    chain,
    chain_keys,
    decide,
    develop,
    keys,
    known_on,
    profile,
    reach,
    settle,
)
from jingbao.core.group.chain import follows
from jingbao.core.group.compare import within
from jingbao.core.group.decide import contradiction
from jingbao.core.group.fold import body, core, fold, happening
from jingbao.core.group.kin import kin, stem, stem_keys
from jingbao.core.group.points import letters, plain, simplified
from jingbao.core.group.same import conflict, same
from jingbao.core.group.sketch import bands, likeness, sketch
from jingbao.core.values import Count, Document, Fact, FactValue, Reading, Span, from_json, to_json
from tests.pairs import MIIT, PAIRS, PLAN, RULES, STAGES, Pair, Stages, t, told
from tests.shared import SHARED, needs_shared

NOTICE = (
    "为贯彻落实国家有关部署，加快建设工业互联网安全分类分级管理体系，制定本办法。工业互联网企业应当建立健全网络安全责任制。"
    "企业应当按照要求开展自主定级，并于每年年底前报送定级结果。省级主管部门负责本行政区域内的监督检查工作。"
    "鼓励企业采用安全可靠的产品和服务，提升供应链安全水平。对未履行义务的企业，由主管部门责令限期改正。"
)
OTHER = (
    "近年来，短视频平台快速发展，群众反映强烈的问题仍然存在。各地要压实平台主体责任，完善推荐算法。"
    "平台应当设置显著的举报入口，及时处置违法和不良信息。各单位要加强统筹协调，确保工作取得实效。"
    "要建立长效机制，推动行业自律，形成社会共治的良好局面，每季度报送一次工作进展。"
)


def read(
    url: str, title: str, text: str = "", *, role: str = "official", status: str = "issued", **facts: Any
) -> tuple[Reading, Document]:
    """A Reading as the reader would make it, and its Document. facts: name=value or name=[values]."""
    named: dict[str, Any] = {"title": title, "role": role, "status": status, **facts}
    found: list[Fact] = []
    for name, given_values in named.items():
        values: list[FactValue] = given_values if isinstance(given_values, list) else [given_values]
        found += [Fact(name, value, str(value), _span(text, str(value)), "test") for value in values if value != ""]
    document = Document(url, url, "1", "", "article", title, text, "", ())
    return Reading(document.id, url, url, "1", tuple(found)), document


def _span(text: str, words: str) -> Span:
    start = text.find(words)
    return Span("body", start, start + len(words)) if start >= 0 else Span("title", 0, 1)


def page(url: str, title: str, text: str = "", **facts: Any) -> Profile:
    """A Profile; an announcement is about the instrument in its heading where nothing else is said."""
    if facts.get("role", "official") in ("official", "copy"):
        facts.setdefault("instrument", title)
    return profile(*read(url, title, text, **facts))


def arrive(pages: list[Profile]) -> set[frozenset[str]]:
    """Groups of addresses after the pages came one by one, found through their index keys alone."""
    homes: dict[int, list[Profile]] = {}
    for number, new in enumerate(pages):
        found = set(keys(new))
        near = tuple((n, tuple(ps)) for n, ps in homes.items() if any(found & set(keys(p)) for p in ps))
        match decide(new, near):
            case Join(developments=numbers):
                joined = [p for n in numbers for p in homes.pop(n)]
                homes[min(numbers)] = [*joined, new]
            case Start() | Ask():
                homes[number] = [new]
    return {frozenset(p.address for p in ps) for ps in homes.values()}


def test_one_document_number_makes_one_development_however_its_brackets_are_printed() -> None:
    a = page("http://a.gov.cn/1", "关于甲的通知", NOTICE, document_number="工信部科〔2024〕8号", published="2024-08-01")
    b = page(
        "http://b.gov.cn/2", "转载一则", OTHER, role="copy", document_number="工信部科[2024]8号", published="2024-08-09"
    )
    assert same(a, b)
    c = page("http://b.gov.cn/3", "转载一则", OTHER, role="copy", document_number="工信部科〔2024〕9号")
    assert same(a, c) is None
    assert conflict(a, c)


def test_a_bare_order_number_counts_only_with_the_same_authority() -> None:
    a = page("http://a.gov.cn/1", "令", document_number="第16号", issuer="交通运输部")
    b = page("http://b.gov.cn/1", "令", document_number="第16号", issuer="农业农村部")
    c = page("http://c.gov.cn/1", "令", document_number="第16号", issuer="交通运输部")
    assert same(a, b) is None
    assert same(a, c)


def test_a_copy_with_a_source_line_and_a_changed_title_is_the_same_text() -> None:
    a = page("http://a.gov.cn/1", "工业互联网安全分类分级管理办法", NOTICE, published="2024-08-01")
    b = page(
        "http://b.gov.cn/1",
        "工业互联网安全分类分级管理办法",
        "来源：某网站\n" + NOTICE,
        role="copy",
        published="2024-11-01",
    )
    assert same(a, b)


def test_a_mirror_in_traditional_characters_with_reading_aids_is_a_copy() -> None:
    a = page("http://a.gov.cn/1", "关于优化营商环境的意见", "优化营商环境，创新信息通信行业管理。" * 4)
    b = page(
        "http://spam.com/1",
        "關(guān)于優(yōu)化營商環(huán)境的意見",
        "優(yōu)化營商環(huán)境，創(chuàng)新信息通信行業(yè)管理。" * 4,
        role="untrusted",
    )
    tie = same(a, b)
    assert tie is not None
    assert tie.strength == 3


def test_a_template_filled_for_two_parties_is_two_developments() -> None:
    text = "你公司关于机构变更的请示收悉。经审核，现批复如下：同意你公司变更营业场所。请按照有关规定办理变更手续。" * 3
    a = page(
        "http://a.gov.cn/1", "关于甲乙丙银行变更营业场所的批复", text, issuer="金融监管总局", published="2024-08-01"
    )
    b = page(
        "http://a.gov.cn/2",
        "关于戊己庚保险变更营业场所的批复",
        text,
        issuer="金融监管总局",
        document_number="金复〔2024〕9号",
    )
    c = page(
        "http://a.gov.cn/3",
        "关于戊己庚保险变更营业场所的批复",
        text,
        issuer="金融监管总局",
        document_number="金复〔2024〕10号",
    )
    assert same(b, c) is None
    assert conflict(b, c)
    assert "batch" not in conflict(a, b)


@pytest.mark.parametrize(
    ("mark", "one", "other"),
    [("batch", "6", "7"), ("period", "2024Q1", "2024Q2"), ("edition", "2021版", "2024版")],
)
def test_batches_periods_and_editions_never_merge_though_their_texts_are_alike(mark: str, one: str, other: str) -> None:
    a = page(
        "http://a.gov.cn/1", "关于发布备案信息的公告", NOTICE, issuer="网信办", published="2024-08-01", **{mark: one}
    )
    b = page(
        "http://a.gov.cn/2", "关于发布备案信息的公告", NOTICE, issuer="网信办", published="2024-08-03", **{mark: other}
    )
    assert same(a, b) is None
    assert arrive([a, b]) == {frozenset({a.address}), frozenset({b.address})}


def test_a_batch_and_a_full_announcement_that_states_none_are_kept_apart() -> None:
    a = page("http://a.gov.cn/1", "关于发布备案信息的公告", NOTICE, issuer="网信办", published="2024-08-01", batch="7")
    b = page("http://a.gov.cn/2", "关于发布备案信息的公告", OTHER, issuer="网信办", published="2024-08-03")
    assert same(a, b) is None


def test_draft_final_call_and_result_share_a_name_and_stay_apart() -> None:
    name = "小额贷款公司监督管理暂行办法"
    facts = {"instrument": name, "issuer": "金融监管总局"}
    draft = page(
        "http://a.gov.cn/1",
        f"关于《{name}（征求意见稿）》公开征求意见的公告",
        NOTICE,
        status="draft_for_comment",
        **facts,
    )
    final = page("http://a.gov.cn/2", f"关于印发《{name}》的通知", NOTICE, status="issued", **facts)
    call = page("http://a.gov.cn/3", "关于开展试点城市遴选的通知", NOTICE, status="open_call", **facts)
    result = page("http://a.gov.cn/4", "关于公布试点城市名单的通知", NOTICE, status="list", **facts)
    assert same(draft, final) is None
    assert same(call, result) is None
    assert len(arrive([draft, final, call, result])) >= 3


def test_a_second_consultation_is_not_the_first() -> None:
    facts = {"instrument": "无线电管理规定（征求意见稿）", "issuer": "工业和信息化部", "status": "draft_for_comment"}
    a = page(
        "http://a.gov.cn/1", "公开征求对《无线电管理规定（征求意见稿）》的意见", NOTICE, published="2024-08-01", **facts
    )
    b = page(
        "http://a.gov.cn/2",
        "再次公开征求对《无线电管理规定（征求意见稿）》的意见",
        NOTICE,
        published="2024-09-01",
        **facts,
    )
    assert same(a, b) is None


def test_press_and_interpretation_join_by_the_instrument_they_name() -> None:
    facts = {"instrument": "直播带货合规指引", "issuer": "北京市市场监督管理局"}
    text = page("http://a.gov.cn/1", "关于发布《直播带货合规指引》的公告", NOTICE, published="2024-08-09", **facts)
    press = page("http://p.com/1", "直播带货有了新规矩", OTHER, role="press", published="2024-08-12", **facts)
    interp = page(
        "http://a.gov.cn/2", "《直播带货合规指引》解读", OTHER, role="interpretation", published="2024-08-09",
        issuer="北京市市场监督管理局",
    )  # fmt: skip
    late = page("http://p.com/2", "又一年", OTHER, role="press", published="2025-08-12", **facts)
    assert same(text, press)
    assert same(text, interp)
    assert same(text, late) is None
    assert arrive([press, interp, text]) == {frozenset({text.address, press.address, interp.address})}


def test_another_body_of_the_place_may_explain_a_text() -> None:
    facts = {"instrument": "天津市算力产业发展实施方案", "region": "Tianjin", "published": "2024-09-11"}
    text = page(
        "http://a.gov.cn/1", "关于印发天津市算力产业发展实施方案的通知", NOTICE, issuer="天津市人民政府", **facts
    )
    explained = page(
        "http://a.gov.cn/2", "《天津市算力产业发展实施方案》解读", OTHER, role="interpretation",
        issuer="天津市工业和信息化局", **facts,
    )  # fmt: skip
    elsewhere = page(
        "http://b.gov.cn/2", "《天津市算力产业发展实施方案》解读", OTHER, role="interpretation",
        issuer="上海市数据局", **{**facts, "region": "Shanghai"},
    )  # fmt: skip
    assert same(text, explained)
    assert same(text, elsewhere) is None


def test_an_order_told_by_who_signed_it_is_that_order() -> None:
    facts = {"instrument": "政务数据共享条例", "issuer": "国务院", "published": "2025-06-03"}
    text = page("http://a.gov.cn/1", "政务数据共享条例", RULES, document_number="国务院令第809号", **facts)
    told = page(
        "http://b.gov.cn/2", "就《政务数据共享条例》答记者问", OTHER, role="interpretation",
        document_number="国务院总理签署第809号", **facts,
    )  # fmt: skip
    assert same(text, told)


def test_a_name_in_common_does_not_join_pages_of_two_authorities() -> None:
    a = page("http://a.gov.cn/1", "行政处罚信息公开表", issuer="北京市市场监督管理局", published="2024-08-09")
    b = page("http://b.gov.cn/1", "行政处罚信息公开表", issuer="上海市市场监督管理局", published="2024-08-09")
    c = page("http://c.gov.cn/1", "工业互联网管理办法", issuer="工业和信息化部办公厅", published="2024-08-09")
    d = page("http://d.gov.cn/1", "工业互联网管理办法", issuer="工信部", published="2024-08-10", role="copy")
    assert same(a, b) is None
    assert same(c, d)


def test_what_is_done_to_a_text_is_not_the_text() -> None:
    facts = {"instrument": "港口收费计费办法", "issuer": "交通运输部"}
    a = page("http://a.gov.cn/1", "关于印发《港口收费计费办法》的通知", NOTICE, published="2024-08-01", **facts)
    b = page("http://a.gov.cn/2", "关于延长《港口收费计费办法》有效期的公告", OTHER, published="2024-08-20", **facts)
    assert same(a, b) is None


def test_an_event_is_one_by_its_name_and_days() -> None:
    a = page(
        "http://a.gov.cn/1", "2024世界机器人大会在京开幕", "", status="event", published="2024-08-21", instrument=""
    )
    b = page("http://p.com/1", "2024世界机器人大会举行", "", role="press", status="event", published="2024-08-22")
    c = page("http://p.com/2", "2024世界机器人大会举行", "", role="press", status="event", published="2024-12-22")
    assert same(a, b)
    assert same(a, c) is None


def test_reports_of_one_act_join_by_wording_unless_their_counts_differ() -> None:
    facts = {"issuer": "最高人民检察院", "status": "case_release"}
    a = page(
        "http://a.gov.cn/1", "最高检发布惩治电信网络诈骗典型案例", OTHER, role="press", published="2024-07-26", **facts
    )
    b = page(
        "http://p.com/1",
        "最高检发布一批惩治电信网络诈骗典型案例",
        NOTICE,
        role="press",
        published="2024-07-27",
        **facts,
    )
    assert same(a, b)
    ten, six = ([Count(n, "件", "典型案例")] for n in (10, 6))
    c = page(
        "http://p.com/3",
        "最高检发布惩治电信网络诈骗典型案例",
        OTHER,
        role="press",
        published="2024-07-26",
        count=ten,
        **facts,
    )
    d = page(
        "http://p.com/4",
        "最高检发布一批惩治电信网络诈骗典型案例",
        NOTICE,
        role="press",
        published="2024-07-27",
        count=six,
        **facts,
    )
    assert same(c, d) is None


def test_a_digest_of_many_developments_joins_none_of_them() -> None:
    facts = {"issuer": "工业和信息化部", "published": "2024-08-09"}
    a = page("http://a.gov.cn/1", "工业互联网安全管理办法", NOTICE, instrument="工业互联网安全管理办法", **facts)
    b = page(
        "http://l.com/1",
        "律所一周要闻",
        NOTICE + OTHER,
        role="press",
        cites=["工业互联网安全管理办法", "数据安全法"],
        **facts,
    )
    assert same(a, b) is None


def test_a_report_that_fits_two_batches_is_a_question_and_merges_neither() -> None:
    facts = {"issuer": "国家互联网信息办公室", "instrument": "深度合成服务算法备案信息", "status": "list"}
    sixth = page(
        "http://a.gov.cn/6",
        "关于发布第六批深度合成服务算法备案信息的公告",
        NOTICE,
        published="2024-08-01",
        batch="6",
        **facts,
    )
    seventh = page(
        "http://a.gov.cn/7",
        "关于发布第七批深度合成服务算法备案信息的公告",
        OTHER,
        published="2024-08-05",
        batch="7",
        **facts,
    )
    press = page("http://p.com/1", "一批算法完成备案", "", role="press", published="2024-08-06", **facts)
    assert isinstance(decide(press, ((1, (sixth,)), (2, (seventh,)))), Ask)
    for order in ([sixth, seventh, press], [press, sixth, seventh], [seventh, press, sixth]):
        assert not any({sixth.address, seventh.address} <= group for group in arrive(order))


def test_a_page_that_ties_two_developments_merges_them() -> None:
    a = page("http://a.gov.cn/1", "甲", NOTICE, document_number="工信部科〔2024〕8号")
    b = page("http://b.gov.cn/1", "乙", OTHER, role="copy")
    link = page("http://b.gov.cn/1", "丙", "", role="copy", document_number="工信部科〔2024〕8号")
    assert decide(link, ((3, (a,)), (1, (b,)))) == Join(
        (1, 3), "same address; same document number 工信部科〔2024〕8号"
    )
    assert arrive([a, b, link]) == {frozenset({a.address, b.address})}


NAMES = [
    "工业互联网安全管理办法",
    "智能网联汽车产品准入管理办法",
    "智能网联汽车产品准入管理暂行办法",
    "深度合成算法备案信息",
]
PAGES = st.builds(
    page,
    st.integers(0, 12).map(lambda n: f"http://h{n}.cn/{n}"),
    st.sampled_from([*NAMES, "一批算法完成备案", "2024世界机器人大会开幕", "律所一周要闻"]),
    st.sampled_from(
        [NOTICE, OTHER, NOTICE + OTHER, "来源：本网\n" + NOTICE, "日前发布智能网联汽车产品准入管理办法。" + OTHER, ""]
    ),
    role=st.sampled_from(["official", "copy", "press", "interpretation", "untrusted"]),
    status=st.sampled_from(["issued", "draft_for_comment", "open_call", "list", "event", ""]),
    instrument=st.sampled_from(["", *NAMES]),
    issuer=st.sampled_from(["", "工业和信息化部", "工信部", "公安部"]),
    batch=st.sampled_from(["", "", "6", "7"]),
    document_number=st.sampled_from(["", "", "工信部科〔2024〕8号", "公安〔2024〕3号"]),
    published=st.integers(0, 90).map(lambda n: (date(2024, 7, 1) + timedelta(n)).isoformat()),
)


@settings(max_examples=150, deadline=None)
@given(PAGES, PAGES)
def test_the_test_is_symmetric_and_pages_that_belong_together_share_a_key(a: Profile, b: Profile) -> None:
    assert same(a, b) == same(b, a)
    assert conflict(a, b) == conflict(b, a)
    if same(a, b):
        assert any(reach(key) is None or within(a, b, reach(key) or 0) for key in set(keys(a)) & set(keys(b)))
        assert not conflict(a, b)


def _contradictory(pages: list[Profile]) -> bool:
    """Whether the closure of `same` would bring together two pages that contradict each other."""
    group = list(range(len(pages)))
    for n, a in enumerate(pages):
        for m in range(n):
            if group[m] != group[n] and same(a, pages[m]):
                group = [group[m] if g == group[n] else g for g in group]
    return any(group[n] == group[m] and contradiction(pages[n], pages[m]) for n in range(len(pages)) for m in range(n))


@settings(max_examples=60, deadline=None)
@given(st.lists(PAGES, min_size=2, max_size=9, unique_by=lambda p: p.address), st.randoms(use_true_random=False))
def test_membership_does_not_depend_on_the_order_of_arrival(pages: list[Profile], chance: random.Random) -> None:
    shuffled = chance.sample(pages, len(pages))
    groups = arrive(shuffled)
    by_address = {p.address: p for p in pages}
    for group in groups:
        members = [by_address[address] for address in group]
        assert not any(conflict(a, b) for a in members for b in members)
    if not _contradictory(pages):
        assert groups == arrive(pages)


def test_a_profile_survives_storage() -> None:
    one = page("http://a.gov.cn/1", "甲办法", NOTICE, document_number="工信部科〔2024〕8号", published="2024-08-01")
    assert from_json(Profile, to_json(one)) == one
    assert all(len(key) <= 120 for key in keys(one))


def test_a_sketch_tells_how_much_two_texts_have_in_common() -> None:
    text = fold(NOTICE * 2 + OTHER)
    assert likeness(sketch(text), sketch(text)) == 1
    dropped = text[:60] + text[80:]
    assert 0.8 < likeness(sketch(text), sketch(dropped)) < 1
    assert likeness(sketch(fold(NOTICE)), sketch(fold(OTHER))) < 0.1
    assert set(bands(sketch(text))) & set(bands(sketch(dropped)))
    assert sketch("太短") == ""
    assert bands("") == ()
    assert likeness("", sketch(text)) == 0


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=80)
    | st.text("（(yōu)優化后後㈱½ﬁＡé\u0301第七批，。 \n𠀀\ud800", max_size=40)
)
def test_the_fast_way_through_the_tables_folds_like_the_slow_one(text: str) -> None:
    narrowed = unicodedata.normalize("NFKC", text).lower()
    slow = "".join(simplified(re.sub(r"(?<=[㐀-鿿])\([a-zü\u00e0-\u01dc]{1,7}\)", "", narrowed)))
    assert plain(text) == slow
    whole = [unit for unit in letters(text).tolist() if not 0xD800 <= unit < 0xE000]
    assert "".join(map(chr, whole)) == "".join(c for c in slow if c.isalnum() and ord(c) < 0x10000)


@needs_shared
def test_copies_of_law_texts_with_planted_edits_are_found_and_strangers_are_not() -> None:
    texts = grouping.make(4_000)
    found = grouping.ours(texts)
    assert len(found.joined) > 700
    assert grouping.broken(texts, found, grouping.closest_strangers(texts)) == []


@needs_shared
def test_the_check_of_the_benchmark_fails_where_a_join_is_false_or_a_copy_is_missed() -> None:
    texts = grouping.make(400)
    none = grouping.Found(candidates=[9] * 400)
    assert len(grouping.broken(texts, none, 0.6)) == 1 + len(grouping.KINDS) + 1
    strangers = next(n for n, made in enumerate(texts) if n and made.copy_of is None and texts[0].copy_of != n)
    (fault,) = grouping.broken(
        texts, replace(grouping.ours(texts), joined=[*grouping.ours(texts).joined, (0, strangers)]), 0.1
    )
    assert "joined" in fault


def test_names_of_instruments_events_and_bodies_are_brought_to_one_form() -> None:
    assert core("工业和信息化部关于创新信息通信行业管理 优化营商环境的意见") == core(
        "《关于创新信息通信行业管理优化营商环境的意见（征求意见稿）》"
    )
    assert core("关于印发《雷达无线电管理规定（试行）（征求意见稿）》的通知") == core("雷达无线电管理规定（试行）")
    assert core("物联网标准体系建设指南（2024版）") == core("物联网标准体系建设指南")
    assert core("若干问题的意见（二）") != core("若干问题的意见")
    assert fold("第十七批") == fold("第17批")
    assert happening("某行动启动仪式在京举行") == happening("某行动启动仪式举行") == "某行动启动仪式"
    assert happening("关于某某的通知") == ""
    assert body("工业和信息化部办公厅") == body("工业和信息化部")
    assert body("国家金融监督管理总局金融消费者权益保护局") == "国家金融监督管理总局"
    assert body("国家知识产权局") == "国家知识产权局"


def catalog() -> Catalog:
    issuer = Issuer("工业和信息化部", (), "MIIT", "MIIT", "ministry", "", "national", ("miit.gov.cn",), "")
    beat = Beat("t", "t", "t", "", "", "British", (), (), (), (), ())
    return Catalog({issuer.zh: issuer}, (), {}, (), {}, (), (), beat, "f")


def describe(*pairs: tuple[Reading, Document]) -> Any:
    readings = tuple(reading for reading, _ in pairs)
    reasons = {reading.id: "because" for reading in readings}
    known = {reading.id: known_on(reading, date(2024, 12, 1), first=True) for reading in readings}
    return develop(7, readings, reasons, known, catalog())


FULL = {"issuer": "工业和信息化部", "instrument": "甲办法", "signed": "2024-07-22"}


def test_the_page_cited_is_the_issuers_own_in_its_own_characters_with_the_text() -> None:
    day = "2024-08-01"
    own = read("https://www.miit.gov.cn/a.html", "甲办法", NOTICE, published=day, purpose="主管部门责令", **FULL)
    joint = read(
        "https://www.other.gov.cn/a.html", "甲办法", NOTICE, published="2024-07-31", purpose="主管部门责令", **FULL
    )
    record = read(
        "https://www.miit.gov.cn/data/a.json", "甲办法", NOTICE, published="2024-07-30", purpose="主管部门责令", **FULL
    )
    mirror = read(
        "https://big5.miit.gov.cn/a.html", "甲辦法", NOTICE, published="2024-07-30", purpose="主管部门责令", **FULL
    )
    pointer = read(
        "https://www.miit.gov.cn/b.html", "甲办法", "见附件", published="2024-07-30", purpose="见附件", **FULL
    )
    copy = read("https://www.sz.gov.cn/a.html", "甲办法", NOTICE, role="copy", published="2024-07-29", **FULL)
    press = read("https://p.com/a.html", "甲办法来了", OTHER, role="press", published="2024-07-29", **FULL)
    interp = read(
        "https://www.miit.gov.cn/jd.html", "《甲办法》解读", OTHER, role="interpretation", published=day, **FULL
    )
    found = describe(interp, press, copy, pointer, mirror, record, joint, own)
    assert found.members[0].url == "https://www.miit.gov.cn/a.html"
    assert [m.role for m in found.members[-3:]] == ["copy", "press", "interpretation"]
    assert (found.number, found.status, found.state, found.flags) == (7, "issued", "issued", ())
    assert found.members == describe(own, joint, record, mirror, pointer, copy, press, interp).members


def test_a_development_without_an_official_page_says_so_and_never_cites_an_unknown_host_before_others() -> None:
    press = read("https://p.com/a.html", "甲办法来了", OTHER, role="press", published="2024-08-02", **FULL)
    spam = read("https://spam.com/a.html", "甲办法", NOTICE, role="untrusted", published="2024-08-01", **FULL)
    found = describe(spam, press)
    assert found.members[0].url == "https://p.com/a.html"
    assert [(f.code, f.severity) for f in found.flags] == [("no-official-page", "blocking")]
    news = read("https://www.miit.gov.cn/news.html", "甲办法", NOTICE, role="press", published="2024-08-01", **FULL)
    assert [(f.code, f.severity) for f in describe(news).flags] == [("no-official-page", "warning")]
    assert [(f.code, f.severity) for f in describe(spam).flags] == [("no-official-page", "blocking")]


def test_what_a_development_lacks_is_flagged_by_name() -> None:
    bare = describe(read("", "甲", NOTICE))
    assert {f.code for f in bare.flags} == {"missing-issuer", "missing-published", "missing-instrument", "missing-link"}
    assert bare.members[0].known == date(2024, 12, 1)
    event = describe(
        read(
            "https://www.miit.gov.cn/a", "大会开幕", "", status="event", published="2024-08-01", issuer="工业和信息化部"
        )
    )
    assert event.flags == ()
    assert event.members[0].known == date(2024, 8, 1)
    assert {f.code for f in describe(read("https://a.cn", "甲", status="", published="2024-08-01")).flags} >= {
        "missing-status"
    }


def test_the_state_is_that_of_the_day_the_page_could_be_known() -> None:
    later = read("https://www.miit.gov.cn/a", "甲", published="2024-08-01", effective="2024-09-01", **FULL)
    assert describe(later).state == "adopted_not_in_force"
    draft = read(
        "https://www.miit.gov.cn/a",
        "甲",
        status="draft_for_comment",
        published="2024-08-01",
        effective="2024-01-01",
        **FULL,
    )
    assert describe(draft).state == "draft_for_comment"


def test_an_announcement_number_is_the_same_with_and_without_the_name_before_it() -> None:
    facts = {"issuer": "市场监管总局", "published": "2024-08-23"}
    a = page("http://a.gov.cn/1", "甲", NOTICE, document_number="市场监管总局公告2024年第36号", **facts)
    b = page("http://p.com/1", "乙", OTHER, role="press", document_number="2024年第36号", **facts)
    c = page("http://p.com/2", "丙", OTHER, role="press", document_number="2024年第36号", issuer="商务部")
    assert same(a, b)
    assert same(a, c) is None


def test_a_forwarded_text_is_the_text_of_its_author_whatever_the_number_of_the_cover() -> None:
    name = "关于征集人工智能赋能新型工业化典型应用案例的通知"
    a = page(
        "http://a.gov.cn/1",
        f"工业和信息化部办公厅{name}",
        NOTICE,
        issuer="工业和信息化部办公厅",
        document_number="工信厅〔2024〕7号",
    )
    b = page(
        "http://gd.gov.cn/1", f"广东省工业和信息化厅转发工业和信息化部办公厅{name}", OTHER,
        issuer="广东省工业和信息化厅", document_number="粤工信〔2024〕9号",
    )  # fmt: skip
    assert same(a, b)


def test_a_report_that_gives_the_name_without_book_marks_is_about_it() -> None:
    facts = {"issuer": "金融监管总局", "published": "2024-07-24", "status": "statement"}
    a = page("http://a.gov.cn/1", "关于防范新型电信网络诈骗的风险提示", NOTICE, **facts)
    b = page(
        "http://p.com/1",
        "四类骗局正盯上你的钱包",
        "日前金融监管总局发布关于防范新型电信网络诈骗的风险提示。" + OTHER,
        role="press",
        **facts,
    )
    c = page("http://p.com/2", "四类骗局正盯上你的钱包", OTHER, role="press", **facts)
    d = page(
        "http://p.com/3", "骗局", "日前金融监管总局就防范新型电信网络诈骗发出风险提示。" + OTHER, role="press", **facts
    )
    assert same(a, b)
    assert same(a, c) is None
    most = same(a, d)
    assert most is not None
    assert most.strength == 0
    long = page("http://a.gov.cn/2", "关于开展“网络去NAT”专项工作 进一步深化IPv6部署应用的通知", NOTICE, **facts)
    short = page(
        "http://p.com/4",
        "网络新动作",
        "近日，开展“网络去NAT”专项工作 进一步深化IPv6部署的文件发出。",
        role="press",
        **facts,
    )
    assert same(long, short)


@pytest.mark.parametrize(
    "junk", ["\ud800", "關\udfff", "关于", "《〈", "（（试行）", "第十百", "在举行", "優(yōu)", "a,", "\n。"]
)
def test_a_hostile_page_costs_no_more_than_its_length(junk: str) -> None:
    start = process_time()
    one = page(
        "http://x.com/1",
        junk * 50_000,
        junk * 200_000,
        instrument=junk * 50_000,
        issuer=[junk + str(n) for n in range(500)],
    )
    assert same(one, one)
    assert len(keys(one)) < 200
    assert process_time() - start < 5


def test_a_page_that_names_no_authority_joins_by_a_full_name_only() -> None:
    name = "人工智能行业刑事合规风险提示清单"
    a = page("http://a.gov.cn/1", f"关于发布{name}的通知", NOTICE, issuer="北京市人民检察院", published="2024-07-03")
    b = page(
        "http://p.com/1",
        "本市有了新提示",
        f"昨天，市检察院发布{name}。" + OTHER,
        role="press",
        status="event",
        published="2024-07-04",
    )
    c = page(
        "http://p.com/2",
        "本市有了新提示",
        "昨天，市检察院发布刑事合规风险提示。" + OTHER,
        role="press",
        published="2024-07-04",
    )
    d = page(
        "http://p.com/3", "本市有了新提示", f"昨天，市检察院发布{name}。" + OTHER, role="press", published="2024-08-04"
    )
    assert same(a, b)
    assert set(keys(a)) & set(keys(b))
    assert same(a, c) is None
    assert same(a, d) is None


def test_a_name_with_a_word_put_in_is_much_the_same_a_name_with_a_word_changed_is_not() -> None:
    facts = {"issuer": "工业和信息化部", "published": "2024-08-01"}
    a = page("http://a.gov.cn/1", "智能网联汽车产品准入管理办法", NOTICE, **facts)
    b = page("http://p.com/1", "新规来了", OTHER, role="press", instrument="智能网联汽车准入管理办法", **facts)
    assert same(a, b)
    one = page("http://a.gov.cn/2", "关于同意甲市建设人工智能先导区的复函", OTHER, **facts)
    other = page("http://c.gov.cn/3", "关于同意乙市建设人工智能先导区的复函", NOTICE, role="copy", **facts)
    assert same(one, other) is None


def test_two_reports_that_cite_one_law_are_not_about_one_thing() -> None:
    facts = {
        "issuer": "国家互联网信息办公室",
        "role": "press",
        "cites": ["生成式人工智能服务管理暂行办法"],
        "status": "statement",
    }
    a = page(
        "http://p.com/1",
        "大模型备案超百个",
        "依据生成式人工智能服务管理暂行办法，" + OTHER,
        published="2024-08-01",
        **facts,
    )
    b = page(
        "http://p.com/2", "网信办答问", "依据生成式人工智能服务管理暂行办法，" + NOTICE, published="2024-08-20", **facts
    )
    assert same(a, b) is None


def test_announcements_alike_but_for_a_place_are_not_brought_together_by_a_report_on_one_of_them() -> None:
    facts = {"issuer": "工业和信息化部", "published": "2024-08-01"}
    a = page("http://a.gov.cn/1", "关于同意甲州市建设国家人工智能创新应用先导区的复函", NOTICE, **facts)
    b = page("http://a.gov.cn/2", "关于同意乙州市建设国家人工智能创新应用先导区的复函", OTHER, **facts)
    text = "近日印发关于同意甲州市建设国家人工智能创新应用先导区的复函。" + OTHER
    press = page("http://p.com/1", "又一个先导区来了", text, role="press", **facts)
    assert same(press, b)
    assert decide(press, ((1, (a,)), (2, (b,)))) == Join((1,), "同意甲州市建设国家人工智能创新应用先导区的复函 told of")
    for order in ([a, b, press], [a, press, b], [b, press, a], [press, a, b]):
        assert not any({a.address, b.address} <= group for group in arrive(order))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中华人民共和国反不正当竞争法", "山东省实施《中华人民共和国反不正当竞争法》办法"),
        ("中华人民共和国商标法", "中华人民共和国商标法实施条例"),
        ("关于审理侵犯专利权纠纷案件应用法律若干问题的解释", "关于审理侵犯专利权纠纷案件应用法律若干问题的解释（二）"),
        ("广播电视管理条例", "浙江省广播电视管理条例"),
        ("互联网信息服务管理办法", "关于修改《互联网信息服务管理办法》的决定"),
    ],
)
def test_a_text_that_applies_changes_or_continues_another_is_not_that_text(one: str, other: str) -> None:
    facts = {"issuer": "某委员会", "published": "2024-08-01"}
    a = page("http://a.gov.cn/1", one, NOTICE, **facts)
    b = page("http://b.gov.cn/2", other, OTHER, role="copy", **facts)
    assert same(a, b) is None
    report = page("http://p.com/1", "新闻", f"近日通过{other}。", role="press", **facts)
    assert not any({a.address, b.address} <= group for group in arrive([a, b, report]))


@needs_shared
def test_a_hundred_laws_of_one_authority_and_one_day_stay_apart() -> None:
    path = SHARED / "data" / "law-texts" / "texts.jsonl.gz"
    laws = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    pages = [
        page(f"http://h{n}.cn/", law["title"], law["text"].split("-->")[-1], issuer="某委员会", published="2024-08-01",
             role=("official", "copy")[n % 2])
        for n, law in enumerate(laws)
    ]  # fmt: skip
    titles = {p.address: fold(law["title"]) for p, law in zip(pages, laws, strict=True)}
    assert len(laws) > 100
    assert all(len({titles[address] for address in group}) == 1 for group in arrive(pages))


def _meet(a: Profile, b: Profile) -> bool:
    """Whether two pages are looked at together: an index key in common, within its reach."""
    common = set(keys(a)) & set(keys(b))
    return any(days is None or within(a, b, days) for days in map(reach, common))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pages_as_they_are_posted_are_one_development_or_two(pair: Pair) -> None:
    a, b = told(pair.one), told(pair.other)
    assert bool(same(a, b)) == pair.same
    assert same(a, b) == same(b, a)
    for order in ([a, b], [b, a]):
        assert len(arrive(order)) == (1 if pair.same else 2)
    if pair.same:
        assert _meet(a, b)


@pytest.mark.parametrize("stages", STAGES, ids=lambda stages: stages.name)
def test_what_follows_what_is_linked_by_its_kind_whichever_comes_first(stages: Stages) -> None:
    a, b = (1, (told(stages.one),)), (2, (told(stages.other),))
    link = chain(a, b)
    assert link == chain(b, a)
    assert (link.kind if link else "") == stages.kind
    if link:
        assert (link.earlier, link.later) == (1, 2)
        assert link.because
        assert set(chain_keys(a[1][0])) & set(chain_keys(b[1][0]))
        assert from_json(Chain, to_json(link)) == link


def test_the_nearest_stage_is_linked_and_what_it_leads_on_to_is_left_out() -> None:
    draft = t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", RULES, "2022-01-10")
    again = t(MIIT, "再次公开征求对《工业数据安全管理办法（征求意见稿）》的意见", RULES, "2022-08-01")
    final = t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", RULES, "2022-12-13")
    later = t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", PLAN, "2025-12-13")
    ends = t(MIIT, "工业和信息化部关于废止《工业数据安全管理办法》的公告", "决定予以废止。", "2026-12-13")
    pages = {n: (told(one),) for n, one in enumerate((draft, again, final, later, ends), 1)}
    found = [chain((a, pages[a]), (b, pages[b])) for a in pages for b in pages if a < b]
    kept = [(link.earlier, link.later, link.kind) for link in settle(tuple(link for link in found if link))]
    assert kept == [(1, 2, "redraft"), (2, 3, "final"), (3, 4, "replaced"), (4, 5, "repealed")]


@pytest.mark.parametrize(
    ("one", "other", "ahead"),
    [
        ("7", "8", True),
        ("7", "9", False),
        ("8", "7", False),
        ("2024-12", "2025-01", True),
        ("2024-11", "2025-01", False),
        ("2024Q4", "2025Q1", True),
        ("2024Q3", "2025-01", False),
        ("2024H2", "2025H1", True),
        ("七", "8", False),
        ("2024-", "2024-1", False),
        ("", "1", False),
    ],
)
def test_a_batch_month_quarter_or_half_year_follows_the_one_before(one: str, other: str, ahead: bool) -> None:
    assert follows(one, other) is ahead


def test_near_names_are_kin_and_words_put_before_or_behind_make_another_text() -> None:
    assert kin(stem("生成式人工智能服务管理暂行办法"), stem("生成式人工智能服务管理办法")) == 1
    assert kin("规范和促进数据跨境流动规定", "促进和规范数据跨境流动规定") > 0.7
    assert kin("数据安全管理办法", "浙江省数据安全管理办法") == 0
    assert kin("数据安全管理办法", "数据安全管理办法实施细则") == 0
    assert kin("数据安全管理办法2", "数据安全管理办法3") == 0
    assert kin("数据安全管理办法", "电信设备进网规定") < 0.3
    assert kin("", "") == 0
    assert stem("开展2024年智慧家庭典型案例征集工作") == stem("智慧家庭典型案例拟入选名单") == "智慧家庭典型案例"
    assert stem_keys("短") == ()


@pytest.mark.parametrize("junk", ["征集", "名单", "第1批", "2024年", "办法", "关于"])
def test_a_hostile_name_costs_no_more_than_its_length(junk: str) -> None:
    start = process_time()
    long = stem(junk * 20_000)
    assert kin(long[:300], (junk * 150)[:300]) <= 1
    assert len(stem_keys(long)) <= 6
    assert process_time() - start < 2
