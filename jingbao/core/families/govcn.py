"""gov.cn: column files (a JSON array) and the answers of its search."""

from __future__ import annotations

import re
from typing import Any

from jingbao.core.families.record import dicts, text_of
from jingbao.core.families.row import Row, absolute, day
from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="#ti, .article h1, .pages-title",
    body="#UCAP-CONTENT, .pages_content",
    published=".pages-date, .date",
    links="",
)

_MARK = re.compile(r"</?em>")  # the search marks the words it found


def find(data: Any, url: str) -> tuple[Row, ...] | None:
    """Rows of a column file or of a search answer; None for anything else."""
    if isinstance(data, list) and data and isinstance(data[0], dict) and "TITLE" in data[0]:
        return tuple(_rows(data, url, "TITLE", "URL", "DOCRELPUBTIME"))
    found = data.get("searchVO") if isinstance(data, dict) else None
    if isinstance(found, dict):
        listed = found.get("listVO")
        if listed is None and isinstance(found.get("catMap"), dict):
            listed = [row for part in dicts(list(found["catMap"].values())) for row in dicts(part.get("listVO"))]
        return tuple(_rows(listed, url, "title", "url", "pubtimeStr"))
    return None


def _rows(items: Any, base: str, title: str, url: str, published: str) -> list[Row]:
    rows = []
    for item in dicts(items):
        target = absolute(base, text_of(item, url))
        if target:
            rows.append(
                Row(" ".join(_MARK.sub("", text_of(item, title)).split()), target, day(text_of(item, published)))
            )
    return rows
