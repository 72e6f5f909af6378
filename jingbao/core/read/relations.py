"""What a text has to do with other instruments: rests on, carries out, amends, repeals, interprets or applies them.

Only titles in 《》 count, not the text's own (《意见》), those that are made here (印发《…》), nor papers that are no
instruments (《…许可证》). The conventions are those of tests/labels/README.md (`clauses.jsonl`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Book, books, kind_of, name_core
from jingbao.core.values import Relation

Kind = Literal["based_on", "amends", "repeals", "implements", "interprets", "applies"]

_MOST = 500
_READ = 200_000
_NEAR = 120  # code points around a list of titles in which its cue stands
_STOPS = "。；！？\n"
# What joins titles of one list: 《A》（文号）、《B》第三条和《C》.
_JOINS = re.compile(
    r"(?:的?(?:第[一二三四五六七八九十百千零〇\d]{1,6}[条章款项编节](?:之[一二三四五六])?[、和及至]?){1,6}(?:的?规定)?)?(?:\s?[（(〔\[][^（）()《》\n]{1,60}[）)〕\]]){0,3}"
    r"(?:规定)?(?:[、，,；;和及与或]|以及|或者|并|\s){0,4}(?:第?[\d一二三四五六七八九十]{1,3}[.．、]\s?"
    r"|[（(][\d一二三四五六七八九十]{1,3}[）)]\s?)?(?:[一-龥]{2,16}(?:部|局|委|办|院|会|府|厅))?$"
)
_IMPLEMENTS = re.compile(
    r"(?=[^，。；\n《》]{2,44}+$)(?:贯彻|落实|执行|实施|推进|推动|细化|做好|学习宣传|学习|宣传|衔接){1,4}(?:好"
    r"|了)?(?:党中央、国务院"
    r"|党中央|国务院|国家|中央|中办、国办)?(?:[一-龥、]{2,24}(?:部门|部|局|委|院|厅|府|会|办))?"
    r"(?:印发的|发布的|关于)?$"
)
_WAYS = re.compile("的?(?:若干|暂行)?(?:办法|细则|规定|条例|意见)")  # 某省实施《某法》办法
_FOR = re.compile(
    r"(?:^|[，。；\n])[^，。；\n]{0,20}?为(?:了)?[^。；\n]{0,100}$|关于(?:深入|全面"
    r"|进一步)?(?:贯彻|落实|实施|执行)"
)
_REPEALS = re.compile(r"(?:废止|停止执行|停止施行|撤销|宣布失效)(?:了|下列|以下)?$")
_REPEALED = re.compile(
    r"[^。；\n《》]{0,60}?(?:同时|即行|一并|予以|随之|相应|自动|自[^，。；]{1,20}起|均|已|现|决定|宣布"
    r"|，)?(?:废止|失效|停止执行|停止施行|不再执行|不再施行)(?!的[^。，；])"
)
_AMENDS = re.compile(r"(?:修改|修正|修订)(?:后的|了|完善)?$")
_AMENDED = re.compile(
    r"[^。；\n《》]{0,40}?(?:作(?:出)?(?:如下|以下|下列|相应)?(?:的)?修[改订正]|(?:进行|予以|作出"
    r"|加以)(?:了)?(?:全面|部分|相应|如下)?(?:的)?修[改订正]|修改(?:为|如下)|修订(?:为|如下)|删去"
    r"|增加一[条款项]|调整为)"
)
_AMEND_OBJECT = re.compile(r"(?:对|将|把)(?:现行)?(?:的)?$")
_INTERPRETS = re.compile(
    r"(?:若干|有关|具体|法律)?(?:问题|条款)?[^。；\n《》]{0,12}?(?:的)?(?:解释|批复|意见"
    r"|规定|纪要|解答)"
)
_RIGHTLY = re.compile(r"为(?:了)?(?:依法)?(?:正确|准确|统一|进一步)[^。；\n《》]{0,12}适用$")
_BASIS = re.compile(
    r"(?=[^，。；\n《》]{1,40}+$)(?:根据|依据|依照|按照|遵照|遵循|基于)(?:新修订的|新修改的|修订后的|修改后的"
    r"|国家|现行|国务院|有关|相关"
    r"|上述|我国|党中央、国务院|国务院印发的"
    r"|[^，。；\n《》]{0,24}?(?:关于|印发的|发布的|制定的|公布的|联合印发的)|[一-龥（）、]{2,36}?)?$"
)
_ALWAYS_BASIS = ("根据", "基于")
_APPLIES = re.compile(
    r"(?=[^，。；\n《》]{1,40}+$)(?:参照|依照|按照|依据|适用|按|依)(?:[^，。；\n《》]{0,16}?(?:关于|印发的|发布的"
    r"|制定的|公布的))?(?:国家|现行|相关|有关|[一-龥（）、]{1,36}[、和及与])?$"
)
_MAKES = re.compile(
    r"制定|制订|现(?:将|就|对|决定|公布|予|发布|面向|公开|开展|启动|通知|公告|通告)|特(?:制|作|此)|起草|编制"
    r"|拟定|拟订|发布|公布|修订了?|组织|研究|印发|通知如下|公告如下|解释如下|规定如下|通告如下|公示如下"
    r"|决定如下|解释|决定|批准|同意|开展|形成|认定|公开征求|公示|我[部局委办会省市]|经[^，。；]{1,20}(?:审查"
    r"|审核|评审|同意|批准)"
)
_MODAL = re.compile(
    r"应当|必须|不得|可以|(?<![供相适响反效对])应(?![用急对])|须|由[^，。；]{2,30}|的[，,]$"
    r"|予以|给予|有权|依法|负责|处罚|实行|享有|保护"
)
_MADE_HERE = re.compile(
    r"(?:印发|制定(?:了|的)?|发布(?:了)?|公布(?:了)?|颁布(?:了)?|起草(?:了)?|形成(?:了)?|编制(?:了)?"
    r"|出台(?:了)?|拟定(?:了)?|拟订(?:了)?|通过(?:了)?|研究制定(?:了)?|组织编写(?:了)?|签订|签署|出具|填写"
    r"|提交|颁发|核发|换发|取得|持有|领取|收到|送达|以下(?:简)?称|下称|简称[为“]?)$"
)
_NO_INSTRUMENT = re.compile(
    r"(?:许可证|证书|证|批准书|通知书|决定书|告知书|申请书|承诺书|意见书|协议书|判决书|裁定书|说明书|建议书"
    r"|委托书|回执|申请表|登记表|汇总表|推荐表|信息表|情况表|报告|表|册|合同|协议|日报|杂志|年鉴|名录|目录》"
    r"|名单|公约》)$"
)
_SHORT = 4  # 《意见》 is the text itself, or a name given before
_GIVES_LISTS = re.compile(r"(?:废止|失效|停止执行)")


@dataclass(frozen=True, slots=True)
class Found:
    """A relation and the place of the words that prove it: the title, with its cue where that stands near."""

    value: Relation
    start: int
    end: int


def read(sheet: Sheet) -> None:
    """Note each relation to an instrument once, in the order of the text and its attachments."""
    own = {name_core(name) for name in (*sheet.values("instrument"), sheet.title)}
    seen: set[Relation] = set()
    for n in range(len(sheet.document.attachments) + 1):
        part = f"attachment:{n}" if n else "body"
        text = (sheet.document.part(part) if n else sheet.body)[:_READ]
        found = (*find(text), *(_listed(sheet, text, n) if _GIVES_LISTS.search(sheet.title) else ()))
        for one in found:
            if one.value not in seen and name_core(one.value.title) not in own and len(seen) < _MOST:
                seen.add(one.value)
                sheet.add("relation", one.value, part, one.start, one.end, "cue and title in book marks")


def find(text: str) -> Iterator[Found]:
    """Every relation of a text to a title in book marks, in the order of the titles."""
    outer = [book for book in books(text) if book.depth == 0]
    for group in _lists(text, outer):
        first, last = group[0].start - 1, group[-1].end + 1
        start = max(max(text.rfind(c, max(0, first - 300), first) for c in _STOPS) + 1, first - 300)
        stop = min(
            (at for c in _STOPS if (at := text.find(c, last, last + 300)) >= 0), default=min(len(text), last + 300)
        )
        left, right = text[start:first], text[last:stop]
        for kind, back, ahead in _kinds(_plain(left), _plain(right), _plain(text[last : last + 40])):
            for book in group:
                if title := _title(text, book):
                    yield Found(
                        Relation(kind, title),
                        max(first - back, book.start - _NEAR),
                        min(last + ahead, book.end + _NEAR),
                    )


def _title(text: str, book: Book) -> str:
    name = re.sub(r"\s*\n\s*", "", text[book.start : book.end]).strip()
    short = len(name) <= _SHORT and not re.search("法|条例|宪", name)
    return "" if short or _NO_INSTRUMENT.search(name) else name


def _lists(text: str, outer: list[Book]) -> Iterator[list[Book]]:
    """Titles that follow one another in one list."""
    group: list[Book] = []
    for book in outer:
        if group and not _joined(text[group[-1].end + 1 : book.start - 1]):
            yield group
            group = []
        group.append(book)
    if group:
        yield group


def _joined(gap: str) -> bool:
    return len(gap) <= 100 and _JOINS.match(gap) is not None


def _plain(text: str) -> str:
    return re.sub(r"《[^《》]{0,80}》", lambda m: "＊" * len(m[0]), text)


def _kinds(left: str, right: str, near: str) -> Iterator[tuple[Kind, int, int]]:
    """The relations that the words around a list of titles state, each with how far its cue reaches back and ahead."""
    done = _told_by_what_follows(left, right)
    if done is not None:
        yield done
        return
    tail = left[-60:]
    if m := _RIGHTLY.search(tail):
        yield "interprets", len(tail) - m.start(), 0
    elif tail.endswith("适用") and (m := _INTERPRETS.match(near)) and re.search("关于|解释", left[-30:] + near):
        yield "interprets", 2, m.end()
    elif m := _REPEALS.search(tail):
        yield "repeals", len(tail) - m.start(), 0
    elif m := _AMENDS.search(tail):
        yield "amends", len(tail) - m.start(), 0
    elif _MADE_HERE.search(tail.rstrip("“：:")):
        return
    elif tail.endswith("实施") and (m := _WAYS.match(near)):
        yield "implements", 2, m.end()
    elif (m := _IMPLEMENTS.search(tail)) and _FOR.search(left):
        yield "implements", len(tail) - m.start(), 0
    elif m := _BASIS.search(tail):
        yield _basis(m[0], left[: len(left) - len(tail) + m.start()], right), len(tail) - m.start(), 0
    elif (m := _APPLIES.search(tail)) and not tail.endswith("参照") and not m[0].startswith("参照"):
        yield "applies", len(tail) - m.start(), 0


def _told_by_what_follows(left: str, right: str) -> tuple[Kind, int, int] | None:
    if (m := _REPEALED.match(right)) and not re.search("(?:根据|依据|依照|按照|按|违反|适用)[^，。；]{0,12}$", left):
        return "repeals", 0, m.end()
    m = _AMENDED.match(right)
    if m and (
        _AMEND_OBJECT.search(left) or not re.search("(?:根据|依据|依照|按照|按|违反|适用|为)[^，。；]{0,12}$", left)
    ):
        return "amends", 1 if _AMEND_OBJECT.search(left) else 0, m.end()
    return None


def _basis(cue: str, before: str, right: str) -> Kind:
    """根据: what the text rests on. 依照, 按照: that too where the text is made so; within a rule, what is applied."""
    if cue.startswith(_ALWAYS_BASIS):
        return "based_on"
    head = re.sub(
        r"^[\s*#>]*(?:第[\d一二三四五六七八九十百千零〇]{1,8}条"
        r"|[（(][\d一二三四五六七八九十]{1,3}[）)])?[\s　*]*",
        "",
        before,
    )
    made = _MAKES.search(right) is not None
    if _MODAL.search(head) or not made:
        return "applies"
    return "based_on"


def _listed(sheet: Sheet, text: str, attachment: int) -> Iterator[Found]:
    """The rows of a list of repealed texts: titles in book marks, or cells that are titles."""
    if not attachment:
        return
    name = sheet.document.attachments[attachment - 1].name + text[:200]
    if not _GIVES_LISTS.search(name):
        return
    for book in books(text):
        if book.depth == 0 and (title := _title(text, book)):
            yield Found(Relation("repeals", title), book.start - 1, book.end + 1)
    for cell in re.finditer(r"[^\t\n]{8,200}", text):
        title = cell[0].strip()
        if "《" not in title[:1] and "关于" in title and kind_of(title, sheet.lore) and not _GIVES_LISTS.search(title):
            start = cell.start() + cell[0].index(title)
            yield Found(Relation("repeals", title), start, start + len(title))
