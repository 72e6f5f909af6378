"""The numbers Word prints before paragraphs (第一条, 一、, （一）, 1.1): they stand in no text of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

_VALUE, _ID = qn("w:val"), qn("w:numId")
_LEVELS, _MOST = 9, 9_999  # of a list; the largest number that is spelled out
_FIGURES, _LEGAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered. text: 第%1条; start: its first number; gap: what stands after it."""

    form: str
    text: str
    start: int
    gap: str
    plain: bool  # all numbers in it are Arabic


class Numbers:
    """The lists of one Word file, counted as its paragraphs go by; of None, none."""

    def __init__(self, document: Any | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}  # by numId: what it counts with, its levels
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if document is None:
            return
        numbering, styles = (_part(document, kind) for kind in ("/numbering", "/styles"))
        if numbering is not None:
            self._lists = dict(_lists(numbering))
            self._styles = dict(_styles(styles)) if styles is not None else {}

    def before(self, paragraph: Any) -> str:
        """What is printed before a paragraph, '' where it has no number; counts on."""
        if not self._lists:
            return ""
        number, depth = self._place(paragraph)
        counter, levels = self._lists.get(number, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(counter, [None] * _LEVELS)
        held = counts[depth]
        counts[depth] = level.start if held is None else held + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        text = level.text
        for n in range(depth + 1):
            if f"%{n + 1}" in text and n in levels:
                count = counts[n] if counts[n] is not None else levels[n].start
                form = "decimal" if level.plain else levels[n].form
                text = text.replace(f"%{n + 1}", spelled(count or 0, form))
        return text + level.gap if text.strip() else ""

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """numId and level of a paragraph, its own or its style's."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        style = properties.find(qn("w:pStyle"))
        number, depth = self._styles.get("" if style is None else style.get(_VALUE) or "", ("", 0))
        own = properties.find(qn("w:numPr"))
        if own is None:
            return number, depth
        return _stated(own, "w:numId") or number, _whole(_stated(own, "w:ilvl"), depth)


def _part(document: Any, kind: str) -> Any:
    found = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith(kind)), None)
    return None if found is None else parse_xml(found.blob)


def _stated(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else found.get(_VALUE) or ""


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else default


def _lists(numbering: Any) -> Iterator[tuple[str, tuple[str, dict[int, Level]]]]:
    abstract = {one.get(qn("w:abstractNumId")): dict(_levels(one)) for one in numbering.iter(qn("w:abstractNum"))}
    for one in numbering.iter(qn("w:num")):
        kept = _stated(one, "w:abstractNumId")
        levels, counter = dict(abstract.get(kept, {})), f"shared {kept}"
        for override in one.iter(qn("w:lvlOverride")):
            levels |= dict(_levels(override))
            depth = _whole(override.get(qn("w:ilvl")) or "", 0)
            start = _stated(override, "w:startOverride")
            if start and (level := levels.get(depth)):
                levels[depth] = Level(level.form, level.text, _whole(start, 1), level.gap, level.plain)
                counter = f"own {one.get(_ID)}"
        yield one.get(_ID) or "", (counter, levels)


def _levels(element: Any) -> Iterator[tuple[int, Level]]:
    for one in element.iter(qn("w:lvl")):
        depth = _whole(one.get(qn("w:ilvl")) or "", _LEVELS)
        form = _stated(one, "w:numFmt") or "decimal"
        if depth >= _LEVELS or form == "bullet":
            continue
        text = _stated(one, "w:lvlText")[:60]
        touching = _stated(one, "w:suff") == "nothing" or text.endswith(("、", "．", "）", "。", "："))
        plain = one.find(qn("w:isLgl")) is not None
        yield depth, Level(form, text, _whole(_stated(one, "w:start"), 1), "" if touching else " ", plain)


def _styles(styles: Any) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.iter(qn("w:style")):
        numbered = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is not None:
            place = _stated(numbered, "w:numId"), _whole(_stated(numbered, "w:ilvl"), 0)
            yield style.get(qn("w:styleId")) or "", place


def spelled(number: int, form: str) -> str:
    """A number in one of Word's forms; in Arabic figures where the form is not known."""
    spell = _FORMS.get(form)
    return spell(number) if spell and 0 < number <= _MOST else str(number) if form != "none" else ""


def _counting(number: int, figures: str = _FIGURES, places: str = " 十百千") -> str:
    """12 -> 十二, 105 -> 一百〇五."""
    found, zero = "", False
    digits = str(number)
    for n, digit in enumerate(digits):
        place = len(digits) - 1 - n
        if digit == "0":
            zero = bool(found)
            continue
        found += (figures[0] if zero else "") + figures[int(digit)] + places[place].strip()
        zero = False
    return found.removeprefix("一") if 10 <= number < 20 else found


def _legal(number: int) -> str:
    return _counting(number, _LEGAL, " 拾佰仟")


def _digital(number: int) -> str:
    return "".join(_FIGURES[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """1 -> a, 27 -> aa, as Word does."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= 26 * 9 else str(number)


def _roman(number: int) -> str:
    found = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        found, number = found + sign * (number // value), number % value
    return found


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _stem(number: int) -> str:
    return _STEMS[number - 1] if number <= len(_STEMS) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": _legal,
    "ideographTraditional": _stem,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "decimalZero": lambda number: f"{number:02}",
}
