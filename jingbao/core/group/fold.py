"""Texts brought to one form, so that copies compare equal: simplified characters, no blanks, no punctuation."""

import re

from jingbao.core.group.points import plain, simplified

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100}

_ORDINAL = re.compile(r"第([零〇一二两三四五六七八九十百]{1,5})")
# 修订 and 修正 name an edition, not a stage; a draft is told by the status.
_MODIFIER = re.compile(
    r"\((?:[^()]{0,10}(?:征求意见稿|草案|送审稿|报批稿|讨论稿|建议稿)[^()]{0,10}|试行|暂行|修订|修正|修订稿"
    r"|(?:19|20)\d{2}年?[版本]|[^()]{0,40}(?:令|公告)(?:\d{4}年)?第[\d〇零一二三四五六七八九十百]{1,5}号"
    r"|[^()〔]{2,20}〔\d{4}〕\d{1,5}号)\)"
)
_CARRIER = re.compile(r"^.{0,80}?关于(?:印发|发布|公布|转发|批转)?(?=.{6})")
_COVER = re.compile(r"(?<=.{5})的(?:通知|公告|通告|函)$")
_HAPPENS = re.compile(
    r"(?:将|在[^在]{1,6}|于[^于]{1,12}|(?:正式|隆重|成功|今天|今日|昨日|昨天))?(?:举行|召开|开幕|闭幕|举办|启幕|落幕|开班|圆满).{0,20}$"
)
_CAMPAIGN = re.compile(r"[“\"「『]([^“”\"「」『』\n]{4,40})[”\"」』](?:系列|专项|集中|整治){0,3}行动")
_NAMED = re.compile(r"[《〈]([^《》〈〉]{4,120})[》〉]")
# A text that applies, changes or ends another one is not that text.
_ABOUT = re.compile(r"(?:实施|执行|适用|贯彻|落实|修改|修正|废止|延长|依据|根据|按照|违反|学习|宣传)[《〈]{0,2}$")
_OFFICE = re.compile(r"(?:办公厅|办公室|秘书局|综合司|秘书处)$")
_BUREAU = re.compile(r"^(.{2,20}?(?:部|委员会|总局|总署|法院|检察院))[^部会]{2,16}(?:局|司|厅|室|处|中心)$")


def mirrored(text: str) -> bool:
    """Whether a text is in traditional characters: on official sites, a converted copy."""
    return simplified(text) != text


def squeeze(text: str) -> str:
    """Only the letters, digits and characters of a plain text; ordinals in digits (第七批 → 第7批)."""
    return "".join(filter(str.isalnum, _ORDINAL.sub(_in_digits, text)))


def fold(text: str) -> str:
    """Any text in the form in which copies compare equal."""
    return squeeze(plain(text))


def core(title: str) -> str:
    """The name of an instrument without carrier, issuers and modifiers; '' where nothing of use is left.

    A draft and its final text have the same core, as have two batches under one name if it does not print them.
    """
    text = re.sub(r"\s{1,20}", "", plain(title))
    marked = list(_NAMED.finditer(text))
    if marked and not _ABOUT.search(text[: marked[0].start()]):
        text = marked[-1][1]
    while (shorter := _MODIFIER.sub("", text)) != text:
        text = shorter
    folded = _COVER.sub("", squeeze(_CARRIER.sub("", text, count=1)))
    short = folded.removeprefix("中华人民共和国")
    return short if len(short) >= 5 else folded if len(folded) >= 5 else ""


def happening(title: str) -> str:
    """The name of a meeting, launch or exhibition, from a headline about it; '' where it is not told that way."""
    text = re.sub(r"\s{1,20}", "", plain(title))
    shorter = _HAPPENS.sub("", text)
    return squeeze(shorter) if shorter != text and len(shorter) >= 5 else ""


def campaigns(text: str) -> tuple[str, ...]:
    """The names of campaigns, in quotation marks: “清朗·春节网络环境”专项行动 → “清朗春节网络环境”."""
    return tuple(f"“{squeeze(name)}”" for name in _CAMPAIGN.findall(plain(text)))


def named(text: str) -> tuple[str, ...]:
    """Cores of the titles in book marks."""
    return tuple(found for title in _NAMED.findall(plain(text)) if (found := core(title)))


def body(issuer: str) -> str:
    """The authority behind an office or an internal bureau: 工业和信息化部办公厅 → 工业和信息化部."""
    name = fold(issuer)
    name = _OFFICE.sub("", name) or name
    inner = _BUREAU.match(name)
    return inner[1] if inner else name


def _in_digits(match: re.Match[str]) -> str:
    total = unit = 0
    for character in match[1]:
        if character in _TENS:
            total += (unit or 1) * _TENS[character]
            unit = 0
        else:
            unit = _NUMERALS[character]
    return f"第{total + unit}"
