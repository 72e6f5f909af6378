"""Plain text and CSV."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from jingbao.core.attachments import limits
from jingbao.core.charset import decode
from jingbao.core.errors import Unreadable

_MAX_ROWS = 300_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_RARE = 50  # one of so many characters may be a control: old programs left some


def text(content: bytes, name: str, content_type: str) -> str:
    """Plain text as it is, without spaces at line ends. Raises Unreadable for what decodes and is no text."""
    decoded = decode(content, name, content_type).text
    if len(_CONTROLS.findall(decoded)) * _RARE > len(decoded):
        raise Unreadable(name, "its bytes are no text", "Open it by hand and add a readable copy.")
    lines = decoded.split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def rows(content: bytes, name: str, content_type: str) -> str:
    """CSV (comma, semicolon or tab) as tab-separated rows."""
    decoded = decode(content, name, content_type).text
    first = decoded.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(decoded), delimiter=delimiter)
    try:
        table = list(islice(reader, _MAX_ROWS + 1))
    except csv.Error as error:
        raise Unreadable(
            name, f"the table is damaged ({error})", "Open it in a spreadsheet and save it again."
        ) from error
    if len(table) > _MAX_ROWS:
        raise limits.too_large(name, f"the table has more than {_MAX_ROWS} rows")
    return "\n".join("\t".join(cell.strip() for cell in row) for row in table if any(cell.strip() for cell in row))
