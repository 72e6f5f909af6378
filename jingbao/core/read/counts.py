"""Stated numbers of things: 10件典型案例, 20个城市, 492项."""

from __future__ import annotations

import re

from jingbao.core.dates import numeral
from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Count

_MOST = 60
_READ = 8_000
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}
_COUNT = re.compile(
    r"(?P<about>近|约|超过|超|逾)?(?<![\d第.〔年/\-A-Za-z])"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2})?|(?<![一-龥])[一二三四五六七八九十百]{1,4}|(?<=[发布等了共计有至达的在对为出])[一二三四五六七八九十百]{1,4})"
    r"\s?(?P<scale>万亿|万|亿)?(?P<more>余|多)?(?P<unit>[件个家款项条座起批名章篇种类部份例台])(?!工作日|月|百分点|年)"
    r"(?=(?P<noun>[\u4e00-\u9fffA-Za-z0-9]{0,12}))"
)
_CUT = re.compile(
    r"(?:的|和|与|及|在|为|是|以上|以下|以内|方面|，|进行|开展|作为|被|将|均|共|涉及|分别|、|等|存在|未|按|通过|参加|展示)"
)


def read(sheet: Sheet) -> None:
    """Note what is counted in the title and the text."""
    seen: set[Count] = set()
    for part, text in (("title", sheet.title), ("body", sheet.body[:_READ])):
        for m in _COUNT.finditer(text):
            number = float(m["n"].replace(",", "")) if m["n"][0].isdigit() else numeral(m["n"])
            if number is None or (m["unit"] == "批" and text[m.start() - 1 : m.start()] == "第"):
                continue
            noun = _CUT.split(m["noun"], maxsplit=1)[0][:8]
            exact = not (m["about"] or m["more"] or m["noun"].startswith(("以上", "左右")))
            count = Count(float(number) * _SCALE[m["scale"] or ""], m["unit"], noun, exact)
            if noun and count not in seen and len(seen) < _MOST:
                seen.add(count)
                end = m.start("noun") + len(noun)
                sheet.add("count", count, part, m.start(), end, "number, measure word, thing")
