"""DOCX files, paragraphs and tables in document order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from jingbao.core.attachments import limits
from jingbao.core.attachments.numbering import Numbers
from jingbao.core.attachments.packed import BROKEN, opened
from jingbao.core.errors import Unreadable

_P, _TBL, _TR, _TC, _T = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:t")
_MATH_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PROPERTIES, _SPAN, _DOWN, _VALUE = qn("w:tcPr"), qn("w:gridSpan"), qn("w:vMerge"), qn("w:val")
_MAX_COLUMNS = 200
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE = _COMPATIBLE + "AlternateContent", _COMPATIBLE + "Choice"
# Deleted text, how a word is pronounced, and properties: nothing of these is the text a reader sees.
_UNSEEN = {qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "rt")}
_R, _MARK_GONE = qn("w:r"), (qn("w:del"), qn("w:moveFrom"))
_HIDDEN = f"{qn('w:rPr')}/{qn('w:vanish')}"
_PARAGRAPH_MARK = f"{qn('w:pPr')}/{qn('w:rPr')}"
_ROW_PROPERTIES, _CELL_GONE, _BEFORE = qn("w:trPr"), qn("w:cellDel"), qn("w:gridBefore")
_OFF = ("0", "false", "off")
# Parts with notes: (type of the relation, the element that refers to one, the element that holds one).
_NOTES = tuple((f"/{name}s", qn(f"w:{name}Reference"), qn(f"w:{name}")) for name in ("footnote", "endnote"))
_ID = qn("w:id")
_MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Word:
    """The file under way."""

    name: str
    numbers: Numbers


def text(content: bytes, name: str) -> str:
    """Text as a reader sees it: insertions kept, deletions and hidden words not, table rows tab-separated,
    the numbers that Word prints before paragraphs written out.

    A cell merged downwards stands in each of its rows, one merged across is followed by blanks. Foot- and endnotes
    follow the text, each on lines of its own.

    Raises Unreadable (damaged, no Word document inside) or TooLarge (a bomb).
    """
    opened(content, name, limits.MAX_XML).close()
    try:
        document = docx.Document(io.BytesIO(content))
        body, notes, word = document.element.body, _notes(document), Word(name, Numbers(document))
    except (
        OpcError,
        KeyError,
        AttributeError,
        SyntaxError,  # what lxml raises for broken XML
        *BROKEN,
    ) as error:
        raise Unreadable(name, f"the Word file is damaged ({error})", "Open it in Word and save it again.") from error
    parts = [*_blocks(body, word, 0), *(line for note in notes for line in _blocks(note, word, 0))]
    lines = (line.strip(" \u3000\n").rstrip("\t") for line in parts)
    return "\n".join(line for line in lines if line.strip())


def _notes(document: Any) -> list[Any]:
    """Elements of the foot- and endnotes that the text refers to, in its order."""
    found: list[Any] = []
    for relation, reference, element in _NOTES:
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith(relation)), None)
        if part is None:
            continue
        notes = {note.get(_ID): note for note in parse_xml(part.blob).iter(element)}
        wanted = dict.fromkeys(node.get(_ID) for node in document.element.body.iter(reference) if _is_seen(node))
        found += [notes[number] for number in wanted if number in notes]
    return found


def _is_seen(node: Any) -> bool:
    return not any(around.tag in _UNSEEN for around in node.iterancestors())


def _blocks(element: Any, word: Word, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        raise Unreadable(word.name, "the Word file is nested too deeply", "Open it in Word and save it as plain text.")
    kept = ""  # of paragraphs whose end was deleted: they are one with the next
    for child in element:
        if child.tag == _P:
            kept += _run(child, word, 0) if kept else _paragraph(child, word, 0)
            mark = child.find(_PARAGRAPH_MARK)
            if mark is None or not any(mark.find(gone) is not None for gone in _MARK_GONE):
                yield kept
                kept = ""
        elif child.tag == _TBL:
            yield from _rows(child, word, depth)
        elif child.tag == _ALTERNATIVES:
            yield from _blocks(_chosen(child), word, depth + 1)
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _blocks(child, word, depth + 1)  # content controls and the like
    if kept:
        yield kept


def _chosen(alternatives: Any) -> Any:
    """Of two forms of a drawing the newer; the old-format twin counts where it is alone."""
    newer = alternatives.find(_CHOICE)
    return alternatives if newer is None else newer


def _rows(table: Any, word: Word, depth: int) -> Iterator[str]:
    """Rows with what merged cells say written out. A row of one cell over all columns is a line of text."""
    above: dict[int, str] = {}  # column -> text of the cell that may go on in the next row
    for row in table.iter(_TR):
        before = _blanks_before(row)
        if before is None or next(row.iterancestors(_TBL), None) is not table:
            continue
        cells = [""] * before
        for cell in row.iter(_TC):
            if next(cell.iterancestors(_TR), None) is not row or len(cells) >= _MAX_COLUMNS:
                continue
            width, goes_on, gone = _merged(cell)
            shown = Word(word.name, Numbers(None)) if goes_on else word
            text = "" if gone else " ".join(" ".join(_blocks(cell, shown, depth + 1)).split())
            if goes_on:
                text = text or above.get(len(cells), "")
            above[len(cells)] = text
            cells += [text] + [""] * (width - 1)
        yield "\t".join(cells) if any(cells[1:]) or len(cells) == 1 else "\t".join(cells).rstrip("\t")


def _blanks_before(row: Any) -> int | None:
    """Columns a row leaves out on its left; None for a row that was deleted."""
    properties = row.find(_ROW_PROPERTIES)
    if properties is None:
        return 0
    if any(properties.find(gone) is not None for gone in _MARK_GONE):
        return None
    before = properties.find(_BEFORE)
    return 0 if before is None else _number(before, 0)


def _number(element: Any, default: int) -> int:
    """The small whole number an element states, at most as many as columns are read."""
    value = element.get(_VALUE) or ""
    return min(int(value), _MAX_COLUMNS) if value.isascii() and value.isdecimal() and len(value) < 4 else default


def _merged(cell: Any) -> tuple[int, bool, bool]:
    """Columns a cell spans, whether it goes on with the cell above, and whether it was deleted."""
    properties = cell.find(_PROPERTIES)
    if properties is None:
        return 1, False, False
    span, down = properties.find(_SPAN), properties.find(_DOWN)
    width = 1 if span is None else max(_number(span, 1), 1)
    goes_on = down is not None and down.get(_VALUE) in (None, "continue")
    return width, goes_on, properties.find(_CELL_GONE) is not None


def _paragraph(element: Any, word: Word, depth: int) -> str:
    """A paragraph with the number Word prints before it; one without words counts, and is a number in cells alone."""
    text, number = _run(element, word, depth), word.numbers.before(element)
    return number + text if text.strip() or element.getparent().tag == _TC else text


def _run(element: Any, word: Word, depth: int) -> str:
    """Text of a paragraph with all that stands inside runs, links, insertions and text boxes."""
    if depth > _MAX_DEPTH:
        raise Unreadable(word.name, "the Word file is nested too deeply", "Open it in Word and save it as plain text.")
    found: list[str] = []
    for child in element:
        if child.tag in (_T, _MATH_T):
            found.append(child.text or "")
        elif child.tag in _BREAKS:
            found.append(_BREAKS[child.tag])
        elif child.tag == _P:
            found.append("\n" + _paragraph(child, word, depth + 1))
        elif child.tag == _TBL:
            found.append("\n" + "\n".join(_rows(child, word, depth + 1)))
        elif child.tag == _ALTERNATIVES:
            found.append(_run(_chosen(child), word, depth + 1))
        elif child.tag not in _UNSEEN and not (child.tag == _R and _is_hidden(child)):
            found.append(_run(child, word, depth + 1))
    return "".join(found)


def _is_hidden(run: Any) -> bool:
    """Whether Word shows the run to nobody who does not ask for hidden text."""
    vanish = run.find(_HIDDEN)
    return vanish is not None and vanish.get(_VALUE) not in _OFF
