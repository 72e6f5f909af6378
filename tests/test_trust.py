"""What copies on strange hosts may do to a development: nothing. The texts were written for tests; none is official."""

from collections.abc import Sequence
from datetime import date

import pytest

from jingbao.core.draft import draft
from jingbao.core.group import develop, known_on, profile, repeats
from jingbao.core.group.same import same
from jingbao.core.read import read
from jingbao.core.values import Brief, Development, Document, Reading, digest
from jingbao.writers import rules
from tests.desk_bench import catalog
from tests.pairs import CAC, GD, GOV, MIIT, PRESS, Told

TITLE = "工业和信息化部 国家互联网信息办公室关于印发《人工智能数据安全管理办法》的通知"
RULES = (
    "各省、自治区、直辖市通信管理局：",
    "现将《人工智能数据安全管理办法》印发给你们，请认真贯彻执行。",
    "第一条 为了规范人工智能数据处理活动，保障人工智能数据安全，制定本办法。",
    "第二条 人工智能服务提供者应当建立健全全流程数据安全管理制度，定期开展安全教育培训。",
    "第三条 人工智能服务提供者应当于每年十二月三十一日前向主管部门报送风险评估报告。",
    "第四条 到2027年，培育人工智能数据安全企业120家以上。",
    "第五条 违反本办法规定的，由主管部门责令改正，处一万元以上十万元以下罚款。",
    "工业和信息化部",
    "国家互联网信息办公室",
    "2024年8月1日",
)
TEXT = "\n".join(RULES)
SHUFFLED = "\n".join((*RULES[:2], RULES[6], RULES[4], RULES[2], RULES[5], RULES[3]))
SWAPPED = (
    TEXT.replace("建立健全", "构建完善").replace("应当", "需要").replace("规范", "约束").replace("培育", "扶持")
    .replace("责令改正", "要求纠正").replace("报送", "提交")
)  # fmt: skip
CHANGED = TEXT.replace("120家", "980家").replace("十万元", "百万元").replace("2027", "2036")
ADDED = TEXT.replace("2024年8月1日", "本办法自2031年5月5日起施行。请于2024年9月9日前反馈意见。")
HOSTS = ("http://www.miit-gov.cn.example.com/", "http://www.miitgov.cn/", "http://gov.cn.spin-news.com/", PRESS)


def page(host: str, text: str = TEXT, title: str = TITLE, day: str = "2024-08-05") -> tuple[Reading, Document]:
    told = Told(f"{host}a/{digest(host, text)}.html", title, text, day)
    meta = f"visible:published\t{told.day}"
    document = Document(digest(told.url), told.url, "1", "", "article", told.title, told.text, meta, ())
    return read(document, catalog()), document


def put_together(pages: Sequence[tuple[Reading, Document]]) -> tuple[Development, Brief]:
    """The development of some pages, and what is drafted from it."""
    readings = tuple(reading for reading, _ in pages)
    known = {reading.id: known_on(reading, date(2024, 12, 1), first=True) for reading in readings}
    again = repeats(tuple(profile(*one) for one in pages))
    found = develop(1, readings, {r.id: "" for r in readings}, known, catalog(), again)
    by_id = {reading.id: (reading, document) for reading, document in pages}
    ordered = [by_id[member.reading] for member in found.members]
    brief = draft(found, tuple(r for r, _ in ordered), tuple(d for _, d in ordered), catalog(), rules.write)
    return found, brief


def words(brief: Brief) -> str:
    return " ".join([brief.headline.text, *(sentence.text for sentence in brief.sentences), *map(str, brief.watches)])


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("text", [SHUFFLED, SWAPPED, CHANGED, ADDED], ids=["shuffled", "swapped", "changed", "added"])
def test_a_changed_copy_on_a_strange_host_is_not_cited_and_adds_nothing(host: str, text: str) -> None:
    own, copy = page(MIIT, day="2024-08-05"), page(host, text, day="2024-08-02")
    found, brief = put_together([copy, own])
    alone, alone_brief = put_together([own])
    assert found.members[0].url == own[0].url
    assert found.members[1].role == "untrusted"
    assert found.flags == alone.flags
    cited = {c.url for s in (brief.headline, *brief.sentences) for c in s.citations} | {
        watch.citation.url for watch in brief.watches
    }
    assert cited == {own[0].url}
    assert words(brief) == words(alone_brief)
    for false in ("980", "2036", "2031", "9 September"):
        assert false not in words(brief)


@pytest.mark.parametrize("host", HOSTS)
def test_a_copy_on_a_strange_host_alone_is_only_a_lead(host: str) -> None:
    found, brief = put_together([page(host)])
    assert ("no-official-page", "blocking") in [(flag.code, flag.severity) for flag in found.flags]
    assert any(flag.severity == "blocking" for flag in brief.flags)


def test_a_look_alike_host_is_no_authority() -> None:
    for host in HOSTS:
        assert page(host)[0].text("role") not in ("official", "copy")
    assert page(MIIT)[0].text("role") == "official"
    assert page("https://www.miit.gov.cn@www.spin-news.com/")[0].text("role") not in ("official", "copy")


def test_words_of_a_newspaper_on_a_text_are_not_a_copy_of_it() -> None:
    news = page(
        PRESS, "记者从工业和信息化部获悉，《人工智能数据安全管理办法》日前印发，业内专家认为影响深远。", "新规来了"
    )
    found, _ = put_together([page(MIIT), news])
    assert [member.role for member in found.members] == ["official", "press"]


TRADITIONAL = (
    "各省、自治區、直轄市通信管理局：\n現將《人工智能數據安全管理辦法》印發給你們，請認真貫徹執行。\n"
    "第一條 為了規範人工智能數據處理活動，保障人工智能數據安全，制定本辦法。\n"
    "第二條 人工智能服務提供者應當建立健全全流程數據安全管理制度，定期開展安全教育培訓。\n"
    "第三條 人工智能服務提供者應當於每年十二月三十一日前向主管部門報送風險評估報告。\n"
    "第四條 到2027年，培育人工智能數據安全企業120家以上。\n"
    "第五條 違反本辦法規定的，由主管部門責令改正，處一萬元以上十萬元以下罰款。\n"
    "工業和信息化部\n國家互聯網信息辦公室\n2024年8月1日"
)


@pytest.mark.parametrize(
    "host", ["http://big5.www.gov.cn/gate/", "http://www.mirror-news.com/", "http://big5.cac.gov.cn/"]
)
def test_a_mirror_in_traditional_characters_is_a_copy_and_never_the_source(host: str) -> None:
    own = page(MIIT)
    title = "工業和信息化部 國家互聯網信息辦公室關於印發《人工智能數據安全管理辦法》的通知"
    mirror = page(host, TRADITIONAL, title, day="2024-08-03")
    tie = same(profile(*own), profile(*mirror))
    assert tie is not None
    assert tie.because.startswith(("same text", "same instrument"))
    found, brief = put_together([mirror, own])
    assert found.members[0].url == own[0].url
    assert brief.url == own[0].url


def test_the_source_is_the_lead_issuer_then_a_joint_issuer_then_the_portal_then_another_official_site() -> None:
    lead, joint = page(MIIT, day="2024-08-09"), page(CAC, day="2024-08-08")
    portal, local = page(GOV, day="2024-08-07"), page(GD, day="2024-08-06")
    strange = page(PRESS, day="2024-08-05")
    for absent in range(4):
        pages = [lead, joint, portal, local][absent:]
        found, _ = put_together([strange, *reversed(pages)])
        assert [member.url for member in found.members[:-1]] == [reading.url for reading, _ in pages]
        assert found.members[-1].url == strange[0].url
