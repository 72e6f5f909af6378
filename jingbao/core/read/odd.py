"""What on a page contradicts itself, or is not what it looks like: a flag for a person, never a fact.

A day that no calendar has, a number no document has, letters among the figures of either (2O24年, 〔2024〕l3号),
figures of other scripts, characters lost before the page was saved; a table that names other bodies, a declared title
that is another one; what is too long to be read whole.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from jingbao.core.dates import numeral
from jingbao.core.read.bodies import listed
from jingbao.core.read.lore import ancestors
from jingbao.core.read.sheet import LONGEST, LONGEST_TITLE, Sheet
from jingbao.core.read.title import Title

_MOST = 3  # quoted in one flag
_AFTER_YEAR = re.compile(
    r"年\s{0,2}(?P<month>\d{1,2}|[〇零一二三四五六七八九十]{1,4})\s{0,2}月\s{0,2}(?P<day>\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,4})\s{0,2}日"
)
_YEAR_BEFORE = re.compile(r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s{0,2}$")
_FIGURES = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_LABEL = re.compile("日期|时间|published|date", re.I)

_IN_EVERY_MONTH = 28

_LETTERS = "OolI"
_MIXED = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9]{0,3}[OolI])[12OolI][0-9OolI]{3}\s?[年〕﹞]"
    r"|[年月]\s?(?=[0-9０-９]?[OolI])[0-9０-９OolI]{1,2}\s?[月日]"
    r"|[〕﹞]\s?第?(?=[0-9]{0,4}[OolI])[0-9OolI]{1,5}\s?号"
)
_STRANGE = re.compile(r"\d(?<![0-9０-９])")  # decimal digits of other scripts
_SAME_AS = 6  # characters that two titles of one page share at least, if they are one

_NUMBER = re.compile(r"[〔﹝]\s?(\d{4})\s?[〕﹞]\s?第?\s?(\d{1,12})\s?号")
_LARGEST = 99_999

_TABLE = ("发文机关", "发文机构", "发文单位", "制发机关")


def read(sheet: Sheet, title: Title) -> None:
    """Flag what is odd. Comes last."""
    texts = (sheet.title, sheet.body)
    document = sheet.document
    if len(document.title) > LONGEST_TITLE or len(document.body) > LONGEST:
        cause = f"no more than {LONGEST} characters of the text and {LONGEST_TITLE} of the title are read"
        sheet.flag("too-long", cause, "Look at the rest by eye.")
    if found := [*_impossible_in(sheet)]:
        sheet.flag("impossible-day", f"no calendar has {_some(found)}", "Look which day is meant.")
    if found := [m[0] for text in texts if "号" in text for m in _NUMBER.finditer(text) if not _is_number(m)]:
        sheet.flag("impossible-number", f"no document has the number {_some(found)}", "Look which is meant.")
    if found := [m[0] for text in texts if any(letter in text for letter in _LETTERS) for m in _MIXED.finditer(text)]:
        sheet.flag("letters-for-figures", f"letters stand among the figures of {_some(found)}", "Look what is meant.")
    if found := [m[0] for text in texts for m in _STRANGE.finditer(text)]:
        sheet.flag("odd-figures", f"figures of another script or shape: {_some(found)}", "Look what is meant.")
    if lost := sum(document.part(part).count("\ufffd") for part in _parts(sheet)):
        cause = f"{lost} characters were lost before the page was saved"
        sheet.flag("lost-characters", cause, "Save the page again; else look what stood there.")
    _other_bodies(sheet, title)
    if not title.bare:
        _other_title(sheet)


def _some(found: list[str]) -> str:
    words = ", ".join(dict.fromkeys(found[:_MOST]))
    return words if len(found) <= _MOST else f"{words} and {len(found) - _MOST} more"


def _parts(sheet: Sheet) -> Iterator[str]:
    yield from ("title", "body", "meta")
    yield from (f"attachment:{n}" for n in range(1, len(sheet.document.attachments) + 1))


def _impossible_in(sheet: Sheet) -> Iterator[str]:
    for text in (sheet.title, sheet.body):
        for m in _AFTER_YEAR.finditer(text):
            month, day = numeral(m["month"]) or 0, numeral(m["day"]) or 0
            if not (1 <= month <= 12 and 1 <= day <= _IN_EVERY_MONTH):
                year = _YEAR_BEFORE.search(text, max(0, m.start() - 6), m.start())
                if year and not _is_day(numeral(year[0].strip().replace("○", "〇")) or 0, month, day):
                    yield year[0] + m[0]
    for meta in sheet.metas:
        for m in _FIGURES.finditer(meta.value):
            if not _is_day(int(m[1]), int(m[3]), int(m[4])) and _DAY_LABEL.search(meta.label):
                yield m[0]


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _is_number(m: re.Match[str]) -> bool:
    return 1949 <= int(m[1]) <= 2099 and 1 <= int(m[2]) <= _LARGEST


def _other_bodies(sheet: Sheet, title: Title) -> None:
    """The table names bodies none of which is, belongs to, or is above one of the issuers."""
    issuers = set(sheet.values("issuer"))
    if not issuers or title.forward >= 0 or title.explains or sheet.text("forwarder"):
        return
    near = issuers.union(*(ancestors(zh, sheet.catalog) for zh in issuers))
    for meta in sheet.meta(*_TABLE, origin="table"):
        named = {body.zh for body in listed(sheet, meta.value, 0, len(meta.value), printed=False).bodies}
        if named and not any({zh, *ancestors(zh, sheet.catalog)} & issuers or zh in near for zh in named):
            cause = f"the table says {meta.label} {meta.value}, title or signature {'、'.join(sorted(issuers))}"
            sheet.flag("issuers-differ", cause, "Look who issued it.")


def _other_title(sheet: Sheet) -> None:
    """The page declares a title that has next to nothing of the one it shows."""
    for meta in sheet.meta("ArticleTitle", origin="tag"):
        if meta.value in sheet.title or sheet.title in meta.value:
            continue
        shown, declared = set(_pairs(sheet.title)), set(_pairs(meta.value))
        least = min(len(shown), len(declared))
        if least >= _SAME_AS and len(shown & declared) * 3 < least:
            sheet.flag("titles-differ", f"it declares the title {meta.value}, and shows another", "Look which.")


def _pairs(text: str) -> Iterator[str]:
    return (text[n : n + 2] for n in range(len(text) - 1))
