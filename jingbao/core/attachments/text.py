"""Bytes of a file -> (kind, text)."""

from __future__ import annotations

from jingbao.core import invisible
from jingbao.core.attachments import docx, limits, ofd, pdf, plain, sheet, zipped
from jingbao.core.attachments.kind import kind
from jingbao.core.errors import NoText, PageError, Unreadable

# kind -> (what it is, what to do): read by a program outside, or by a person.
_INSTALL = (
    "Install LibreOffice (libreoffice-writer-nogui, libreoffice-calc-nogui) and run `jingbao work`: it converts it"
)
_MISSING = {
    "doc": ("a Word file of the old format (.doc)", f"{_INSTALL}; or save it as .docx and add that."),
    "wps": ("a Kingsoft Writer file (.wps)", f"{_INSTALL}; or save it as .docx and add that."),
    "et": ("a Kingsoft Spreadsheets file (.et)", f"{_INSTALL}; or save it as .xlsx and add that."),
    "rtf": ("an RTF file", f"{_INSTALL}; or save it as .docx and add that."),
    "pptx": ("a presentation", "Save it as PDF and add that."),
    "rar": ("a RAR archive", "Unpack it and add the files."),
    "7z": ("a 7-Zip archive", "Unpack it and add the files."),
}


def text(content: bytes, name: str, content_type: str, unread: list[PageError] | None = None) -> tuple[str, str]:
    """(kind, text) of a file; text: Unicode, LF, table rows tab-separated, without characters that nobody sees.

    The kind is told by the bytes. name: file name or address; content_type: header, for the character set of plain
    text; unread: where the errors of those files inside an archive go that cannot be read, and what is left out of a
    file because nobody sees it. Raises Unreadable, TooLarge,
    UndecidedText or NoText, each naming the file and what to do.
    """
    limits.check_size(content, name)
    if not content.strip():
        raise Unreadable(name, "the file is empty", "Fetch or save it again.")
    what = kind(content, name)
    found = _read(content, name, content_type, what, [] if unread is None else unread)
    if len(found) > limits.MAX_TEXT:
        raise limits.too_large(name, f"its text has {len(found)} characters, more than the {limits.MAX_TEXT} read")
    if invisible.turned(found):
        cause = "marks in it turn the order of letters and figures, so that what is stored is not what is seen"
        raise Unreadable(name, cause, "Read it by eye, or add a version without them (PDF, say).")
    found = invisible.without(found)
    if not found.strip():
        raise NoText(name, f"the {what} file holds no text", "Open it: if it shows text, report the file.")
    return what, found


def _read(content: bytes, name: str, content_type: str, what: str, unread: list[PageError]) -> str:
    match what:
        case "pdf":
            return pdf.text(content, name)
        case "ofd":
            return ofd.text(content, name)
        case "docx":
            return docx.text(content, name)
        case "xlsx" | "xls":
            return sheet.text(content, name, what, unread)
        case "zip":
            return zipped.text(content, name, text, unread)
        case "csv":
            return plain.rows(content, name, content_type)
        case "text":
            return plain.text(content, name, content_type)
        case "image":
            raise NoText(name, "the file is a picture", "Read it by eye, or add a version with text.")
        case "html":
            raise Unreadable(name, "the file is a web page, not an attachment", "Add it under its own address.")
        case "encrypted":
            raise Unreadable(name, "the file is locked by a password", "Add a copy saved without the password.")
    if what in _MISSING:
        kind_words, todo = _MISSING[what]
        raise Unreadable(name, f"it is {kind_words}, for which there is no reader here", todo)
    raise Unreadable(name, "its first bytes are of no known kind of file", "Open it by hand and add a readable copy.")
