"""The gate of time expressions: three public sets of Chinese cases, sorted into kinds, read by core/dates and its kin.

python -m tests.gate_time prints the share solved of each kind. Kinds out of scope for official documents are counted
too, with the reason (docs/dates.md); floors stand for those in scope. The sets disagree on which year a day without one
means; such a case is solved when month and day agree.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import opencc

from jingbao.core.lengths import lengths
from jingbao.core.ranges import points, ranges
from tests.shared import SHARED

_SIMPLER = opencc.OpenCC("t2s")

DATA = SHARED / "data"
# Floors: what is reached. Kinds without one are out of scope, with the reason.
FLOORS = {
    "day": 1.000,
    "day in Chinese numerals": 1.000,
    "range of days": 1.000,
    "month": 0.952,
    "year or part of a year": 1.000,
    "range of months or years": 1.000,
    "duration": 1.000,
}
OUT = {
    "clock time": "hours change no deadline: the day counts",
    "relative": "an official text says 9月30日前, not next Friday; only 今年, 明年, 本月 and the like are read",
    "festival or lunar": "no official deadline is given so",
    "repeated": "每年1月31日前 is a standing duty, no date of the text",
    "other": "foreign orders of day and month, two-digit years, years before 1949, centuries, parts of speech",
}

_DATED = re.compile(
    r"(?P<year>(?:(?<!\d)(?:19[4-9]|20\d)\d|[一二][〇零○O一二三四五六七八九]{3})\s?年)|\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}"
)
_FULL_DAY = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号]|(?<!\d)(?:19[4-9]|20\d)\d([-/.])\d{1,2}\1\d{1,2}(?!\d)"
)
_CLOCK = re.compile(
    r"\d\s?[:：]\s?\d\d|[点點]|[时時](?!间|候|期)|分钟|分鐘|秒|小时|小時|钟头|刻钟|上午|下午|中午|凌晨|早上|早晨|清晨|晚|夜|傍晚|am|pm|AM|PM|鐘|半天|早"
)
_RELATIVE = re.compile(
    r"今|明|昨|[后後前]天|大前|大后|上[个個一上次周週星礼禮月季年世]|下[个個一下次周週星礼禮月季年]|这|這|本|当[年月日天]|去|周[一二三四五六日末天]|週|星期[一二三四五六日天]|礼拜|禮拜|最近|近|过去|過去|未来|将来|之前|之后|以前|以后|以来|前$|后$|後$"
    r"|前[\d一二三四五六七八九十两几]|后[\d一二三四五六七八九十两几]|[\d一二三四五六七八九十两]个?(?:年|月|天|日|周|星期)(?:前|后|内)|剩|还有|现在|目前|起$|止$|开始|至今|当时|同|次[日月年]|翌|以上|以下|多个|第[一二三四五六七八九十\d]{1,3}(?:个|周|週|星期)"
)
_FESTIVAL = re.compile(
    r"节|節|农历|農曆|阴历|腊月|臘|正月|闰|初[一二三四五六七八九十]|除夕|元旦|大年|暑假|寒假|[春夏秋冬]|惊蛰|清明|谷雨|芒种|小满|大暑|小暑|处暑|白露|寒露|霜降|大雪|小雪|大寒|小寒|[月八]十五(?![日号])|神龙|康熙|光绪|年号"
)
# Two-digit years, years before 1949, days without 日, dotted months, foreign orders, lists, 与…间, eras, unusual parts.
_OTHER = re.compile(
    r"(?<!\d)\d{2}\s?年|(?<![〇零○一二三四五六七八九])[〇零一二三四五六七八九]{2,3}\s?年|(?<!\d)(?:1[0-8]\d\d|19[0-3]\d|0\d{3})\s?[-年]|到\d{2}年"
    r"|月\s?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})$|(?<!\d)\d{4}\.\d{1,2}-|\d{1,2}[/-]\d{1,2}[/-]\d{4}|[日号]，\d{1,2}[日号]|[与和].{2,12}间$"
    r"|雍正|最后|季度末|Q\d|上\d"
)
_REPEATED = re.compile(r"每|隔|逐年|年年|天天")
_TO = re.compile(r"到|至|[-—–~～]|和.{1,8}之间|从")
_NUMERALS = re.compile(r"[一二三四五六七八九十〇零]{1,4}\s?[年月日号]")
_DURATION = re.compile(
    r"^[^\d一二两三四五六七八九十百半]{0,6}(?:[\d.]+|[一二两三四五六七八九十百]+|半)\s?个?(?:半)?(?:年|个?月|月|天|日|周|星期|季度|个?工作日|年半)半?(?:[零又]?[\d一二三四五六七八九十]+个?(?:月|天))?$"
)


@dataclass(frozen=True)
class Case:
    """text; spans: the words that are times, '' for the whole; wanted: first and last day, or days of a length."""

    name: str
    text: str
    words: str
    wanted: tuple[tuple[date, date], ...]
    length: tuple[int, int] | None = None  # months and days


def kind(case: Case) -> str:
    """The kind of a case, by its words alone (a length by what the set says it is)."""
    words = case.words
    for name, pattern in (("festival or lunar", _FESTIVAL), ("clock time", _CLOCK), ("repeated", _REPEATED)):
        if pattern.search(words):
            return name
    if case.length is not None:
        return "duration" if _DURATION.match(words) else "other"
    if _RELATIVE.search(words):
        return "relative"
    if _OTHER.search(words) or _unreal(words):
        return "other"
    full = len(_FULL_DAY.findall(words))
    if full and _TO.search(_FULL_DAY.sub("", words)):
        return "range of days"
    if full == 1:
        return "day in Chinese numerals" if _NUMERALS.search(words) else "day"
    if full:
        return "other"
    stated = re.search(
        r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月|季度|半年|年底|年初|年末", words
    ) or _DATED.search(words)
    if not stated or re.search(
        r"世纪|年代|周|多|几|第|伊始|开年|全年|里|首|左右", re.sub(r"第[一二三四1-4]季度", "", words)
    ):
        return "other"
    if _TO.search(words):
        return "range of months or years"
    return "month" if "月" in words else "year or part of a year"


def _unreal(words: str) -> bool:
    """Whether a text names a day that does not exist: 2月30日, 29 February of a common year."""
    for m in re.finditer(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", words):
        try:
            date(int(m[1] or 2000), int(m[2]), int(m[3]))
        except ValueError:
            return True
    return False


def solved(case: Case) -> bool:
    if case.length is not None:
        found = lengths(case.text)
        return len(found) == 1 and (found[0].months, found[0].days) == case.length
    read = _read(case.text)
    if not case.wanted:
        return re.sub("^[从自于在]+", "", case.words) in {words for words, _, _ in read}
    return any(_same(one, other) for _, *one in read for other in case.wanted)


def _read(text: str) -> list[tuple[str, date, date]]:
    """Ranges, and the points outside them, each with first and last day; a year left out is 2000."""
    found, taken = [], set[int]()
    for one in ranges(text):
        both = one.days(date(2000, 6, 30))
        if both:
            found.append((text[one.start : one.end], *both))
            taken |= set(range(one.start, one.end))
    for point in points(text):
        first, last = point.first(2000), point.last(2000)
        if point.start not in taken and first and last:
            found.append((text[point.start : point.end], first, last))
    return found


def _same(one: list[date], other: tuple[date, date]) -> bool:
    """Whether two are the same days; a right end in months or years may be given by its first day or its last."""
    for ours, theirs, right in zip(one, other, (False, True), strict=True):
        begins = {ours, ours.replace(day=1), ours.replace(month=1, day=1)} if right and one[0].day == 1 else {ours}
        begins |= {day - timedelta(days=1) for day in begins if right and one[0].day == 1}
        if one[0].year == 2000:  # the year is left out
            if (theirs.month, theirs.day) not in {(day.month, day.day) for day in begins}:
                return False
        elif theirs not in begins:
            return False
    return True


def cases() -> Iterator[Case]:
    """Every case with days or a length, in simplified characters, as the reader is given them."""
    for case in _cases():
        yield replace(case, text=_SIMPLER.convert(case.text), words=_SIMPLER.convert(case.words))


def _cases() -> Iterator[Case]:
    yield from _duckling(_lines(DATA / "zh-time-duckling" / "time.jsonl"))
    yield from _jionlp(_lines(DATA / "zh-time-jionlp" / "cases.jsonl"))
    yield from _recognizers(_lines(DATA / "zh-time-recognizers" / "datetime.jsonl"))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _duckling(lines: list[dict[str, Any]]) -> Iterator[Case]:
    for line in lines:
        try:
            stamps = [date(*map(int, m)) for m in re.findall(r"\((\d{4}), (\d{1,2}), (\d{1,2}),", line["expected"])]
        except ValueError:  # the set has a 30 February
            continue
        grain = re.sub(r'"[^"]*"|\)', "", line["expected"]).split()[-1]
        if "Holiday" in line["expected"]:
            grain = "Holiday"
        if not stamps:
            continue
        first = stamps[0]
        last = stamps[1] - timedelta(days=1) if len(stamps) > 1 else _end(first, grain)
        yield Case("duckling", line["input"], line["input"] + ("节" if grain == "Holiday" else ""), ((first, last),))


def _end(first: date, grain: str) -> date:
    match grain:
        case "Month":
            return (first.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        case "Quarter":
            return (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
        case "Year":
            return date(first.year, 12, 31)
    return first


def _jionlp(lines: list[dict[str, Any]]) -> Iterator[Case]:
    for line in lines:
        if line["kind"] != "time_parse" or not isinstance(line["case"][2], dict):
            continue
        text, _, expected = line["case"]
        time = expected.get("time")
        if expected.get("type") == "time_delta":
            if isinstance(time, dict) and not {"hour", "minute", "second"} & set(time):
                months = time.get("year", 0) * 12 + time.get("month", 0)
                yield Case("jionlp", text, text, (), (int(months), int(time.get("day", 0) + time.get("workday", 0))))
        elif expected.get("type") in ("time_span", "time_point") and isinstance(time, list):
            try:
                both = tuple(date.fromisoformat(str(moment)[:10]) for moment in time)
            except ValueError:
                continue
            yield Case("jionlp", text, text, ((both[0], both[-1]),))


def _recognizers(lines: list[dict[str, Any]]) -> Iterator[Case]:
    for line in lines:
        for result in line["results"]:
            words = result["Text"]
            if "Duration" in line["spec"]:
                if timex := re.fullmatch(
                    r"P(?:([\d.]+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", (result.get("Value") or {}).get("Timex", "")
                ):
                    years, months, weeks, one = (float(x or 0) for x in timex.groups())
                    yield Case(
                        "recognizers", line["input"], words, (), (int(12 * years + months), int(7 * weeks + one))
                    )
                continue
            values = [result.get("Value") or {}]
            values += (result.get("Resolution") or {}).get("values") or []
            wanted = [both for value in values for both in _resolved(value)]
            if "Parser" in line["spec"] and not wanted and (result.get("Value") or result.get("Resolution")):
                continue
            holiday = "节" if "Holiday" in line["spec"] else ""
            yield Case("recognizers", line["input"], words + holiday, tuple(wanted))


def _resolved(value: dict[str, Any]) -> Iterator[tuple[date, date]]:
    """What a set's value says: a day, or from a day to another, which it may count in or not."""
    for one in (value, value.get("FutureResolution") or {}, value.get("PastResolution") or {}):
        try:
            if "date" in one or one.get("type") == "date":
                day = date.fromisoformat(one.get("date") or one.get("value") or "")
                yield day, day
            start, end = one.get("startDate") or one.get("start"), one.get("endDate") or one.get("end")
            if start and end:
                first, last = date.fromisoformat(start), date.fromisoformat(end)
                yield first, last
                yield first, last - timedelta(days=1)
        except ValueError:
            continue


def main(arguments: list[str]) -> int:
    if not (DATA / "zh-time-duckling").is_dir():
        print(f"The gate of time expressions needs the shared test data, which are not at {SHARED}.", file=sys.stderr)
        return 2
    of, good = Counter[str](), Counter[str]()
    for case in cases():
        name = kind(case)
        correct = solved(case)
        of[name] += 1
        good[name] += correct
        if name in FLOORS and not correct and "--misses" in arguments:
            print("miss", name, case)
    faults = []
    for name in (*FLOORS, *OUT):
        share = good[name] / of[name] if of[name] else 1.0
        print(
            f"{name:28}{good[name]:5} of {of[name]:4}{share:8.3f}  {OUT.get(name, f'floor {FLOORS.get(name, 0):.3f}')}"
        )
        if share < FLOORS.get(name, 0):
            faults.append(f"{name}: {share:.3f} solved, the floor is {FLOORS[name]:.3f}")
    print("\n".join(faults) or "Every floor holds.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
