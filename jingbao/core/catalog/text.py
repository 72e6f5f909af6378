"""The two file shapes of the catalog, read strictly: tab-separated tables and TOML. Every slip names FILE:LINE.

A table has one header line, one row a line, no quoting; lists inside a cell are separated by semicolons.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from jingbao.core.errors import CatalogError

T = TypeVar("T")
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. at: FILE:LINE; cells: by column."""

    at: str
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell, refused when empty."""
        if not self.cells[column]:
            raise CatalogError(self.at, f"{column} is empty", "Fill in the cell.")
        return self.cells[column]

    def optional(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """The members of a cell such as `a; b; c`, without order lost; a member twice or empty is refused."""
        cell = self.cells[column]
        members = tuple(member.strip() for member in cell.split(";")) if cell else ()
        if "" in members:
            raise CatalogError(self.at, f"{column} has an empty member", "Remove the extra semicolon.")
        for member in members:
            if members.count(member) > 1:
                raise CatalogError(self.at, f"{column} names {member!r} twice", "Remove one.")
        return members

    def number(self, column: str, least: int, most: int) -> int:
        cell = self.text(column)
        if not (cell.isascii() and cell.isdecimal() and least <= int(cell) <= most):
            raise CatalogError(self.at, f"{column} is {cell!r}", f"Write a whole number from {least} to {most}.")
        return int(cell)

    def choice(self, column: str, allowed: tuple[Word, ...]) -> Word:
        """The cell, one of the words allowed."""
        return one_of(self.at, column, self.text(column), allowed)


def one_of(at: str, name: str, value: str, allowed: tuple[Word, ...]) -> Word:
    """value as one of the words allowed, else a CatalogError that lists them."""
    for word in allowed:
        if word == value:
            return word
    raise CatalogError(at, f"{name} is {value!r}", f"Use one of: {', '.join(allowed)}.")


def rows(file: str, text: str, columns: tuple[str, ...], key: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a table whose header must be exactly `columns`; two rows may not share the cells of `key`."""
    if "\r" in text or text.startswith("\ufeff"):
        raise CatalogError(f"{file}:1", "the file has CRLF line ends or a byte order mark", "Save as UTF-8 with LF.")
    lines = text.split("\n")
    _check_header(file, tuple(lines[0].split("\t")), columns)
    found: list[Row] = []
    first: dict[tuple[str, ...], str] = {}
    for n, line in enumerate(lines[1:], start=2):
        at = f"{file}:{n}"
        if not line:
            if n == len(lines):
                break
            raise CatalogError(at, "the line is empty", "Delete it.")
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise CatalogError(at, f"{len(cells)} cells for {len(columns)} columns", "Add or remove tabs.")
        for column, cell in zip(columns, cells, strict=True):
            if cell != cell.strip():
                raise CatalogError(at, f"{column} has space at its edge: {cell!r}", "Remove it.")
        row = Row(at, dict(zip(columns, cells, strict=True)))
        name = tuple(row.text(column) for column in key)
        if name in first:
            raise CatalogError(at, f"{' / '.join(name)} stands already at {first[name]}", "Remove one of the two.")
        first[name] = at
        found.append(row)
    return tuple(found)


def _check_header(file: str, header: tuple[str, ...], columns: tuple[str, ...]) -> None:
    at = f"{file}:1"
    for column in header:
        if column not in columns:
            raise CatalogError(at, f"unknown column {column!r}", f"The columns are: {', '.join(columns)}.")
    for column in columns:
        if column not in header:
            raise CatalogError(at, f"missing column {column!r}", f"The columns are: {', '.join(columns)}.")
    if header != columns:
        raise CatalogError(at, "the columns are out of order or doubled", f"The columns are: {', '.join(columns)}.")


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table. path: its name for messages, '' at the top; lines: line of every key, by path."""

    file: str
    path: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def at(self, key: str = "") -> str:
        """FILE:LINE of a key, or of the table's heading where the key is not there."""
        return f"{self.file}:{self.lines.get(_join(self.path, key), self.lines.get(self.path, 1))}"

    def expect(self, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        """Refuse unknown and missing keys."""
        known = ", ".join((*needed, *optional))
        for key in self.values:
            if key not in needed and key not in optional:
                raise CatalogError(self.at(key), f"unknown key {key!r}", f"The keys here are: {known}.")
        for key in needed:
            if key not in self.values:
                where = f" in [{self.path}]" if self.path else ""
                raise CatalogError(self.at(), f"missing key {key!r}{where}", f"The keys here are: {known}.")

    def get(self, key: str, kind: type[T]) -> T:
        """The value of a key that must be there, of exactly that type (a whole number is no truth value)."""
        value = self.values[key]
        if type(value) is not kind:
            raise CatalogError(self.at(key), f"{key} is {value!r}", f"Write a value of type {kind.__name__}.")
        return value

    def text(self, key: str) -> str:
        """Text without space at its edges, refused when empty."""
        text = self.get(key, str).strip()
        if not text:
            raise CatalogError(self.at(key), f"{key} is empty", "Fill it in.")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, refused when empty or when a member stands twice."""
        members = self.get(key, list)
        if not members or any(not isinstance(member, str) or not member for member in members):
            raise CatalogError(self.at(key), f"{key} is {members!r}", "Write a list of texts with at least one.")
        if len(set(members)) != len(members):
            raise CatalogError(self.at(key), f"{key} has a member twice", "Remove one.")
        return tuple(members)

    def count(self, key: str) -> int:
        """A whole number of at least 1."""
        number = self.get(key, int)
        if number < 1:
            raise CatalogError(self.at(key), f"{key} is {number}", "Write a whole number of at least 1.")
        return number

    def table(self, key: str) -> Table:
        return Table(self.file, _join(self.path, key), self.get(key, dict), self.lines)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The members of [[key]], at least one."""
        members = self.get(key, list)
        if not members or any(not isinstance(member, dict) for member in members):
            raise CatalogError(self.at(key), f"{key} is no list of tables", f"Write [[{key}]] before each.")
        path = _join(self.path, key)
        return tuple(
            Table(self.file, f"{path}[{n}]", cast("dict[str, Any]", m), self.lines) for n, m in enumerate(members)
        )


def toml(file: str, text: str) -> Table:
    """The top table of a TOML file."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d{1,9})", str(error))
        at = line[1] if line else str(text.count("\n") + 1)
        raise CatalogError(f"{file}:{at}", f"no TOML ({error})", "Mend the line.") from error
    return Table(file, "", values, _key_lines(text))


_HEADING = re.compile(r"^\s{0,80}(\[\[?)\s{0,9}([A-Za-z0-9_-]{1,80})\s{0,9}\]")
_KEY = re.compile(r"^\s{0,80}(\"?)([^\s\"=\[]{1,80})\1\s{0,80}=")


def _key_lines(text: str) -> dict[str, int]:
    """Line of every table heading and plain key of a valid TOML text; what stands inside long strings is no key."""
    found: dict[str, int] = {"": 1}
    counts: dict[str, int] = {}
    path = ""
    inside = ""
    for n, line in enumerate(text.split("\n"), start=1):
        if not inside:
            if heading := _HEADING.match(line):
                path = heading[2]
                if heading[1] == "[[":
                    found.setdefault(path, n)
                    counts[path] = counts.get(path, -1) + 1
                    path = f"{path}[{counts[path]}]"
                found[path] = n
            elif key := _KEY.match(line):
                found[_join(path, key[2])] = n
        for quote in ('"""', "'''"):
            if inside in ("", quote) and line.count(quote) % 2:
                inside = "" if inside else quote
    return found


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path and key else path or key
