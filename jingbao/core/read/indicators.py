"""Aims in tables: 主要指标 with a column for each year (2020年 as it is, 2025年 as it shall be).

Text in, values out; offsets count code points of the text given, end excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read.amounts import amounts
from jingbao.core.registers import labels
from jingbao.core.registers.tables import Table, tables
from jingbao.core.values import Target

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s?年?")
_AIM = re.compile(r"目标|规划|预期|计划值|指标值|期末")
_AS_IT_IS = re.compile(r"现状|实际|基期|基数|基础值|完成|现值|已达")
_NAME = re.compile(r"指标|名称|内容|项目|任务")
_UNIT = re.compile(r"单位")
_UNIT_IN_NAME = re.compile(r"[（(]([^（）()\d]{1,8})[）)]\s?$")
_CELL = re.compile(
    r"\s?(?P<pre>[≥≧>＞≤≦<＜~≈]|不低于|不超过|超过|达到|约|大于|小于|不少于)?\s?(?P<n>\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)(?P<rest>[^\d\n]{0,8})$"
)
_SIGNS = {
    "≥": ">=", "≧": ">=", "不低于": ">=", "不少于": ">=", ">": ">", "＞": ">", "超过": ">", "大于": ">",
    "≤": "<=", "≦": "<=", "不超过": "<=", "<": "<", "＜": "<", "小于": "<", "~": "~", "≈": "~", "约": "~",
}  # fmt: skip
_MARKED = {"以上": ">=", "左右": "~", "以下": "<=", "以内": "<="}
_SCALES = {"万亿": 1e12, "亿": 1e8, "万": 1e4}
_FEW = 60  # rows; what is longer is no table of aims


def read(text: str, made: str) -> Iterator[tuple[Target, int, int]]:
    """The aims of every table of a text, each with the place from the head to its cell. made: day of the text."""
    if "\t" not in text or not ("指标" in text or "目标" in text):
        return
    for table in tables(text):
        columns = _columns(table, made)
        if columns and len(table.rows) <= _FEW and (named := _named(table, columns)) is not None:
            yield from _aims(text, table, columns, named)


def _columns(table: Table, made: str) -> dict[int, str]:
    """Columns that hold aims, with their year; a year that is over tells what is."""
    found: dict[int, str] = {}
    over = next((m[1] for line in reversed(table.above) if (m := re.search(r"到\s?(20\d{2})年", line))), "")
    for n, label in enumerate(table.header):
        years = _YEAR.findall(label)
        year = years[-1] if years else over if _AIM.search(label) else ""
        if year and not _AS_IT_IS.search(label) and year >= (made[:4] or year) and (_AIM.search(label) or _bare(label)):
            found[n] = year
    aimed = {n: year for n, year in found.items() if _AIM.search(table.header[n])}
    return aimed or (found if len(found) < len(table.header) - 1 else {})


def _bare(label: str) -> bool:
    """Whether a label is a year and no more: 2025年, 2025年（预期）."""
    return _YEAR.sub("", re.sub(r"[（(][^（）()]{0,8}[）)]", "", label)).strip("末底 ") == ""


def _named(table: Table, columns: dict[int, str]) -> int | None:
    """The column that says what each row is about."""
    if not _is_aims(table):
        return None
    first = min(columns)
    before = [n for n in range(first) if not _UNIT.search(table.header[n]) and not _YEAR.search(table.header[n])]
    named = [n for n in before if _NAME.search(table.header[n]) and "类" not in table.header[n]]
    return max(named or before, default=None)


def _is_aims(table: Table) -> bool:
    """Whether a table is one of aims: its head or the lines over it say 指标 or 目标."""
    return any(re.search(r"指标|目标", line) for line in (*table.above, *table.header))


def _aims(text: str, table: Table, columns: dict[int, str], named: int) -> Iterator[tuple[Target, int, int]]:
    units = next((n for n, label in enumerate(table.header) if _UNIT.search(label)), None)
    at = table.end
    for row in table.rows:
        what = row[named]
        place = text.find(what, at) if what else -1
        if place < 0:
            continue
        line_end = text.find("\n", place)
        line_end = len(text) if line_end < 0 else line_end
        inner = _UNIT_IN_NAME.search(what)
        unit = row[units] if units is not None else inner[1] if inner else ""
        for n, year in columns.items():
            if n < len(row) and (target := _target(year, what, row[n], unit)) is not None:
                end = text.find(row[n], place, line_end)
                if end >= 0:
                    yield target, table.start, end + len(row[n])
        at = place + len(what)


def _target(year: str, what: str, cell: str, unit: str) -> Target | None:
    m = _CELL.match(cell)
    if m is None:
        found = amounts(cell, 0, len(cell))
        return Target(year, what[:60], found[0].comparator, found[0].value, found[0].unit) if len(found) == 1 else None
    rest = labels.squash(m["rest"])
    mark = next((sign for word, sign in _MARKED.items() if rest.endswith(word)), "")
    for word in _MARKED:
        rest = rest.removesuffix(word)
    whole = rest or labels.squash(unit)
    scale = next((word for word in _SCALES if whole.startswith(word)), "")
    value = float(m["n"].replace(",", "")) * _SCALES.get(scale, 1.0)
    comparator = mark or _SIGNS.get(m["pre"] or "", "=")
    counted = whole.removeprefix(scale) or ("个" if scale else "")
    return Target(year, what[:60], comparator, value, counted)
