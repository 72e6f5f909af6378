"""From when a text holds, and the parts of it that hold from a day of their own. Until when: `expiry.py`.

Only the text's own effect: not that of what it cites, repeals or amends. The conventions (which day a phrase means) are
those of tests/labels/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jingbao.core.dates import days as stated_days
from jingbao.core.lengths import length
from jingbao.core.ranges import points
from jingbao.core.read.sheet import LONGEST, Sheet
from jingbao.core.read.title import Title, books, name_core
from jingbao.core.values import PartEffect

_VERB = r"(?:施行|实施|执行|生效|试行|适用|启用|实行)"
_NUMBER = r"[\d一二两三四五六七八九十百零〇]{1,6}"
_LATER = (
    r"(?:，?\s?满?(?P<later>[\d一二两三四五六七八九十百]{1,4}个?(?:工作日|自然日|日|天|周|月|年))"
    r"(?:之后|以后|期?满后|后|之日起|起)?)"
)
_EFFECT = re.compile(
    r"(?=[自从于\d施实生执发公印颁下即])(?:[自从](?P<what>[^，。；\n自从]{1,40}?)(?:"
    rf"(?:[零0]时)?起{_LATER}?"
    rf"(?:(?:开始|正式|全面|统一|同步|同时){{0,2}}(?P<verb>{_VERB})|(?=[，；、]))|(?P<bare>{_VERB}(?!之日|之时|日|以来|前|后|期间|过程)))"
    rf"|于(?P<on>[^，。；\n于]{{4,16}}?)起?(?:正式)?{_VERB}"
    rf"|(?<![自从\d年])(?P<day>(?:(?:19|20)\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日)起?(?:正式)?{_VERB}"
    rf"|(?:施行|实施|生效|执行)(?:日期|时间|之日)(?:为|是|：|:){{1,2}}\s?(?P<label>[^，。；\n]{{6,16}})"
    rf"|(?P<act>(?:发布|公布|印发|颁布|公告|下发)之日|即日)起?(?:正式)?{_VERB})"
)
_ITEM = re.compile(
    r"(?:^|\n)\s{0,4}(?:[一二三四五六七八九十]{1,3}、)?(?P<clause>自(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起)，"
)
_TRIGGER = re.compile(
    r"(公布|发布|印发|发文|颁布|下发|公告|签发|签署|发出|通知|即日)(?:之日|之时|当日|次日|日)?$"
    r"|^(?:本[^，。]{1,6})?(公布|发布|印发|颁布|下发)"
)
_OF_SIGNING = re.compile(r"印发|发文|签发|签署|发出")
_CLAUSE = re.compile(r"[^，。；：:\n\s]*$")
# What may stand between the last stop and 自…起施行 where it speaks of the text itself.
_ABOUT_THIS = re.compile(
    r"本|该|此|上述|新规|现|予以|明确|发布|印发|公布|公告|通过|有效期"
    r"|^(?:第[\d一二三四五六七八九十百]{1,6}条|[\d一二三四五六七八九十]{1,3}[、.．]|并|将|即|均|且|已|正式|统一|全部|追溯"
    r"|同时|以上|均应|也|和|，){0,4}$|^外?(?:其余|其他|其它)"
    r"|^(?:新)?(?:条例|办法|规定|规则|细则|措施|决定|解释|意见|方案|指南|指引|标准|目录|清单|规范|政策)(?:将|均|也)?$"
)
_OWN = re.compile(r"(?:本|上述)[^，。；：“”《》]{0,10}$")
_RETROACTIVE = re.compile(r"追溯|溯及|补发")
_EARLY = 7  # days before its signing from which an effect is doubtful
_LATE = 60  # days a page without a signature may be posted after the effect
_OTHERS = re.compile(r"》[^，。；》]{0,30}$|原[^，。；]{0,20}$|》[^。；》（(]{0,10}[（(][^（）()》]{0,40}$")
_QUOTED = re.compile(r"“[^“”\n]{0,60}$")
_PART = (
    rf"(?:第(?:{_NUMBER}|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:条|章|节|编|部分)(?:(?:至|到)第{_NUMBER}(?:条|章|节|编|部分))?"
    rf"(?:第{_NUMBER}款(?:[、和]第{_NUMBER}款){{0,3}})?(?:第?[（(]?{_NUMBER}[）)]?项)?|附件\s?[\d一二三四五六七八九十]{{1,2}})"
)
_ONE = re.compile(_PART)
_AND = ("", "、", "和", "及", "与", "以及")
_OF_PART = re.compile(r"(?:[^，。；、《》\n\s]{0,24}(?:规定|内容|要求|条款))?(?:均|将|则)?")
_NAMED = re.compile(r"(?:《[^《》\n]{2,80}》[、和及与]?){1,8}(?:均|将|则)?$")
_RELEASES = re.compile(r"发布|公布|印发|颁布|批准|公告|通告|令")
_SPREADS = re.compile(r"贯彻|学习|宣传|落实|实施《|执行《|施行《|宣贯|解读|问答")
_WINDOW = 160  # code points before an effect in which its subject stands
STATUSES = ("issued", "trial", "approved", "list", "campaign", "enforcement")


@dataclass(frozen=True, slots=True)
class Clause:
    """An effect as a text states it: 本办法(subject)自2024年10月1日(words)起施行. later: how long after (30日);
    complete: whether it has its verb, not only a comma after 起."""

    subject: str
    words: str
    later: str
    start: int
    end: int
    complete: bool


def read(sheet: Sheet, title: Title, status: str) -> None:
    """Note from when the text holds; a day counted from publication or signing rests on that fact."""
    if status not in STATUSES:
        return
    for part in parts(sheet):
        text = sheet.document.part(part)[:LONGEST]
        found = [
            one
            for one in clauses(text)
            if not (title.formal and _QUOTED.search(text, max(0, one.start - 80), one.start))
        ]
        special = [one for one in found if _special(one)]
        plain = [one for one in found if one.complete and one not in special and _own(sheet, title, text, one)]
        if not plain and len(special) == 1 and _parts(special[0]) == special[0].subject.strip():
            special, plain = [], special  # at the head of a line the number is that of the article itself
        apart = _apart(sheet, part, text, plain)
        for one in plain:
            if one not in apart and _effective(sheet, part, text, one):
                _compare(sheet, text, [other for other in plain if other not in apart])
                break
        for one in special:
            day = _stated(sheet, one)
            for piece in _ONE.finditer(text, one.start - len(_parts(one)), one.start) if day else ():
                sheet.add("part_effect", PartEffect(piece[0], f"{day}"), part, piece.start(), one.end, "第…条自…起施行")
        if sheet.text("effective") or sheet.places("part_effect"):
            return
    if status == "issued" and sheet.text("instrument_kind") in ("公告", "通告", "通知"):
        _orders(sheet)


def _orders(sheet: Sheet) -> None:
    """一、自2023年7月1日起，…: a notice whose items all begin with one day holds from that day."""
    found = list(_ITEM.finditer(sheet.body[:LONGEST]))
    days = {days[0].day for m in found if (days := stated_days(m["day"]))}
    made = sheet.text("signed") or sheet.text("published")
    if len(days) == 1 and made and (day := days.pop().isoformat()) >= made:
        sheet.add("effective", day, "body", found[0].start("clause"), found[0].end(), "自…起，: what it orders")


def parts(sheet: Sheet) -> tuple[str, ...]:
    """The parts of a document that may state its effect, in the order they are asked."""
    return ("body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments))))


def clauses(text: str) -> Iterator[Clause]:
    """Every clause of effect of a text, in order; 自…起施行的 describes something else."""
    at = 0
    for m in _EFFECT.finditer(text):
        words = m["what"] or m["on"] or m["day"] or m["label"] or m["act"]
        before = text[max(at, m.start() - _WINDOW) : m.start()]
        subject = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
        if not text.startswith("的", m.end()):
            complete = not m["what"] or bool(m["verb"] or m["bare"])
            yield Clause(subject, words, m["later"] or "", m.start(), m.end(), complete)
        at = m.end()


def _parts(one: Clause) -> str:
    """The end of the subject from the first of the listed parts on, '' where it names none."""
    subject = one.subject
    found = list(_ONE.finditer(subject))
    if not found or not _OF_PART.fullmatch(subject, found[-1].end()):
        return ""
    start = found[-1].start()
    for piece in reversed(found[:-1]):
        if subject[piece.end() : start] not in _AND:
            break
        start = piece.start()
    return subject[start:]


def _special(one: Clause) -> bool:
    """Whether a clause speaks of parts of this text: 第二十三条、第三章; not of those of a cited one, 《…》第三条."""
    listed = _parts(one)
    before = one.subject[: len(one.subject) - len(listed)]
    dated = any(point.day or point.month for point in points(one.words))
    return bool(listed) and not before.endswith(("》", "〉")) and dated


def _apart(sheet: Sheet, part: str, text: str, plain: list[Clause]) -> list[Clause]:
    """Clauses that give several instruments, or one of them, a day of its own; noted as parts."""
    named = [one for one in plain if _NAMED.search(one.subject)]
    among = [one for one in named if one is not plain[0] and one.subject.lstrip("，；、").startswith(("其中", "但"))]
    days = {_stated(sheet, one) for one in named}
    if among or None in days or len(days) < 2:
        named = among
    for one in named:
        listed = _NAMED.search(one.subject)
        start = one.start - len(listed[0]) if listed else one.start
        for book in re.finditer(r"《[^《》\n]{2,80}》", text[start : one.start]):
            day = f"{_stated(sheet, one)}"
            sheet.add("part_effect", PartEffect(book[0], day), part, start + book.start(), one.end, "《…》自…起施行")
    return named


def _own(sheet: Sheet, title: Title, text: str, one: Clause) -> bool:
    """Whether a clause speaks of this text: 本办法, its own title or no subject; not 自…起施行的条例."""
    before = text[max(0, one.start - _WINDOW) : one.start]
    own = {name_core(name) for name in (*sheet.values("instrument"), sheet.title)}
    for book in books(before):
        name = name_core(before[book.start : book.end])  # 《办法》 is short for the own title
        if before[book.end + 1 :].strip() in ("", "将", "均") and any(whole.endswith(name) for whole in own):
            return True
    if _NAMED.search(one.subject) and _RELEASES.search(title.masked) and not _SPREADS.search(title.text):
        day = _stated(sheet, one)
        basis = sheet.text("signed") or sheet.text("published")
        return day is not None and day.isoformat() >= basis > ""  # what a release names starts after it
    if _OTHERS.search(before[-80:]):
        return False
    clause = _CLAUSE.search(one.subject)
    return clause is None or not clause[0] or bool(_ABOUT_THIS.search(clause[0]))


def _stated(sheet: Sheet, one: Clause) -> date | None:
    """The day a clause states; what it leaves out comes from the day of the page. A month alone means its first."""
    posted = sheet.text("published") or sheet.text("signed")
    for point in points(one.words)[:1]:
        if not (point.day or point.month or point.month_shift is not None):
            return None
        if point.year:
            return point.first(point.year)
        return point.after(date.fromisoformat(posted), last=False) if posted else None
    return None


def _doubtful(sheet: Sheet, day: date, text: str, one: Clause) -> bool:
    """Whether an effect lies well before the signing (else the posting) of a text that neither calls it its own
    (本通知自…) nor says that it reaches back; that of its own is flagged, too."""
    basis = sheet.text("signed") or sheet.text("published")
    early = _EARLY if sheet.text("signed") else _LATE
    if not basis or day >= date.fromisoformat(basis) - timedelta(days=early):
        return False
    if _RETROACTIVE.search(text, max(0, one.start - 30), one.end + 10):
        return False
    words = text[one.start : one.end]
    sheet.flag("effective-doubtful", f"{day} in “{words}” is before {basis}, when the text was made", "Look from when.")
    return not _OWN.search(one.subject)


def _effective(sheet: Sheet, part: str, text: str, one: Clause) -> bool:
    """Note the effect a clause states; whether it tells a day."""
    if day := _stated(sheet, one):
        if _doubtful(sheet, day, text, one):
            return False
        sheet.add("effective", day.isoformat(), part, one.start, one.end, "自…起施行")
        return True
    return bool(_TRIGGER.search(one.words)) and _act(sheet, part, text, one)


def _compare(sheet: Sheet, text: str, plain: list[Clause]) -> None:
    """Flag a text that calls two different days the day of its own effect; the first is kept, as it stands."""
    kept = sheet.text("effective")
    own = [one for one in plain if _OWN.search(one.subject) and not _RETROACTIVE.search(one.subject)]
    days = {f"{day}": text[one.start : one.end] for one in own if (day := _stated(sheet, one))}
    if others := [f"{day} ({words})" for day, words in days.items() if day != kept]:
        sheet.flag("effective-differs", f"in effect from {kept}, but also from {', '.join(others)}", "Look from when.")


def _act(sheet: Sheet, part: str, text: str, one: Clause) -> bool:
    """Note an effect from the text's publication or signing, or so long after; whether its day is known."""
    printed = bool(_OF_SIGNING.search(one.words) and sheet.places("signed"))
    order = ("signed", "published") if printed else ("published", "signed")
    basis = next((n for name in order for n in sheet.places(name)), None)
    words = text[one.start : one.end]
    if basis is None or (not sheet.posts and not printed):
        cause = f"in effect from its publication ({words}), whose day this page does not tell"
        sheet.flag("effective-open", cause, "Look.")
        return False
    value = str(sheet.facts[basis].value)
    signed = sheet.text("signed")
    if "下发" in words and signed not in ("", value):
        cause = f"{words}: posted {value}, but signed {signed}"
        sheet.flag("effective-differs", cause, "Look when it was handed down.")
    rule = "自…之日起施行: signed" if printed else "自…之日起施行"
    if one.later or one.words.endswith("次日"):
        term = length(one.later or "1日")
        later = term.after(date.fromisoformat(value), sheet.catalog.workdays) if term else None
        if later is None:
            sheet.flag("effective-open", f"the days of “{words}” cannot be counted", "Look from when.")
            return False
        value, rule = later.isoformat(), f"{rule}, N days later"
    sheet.add("effective", value, part, one.start, one.end, rule, (basis,))
    return True
