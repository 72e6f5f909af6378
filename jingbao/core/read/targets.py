"""Quantified aims: by when, what, at least or at most, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Target

_BY = re.compile(
    r"(?=[到至截力在于今年十“\"2])(?:(?:到|至|截至|力争|在|于)(?P<year>20\d{2})年(?P<end>底|末"
    r"|年底)?(?P<month>\d{1,2}月底?)?(?P<before>前"
    r"|之前|以前)?(?![\d月]|[第—–至-])"
    r"|(?P<year2>20\d{2})年(?P<end2>底|末)(?:前|之前)?|(?P<this>(?:今年|年)底前?)(?=[，,])"
    r"|(?P<plan>[“\"]?十[三四五六]五[”\"]?(?:规划|时期)?(?:期末|末|期间))"
    r"|(?:(?<=[。；：\s])|\A)(?P<bare>20\d{2})年(?=[，,：:]))"
)
_PLANS = {"三": "2020", "四": "2025", "五": "2030", "六": "2035"}  # last years of the five-year plans
_BULLET = re.compile(r"\s{0,4}(?:[—–•●▪·-]{1,2}|[（(]?[\d一二三四五六七八九十①-⑳]{1,2}[）)、.．]|[①-⑳])")
_MOST_BULLETS = 12
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12, "千": 1e3, "百万": 1e6, "千万": 1e7}
_UNITS = (
    "个百分点|公里|平方公里|毫秒|微秒|纳秒|标准机架|万人次|人次|EFLOPS|PFLOPS|Gbps|Tbps|Mbps|GB|TB|EB|ms"
    "|[项个家件座条款部台套户人亩辆门级类批处名所倍吨元篇场次只城]"
)
_AMOUNT = re.compile(
    rf"(?=[不至低少超高大达突约近提实\d])(?P<pre>不低于|不少于|不小于|不超过|不高于|低于|少于|超过|超|高于|大于"
    rf"|达到|达|突破|至少|约|近|提高到|提升到|提升至|提高至|实现)?+\s?"
    rf"(?<![\d.,第IPvV\-GgA-Z])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,4}})?)\s?(?P<scale>万亿|百万"
    rf"|千万|[万亿千])?(?:余|多)?"
    rf"(?P<unit>[%％]|{_UNITS})(?P<post>以上|以内|以下|左右|及以上)?"
)
_WHOLE = re.compile(r"(?P<verb>全覆盖|全部实现[^，。；]{0,10}|100%覆盖|实现全[^，。；]{1,6}覆盖)")
_NOT_AN_AIM = re.compile(r"第$|[（(]$|\d$|投资额$|为期$|试点期$|有效期$")
_YEARLY = re.compile(r"[年月日]$")
_RANGE = "[-—–~～至到]"
_RANGE_BEFORE = re.compile(rf"\d[%％万亿]?\s?{_RANGE}\s?$")
_RANGE_AFTER = re.compile(rf"\s?{_RANGE}\s?\d")
_NEAR = 200  # code points after the year within which its aims stand


def read(sheet: Sheet) -> None:
    """Note the aims of the text and of its attachments."""
    parts = ("body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments))))
    seen: set[tuple[str, float, str]] = set()
    for part in parts:
        text = sheet.document.part(part)
        for by, start, end in _years(sheet, text):
            for target, first, last in _amounts(text, by, start, end):
                key = (target.by, target.value, target.unit)
                if key not in seen:
                    seen.add(key)
                    sheet.add("target", target, part, first, last, "到…年，…")


def _years(sheet: Sheet, text: str) -> Iterator[tuple[str, int, int]]:
    """By when, and the place of the words up to the end of the sentence or the next such year."""
    found = list(_BY.finditer(text))
    for n, m in enumerate(found):
        year = m["year"] or m["year2"] or m["bare"] or (m["plan"] and _plan(m)) or sheet.text("published")[:4]
        if not year or _is_past(m, year, sheet.text("published")):
            continue
        whole_year = m["end"] or m["end2"] or m["this"] or m["plan"]
        by = f"{year}-12-31" if whole_year else year
        end, near = _extent(text, m.end())
        if n + 1 < len(found):
            end = min(end, found[n + 1].start())
        yield by, m.start(), min(end, m.end() + near)


def _plan(m: re.Match[str]) -> str:
    return next(year for figure, year in _PLANS.items() if f"十{figure}五" in m["plan"])


def _is_past(m: re.Match[str], year: str, published: str) -> bool:
    """Whether a year tells what has come about (截至2024年6月，…达), not what is aimed at."""
    if not published:
        return m[0].startswith("截至") or m["bare"] is not None
    if m["bare"] is not None:
        return year <= published[:4]
    month = int(re.sub(r"\D", "", m["month"])) if m["month"] else 12 if m[0].startswith("截至") else 0
    reported = m[0].startswith("截至") and not m["before"] and (int(year), month) <= _month(published)
    return year < published[:4] or reported


def _month(day: str) -> tuple[int, int]:
    return int(day[:4]), int(day[5:7])


def _extent(text: str, start: int) -> tuple[int, int]:
    """Where the words under a year end, and how far they may reach: its sentence, or the bullets it heads."""
    end = min((at for c in "。\n" if (at := text.find(c, start)) >= 0), default=len(text))
    if text[end : end + 1] != "\n" or text[max(0, end - 1) : end] not in "：:":
        return end, _NEAR
    for _ in range(_MOST_BULLETS):
        if _BULLET.match(text, end + 1) is None:
            break
        at = text.find("\n", end + 1)
        end = len(text) if at < 0 else at
    return end, _NEAR * _MOST_BULLETS


def _amounts(text: str, by: str, start: int, end: int) -> Iterator[tuple[Target, int, int]]:
    for m in _AMOUNT.finditer(text, start, end):
        if _NOT_AN_AIM.search(text[max(start, m.start() - 4) : m.start()]) or _is_day(text, m):
            continue
        value = float(m["n"].replace(",", "")) * _SCALE[m["scale"] or ""]
        what = _what(text[start : m.start()])
        yield Target(by, what, _bound(text, m), value, m["unit"].replace("％", "%")), start, m.end()
    for m in _WHOLE.finditer(text, start, end):
        yield Target(by, _what(text[start : m.start()]), "=", 100.0, "%"), start, m.end()


def _is_day(text: str, m: re.Match[str]) -> bool:
    return m["unit"] in ("个", "项", "款", "类") and text[m.end() : m.end() + 2] in (
        "方面",
        "环节",
        "阶段",
        "部分",
        "方向",
    )


def _bound(text: str, m: re.Match[str]) -> str:
    """The comparator; the ends of a range (20%—30%) are at least and at most."""
    if _RANGE_BEFORE.search(text[max(0, m.start() - 6) : m.start()]):
        return "<="
    return ">=" if _RANGE_AFTER.match(text, m.end()) else _comparator(m)


def _comparator(m: re.Match[str]) -> str:
    match m["pre"], m["post"]:
        case ("不低于" | "不少于" | "不小于" | "至少", _) | (_, "以上" | "及以上"):
            return ">="
        case ("不超过" | "不高于", _) | (_, "以内" | "以下"):
            return "<="
        case ("低于" | "少于", _):
            return "<"
        case ("超过" | "超" | "高于" | "大于" | "突破", _):
            return ">"
        case ("约" | "近", _) | (_, "左右"):
            return "~"
        case _:
            return "="


def _what(before: str) -> str:
    """The words between the year, or the last pause, and the number."""
    last = re.split(r"[，,；;：:、\n]", before)[-1]
    return re.sub(r"^(?:到|至|力争)?20\d{2}年(?:底|末)?", "", last).strip()[:60]


def day(by: str) -> date | None:
    """The day of an aim with a whole date; None for a year."""
    return date.fromisoformat(by) if len(by) == 10 else None
