"""Fines: each amount or range of money, times or share of a sum that a text threatens or imposes.

Thresholds (违法所得五万元以上的), compensation, awards and fines without an amount are none. The conventions are
those of tests/labels/README.md (`clauses.jsonl`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jingbao.core.dates import numeral
from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Penalty

_N = r"(?:\d{1,3}+(?:,\d{3}){1,4}+(?:\.\d{1,4}+)?|\d{1,9}+(?:\.\d{1,4}+)?|[一二三四五六七八九十百千零〇两]{1,9}+)"
_SUM = rf"(?:{_N}(?:亿|万|千万|百万)?(?:{_N}(?:万|千)?)?)"
_TO = r"(?:以上(?:不满|不足)?|至|到|-|—|－|~|～)"
_AMOUNT = re.compile(
    rf"(?<![\d.,第一二三四五六七八九十百千万亿零〇两])(?=[\d一二三四五六七八九十百千零〇两])(?:"
    rf"(?P<low>{_SUM})\s?(?P<lowunit>元|倍)?{_TO}(?P<high>{_SUM})\s?(?P<unit>元|倍)"
    rf"|(?P<lowshare>{_N}[%％]|[百千]分之{_N}){_TO}(?P<highshare>{_N}[%％]|[百千]分之{_N})"
    rf"|(?P<one>{_SUM})\s?(?P<oneunit>元|倍)"
    rf"|(?P<share>{_N}[%％]|[百千]分之{_N}))(?P<end>以下|以内|以上|之内)?"
)
_FINE = re.compile("罚款|罚金")
_STOPS = "。；！？\n;"
_BEHIND, _AHEAD = 140, 40
_IMPOSES = re.compile(
    r"(?:并处|处以|单处|科处|判处|加处|可处|处罚(?!款|金)|罚(?![款金没则])"
    r"|(?<![查到之办各长何出好妥惩论])处(?![理分于置所罚级境长方室女]))"
)
_AFTER = re.compile(
    r"(?:人民币|总额|数额|金额|额|额度|标准|共计|合计|总计|共|为|计|约|各|分别|是|[：:\t\s（(]){0,5}(?:每[一-龥]{1,4})?$"
)
_CAP = re.compile(r"的?[，,、]?\s?但?(?:是)?(?:罚款)?(?:数额|总额|金额)?(?:最高|最多)?(?:罚款)?(?:额|不得?超过|不高于)")
_NO_FINE = re.compile(
    r"罚款(?:的?(?:处罚)?(?:决定)?(?:，)?(?:当事人|应当告知)|收据|通知|票据|案件)"
    r"|的罚款的?(?:案件|处罚决定)"
)
_LARGE = re.compile(r"(?:较大数额|数额较大|大额)[^，。；]{0,4}$")


@dataclass(frozen=True, slots=True)
class Found:
    """A fine and its place in the text: from the amount to the word 罚款, or the other way round."""

    value: Penalty
    start: int
    end: int


def read(sheet: Sheet) -> None:
    """Note the fines of the text and its attachments; the quotation holds the amount and the word for a fine."""
    for n in range(len(sheet.document.attachments) + 1):
        part = f"attachment:{n}" if n else "body"
        text = sheet.document.part(part) if n else sheet.body
        for one in find(text):
            sheet.add("penalty", one.value, part, one.start, one.end, "罚款")


def find(text: str) -> Iterator[Found]:
    """Every fine of a text, in the order printed."""
    spent = 0
    for fine in _FINE.finditer(text):
        before = _before(text, max(spent, fine.start() - _BEHIND), fine.start())
        if before and _NO_FINE.match(text, fine.start()) is None and not _threshold(text, fine.end()):
            for m in before:
                yield Found(_penalty(m), m.start(), fine.end())
        elif not before:
            yield from _behind(text, fine)
        yield from _capped(text, fine)
        spent = fine.end()


def _before(text: str, first: int, last: int) -> list[re.Match[str]]:
    """The amounts between the verb that imposes the fine and the word for it."""
    first = max(first, max(text.rfind(c, first, last) for c in _STOPS) + 1)
    verbs = list(_IMPOSES.finditer(text, first, last))
    if verbs:
        found = list(_AMOUNT.finditer(text, verbs[-1].end(), last))
        return [m for m in found if not _is_aside(text, m, last)]
    near = list(_AMOUNT.finditer(text, max(first, last - 60), last))
    return near[-1:] if near and text[near[-1].end() : last].strip() in ("", "的", "以下的") else []


def _is_aside(text: str, m: re.Match[str], last: int) -> bool:
    """A threshold or another sanction in the stretch: 违法所得五万元以上的, 不足一万元的, 五日以下拘留."""
    return re.match(r"的[，,](?!但)", text[m.end() : m.end() + 2]) is not None and m.end() + 2 < last


def _threshold(text: str, end: int) -> bool:
    """Whether the fine is one that gives a right (to a hearing): 拟处十万元以上罚款的，…有权要求听证."""
    return re.match(r"的?(?:处罚)?的?[，,][^。；\n]{0,60}听证", text[end : end + 80]) is not None


def _behind(text: str, fine: re.Match[str]) -> Iterator[Found]:
    """The amount after the word: 罚款20万元, 处罚金五万元, 罚款数额为一万元以上三万元以下."""
    m = _AMOUNT.search(text, fine.end(), min(len(text), fine.end() + _AHEAD))
    if m is None or not _AFTER.match(text[fine.end() : m.start()]):
        return
    large = _LARGE.search(text[max(0, fine.start() - 8) : fine.start()])
    if not large and re.match(r"(?:罚款)?的[，,案]", text[m.end() : m.end() + 4]) is None:
        yield Found(_penalty(m), fine.start(), m.end())


def _capped(text: str, fine: re.Match[str]) -> Iterator[Found]:
    """A cap stated after the fine: 处违法所得三倍以下的罚款，但最高不超过三万元."""
    cap = _CAP.match(text, fine.end(), min(len(text), fine.end() + _AHEAD))
    m = _AMOUNT.match(text, cap.end(), min(len(text), cap.end() + _AHEAD)) if cap else None
    if m is not None:
        value = _penalty(m)
        most = value.most if value.most is not None else value.least
        yield Found(Penalty(None, most, value.unit), fine.start(), m.end())


def _penalty(m: re.Match[str]) -> Penalty:
    before = m.string[max(0, m.start() - 10) : m.start()]
    capped = re.search("(?:最高|不得?超过|不高于|至多)(?:人民币)?$", before) is not None
    if m["low"]:
        unit: Literal["元", "倍", "%"] = "元" if m["unit"] == "元" else "倍"
        low, high = _sum(m["low"]), _sum(m["high"])
        if (
            not m["lowunit"]
            and not re.search("[万亿千百]", m["low"])
            and (scale := re.search("千万|百万|[万亿]", m["high"]))
        ):
            low *= _sum(f"一{scale[0]}")
        return Penalty(low, high, unit)
    if m["lowshare"]:
        return Penalty(_share(m["lowshare"]), _share(m["highshare"]), "%")
    value = _share(m["share"]) if m["share"] else _sum(m["one"])
    unit = "%" if m["share"] else "元" if m["oneunit"] == "元" else "倍"
    if capped or m["end"] in ("以下", "以内", "之内"):
        return Penalty(None, value, unit)
    if m["end"] == "以上" or re.search("(?:至少|不低于|不少于)(?:人民币)?$", before):
        return Penalty(value, None, unit)
    return Penalty(value, value, unit)


def _share(text: str) -> float:
    """百分之五, 5%, 千分之三: percent."""
    number = _sum(re.sub("[%％]|[百千]分之", "", text))
    return number / 10 if text.startswith("千") else number


def _sum(text: str) -> float:
    """A number with its scale: 1.5万, 二十五万, 一千二百万, 三万五千."""
    text = text.replace(",", "").replace("两", "二")
    for scale, size in (("亿", 1e8), ("万", 1e4)):
        head, found, rest = text.partition(scale)
        if found:
            return round(_sum(head) * size + (_sum(rest) if rest else 0.0), 4)
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text)
    if arabic := re.fullmatch(r"(\d+(?:\.\d+)?)([千百])", text):
        return float(arabic[1]) * (1000 if arabic[2] == "千" else 100)
    return float(numeral(text) or 0)
