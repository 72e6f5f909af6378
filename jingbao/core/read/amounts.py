"""Amounts as plans state them: 超过20%, 30项以上, 超千万户, 翻一番, PUE降至1.25以下.

Text in, values out; offsets count code points of the text given, end excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jingbao.core.dates import numeral

_SCALE = {
    "": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7,
    "亿": 1e8, "十亿": 1e9, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12, "十万亿": 1e13,
}  # fmt: skip
_SCALES = "十万亿|万亿|千亿|百亿|十亿|千万|百万|十万|[亿万千百]"
_UNITS = (
    "个百分点|个工作日|工作日|平方公里|公里|平方米|立方米|毫秒|微秒|纳秒|小时|分钟|标准机架|机架|人次|人月|美元|千瓦时?|兆瓦|吉瓦|公顷|标准煤"
    "|台套|架次|车次|EFLOPS|PFLOPS|Eflops|Pflops|EFlops|PFlops|[GTM]bps|[TPEZ]B|GB|MW|GW|kW|ms|P(?![A-Za-z])"
    "|[项个家件座条款部台套户人亩辆门级类批处名所倍吨元篇场次只城枚颗架艘列站端天秒卡株册集首份张种支对]"
)
_LEAST = "不低于|不少于|不小于|不短于|至少"
_MOST = "不超过|不高于|不大于|不多于|控制在|最多"
_OVER = "超过|超|高于|大于|突破|多于|优于"
_UNDER = "低于|少于|小于"
_ABOUT = "约|近|大约|接近"
_TO = (
    "(?:提高|提升|增长|增加|扩大|上升|降低|下降|压缩|压减|缩短|缩减|减少|增|降|升)(?:到|至)|达到|达|保持在|稳定在|实现"
)
_PRE = rf"(?P<pre>{_LEAST}|{_MOST}|{_OVER}|{_UNDER}|{_ABOUT}|{_TO})?+"
_POST = r"(?P<post>(?:及|或)?以上|(?:及|或)?以内|(?:及|或)?以下|左右|之内)?"
_FIGURES = r"(?<![\d.,第前IPvV\-GgA-Z])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?)"
_AMOUNT = re.compile(
    rf"(?=[不至最控超高大突多优低少小约近接提增扩上降下压缩减升达保稳实\d]){_PRE}\s?{_FIGURES}\s?(?P<scale>{_SCALES})?(?:余|多)?"
    rf"(?P<unit>[%％‰]|{_UNITS}){_POST}"
)
# 超过1亿，: a great number may leave out what it counts.
_BARE = re.compile(
    rf"(?P<pre>{_LEAST}|{_MOST}|{_OVER}|{_UNDER}|{_ABOUT}|{_TO})\s?(?P<n>\d{{1,5}}(?:\.\d{{1,4}})?)(?P<scale>万亿|亿|万)"
    rf"(?P<unit>)(?=[，。；、）,;)\n]|$|以上|左右){_POST}"
)
# Chinese figures: 超千万户, 百分之八十, 八成以上, 建成三个; a figure alone (一批, 两个方面) is none.
_CHINESE = re.compile(
    rf"(?=[不至最控超高大突多优低少小约近接提增扩上降下压缩减升达保稳实建培打创新形百一二三四五六七八九])"
    rf"(?P<pre>{_LEAST}|{_MOST}|{_OVER}|{_UNDER}|{_ABOUT}|{_TO}|建成|培育|打造|创建|新建|新增|形成|建设|上|(?=百分之|[五六七八九]成以上))"
    rf"(?:(?P<hundredth>百分之)(?P<share>[一二三四五六七八九十百]{{1,4}})"
    rf"|(?P<tenths>[一二三四五六七八九])成(?!立|为|果|效|长|员|本|品|都|套|交|功)"
    rf"|(?P<n>[一二两三四五六七八九十百千万亿]{{1,7}})(?:余|多)?(?P<unit>{_UNITS}|(?=[，。；、）\n]|$|级))){_POST}"
)
_DOUBLES = re.compile(r"翻(?P<n>[一两二三])番")
# An index has no unit: PUE降至1.25以下.
_INDEX = re.compile(
    rf"(?P<name>PUE|WUE|CUE|电能利用效率|水效|指数|系数|满意度|得分)[^，。；\d]{{0,14}}?"
    rf"(?P<pre>{_LEAST}|{_MOST}|{_OVER}|{_UNDER}|{_ABOUT}|{_TO})"
    rf"\s?(?:至|到)?(?P<n>\d{{1,3}}(?:\.\d{{1,3}})?)(?![\d%％.个万亿]){_POST}"
)
_INDEX_MORE = re.compile(
    rf"(?:(?P<pre>{_MOST}|{_UNDER}|降至|降到|降低至|降低到)\s?(?P<n>\d{{1,2}}\.\d{{1,3}})(?![\d%％个万亿]){_POST})"
)
_WHOLE = re.compile(r"全覆盖(?!的)|全部实现[^，。；]{0,10}|100%覆盖|实现全[^，。；]{1,6}覆盖")
_NO_AIM_BEFORE = re.compile(r"第$|[（(]$|\d$|[前每]$|投资额$|为期$|试点期$|有效期$|注册资本$|排名$")
_NO_AIM_BEHIND = {
    "个": re.compile(r"月|季度|方面|环节|阶段|部分|方向|层次|维度|层面|角度|一体化|星期|小时|自然"),
    "项": re.compile(r"方面|环节|阶段|部分|方向"),
    "款": re.compile(r"方面|环节|规定"),
    "类": re.compile(r"方面|环节|方向"),
    "条": re.compile(r"规定|第"),
    "级": re.compile(r"等保|保护"),
    "人": re.compile(r"民币|工智能"),
    "ms": re.compile(r"时延|延时|延迟"),
    "毫秒": re.compile(r"时延|延时|延迟"),
}
_RANGE = "[-—–~～至到]"
_RANGE_BEFORE = re.compile(rf"\d(?:{_SCALES})?[%％]?\s?{_RANGE}\s?$")
_RANGE_AFTER = re.compile(rf"\s?{_RANGE}\s?\d")
# The state from which one sets out: 由2020年的30%提高到50%.
_BASE_BEFORE = re.compile(r"(?:从|由|自|较|(?<![占对同环])比)[^，。；、提增扩上降下压缩减升]{0,14}$")
_BASE_AFTER = re.compile(r"(?:左右|以上)?(?:提高|提升|增长|增加|扩大|上升|降|下降|压缩|压减|缩短|缩减|减少|增至|升至)")


@dataclass(frozen=True, slots=True)
class Amount:
    """comparator: >=, <=, =, >, <, ~; value: with its scale (10万 is 100000); unit: as printed, % for 百分之 and 成."""

    comparator: str
    value: float
    unit: str
    start: int
    end: int


def amounts(text: str, start: int, end: int) -> list[Amount]:
    """The amounts of a stretch of text in order, those from which something is raised or lowered left out."""
    found = [*_figures(text, start, end), *_chinese(text, start, end), *_indices(text, start, end)]
    for m in _DOUBLES.finditer(text, start, end):
        found.append(Amount("=", float(numeral(m["n"]) or 1), "番", m.start(), m.end()))
    for m in _WHOLE.finditer(text, start, end):
        found.append(Amount("=", 100.0, "%", m.start(), m.end()))
    kept: list[Amount] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _figures(text: str, start: int, end: int) -> Iterator[Amount]:
    for m in (*_AMOUNT.finditer(text, start, end), *_BARE.finditer(text, start, end)):
        if _is_aim(text, start, m):
            value = float(m["n"].replace(",", "")) * _SCALE[m["scale"] or ""]
            yield Amount(_bound(text, m), value, m["unit"].replace("％", "%"), m.start(), m.end())


def _chinese(text: str, start: int, end: int) -> Iterator[Amount]:
    for m in _CHINESE.finditer(text, start, end):
        if m["hundredth"]:
            number, unit = float(numeral(m["share"]) or 0), "%"
        elif m["tenths"]:
            number, unit = 10.0 * (numeral(m["tenths"]) or 0), "%"
        else:
            number, unit = _SCALE.get(m["n"], 0.0) or float(numeral(m["n"]) or 0), m["unit"]
            if number < 2 or (number < 10 and not unit) or not _is_aim(text, start, m):
                continue
        if number:
            comparator = ">" if m["pre"] == "上" else _comparator(m)
            yield Amount(comparator, number, unit, m.start(), m.end())


def _indices(text: str, start: int, end: int) -> Iterator[Amount]:
    for m in _INDEX.finditer(text, start, end):
        unit = "PUE" if m["name"] == "电能利用效率" else m["name"] if m["name"].isascii() else ""
        yield Amount(_comparator(m), float(m["n"]), unit, m.start("pre"), m.end())
        for more in _INDEX_MORE.finditer(text, m.end(), end):  # 1.3以下，国家枢纽节点降至1.25以下
            yield Amount(_comparator(more), float(more["n"]), unit, more.start(), more.end())


def _is_aim(text: str, start: int, m: re.Match[str]) -> bool:
    before = text[max(start, m.start() - 20) : m.start()]
    behind = text[m.end() : m.end() + 8]
    other = _NO_AIM_BEHIND.get(m["unit"])
    if _NO_AIM_BEFORE.search(before[-4:]) or (other is not None and other.match(behind)):
        return False
    return not (_BASE_AFTER.match(behind) and _BASE_BEFORE.search(before))


def _bound(text: str, m: re.Match[str]) -> str:
    """The comparator; the ends of a range (20%—30%) are at least and at most."""
    if _RANGE_BEFORE.search(text[max(0, m.start() - 6) : m.start()]):
        return "<="
    return ">=" if _RANGE_AFTER.match(text, m.end()) else _comparator(m)


def _comparator(m: re.Match[str]) -> str:
    pre, post = m["pre"] or "", (m["post"] or "").removeprefix("及").removeprefix("或")
    if pre in _LEAST.split("|") or post == "以上":
        return ">="
    if pre in _MOST.split("|") or post in ("以内", "以下", "之内"):
        return "<="
    if pre in _UNDER.split("|"):
        return "<"
    if pre in _OVER.split("|"):
        return ">"
    return "~" if pre in _ABOUT.split("|") or post == "左右" else "="
