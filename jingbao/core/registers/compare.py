"""A later register against an earlier one: what was added, removed and changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jingbao.core.registers import labels
from jingbao.core.registers.names import same_form
from jingbao.core.registers.register import Entry, Register
from jingbao.core.values import Value


@dataclass(frozen=True, slots=True)
class Change(Value):
    """One row in both registers. columns: labels of the columns whose cells differ."""

    before: Entry
    after: Entry
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Value):
    """columns: labels the registers share, by which they were compared (running numbers left out)."""

    columns: tuple[str, ...]
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Change, ...]
    same: int


Cells = tuple[str, ...]


def compare(earlier: Register, later: Register) -> Comparison:
    """Rows are paired by all shared cells, then by name and the cell that parts the rows of one name, then by name.

    A batch that lists only what is new has everything added and all else removed: the earlier register must be
    complete and the later one replace it for `removed` to mean anything.
    """
    shared = _shared(earlier, later)
    left = [(row, _cells(row, [a for _, a, _ in shared])) for row in earlier.rows]
    right = [(row, _cells(row, [b for _, _, b in shared])) for row in later.rows]
    left, right, same = _without_equal(left, right)
    changed: list[Change] = []
    keys = [_by_name_and(n) for n in range(len(shared))]
    for key in [*keys, _by_name]:
        left, right, pairs = _paired(left, right, key)
        for before, after in pairs:
            places = zip(shared, before[1], after[1], strict=True)
            columns = tuple(label for (label, _, _), a, b in places if a != b)
            changed.append(Change(before[0], after[0], columns))
    changed.sort(key=lambda change: change.after.number)
    labels_ = tuple(label for label, _, _ in shared)
    return Comparison(labels_, tuple(row for row, _ in right), tuple(row for row, _ in left), tuple(changed), same)


Item = tuple[Entry, Cells]
Key = Callable[[Item], tuple[str, ...]]


def _shared(earlier: Register, later: Register) -> list[tuple[str, int, int]]:
    """(label, place in earlier, place in later) of the columns both have; the columns of names always count."""
    found = []
    places = {labels.squash(label): n for n, label in enumerate(later.header)}
    for n, label in enumerate(earlier.header):
        word = labels.squash(label)
        if n == earlier.named:
            found.append((label, n, later.named))
        elif word in places and places[word] != later.named and not labels.NUMBER.fullmatch(word.upper()):
            found.append((label, n, places[word]))
    return found


def _cells(row: Entry, places: Iterable[int]) -> Cells:
    return tuple(same_form(row.cells[n]) if n < len(row.cells) else "" for n in places)


def _name(row: Entry) -> str:
    return "\x1f".join(map(same_form, row.entities))


def _by_name(item: Item) -> tuple[str, ...]:
    return (_name(item[0]),)


def _by_name_and(n: int) -> Key:
    return lambda item: (_name(item[0]), item[1][n])


def _without_equal(left: list[Item], right: list[Item]) -> tuple[list[Item], list[Item], int]:
    """Both without the rows they share cell for cell, and how many those are."""
    common = Counter(cells for _, cells in left) & Counter(cells for _, cells in right)
    return _less(left, common), _less(right, common), common.total()


def _less(items: list[Item], common: Counter[Cells]) -> list[Item]:
    gone = Counter(common)
    kept = []
    for row, cells in items:
        if gone[cells]:
            gone[cells] -= 1
        else:
            kept.append((row, cells))
    return kept


def _paired(left: list[Item], right: list[Item], key: Key) -> tuple[list[Item], list[Item], list[tuple[Item, Item]]]:
    """Pairs that one key value joins, one row on each side; what is left on both."""
    ones, others = _indexed(left, key), _indexed(right, key)
    pairs = [(ones[k][0], others[k][0]) for k in ones if len(ones[k]) == len(others.get(k, ())) == 1 and any(k)]
    used = {id(item) for pair in pairs for item in pair}
    return [i for i in left if id(i) not in used], [i for i in right if id(i) not in used], pairs


def _indexed(items: list[Item], key: Key) -> dict[tuple[str, ...], list[Item]]:
    found: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
