"""Quantified aims: by when, what, at least or at most, how much.

A year governs its sentence, the sentences after it in the paragraph that state aims too, and the bullets it heads.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jingbao.core.dates import numeral
from jingbao.core.read import indicators
from jingbao.core.read.amounts import Amount, amounts
from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Target

_FIGURE = "〇○零一二三四五六七八九"
_WHEN = re.compile(
    rf"(?=[2二今本年“\"十用计规行])(?<!\d)(?:(?P<year>20\d{{2}}|二[〇○零][{_FIGURE}]{{2}})年(?:(?P<end>年?[底末])"
    r"|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<month_end>[底末]))?)?(?P<before>之?前|以前)?"
    r"|(?P<this>(?:今|本)?年[底末]前?|今年)(?![\d一二三四])"
    r"|(?P<plan>[“\"]?十[三四五六]五[”\"]?(?:规划|时期)?(?:期?末|期间|时期|收官))"
    r"|(?P<span>用[一二三四五两\d]年(?:左右)?的?(?:时间)|(?:计划|规划|行动)期末|(?:计划|规划|行动)期内))"
)
_PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}  # last years of the five-year plans
_LEADS = re.compile(
    r"(?:(?<![达提降增升扩长少])到|(?<![提降增升扩长少])至|截至|力争|争取|确保|预计|计划|在|于|目标(?:是|为)?[：:]?)[“\"]?\s?$"
)
_REACHED = re.compile(r"(?<![底末日月年])截至\s?$")
_BASE = re.compile(r"(?:较|比|以|由|从|自|是|为|与|同|相比|按|超过|达到|占|的|[（(][^（）()\n]{0,8})[“\"]?\s?$")
_OPENS = re.compile(r"(?:^|[。；;：:，,、\s“\"）)—–•●▪·.．-])$")
_SENTENCE_OPENS = re.compile(r"(?:^|[。；;：:\n\s）)—–•●▪·.．]|[\d一二三四五六七八九十]、)$")
_AIMS = re.compile(
    r"(?:[，,：:、]|(?:主要|总体|工作|发展|阶段|预期)?目标|实现|达到|达|力争|建成|基本|新增|培育|打造|形成|全[市省国区县]|我[市省国区]|本[市省]"
    r"|各|覆盖|超过|突破|建设|完成|推动|数字|算力|累计|要|将)"
)
_NO_AIM = re.compile(r"[）)》]|版|度(?!目标)|以来|起|第|学年|[-—–~～至]\s?20\d\d|工作要点|的基础")
_SPAN_BEFORE = re.compile(r"(?:20\d{2}年?|\d月|\d日|[底末])\s?[-—–~～至到]{1,2}\s?$")
_DONE_BY = re.compile(r"完成|实现|覆盖|建成|达到|培育|打造|新增|形成|突破|超过|开通|部署|提升|改造|降")
_ASKED = re.compile(r"申报|报送|推荐|提交|报名|征集|反馈|受理|申请|名额|截止")
_SPEAKS_ON = re.compile(  # a later sentence of the paragraph that does not speak of the aims of the year any more
    r"应当|不得|必须|严禁|给予|补贴|奖励|资助|补助|罚|申报|报送|推荐|目前|已经?[建有达实培完形累]|近年来|去年|上年|每年|逐年|牵头|按职责|责任单位"
)
# How one begins that tells of measures: where the year's own sentence states an aim, it speaks of that no more.
_MEASURE = re.compile(r"\s?(?:支持|鼓励|对|按照|根据|加强|建立|完善|推动|推进|引导|开展|加快|落实|依托|组织)")
_MONEY_GIVEN = re.compile(r"给予|补贴|奖励|资助|补助|罚款|奖补|资金支持")
_AS_IT_IS = re.compile(r"每年|已经?[建达有实培完形累开]")  # what comes every year, or is there
_HEADS = re.compile(r"(?:[：:]|如下[。：:]?|目标[。：:]?|指标[。：:]?)$")
_ASPECT = re.compile(r"\s{0,4}[^，。；：\n]{2,14}方面[，：。]")  # 计算力方面，…: lines of one year beside each other
_DASH = re.compile(r"\s{0,4}(?:[—–]{1,2}|[●▪•·◆■])")
_BULLET = re.compile(r"\s{0,4}(?:[—–•●▪·◆■-]{1,2}|[（(]?[\d一二三四五六七八九十①-⑳]{1,2}[）)、.．]|[①-⑳])")
_MOST_BULLETS = 16
_NEAR = 260  # code points after the year within which its aims stand in one sentence
_FAR = 900  # … in a paragraph
_BESIDE = 30  # code points between a number and the words that it is twice what it was
_SECOND = re.compile(r"(?:到|至)20\d{2}年[、和及与]$")  # 到2025年、2030年
_SAME_METRIC = re.compile(r"[、和及与]\s?$")


@dataclass(frozen=True, slots=True)
class When:
    """A time by which something is aimed at. by: YYYY or ISO day, '' for a time that is past; start, end: its place;
    dated: whether it names a day or month of the year."""

    by: str
    start: int
    end: int
    dated: bool = False


def read(sheet: Sheet) -> None:
    """Note the aims of the text and of its attachments."""
    parts = ("body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments))))
    made = min(filter(None, (sheet.text("signed"), sheet.text("published"))), default="")
    seen: dict[tuple[str, float, str], tuple[str, int]] = {}  # one aim told again is one, two of one sentence are two
    for part in parts:
        text = sheet.document.part(part)
        stated = [*_stated(sheet, text, made), *indicators.read(text, made)]
        for target, first, last in stated:
            key, place = (target.by, target.value, target.unit), (part, first)
            if seen.setdefault(key, place) == place:
                sheet.add("target", target, part, first, last, "到…年，…")


def _stated(sheet: Sheet, text: str, made: str) -> Iterator[tuple[Target, int, int]]:
    times = list(_times(sheet, text, made))
    for n, one in enumerate(times):
        if not one.by:
            continue
        until = times[n + 1].start if n + 1 < len(times) else len(text)
        if n + 1 < len(times) and _SAME_METRIC.match(text[one.end : until]) and times[n + 1].by:
            continue  # 到2025年、2030年: both years stand at the second
        pair = n > 0 and bool(times[n - 1].by) and _SAME_METRIC.match(text[times[n - 1].end : one.start])
        found = list(_governed(text, one, until))
        years = (times[n - 1].by, one.by) if pair and len(found) % 2 == 0 else (one.by,)
        for place, amount in enumerate(found):
            what = _what(text[one.start : amount.start])
            by = years[place % len(years)]
            yield Target(by, what, amount.comparator, amount.value, amount.unit), one.start, amount.end


def _times(sheet: Sheet, text: str, made: str) -> Iterator[When]:
    """Every time of a text that opens a statement: those aimed at, and past ones, which end what stands before."""
    for m in _WHEN.finditer(text):
        before, behind = text[max(0, m.start() - 70) : m.start()], text[m.end() : m.end() + 8]
        year = _year(sheet, m, made)
        led, reached = _LEADS.search(before[-8:]), _REACHED.search(before[-4:])
        right = bool(_SPAN_BEFORE.search(before[-10:]))
        if not year or _NO_AIM.match(behind) or (not led and not right and _is_base(before)):
            continue
        past = _is_past(m, year, made, reached=bool(reached) or right)
        if past:
            if led or _SENTENCE_OPENS.search(before[-3:]):
                yield When("", m.start(), m.end())
            continue
        if m["month"] and not (m["before"] or m["month_end"]) and not led:
            continue
        marked = m["end"] or m["before"] or m["plan"] or m["span"] or m["month"] or m["this"]
        opens = _OPENS.search(before[-3:]) if marked else _SENTENCE_OPENS.search(before[-3:]) and _AIMS.match(behind)
        if led or right or opens or _SECOND.search(before):
            yield When(_by(m, year), m.start() - len(led[0] if led else ""), m.end(), bool(m["month"]))


def _is_base(before: str) -> bool:
    """Whether what stands before a time makes it a point of comparison or a part of a title."""
    return _BASE.search(before) is not None or before.rfind("《") > max(before.rfind("》"), before.rfind("\n"))


def _year(sheet: Sheet, m: re.Match[str], made: str) -> int:
    if m["year"]:
        return numeral(m["year"]) or 0
    if m["plan"]:
        return next(year for figure, year in _PLANS.items() if f"十{figure}五" in m["plan"])
    if m["span"]:  # 用三年时间: the last year of a plan that names its years
        found = re.search(r"20\d{2}\s?年?\s?[-—–~～至到]{1,2}\s?(20\d{2})", sheet.title)
        return int(found[1]) if found else 0
    return int(made[:4]) if made else 0


def _by(m: re.Match[str], year: int) -> str:
    month, day = int(m["month"] or 0), int(m["day"] or 0)
    if 1 <= month <= 12:
        last = calendar.monthrange(year, month)[1]
        return f"{date(year, month, min(day or last, last))}"
    return f"{year}-12-31" if m["end"] or m["this"] or m["plan"] else f"{year}"


def _is_past(m: re.Match[str], year: int, made: str, *, reached: bool) -> bool:
    """Whether a time tells what has come about (截至2024年6月，…达), not what is aimed at. reached: after 截至, or
    the end of a range (2018年9月至2024年8月)."""
    if not made:
        return reached and m["month"] is not None
    if m["year"] is None:
        return year < int(made[:4])
    month = int(m["month"]) if m["month"] else 12
    if m["before"] is None and (reached or m["month"]):
        return (year, month) <= (int(made[:4]), int(made[5:7]))
    return year < int(made[:4])


def _governed(text: str, one: When, until: int) -> Iterator[Amount]:
    """The amounts of the sentence of a time, of the sentences after it and of the bullets it heads."""
    end, near = _sentence(text, one.end), _NEAR
    last = min(end, one.end + near, until)
    stretch = text[one.end : last]
    if one.dated and (_ASKED.search(text, max(0, one.start - 60), end) or not _DONE_BY.search(stretch)):
        return
    own = list(_aims(text, one.end, last))
    yield from own
    if one.dated:
        return
    while end < until and text[end : end + 1] == "。" and end - one.start < _FAR:
        start, end = end + 1, _sentence(text, end + 1)
        if _SPEAKS_ON.search(text[start:end]) or (own and _MEASURE.match(text, start)):
            return
        yield from _aims(text, start, min(end, until))
    if end < until:
        yield from _bullets(text, end, until)


def _bullets(text: str, end: int, until: int) -> Iterator[Amount]:
    """The amounts of the lines under a line that ends at a place, where they are its bullets."""
    line = text[max(0, end - 8) : end + (text[end : end + 1] == "。")]
    mark = _BULLET if _HEADS.search(line) else _DASH
    if "方面" in text[text.rfind("\n", 0, end) + 1 : end]:
        mark = _ASPECT
    for _ in range(_MOST_BULLETS):
        if end >= until or mark.match(text, end + 1) is None:
            return
        start, at = end + 1, text.find("\n", end + 1)
        end = len(text) if at < 0 else at
        yield from _aims(text, start, min(end, until))


def _sentence(text: str, start: int) -> int:
    """Where the sentence that runs at a place ends."""
    return min((at for c in "。\n" if (at := text.find(c, start)) >= 0), default=len(text))


def _aims(text: str, start: int, end: int) -> Iterator[Amount]:
    found = amounts(text, start, end)
    for one in found:
        clause = text[max(start, one.start - 40) : one.start]
        if _MONEY_GIVEN.search(re.split("[。；\n]", clause)[-1]) or _AS_IT_IS.search(
            re.split("[，。；\n]", clause)[-1]
        ):
            continue
        if text.startswith(("“", "‘"), one.end):  # 三个“全覆盖” counts words
            continue
        beside = any(other.unit != "番" and abs(other.start - one.start) < _BESIDE for other in found)
        if one.unit != "番" or not beside:  # 突破500亿元，翻一番 is one aim
            yield one


def _what(before: str) -> str:
    """The words between the year, or the last pause, and the number."""
    last = re.split(r"[，,；;：:、。\n]", before)[-1]
    return re.sub(r"^(?:到|至|力争)?20\d{2}年(?:底|末)?", "", last).strip()[:60]


def day(by: str) -> date | None:
    """The day of an aim with a whole date; None for a year."""
    return date.fromisoformat(by) if len(by) == 10 else None
