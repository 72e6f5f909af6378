"""PDF files that have a text layer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from jingbao.core.attachments import limits
from jingbao.core.attachments.columns import blanks
from jingbao.core.attachments.grid import Box, drawn
from jingbao.core.attachments.paragraphs import paragraphs
from jingbao.core.attachments.rules import MOST_STROKES, glyphs, rules
from jingbao.core.errors import NoText, Unreadable

_HAN = "㐀-鿿〇"
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_BESIDE_HAN = re.compile(rf"[{_HAN}〔〕（）《》、，。；：％]")
# pdfium parts digits and Latin letters from Han by a space that is not in the file.
_GAP = re.compile(rf"(?<=[{_HAN}]) (?=[0-9A-Za-z%])|(?<=[0-9A-Za-z%]) (?=[{_HAN}〕）％])")
_RADICAL = re.compile("[⺀-⿟豈-﫿]")  # some producers map Han to radicals and compatibility forms


def text(content: bytes, name: str) -> str:
    """Text of all pages, visual lines joined into paragraphs; page numbers and running heads left out.

    Raises Unreadable (damaged, locked), TooLarge, NoText (pictures of pages).
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise Unreadable(name, "the PDF is locked by a password", "Add a copy without the password.") from error
        raise Unreadable(name, f"the PDF is damaged or cut short ({error})", "Fetch or save it again.") from error
    try:
        if len(document) > limits.MAX_PAGES:
            raise limits.too_large(name, f"the PDF has {len(document)} pages, more than {limits.MAX_PAGES}")
        pages = _pages(document, name)
    finally:
        document.close()
    letters = sum(not c.isspace() for page in pages for line in page for c in line)
    if letters < 3 * len(pages) or not letters:  # page numbers at most
        raise NoText(
            name,
            f"the PDF has {len(pages)} pages and no text layer (scanned pictures)",
            "Run it through text recognition and add the result, or read it by eye.",
        )
    return "\n".join(paragraphs(pages))


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[list[str]]:
    pages: list[list[str]] = []
    size, strokes = 0, MOST_STROKES
    for number in range(len(document)):
        try:
            page = document[number]
            layer = page.get_textpage()
            drawing, strokes = rules(page, strokes) if strokes else ([], 0)
            found = _with_tables(page, layer, drawing)
            layer.close()
            page.close()
        except pypdfium2.PdfiumError as error:
            cause = f"page {number + 1} of the PDF is damaged ({error})"
            raise Unreadable(name, cause, "Fetch or save it again.") from error
        size += len(found)
        if size > limits.MAX_TEXT:
            raise limits.too_large(name, f"the PDF has more than {limits.MAX_TEXT} characters")
        lines = (_line(line) for line in re.split(r"[\r\n\f]+", found))
        pages.append([line for line in lines if line.strip()])
    return pages


def _with_tables(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, lines: list[Box]) -> str:
    """Text of a page; what stands in drawn tables comes as their rows, where the table's first character stood."""
    if len(lines) < 4:
        return _with_columns(layer)
    text: str = layer.get_text_range()
    if len(text) != layer.count_chars():
        return _with_columns(layer)
    pieces = _columns(text, layer)
    tables = drawn(lines, glyphs(page, layer, [" " if piece == "\t" else piece for piece in pieces]))
    for table in tables:
        first = min(table.places)
        for place in table.places:
            pieces[place] = ""
        pieces[first] = "\n" + "\n".join(table.lines()) + "\n"
    return "".join(pieces if tables else _aligned(pieces, layer))


def _with_columns(layer: pypdfium2.PdfTextPage) -> str:
    """Text of a page, its spaces put right.

    A space as wide as a character parts two cells of a table: it becomes a tab. A narrow one that pdfium made up beside
    Han goes; one that is in the file stays.
    """
    text: str = layer.get_text_range()
    if len(text) != layer.count_chars():
        return _GAP.sub("", text)  # characters outside the first plane: places in text and on the page differ
    return "".join(_aligned(_columns(text, layer), layer))


def _columns(text: str, layer: pypdfium2.PdfTextPage) -> list[str]:
    """The characters of a text, its spaces put right."""
    characters = list(text)
    for match in _SPACE.finditer(text):
        place = match.start()
        _, bottom, right, top = layer.get_charbox(place - 1, loose=True)
        left, _, _, next_top = layer.get_charbox(place + 1, loose=True)
        if next_top < bottom + 0.3 * (top - bottom):
            characters[place] = "\n"  # the next row of a table
        elif left - right > 0.8 * (top - bottom):
            characters[place] = "\t"
        elif raw.FPDFText_IsGenerated(layer, place) == 1 and _BESIDE_HAN.search(text[place - 1] + text[place + 1]):
            characters[place] = ""
    return characters


def _aligned(characters: list[str], layer: pypdfium2.PdfTextPage) -> list[str]:
    """The characters with a tab more for each blank cell: rows that lack a cell are held against the full ones."""
    rows: list[list[tuple[int, int]]] = []  # of the table at hand: first and last place of each cell
    if "\t" not in characters:
        return characters
    for cells in [*_cells(characters), []]:
        if len(cells) > 1:
            rows.append(cells)
            continue
        found = blanks([[_extent(layer, *cell) for cell in row] for row in rows])
        for row, before in zip(rows, found, strict=True):
            for (first, _), count in zip(row, before, strict=True):
                characters[first] = "\t" * count + characters[first]
        rows = []
    return characters


def _cells(characters: list[str]) -> Iterator[list[tuple[int, int]]]:
    """First and last place of the cells of each line that has characters."""
    cells: list[tuple[int, int]] = []
    first = last = -1
    for place, character in enumerate([*characters, "\n"]):
        if character in ("\t", "\n", "\r"):
            if first >= 0:
                cells.append((first, last))
            first = -1
            if character != "\t" and cells:
                yield cells
                cells = []
        elif character.strip():
            first, last = place if first < 0 else first, place


def _extent(layer: pypdfium2.PdfTextPage, first: int, last: int) -> tuple[float, float]:
    return layer.get_charbox(first, loose=True)[0], layer.get_charbox(last, loose=True)[2]


def _line(line: str) -> str:
    line = _RADICAL.sub(lambda m: unicodedata.normalize("NFKC", m.group()), line.replace("\xa0", " "))
    line = line.replace("\ufffe", "").replace("\x02", "")  # pdfium's marks for a hyphen at a line's end
    return line.rstrip(" \r\n")
