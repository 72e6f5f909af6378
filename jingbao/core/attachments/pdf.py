"""PDF files that have a text layer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pypdfium2
from pypdfium2 import raw

from jingbao.core.attachments import limits
from jingbao.core.attachments.grid import drawn
from jingbao.core.attachments.rules import glyphs, rules
from jingbao.core.errors import NoText, Unreadable

_HAN = "㐀-鿿〇"
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_BESIDE_HAN = re.compile(rf"[{_HAN}〔〕（）《》、，。；：％]")
# pdfium parts digits and Latin letters from Han by a space that is not in the file.
_GAP = re.compile(rf"(?<=[{_HAN}]) (?=[0-9A-Za-z%])|(?<=[0-9A-Za-z%]) (?=[{_HAN}〕）％])")
_RADICAL = re.compile("[⺀-⿟豈-﫿]")  # some producers map Han to radicals and compatibility forms
_PAGE_NUMBER = re.compile(
    r"[-—–－\s]{0,9}第?\s{0,3}\d{1,4}\s{0,3}页?[-—–－\s]{0,9}(?:[/／共]\s{0,3}\d{1,4}\s{0,3}页?)?"
)
_STARTS_ANEW = re.compile(
    r"\s{2,}|[　]|第[一二三四五六七八九十百零〇\d]{1,6}[章节条款编]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,3}[.．、]|附件|附表|[－—-] ?\d"
)
_LONGEST = 3_000  # characters of a paragraph; beyond it lines are no longer joined
_NARROWEST = 22  # characters in a full line of the narrowest official print
_ENDS = tuple("。；：！？.;:!?」』")


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
    return "\n".join(_paragraphs(_without_running_heads(pages)))


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[list[str]]:
    pages: list[list[str]] = []
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            layer = page.get_textpage()
            found = _with_tables(page, layer)
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


def _with_tables(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> str:
    """Text of a page; what stands in drawn tables comes as their rows, where the table's first character stood."""
    lines = rules(page)
    if len(lines) < 4:
        return _with_columns(layer)
    text: str = layer.get_text_range()
    if len(text) != layer.count_chars():
        return _with_columns(layer)
    tables = drawn(lines, glyphs(page, layer, text))
    if not tables:
        return _with_columns(layer)
    pieces = _columns(text, layer)
    for table in tables:
        first = min(table.places)
        for place in table.places:
            pieces[place] = ""
        pieces[first] = "\n" + "\n".join(_row(row) for row in table.rows) + "\n"
    return "".join(pieces)


def _row(cells: tuple[str, ...]) -> str:
    """A row as a line; one cell merged across the table is a line of text."""
    return cells[0] if cells[0] and not any(cells[1:]) else "\t".join(cells)


def _with_columns(layer: pypdfium2.PdfTextPage) -> str:
    """Text of a page, its spaces put right.

    A space as wide as a character parts two cells of a table: it becomes a tab. A narrow one that pdfium made up beside
    Han goes; one that is in the file stays.
    """
    text: str = layer.get_text_range()
    if len(text) != layer.count_chars():
        return _GAP.sub("", text)  # characters outside the first plane: places in text and on the page differ
    return "".join(_columns(text, layer))


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


def _line(line: str) -> str:
    line = _RADICAL.sub(lambda m: unicodedata.normalize("NFKC", m.group()), line.replace("\xa0", " "))
    line = line.replace("\ufffe", "").replace("\x02", "")  # pdfium's marks for a hyphen at a line's end
    return line.rstrip(" \r\n")


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """All lines but page numbers and lines that open or close at least three pages.

    A table that goes on over a page's edge has its head once, and the row the edge cuts in two is one row.
    """
    ends = Counter(line.strip() for page in pages for line in {page[0], page[-1]} if page)
    kept: list[str] = []
    rows: set[str] = set()
    cells: set[tuple[int, str]] = set()  # that stood whole in a column
    for page in pages:
        at_top = bool(kept)
        for n, line in enumerate(page):
            words, in_table = line.strip(), "\t" in line
            edge = n in (0, 1, len(page) - 2, len(page) - 1)
            if edge and (_PAGE_NUMBER.fullmatch(words) or (ends[words] >= 3 and not in_table)):
                continue
            if at_top and in_table:
                if line in rows and not line[0].isdigit():
                    continue  # the head again
                kept[-1], line = _joined(kept[-1], line, cells)
            at_top = False
            if in_table and line:
                rows.add(line)
                if line[0] != "\t":
                    cells.update(enumerate(line.split("\t")))
            if line:
                kept.append(line)
    return kept


def _joined(above: str, line: str, cells: set[tuple[int, str]]) -> tuple[str, str]:
    """Two rows at a page's edge; as one, and '', where the edge cuts a row in two.

    The rest of a row has no number, and none of its cells stood whole in another row. Under merged cells, too, a row
    has no number, but it lacks the other merged cells as well and has all cells after them.
    """
    one, other = above.split("\t"), line.split("\t")
    filled = [n for n, cell in enumerate(other) if cell]
    if len(one) != len(other) or other[0] or not filled or not all(one[n] for n in filled):
        return above, line
    merged = 2 <= filled[0] and len(filled) == len(other) - filled[0]
    if merged or any((n, other[n]) in cells for n in filled):
        return above, line
    return "\t".join(a + b for a, b in zip(one, other, strict=True)), ""


def _paragraphs(lines: list[str]) -> list[str]:
    """Join a full line that ends no sentence with the next one."""
    if not lines:
        return []
    widths = sorted(len(line) for line in lines)
    full = 0.85 * widths[int(0.95 * (len(widths) - 1))]
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and joined and "\t" not in line and not _STARTS_ANEW.match(line):
            between = " " if _is_latin(joined[-1][-1:]) and _is_latin(line.lstrip()[:1]) else ""
            joined[-1] += between + line.lstrip()
        else:
            joined.append(line)
        open_line = len(line) >= max(full, _NARROWEST) and "\t" not in line and not line.endswith(_ENDS)
        open_line = open_line and len(joined[-1]) < _LONGEST
    return [line.strip(" \u3000").rstrip() for line in joined]


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
