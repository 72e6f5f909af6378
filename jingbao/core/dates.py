"""Days and periods as they stand in Chinese official texts, each with its place.

Text in, values out: offsets count code points of the text given, end excluded; days are days in Asia/Shanghai.
Forms after GB/T 9704: 2024年7月26日, 二〇二四年七月二十六日, and 2024-07-26, 2024/7/26, 2024.7.26 beside titles.
A day that does not exist (2月30日) is not a day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

Unit = Literal["day", "working day", "month", "year"]

_FIGURE = "零一二三四五六七八九"
_DIGITS = {c: n for n, c in enumerate(_FIGURE)} | {"〇": 0, "○": 0, "O": 0, "o": 0, "0": 0, "两": 2, "元": 1, "正": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_UNITS: dict[str, Unit] = {
    "个工作日": "working day",
    "工作日": "working day",
    "个自然日": "day",
    "日": "day",
    "天": "day",
    "个月": "month",
    "年": "year",
}
_ARABIC = re.compile(
    r"(?<!\d)([12１２]\d{3})\s{0,2}(?:年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日"
    r"|(?P<sep>[-/.－．])(\d{1,2})(?P=sep)(\d{1,2})(?!\d))"
)
_WRITTEN = re.compile(
    r"([一二][〇○零Oo0一二三四五六七八九]{3})\s{0,2}年\s{0,2}([元正一二三四五六七八九十]{1,2})\s{0,2}月\s{0,2}"
    r"([一二三四五六七八九十]{1,3})\s{0,2}日"
)
_SHORT = re.compile(r"(?<![\d年])(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日")
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_WITHIN = re.compile(
    rf"自([^，。；;\n]{{2,30}}?)(?:之日|当日|日)?起，?\s{{0,2}}({_NUMBER})\s{{0,2}}"
    r"(个工作日|工作日|个自然日|日|天|个月|年)[之以]?内"
)
_LENGTH = re.compile(rf"({_NUMBER})\s{{0,2}}(个工作日|工作日|个自然日|日|天|个月|年)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A day and where it stands."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Short:
    """A month and day printed without a year."""

    month: int
    day: int
    start: int
    end: int

    def since(self, day: date) -> date | None:
        """The first such day on or after a day."""
        return next((found for y in (day.year, day.year + 1) if (found := _day(y, self.month, self.day, day))), None)


@dataclass(frozen=True, slots=True)
class Within:
    """A period from an act: 自公布之日起30日内. trigger: the words for the act (公布)."""

    trigger: str
    number: int
    unit: Unit
    start: int
    end: int


def numeral(text: str) -> int | None:
    """Value of a whole number in Arabic (half or full width) or Chinese figures below ten thousand; None if none."""
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, figure, places = 0, -1, []
    for c in text:
        if c in _TENS:
            total += _TENS[c] * max(figure, 1)
            places.append(_TENS[c])
            figure = -1
        elif c in _DIGITS and figure <= 0:
            figure = _DIGITS[c]
        else:
            return None
    falling = all(a > b for a, b in pairwise(places))
    return total + max(figure, 0) if text and falling else None


def days(text: str) -> tuple[Stated, ...]:
    """Every full day of a text, in order."""
    return tuple(sorted((*_arabic(text), *_written(text)), key=lambda found: found.start))


def short_days(text: str) -> tuple[Short, ...]:
    """Every day printed with month and day only, in order."""
    found = (Short(int(m[1]), int(m[2]), m.start(), m.end()) for m in _SHORT.finditer(text))
    return tuple(one for one in found if 1 <= one.month <= 12 and 1 <= one.day <= 31)


def periods(text: str) -> tuple[Within, ...]:
    """Every `自…之日起 N 日内` of a text, in order."""
    return tuple(
        Within(m[1].removesuffix("之"), number, _UNITS[m[3]], m.start(), m.end())
        for m in _WITHIN.finditer(text)
        if (number := numeral(m[2])) is not None
    )


def length(text: str) -> tuple[int, Unit] | None:
    """The first length of time in a text: 有效期5年 → (5, year)."""
    m = _LENGTH.search(text)
    number = numeral(m[1]) if m else None
    return None if m is None or number is None else (number, _UNITS[m[2]])


def after(day: date, number: int, unit: Unit) -> date | None:
    """The day a length of time after a day; None for working days, which need the holiday notice of the year."""
    match unit:
        case "working day":
            return None
        case "day":
            return day + timedelta(days=number)
        case "month" | "year":
            months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
            year, month = months // 12, months % 12 + 1
            return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def in_address(url: str) -> Stated | None:
    """The day written into an address: /202408/t20240826_1.html, /2024-08/26/, /2024/0826/."""
    for pattern in _ADDRESS:
        for m in pattern.finditer(url):
            if day := _day(int(m[1]), int(m[2]), int(m[3])):
                return Stated(day, m.start(1), m.end(3))
    return None


_ADDRESS = (
    re.compile(r"(?<=[/_t])(20\d{2})(\d{2})(\d{2})(?=[/_.]|$)"),
    re.compile(r"(?<=/)(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=/)"),
    re.compile(r"(?<=/)(20\d{2})[-/]?(\d{2})(\d{2})(?=/)"),
)


def _arabic(text: str) -> Iterator[Stated]:
    for m in _ARABIC.finditer(text):
        if found := _day(int(m[1]), int(m[2] or m[5]), int(m[3] or m[6])):
            yield Stated(found, m.start(), m.end())


def _written(text: str) -> Iterator[Stated]:
    for m in _WRITTEN.finditer(text):
        year, month, day = (numeral(part) for part in m.groups())
        if year and month and day and (found := _day(year, month, day)):
            yield Stated(found, m.start(), m.end())


def _day(year: int, month: int, day: int, least: date = date(1949, 1, 1)) -> date | None:
    """The day, if there is one from `least` to the end of 2099."""
    if not (1949 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    found = date(year, month, day)
    return found if found >= least else None
