"""How much of what comes in is read, and how. Beyond a limit the answer is a Flag, never a part."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jingbao.core.attachments import limits as core
from jingbao.core.errors import PageError, TooLarge, Unreadable
from jingbao.core.values import Flag

MAX_BYTES = core.MAX_BYTES  # of one page or file: 50 MB
MAX_MIME = 30 * 2**20  # of an e-mail or MHTML file, which takes up to ten times its size in memory
MAX_MIME_LINES = 700_000  # 30 MB of base64 have 400,000
MAX_MIME_NESTS = 100  # containers of an e-mail or MHTML file, inside or beside each other
MAX_MIME_HEADER = 4096  # bytes of one header that decides how a part is read
MAX_HEAD = 64 * 1024  # bytes of the headers of a WARC record or of what it holds
MAX_SEARCHED = 512 * 1024  # bytes of a saved page in which its address is looked for
MAX_INDEX_LINE = 20_000  # bytes of one row of an index
MAX_ZIP_ENTRIES = 10_000  # files named inside a ZIP or Office file
MAX_INFLATED, MAX_RATIO = 2**30, 200  # a compressed archive beyond both is a bomb

MB = 2**20
SMALLER = "Save the pages you need one by one and add those."


def refusal(error: PageError) -> Flag:
    """The Flag that says why a page or file was not taken in; its code is the error's name (too-large)."""
    code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(error).__name__).lower()
    return Flag(code, error.concerns, error.cause, error.todo)


def shown(path: Path | str) -> str:
    """A path as text that can be stored: bytes that are no UTF-8 (names from old ZIP files) are spelled out."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raises Unreadable, naming the path, for whatever the disk refuses meanwhile."""
    try:
        yield
    except OSError as error:
        cause = f"it cannot be read ({error.strerror or error})"
        raise Unreadable(shown(path), cause, "Check that it is there and that you may read it.") from error


def read(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; its size is looked at first. Raises Unreadable (empty, too) or TooLarge."""
    size = _size(path)
    if size > limit:
        cause = f"it has {size / MB:.0f} MB, more than the {limit // MB} MB taken in"
        raise TooLarge(shown(path), cause, SMALLER)
    content = head(path, size)
    if not content.strip():
        raise Unreadable(shown(path), "it is empty", "Save it again.")
    return content


def head(path: Path, size: int = MAX_HEAD) -> bytes:
    """The first bytes of a regular file, to tell what it is. Raises Unreadable."""
    _size(path)
    with reading(path), path.open("rb") as file:
        return file.read(size)


def _size(path: Path) -> int:
    """Bytes of a regular file; what is none (a pipe, a device) might never end and is refused unopened."""
    with reading(path):
        found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(shown(path), "it is no regular file", "Add files and folders only.")
    return found.st_size
