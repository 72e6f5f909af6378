"""A second reader of days and numbers, written apart from the program's: what a quotation says, parsed another way.

Chinese numerals by cn2an, working days by chinese_calendar, months by dateutil.
"""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

import cn2an
from chinese_calendar import is_workday
from dateutil.relativedelta import relativedelta

from jingbao.core.values import Count, Fact, PartEffect, Penalty, Reading, Target

DAYS = (
    "signed", "published", "effective", "expires", "comment_deadline", "submission_deadline", "part_effect",
)  # fmt: skip
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九两", "000001234567892")
_CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅元正"
_SCALES = {"百万": 1e6, "千万": 1e7, "万亿": 1e12, "万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}
_MONTHS = {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name}


def wrong(reading: Reading) -> Iterator[str]:
    """Sentences about the days and numbers whose value the quotation, parsed here, does not give."""
    for fact in reading.facts:
        right = True
        match fact.value:
            case str() if fact.name in DAYS:
                right = _says_day(fact.value, fact, reading)
            case PartEffect():
                right = _says_day(fact.value.day, fact, reading)
            case Target() | Count():
                right = _says(fact.value.value if isinstance(fact.value, Target) else fact.value.number, fact.quote)
                right = right or (isinstance(fact.value, Target) and _in_table(fact.value.value, fact.quote))
            case Penalty():
                ends = (fact.value.least, fact.value.most)
                right = all(end is None or _says(end, fact.quote) for end in ends)
            case str() if fact.name == "document_number":
                right = set(re.findall(r"\d+", fact.value)) <= {f"{n:g}" for n in numbers(fact.quote)}
            case int() | str() if fact.name in ("issuer_count", "batch"):
                right = _says(float(fact.value), fact.quote)
        if not right:
            yield f"{fact.name} {fact.value!r} from {fact.quote[:200]!r} ({fact.rule})"


def _says(value: float, quote: str) -> bool:
    found = numbers(quote)
    whole = value == 100.0 and re.search("全|所有|均", quote) is not None
    return whole or any(abs(value - n) <= 1e-6 * max(1.0, abs(value)) for n in found)


def _in_table(value: float, quote: str) -> bool:
    """A cell's number whose scale stands in the column of units: 亿元 | 2000."""
    cells = quote.split("\t")
    found = numbers(cells[-1])
    return len(cells) > 2 and any(
        abs(value - n * scale) <= 1e-6 * max(1.0, abs(value))
        for n in found
        for word, scale in _SCALES.items()
        if word in quote
    )


def numbers(text: str) -> set[float]:
    """Every number a text states, with its scale."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text).replace("\t", "|"))
    plain = re.sub(r"(?<=\d)[,，](?=\d{3})", "", plain)
    found = set()
    for m in re.finditer(r"(\d+(?:\.\d+)?)(万亿|百万|千万|[万亿千百])?", plain):
        found |= {float(m[1]), float(m[1]) * _SCALES.get(m[2] or "", 1.0)}
    for m in re.finditer(rf"[{_CHINESE}]+", plain):
        found |= set(_chinese(m[0]))
        for unsaid in re.findall("[百千万亿]{1,3}", m[0]):  # 超千万, 突破万亿: one of them
            with suppress(ValueError, KeyError):
                found.add(float(cn2an.cn2an(f"一{unsaid}", "smart")))
    found |= {10.0 * n for m in re.finditer("([一二三四五六七八九])成", plain) for n in _chinese(m[1])}
    return found


def _chinese(text: str) -> Iterator[float]:
    """A run of Chinese figures, whole or figure by figure, by cn2an; parts of it, too: 二十条 in 百分之二十条."""
    text = text.replace("廿", "二十").replace("卅", "三十").replace("○", "〇").replace("元", "一").replace("正", "一")
    for start in range(min(len(text), 8)):
        for end in range(start + 1, min(len(text), start + 14) + 1):
            piece = text[start:end]
            with suppress(ValueError, KeyError):
                yield float(cn2an.cn2an(piece.replace("〇", "零"), "smart"))
            figures = piece.translate(_DIGITS)
            if figures.isdecimal():
                yield float(figures)


def _says_day(value: str, fact: Fact, reading: Reading) -> bool:
    day = date.fromisoformat(value)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", fact.quote))
    if day in set(full_days(text)) or day in set(full_days(unicodedata.normalize("NFKC", fact.quote))):
        return True
    if (day.month, day.day) in set(_short_days(text)) or _ends_period(day, text):
        return True
    bases = [date.fromisoformat(str(reading.facts[n].value)) for n in fact.derived_from if _is_day(reading.facts[n])]
    return any(day in set(_reckoned(base, text)) for base in bases)


def _is_day(fact: Fact) -> bool:
    return fact.name in DAYS and isinstance(fact.value, str)


def full_days(text: str) -> Iterator[date]:
    """Every day with a year."""
    year = rf"(\d{{4}}|[{_CHINESE}]{{4}})"
    for m in re.finditer(rf"{year}年(\d{{1,2}}|[{_CHINESE}]{{1,3}})月(\d{{1,2}}|[{_CHINESE}]{{1,3}})[日号]?", text):
        yield from _made(_year(m[1]), _small(m[2]), _small(m[3]))
    for m in re.finditer(r"(?=(\d{4})[-/._](\d{1,2})[-/._](\d{1,2}))", text):
        yield from _made(int(m[1]), int(m[2]), int(m[3]))
    for m in re.finditer(r"(?=(\d{4})[-/]?(\d{2})/?(\d{2}))", text):
        yield from _made(int(m[1]), int(m[2]), int(m[3]))
    for m in re.finditer(r"(?=(\d{1,2})[./-](\d{1,2})[./-](\d{4}))", text):
        yield from _made(int(m[3]), int(m[2]), int(m[1]))
        yield from _made(int(m[3]), int(m[1]), int(m[2]))
    for m in re.finditer(r"(?i)(\d{1,2})(?:st|nd|rd|th)?[ .,]*([a-z]{3})[a-zäéû]*[ .,]*(\d{4})", text):
        yield from _made(int(m[3]), _MONTHS.get(m[2].lower(), 0), int(m[1]))
    for m in re.finditer(r"(?i)([a-z]{3})[a-zäéû]*[ .,]*(\d{1,2})(?:st|nd|rd|th)?[ .,]*(\d{4})", text):
        yield from _made(int(m[3]), _MONTHS.get(m[1].lower(), 0), int(m[2]))


def _short_days(text: str) -> Iterator[tuple[int, int]]:
    for m in re.finditer(rf"(?:(\d{{1,2}}|[{_CHINESE}]{{1,3}})月)?(\d{{1,2}}|[{_CHINESE}]{{1,3}})[日号]", text):
        months = [m[1]] if m[1] else re.findall(rf"(\d{{1,2}}|[{_CHINESE}]{{1,3}})月", text)
        for month in months:
            yield _small(month), _small(m[2])


def _ends_period(day: date, text: str) -> bool:
    """The last day of a month (8月底), a third of one (8月中旬: the 20th), a year (2025年底)."""
    months = {_small(m) for m in re.findall(rf"(\d{{1,2}}|[{_CHINESE}]{{1,3}})月", text)}
    last = (day + timedelta(days=1)).day == 1
    if day.month in months and ((last and re.search("底|末|下旬|月", text)) or ("旬" in text and day.day in (10, 20))):
        return True
    return (day.month, day.day) == (12, 31) and re.search("年|底", text) is not None


def _reckoned(base: date, text: str) -> Iterator[date]:
    """Days that a length of time in the text leads to from a day, with and without that day itself."""
    yield base
    unit = r"(个工作日|工作日|个?自然日|日|天|个?月|周岁|周|年)"
    for m in re.finditer(rf"(\d{{1,4}}|[{_CHINESE}]{{1,6}}|半)(?:个)?(半)?{unit}", text):
        number = 0.5 if m[1] == "半" else float(next(iter(sorted(numbers(m[1]), reverse=True)), 0)) + 0.5 * bool(m[2])
        for end in _after(base, number, m[3]):
            yield from (end, end - timedelta(days=1))


def _after(base: date, number: float, unit: str) -> Iterator[date]:
    if number > 1000:
        return
    if "工作日" in unit:
        day, left = base, int(number)
        while left:
            day += timedelta(days=1)
            try:
                left -= is_workday(day)
            except NotImplementedError:
                return
        yield day
    elif "月" in unit or "年" in unit:
        months = number * (12 if "年" in unit else 1)
        yield base + relativedelta(months=int(months), days=15 if months % 1 else 0)
    else:
        yield base + timedelta(days=int(number * (7 if "周" in unit else 1)))


def _year(text: str) -> int:
    return int(text) if text.isdecimal() else int(text.translate(_DIGITS)) if text.translate(_DIGITS).isdecimal() else 0


def _small(text: str) -> int:
    return int(text) if text.isdecimal() else int(next(iter(sorted(_chinese(text), reverse=True)), 0))


def _made(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
