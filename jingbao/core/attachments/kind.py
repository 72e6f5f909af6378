"""What a file is, by its first bytes: names and content types are wrong too often."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

_STARTS = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# Names of streams in a compound file, which holds them as UTF-16.
_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("OFD.xml", "ofd"), ("ppt/", "pptx"))
# Kinds that LibreOffice turns into a kind read here.
CONVERTED = {"doc": "docx", "wps": "docx", "rtf": "docx", "et": "xlsx"}
_WPS = {".wps": "wps", ".et": "et"}  # Kingsoft writes its own files as compound files or as Office ones


def kind(content: bytes, name: str) -> str:
    """pdf, docx, xlsx, xls, zip, doc, wps, et, ofd, pptx, rtf, rar, 7z, image, html, encrypted, csv, text or other.

    name: file name or address; only tells .wps from .doc and .csv from .txt.
    """
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _WPS.get(_suffix(name), "") if (inner := _packed(content)) == "other" else inner
    if content.startswith(_OLE):
        found = next((what for stream, what in _STREAMS if stream.encode("utf-16-le") in content), "other")
        return (
            _WPS.get(_suffix(name), found) if found in ("doc", "other") else found
        )  # an .et with a Workbook is an .xls
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image"
    for start, what in _STARTS:
        if content.startswith(start):
            return what
    return _textual(content, name)


def _packed(content: bytes) -> str:
    """What a ZIP file holds; names only, nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"  # reading it will name the damage
    for part, what in _PARTS:
        if any(n.startswith(part) for n in names):
            return what
    return "zip"


def _textual(content: bytes, name: str) -> str:
    wide = content.startswith((b"<\0", b"\0<"))  # UTF-16 without its mark
    head = (content[:2048].replace(b"\0", b"") if wide else content[:1024]).lstrip().lower()
    if head.startswith(b"<") and (b"<!doctype html" in head or b"<html" in head or b"<body" in head):
        return "html"
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "other"
    return "csv" if _suffix(name) == ".csv" else "text"


def _suffix(name: str) -> str:
    return PurePosixPath(name.partition("?")[0]).suffix.lower()


def converted_address(content: bytes, sha256: str, name: str) -> str:
    """Address under which the readable copy of a file is archived; '' for a file that needs none."""
    target = CONVERTED.get(kind(content, name))
    return f"converted:{sha256}.{target}" if target else ""
