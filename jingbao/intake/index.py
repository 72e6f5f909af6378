"""A folder with pages*.tsv indexes: the index says what was received from where; the files hold the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jingbao.core.errors import PageError, TooLarge, Unreadable
from jingbao.core.values import Flag
from jingbao.intake import limits
from jingbao.intake.address import clean_address
from jingbao.intake.arrival import Arrival, received

PATTERN = "pages*.tsv"
_COLUMNS = ("url", "file", "status", "content_type")


def arrivals(folder: Path, seen: datetime) -> Iterator[Arrival]:
    """The pages the folder's indexes name, in the order of rows; other columns and other files do not count.

    An index is UTF-8, tab-separated, unquoted, its first line names the columns. Rows with a status other than 2xx,
    without their file, or with a file outside the folder give a Flag that names INDEX:LINE.
    """
    for index in sorted(folder.glob(PATTERN)):
        try:
            with limits.reading(index):
                yield from _rows(index, folder, seen)
        except PageError as error:
            yield limits.refusal(error)
        except UnicodeDecodeError:
            yield limits.refusal(Unreadable(limits.shown(index), "it is not UTF-8 throughout", "Save it as UTF-8."))


def _rows(index: Path, folder: Path, seen: datetime) -> Iterator[Arrival]:
    limits.head(index)  # refuses what is no regular file
    with index.open(encoding="utf-8-sig", newline="\n") as lines:
        header = lines.readline(limits.MAX_INDEX_LINE).rstrip("\r\n").split("\t")
        if missing := [column for column in _COLUMNS if column not in header]:
            cause = f"its first line does not name the column {' and '.join(missing)}"
            todo = "Correct it, or give the file another name: beside an index nothing else in the folder counts."
            raise Unreadable(f"{limits.shown(index)}:1", cause, todo)
        n = 1
        while line := lines.readline(limits.MAX_INDEX_LINE):
            n += 1
            if len(line) == limits.MAX_INDEX_LINE:
                raise TooLarge(f"{limits.shown(index)}:{n}", "the row is too long", "Correct the index.")
            if line.strip():
                yield _arrival(line.rstrip("\r\n").split("\t"), header, f"{limits.shown(index)}:{n}", folder, seen)


def _arrival(cells: list[str], header: list[str], concerns: str, folder: Path, seen: datetime) -> Arrival:
    try:
        if len(cells) != len(header):
            cause = f"the row has {len(cells)} columns, the first line {len(header)}"
            raise Unreadable(concerns, cause, "Correct the index.")
        url, file, status, content_type = (cells[header.index(column)].strip() for column in _COLUMNS)
        address = clean_address(url)
        if address is None:
            raise Unreadable(concerns, f"{url[:200]!r} is no web address", "Correct the index.")
        if not (status.isascii() and status.isdecimal() and 100 <= int(status[:4]) <= 599):
            raise Unreadable(concerns, f"{status[:20]!r} is no HTTP status", "Correct the index.")
        if not status.startswith("2"):
            cause = f"{address} answered with status {status}: that is no page"
            return Flag("no-page", concerns, cause, "Nothing to do, unless you know that the page exists.", "note")
        return received(address, _content(folder, file, concerns), content_type, seen)
    except PageError as error:
        return limits.refusal(error)


def _content(folder: Path, file: str, concerns: str) -> bytes:
    """The bytes of a row's file. Raises Unreadable or TooLarge, naming the row and the file."""
    root = folder.resolve()
    try:
        path = (root / file).resolve()
        inside = bool(file) and path.is_relative_to(root)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a NUL in the name
        raise Unreadable(
            concerns, f"the file {file[:200]!r} cannot be found ({error})", "Correct the index."
        ) from error
    if not inside:
        raise Unreadable(concerns, f"the file {file[:200]!r} lies outside the folder", "Correct the index.")
    try:
        return limits.read(path)
    except PageError as error:
        raise type(error)(concerns, f"{limits.shown(file)}: {error.cause}", error.todo) from error
