"""DOCX files, paragraphs and tables in document order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from jingbao.core.attachments import limits
from jingbao.core.attachments.packed import BROKEN, opened
from jingbao.core.errors import Unreadable

_P, _TBL, _TR, _TC, _T = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:t")
_PROPERTIES, _SPAN, _DOWN, _VALUE = qn("w:tcPr"), qn("w:gridSpan"), qn("w:vMerge"), qn("w:val")
_MAX_COLUMNS = 200
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
# Deleted text, the old-format twin of a drawing, and properties hold nothing a reader sees.
_UNSEEN = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:sectPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_MAX_DEPTH = 60


def text(content: bytes, name: str) -> str:
    """Text as a reader sees it: insertions kept, deletions not, table rows tab-separated.

    A cell merged downwards stands in each of its rows, one merged across is followed by blanks.

    Raises Unreadable (damaged, no Word document inside) or TooLarge (a bomb).
    """
    opened(content, name, limits.MAX_XML).close()
    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except (
        OpcError,
        KeyError,
        AttributeError,
        SyntaxError,  # what lxml raises for broken XML
        *BROKEN,
    ) as error:
        raise Unreadable(name, f"the Word file is damaged ({error})", "Open it in Word and save it again.") from error
    lines = (line.strip(" \u3000\n").rstrip("\t") for line in _blocks(body, name, 0))
    return "\n".join(line for line in lines if line.strip())


def _blocks(element: Any, name: str, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        raise Unreadable(name, "the Word file is nested too deeply", "Open it in Word and save it as plain text.")
    for child in element:
        if child.tag == _P:
            yield _run(child, name, 0)
        elif child.tag == _TBL:
            yield from _rows(child, name, depth)
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _blocks(child, name, depth + 1)  # content controls and the like


def _rows(table: Any, name: str, depth: int) -> Iterator[str]:
    """Rows with what merged cells say written out. A row of one cell over all columns is a line of text."""
    above: dict[int, str] = {}  # column -> text of the cell that may go on in the next row
    for row in table.iter(_TR):
        if next(row.iterancestors(_TBL), None) is not table:
            continue
        cells: list[str] = []
        for cell in row.iter(_TC):
            if next(cell.iterancestors(_TR), None) is not row or len(cells) >= _MAX_COLUMNS:
                continue
            width, goes_on = _merged(cell)
            text = " ".join(" ".join(_blocks(cell, name, depth + 1)).split())
            if goes_on:
                text = text or above.get(len(cells), "")
            above[len(cells)] = text
            cells += [text] + [""] * (width - 1)
        yield "\t".join(cells) if any(cells[1:]) or len(cells) == 1 else "\t".join(cells).rstrip("\t")


def _merged(cell: Any) -> tuple[int, bool]:
    """Columns a cell spans, and whether it goes on with the cell above."""
    properties = cell.find(_PROPERTIES)
    if properties is None:
        return 1, False
    span, down = properties.find(_SPAN), properties.find(_DOWN)
    value = "" if span is None else span.get(_VALUE) or ""
    width = int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else 1
    return min(max(width, 1), _MAX_COLUMNS), down is not None and down.get(_VALUE) in (None, "continue")


def _run(element: Any, name: str, depth: int) -> str:
    """Text of a paragraph with all that stands inside runs, links, insertions and text boxes."""
    if depth > _MAX_DEPTH:
        raise Unreadable(name, "the Word file is nested too deeply", "Open it in Word and save it as plain text.")
    found: list[str] = []
    for child in element:
        if child.tag == _T:
            found.append(child.text or "")
        elif child.tag in _BREAKS:
            found.append(_BREAKS[child.tag])
        elif child.tag == _P:
            found.append("\n" + _run(child, name, depth + 1))
        elif child.tag not in _UNSEEN:
            found.append(_run(child, name, depth + 1))
    return "".join(found)
