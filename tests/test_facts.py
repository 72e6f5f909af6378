"""Facts on what a text is in law and on whom it falls: rank, binding force, standards, parties, English names."""

import pytest

from jingbao.core.values import Reading
from tests.test_read import reading

ORDER = (
    "国家互联网信息办公室令\n第16号\n《促进和规范数据跨境流动规定》已经审议通过，现予公布，自公布之日起施行。\n"
    "国家互联网信息办公室主任 庄荣文\n2024年3月22日\n第一条 为了保障数据安全，制定本规定。"
)
RANKS = [
    (
        "中华人民共和国国务院令（第790号）",
        "《网络数据安全管理条例》已经国务院第40次常务会议通过，现予公布。",
        "administrative_regulation",
    ),
    (
        "中华人民共和国数据安全法",
        "（2021年6月10日第十三届全国人民代表大会常务委员会第二十九次会议通过）\n第一条 略。",
        "law",
    ),
    (
        "上海市数据条例",
        "（2021年11月25日上海市第十五届人民代表大会常务委员会第三十七次会议通过）\n第一条 略。",
        "local_regulation",
    ),
    ("促进和规范数据跨境流动规定", ORDER, "departmental_rule"),
    (
        "浙江省人民政府令（第398号）",
        "《浙江省公共数据授权运营管理办法》已经审议通过，现予公布。",
        "local_government_rule",
    ),
    ("关于印发《数据安全管理办法》的通知", "现印发给你们。\n工业和信息化部\n2024年8月1日", "normative_document"),
    ("最高人民法院关于适用民法典若干问题的解释", "法释〔2024〕12号\n正文。", "judicial_interpretation"),
    ("中共中央办公厅印发《党内法规制定条例》", "近日，中共中央办公厅印发了《党内法规制定条例》。", "party_regulation"),
]


@pytest.mark.parametrize(("title", "body", "rank"), RANKS)
def test_the_rank_follows_from_the_form_of_publication(title: str, body: str, rank: str) -> None:
    assert reading(title, body).text("rank") == rank


@pytest.mark.parametrize(
    "title",
    [
        "关于《数据安全管理办法（征求意见稿）》公开征求意见的通知",
        "关于征集典型案例的通知",
        "新办法出台 影响几何",
        "中国互联网协会关于发布《自律公约》的公告",
    ],
)
def test_a_draft_a_call_a_headline_and_an_association_have_no_rank(title: str) -> None:
    assert reading(title, "正文。", "https://news.daily.example/1.html").first("rank") is None


@pytest.mark.parametrize(
    ("title", "body", "binding"),
    [
        ("促进和规范数据跨境流动规定", ORDER, "yes"),
        ("关于印发《某行动计划》的通知", "现印发给你们。", "policy"),
        ("关于发布《某合规指引》的公告", "现予发布。", "guidance"),
        ("关于印发《某管理办法》的通知", "本办法不具有强制性的约束力，供企业参考。", "guidance"),
        ("关于《某管理办法（征求意见稿）》公开征求意见的通知", "正文。", "no"),
    ],
)
def test_a_text_says_by_kind_rank_or_itself_whether_it_binds(title: str, body: str, binding: str) -> None:
    assert reading(title, body).text("binding") == binding


def test_standards_are_read_in_every_spelling_and_once() -> None:
    body = (
        "依据GB/T 35273—2020、GB/T35273-2020、YD/T 4177.1-2022、DB4403/T 345-2023、T/CESA 1234-2024和TC260-PG-20244A。"
    )
    found = reading("关于某事的通知", body)
    assert found.values("standard") == (
        *("GB/T 35273-2020", "YD/T 4177.1-2022", "DB4403/T 345-2023", "T/CESA 1234-2024", "TC260-PG-20244A"),
    )
    assert {fact.rule for fact in found.all("standard")} == {"cited"}


def test_a_standard_in_the_title_is_the_pages_own() -> None:
    found = reading("GB/T 45654-2025《网络安全技术 生成式人工智能服务安全基本要求》国家标准正式发布")
    assert next(found.all("standard")).rule == "own number"
    assert found.text("rank") == "standard"


@pytest.mark.parametrize("body", ["5G 2024年", "IPv6 2023", "APP 12款", "A/B 1-2024", "YD 3", "UTF-8 2024"])
def test_letters_and_figures_that_are_no_standard_are_left_alone(body: str) -> None:
    assert reading("关于某事的通知", body).first("standard") is None


def parties(title: str, body: str) -> Reading:
    found = reading(title, body)
    assert found.text("status") == "enforcement"
    return found


def test_apps_and_companies_of_a_table_are_parties() -> None:
    body = (
        "现予通报。\n工业和信息化部\n2024年6月27日\n序号\t应用名称\t开发者\t应用来源\t所涉问题\n"
        "1\t天气通\t北京甲科技有限公司\t应用宝\t违规收集\n2\t日历通\t北京甲科技有限公司\t小米应用商店\t过度索权"
    )
    found = parties("关于侵害用户权益行为的APP通报（2024年第5批）", body)
    assert found.values("party") == ("天气通", "北京甲科技有限公司", "日历通")


@pytest.mark.parametrize(
    ("title", "body", "names"),
    [
        ("国家网信办约谈英伟达公司", "国家互联网信息办公室于2025年7月31日约谈了英伟达公司。", ("英伟达公司",)),
        ("市场监管总局依法对高通公司立案调查", "正文。", ("高通公司",)),
        ("中国证监会行政处罚决定书〔2025〕10号", "当事人：甲乙科技股份有限公司。", ("甲乙科技股份有限公司",)),
        ("国家网信办依法约谈处罚三家平台", "有关部门依法约谈“甲网”、“乙网”等平台。", ("甲网", "乙网")),
    ],
)
def test_who_is_summoned_investigated_or_punished_is_a_party(title: str, body: str, names: tuple[str, ...]) -> None:
    assert parties(title, body).values("party") == names


def test_authorities_and_victims_are_no_parties() -> None:
    found = parties(
        "关于假冒机构的通报", "网信部门依法约谈北京市互联网信息办公室，对假冒甲科技有限公司的网站依法处置。"
    )
    assert found.values("party") == ()


def test_a_page_without_a_measure_names_no_parties() -> None:
    assert reading("关于公布名单的通知", "序号\t企业名称\n1\t甲科技有限公司").first("party") is None


def test_english_names_stand_in_brackets_behind_a_name_or_are_stated() -> None:
    body = (
        "国家数据局（National Data Administration）发布《数据条例》（Data Regulations of China）。"
        "大模型（Large Language Model）。"
    )
    found = reading("关于某事的通知", body)
    assert found.values("english_name") == ("National Data Administration", "Data Regulations of China")
    stated = reading("某标准", "英文名称：Information security technology")
    assert stated.values("english_name") == ("Information security technology",)


def test_a_header_of_a_law_gives_issuer_number_and_effect() -> None:
    body = "（2024年9月24日中华人民共和国国务院令第790号公布 自2025年1月1日起施行）\n第一条 为了规范处理活动。"
    found = reading("网络数据安全管理条例", body, "https://flk.npc.gov.cn/detail.html")
    assert found.values("issuer") == ("国务院",)
    assert found.text("document_number") == "国务院令第790号"
    assert found.text("effective") == "2025-01-01"
    assert found.text("rank") == "administrative_regulation"


def test_an_effect_stated_before_a_later_change_is_not_that_of_the_text() -> None:
    body = (
        "（2011年1月1日国务院令第588号公布 自2011年3月1日起施行 "
        "根据2019年3月2日《国务院关于修改的决定》修订）\n第一条 略。"
    )
    assert reading("某管理条例", body, "https://flk.npc.gov.cn/detail.html").first("effective") is None


def test_court_cases_have_no_document_number() -> None:
    found = reading(
        "最高法发布6件典型案例",
        "案例一：（2023）京0491民初11279号\n（2024）最高法知民终123号",
        "https://www.court.gov.cn/a.html",
    )
    assert found.first("document_number") is None
