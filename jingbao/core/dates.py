"""Days as they stand in Chinese official texts, each with its place, and the numerals they are written in.

Text in, values out: offsets count code points of the text given, end excluded; days are days in Asia/Shanghai.
Forms after GB/T 9704: 2024年7月26日, 二〇二四年七月二十六日, and 2024-07-26, 2024/7/26, 2024.7.26 beside titles.
A day that does not exist (2月30日) is not a day. Months, parts of a year and ranges: `ranges.py`; lengths of time:
`lengths.py`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_FIGURE = "零一二三四五六七八九"
_DIGITS = {c: n for n, c in enumerate(_FIGURE)} | {"〇": 0, "○": 0, "O": 0, "o": 0, "0": 0, "两": 2, "元": 1, "正": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_RUN_TOGETHER = {"廿": "二十", "卅": "三十", "卌": "四十"}
_MYRIAD = "万"

# Pieces of patterns that the other readers of time share.
YEAR = r"(?:(?<!\d)[12１２]\d{3}|[一二][〇○零Oo0一二三四五六七八九]{3})"
MONTH = r"(?:\d{1,2}|[元正一二三四五六七八九十]{1,2})"
DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"

_FULL = re.compile(rf"({YEAR})\s{{0,2}}年\s{{0,2}}({MONTH})\s{{0,2}}月\s{{0,2}}({DAY})\s{{0,2}}[日号]")
_FIGURES = re.compile(r"(?<!\d)([12１２]\d{3})([-/.－．／])(\d{1,2})\2(\d{1,2})(?!\d)")
_SHORT = re.compile(r"(?<![\d年])(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日")


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
        return next((found for y in (day.year, day.year + 1) if (found := day_of(y, self.month, self.day, day))), None)


def numeral(text: str) -> int | None:
    """Value of a whole number in Arabic (half or full width) or Chinese figures, 廿 and 卅 too, below a hundred
    million; None if it is none."""
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    for short, long in _RUN_TOGETHER.items():
        text = text.replace(short, long)
    head, myriad, tail = text.partition(_MYRIAD)
    if not myriad:
        return _below_myriad(text)
    high = int(head) if head.isdecimal() else _below_myriad(head)
    low = _below_myriad(tail) if tail else 0
    return None if high is None or low is None else high * 10_000 + low


def _below_myriad(text: str) -> int | None:
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
    return tuple(sorted(_days(text), key=lambda found: found.start))


def _days(text: str) -> Iterator[Stated]:
    for m in _FULL.finditer(text):
        year, month, day = (numeral(part) for part in m.groups())
        if year and month and day and (found := day_of(year, month, day)):
            yield Stated(found, m.start(), m.end())
    for m in _FIGURES.finditer(text):
        if found := day_of(int(m[1]), int(m[3]), int(m[4])):
            yield Stated(found, m.start(), m.end())


def short_days(text: str) -> tuple[Short, ...]:
    """Every day printed with month and day only, in order."""
    found = (Short(int(m[1]), int(m[2]), m.start(), m.end()) for m in _SHORT.finditer(text))
    return tuple(one for one in found if 1 <= one.month <= 12 and 1 <= one.day <= 31)


def in_address(url: str) -> Stated | None:
    """The day written into an address: /202408/t20240826_1.html, /2024-08/26/, /2024/0826/."""
    for pattern in _ADDRESS:
        for m in pattern.finditer(url):
            if day := day_of(int(m[1]), int(m[2]), int(m[3])):
                return Stated(day, m.start(1), m.end(3))
    return None


_ADDRESS = (
    re.compile(r"(?<=[/_t])(20\d{2})(\d{2})(\d{2})(?=[/_.]|$)"),
    re.compile(r"(?<=/)(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=/)"),
    re.compile(r"(?<=/)(20\d{2})[-/]?(\d{2})(\d{2})(?=/)"),
    re.compile(r"(?<=[/_t])(20\d{2})(\d{2})(\d{2})(?:[01]\d|2[0-3])(?:[0-5]\d){2}\d{0,3}(?=[._/]|$)"),  # and the clock
)


def day_of(year: int, month: int, day: int, least: date = date(1949, 1, 1)) -> date | None:
    """The day, if there is one from `least` to the end of 2099."""
    if not (1949 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    found = date(year, month, day)
    return found if found >= least else None
