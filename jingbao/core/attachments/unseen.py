"""Rows and columns of an XLSX file that it hides: nobody sees them, filtered ones among them."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from jingbao.core.attachments.packed import BROKEN
from jingbao.core.errors import Unreadable

_CHUNK = 1 << 20
_OVERLAP = 600  # bytes of a tag that may lie across two chunks
_MAX_BOOK = 4 << 20  # bytes of the parts that name the sheets
_MAX_COLUMN = 16_384
_SHEET = re.compile(rb"<(?:\w{1,20}:)?sheet\s[^>]{1,600}>")
_RELATION = re.compile(rb"<(?:\w{1,20}:)?Relationship\s[^>]{1,900}>")
_HIDES = re.compile(rb"<(?:\w{1,20}:)?(row|col)\s([^>]{1,500})>")
_ATTRIBUTE = re.compile(rb"([\w:]{1,40})\s{0,3}=\s{0,3}[\"']([^\"']{0,400})[\"']")


@dataclass(frozen=True, slots=True)
class Unseen:
    """Rows and columns counted from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


NOTHING = Unseen()


def of_sheets(archive: zipfile.ZipFile, name: str) -> dict[str, Unseen]:
    """By sheet name. name: of the file, for errors. Raises Unreadable for a damaged part."""
    try:
        book, relations = (_part(archive, part) for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
        targets = {one.get(b"Id", b""): one.get(b"Target", b"") for one in _attributes(_RELATION, relations)}
        found = {}
        for one in _attributes(_SHEET, book):
            target = next((targets.get(value, b"") for key, value in one.items() if key.endswith(b":id")), b"")
            part = target.decode("utf-8", "replace")
            part = part.removeprefix("/") if part.startswith("/") else f"xl/{part}"
            title = html.unescape(one.get(b"name", b"").decode("utf-8", "replace"))
            if part in archive.namelist():
                found[title] = _unseen(archive, part)
        return found
    except BROKEN as error:
        raise Unreadable(name, f"the table file is damaged ({error})", "Open it and save it again.") from error


def _part(archive: zipfile.ZipFile, part: str) -> bytes:
    if part not in archive.namelist():
        return b""
    with archive.open(part) as stream:
        return stream.read(_MAX_BOOK)


def _attributes(tag: re.Pattern[bytes], xml: bytes) -> Iterator[dict[bytes, bytes]]:
    return (dict(_ATTRIBUTE.findall(m[0])) for m in tag.finditer(xml))


def _unseen(archive: zipfile.ZipFile, part: str) -> Unseen:
    """Read as a stream: a sheet may be long."""
    rows: set[int] = set()
    columns: set[int] = set()
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = tail + chunk
            tail = piece[-_OVERLAP:]
            if b"hidden" not in piece:
                continue
            for m in _HIDES.finditer(piece):
                said = dict(_ATTRIBUTE.findall(m[2]))
                if said.get(b"hidden") not in (b"1", b"true"):
                    continue
                if m[1] == b"row" and (number := said.get(b"r", b"")).isdigit():
                    rows.add(int(number) - 1)
                elif (first := said.get(b"min", b"")).isdigit() and (last := said.get(b"max", b"")).isdigit():
                    columns.update(range(int(first) - 1, min(int(last), _MAX_COLUMN)))
    return Unseen(frozenset(rows), frozenset(columns))
