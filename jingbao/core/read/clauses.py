"""Duties, prohibitions, permissions, encouragements, penalties, purposes; a modal word with its clause as proof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read.sheet import Sheet

_MODAL = re.compile(
    r"(?P<obligation>应当|應當|必须|必須|(?<![无毋仍知])须(?!知|臾))|(?P<prohibition>不得|严禁|嚴禁|禁止)"
    r"|(?P<permission>可以|有权)|(?P<encouragement>鼓励|支持|引导)"
)
_STOPS = "。；！？\n"
_LONGEST = 400
_READ = 200_000
_AMOUNT = re.compile(
    r"(?P<amount>[\d一二三四五六七八九十百千万亿.,]{1,14}元(?:以上[\d一二三四五六七八九十百千万亿.,]{1,14}元以下|以下|以上)?)(?:的)?罚款$"
)
_PURPOSE = re.compile(
    r"(?:^|\n)\s{0,4}(为(?:了|进一步)?[^。；\n，]{4,80}(?:，[^。；\n，]{2,60}?){0,4}?)(?=，(?:根据|按照|依据|现|我|经|工|国|制|特|提|本|[^，。]{0,20}(?:决定|组织|制定|起草|修订|印发)))"
)


def read(sheet: Sheet) -> None:
    """Note each occurrence in the text and its attachments; the quotation is its clause."""
    parts = ["body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments)))]
    for part in parts:
        text = sheet.document.part(part)[:_READ]
        stops = [-1, *(m.start() for m in re.finditer(f"[{_STOPS}]", text)), len(text)]
        at = 0
        for m in _MODAL.finditer(text):
            while stops[at + 1] < m.start():
                at += 1
            start, end = _clause(text, stops[at] + 1, stops[at + 1], m)
            sheet.add(m.lastgroup or "", m[0], part, start, end, "modal word")
    for start, end, amount in _penalties(sheet.body):
        sheet.add("penalty", amount, "body", start, end, "罚款")
    if purpose := _PURPOSE.search(sheet.body):
        start, end = purpose.span(1)
        sheet.add("purpose", purpose[1], "body", start, end, "为…，根据…")


def _clause(text: str, start: int, end: int, m: re.Match[str]) -> tuple[int, int]:
    """The sentence around a word, trimmed; of a very long one what lies around the word."""
    start, end = max(start, m.start() - _LONGEST), min(end, m.end() + _LONGEST)
    while start < m.start() and text[start].isspace():
        start += 1
    while end > m.end() and text[end - 1].isspace():
        end -= 1
    return start, end


def _penalties(text: str) -> Iterator[tuple[int, int, str]]:
    for m in re.finditer("罚款", text):
        first = max(text.rfind(c, 0, m.start()) for c in _STOPS) + 1
        clause = text[max(first, m.start() - 60) : m.end()]
        if found := _AMOUNT.search(clause):
            yield m.end() - len(clause) + found.start(), m.end(), found["amount"]
