"""Registers published with a page: how many rows, how many names, and whether that is what the page states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read.sheet import LONGEST, Sheet
from jingbao.core.registers import Register, lists, registers
from jingbao.core.values import Count, Document, Fact, RegisterSize

_MOST = 20
_SPEAKS = re.compile(
    r"名单|目录|清单|附件|附表|见附|公布|发布|公示|公告|通告|通报|现将|下列|以下|如下|入选|确定|备案|登记"
)
_OVER_IT = re.compile(r"(?:共|计|合计|总计)(?:计|有)?\s?(\d{1,6})\s?(?:家|个|款|项|条|件|种|名|座|例|批次)")
_SENTENCE_END = "。；\n"


def read(sheet: Sheet) -> None:
    """Note every register, the longest first, with the line of its head as proof."""
    found = of_document(sheet.document)
    if not found:
        return
    for register in sorted(found, key=lambda r: -len(r.rows))[:_MOST]:
        size = RegisterSize(len(register.rows), len(register.entities), register.title)
        sheet.add("register", size, register.part, register.start, register.end, "table whose rows name something")
        sheet.flags.extend(register.flags)
    _check(sheet, found)


def of_document(document: Document) -> tuple[Register, ...]:
    """The registers in the text of a document and in its attachments, in order; where no table names any, its lists."""
    parts = [("body", document.body)]
    parts += [(f"attachment:{n}", attachment.text) for n, attachment in enumerate(document.attachments, 1)]
    found = tuple(r for part, text in parts if "\t" in text for r in registers(text, part, document.url))
    return found or tuple(r for part, text in parts for r in lists(text[:LONGEST], part))


def _check(sheet: Sheet, found: tuple[Register, ...]) -> None:
    """Flag a stated number that is neither that of rows nor that of names, in one register or in all together."""
    stated = dict.fromkeys((*_over_them(found), *_in_text(sheet, found)))
    sizes = {size for r in found for size in (len(r.rows), len(r.entities))}
    sizes |= {sum(len(r.rows) for r in found), sum(len(r.entities) for r in found)}
    if stated and not any(number in sizes for number, _ in stated):
        longest = max(found, key=lambda r: len(r.rows))
        number, words = max(stated)
        held = f"the longest register at hand has {len(longest.rows)} rows and {len(longest.entities)} names"
        todo = "Look whether an attachment is missing, or rows were lost."
        sheet.flag("register-count", f"the page states {number} ({words}); {held}", todo)


def _over_them(found: tuple[Register, ...]) -> Iterator[tuple[int, str]]:
    """What the lines over a register state: （共36家企业）."""
    for register in found:
        for line in register.above:
            for m in _OVER_IT.finditer(line):
                yield int(m[1]), m[0]


def _in_text(sheet: Sheet, found: tuple[Register, ...]) -> Iterator[tuple[int, str]]:
    """Exact counts of the things registered, in the title or in a sentence that speaks of a list."""
    for fact in sheet.facts:
        match fact.value:
            case Count(number=number, noun=noun, exact=True) if fact.span.part in ("title", "body"):
                about = any(_is_of(noun, register) for register in found)
                if about and _SPEAKS.search(_sentence(sheet, fact)):
                    yield int(number), fact.quote


def _is_of(noun: str, register: Register) -> bool:
    """Whether what is counted is what a register names: two characters of the one stand in its head or title."""
    words = register.title + register.header[register.named]
    return any(noun[n : n + 2] in words for n in range(len(noun) - 1))


def _sentence(sheet: Sheet, fact: Fact) -> str:
    text = sheet.title if fact.span.part == "title" else sheet.body
    start = max(text.rfind(mark, 0, fact.span.start) for mark in _SENTENCE_END) + 1
    ends = (place for mark in _SENTENCE_END if (place := text.find(mark, fact.span.end)) >= 0)
    return text[start : min(ends, default=len(text))][:400]
