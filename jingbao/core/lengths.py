"""Lengths of time in Chinese official texts, and the periods that run from an act: 自公布之日起30日内.

Text in, values out; offsets count code points of the text given, end excluded.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jingbao.core.dates import numeral
from jingbao.core.workdays import Workdays

_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百廿卅]{1,5})"
# 两年半, 一个半月, 3年零6个月, 半年, 三周, 10个工作日, 一个季度.
_LENGTH = (
    rf"(?:(?P<number>(?<![\d月一二两三四五六七八九十百廿卅OolI]){_NUMBER})\s{{0,2}}(?:[（(]\s?\d{{1,4}}\s?[）)])?\s{{0,2}}"
    r"(?:(?P<half>个半月)|(?P<unit>个工作日|工作日|个自然日|自然日|个日历日|个日历天|日历天|天|个月|年|个?周(?!年|边|期)"
    r"|个?星期(?![一二三四五六日天])|个季度|日(?!元|本))"
    r"(?:(?P<and_half>半)|[零又]?(?P<more>\d{1,2}|[一二三四五六七八九十]{1,2})(?P<rest>个月|天))?)"
    r"|(?P<half_year>(?<![上下])半年))"
)
_LENGTHS = re.compile(_LENGTH)
_FROM = re.compile(
    r"(?P<now>即日)?(?:[之当次的]?日|之时)?[起后](?:计算|算)?的?[，,]?\s{0,2}(?=[\d一二两三四五六七八九十百廿卅半])"
)
_CLOSE = re.compile(r"(?:期?满)?(?:之内|以内|内|(?P<over>以后|之后|后))")
# Acts of one party, whose day the text does not tell, go before the acts that make a text known.
_OTHER_ACT = re.compile(
    r"收到|接到|收悉|受理|送达|签收|知道|作出|取得|施行|实施|生效|批准|通过|完成|签订|立案|届满|期满"
)
_ACT = re.compile(r"发布|公布|公告|公示|颁布|刊登|刊发|登载|公开|印发|下发|发文|发出|签发|签署|通知")
_STOPS = re.compile(r"[，。；;：:\n自从]")
_LOOSE = 4  # code points between the act and the period: 之日, 之次日
_WINDOW = 34  # code points before a period in which its act is named
_MOST_DAYS, _MOST_YEARS = 36_600, 100


@dataclass(frozen=True, slots=True)
class Length:
    """So many months and days, or working days, and where they are printed."""

    months: int
    days: int
    working: int
    start: int
    end: int

    def after(self, day: date, calendar_of_work: Workdays) -> date | None:
        """The day so long after a day: the same day of the month, or its last (Civil Code, Art. 202); None where
        working days run into a year without a notice or the day leaves the calendar."""
        if self.working:
            return calendar_of_work.after(day, self.working)
        months = day.year * 12 + day.month - 1 + self.months
        year, month = months // 12, months % 12 + 1
        if year > 2099 or self.days > _MOST_DAYS:
            return None
        moved = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        return moved + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Within:
    """A period from an act: 自公布之日起30日内. act: the word for the act (公布, 即日; '' where none is named);
    over: whether it means the end of the period (…30日后)."""

    act: str
    length: Length
    over: bool
    start: int
    end: int


def lengths(text: str) -> tuple[Length, ...]:
    """Every length of time of a text, in order."""
    return tuple(found for m in _LENGTHS.finditer(text) if (found := _length(m)))


def length(text: str, start: int = 0) -> Length | None:
    """The length of time that stands at a place of a text, if one does."""
    m = _LENGTHS.match(text, start)
    return _length(m) if m else None


def within(text: str) -> Iterator[Within]:
    """Every period of a text that runs from an act."""
    for m in _FROM.finditer(text):
        found = length(text, m.end())
        if found is None:
            continue
        close = _CLOSE.match(text, found.end)
        act, start = ("即日", m.start()) if m["now"] else _act(text, m.start())
        yield Within(act, found, bool(close and close["over"]), start, close.end() if close else found.end)


def _act(text: str, end: int) -> tuple[str, int]:
    """The word for the act that the clause before a place names, and where the clause begins; '' for none."""
    first = max(0, end - _WINDOW)
    clause = max((m.end() for m in _STOPS.finditer(text, first, end)), default=first)
    act = next(reversed(list(_ACT.finditer(text, clause, end))), None)
    if act is None or end - act.end() > _LOOSE:
        return "", end
    other = _OTHER_ACT.search(text, clause, end)
    start = clause - (text[clause - 1 : clause] in ("自", "从"))
    return (other or act)[0], start


def _length(m: re.Match[str]) -> Length | None:
    start = min(at for name in ("number", "half_year") if (at := m.start(name)) >= 0)
    end = max(m.end(name) for name in ("half", "unit", "and_half", "rest", "half_year"))
    if m["half_year"]:
        return Length(6, 0, 0, start, end)
    if m["half"]:
        whole = numeral(m["number"])
        return None if whole is None else Length(whole, 15, 0, start, end)
    number, more = numeral(m["number"]), numeral(m["more"]) if m["more"] else 0
    if number is None or more is None or (m["unit"] == "年" and number > _MOST_YEARS):
        return None
    half = bool(m["and_half"])
    months, days = (more, 0) if m["rest"] == "个月" else (0, more)
    match m["unit"].removeprefix("个"):
        case "工作日":
            return Length(0, 0, number, start, end)
        case "月":
            return Length(number, 15 * half + days, 0, start, end)
        case "年":
            return Length(12 * number + 6 * half + months, days, 0, start, end)
        case "季度":
            return Length(3 * number, 0, 0, start, end)
        case "周" | "星期":
            return Length(0, 7 * number + days, 0, start, end)
    return Length(0, number, 0, start, end)
