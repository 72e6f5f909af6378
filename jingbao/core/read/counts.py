"""Stated numbers of things: 10件典型案例, 20个城市, 492项."""

from __future__ import annotations

import re

from jingbao.core.dates import numeral
from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Count

_MOST = 60
_READ = 8_000
_LONGEST = 8  # characters of a thing's name; of a longer one the last word is kept
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}
_COUNT = re.compile(
    r"(?=[近约超逾\d二三四五六七八九十百])(?P<about>近|约|超过|超|逾)?(?<![\d,第.〔年/\-A-Za-z])"
    r"(?P<n>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,2})?|(?<![一-龥])[二三四五六七八九十百]{1,4}"
    r"|(?<=[布等了共计有至达的在对为出])[二三四五六七八九十百]{1,4})"
    r"\s?(?P<scale>万亿|万|亿)?(?P<more>余|多)?(?P<unit>[件个家款项条座起批名章篇种类份例台])(?!工作日|月|百分点|年)"
    r"(?=(?P<run>[\u4e00-\u9fffA-Za-z（）]{0,40}))"
)
# Where the thing's name ends: particles, and verbs that follow it.
_CUT = re.compile(
    r"的|(?<!工业)和|与|及|在|为|是|以上|以下|以内|方面|进行|开展|作为|被|将|均|共|涉及|分别|等|存在|未|按"
    r"|通过|参加|展示|获|暂时|新设|带来|集中|同台"
    r"|应当|不得|可以|率先|征集|分布|从业|关于|调整|联合|包括|组成|备案|发布|公布|予以|实现|提出|完成|入选"
    r"|参与|出席|（|）"
)
_NUMERAL = r"(?:\d{1,3}+|[一二三四五六七八九十百]{1,5}+)"
_EXTENT = re.compile(
    rf"(?=[\d一二三四五六七八九十百])(?<![第\d至])(?P<章>{_NUMERAL})\s?章[、，,]?\s?(?:共|计"
    rf"|合计)?\s?(?P<条>{_NUMERAL})\s?条(?!款)"
)
_THINGS = re.compile(
    r"典型案例|案例|案件|城市|企业|产品|项目|任务|措施|条款|标准|单位|机构|平台|领域|方向|环节|国家|地区|代表"
    r"|用户|网站|账号|算法|模型"
    r"|应用程序|APP|工厂|园区|部门|公司|省份|赛队|论坛|局|事项|问题|手法|指标"
)


def read(sheet: Sheet) -> None:
    """Note what is counted in the title and the text."""
    _extent(sheet)
    seen: set[Count] = set()
    for part, text in (("title", sheet.title), ("body", sheet.body[:_READ])):
        for m in _COUNT.finditer(text):
            number = float(m["n"].replace(",", "")) if m["n"][0].isdigit() else numeral(m["n"])
            thing = _thing(m)
            if number is None or thing is None or (number == 1 and not m["scale"]):
                continue
            noun, end = thing
            exact = not (m["about"] or m["more"] or m["run"].startswith(("以上", "左右")))
            count = Count(float(number) * _SCALE[m["scale"] or ""], m["unit"], noun, exact)
            if count not in seen and len(seen) < _MOST:
                seen.add(count)
                sheet.add("count", count, part, m.start(), end, "number, measure word, thing")


def _extent(sheet: Sheet) -> None:
    """How long the text is: 共七章六十六条."""
    m = _EXTENT.search(sheet.body[:_READ])
    if m is not None:
        for unit in ("章", "条"):
            number = numeral(m[unit])
            if number:
                sheet.add(
                    "count", Count(float(number), unit, ""), "body", m.start(), m.end(), "number of chapters, articles"
                )


def _thing(m: re.Match[str]) -> tuple[str, int] | None:
    """What is counted, and where its name ends; None where it cannot be told.

    10件检察机关依法惩治…典型案例: the last word of the phrase is the thing.
    """
    run = m["run"] if m["unit"] in "件起例" else _CUT.split(m["run"], maxsplit=1)[0]
    head = next(reversed(list(_THINGS.finditer(run))), None)
    if head is None:
        return (run, m.end() + len(run)) if 2 <= len(run) <= _LONGEST and numeral(run[0]) is None else None
    whole = run[: head.end()]
    return whole if len(whole) <= _LONGEST else head[0], m.end() + head.end()
