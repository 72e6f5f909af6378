"""HTML tables: which hold data, and their rows."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

_MAX_ROWS = 20_000
_MAX_SPAN = 100
_MAX_CELLS = 500_000  # beyond it spans are not filled any more
_LONG_CELL = 600  # characters; longer ones are text laid out in a table, or a chapter in one cell


def is_data(table: LexborNode) -> bool:
    """Whether rows and columns mean something: at least two columns somewhere, no table inside, no very long cell."""
    inner = table.css("table,h1,form")  # of which the table itself is one, where it stands in another
    if any(node.mem_id != table.mem_id for node in inner):
        return False
    lines = table.css("tr")
    if not 2 <= len(lines) <= _MAX_ROWS:
        return _single_row(lines)
    if max(len(line.css("td,th")) for line in lines[:50]) < 2:
        return False
    cells = table.css("td,th")
    if table.css_first("a") is not None and any(len(cell.css("a")) > 3 for cell in cells):
        return False  # a menu
    return all(len(cell.text(strip=True)) <= _LONG_CELL for cell in cells)


def _single_row(lines: list[LexborNode]) -> bool:
    """One row of several short cells without links is data, too (a head whose rows were lost)."""
    if len(lines) != 1 or lines[0].css_first("a,img,div,ul") is not None:
        return False
    cells = lines[0].css("td,th")
    return len(cells) > 2 and all(0 < len(cell.text(strip=True)) < 40 for cell in cells)


def rows(table: LexborNode) -> list[list[str]]:
    """Cell texts by row. A cell that spans rows is repeated in each, one that spans columns leaves empty cells."""
    found: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}  # column -> rows still to fill, text
    filled = 0
    for line in table.css("tr")[:_MAX_ROWS]:
        row: list[str] = []
        for cell in line.iter():
            if cell.tag not in ("td", "th"):
                continue
            _fill(row, below)
            text, column = _text(cell), len(row)
            width, height = (_span(cell, "colspan"), _span(cell, "rowspan")) if filled < _MAX_CELLS else (1, 1)
            row += [text] + [""] * (width - 1)
            if height > 1:
                below.update({column + n: (height - 1, text if n == 0 else "") for n in range(width)})
        _fill(row, below)
        found.append(row)
        filled += len(row)
    return found


def _fill(row: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Put in what cells of earlier rows reach down with."""
    while (column := len(row)) in below:
        left, text = below.pop(column)
        row.append(text)
        if left > 1:
            below[column] = (left - 1, text)


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() and len(value) < 4 else 1


def _text(cell: LexborNode) -> str:
    """Text of a cell; paragraphs in it stand apart, unless it is a short label broken to fit."""
    if cell.css_first("p,br,div,li") is None:
        return cell.text()
    parts: list[str] = []
    for child in cell.traverse(include_text=True):
        if child.tag == "-text":
            parts.append(child.text_content or "")
        elif child.tag in ("p", "br", "div", "li"):
            parts.append("\n")
    pieces = [piece for part in "".join(parts).split("\n") if (piece := part.strip())]
    return ("" if sum(map(len, pieces)) < 16 else " ").join(pieces)
