"""jpaas (TRS publish server): MIIT, SAMR, MOFCOM, MOHURD, the communications administrations.

A list page is a shell whose script element names an address; that answers JSON with the rows as HTML in data.html.
"""

from __future__ import annotations

import re
from typing import Any

from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="#con_title, .ctitle h1, .art-title",
    body="#con_con, .ccontent, .art-con, .Three_xilan_07, .Three_xilan_02",
    published="#con_time",
    links="",
)

_SHELL = re.compile(r"<script\b[^>]{0,400}\bparsetype\s{0,3}=\s{0,3}[\"']bu(?:il|li)dstatic", re.I)


def rows_html(data: Any) -> str:
    """The HTML that holds the rows of a list answer, or ''."""
    inner = data.get("data") if isinstance(data, dict) else None
    html = inner.get("html") if isinstance(inner, dict) else None
    return html if isinstance(html, str) else ""


def is_shell(text: str) -> bool:
    """Whether a page fetches its rows by script."""
    return any(word in text for word in ("static", "Static", "STATIC")) and bool(_SHELL.search(text))
