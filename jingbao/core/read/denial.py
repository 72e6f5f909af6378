"""Words that turn the deciding verb round: not, not yet, soon, no longer, called off, taken back, put off, untrue.

A page whose title denies its act has no status; better silent than false. What stands in book marks is a name and
denies nothing; what a formal title forbids or goes after (禁止未经批准…) is its subject.
"""

from __future__ import annotations

import re

from jingbao.core.read.title import Title, books, mask

_ADVERB = (
    r"(?:[于在]?(?:近期|近日|短期内|年内|月内|年底前?|明年|今年|下半年|上半年|下月|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?)(?:[前初底起内])?)?"
    r"(?:[于在][^，。；\s于在未没不停止终期缓]{1,10}?)?"  # one place: a row would cost its square
    r"(?:获得?|予以|正式|联合|公开|对外|向社会|再次?|适时|尽快|陆续|开始|组织|开展|启动|如期|全部){0,2}"
)
_NOT = r"(?:尚未|从未|并未|仍未|还未|(?<![是与])未|没有|并非|不予|不再|拒绝|无法|暂不|不会|不宜|(?<![得可要才])不)"
_SOON = (
    r"(?:即将|将|将要|准备|预计|有望|(?:(?<=[部委局办署院会厅司府团，。：；、\s年月内])|^)计划)"  # 研究计划 is a noun
)
_OFF = r"(?<!拟)(?:取消|暂停|停止|终止|中止|叫停|中断|撤回|撤销|收回|暂缓|缓期|推迟|延期|延后|驳回|搁置)"
_BEGINS = "取暂停终中叫撤收缓推延驳搁"  # how they begin: what begins otherwise is passed quickly
# Goes on, up to the next such word: else a row of them would cost its square.
_ON = rf"(?:[^，。；：！\s{_BEGINS}]|(?!{_OFF})[{_BEGINS}])"
_RELEASE = r"(?:批准|核准|获批|准予|许可|同意|印发|发布|公布|出台|颁布|颁发|核发|下发|发文|通过)"
_ASK = r"(?:征求|征集|遴选|评选|申报|受理)"
_EFFECT = r"(?:施行|实施|执行|生效)"
_HOLD = r"(?:举办|召开|举行)"
_DENIED = re.compile(
    rf"{_NOT}{_ADVERB}(?:{_RELEASE}|{_ASK}|{_EFFECT})|{_SOON}{_ADVERB}(?:{_RELEASE}|{_ASK})"
    rf"|(?:有望|预计|或将|(?<![模虚])拟){_ADVERB}{_EFFECT}|驳回|撤回[^撤]{{0,60}}?稿"
    rf"|(?:暂缓|缓期|延期|推迟|延后){_ADVERB}(?:{_RELEASE}|{_EFFECT}|{_HOLD})|(?:取消|暂停|停止|终止|中止){_ADVERB}{_HOLD}"
    rf"|{_OFF}(?:[\u4e00-\u9fff]{{0,6}}(?=[《〈])|(?:对)?(?:公开|向社会){{0,2}}征求"
    rf"|{_ON}{{2,60}}?(?:(?:办法|规定|条例|细则)(?=的)|公示))"
)
_NEXT_TO = re.compile(rf"(?:{_NOT}|{_SOON}|拟){_ADVERB}$")
_BEFORE = re.compile(rf"{_OFF}{_ON}{{0,60}}$")
_BEHIND = re.compile(
    rf"[^，。；：！\s]{{0,16}}?(?:已|被|予以|现|宣布)?{_OFF}(?=$|的?(?:通知|公告|通告|公示|函|声明|说明|决定)|[，。；！\s])"
)
_GOVERNED = re.compile(
    r"禁止|严禁|不得|查处|整治|打击|处理|处置|规范|清理|防范|防止|加强|做好|开展|进一步|落实|纠正|责令|下架|通报|曝光|修改|授权"
)
_UNTRUE = re.compile(
    r"^(?:【[^】]{1,8}】)?辟谣|辟谣(?=[：:！]|$)|[系是为属](?:网络)?谣言|不属实|^(?:有关)?网传|关于网传|(?:不实|失实)(?=$|[。！])"
)
_UNTRUE_REPORT = re.compile(
    r"(?:不实|失实|虚假)(?:信息|消息|传闻|报道|言论|传言)(?!.{0,6}(?:乱象|问题|行为|治理|整治))|谣传"
)
_STATEMENT = re.compile(r"(?:起草|编制|制定|修订|修改)?(?:情况)?的?(?:起草|编制|制定|修订|修改)?说明\s{0,2}$")
_MEASURE = re.compile(r"处罚|罚款|列入|立案|责令|下架")
_STILL = ("issued", "trial", "approved", "list", "case_release", "open_call", "draft_for_comment", "event")


def untrue(title: Title) -> re.Match[str] | None:
    """Words of a title that call a rumour a rumour. A notice against rumours does not."""
    found = _UNTRUE.search(title.masked, title.start)
    return found or (None if title.formal else _UNTRUE_REPORT.search(title.masked, title.start))


def denied(title: Title, status: str, start: int, end: int) -> tuple[int, int] | None:
    """Place in the title of words that deny its act. start, end: of the words that tell the status."""
    if (near := next_to(title.masked, start)) or status not in (*_STILL, "enforcement"):
        return near
    measure = status == "enforcement" and bool(_MEASURE.search(title.masked, start, end))
    if measure or status in ("open_call", "list", "approved", "case_release", "event"):
        clause = title.masked[:start]
        if (off := _BEFORE.search(clause)) and not _governed(title, off.start()):
            return off.span()
    if behind := _BEHIND.match(title.masked, end):
        return behind.span()
    if status == "enforcement":
        return None
    inside = any(book.start <= start < book.end for book in title.books)
    for m in _DENIED.finditer(title.masked):
        asking = "征" in m[0] or m[0].endswith("公示") or "撤回" in m[0] or (inside and bool(re.match(_OFF, m[0])))
        if (status != "draft_for_comment" or asking) and not _governed(title, m.start()):
            return m.span()
    return None


def next_to(text: str, start: int) -> tuple[int, int] | None:
    """Place of a word right before a place of a text that denies what stands there."""
    lead = max(0, start - 24)
    before = _NEXT_TO.search(mask(text, books(text))[lead:start])
    if before and before[0].startswith("计划") and "关于" in text[: lead + before.start()]:
        return None  # 关于…研究计划项目指南的通告: a plan by name
    return (lead + before.start(), start) if before else None


def in_subject(text: str, start: int) -> bool:
    """Whether a denied word only belongs to what a formal title is about: 查处未获批准…."""
    near, about = next_to(text, start), text.find("关于")
    return near is not None and about >= 0 and bool(_GOVERNED.search(text, about, near[0]))


def goes_after(text: str, start: int) -> bool:
    """Whether a word at a place of a formal title only names what it goes after: 打击…违法犯罪活动的通告."""
    about = text.find("关于", 0, start)
    return about >= 0 and bool(_GOVERNED.search(text, about, start))


def _governed(title: Title, at: int) -> bool:
    """Whether words stand in the subject of a formal title, under another verb: 禁止未经批准…."""
    return title.about >= 0 and bool(_GOVERNED.search(title.masked, title.about, at))


def explains_draft(title: Title) -> bool:
    """Whether a page is only the statement that comes with a draft: 《…（草案）》的说明."""
    return bool(_STATEMENT.search(title.masked)) and not re.search(r"征求(?!意见稿)|征集", title.masked)
