"""Times as printed, whole or with something left out (9月底前, 本月20日, 2024年), and the ranges made of two of them.

Text in, values out; offsets count code points of the text given, end excluded. What a text leaves out comes from the
left end of a range, else from the day the page was posted.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from jingbao.core.dates import DAY, MONTH, YEAR, day_of, days, numeral

_NOW = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "当年": 0, "同年": 0, "明年": 1, "次年": 1, "翌年": 1}
_MONTHS = {"上月": -1, "本月": 0, "当月": 0, "下月": 1, "次月": 1, "上个月": -1, "这个月": 0, "下个月": 1}
_THIRDS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, 31)}
_ENDS = ("底", "末")
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
_QUARTERS = {c: n for n, c in enumerate("一二三四", 1)} | {str(n): n for n in range(1, 5)}

# A letter for a figure (2O24年9月1日, 9月l日) makes no shorter time of the rest: `read/odd.py` flags it.
_NO_LETTER = "".join(rf"(?<![OolI]{figures}年)" for figures in ("", r"\d", r"\d\d", r"\d\d\d"))
# What a time may begin with: a search passes all else quickly.
_BEGINS = "".join(sorted({words[0] for words in (*_NOW, *_MONTHS)})) + r"\d元正一二三四五六七八九十"
_POINT = re.compile(
    rf"(?=[{_BEGINS}])(?:(?:(?P<year>{YEAR})\s{{0,2}}年|(?P<relative>{'|'.join(_NOW)})度?的?)[，,]?\s{{0,2}})?"
    rf"(?:(?<![\d第]){_NO_LETTER}(?P<month>{MONTH})\s{{0,2}}月份?(?!前|内|后[的，]|\s?\d?[OolI][\dOolI]?\s?[日号])|(?P<now>{'|'.join(_MONTHS)}))"
    rf"(?:的?\s{{0,2}}(?:(?P<day>{DAY})\s{{0,2}}[日号]|月?(?P<part>底|末|上旬|中旬|下旬|初)))?"
)
_YEARS = re.compile(
    rf"(?=[{_BEGINS}第年])(?:(?:(?P<year>{YEAR})\s{{0,2}}年|(?P<relative>{'|'.join(_NOW)}))度?的?\s{{0,2}}"
    r"(?P<part>年?(?:底|末|初)|第?[一二三四1-4]季度|上半年|下半年)?(?![\d０-９]{1,2}\s?月)"
    r"|(?<![年度\d第])(?P<only>第?[一二三四1-4]季度|上半年|下半年)|(?<![\u4e00-\u9fff\d])(?P<alone>年(?:底|末))"
    r"|(?P<end>年(?:底|末))(?=前|之前|以前))"
)
_BRACKET = r"(?:\s?[（(][^（）()\n]{1,12}[）)])?"
CLOCK = (
    r"(?:\s?(?:北京时间|上午|下午|中午|晚上?|凌晨|早上?)?\s?(?:\d{1,2}\s?[:：]\s?\d{2}(?:[:：]\d{2})?"
    r"|[\d一二三四五六七八九十零]{1,3}\s?[时点](?:整|半|\d{1,2}分)?|下班|零时))?"
)
_TO = re.compile(
    rf"(?P<left>\d{{1,2}})?\s?{_BRACKET}{CLOCK}\s{{0,2}}(?:起|开始)?\s{{0,2}}[，,]?(?:至|到|[-—–~～－─―]{{1,2}})\s{{0,2}}"
)
_RIGHT_DAY = re.compile(rf"(?P<day>{DAY})\s{{0,2}}[日号]")
_SPAN_OF_YEARS = re.compile(
    rf"({YEAR})\s?年?\s?(?:至|到|[-—–~～－─]{{1,2}})\s?((?<!\d)[12１２]\d{{3}}|{YEAR}|\d{{2}})\s?年"
)
_SPAN_OF_MONTHS = re.compile(
    rf"(?=[{_BEGINS}])(?:(?P<year>{YEAR})\s?年|(?P<relative>{'|'.join(_NOW)}))?(?<!\d)(?P<first>{MONTH})\s?(?:月份?)?\s?"
    rf"(?:至|到|[-—–~～－─]{{1,2}})\s?(?P<last>{MONTH})\s?月(?!\s?(?:\d|[一二三四五六七八九十]{{1,3}}[日号]))份?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A time as printed; 0 and '' are what it leaves out.

    shift: years from the year of the page (明年: 1), None without such a word; month_shift: likewise for 本月;
    part: 底, 上旬 … of a month, or of a year 年底, 上半年, 一季度.
    """

    year: int
    month: int
    day: int
    part: str
    start: int
    end: int
    shift: int | None = None
    month_shift: int | None = None

    def first(self, year: int, month: int = 0) -> date | None:
        """First day meant, with what is left out given."""
        return self._bounds(year, month, 0)

    def last(self, year: int, month: int = 0) -> date | None:
        """Last day meant, with what is left out given."""
        return self._bounds(year, month, 1)

    def _bounds(self, year: int, month: int, side: int) -> date | None:
        year, month = self.year or year, self.month or month
        if self.day:
            return day_of(year, month, self.day)
        if not 1949 <= year <= 2099 or not 0 <= month <= 12:
            return None
        first, last = (month or 1, month or 12) if not self.part or month else _part_of_year(self.part)
        end = calendar.monthrange(year, last)[1]
        if month and self.part:
            opening, closing = (end, end) if self.part in _ENDS else _THIRDS[self.part]
            return date(year, month, (opening, min(closing, end))[side])
        if self.part.endswith(_ENDS):
            return date(year, 12, 31)
        return (date(year, first, 1), date(year, last, end))[side]

    def after(self, posted: date, last: bool = True) -> date | None:
        """The day meant by a page of that day: a year left out is its year, or the next where the day would lie
        before it."""
        month = self.month
        if self.month_shift is not None:
            months = posted.year * 12 + posted.month - 1 + self.month_shift
            return (self.last if last else self.first)(months // 12, months % 12 + 1)
        if self.year or self.shift is not None:
            return (self.last if last else self.first)(posted.year + (self.shift or 0), month)
        for year in (posted.year, posted.year + 1):
            found = (self.last if last else self.first)(year, month)
            if found is not None and found >= posted:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included; what the right end leaves out stands already in it."""

    first: Point
    last: Point
    start: int
    end: int

    def days(self, posted: date | None) -> tuple[date, date] | None:
        """First and last day, by the day of the page (needed only where a year is left out)."""
        opening = _known(self.first, posted, last=False)
        if opening is None:
            return None
        last = self.last
        if last.year or last.shift is not None:
            closing = last.last(opening.year + (last.shift or 0))
        else:
            tried = (last.last(year) for year in (opening.year, opening.year + 1))
            closing = next((day for day in tried if day and day >= opening), None)
        return (opening, closing) if closing is not None and closing >= opening else None


def _known(point: Point, posted: date | None, *, last: bool) -> date | None:
    if point.year:
        return point.last(point.year) if last else point.first(point.year)
    if posted is None:
        return None
    if point.shift is not None or point.month_shift is not None:
        return point.after(posted, last)
    # The left end of a range may lie before the posting: the year is that which brings it nearest.
    around = [day for y in (-1, 0, 1) if (day := (point.last if last else point.first)(posted.year + y))]
    return min(around, key=lambda day: abs((day - posted).days), default=None)


def points(text: str) -> tuple[Point, ...]:
    """Every time of a text that names a day, a month, a year or a part of one, in order, none inside another."""
    found = sorted((*_in_figures(text), *_of_months(text), *_of_years(text)), key=lambda one: (one.start, -one.end))
    kept: list[Point] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def ranges(text: str, printed: tuple[Point, ...] | None = None) -> tuple[Range, ...]:
    """Every range of a text: 2024年8月14日至9月16日, 8月14—16日, 2024—2028年, 1-6月. printed: its points, if known."""
    found = [*_of_points(text, points(text) if printed is None else printed), *_of_spans(text)]
    kept: list[Range] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _of_points(text: str, printed: tuple[Point, ...]) -> Iterator[Range]:
    by_start = {point.start: point for point in printed}
    for point in printed:
        to = _TO.match(text, point.end)
        if to is None or (to["left"] and (point.day or point.part or not point.month)):
            continue
        first = replace(point, day=int(to["left"]), end=to.end("left")) if to["left"] else point
        last = by_start.get(to.end())
        if last is None and (m := _RIGHT_DAY.match(text, to.end())) and (day := numeral(m["day"])):
            if day < first.day:
                continue
            last = Point(0, first.month, day, "", m.start(), m.end(), None, first.month_shift)
        if last is not None and bool(first.day or first.part) == bool(last.day or last.part):
            yield Range(first, _filled(first, last), first.start, last.end)


def _filled(first: Point, last: Point) -> Point:
    """The right end with the left end's year, where that does not make it the earlier one."""
    if last.year or last.shift is not None or not first.year:
        return last
    opening, closing = first.first(first.year), last.last(first.year)
    late = opening is not None and closing is not None and closing < opening
    return replace(last, year=first.year + late)


def _of_spans(text: str) -> Iterator[Range]:
    for m in _SPAN_OF_YEARS.finditer(text):
        first, last = numeral(m[1]) or 0, numeral(m[2]) or 0
        last += first - first % 100 if last < 100 else 0
        if first <= last:
            left = Point(first, 0, 0, "", m.start(1), m.end(1))
            yield Range(left, Point(last, 0, 0, "", m.start(2), m.end()), m.start(), m.end())
    for m in _SPAN_OF_MONTHS.finditer(text):
        year, shift = numeral(m["year"] or "") or 0, _NOW.get(m["relative"] or "")
        first, last = numeral(m["first"]) or 0, numeral(m["last"]) or 0
        if 1 <= first <= 12 and 1 <= last <= 12:
            left = Point(year, first, 0, "", m.start(), m.end("first"), shift)
            right = Point(year + (last < first) if year else 0, last, 0, "", m.start("last"), m.end(), shift)
            yield Range(left, right, m.start(), m.end())


def _in_figures(text: str) -> Iterator[Point]:
    for one in days(text):
        yield Point(one.day.year, one.day.month, one.day.day, "", one.start, one.end)


def _of_months(text: str) -> Iterator[Point]:
    for m in _POINT.finditer(text):
        year = numeral(m["year"]) or 0 if m["year"] else 0
        month = numeral(m["month"]) or 0 if m["month"] else 0
        day = numeral(m["day"]) or 0 if m["day"] else 0
        shift, now = _NOW.get(m["relative"] or ""), _MONTHS.get(m["now"] or "")
        if (now is None and not 1 <= month <= 12) or (m["day"] and not 1 <= day <= 31):
            continue
        if year and not 1949 <= year <= 2099:
            continue
        yield Point(year, month, day, m["part"] or "", m.start(), m.end(), shift, now)


def _of_years(text: str) -> Iterator[Point]:
    for m in _YEARS.finditer(text):
        year = numeral(m["year"]) or 0 if m["year"] else 0
        if year and not 1949 <= year <= 2099:
            continue
        part = m["part"] or m["only"] or m["alone"] or m["end"] or ""
        yield Point(year, 0, 0, part, m.start(), m.end(), _NOW.get(m["relative"] or ""))


def _part_of_year(part: str) -> tuple[int, int]:
    """First and last month of 上半年, 第一季度; a year's end or beginning is its last or first month."""
    if part in _HALVES:
        return _HALVES[part]
    if part.endswith("季度"):
        quarter = _QUARTERS[part.removeprefix("第")[0]]
        return 3 * quarter - 2, 3 * quarter
    return (1, 1) if part.endswith("初") else (12, 12)
