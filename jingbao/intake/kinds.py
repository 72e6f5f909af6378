"""What a file is, by its bytes: which container, and which content type a saved page has."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from typing import Literal

from jingbao.core.attachments import kind
from jingbao.core.errors import TooLarge, Unreadable
from jingbao.intake.limits import MAX_ZIP_ENTRIES

Container = Literal["warc", "mail", "mhtml", "page"]

_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "html": "text/html",
    "json": "application/json",
    "xml": "application/xml",
    "text": "text/plain",
    "csv": "text/csv",
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "wps": "application/vnd.ms-works",
    "et": "application/vnd.ms-works",
    "ofd": "application/ofd",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "encrypted": "application/octet-stream",
}
# Types of answers that are parts of a page, never pages.
_RESOURCE = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript|calendar|(?:x-)?vcard)|application/(?:x-)?javascript"
)
_SIGNATURE = re.compile(r"application/(?:x-)?(?:pkcs7|pgp)-")
_TAG = re.compile(rb"<(?:!doctype html|html|head|body|meta|title|div|article|table|p)[\s>/]", re.I)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):")
_ANY_MIME = {b"from", b"mime-version", b"received", b"message-id", b"return-path"}
_MIME = _ANY_MIME | {b"to", b"cc", b"date", b"subject", b"content-type", b"delivered-to", b"snapshot-content-location"}
_SENT = {b"to", b"received", b"message-id", b"return-path", b"delivered-to"}


def container(head: bytes) -> Container:
    """Which container a file is, by its first 64 KB."""
    if head.startswith(b"WARC/") or _gunzipped(head).startswith(b"WARC/"):
        return "warc"
    names = _header_names(head)
    if len(names & _MIME) < 2 or not names & _ANY_MIME:
        return "page"
    if b"snapshot-content-location" in names:
        return "mhtml"
    related = re.search(rb"(?im)^content-type:\s{0,20}(?:multipart/related|text/html)", head)
    return "mhtml" if related and not names & _SENT else "mail"


def content_type(content: bytes, name: str, concerns: str) -> str:
    """The content type of a saved page; name: file name, which tells .wps and .csv only.

    Raises Unreadable for pictures and unknown files, TooLarge for a ZIP file that names too many files.
    """
    if content.startswith(b"PK") and content.count(b"PK\x01\x02") > MAX_ZIP_ENTRIES:
        cause = f"it is a ZIP or Office file that names more than {MAX_ZIP_ENTRIES} files"
        raise TooLarge(concerns, cause, "Unpack it and add the files you need.")
    what = kind(content, name)
    if what == "text":
        what = _text_kind(content)
    if what == "image":
        raise Unreadable(concerns, "it is a picture", "Add the page it stands in, or a version with text.")
    if what not in _TYPES:
        raise Unreadable(
            concerns,
            "its bytes are of no known kind of page or document",
            "Open it by hand; save it as HTML, MHTML, text or PDF and add that.",
        )
    return _TYPES[what]


def is_resource(media_type: str) -> bool:
    """Whether a declared type is a picture, style, script, calendar entry or signature: part of a page or mail."""
    return bool(_RESOURCE.match(media_type.lower()) or _SIGNATURE.match(media_type.lower()))


def _text_kind(content: bytes) -> str:
    head = content[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _TAG.search(head):
        return "html"
    if head.startswith(b"<?xml"):
        return "xml"
    ends = head[:1], content[-256:].replace(b"\x00", b"").rstrip()[-1:]
    return "json" if ends in ((b"{", b"}"), (b"[", b"]")) else "text"


def _gunzipped(head: bytes) -> bytes:
    """The first bytes inside a gzip file, b'' for any other."""
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        with gzip.open(io.BytesIO(head)) as file:
            return file.read1(5)
    except (OSError, EOFError, zlib.error):
        return b""


def _header_names(head: bytes) -> set[bytes]:
    """Lower-case names of the headers a file opens with; empty when it opens with anything else."""
    names = set()
    for n, line in enumerate(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()[:400]):
        if not line.strip():
            break
        found = _HEADER.match(line)
        if found:
            names.add(found.group(1).lower())
        elif line[:1] not in (b" ", b"\t") and not (n == 0 and line.startswith(b"From ")):
            return set()
    return names
