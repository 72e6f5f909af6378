"""A table that names parties, places or things row by row -> a Register: its rows and whom they name, counted apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jingbao.core.registers import labels
from jingbao.core.registers.names import same_form
from jingbao.core.registers.tables import Table, tables
from jingbao.core.values import Flag, Value

_SAMPLE = 200  # rows that tell what a column holds
_SHARE = 0.5
_PLACE = 8  # characters of a place's short name at most
_MOST_FLAGS = 5
_SEVERAL = re.compile(r"[；;、，,\n]|(?<=[公司院所心会校学行])\s")
_INTEGER = re.compile(r"\d{1,7}")


@dataclass(frozen=True, slots=True)
class Entry(Value):
    """One row. number: its place among the data rows, from 1; entities: whom it names, as printed."""

    number: int
    cells: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register(Value):
    """A table published with an announcement.

    part: of the Document (body, attachment:N); title: the line over it, or ''; start, end: place of the first line of
    its head in that part; header: one label a column; named: the column that says whom a row is about (from 0);
    above: the lines over it, which may state how many there are.
    """

    part: str
    title: str
    start: int
    end: int
    header: tuple[str, ...]
    named: int
    rows: tuple[Entry, ...]
    above: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def entities(self) -> tuple[str, ...]:
        """Distinct parties, places or things named, in order, as first printed."""
        seen: dict[str, str] = {}
        for row in self.rows:
            for name in row.entities:
                seen.setdefault(same_form(name), name)
        return tuple(seen.values())


def registers(text: str, part: str, concerns: str) -> tuple[Register, ...]:
    """The registers of one part of a Document. Other tables (limits, classes, forms) are none.

    text: cells parted by tabs; concerns: address for the flags.
    """
    found = (_register(table, part, concerns) for table in tables(text))
    return tuple(register for register in found if register is not None)


def rows_of_longest_table(text: str) -> int | None:
    """Data rows of the longest table of a text, register or not; None where there is no table."""
    return max((len(table.rows) for table in tables(text)), default=None)


def _register(table: Table, part: str, concerns: str) -> Register | None:
    numbered = _number_column(table)
    named = _named_column(table, numbered)
    if named is None:
        return None
    cells = _filled_down(table, numbered, named)
    rows = tuple(
        Entry(n, row, _entities(row[named], labels.names_place(table.header[named]))) for n, row in enumerate(cells, 1)
    )
    if not any(row.entities for row in rows):
        return None
    flags = _numbering(cells, table.sections, numbered, named, concerns) if numbered is not None else ()
    return Register(part, table.title, table.start, table.end, table.header, named, rows, table.above, flags)


def _number_column(table: Table) -> int | None:
    """The column of running numbers: headed 序号 or the like, and most of its cells whole numbers."""
    for n, label in enumerate(table.header[:3]):
        if labels.NUMBER.fullmatch(labels.squash(label).upper()) or (not n and not any(table.header)):
            shown = [cell for cell in _column(table, n) if cell]
            if 2 * sum(_INTEGER.fullmatch(cell) is not None for cell in shown) >= max(1, len(shown)):
                return n
    return None


def _named_column(table: Table, numbered: int | None) -> int | None:
    """The column that says whom or what each row is about, None where the table is no register.

    What is headed 名称 or 姓名 and no more; else parties (by the head's word, then by what the cells are), places,
    things.
    """
    columns = [n for n in range(len(table.header)) if n != numbered and any(_column(table, n))]
    listed = numbered is not None or table.listed
    if (
        plain := next((n for n in columns if labels.squash(table.header[n]) in ("名称", "姓名")), None)
    ) is not None and listed:
        return plain
    bodies = {n: _share_of_bodies(_column(table, n)) for n in columns}
    parties = [n for n in columns if labels.names_party(table.header[n]) and (listed or bodies[n] >= _SHARE)]
    if parties:
        return max(parties, key=lambda n: (round(bodies[n], 1), -n))
    allowed = [n for n in columns if bodies[n] >= _SHARE and not _is_side(table.header[n])]
    if allowed:
        return max(allowed, key=lambda n: (round(bodies[n], 1), -n))
    if not listed:
        return None
    for test in (labels.names_place, labels.names_thing):
        if (found := next((n for n in columns if test(table.header[n])), None)) is not None:
            return found
    return max((n for n in columns if _share(_column(table, n), labels.is_locality) >= _SHARE), default=None)


def _is_side(label: str) -> bool:
    """Whether a column names those beside the matter: who recommends, supervises or tests."""
    return re.search(r"推荐|主管|监管|检查|检测|归口|联系|所属|所在|备注|来源|平台|商店", label) is not None


def _share_of_bodies(cells: list[str]) -> float:
    return _share(cells, labels.is_org)


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    shown = [cell for cell in cells if cell]
    return sum(map(test, shown)) / len(shown) if shown else 0.0


def _column(table: Table, n: int) -> list[str]:
    return [row[n] if n < len(row) else "" for row in table.rows[:_SAMPLE]]


def _filled_down(table: Table, numbered: int | None, named: int) -> list[tuple[str, ...]]:
    """The rows, with what cells merged downwards say written into each: the cells before the first that is filled.

    And, in columns that sort rows (province, field), a blank under a value. A section starts anew.
    """
    sections, filled, above = set(table.sections), list[tuple[str, ...]](), tuple[str, ...]()
    sorting = [n for n in range(named) if n != numbered and labels.groups_rows(table.header[n])]
    for place, row in enumerate(table.rows):
        if place in sections:
            above = ()
        cells = list(row)
        if named and not cells[named] and cells[named - 1] and named - 1 in sorting:
            cells[named] = cells[named - 1]  # a city that is a province, in one cell over both columns
        if above:
            first = next((n for n, cell in enumerate(cells) if cell), len(cells))
            below = first if numbered is None or not cells[numbered] else 0
            under = {named} if numbered is not None and not row[numbered] else set[int]()
            for n in {*range(min(below, len(above))), *sorting, *under}:
                if n < len(cells) and not cells[n] and n < len(above):
                    cells[n] = above[n]
            _mend(filled, cells, numbered, named)
        above = tuple(cells)
        filled.append(above)
    return filled


def _mend(filled: list[tuple[str, ...]], cells: list[str], numbered: int | None, named: int) -> None:
    """Put together a name that a page's edge cuts in a merged cell: the rest stands in a row without a number."""
    above = filled[-1]
    first, rest = above[named], cells[named]
    if numbered is None or above[numbered] != cells[numbered] or not first or not rest or first == rest:
        return
    if first.endswith(rest):
        cells[named] = first  # the cell's last lines were set again on the new page
        return
    if labels.is_org(first) or not labels.is_org(first + rest):
        return
    n = len(filled)
    while n and filled[n - 1][named] == first and filled[n - 1][numbered] == cells[numbered]:
        row = filled[n - 1]
        filled[n - 1] = (*row[:named], first + rest, *row[named + 1 :])
        n -= 1
    cells[named] = first + rest


def _entities(cell: str, places: bool) -> tuple[str, ...]:
    """Whom a cell names: several where it lists bodies or places, else one. places: whether its column is one of
    places, which may be in short (石家庄、保定)."""
    if not cell or labels.FILLER.fullmatch(cell):
        return ()
    pieces = [piece.strip() for piece in _SEVERAL.split(cell) if piece and piece.strip()]
    several = all(map(labels.is_org, pieces)) or all(map(labels.is_locality, pieces))
    several = several or (places and all(2 <= len(piece) <= _PLACE for piece in pieces))
    return tuple(pieces) if len(pieces) > 1 and several else (cell,)


def _numbering(
    cells: list[tuple[str, ...]], sections: list[int], numbered: int, named: int, concerns: str
) -> tuple[Flag, ...]:
    """Flags for numbers left out, or given twice to different names. A section may begin at 1 again."""
    flags: list[Flag] = []
    last, name, starts = 0, "", set(sections)
    for place, row in enumerate(cells):
        if not _INTEGER.fullmatch(row[numbered]):
            continue
        number = int(row[numbered])
        again = number == last and same_form(row[named]) in ("", name)
        anew = number == 1 and (place in starts or last == 0)
        if last and number != last + 1 and not again and not anew:
            what = f"{number} twice" if number == last else f"{number} after {last}"
            cause = f"the register's numbers are out of order: {what}, in row {place + 1} ({row[named][:40]})"
            flags.append(Flag("register-numbering", concerns, cause, "Look at the table: a row may be missing."))
        last, name = number, same_form(row[named])
    if len(flags) > _MOST_FLAGS:
        cause = f"the register's numbers are out of order in {len(flags)} places"
        flags = [Flag("register-numbering", concerns, cause, "Look at the table: its numbers may mean something else.")]
    return tuple(flags)
