"""Tables without lines: which column each cell of a row stands in, by where its text begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Interval = tuple[float, float]  # left and right, points

_LEAST = 3  # columns; with two, a blank cell cannot be told from a line of text


def blanks(rows: Sequence[Sequence[Interval]]) -> list[list[int]]:
    """For each cell of each row how many blank cells stand before it.

    rows: consecutive rows of one table. The rows with most cells say where the columns are; where these overlap, or a
    cell stands in no order, nothing is added.
    """
    none = [[0] * len(row) for row in rows]
    most = max((len(row) for row in rows), default=0)
    full = [row for row in rows if len(row) == most]
    if most < _LEAST or len(full) == len(rows):
        return none
    columns = [(min(row[n][0] for row in full), max(row[n][1] for row in full)) for n in range(most)]
    if any(one[1] > other[0] for one, other in pairwise(columns)):
        return none
    return [_blanks(row, columns) for row in rows]


def _blanks(row: Sequence[Interval], columns: list[Interval]) -> list[int]:
    found, last = [], -1
    for left, right in row:
        near = min(range(len(columns)), key=lambda n: _distance((left + right) / 2, columns[n]))
        if near <= last:
            return [0] * len(row)
        found.append(near - last - 1)
        last = near
    return found


def _distance(place: float, column: Interval) -> float:
    return max(column[0] - place, place - column[1], 0.0)
