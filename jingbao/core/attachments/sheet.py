"""XLSX and XLS files."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import python_calamine

from jingbao.core.attachments import limits, unseen
from jingbao.core.attachments.packed import BROKEN, opened
from jingbao.core.errors import LeftOut, PageError, Unreadable

_CELL = re.compile(rb'<c\s[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}[^/]>')
_MERGE = b"<mergeCell "
_CHUNK = 1 << 20
_MAX_ROWS = 300_000
_MAX_MERGES = 200_000
_MAX_XLS = 10_000_000  # bytes; in a longer one merged cells could be too many to hold


def text(content: bytes, name: str, what: str, unread: list[PageError]) -> str:
    """Rows of all visible sheets, tab-separated, without hidden rows and columns (of XLSX), empty rows and empty
    trailing cells.

    A cell merged downwards stands in each of its rows that has a value of its own.

    A sheet's name stands on a line before its rows when there are several. unread: what is hidden goes there. Raises
    Unreadable or TooLarge.
    """
    hidden: dict[str, unseen.Unseen] = {}
    if what == "xlsx":
        _check_extent(content, name)
        with opened(content, name) as archive:
            hidden = unseen.of_sheets(archive, name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [s.name for s in book.sheets_metadata if s.visible == python_calamine.SheetVisibleEnum.Visible]
        found: list[str] = []
        for title in shown:
            left_out = hidden.get(title, unseen.NOTHING)
            merges = what == "xlsx" or len(content) < _MAX_XLS
            rows = _rows(book.get_sheet_by_name(title), name, merges, left_out)
            if left_out != unseen.NOTHING:
                cause = (
                    f"hidden rows ({len(left_out.rows)}) or columns ({len(left_out.columns)}) of {title} are left out"
                )
                unread.append(LeftOut(name, cause, "Open the file and look at them before relying on it."))
            if rows and len(shown) > 1:
                found.append(title)
            found += rows
    except python_calamine.PasswordError as error:
        raise Unreadable(name, "the table is locked by a password", "Add a copy without the password.") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise Unreadable(name, f"the table file is damaged ({error})", "Open it and save it again.") from error
    return "\n".join(found)


def _rows(sheet: python_calamine.CalamineSheet, name: str, merges: bool, hidden: unseen.Unseen) -> list[str]:
    rows: list[str] = []
    size = 0
    left = (sheet.start or (0, 0))[1]
    begins = _merged_down(sheet) if merges else {}
    below: dict[int, tuple[int, str]] = {}  # column -> last row that a merged cell reaches, its text
    for number, values in enumerate(sheet.iter_rows()):
        cells = list(map(_cell, values))
        if any(cells):
            own = cells[:]
            for column, (last, text) in list(below.items()):
                if number > last:
                    del below[column]
                elif not cells[column]:
                    cells[column] = text
            for column, last in begins.get(number, ()):
                if column < len(own) and own[column]:
                    below[column] = (last, own[column])
            shown = cells if not hidden.columns else _shown(cells, left, hidden)
            if number not in hidden.rows and any(shown):
                rows.append("\t".join(shown).rstrip("\t"))
                size += len(rows[-1])
        if len(rows) > _MAX_ROWS or size > limits.MAX_TEXT:
            raise limits.too_large(
                name, f"sheet {sheet.name} has more than {_MAX_ROWS} rows or {limits.MAX_TEXT} characters"
            )
    return rows


def _shown(cells: list[str], left: int, hidden: unseen.Unseen) -> list[str]:
    return [cell for column, cell in enumerate(cells, left) if column not in hidden.columns]


def _merged_down(sheet: python_calamine.CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """By first row: column (as the rows count it) and last row of cells merged downwards."""
    found: dict[int, list[tuple[int, int]]] = {}
    left = (sheet.start or (0, 0))[1]
    for (top, column), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top and column >= left:
            found.setdefault(top, []).append((column - left, bottom))
    return found


def _cell(value: object) -> str:
    match value:
        case str():
            return " ".join(value.split())
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.date().isoformat() if (value.hour, value.minute, value.second) == (0, 0, 0) else str(value)
        case date():
            return value.isoformat()
    return str(value)


def _check_extent(content: bytes, name: str) -> None:
    """Refuse a sheet whose values lie so far apart that the rectangle around them would not fit in memory."""
    with opened(content, name) as archive:
        for part in archive.infolist():
            if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                rows, columns, merges = _extent(archive, part, name)
                if rows * columns > limits.MAX_CELLS:
                    raise limits.too_large(name, f"a sheet spans {rows} rows and {columns} columns")
                if merges > _MAX_MERGES:
                    raise limits.too_large(name, f"a sheet has {merges} merged cells")


def _extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> tuple[int, int, int]:
    """Last row and column that hold a cell with content, and how many cells are merged; read as a stream."""
    last_row = last_column = merges = 0
    tail = b""
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                for column, row in _CELL.findall(tail + chunk):
                    last_row = max(last_row, int(row))
                    last_column = max(last_column, _column(column))
                merges += (tail[-len(_MERGE) + 1 :] + chunk).count(_MERGE)
                tail = chunk[-500:]
    except BROKEN as error:
        raise Unreadable(name, f"the table file is damaged ({error})", "Open it and save it again.") from error
    return last_row, last_column, merges


def _column(letters: bytes) -> int:
    """A -> 1, XFD -> 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
