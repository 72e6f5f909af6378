"""Tables drawn with lines: rules and characters of a page -> rows of cells. Geometry only, for PDF and OFD alike.

Coordinates: x grows to the right, y grows upwards, in points. A rule is horizontal or vertical.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEAR = 2.5  # points within which two rules are one, and within which they meet
_LEAST = 6.0  # points; shorter rules are strokes of drawings
MOST_RULES = 3_000  # of one page and direction; a page with more is a drawing
_MOST_CELLS = 20_000

Box = tuple[float, float, float, float]  # left, bottom, right, top
Interval = tuple[float, float, float]  # place across, start and end along


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where its box stands; place: in the text of the page."""

    place: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table as drawn. rows: cells in order, a cell merged downwards repeated, one merged across followed by blanks;
    places: of its characters in the text of the page; top: of the table."""

    rows: tuple[tuple[str, ...], ...]
    places: frozenset[int]
    top: float

    def lines(self) -> list[str]:
        """Rows with tabs between cells; a row of one cell merged across the table is a line of text."""
        return [row[0] if row[0] and not any(row[1:]) else "\t".join(row) for row in self.rows]


def drawn(rules: Iterable[Box], glyphs: Sequence[Glyph]) -> tuple[Drawn, ...]:
    """The tables that rules part into at least two columns, from the top down; () where there is none."""
    across, down = _sorted(rules)
    if len(across) > MOST_RULES or len(down) > MOST_RULES or len(across) + len(down) < 4:
        return ()
    found = []
    for horizontal, vertical in _meeting(_merged(across), _merged(down)):
        lines = _lines(horizontal, vertical)
        if lines is not None:
            table = _table(*lines, horizontal, vertical, glyphs)
            if table is not None:
                found.append((-lines[1][0], lines[0][0], table))
    return tuple(table for _, _, table in sorted(found, key=lambda f: f[:2]))


def _sorted(rules: Iterable[Box]) -> tuple[list[Interval], list[Interval]]:
    """Horizontal and vertical rules; what is neither thin nor long is left out."""
    across: list[Interval] = []
    down: list[Interval] = []
    for left, bottom, right, top in rules:
        if top - bottom < NEAR and right - left >= _LEAST:
            across.append(((top + bottom) / 2, left, right))
        elif right - left < NEAR and top - bottom >= _LEAST:
            down.append(((left + right) / 2, bottom, top))
    return across, down


def _merged(rules: list[Interval]) -> list[Interval]:
    """Rules on one line that touch are one."""
    found: list[Interval] = []
    for group in _grouped(sorted(rules)):
        place = sum(rule[0] for rule in group) / len(group)
        start, end = None, 0.0
        for _, first, last in sorted(group, key=lambda rule: rule[1]):
            if start is not None and first <= end + NEAR:
                end = max(end, last)
                continue
            if start is not None:
                found.append((place, start, end))
            start, end = first, last
        if start is not None:
            found.append((place, start, end))
    return found


def _grouped(rules: list[Interval]) -> list[list[Interval]]:
    """Rules in order of place, those near the first of a group together."""
    groups: list[list[Interval]] = []
    for rule in rules:
        if groups and rule[0] - groups[-1][0][0] <= NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _meeting(across: list[Interval], down: list[Interval]) -> list[tuple[list[Interval], list[Interval]]]:
    """Rules that meet each other, set by set."""
    if not across or not down:
        return []
    h, v = np.array(across), np.array(down)
    meets = (
        (h[:, None, 1] - NEAR <= v[None, :, 0])
        & (v[None, :, 0] <= h[:, None, 2] + NEAR)
        & (v[None, :, 1] - NEAR <= h[:, None, 0])
        & (h[:, None, 0] <= v[None, :, 2] + NEAR)
    )
    left, sets = set(range(len(across))), []
    while left:
        rows, columns, waiting = set[int](), set[int](), {left.pop()}
        while waiting:
            rows |= waiting
            new = set(np.flatnonzero(meets[sorted(waiting)].any(axis=0)).tolist()) - columns
            columns |= new
            waiting = set(np.flatnonzero(meets[:, sorted(new)].any(axis=1)).tolist()) - rows if new else set()
        left -= rows
        sets.append(([across[n] for n in sorted(rows)], [down[n] for n in sorted(columns)]))
    return sets


def _lines(across: list[Interval], down: list[Interval]) -> tuple[list[float], list[float]] | None:
    """Places of the columns' edges from left to right and of the rows' from the top down; None for what is no table.

    Where the rules stick out with no rule to close them, their ends are edges too: tables often have open sides.
    """
    if not across or not down:
        return None
    xs = _places([rule[0] for rule in down], min(r[1] for r in across), max(r[2] for r in across))
    ys = _places([rule[0] for rule in across], min(r[1] for r in down), max(r[2] for r in down))
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_CELLS:
        return None
    return xs, ys[::-1]


def _places(rules: list[float], first: float, last: float) -> list[float]:
    found = [group[0][0] for group in _grouped(sorted((place, 0.0, 0.0) for place in rules))]
    if first < found[0] - _LEAST:
        found.insert(0, first)
    if last > found[-1] + _LEAST:
        found.append(last)
    return found


def _table(
    xs: list[float], ys: list[float], across: list[Interval], down: list[Interval], glyphs: Sequence[Glyph]
) -> Drawn | None:
    """The table between edges: which cells are one, what stands in each."""
    owner = _owners(xs, ys, across, down)
    texts: dict[int, list[Glyph]] = {}
    bottom, top = ys[-1], ys[0]
    edges_x, edges_y = np.array(xs), -np.array(ys)
    inside = []
    for glyph in glyphs:
        left, low, right, high = glyph.box
        x, y = (left + right) / 2, (low + high) / 2
        if xs[0] <= x < xs[-1] and bottom <= y < top:
            inside.append((glyph, x, y))
    if not inside:
        return None
    columns = np.searchsorted(edges_x, [x for _, x, _ in inside], side="right") - 1
    rows = np.searchsorted(edges_y, [-y for _, _, y in inside], side="right") - 1
    for (glyph, _, _), row, column in zip(inside, rows, columns, strict=True):
        texts.setdefault(int(owner[row, column]), []).append(glyph)
    cells = {cell: _text(found) for cell, found in texts.items()}
    return Drawn(_rows(owner, cells), frozenset(glyph.place for glyph, _, _ in inside), top)


def _owners(xs: list[float], ys: list[float], across: list[Interval], down: list[Interval]) -> NDArray[np.int64]:
    """For each place of the grid the number of the cell it belongs to: places with no rule between them are one."""
    height, width = len(ys) - 1, len(xs) - 1
    middle_x = (np.array(xs[:-1]) + np.array(xs[1:])) / 2
    middle_y = (np.array(ys[:-1]) + np.array(ys[1:])) / 2
    beside = np.zeros((height, width + 1), dtype=bool)  # a rule on the left of the place
    above = np.zeros((height + 1, width), dtype=bool)  # a rule over the place
    edges_x, edges_y = np.array(xs), np.array(ys)
    for place, start, end in down:
        n = int(np.abs(edges_x - place).argmin())
        beside[:, n] |= (middle_y >= start) & (middle_y <= end)
    for place, start, end in across:
        n = int(np.abs(edges_y - place).argmin())
        above[n, :] |= (middle_x >= start) & (middle_x <= end)
    owner = np.arange(height * width)

    def root(n: int) -> int:
        while owner[n] != n:
            owner[n] = owner[owner[n]]
            n = int(owner[n])
        return n

    for row, column in np.argwhere(~beside[:, 1:width]).tolist():
        one, other = root(row * width + column), root(row * width + column + 1)
        owner[max(one, other)] = min(one, other)
    for row, column in np.argwhere(~above[1:height, :]).tolist():
        one, other = root(row * width + column), root((row + 1) * width + column)
        owner[max(one, other)] = min(one, other)
    return np.array([root(n) for n in range(height * width)]).reshape(height, width)


def _rows(owner: NDArray[np.int64], cells: dict[int, str]) -> tuple[tuple[str, ...], ...]:
    found = []
    for line in owner.tolist():
        row = tuple("" if n and line[n - 1] == cell else cells.get(cell, "") for n, cell in enumerate(line))
        if any(row):
            found.append(row)
    return tuple(found)


def in_lines(glyphs: Iterable[Glyph]) -> list[tuple[float, str]]:
    """Visual lines as (top, text), in the order of the page; a gap as wide as a character is a tab."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.box[3], g.box[0])):
        if lines and _on_line(glyph, lines[-1][0]):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [(line[0].box[3], text) for line in lines if (text := _with_gaps(line)).strip()]


def _with_gaps(line: list[Glyph]) -> str:
    line.sort(key=lambda glyph: glyph.box[0])
    text, end = "", line[0].box[0]
    for glyph in line:
        size, gap = glyph.box[3] - glyph.box[1], glyph.box[0] - end
        if gap > 1.2 * size and text.strip():
            text += "\t"
        elif gap > 0.25 * size and _is_letter(text[-1:]) and _is_letter(glyph.text):
            text += " "
        text += glyph.text
        end = glyph.box[2]
    return text.rstrip()


def _text(glyphs: list[Glyph]) -> str:
    """The characters of a cell as one line: visual lines joined, with a space only between Latin words."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if lines and _on_line(glyph, lines[-1][-1]):
            lines[-1].append(glyph)
        elif not glyph.text.isspace():
            lines.append([glyph])
    lines.sort(key=lambda line: -line[0].box[3])
    joined = ""
    for line in lines:
        text = "".join(glyph.text for glyph in line).strip()
        between = " " if _is_letter(joined[-1:]) and _is_letter(text[:1]) else ""
        joined += between + text
    return joined


def _on_line(glyph: Glyph, last: Glyph) -> bool:
    """Whether a character stands on the line of the one before: their boxes share half their height."""
    shared = min(glyph.box[3], last.box[3]) - max(glyph.box[1], last.box[1])
    return shared >= 0.4 * min(glyph.box[3] - glyph.box[1], last.box[3] - last.box[1])


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
