"""English names that a page itself gives of an instrument or a body, in brackets or in its table."""

from __future__ import annotations

import re

from jingbao.core.read.sheet import Sheet

_WORDS = r"[A-Z][A-Za-z][A-Za-z0-9 ,&'’\-–—/.:]{4,160}[A-Za-z]"
_BRACKETED = re.compile(
    rf"[（(]\s?(?:英文(?:名称|名|全称|译名)?(?:为)?[：:]?\s?)?[“\"]?({_WORDS})[”\"]?(?:[，,；;]\s?[^（）()]{{1,40}})?[）)]"
)
_STATED = re.compile(rf"英文(?:名称|名|全称|译名)(?:为|是)?[：:]?\s?[“\"《]?({_WORDS})")
_LABELS = ("英文名称", "英文题名", "英文标题", "EnglishTitle", "EnglishName")
_MOST = 20


def read(sheet: Sheet) -> None:
    """Note each English name once."""
    for meta in sheet.meta(*_LABELS):
        if m := re.fullmatch(_WORDS, meta.value):
            _note(sheet, m[0], "meta", meta.start, meta.end, f"table {meta.label}")
    for part, text in (("title", sheet.title), ("body", sheet.body)):
        ends = None
        for m in _BRACKETED.finditer(text):
            if " " not in m[1].strip():
                continue
            if ends is None:
                ends = {name.end for name in sheet.lore.names(text, sheet.year)}
            if text[m.start() - 1 : m.start()] in ("》", "〉") or m.start() in ends:
                _note(sheet, m[1], part, *m.span(1), "in brackets behind the name")
        for m in _STATED.finditer(text):
            _note(sheet, m[1], part, *m.span(1), "stated as the English name")


def _note(sheet: Sheet, name: str, part: str, start: int, end: int, rule: str) -> None:
    if name not in sheet.values("english_name") and len(sheet.places("english_name")) < _MOST:
        sheet.add("english_name", name, part, start, end, rule)
