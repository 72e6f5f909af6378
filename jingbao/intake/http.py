"""An archived HTTP answer: its status, its headers, and its body with the wrappings of the way taken off."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass

from warcio.statusandheaders import StatusAndHeadersParser

from jingbao.core.errors import TooLarge, Unreadable
from jingbao.intake.limits import MAX_BYTES, MAX_HEAD, MB

_STATUS = re.compile(rb"HTTP/[0-9.]{1,5} (\d{3})(?!\d)")
_AGAIN = "Archive the page again."


@dataclass(frozen=True, slots=True)
class Answer:
    """status: 200 and so on; content_type: header or ''."""

    status: int
    content_type: str
    body: bytes


def answer(block: bytes, concerns: str) -> Answer:
    """The answer in a record's block. Raises Unreadable (no HTTP, cut, unknown coding) or TooLarge (a bomb)."""
    head, body = _parted(block)
    status = _STATUS.match(head)
    if status is None:
        raise Unreadable(concerns, "the record holds no HTTP answer", _AGAIN)
    headers = StatusAndHeadersParser(["HTTP/"]).parse(io.BytesIO(head))
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        body = _unchunked(body, concerns)
    for coding in reversed((headers.get_header("Content-Encoding") or "").lower().split(",")):
        body = _decoded(body, coding.strip(), concerns)
    return Answer(int(status.group(1)), headers.get_header("Content-Type") or "", body)


def _parted(block: bytes) -> tuple[bytes, bytes]:
    """Headers with the empty line after them (b'' when it is not found within 64 KB), and body."""
    end = re.compile(rb"\r?\n\r?\n").search(block, 0, MAX_HEAD)
    return (block[: end.end()], block[end.end() :]) if end else (b"", block)


def _unchunked(body: bytes, concerns: str) -> bytes:
    """The chunks joined; a body that is not chunked after all (some archivers join it and keep the header) as it is."""
    found, at = bytearray(), 0
    while True:
        end = body.find(b"\n", at, at + 100)
        digits = body[at : max(end, at)].partition(b";")[0].strip()
        if not digits or len(digits) > 8 or digits.strip(b"0123456789abcdefABCDEF"):
            if at == 0:
                return body
            raise Unreadable(concerns, "its chunked body is damaged or cut short", _AGAIN)
        size = int(digits, 16)
        if size == 0:
            return bytes(found)
        chunk = body[end + 1 : end + 1 + size]
        found += chunk
        at = end + 1 + size
        if len(chunk) < size:
            raise Unreadable(concerns, "its chunked body is cut short", _AGAIN)
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _decoded(body: bytes, coding: str, concerns: str) -> bytes:
    if coding in ("", "identity"):
        return body
    if coding in ("gzip", "x-gzip"):
        # Some archivers unpack the body and keep the header.
        return _inflated(body, 31, concerns) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        # Defined as zlib data; servers that send bare deflate data were always tolerated.
        zlib_data = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return _inflated(body, 15 if zlib_data else -15, concerns)
    raise Unreadable(concerns, f"its body is packed as {coding[:20]!r}, for which there is no reader here", _AGAIN)


def _inflated(body: bytes, window: int, concerns: str) -> bytes:
    inflate = zlib.decompressobj(window)
    try:
        found = inflate.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise Unreadable(concerns, f"its packed body is damaged ({error})", _AGAIN) from error
    if len(found) > MAX_BYTES:
        raise TooLarge(concerns, f"it unpacks to more than {MAX_BYTES // MB} MB", "Add the page on its own.")
    if not inflate.eof:
        raise Unreadable(concerns, "its packed body is cut short", _AGAIN)
    return found
