"""Titles that invite a false headline, read and drafted as a user would get them: no meaning is turned round."""

import re
from datetime import date

import pytest

from jingbao.core.draft import draft
from jingbao.core.errors import ReadingError
from jingbao.core.group import develop
from jingbao.core.read import read
from jingbao.core.values import Brief, Document
from jingbao.writers import rules
from tests.desk_bench import catalog

DONE = re.compile(r"\b(issued|released|published the|approved|gave its approval|selected|named|invited|called for)\b")


def drafted(title: str, body: str) -> Brief:
    """What is drafted from a notice of MIIT, posted on 20 August 2024."""
    url = "https://www.miit.gov.cn/zwgk/art/2024/art_1.html"
    text = f"各有关单位：\n{body}\n工业和信息化部\n2024年8月18日"
    document = Document("p", url, "1", "", "article", title, text, "visible:published\t2024-08-20", ())
    reading = read(document, catalog())
    day = {reading.id: date(2024, 8, 20)}
    development = develop(1, (reading,), {reading.id: ""}, day, catalog())
    return draft(development, (reading,), (document,), catalog(), rules.write)


def blocked(brief: Brief) -> bool:
    return any(flag.severity == "blocking" for flag in brief.flags)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("工业和信息化部未批准示范公司设立国际通信出入口局", "工业和信息化部没有批准示范公司的申请。"),
        ("工业和信息化部关于不予批准某公司电信业务经营许可的决定", "经审查，决定不予批准。"),
        ("关于物联网卡管理办法即将印发的预告", "工业和信息化部即将印发《物联网卡管理办法》。"),
        ("关于取消智能网联汽车试点城市遴选的通知", "经研究，决定取消智能网联汽车试点城市遴选。"),
        ("关于撤回《人工智能安全管理办法（征求意见稿）》的公告", "决定撤回，不再征求意见。"),
        ("工业和信息化部关于暂缓实施《数据出境管理办法》的公告", "决定暂缓实施《数据出境管理办法》。"),
        ("尚未印发《人工智能管理办法》的说明", "《人工智能管理办法》尚未印发。"),
    ],
)
def test_an_act_that_is_denied_put_off_or_taken_back_is_not_printed_as_done(title: str, body: str) -> None:
    """It has no status, so it is not drafted but flagged."""
    with pytest.raises(ReadingError, match="no status"):
        drafted(title, body)


def test_a_rumour_called_untrue_is_no_instrument() -> None:
    brief = drafted(
        "辟谣：网传《生成式人工智能禁令》系谣言", "近日网传《生成式人工智能禁令》，工业和信息化部表示该消息不实。"
    )
    assert "untrue" in brief.headline.text
    assert not DONE.search(brief.headline.text)


def test_nobody_sought_comment_who_did_not_say_so() -> None:
    brief = drafted("工业和信息化部拟印发《物联网卡管理办法》的公示", "现予以公示。")
    words = " ".join(sentence.text for sentence in brief.sentences)
    assert blocked(brief) or ("sought" not in words and not DONE.search(brief.headline.text + words))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "工业和信息化部关于印发《卫星通信管理办法（征求意见稿）》的通知",
            "现印发给你们，请研究提出意见，于2024年9月20日前反馈。",
        ),
        (
            "工业和信息化部关于开展应用程序备案工作的公告",
            "我部起草了《应用程序管理办法》，现公开征求意见，请于2024年9月30日前反馈。",
        ),
    ],
)
def test_a_draft_is_proposed_whatever_its_cover_says(title: str, body: str) -> None:
    brief = drafted(title, body)
    assert brief.status == "draft_for_comment"
    assert "proposed" in brief.headline.text
    assert not DONE.search(" ".join((brief.headline.text, *(s.text for s in brief.sentences))))


def test_an_extended_deadline_is_the_new_one() -> None:
    brief = drafted(
        "工业和信息化部关于延长《电信设备管理办法（征求意见稿）》征求意见期限的公告",
        "征求意见截止日期由2024年8月1日延长至2024年9月25日。",
    )
    assert [watch.day for watch in brief.watches] == [date(2024, 9, 25)]
    assert "1 August" not in " ".join(sentence.text for sentence in brief.sentences)


def test_the_effect_of_another_text_is_not_this_one_s() -> None:
    brief = drafted(
        "工业和信息化部关于加强互联网平台算法管理的通知", "国务院于2024年1月1日起施行的条例另有规定的从其规定。"
    )
    assert "effect" not in " ".join(sentence.text for sentence in brief.sentences)
