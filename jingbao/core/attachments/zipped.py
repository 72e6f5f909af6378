"""A ZIP archive of readable files."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Callable

from jingbao.core.attachments import limits
from jingbao.core.attachments.packed import BROKEN, opened
from jingbao.core.errors import PageError, Unreadable

# Mac and Windows keep notes of their own beside files; Office, a lock on a file that is open.
_LEFT = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)", re.I)
Reader = Callable[[bytes, str, str], tuple[str, str]]


def text(content: bytes, name: str, read: Reader, errors: list[PageError]) -> str:
    """The files' texts in the archive's order, each under a line 【file name】; of an unreadable one only that.

    What systems leave in archives for themselves is passed over. Archives inside the archive are not opened. Raises
    the first error when no file could be read. errors: where those of single files go.
    """
    found: list[str] = []
    total = 0
    with opened(content, name) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir() and not _LEFT.search(part.filename)]
        if len(parts) > limits.MAX_FILES:
            raise limits.too_large(name, f"the archive holds {len(parts)} files, more than {limits.MAX_FILES}")
        for part in parts:
            inner = _name(part)
            found.append(f"【{inner}】")
            try:
                _, body = read(_bytes(archive, part, f"{name} > {inner}"), f"{name} > {inner}", "")
            except PageError as error:
                errors.append(error)
                continue
            found.append(body)
            total += len(body)
            if total > limits.MAX_TEXT:
                raise limits.too_large(name, f"its files have more than {limits.MAX_TEXT} characters")
    if not parts:
        raise Unreadable(name, "the archive is empty", "Fetch or save it again.")
    if len(errors) == len(parts):
        raise errors[0]
    return "\n".join(found)


def _bytes(archive: zipfile.ZipFile, part: zipfile.ZipInfo, concerns: str) -> bytes:
    if part.filename.lower().endswith((".zip", ".rar", ".7z")):
        raise Unreadable(concerns, "it is an archive inside an archive", "Unpack it and add the files.")
    try:
        return archive.read(part)
    except BROKEN as error:
        raise Unreadable(concerns, f"it is damaged ({error})", "Fetch or save the archive again.") from error


def _name(part: zipfile.ZipInfo) -> str:
    """Chinese Windows programs write names in GBK without saying so; zipfile then reads them as code page 437."""
    name = part.filename
    if not part.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    return " ".join(name.split())
