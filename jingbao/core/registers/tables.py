"""Tab-separated lines of a text -> tables with a head and data rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from jingbao.core.registers import labels

MOST_ROWS = 300_000
_MOST_COLUMNS = 200
_MOST_TABLES = 500
_ABOVE = 4  # lines above a table that may be its title
_BETWEEN = 4  # lines that may part two pieces of one table: a page's edge, a section's name
_HEAD_ROWS = 4
_TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: cells (one where there is no tab) and place."""

    cells: tuple[str, ...]
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A table while it is put together.

    above: lines over it, nearest last; header: one label a column, those of several lines joined by a space;
    start, end: place of the first line of the head (of the rows where there is none: then the labels are '');
    listed: whether a line over it speaks of a list; rows: data rows as wide as the head; sections: places in `rows`
    at which a section begins (its numbering may start anew).
    """

    above: tuple[str, ...]
    header: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    start: int
    end: int
    listed: bool = False
    rows: list[tuple[str, ...]] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The nearest line over the table that says what it is (名单, 目录), '' where none does."""
        named = [line for line in self.above if labels.TITLE.search(line) and not line.endswith(("：", ":", "；"))]
        return named[-1] if named else ""


def tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in order; those that go on over a page's edge or under a section's name are one."""
    if "\t" not in text:
        return ()
    found: list[Table] = []
    for above, lines in _runs(text):
        if len(found) >= _MOST_TABLES:
            break
        while lines:
            lines = _take(found, above, lines)
            above = []
    for table in found:
        _unfold(table)
    return tuple(table for table in found if table.rows)


def _runs(text: str) -> Iterator[tuple[list[Line], list[Line]]]:
    """Runs of lines with tabs, each with the lines since the last run (at most the nearest few)."""
    above: list[Line] = []
    run: list[Line] = []
    for m in re.finditer(r"[^\n]+", text):
        if "\t" in m[0]:
            cells = tuple(cell.strip() for cell in m[0].split("\t", _MOST_COLUMNS))
            run.append(Line(cells, m.start(), m.end()))
        elif m[0].strip():
            if run:
                yield above, run
                above, run = [], []
            above.append(Line((m[0].strip(),), m.start(), m.end()))
            del above[: -(_BETWEEN + 1)]
    if run:
        yield above, run


def _take(found: list[Table], above: list[Line], lines: list[Line]) -> list[Line]:
    """Use up lines from the front: for the last table if they go on with it, else for a new one. What is left."""
    last = found[-1] if found else None
    if last is not None and _goes_on(last, above, lines):
        _sections(last, above)
        return _fill(last, lines)
    first, heads = _head(lines) or (0, [])
    if not heads and not _counts(lines):
        return []
    titles = [line.cells[0] for line in above] + [_only(line) for line in lines[:first]]
    shown = tuple(line for line in titles if line and len(line) <= _TITLE_LENGTH and "。" not in line)
    place, header = lines[first], _labels(heads) if heads else ("",) * len(lines[0].cells)
    listed = any(labels.TITLE.search(line) for line in titles)
    table = Table(shown[-_ABOVE:], header, tuple(line.cells for line in heads), place.start, place.end, listed)
    found.append(table)
    return _fill(table, lines[first + len(heads) :])


def _counts(lines: list[Line]) -> bool:
    """Whether rows without a head begin with 1 and 2."""
    return [line.cells[0] for line in lines[:2]] == ["1", "2"]


def _goes_on(table: Table, above: list[Line], lines: list[Line]) -> bool:
    """Whether lines belong to the table before: its head again, or rows of its width without a head of their own."""
    if len(above) > _BETWEEN or any(labels.APART.match(line.cells[0]) for line in above):
        return False
    if any("。" in line.cells[0] or len(line.cells[0]) > _TITLE_LENGTH for line in above):
        return False
    if _is_repeat(table, lines[0].cells):
        return not any(labels.TITLE.search(line.cells[0]) and len(line.cells[0]) > 6 for line in above)
    head = _head(lines)
    if head is not None and labels.is_sure_head(list(lines[head[0]].cells)):
        return False
    return 2 <= len(_filled(lines[0].cells)) <= len(table.header) or len(lines[0].cells) == len(table.header)


def _sections(table: Table, above: list[Line]) -> None:
    """Note a section's name among the lines between; page numbers and notes are none."""
    names = (line.cells[0] for line in above)
    if any(not labels.NOTE.fullmatch(name) and not labels.FILLER.fullmatch(name) for name in names):
        table.sections.append(len(table.rows))


def _head(lines: list[Line]) -> tuple[int, list[Line]] | None:
    """Place of the first line of the head among the first lines, and its lines; None where there is no head."""
    for n, line in enumerate(lines[:_HEAD_ROWS]):
        cells = list(line.cells)
        shown = _filled(line.cells)
        if len(shown) < 2 or labels.UNIT.fullmatch(cells[0]):
            continue
        if not labels.may_head(shown) and not _is_number(cells[0]):
            return None
        heads = _head_lines(lines[n:])
        if any(not label for label in _labels(heads)[: len(cells)]) and not _may_have_blanks(cells, heads):
            return None
        return n, heads
    return None


def _may_have_blanks(cells: list[str], heads: list[Line]) -> bool:
    """A form has labels and blanks in turn; in a head few columns have no name."""
    blank = sum(not label for label in _labels(heads)[: len(cells)])
    return labels.is_sure_head(cells) and 3 * blank < len(cells)


def _head_lines(lines: list[Line]) -> list[Line]:
    """The head's lines: those that go on under merged cells (first cell blank or the same, labels throughout)."""
    heads = lines[:1]
    for line in lines[1:_HEAD_ROWS]:
        above, cells = heads[-1].cells, line.cells
        shown = _filled(cells)
        first = cells[0] if cells else ""
        if not shown or first not in ("", above[0]) or not all(labels.is_label(cell) for cell in shown):
            break
        same = sum(a == b != "" for a, b in zip(above, cells, strict=False))
        new = any(not a and b for a, b in zip((*above, *[""] * len(cells)), cells, strict=False))
        if same == len(shown) == len(_filled(above)) or not (new or same):
            break
        heads = [*heads, line]
    return heads


def _labels(heads: list[Line]) -> tuple[str, ...]:
    """One label a column: a wide cell's label stands over all its columns, labels of several lines are joined."""
    width = max(len(line.cells) for line in heads)
    rows = [[*line.cells, *[""] * (width - len(line.cells))] for line in heads]
    for row, below in pairwise(rows):
        for n in range(1, width):
            if not row[n] and row[n - 1] and below[n] and below[n] != below[n - 1]:
                row[n] = row[n - 1]
    columns = zip(*rows, strict=True)
    return tuple(" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns)


def _unfold(table: Table) -> None:
    """Set blocks that stand side by side (序号 名称 序号 名称) one under the other."""
    width = len(table.header)
    for size in range(2, width // 2 + 1):
        block = table.header[:size]
        if width % size or len(set(block)) < size or block * (width // size) != table.header:
            continue
        starts = range(0, width, size)
        down = [row[start : start + size] for start in starts for row in table.rows]
        across = [row[start : start + size] for row in table.rows for start in starts]
        table.header = block
        table.heads = (*table.heads, block)
        table.sections = []
        table.rows = [row for row in (down if _ascends(down) else across) if any(row)]
        return


def _ascends(rows: list[tuple[str, ...]]) -> bool:
    """Whether the rows are in the order of their numbers."""
    numbers = [int(row[0]) for row in rows if row[0].isdecimal() and len(row[0]) < 8]
    return all(one <= other for one, other in pairwise(numbers))


def _fill(table: Table, lines: list[Line]) -> list[Line]:
    """Add data rows; stop before a head of another table and hand back what is left."""
    width = len(table.header)
    for n, line in enumerate(lines):
        cells = line.cells
        shown = _filled(cells)
        if not shown or _is_repeat(table, cells):
            continue
        if n and len(shown) > 1 and _is_number_head(cells):
            return lines[n:]
        if _is_total(cells) or labels.NOTE.fullmatch(cells[0]):
            continue
        if len(shown) == 1 and cells[0] and width > 1:
            if not _is_number(table.header[0]) or not cells[0].isdecimal():
                table.sections.append(len(table.rows))  # a section's name across the table
            continue
        if all(labels.FILLER.fullmatch(cell) or cell.isdecimal() for cell in shown[:2]) and len(shown) <= 2:
            continue  # a blank row of a form: 3, or …
        if len(table.rows) < MOST_ROWS:
            table.rows.append(tuple([*cells, *[""] * (width - len(cells))][: max(width, len(cells))]))
    return []


def _is_repeat(table: Table, cells: tuple[str, ...]) -> bool:
    """Whether a row is a line of the head again."""
    squashed = [labels.squash(cell) for cell in _filled(cells)]
    return any(squashed == [labels.squash(cell) for cell in _filled(head)] for head in table.heads)


def _is_number_head(cells: tuple[str, ...]) -> bool:
    return _is_number(cells[0]) and all(labels.is_label(cell) for cell in _filled(cells))


def _is_number(label: str) -> bool:
    return labels.NUMBER.fullmatch(labels.squash(label).upper()) is not None


def _is_total(cells: tuple[str, ...]) -> bool:
    """合计 stands in the first cells; a name that begins so does not count."""
    first = next((cell for cell in cells if cell), "")
    return labels.TOTAL.fullmatch(labels.squash(first)) is not None


def _only(line: Line) -> str:
    shown = _filled(line.cells)
    return shown[0] if len(shown) == 1 else ""


def _filled(cells: tuple[str, ...]) -> list[str]:
    return [cell for cell in cells if cell]
