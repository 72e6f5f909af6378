"""What is read from a document: titles, bodies, numbers, days, status, and the rules of safety."""

from functools import cache

import pytest
from hypothesis import given, settings, strategies as st

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.read import read
from jingbao.core.read.beat import on_beat
from jingbao.core.read.lore import lore
from jingbao.core.read.title import books, parse
from jingbao.core.values import Attachment, Channel, Count, Document, Duty, Penalty, Reading, Target

MIIT = "https://www.miit.gov.cn/zwgk/art_1.html"
PRESS = "https://news.daily.example/2024/0826/c1.html"


@cache
def catalog() -> Catalog:
    return plugs.catalog()


def reading(
    title: str,
    body: str = "正文。",
    url: str = MIIT,
    meta: str = "visible:published\t2024-08-26 10:12",
    attachments: tuple[Attachment, ...] = (),
) -> Reading:
    document = Document("page", url, "1", "inputs", "article", title, body, meta, attachments)
    found = read(document, catalog())
    assert found.prove(document) is found
    return found


def on(found: Reading) -> bool:
    return on_beat(found, catalog())[0]


NOTICE = """工信部联科函〔2024〕206号
各省、自治区、直辖市工业和信息化主管部门：
为深入实施《国家标准化发展纲要》，推动产业发展，我们编制了《物联网标准体系建设指南（2024版）》，现印发给你们。
到2025年，新制定物联网领域国家标准和行业标准30项以上，参与制定国际标准10项以上。各单位应当抓好落实，不得推诿。鼓励先行先试，可以结合实际。
本通知自2024年9月1日起施行，有效期5年。
工业和信息化部
国家标准化管理委员会
2024年7月22日"""
NOTICE_TITLE = "工业和信息化部 国家标准化管理委员会关于印发物联网标准体系建设指南（2024版）的通知"


def test_a_joint_notice_is_read_whole() -> None:
    found = reading(NOTICE_TITLE, NOTICE)
    assert found.values("issuer") == ("工业和信息化部", "国家标准化管理委员会")
    assert found.text("instrument") == "物联网标准体系建设指南（2024版）"
    assert found.text("instrument_kind") == "指南"
    assert found.text("edition") == "2024版"
    assert found.text("document_number") == "工信部联科函〔2024〕206号"
    assert found.text("status") == "issued"
    assert found.text("role") == "official"
    assert found.text("region") == "national"
    assert found.text("category") == "legislative"
    assert found.values("cites") == ("国家标准化发展纲要",)
    assert found.values("topic")[:2] == ("iot", "standards")
    assert found.flags == ()


def test_the_press_tells_the_effect_of_what_it_reports_without_a_pronoun() -> None:
    text = "日前，深圳市人大常委会公布《深圳经济特区某条例》，条例自2024年10月1日起施行。"
    assert reading("深圳某新规8月起实施", text).text("effective") == "2024-10-01"


def test_a_report_tells_the_day_on_which_a_text_was_signed() -> None:
    text = "工业和信息化部联合印发《某指南（2024版）》。据了解，本次发布的指南由两部门于7月22日签署。"
    assert reading("两部门发文完善标准体系", text).text("signed") == "2024-07-22"
    agreed = "工业和信息化部联合印发《某指南（2024版）》。双方于7月22日签署合作备忘录。"
    assert reading("两部门发文完善标准体系", agreed).text("signed") == ""


def test_an_event_that_names_no_host_is_of_the_country_by_its_name() -> None:
    page = Document(
        "p", "https://news.example.com/a_1.html", "1", "i", "article", "2024世界机器人大会举行", "大会展出。", "", ()
    )
    assert read(page, catalog()).text("region") == "national"


def test_a_notice_whose_items_begin_with_one_day_holds_from_it() -> None:
    text = "一、自2024年10月1日起，列入目录的产品应当经检测。\n二、自2024年10月1日起，停止颁发许可证。"
    assert reading("工业和信息化部关于调整有关事项的公告", text).text("effective") == "2024-10-01"
    apart = text.replace("二、自2024年10月1日", "二、自2025年1月1日")
    assert reading("工业和信息化部关于调整有关事项的公告", apart).text("effective") == ""


def test_a_licence_is_held_not_cited() -> None:
    text = "依据《中华人民共和国电信条例》，须取得《增值电信业务经营许可证》并填报《业务开办情况表（试行）》。"
    found = reading("工业和信息化部关于加强管理的通知", text)
    assert found.values("cites") == ("中华人民共和国电信条例",)


def test_the_days_are_kept_apart() -> None:
    found = reading(NOTICE_TITLE, NOTICE)
    assert found.text("published") == "2024-08-26"
    assert found.text("signed") == "2024-07-22"
    assert found.text("effective") == "2024-09-01"
    assert found.text("expires") == "2029-08-31"


def test_targets_have_year_number_and_comparator() -> None:
    found = reading(NOTICE_TITLE, NOTICE)
    assert [(t.by, t.value, t.unit, t.comparator) for t in found.values("target") if isinstance(t, Target)] == [
        ("2025", 30.0, "项", ">="),
        ("2025", 10.0, "项", ">="),
    ]


def test_modal_words_are_facts_with_their_clause() -> None:
    found = reading(NOTICE_TITLE, NOTICE)
    for name, word in (
        ("obligation", "应当"),
        ("prohibition", "不得"),
        ("permission", "可以"),
        ("encouragement", "鼓励"),
    ):
        assert [value.word for value in found.values(name) if isinstance(value, Duty)] == [word]
    assert "各单位应当抓好落实" in next(found.all("obligation")).quote


@pytest.mark.parametrize(
    ("body", "words"),
    [("申请人必须提交材料", ("必须",)), ("须经批准", ("须",)), ("详见须知，无须重复提交", ()), ("應當備案", ("應當",))],
)
def test_a_duty_is_counted_once(body: str, words: tuple[str, ...]) -> None:
    found = reading("关于某事的通知", body).values("obligation")
    assert tuple(value.word for value in found if isinstance(value, Duty)) == words


@pytest.mark.parametrize(
    ("title", "instrument", "kind"),
    [
        (
            "国家网信办关于《网络数据安全管理条例（征求意见稿）》公开征求意见的通知",
            "网络数据安全管理条例（征求意见稿）",
            "条例",
        ),
        (
            "公开征求对《雷达无线电管理规定（试行）（征求意见稿）》的意见",
            "雷达无线电管理规定（试行）（征求意见稿）",
            "规定",
        ),
        ("关于《某局关于发布〈直播带货合规指引〉的公告》的政策解读", "直播带货合规指引", "指引"),
        (
            "最高人民法院关于审理垄断案件适用法律若干问题的解释",
            "最高人民法院关于审理垄断案件适用法律若干问题的解释",
            "解释",
        ),
        ("国务院关于修改《中华人民共和国电信条例》的决定", "国务院关于修改《中华人民共和国电信条例》的决定", "决定"),
        ("工信部就雷达无线电管理规定公开征求意见", "雷达无线电管理规定", "规定"),
        ("市场监管总局发布关于防范网络诈骗的风险提示", "关于防范网络诈骗的风险提示", "风险提示"),
        ("生成式人工智能服务管理暂行办法", "生成式人工智能服务管理暂行办法", "办法"),
        ("中华人民共和国网络安全法（修正草案征求意见稿）", "中华人民共和国网络安全法（修正草案征求意见稿）", "法"),
        ("《北京市直播带货合规指引》发布 不得误导消费者", "北京市直播带货合规指引", "指引"),
        ("某省转发工业和信息化部办公厅关于征集典型案例的通知", "工业和信息化部办公厅关于征集典型案例的通知", "通知"),
    ],
)
def test_the_innermost_title_is_the_instrument(title: str, instrument: str, kind: str) -> None:
    found = reading(title)
    assert found.text("instrument") == instrument
    assert found.text("instrument_kind") == kind


def test_a_bare_announcement_takes_its_instruments_from_the_text() -> None:
    body = (
        "我部对《工业机器人行业规范条件》进行了修订，形成《工业机器人行业规范条件（2024版）》和《工业机器人管理实施办法（2024版）》，"
        "现予公告，自2024年8月1日起实施。《工业机器人行业规范条件》（工业和信息化部公告2016年第65号）同时废止。\n工业和信息化部\n2024年7月29日"
    )
    found = reading("中华人民共和国工业和信息化部公告2024年第20号", body)
    assert found.values("instrument") == ("工业机器人行业规范条件（2024版）", "工业机器人管理实施办法（2024版）")
    assert found.text("instrument_kind") == "公告"
    assert found.text("document_number") == "工业和信息化部公告2024年第20号"
    assert found.text("status") == "issued"
    assert found.text("effective") == "2024-08-01"


def test_an_order_is_read_from_its_head_and_its_signature() -> None:
    body = (
        "国家互联网信息办公室令\n第16号\n《促进和规范数据跨境流动规定》已经审议通过，现予公布，自公布之日起施行。\n"
        "国家互联网信息办公室主任 庄某某\n2024年3月22日\n第一条 为了保障数据安全，制定本规定。"
    )
    meta = "visible:published\t2024年3月22日"
    found = reading("促进和规范数据跨境流动规定", body, "https://www.cac.gov.cn/2024-03/22/c_1.htm", meta)
    assert found.text("document_number") == "国家互联网信息办公室令第16号"
    assert found.values("issuer") == ("国家互联网信息办公室",)
    assert found.text("signed") == "2024-03-22"
    fact = found.first("effective")
    assert fact is not None
    assert fact.value == "2024-03-22"
    assert [found.facts[n].name for n in fact.derived_from] == ["published"]


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("最高人民法院 最高人民检察院 公安部关于办理案件的意见", ("最高人民法院", "最高人民检察院", "公安部")),
        ("中央网信办、工业和信息化部关于开展工作的通知", ("中央网络安全和信息化委员会办公室", "工业和信息化部")),
        ("中央网信办秘书局 工业和信息化部办公厅关于印发方案的通知", ("中央网信办秘书局", "工业和信息化部办公厅")),
        ("国家发展改革委关于某事的公告", ("国家发展和改革委员会",)),
        ("国务院办公厅关于转发国家发展改革委《关于某事的意见》的通知", ("国家发展和改革委员会",)),
        ("工信部：拟加强智能网联汽车管理", ("工业和信息化部",)),
        ("国家网信办有关负责人就《某某规定》答记者问", ("国家互联网信息办公室",)),
        ("体育总局办公厅关于做好某事的通知", ("体育总局办公厅",)),
        ("《交通运输部办公厅关于推广电子证照的通知》解读", ("交通运输部办公厅",)),
    ],
)
def test_issuers_stand_in_the_title(title: str, issuers: tuple[str, ...]) -> None:
    assert reading(title).values("issuer") == issuers


def test_a_number_of_departments_is_filled_from_the_signature() -> None:
    body = "现印发给你们。\n福建省通信管理局\n福建省财政厅\n国网福建省电力有限公司\n2024年8月9日"
    found = reading("福建省通信管理局等三部门关于印发《某方案》的通知", body, "https://fjca.miit.gov.cn/a/1.html")
    assert found.values("issuer") == ("福建省通信管理局", "福建省财政厅", "国网福建省电力有限公司")
    assert found.values("issuer_count") == (3,)
    assert found.text("region") == "Fujian"
    assert "issuers-missing" not in {flag.code for flag in found.flags}


def test_departments_that_are_not_named_are_flagged() -> None:
    found = reading("工业和信息化部等五部门关于印发《某方案》的通知")
    assert found.values("issuer_count") == (5,)
    assert [flag.code for flag in found.flags] == ["issuers-missing"]


def test_a_place_word_is_resolved_by_the_site() -> None:
    found = reading("市工业和信息化局关于印发《某措施》的通知", url="https://gxj.sz.gov.cn/content/post_1.html")
    assert found.values("issuer") == ("深圳市工业和信息化局",)
    assert found.text("region") == "Shenzhen"
    assert found.text("role") == "official"


def test_the_signature_beats_the_site() -> None:
    body = "现将有关事项公告如下。\n国家互联网信息办公室\n2024年8月5日"
    found = reading("关于发布第七批深度合成服务算法备案信息的公告", body, "https://scjgj.beijing.gov.cn/a.html")
    assert found.values("issuer") == ("国家互联网信息办公室",)
    assert found.text("role") == "copy"
    assert found.text("batch") == "7"
    assert found.text("status") == "list"
    assert found.text("category") == "enforcement"


def test_a_bureau_that_signs_stands_for_its_ministry() -> None:
    body = "现公开征求意见。\n工业和信息化部装备工业一司\n2024年8月1日"
    found = reading("公开征求对《关于某事的通知（征求意见稿）》的意见", body)
    assert found.values("issuer") == ("工业和信息化部",)
    assert next(found.all("issuer")).quote == "工业和信息化部装备工业一司"


def test_a_former_name_counts_only_in_its_years() -> None:
    title = "中国银行保险监督管理委员会关于印发《某办法》的通知"
    old = reading(title, meta="visible:published\t2020-05-09")
    assert old.values("issuer") == ("中国银行保险监督管理委员会",)
    assert old.text("region") == "national"
    found = lore(catalog())
    assert found.resolve("工商总局", 2016) == "国家工商行政管理总局"
    assert found.resolve("交通部", 2000) == "交通部"
    assert found.resolve("交通部", 2024) is None


@pytest.mark.parametrize("text", ["财政部门应当配合", "教育部长讲话", "安庆市网信办通报"])
def test_part_of_a_longer_word_is_no_body(text: str) -> None:
    assert lore(catalog()).names(text) == ()


@pytest.mark.parametrize(
    ("body", "issuers"),
    [
        ("据中国政府网消息，国务院批复同意有关事项。", ("国务院",)),
        ("近日，工业和信息化部、国家标准化管理委员会联合印发《某指南》。", ("工业和信息化部", "国家标准化管理委员会")),
        ("根据国务院印发的方案，中央网信办日前发布公告。", ("中央网络安全和信息化委员会办公室",)),
    ],
)
def test_a_press_page_tells_who_acts(body: str, issuers: tuple[str, ...]) -> None:
    assert reading("新规出台 影响几何", body, PRESS).values("issuer") == issuers


def test_a_forwarded_text_is_its_authors() -> None:
    body = "转发给你们，请认真组织。\n广东省工业和信息化厅\n2024年8月19日"
    title = "广东省工业和信息化厅转发工业和信息化部办公厅关于征集典型应用案例的通知"
    found = reading(title, body, "https://gdii.gd.gov.cn/a/t20240819_1.html")
    assert found.values("forwarder") == ("广东省工业和信息化厅",)
    assert found.values("issuer") == ("工业和信息化部办公厅",)
    assert found.text("status") == "open_call"
    assert found.text("region") == "Guangdong"


@pytest.mark.parametrize(
    "number",
    [
        "国办发〔2023〕37号",
        "国办发[2023]37号",
        "国办发【2023】37号",
        "国办发（2023）37号",
        "国办发﹝2023﹞第37号",
        "国办发〔２０２３〕 37 号",
    ],
)
def test_a_number_is_normalised_whatever_its_brackets(number: str) -> None:
    assert reading("关于某事的通知", f"{number}\n各单位：\n正文。").text("document_number") == "国办发〔2023〕37号"


def test_the_number_of_a_cited_text_is_not_the_pages_own() -> None:
    found = reading("关于某事的通知", "按照《某通知》（工信部联通装〔2023〕268号）要求，现通知如下。")
    assert found.first("document_number") is None


DRAFTS = [
    ("关于发布《某办法（征求意见稿）》的公告", "正文。", MIIT),
    ("关于印发《某条例（修订草案）》的通知", "正文。", MIIT),
    ("某办法（送审稿）", "正文。", MIIT),
    ("公告2024年第30号", "我部起草了《某规定》，现向社会公开征求意见，请于2024年9月30日前反馈意见。", MIIT),
    ("关于某标准的通告", "现就该标准公开征求社会各界意见。意见反馈截止时间为2024年9月1日。", MIIT),
    ("工信部出台汽车管理新规", "8月1日，工信部就《某通知（征求意见稿）》公开征求意见。", PRESS),
    ("深圳拟制定5G政务网络地方标准", "正文。", PRESS),
    ("《某规定（征求意见稿）》解读", "正文。", MIIT),
]


@pytest.mark.parametrize(("title", "body", "url"), DRAFTS)
def test_a_draft_is_never_called_issued(title: str, body: str, url: str) -> None:
    assert reading(title, body, url).text("status") == "draft_for_comment"


CALLS = [
    ("工业和信息化部办公厅关于征集典型应用案例的通知", "正文。"),
    ("关于开展北斗规模应用试点城市遴选的通知", "正文。"),
    ("关于组织开展2024年度揭榜挂帅申报工作的通知", "正文。"),
    ("关于发布2025年人工智能专项申报指南的通知", "正文。"),
    ("关于印发《试点城市遴选工作方案》的通知", "正文。"),
    ("关于开展2024年示范工作的通知", "一、申报条件 …… 二、申报材料：申报书一式两份。推荐名额不超过3个。"),
]


@pytest.mark.parametrize(("title", "body"), CALLS)
def test_a_call_is_never_called_issued(title: str, body: str) -> None:
    assert reading(title, body).text("status") == "open_call"


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("关于印发《数据安全案例征集管理办法》的通知", "issued"),
        ("关于印发《雷达无线电管理规定（试行）》的通知", "trial"),
        ("关于公布试点城市名单的通知", "list"),
        ("国务院关于同意某事的批复", "approved"),
        ("最高检发布10件典型案例", "case_release"),
        ("关于侵害用户权益行为的APP通报（2024年第6批，总第41批）", "enforcement"),
        ("关于开展“清朗”专项行动的通知", "campaign"),
        ("2024世界机器人大会在京开幕", "event"),
        ("2024年上半年通信业经济运行情况", "report"),
        ("关于防范新型电信网络诈骗的风险提示", "statement"),
    ],
)
def test_the_title_tells_what_the_page_does(title: str, status: str) -> None:
    assert reading(title).text("status") == status


def test_a_final_text_that_recalls_its_consultation_stays_issued() -> None:
    body = "起草过程中，我部向社会公开征求意见，并吸收采纳。现印发给你们。"
    assert reading("关于印发《某办法》的通知", body).text("status") == "issued"


def test_rules_on_consultations_are_no_consultation() -> None:
    body = "第八条 制定机关应当公开征求意见，公开征求意见的期限不少于30日。"
    assert reading("某市规范性文件管理办法", body).text("status") == "issued"


def test_what_nothing_decides_has_no_status_but_a_flag() -> None:
    found = reading("海岸线上的清晨", "天亮了。", PRESS)
    assert found.first("status") is None
    assert "no-status" in {flag.code for flag in found.flags}


def test_the_printed_day_beats_the_meta_tag_and_the_difference_is_flagged() -> None:
    found = reading("关于某事的通知", meta="visible:published\t2024-08-26\ntag:PubDate\t2024-08-27 09:00")
    assert found.text("published") == "2024-08-26"
    assert [flag.code for flag in found.flags] == ["published-differs"]


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    found = reading("关于某事的通知", url="https://www.mnr.gov.cn/gk/202407/t20240731_1.html", meta="")
    fact = found.first("published")
    assert fact is not None
    assert (fact.value, fact.rule, fact.quote) == ("2024-07-31", "address", "20240731")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("现公开征求意见，请于2024年9月16日前将意见反馈至我局。", "2024-09-16"),
        ("现公开征求意见。意见反馈截止时间为2024年9月22日。", "2024-09-22"),
        ("现公开征求意见。征求意见时间：2024年8月1日至8月31日。", "2024-08-31"),
        ("现公开征求意见，自本公告发布之日起30日内反馈。", "2024-09-25"),
    ],
)
def test_the_last_day_for_comments_is_read(body: str, day: str) -> None:
    found = reading("关于《某办法（征求意见稿）》公开征求意见的公告", body)
    assert found.text("comment_deadline") == day
    assert found.first("submission_deadline") is None


def test_the_last_day_of_a_call_is_no_comment_deadline() -> None:
    found = reading("关于征集典型案例的通知", "请于9月10日前将推荐材料报送我部。")
    assert found.text("submission_deadline") == "2024-09-10"
    assert found.first("comment_deadline") is None
    fact = next(found.all("submission_deadline"))
    assert [found.facts[n].name for n in fact.derived_from] == ["published"]


def test_the_validity_of_a_licence_is_not_that_of_the_text() -> None:
    body = "本办法自2024年9月1日起施行。许可证有效期5年。"
    assert reading("关于印发《某办法》的通知", body).first("expires") is None


def test_a_copy_does_not_date_an_effect_by_its_own_posting() -> None:
    body = "本公告自发布之日起施行。\n国家互联网信息办公室\n2024年8月5日"
    found = reading("国家互联网信息办公室关于某事的公告", body, "https://scjgj.beijing.gov.cn/a.html")
    assert found.first("effective") is None
    assert "effective-open" in {flag.code for flag in found.flags}


def test_counts_keep_unit_and_thing() -> None:
    found = reading("最高检发布10件典型案例", "来自40余个国家的近100家企业参加。")
    counts = [count for count in found.values("count") if isinstance(count, Count)]
    assert Count(10.0, "件", "典型案例") in counts
    assert [(c.number, c.exact) for c in counts if c.unit in "个家"] == [(40.0, False), (100.0, False)]


@pytest.mark.parametrize(
    ("body", "extent"),
    [
        ("《办法》共七章六十六条，自公布之日起施行。", {("章", 7.0), ("条", 66.0)}),
        ("《指引》分4章31条。", {("章", 4.0), ("条", 31.0)}),
        ("《意见》提出10条有针对性的举措。", set()),
        ("依照第三章第十条的规定办理。", set()),
    ],
)
def test_chapters_and_articles_are_counted_together_or_not_at_all(body: str, extent: set[tuple[str, float]]) -> None:
    counts = [count for count in reading("关于某办法的解读", body).values("count") if isinstance(count, Count)]
    assert {(count.unit, count.number) for count in counts if not count.noun} == extent


def test_channels_of_a_consultation_are_read() -> None:
    body = "请将意见发送至wlaq@example.gov.cn，或邮寄至：深圳市福田区福中三路市民中心。电话：0755-88120000"
    found = reading("关于《某办法（征求意见稿）》公开征求意见的公告", body)
    assert found.values("channel") == (
        Channel("email", "wlaq@example.gov.cn"),
        Channel("post", "深圳市福田区福中三路市民中心"),
        Channel("phone", "0755-88120000"),
    )


def test_a_penalty_keeps_its_range() -> None:
    found = reading("某办法", "违反本办法的，处五万元以上五十万元以下罚款。")
    assert found.values("penalty") == (Penalty(50_000, 500_000, "元"),)


@pytest.mark.parametrize(
    ("title", "body", "meta"),
    [
        ("工业(yè)和信息化部关(guān)于创(chuàng)新管理的意见", "正文。", ""),
        ("机器人大会举行", "8月21日，大会开幕。", "visible:published\t2024-11-22\nvisible:source\tsp20241122"),
        ("产业和讯息化部 警察部 当然资源部对于发布名单的见告", "正文。", "visible:published\t2024-07-09"),
    ],
)
def test_scrapers_are_untrusted(title: str, body: str, meta: str) -> None:
    found = reading(title, body, "https://copy.example/x.html", meta)
    assert found.text("role") == "untrusted"
    assert found.values("issuer") == ()


def test_the_day_a_crawler_stamped_is_no_day_of_posting() -> None:
    meta = "visible:published\t2024-11-22\nvisible:source\tsp20241122"
    assert reading("大会举行", "正文。", "https://copy.example/x.html", meta).first("published") is None


def test_a_mirror_in_traditional_characters_is_read_like_its_original() -> None:
    body = "各省、自治區、直轄市工業和信息化主管部門應當認真貫徹執行。\n工業和信息化部\n2024年7月31日"
    found = reading("工業和信息化部關於創新信息通信行業管理的意見", body, "https://big5.www.gov.cn/a.htm")
    assert found.values("issuer") == ("工业和信息化部",)
    assert found.text("title") == "工業和信息化部關於創新信息通信行業管理的意見"
    assert found.text("role") == "copy"
    assert found.text("signed") == "2024-07-31"


def test_an_explanation_carries_the_status_of_what_it_explains() -> None:
    found = reading(
        "《对外提供涉密测绘成果管理办法》解读", "自然资源部印发了《办法》。", "https://www.mnr.gov.cn/a.html"
    )
    assert found.text("role") == "interpretation"
    assert found.text("status") == "issued"
    assert found.values("issuer") == ("自然资源部",)


@pytest.mark.parametrize(
    "title",
    [
        "工业和信息化部关于印发物联网标准体系建设指南的通知",
        "国家互联网信息办公室关于发布深度合成服务算法备案信息的公告",
        "市场监管总局关于发布《互联网广告可识别性执法指南》的公告",
    ],
)
def test_subjects_of_the_beat_are_on_it(title: str) -> None:
    assert on(reading(title))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("市工业和信息化局工会举办“芯火杯”羽毛球友谊赛", "集成电路企业参加。"),
        ("工业和信息化部办公厅关于暂停钢铁产能置换工作的通知", "钢铁企业应当执行。可以通过5G查询。"),
        ("某局2024年公开招聘网络安全岗位工作人员拟聘公示", "公示如下。"),
        ("部领导赴定点帮扶县调研数字乡村工作", "调研组走访了农户。"),
    ],
)
def test_the_life_of_an_authority_and_other_industries_are_off_the_beat(title: str, body: str) -> None:
    assert not on(reading(title, body))


def test_latin_cues_count_only_as_words() -> None:
    assert "cyber-app" not in reading("某事", "apple application mapping " * 5).values("topic")


def test_marks_nest_and_unclosed_ones_are_left_out() -> None:
    text = "《关于修改〈办法〉的决定》《未完"
    assert [(text[b.start : b.end], b.depth) for b in books(text)] == [("关于修改〈办法〉的决定", 0), ("办法", 1)]


def test_an_attachments_validity_and_duties_are_cited_from_it() -> None:
    attached = Attachment(
        "https://a/1.pdf", "某办法.pdf", "pdf", "", "第一条 单位应当备案。\n本办法自2024年10月1日起施行。"
    )
    found = reading("关于印发《某办法》的通知", attachments=(attached,))
    assert found.text("effective") == "2024-10-01"
    assert {fact.span.part for fact in found.all("obligation")} == {"attachment:1"}


WORDS = (
    "工业和信息化部|国务院|市场监管总局|市|关于|印发|《|》|〈|〉|（|）|通知|公告|征求意见|征求意见稿|试行|办法|2024年|8月|1日"
    "|第|号|〔2024〕|令|等五部门|转发|自|起|施行|有效期|5年|到2025年|30项|以上"
    "|应当|不得|罚款|万元|，|。|、|\n|\t| |人工智能|5G|業(yè)|００|𠮷|İ"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES, PIECES, PIECES)
def test_no_text_breaks_the_reader(title: str, body: str, meta: str) -> None:
    reading(title, body, meta=f"visible:published\t{meta}")
    parse(title, lore(catalog()))


@pytest.mark.parametrize(
    "piece",
    ["《", "（", "应当", "到2025年30", "国务院", "2024年8月1日前", "自公布之日起", "关于印发", "\n工业和信息化部"],
)
def test_hostile_text_takes_little_time(piece: str) -> None:
    text = piece * (120_000 // len(piece))
    reading(text[:3_000], text)


@pytest.mark.parametrize(
    "title",
    [
        "工业和信息化部未批准某公司设立国际通信出入口局",
        "国家互联网信息办公室没有批准某公司申请",
        "关于不予批准某公司电信业务经营许可的决定",
        "关于驳回某公司许可申请的决定",
        "关于物联网卡管理办法即将印发的预告",
        "工信部将出台人工智能管理办法",
        "尚未印发《人工智能管理办法》的说明",
        "取消智能网联汽车试点城市遴选的通知",
        "暂停人工智能典型案例征集的通知",
        "人工智能典型案例征集工作终止的公告",
        "中止5G典型案例征集的公告",
        "撤回《人工智能管理办法（征求意见稿）》的公告",
        "关于《人工智能管理办法（征求意见稿）》不再征求意见的公告",
        "关于暂缓实施《数据出境管理办法》的公告",
        "关于延期实施数据出境管理办法的公告",
        "关于撤销《数据出境管理办法》的决定",
        "撤销行政处罚决定的公告",
        "世界机器人大会延期举办",
        "关于取消举办人工智能大会的通知",
        "《卫星互联网管理办法》（草案）的说明",
        "《卫星互联网管理办法（征求意见稿）》起草说明",
        "关于《卫星互联网管理办法（征求意见稿）》的起草情况说明",
        "关于《数据出境管理办法》暂缓施行的通知",
    ],
)
def test_what_a_title_denies_is_not_told_but_flagged(title: str) -> None:
    found = reading(title)
    assert found.first("status") is None
    assert "negated" in {flag.code for flag in found.flags}


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("辟谣：网传《生成式人工智能禁令》系谣言", "statement"),
        ("网传《人工智能法（草案）》已通过 官方：不实", "statement"),
        ("召开《人工智能法（草案）》听证会的公告", "event"),
        ("关于《听证会管理办法（征求意见稿）》公开征求意见的公告", "draft_for_comment"),
        ("拟印发《物联网卡管理办法》的公示", "draft_for_comment"),
        ("关于《人工智能法（草案）》公开征求意见的说明", "draft_for_comment"),
        ("关于取消某证书的通知（征求意见稿）", "draft_for_comment"),
        ("工信部就取消进网许可公开征求意见", "draft_for_comment"),
        ("关于延长《某办法（征求意见稿）》征求意见期限的公告", "draft_for_comment"),
        ("关于禁止未经批准设立国际通信出入口局的通知", "issued"),
        ("关于未经批准不得从事电信业务的通告", "issued"),
        ("关于查处未获批准经营电信业务行为的通知", "issued"),
        ("关于不得发布虚假信息的通知", "issued"),
        ("国务院关于取消一批行政许可事项的决定", "issued"),
        ("关于废止《数据出境管理办法》的公告", "issued"),
        ("新规将于9月1日起实施 《网络暴力信息治理规定》发布", "issued"),
        ("关于公布取消资格企业名单的公告", "list"),
        ("关于开展网络谣言整治专项行动的通知", "campaign"),
        ("批准在某市设立国际通信业务出入口局", "approved"),
    ],
)
def test_a_denial_beside_the_act_does_not_reach_it(title: str, status: str) -> None:
    assert reading(title).text("status") == status


def test_a_text_that_denies_its_act_tells_no_status() -> None:
    found = reading("某办法的最新消息", "工信部尚未发布《某办法》。", PRESS)
    assert found.first("status") is None


@pytest.mark.parametrize(
    ("title", "beat"),
    [
        ("工业和信息化部关于开展人工智能试点示范项目申报的通知", True),
        ("工业和信息化部关于印发《人工智能服务管理办法》的通知", True),
        ("工业和信息化部办公厅关于组织开展数据安全试点示范企业遴选的通知", True),
        ("工业和信息化部关于印发《民用爆炸物品生产许可办法》的通知", False),
    ],
)
def test_a_general_word_in_a_title_is_enough_for_the_beat(title: str, beat: bool) -> None:
    assert on(reading(title, "各有关单位：现将有关事项通知如下。")) is beat


@pytest.mark.parametrize(
    "body",
    [
        "意见反馈截止日期由2024年8月1日延长至2024年9月25日。",
        "意见反馈截止时间2024年8月31日调整为2024年9月25日。",
        "请于2024年8月31日前反馈意见。现将征求意见期限推迟至9月25日。",
    ],
)
def test_an_extended_deadline_is_the_new_day(body: str) -> None:
    found = reading("关于延长《某办法（征求意见稿）》征求意见期限的公告", body)
    assert found.values("comment_deadline") == ("2024-09-25",)


def test_a_deadline_before_the_posting_is_no_fact() -> None:
    comments = reading("关于《某办法（征求意见稿）》公开征求意见的公告", "请于2024年7月16日前反馈意见。")
    call = reading("关于征集典型案例的通知", "请于2024年7月10日前报送材料。")
    for found in (comments, call):
        assert not found.values("comment_deadline") + found.values("submission_deadline")
        assert "deadline-passed" in {flag.code for flag in found.flags}


@pytest.mark.parametrize(
    ("title", "is_open"),
    [
        ("中央网信办、工业和信息化部等关于印发《某办法》的通知", True),
        ("中央网信办、工业和信息化部等部门关于印发《某办法》的通知", True),
        ("中央网信办、工业和信息化部关于印发《某办法》的通知", False),
    ],
)
def test_a_list_that_ends_with_others_is_not_complete(title: str, is_open: bool) -> None:
    assert ("issuers-open" in {flag.code for flag in reading(title).flags}) == is_open


def test_a_signature_completes_a_list_that_ends_with_others() -> None:
    body = "现印发给你们。\n工业和信息化部\n财政部\n2024年8月9日"
    found = reading("工业和信息化部等关于印发《某办法》的通知", body)
    assert found.values("issuer") == ("工业和信息化部", "财政部")
    assert "issuers-open" not in {flag.code for flag in found.flags}


@pytest.mark.parametrize(
    "body",
    [
        "国务院于2024年9月1日起施行的条例另有规定的从其规定。",
        "自2024年9月1日起施行的条例另有规定的从其规定。",
        "国务院《某条例》自2024年9月1日起施行。",
        "电信新标准由协会自2024年9月1日起实施。",
    ],
)
def test_the_effect_of_another_text_is_not_its_own(body: str) -> None:
    assert reading("关于某事的通知", body).first("effective") is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("关于某事的通知", "本通知自2024年9月1日起施行。"),
        ("关于某事的通知", "请认真执行。自2024年9月1日起施行。"),
        ("关于某事的公告", "现予公布，自2024年9月1日起施行。"),
        ("关于印发《某类产品管理办法》的通知", "《某类产品管理办法》自2024年9月1日起施行。"),
        ("某类产品管理办法", "第九条 本办法自2024年9月1日起施行。"),
    ],
)
def test_the_effect_of_the_text_itself_is_read(title: str, body: str) -> None:
    assert reading(title, body).text("effective") == "2024-09-01"


def test_an_effect_long_before_the_signing_is_flagged_and_needs_its_own_subject() -> None:
    foot = "\n工业和信息化部\n2024年8月20日"
    doubtful = reading("关于某事的通知", f"本通知自2024年1月1日起施行。{foot}")
    assert doubtful.text("effective") == "2024-01-01"  # its own words say so, but a person should look
    assert "effective-doubtful" in {flag.code for flag in doubtful.flags}
    others = reading("关于某事的通知", f"统一自2024年1月1日起施行。{foot}")
    assert others.first("effective") is None
    assert "effective-doubtful" in {flag.code for flag in others.flags}
    assert reading("关于某事的通知", f"本通知追溯自2024年1月1日起施行。{foot}").text("effective") == "2024-01-01"


def test_a_signing_after_the_posting_is_impossible() -> None:
    found = reading("关于某事的通知", "正文。\n工业和信息化部\n2024年9月20日")
    assert found.first("signed") is None
    assert "signed-after-posted" in {flag.code for flag in found.flags}


@pytest.mark.parametrize(
    ("effect", "last"),
    [
        ("自2024年7月31日起施行", "2029-07-30"),
        ("自2024年9月1日起施行", "2029-08-31"),
        ("自印发之日起施行", "2029-07-31"),
    ],
)
def test_a_stated_first_day_counts_and_the_day_of_an_act_does_not(effect: str, last: str) -> None:
    body = f"本办法{effect}，有效期五年。\n工业和信息化部\n2024年7月31日"
    assert reading("关于印发《某办法》的通知", body).text("expires") == last


def test_an_effect_from_the_handing_down_is_flagged_where_signing_and_posting_differ() -> None:
    found = reading("关于某事的通知", "本通知自下发之日起施行。\n工业和信息化部\n2024年7月31日")
    assert "effective-differs" in {flag.code for flag in found.flags}


def test_the_day_and_place_of_a_forwarder_are_flagged_as_its_own() -> None:
    cover = "转发给你们，请认真组织。\n广东省工业和信息化厅\n2024年8月19日"
    title = "广东省工业和信息化厅转发工业和信息化部办公厅关于征集典型应用案例的通知"
    url = "https://gdii.gd.gov.cn/a/1.html"
    found = reading(title, cover, url)
    assert {"signed-by-forwarder", "region-of-forwarder"} <= {flag.code for flag in found.flags}
    whole = reading(title, f"{cover}\n现组织征集。\n工业和信息化部办公厅\n2024年8月1日", url)
    assert whole.text("signed") == "2024-08-01"
    assert "signed-by-forwarder" not in {flag.code for flag in whole.flags}


@pytest.mark.parametrize(
    ("lines", "issuers"),
    [
        ("国 家 数 据 局\n中 央 网 信 办", ("国家数据局", "中央网络安全和信息化委员会办公室")),
        (
            "国家互联网信息办公室 公 安 部\n商 务 部　文化和旅游部",
            ("国家互联网信息办公室", "公安部", "商务部", "文化和旅游部"),
        ),
        ("公 安 部 司 法 部", ("公安部", "司法部")),
    ],
)
def test_names_set_letter_by_letter_sign_like_others(lines: str, issuers: tuple[str, ...]) -> None:
    found = reading("关于印发《某办法》的通知", f"现印发给你们。\n{lines}\n2024年8月1日")
    assert found.values("issuer") == issuers


def test_a_branch_in_a_place_is_no_national_body() -> None:
    found = reading("中国人民银行上海分行关于支付服务的通告", url="https://shanghai.pbc.gov.cn/a/1.html")
    assert (found.values("issuer"), found.text("region")) == (("中国人民银行上海分行",), "Shanghai")


def test_a_body_named_with_its_short_form_acts() -> None:
    body = "国家计算机网络应急技术处理协调中心（CNCERT/CC）发布《某报告》。"
    assert reading("2024年网络安全数据分析报告", body, PRESS).values("issuer") == (
        "国家计算机网络应急技术处理协调中心",
    )


def test_a_report_on_service_is_enforcement_only_where_it_tells_of_measures() -> None:
    title = "工业和信息化部关于2024年第二季度电信服务质量的通告"
    plain = reading(title, "共受理用户申诉4.2万件，环比下降3%。\n工业和信息化部\n2024年8月1日")
    named = reading(title, "对96款应用程序予以通报，责令限期整改。\n工业和信息化部\n2024年8月1日")
    assert [plain.text("status"), named.text("status")] == ["report", "enforcement"]
    assert {plain.text("category"), named.text("category")} == {"enforcement"}


def test_the_day_of_an_order_stands_in_the_header_of_its_text() -> None:
    head = (
        "（2021年7月30日中华人民共和国国务院令第745号公布　自2021年9月1日起施行）\n第一条　为了保障安全，制定本条例。"
    )
    assert reading("关键信息基础设施安全保护条例", head).text("signed") == "2021-07-30"
