"""MIME messages, the shape of e-mail and MHTML files, read within limits."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64CharactersDefect, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TypeAlias

from jingbao.core.errors import TooLarge
from jingbao.core.values import Flag
from jingbao.intake import arrival, limits

Mime: TypeAlias = "Message[str, str]"

_NEST = re.compile(rb"(?:multipart|message)/", re.I)
# Headers that Python's parser splits into parameters, in time that grows with the square of their length.
_STEERING = re.compile(rb"^content-(?:type|disposition):[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*", re.I | re.M)
_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)


def parse(path: Path) -> Mime:
    """The message in a file. Raises Unreadable, or TooLarge (size, lines, nesting or headers)."""
    return parse_bytes(limits.read(path, limits.MAX_MIME), limits.shown(path))


def parse_bytes(content: bytes, concerns: str) -> Mime:
    """The message in `content`. Raises TooLarge."""
    lines = content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")
    if lines > limits.MAX_MIME_LINES:
        raise TooLarge(concerns, f"it has {lines} lines, more than {limits.MAX_MIME_LINES}", limits.SMALLER)
    nests = sum(1 for _ in _NEST.finditer(content))
    if nests > limits.MAX_MIME_NESTS:
        cause = f"it has {nests} messages and containers inside one another, more than {limits.MAX_MIME_NESTS}"
        raise TooLarge(concerns, cause, limits.SMALLER)
    # CR alone ends a line for the parser but not for ^, which the doubled search below makes up for.
    for text in (content, content.replace(b"\r", b"\n")) if b"\r" in content else (content,):
        if any(m.end() - m.start() > limits.MAX_MIME_HEADER for m in _STEERING.finditer(text)):
            cause = f"a header of it is longer than {limits.MAX_MIME_HEADER} bytes"
            raise TooLarge(concerns, cause, "Save the page again from the browser and add that.")
    return email.message_from_bytes(content)


def leaves(message: Mime) -> Iterator[Mime]:
    """The parts that hold something themselves, in the order of the file."""
    return (part for part in message.walk() if not part.is_multipart())


def payload(part: Mime) -> bytes:
    """The bytes of a part, transfer encoding undone; what cannot be decoded stands as it came."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def header(part: Mime, name: str) -> str:
    """A header as text, encoded words decoded and folding undone; '' when it is not there."""
    return _decoded(" ".join(str(part.get(name, ""))[: limits.MAX_MIME_HEADER].split()))


def content_type(part: Mime) -> str:
    """The declared type and character set of a part: `text/html; charset=gb2312`."""
    charset = _CHARSET.search(header(part, "Content-Type"))
    return part.get_content_type() + (f"; charset={charset.group(1)}" if charset else "")


def file_name(part: Mime) -> str:
    """The name a part's sender gave it, without any folder; '' when it has none that can be read."""
    try:
        raw = part.get_filename("")
    except (LookupError, ValueError):  # a character set that is none
        return ""
    name = limits.shown(_decoded(raw)).replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in name if c >= " " and c != "\x7f").strip()[:200]


def moment(message: Mime, seen: datetime) -> datetime:
    """The Date header, `seen` when there is none that can be read."""
    try:
        return arrival.moment(parsedate_to_datetime(header(message, "Date")), seen)
    except (TypeError, ValueError, OverflowError):
        return seen


def damage(message: Mime, concerns: str) -> Iterator[Flag]:
    """A Flag when the file ends before its last part does, or a part's encoding is broken."""
    cut = any(isinstance(d, CloseBoundaryNotFoundDefect) for part in message.walk() for d in part.defects)
    if cut:
        cause = "it ends before its closing mark: its last part may be cut short"
        yield Flag("cut-short", concerns, cause, "Compare it with the site, or save it again.")
    elif any(isinstance(d, InvalidBase64CharactersDefect) for part in message.walk() for d in part.defects):
        yield Flag("damaged", concerns, "a part of it has bytes that do not belong there", "Save it again.")


def _decoded(raw: str) -> str:
    """Encoded words as text; as they stand where they are damaged."""
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        return raw
