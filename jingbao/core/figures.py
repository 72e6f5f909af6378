"""Numbers and days as they stand in Chinese and in English text, so that one can be held against the other.

Everything comes out as plain values: numbers as floats, days as (year, month, day) with 0 for what is not stated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import cn2an

Day = tuple[int, int, int]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
CHINESE_SCALES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}

_month = "|".join(MONTHS)
_ENGLISH_DAY = re.compile(rf"\b(\d{{1,2}}) ({_month})(?: (\d{{4}}))?\b")
_ENGLISH_MONTH = re.compile(rf"\b({_month})\b(?: (\d{{4}}))?")
_ENGLISH_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: (thousand|million|billion|trillion)\b)?(?!\w)"
)
_ENGLISH_WORD = re.compile(rf"\b({'|'.join(WORDS[2:])}|{'|'.join(ORDINALS[2:])})\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bQ([1-4])\b")
_MIXED = re.compile(r"\b(?=[A-Za-z0-9-]{0,20}[0-9])(?=[A-Za-z0-9-]{0,20}[A-Za-z])[A-Za-z0-9]{2,20}")

_CHINESE_DAY = re.compile(r"((?:19|20)\d{2})\s{0,2}[年\-/.]\s{0,2}(\d{1,2})\s{0,2}[月\-/.]\s{0,2}(\d{1,2})(?!\d)")
_CHINESE_SHORT_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日")
_CHINESE_MONTH = re.compile(r"((?:19|20)\d{2})\s{0,2}[年\-/.](?:\d{1,2}[—–~至-])?\s{0,2}(\d{1,2})(?!\d)")
_NUMERALS = "〇零○一二两三四五六七八九十百千万亿"
_WRITTEN_DAY = re.compile(
    r"([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_ARABIC = re.compile(r"(?<!\d)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(万亿|百万|千万|[百千万亿])?")
_WRITTEN = re.compile(rf"[{_NUMERALS}]{{1,16}}")


def english_days(text: str) -> set[Day]:
    """Days and months of an English text."""
    days = {(int(y or 0), MONTHS.index(m) + 1, int(d)) for d, m, y in _ENGLISH_DAY.findall(text)}
    rest = _ENGLISH_DAY.sub(" ", text)
    # "May" and "March" are also verbs: a bare month counts only with its year.
    return days | {(int(y), MONTHS.index(m) + 1, 0) for m, y in _ENGLISH_MONTH.findall(rest) if y}


def english_numbers(text: str) -> set[float]:
    """Numbers of an English text outside its days, words and ordinals from two included."""
    rest = _ENGLISH_MONTH.sub(" ", _ENGLISH_DAY.sub(" ", text))
    found = {
        float(whole.replace(",", "") + part) * SCALES.get(scale, 1.0)
        for whole, part, scale in _ENGLISH_NUMBER.findall(rest)
    }
    for word in _ENGLISH_WORD.findall(rest):
        lower = word.lower()
        found.add(float(WORDS.index(lower) if lower in WORDS else ORDINALS.index(lower)))
    return found | {float(n) for n in _QUARTER.findall(rest)}


def mixed_words(text: str) -> set[str]:
    """Names that mix letters and digits (5G, IPv6), lower case; quarters (Q2) and ordinals (19th) are numbers."""
    found = {word.lower() for word in _MIXED.findall(text)}
    return {word for word in found if not re.fullmatch(r"q[1-4]|\d{1,4}(?:st|nd|rd|th|s)", word)}


def chinese_days(text: str) -> set[Day]:
    """Days and months of a Chinese text, in Arabic or Chinese numerals; a day without a year has year 0."""
    plain = unicodedata.normalize("NFKC", text)
    days = {(int(y), int(m), int(d)) for y, m, d in _CHINESE_DAY.findall(plain)}
    days |= {(int(y), int(m), 0) for y, m in _CHINESE_MONTH.findall(plain)}
    days |= {(0, int(m), int(d)) for m, d in _CHINESE_SHORT_DAY.findall(plain)}
    for year, month, day in _WRITTEN_DAY.findall(text):
        digits = int("".join(str("〇一二三四五六七八九".index(c.replace("零", "〇").replace("○", "〇"))) for c in year))
        days.add((digits, int(_written(month)), int(_written(day)) if day else 0))
    return days


def chinese_numbers(text: str) -> set[float]:
    """Numbers of a Chinese text; 20万 gives both 20 and 200,000, 十七 gives 17."""
    plain = unicodedata.normalize("NFKC", text)
    found: set[float] = set()
    for whole, part, scale in _ARABIC.findall(plain):
        number = float(whole.replace(",", "") + part)
        found |= {number, number * CHINESE_SCALES[scale]}
    found |= set(_written_numbers(plain))
    return found


def _written_numbers(text: str) -> Iterator[float]:
    for run in _WRITTEN.findall(text):
        value = _written(run)
        if value >= 0:
            yield value
        elif len(run) > 1:  # a list of digits (一二三), or numerals that only stand side by side
            yield from (_written(c) for c in run if _written(c) >= 0)


def _written(numeral: str) -> float:
    """Value of a Chinese numeral, -1 where the characters make none (一万一万)."""
    try:
        return float(cn2an.cn2an(numeral.replace("○", "〇"), "smart"))
    except ValueError:
        return -1.0


def print_day(day: date) -> str:
    """26 August 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
