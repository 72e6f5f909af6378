"""ZIP containers, looked at before anything is unpacked."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from jingbao.core.attachments import limits
from jingbao.core.errors import Unreadable

# What Python's reader raises for a damaged or locked part, NotImplementedError for an unknown packing among them.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)


def opened(content: bytes, name: str, max_part: int = limits.MAX_UNPACKED) -> zipfile.ZipFile:
    """The container, once its stated sizes are within the limits. (Python's reader stops at the stated size.)

    max_part: bytes one XML part may unpack to, where the reader holds it in memory as a tree.
    Raises Unreadable when it is damaged or locked, TooLarge when it would unpack to too much (a bomb, say).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(name, f"the file is damaged or cut short ({error})", "Fetch or save it again.") from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.MAX_UNPACKED:
        raise limits.too_large(name, f"it would unpack to {unpacked / 2**20:.0f} MB, as a bomb does")
    for part in parts:
        if part.flag_bits & 1:
            raise Unreadable(name, "the file is locked by a password", "Add a copy saved without the password.")
        if part.file_size > 2**20 and part.file_size > limits.MAX_RATIO * max(part.compress_size, 1):
            ratio = part.file_size // max(part.compress_size, 1)
            raise limits.too_large(name, f"a part unpacks to {ratio} times its size, as a bomb does")
        if part.file_size > max_part and part.filename.endswith((".xml", ".rels")):
            raise limits.too_large(name, f"its part {part.filename} has {part.file_size / 2**20:.0f} MB")
    return archive
