"""WARC archives, packed or not, and Common Crawl's WET files: streamed, one record in memory at a time."""

from __future__ import annotations

import gzip
import logging
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from jingbao.core.errors import PageError, TooLarge
from jingbao.core.values import Flag
from jingbao.intake import arrival, kinds, limits
from jingbao.intake.address import clean_address
from jingbao.intake.arrival import Arrival, received
from jingbao.intake.http import answer

_PAGES = {"response", "resource", "conversion"}  # not: request, metadata, warcinfo, revisit (holds no content)


# warcio reports on standard error each address with a space in it, which it mends.
logging.getLogger("warcio.recordloader").setLevel(logging.ERROR)


class _Damaged(Exception):
    """The archive cannot be followed further."""


class _Bytes:
    """The archive's bytes, unpacked; ends quietly where they are damaged and remembers why."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self._source: Any = gzip.GzipFile(fileobj=file) if packed else file
        self._given = 0
        self.damage = ""
        self.corrupt = False  # damaged in a way that makes what was just given doubtful

    @property
    def offset(self) -> int:
        """How far the file itself has been read."""
        return self._file.tell()

    def tell(self) -> int:
        return self._given

    def read(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            found: bytes = self._source.read1(size)  # not read: that loses what stands before the damage
        except EOFError:
            self.damage = "it is cut short"
            return b""
        except (gzip.BadGzipFile, zlib.error) as error:
            self.damage = f"its packing is damaged ({error})"
            self.corrupt = True
            return b""
        self._given += len(found)
        if self._given > limits.MAX_INFLATED and self._given > limits.MAX_RATIO * self.offset:
            self.damage = f"it unpacks to more than {limits.MAX_RATIO} times its size, as a bomb does"
            return b""
        return found


class _Reader(BufferedReader):  # type: ignore[misc]
    """Lines for warcio, refused when those of one record pass the limit: headers are kept in memory.

    lines: bytes of lines read since it was last set to 0.
    """

    lines = 0

    def readline(self, length: int | None = None) -> bytes:
        found: bytes = super().readline(limits.MAX_HEAD if length is None else length)
        self.lines += len(found)
        if self.lines > limits.MAX_HEAD:
            raise _Damaged(f"the headers of a record are longer than {limits.MAX_HEAD} bytes")
        return found


class _Records(WARCIterator):  # type: ignore[misc]
    """warcio's records, unparsed inside, over our bounded reader."""

    INC_RECORD = ""  # what warcio prints of a wrong length; `err_count` tells it too

    def __init__(self, source: _Bytes) -> None:
        super().__init__(source, no_record_parse=True)
        self.reader = _Reader(source)


def arrivals(path: Path, seen: datetime) -> Iterator[Arrival]:
    """The pages of an archive. Answers with an error status or a redirection, records of pictures, styles and the like,
    and those not found by HTTP are no pages; the first are counted in one Flag.

    seen: for records without a date that can be read.
    """
    concerns = limits.shown(path)
    skipped: Counter[int] = Counter()
    try:
        with limits.reading(path), path.open("rb") as file:
            yield from _read(_Bytes(file), concerns, seen, skipped)
    except PageError as error:
        yield limits.refusal(error)
    if skipped:
        counts = ", ".join(f"{number} with status {status}" for status, number in sorted(skipped.items()))
        yield Flag("no-page", concerns, f"answers that are no pages were left out: {counts}", "Nothing to do.", "note")


def _read(source: _Bytes, concerns: str, seen: datetime, skipped: Counter[int]) -> Iterator[Arrival]:
    records = _Records(source)
    ended = ""
    try:
        for record in records:
            if record.length is None:
                ended = "a record does not say how long it is"
                break
            found = tuple(_page(record, concerns, seen, skipped))
            records.read_to_end()  # as far as the next record, which has gzip compare its checksum
            if record.raw_stream.limit or (source.corrupt and not records.next_line):
                yield from (given for given in found if isinstance(given, Flag))
                ended = "it is cut short"
                break
            yield from found
            records.reader.lines = 0
    except (_Damaged, ArchiveLoadFailed) as error:
        ended = f"a record is damaged ({str(error)[:200]})"
    ended = source.damage or ended or ("a record is longer than it says" if records.err_count else "")
    if ended:
        cause = f"{ended} near byte {source.offset}; what stands before was taken in"
        yield Flag("cut-short", concerns, cause, "Fetch the archive again and add it again.")


def _page(record: Any, concerns: str, seen: datetime, skipped: Counter[int]) -> Iterator[Arrival]:
    headers = record.rec_headers
    url = clean_address(headers.get_header("WARC-Target-URI") or "")
    if record.rec_type not in _PAGES or url is None or not record.length:
        return
    concerns = f"{concerns} > {url}"
    try:
        found = _content(record, concerns)
    except PageError as error:
        yield limits.refusal(error)
        return
    if found is None:
        return
    status, content_type, content = found
    if not 200 <= status < 300:
        skipped[status] += 1
    elif not kinds.is_resource(content_type) and content.strip():
        if headers.get_header("WARC-Truncated"):
            yield Flag("cut-short", concerns, "the archiver cut this page", "Compare it with the site.")
        yield received(url, content, content_type, _moment(headers.get_header("WARC-Date"), seen))


def _content(record: Any, concerns: str) -> tuple[int, str, bytes] | None:
    """Status, content type and bytes; None when the archive ends inside the record. Raises PageError."""
    declared = record.content_type or ""
    if record.rec_type != "response" and kinds.is_resource(declared):
        return None
    if record.length > limits.MAX_BYTES:
        cause = f"its record has {record.length / limits.MB:.0f} MB, more than the {limits.MAX_BYTES // limits.MB} read"
        raise TooLarge(concerns, cause, "Add the page on its own, in a smaller form.")
    block = record.raw_stream.read()
    if len(block) < record.length:
        return None
    if record.rec_type == "response":
        found = answer(block, concerns)
        return found.status, found.content_type, found.body
    # The text that WET files hold is UTF-8, which their header does not say.
    text = record.rec_type == "conversion" and declared == "text/plain"
    return 200, "text/plain; charset=utf-8" if text else declared, block


def _moment(date: str | None, seen: datetime) -> datetime:
    try:
        return arrival.moment(datetime.fromisoformat(date or ""), seen)
    except ValueError:
        return seen
