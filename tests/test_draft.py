"""Drafting: facts in, English with citations out, nothing invented and nothing guessed."""

import time
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from jingbao.core.draft import CATEGORIES
from jingbao.core.errors import ReadingError
from jingbao.core.values import Count, Status, Target
from jingbao.writers.rules import english
from jingbao.writers.rules.headline import PLAIN
from tests.desk_bench import CALL, DRAFT, GUIDELINES, brief, catalog, develop, page


def codes(found):
    return {flag.code for flag in found.flags}


def test_a_final_instrument_is_named_after_what_it_is_not_after_its_cover():
    found = brief(GUIDELINES, status="issued")
    assert found.headline.text == (
        "MIIT and SAC issued guidelines for the construction of the Internet of Things standards system"
    )
    assert "2024" not in found.headline.text  # the date is added by the issue
    assert found.sentences[0].text == (
        "On 26 August 2024 MIIT and SAC published the Guidelines for the Construction of the IoT Standards System "
        "(2024 Edition)."
    )
    assert ("MIIT", "the Ministry of Industry and Information Technology (“MIIT”)") in found.mentions
    assert not codes(found)


def test_a_draft_is_proposed_and_its_deadline_turns_when_it_has_passed():
    found = brief(DRAFT, status="draft_for_comment")
    assert found.headline.text == "MIIT proposed trial provisions on radar radio management"
    deadline = found.sentences[1]
    assert deadline.on(date(2024, 8, 31)) == "Comments are due by 31 August 2024."
    assert deadline.on(date(2024, 9, 1)) == "The consultation closed on 31 August 2024."
    assert [(watch.day, watch.what) for watch in found.watches] == [(date(2024, 8, 31), "comment_deadline")]


def test_a_call_is_never_a_selection():
    found = brief(CALL, status="open_call")
    assert found.headline.text.startswith(
        "MIIT invited cities to apply as pilot cities for the large-scale application"
    )
    assert not codes(found)


def test_every_sentence_rests_on_quotations_that_stand_in_a_reading():
    for made, status in ((GUIDELINES, "issued"), (DRAFT, "draft_for_comment"), (CALL, "open_call")):
        found = brief(made, status=status)
        for sentence in (found.headline, *found.sentences):
            assert sentence.citations
            for citation in sentence.citations:
                assert made[1].quote(citation.span) == citation.quote
                assert any(f.name == citation.fact and f.quote in citation.quote for f in made[0].facts)


def test_what_the_term_base_lacks_stays_in_chinese_and_is_flagged():
    made = page(
        "工业和信息化部关于印发《甪直魍魉饕餮办法》的通知", "", [("issuer", "工业和信息化部", "工业和信息化部")]
    )
    found = brief(made, status="issued")
    assert found.headline.text == "MIIT issued measures entitled 《甪直魍魉饕餮办法》"
    assert {"untranslated", "chinese-left", "missing-date"} <= codes(found)


def test_an_unknown_word_among_known_terms_leaves_a_simpler_true_headline():
    made = page("工业和信息化部关于魍魉人工智能饕餮的通知", "", [("issuer", "工业和信息化部", "工业和信息化部")])
    found = brief(made, status="issued")
    assert found.headline.text == "MIIT issued a notice concerning AI"
    assert any("魍魉" in flag.cause for flag in found.flags if flag.code == "untranslated")


def test_gaps_are_filled_from_official_copies_and_from_the_press_only_with_a_flag():
    copy = page(
        "转载", "2025年1月1日起施行", [("effective", "2025-01-01", "2025年1月1日")], "https://www.gov.cn/copy.html"
    )
    press = page(
        "新闻",
        "工信部联科函〔2024〕206号 2030年1月1日",
        [
            ("document_number", "工信部联科函〔2024〕206号", "工信部联科函〔2024〕206号"),
            ("effective", "2030-01-01", "2030年1月1日"),
        ],
        "https://news.example/press.html",
    )
    roles = {"https://www.gov.cn/copy.html": "copy", "https://news.example/press.html": "press"}
    for order in ((GUIDELINES, copy, press), (GUIDELINES, press, copy)):
        found = brief(*order, status="issued", roles=roles)
        assert "The guidelines take effect on 1 January 2025." in {s.text for s in found.sentences}
        assert found.number == "工信部联科函〔2024〕206号"
        assert [flag.cause for flag in found.flags] == ["only the press states: document_number"]


def test_an_untrusted_page_supplies_nothing_and_a_brief_on_it_alone_is_blocked():
    scraper = page("抄", "2025年1月1日", [("effective", "2025-01-01", "2025年1月1日")], "https://scraper.example/")
    roles = {"https://scraper.example/": "untrusted"}
    assert not brief(GUIDELINES, scraper, status="issued", roles=roles).watches
    alone = brief(scraper, status="issued", roles=roles)
    assert ("no-official-page", "blocking") in {(flag.code, flag.severity) for flag in alone.flags}


@pytest.mark.parametrize(
    ("names", "count", "subject"),
    [
        (["工业和信息化部", "国家标准化管理委员会"], 0, "MIIT and SAC"),
        (["中共中央办公厅", "国务院办公厅"], 0, "General Offices of the CPC Central Committee and the State Council"),
        (["工业和信息化部", "公安部", "自然资源部", "住房和城乡建设部", "交通运输部"], 5, "Five ministries"),
        (["福建省通信管理局"], 17, "Fujian Communications Administration and 16 other departments"),
        (["交通运输部办公厅"], 0, "Ministry of Transport"),
        (["中央网信办秘书局", "工业和信息化部办公厅"], 0, "CAC and MIIT"),
        (["深圳市工业和信息化局"], 0, "Shenzhen"),
        (["贵州省通信管理局"], 0, "Guizhou Communications Administration"),
    ],
)
def test_bodies_are_named_as_the_trade_names_them(names, count, subject):
    title = f"{'、'.join(names)}关于加强数据安全管理的通知（等17部门，5部门）"
    facts = [("issuer", name, name) for name in names]
    if count:
        facts.append(("issuer_count", count, f"{count}部门"))
    found = brief(page(title, "", facts), status="issued")
    assert found.headline.text.startswith(f"{subject} issued a notice on strengthening")
    assert not {"unsupported-body", "unsupported-number"} & codes(found)


@pytest.mark.parametrize(
    ("title", "status", "headline"),
    [
        (
            "关于公布智能网联汽车“车路云一体化”应用试点城市名单的通知",
            "list",
            "MIIT named 20 pilot cities for the application of vehicle-road-cloud integration for intelligent "
            "connected vehicles",
        ),
        (
            "关于征集人工智能赋能新型工业化典型应用案例的通知",
            "open_call",
            "MIIT called for typical application cases of AI-enabled new industrialisation",
        ),
        (
            "关于2024年第二季度电信服务质量的通告",
            "enforcement",
            "MIIT reported on telecom service quality in Q2 2024",
        ),
        ("关于防范新型电信网络诈骗的风险提示", "statement", "MIIT warned against new telecom and online fraud"),
        (
            "关于开展“网络去NAT”专项工作 进一步深化IPv6部署应用的通知",
            "issued",
            "MIIT launched “Network De-NAT” work to further deepen the deployment of IPv6",
        ),
        (
            "关于同意在沈阳等6个城市暂时调整实施有关行政法规的批复",
            "approved",
            "MIIT approved the temporary adjustment of the application of administrative regulations in six cities "
            "including Shenyang",
        ),
    ],
)
def test_verbs_and_objects_follow_the_status(title, status, headline):
    body = "工业和信息化部确定20个城市为试点"
    facts = [("issuer", "工业和信息化部", "工业和信息化部"), ("count", Count(20, "个", "城市"), "20个城市")]
    found = brief(page(title, body, facts), status=status)
    assert found.headline.text == headline
    assert not {f.code for f in found.flags if f.severity == "blocking"}


def test_targets_are_said_with_their_bound_and_would_in_a_draft():
    quote = "到2025年，制定国家标准30项以上"
    facts = [
        ("issuer", "工业和信息化部", "工业和信息化部"),
        ("target", Target("2025", "制定国家标准", ">=", 30, "项"), quote),
    ]
    made = page("工业和信息化部关于印发《数据安全管理办法》的通知", quote, facts)
    assert "By 2025 at least 30 national standards are to be formulated." in {
        s.text for s in brief(made, status="issued").sentences
    }
    assert "By 2025 at least 30 national standards would be formulated." in {
        s.text for s in brief(made, status="draft_for_comment").sentences
    }


def test_a_target_that_cannot_be_said_wholly_is_left_out_and_flagged():
    facts = [("target", Target("2025", "魍魉", ">=", 30, "项"), "魍魉30项")]
    found = brief(page("关于印发《数据安全管理办法》的通知", "到2025年魍魉30项", facts), status="issued")
    assert not any("2025" in sentence.text for sentence in found.sentences)
    assert any("魍魉30项" in flag.cause for flag in found.flags)


def test_a_development_without_readings_is_refused():
    from jingbao.core.draft import draft
    from jingbao.writers import rules

    with pytest.raises(ReadingError):
        draft(develop(GUIDELINES, status="issued"), (), (), catalog(), rules.write)


def test_the_brief_does_not_depend_on_the_number_of_the_development():
    from jingbao.core.draft import draft
    from jingbao.writers import rules

    reading, document = GUIDELINES
    development = develop(GUIDELINES, status="issued")
    one, other = (
        draft(replace(development, number=n), (reading,), (document,), catalog(), rules.write) for n in (1, 99)
    )
    assert one == other


def test_the_day_of_a_copy_is_never_said_to_be_the_day_of_the_act():
    reading, document = GUIDELINES
    copied = brief((reading, document), status="issued", roles={reading.url: "copy"})
    assert copied.sentences[0].text.endswith(", as reposted on 26 August 2024.")
    reported = brief((reading, document), status="issued", roles={reading.url: "press"})
    assert reported.sentences[0].text.endswith("as reported on 26 August 2024.")


def test_a_body_that_forwards_is_not_the_author():
    made = page(
        "广东省工业和信息化厅转发工业和信息化部办公厅关于征集人工智能赋能新型工业化典型应用案例的通知",
        "",
        [
            ("forwarder", "广东省工业和信息化厅", "广东省工业和信息化厅"),
            ("issuer", "工业和信息化部办公厅", "工业和信息化部办公厅"),
            (
                "instrument",
                "关于征集人工智能赋能新型工业化典型应用案例的通知",
                "关于征集人工智能赋能新型工业化典型应用案例的通知",
            ),
        ],
    )
    found = brief(made, status="open_call")
    assert found.headline.text == (
        "Department of Industry and Information Technology of Guangdong Province forwarded the MIIT call for typical "
        "application cases of AI-enabled new industrialisation"
    )
    assert not {"unsupported-body", "verb"} & codes(found)


@pytest.mark.parametrize("quote", ["为加强规范管理引导参与主体合规经营", "为促进魍魉发展"])
def test_a_purpose_that_is_not_plain_is_left_out(quote):
    made = page("关于印发《数据安全管理办法》的通知", quote, [("purpose", quote, quote)])
    assert not any("aim" in sentence.text for sentence in brief(made, status="issued").sentences)


def test_a_plain_purpose_is_said():
    quote = "为规范互联网财产保险业务，保护金融消费者合法权益"
    made = page("关于印发《数据安全管理办法》的通知", quote, [("purpose", quote, quote)])
    assert (
        "The measures aim to regulate online property insurance and protect the lawful rights and "
        "interests of financial consumers."
    ) in {sentence.text for sentence in brief(made, status="issued").sentences}


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "工业和信息化部关于修改《互联网信息服务管理办法》的决定",
            "MIIT issued a decision on amending the Administrative Measures for Internet Information Services",
        ),
        (
            "工业和信息化部关于开展“清朗·2024年网络环境整治”专项行动的通知",
            "MIIT launched the 2024 Qinglang (“Clear and Bright”) campaign on the clean-up of the online environment",
        ),
        (
            "工业和信息化部关于支持引导中小企业数字化转型的通知",
            "MIIT issued a notice on supporting and guiding the digital transformation of SMEs",
        ),
    ],
)
def test_a_cover_that_does_something_to_a_text_is_not_that_text(title, headline):
    facts = [("issuer", "工业和信息化部", "工业和信息化部")]
    if "《" in title:
        facts.append(("instrument", "互联网信息服务管理办法", "互联网信息服务管理办法"))
    assert brief(page(title, "", facts), status="issued").headline.text == headline


def test_a_proposed_list_names_nobody():
    title = "关于2024年网络安全典型案例名单的公示"
    found = brief(page(title, "工业和信息化部", [("issuer", "工业和信息化部", "工业和信息化部")]), status="list")
    assert "named" not in found.headline.text
    assert found.headline.text.endswith("open to objections")
    assert "verb" not in codes(found)


@pytest.mark.parametrize(
    ("base", "gerund", "participle"),
    [
        ("set up", "setting up", "set up"),
        ("further establish and improve", "further establishing and improving", "further established and improved"),
        ("newly formulate", "newly formulating", "newly formulated"),
        ("carry out", "carrying out", "carried out"),
        ("build", "building", "built"),
    ],
)
def test_verbs_are_inflected(base, gerund, participle):
    assert (english.gerund(base), english.participle(base)) == (gerund, participle)


@pytest.mark.parametrize("piece", ["的", "《", "（", "第一批", "征集", "在年", "人工智能和"])
@pytest.mark.parametrize("status", ["issued", "draft_for_comment", "open_call", "list", "case_release", "event"])
def test_a_hostile_title_ends_in_a_brief_soon(piece, status):
    title = piece * (12_000 // len(piece))
    started = time.perf_counter()
    found = brief(page(title, "工业和信息化部", [("issuer", "工业和信息化部", "工业和信息化部")]), status=status)
    assert found.headline.text
    assert time.perf_counter() - started < 2


def test_every_status_has_its_words_and_no_other_is_drafted():
    assert set(PLAIN) == set(CATEGORIES) == set(get_args(Status))
    with pytest.raises(ReadingError, match="'published' is no status"):
        brief(GUIDELINES, status="published")


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("各地。请推荐单位于2024年9月20日前报送材料；逾期不受理。", "请推荐单位于2024年9月20日前报送材料"),
        ("截止时间：\n 2024年9月20日前\n联系人", "2024年9月20日前"),
        (f"{'请' * 90}，于2024年9月20日截止，{'好' * 90}", "于2024年9月20日截止"),
        ("请于2024年9月20日前反馈工业司（邮箱：a@b.cn；电话：1）：", "请于2024年9月20日前反馈工业司"),
        (f"{'请' * 90}2024年9月20日", "2024年9月20日"),
    ],
)
def test_a_deadline_is_cited_with_its_clause_and_binds_nobody_the_clause_does_not_name(body, quote):
    made = page(
        "工业和信息化部关于征集人工智能赋能新型工业化典型应用案例的通知",
        f"{body}工业和信息化部",
        [
            ("issuer", "工业和信息化部", "工业和信息化部"),
            ("submission_deadline", "2024-09-20", "2024年9月20日"),
        ],
    )
    found = brief(made, status="open_call")
    deadline = found.sentences[1]
    assert deadline.on(date(2024, 9, 20)) == "The deadline for submissions is 20 September 2024."
    assert deadline.on(date(2024, 9, 21)) == "The deadline for submissions was 20 September 2024."
    assert [c.quote.removesuffix("工业和信息化部") for c in deadline.citations] == [quote]
    assert found.watches[0].citation == deadline.citations[0]
    assert not {f.code for f in found.flags if f.severity == "blocking"}


def test_effect_from_publication_rests_on_the_words_and_on_the_day_of_publication():
    reading, document = page(
        "关于印发《数据安全管理办法》的通知",
        "2024-08-01 自发布之日起施行，有效期五年。",
        [
            ("published", "2024-08-01", "2024-08-01"),
            ("effective", "2024-08-01", "自发布之日起施行"),
            ("expires", "2029-08-01", "有效期五年"),
        ],
    )
    title, published, effective, expires = reading.facts
    facts = (title, published, replace(effective, derived_from=(1,)), replace(expires, derived_from=(2,)))
    found = brief((replace(reading, facts=facts), document), status="issued")
    said = next(s for s in found.sentences if "effect" in s.text)
    assert {c.quote for c in said.citations} == {"2024-08-01", "自发布之日起施行", "有效期五年"}


def test_what_a_statement_only_touches_on_is_not_called_its_position():
    issuer = ("issuer", "国家互联网信息办公室", "国家互联网信息办公室")
    title = "权威访谈｜深化网信领域改革——访国家互联网信息办公室主要负责人"
    made = page(title, "谈到生成式人工智能。", [issuer, ("topic", "ai-generative", "生成式人工智能")])
    assert brief(made, status="statement").headline.text == (
        "CAC published an interview touching on generative AI services"
    )
    made = page("国家互联网信息办公室就生成式人工智能表态", "", [issuer, ("topic", "ai-generative", "生成式人工智能")])
    assert brief(made, status="statement").headline.text == "CAC set out its position on generative AI services"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("《办法》共七章六十六条。", True),
        ("七章六十六条，主要内容如下", True),
        ("根据第七章六十六条。", False),
        ("共七章六十六条措施", False),
        ("新增七章六十六条。", False),
    ],
)
def test_a_count_cut_out_of_a_phrase_is_not_said(body, said):
    counts = [("count", Count(number, unit, ""), "七章六十六条") for number, unit in ((7, "章"), (66, "条"))]
    found = brief(page("关于印发《数据安全管理办法》的通知", body, counts), status="issued")
    assert any("66 articles" in s.text for s in found.sentences) is said
