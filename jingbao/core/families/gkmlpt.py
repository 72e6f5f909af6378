"""gkmlpt: the disclosure platform of Guangdong and Shenzhen bodies; text in JSON inside the page, lists by an API."""

from __future__ import annotations

import json
import re
from typing import Any

from jingbao.core.families.record import Record, dicts, text_of
from jingbao.core.families.row import Row, absolute, day_of_epoch
from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title=".title",
    body=".article-content, .news_cont_d_wrap",
    published="",
    links="",
)

_CONFIG = re.compile(r"_CONFIG\s{0,5}=\s{0,5}(?={)")
_META = (("document_number", "发文字号"), ("identifier", "索引号"), ("publisher", "发布机构"))


def find(data: Any, url: str) -> tuple[Row, ...] | None:
    """Rows of a list answer; dates are epoch seconds or written out; None for anything else."""
    items = data.get("articles") if isinstance(data, dict) else None
    if not isinstance(items, list):
        return None
    rows = []
    for item in dicts(items):
        published = day_of_epoch(item.get("display_publish_time")) or day_of_epoch(item.get("date"))
        if target := absolute(url, text_of(item, "url")):
            rows.append(Row(" ".join(text_of(item, "title").split()), target, published))
    return tuple(rows)


def config(text: str) -> Any:
    """The JSON a page carries in window._CONFIG, or None."""
    place = text.find("_CONFIG")
    match = _CONFIG.match(text, place) if place >= 0 else None
    if match is None:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(text, match.end())
    except (ValueError, RecursionError):
        return None
    return value


def record(data: Any) -> Record | None:
    """The article of a page's configuration; None for list pages and anything else."""
    detail = data.get("DETAIL") if isinstance(data, dict) else None
    if not isinstance(detail, dict) or not isinstance(detail.get("content"), str):
        return None
    published = day_of_epoch(detail.get("display_publish_time")) or day_of_epoch(detail.get("date"))
    meta = [(label, value) for key, label in _META if (value := text_of(detail, key))]
    if published is not None:
        meta.append(("published", published.isoformat()))
    files = [*dicts(detail.get("attachment")), *dicts(detail.get("attachments"))]
    return Record(
        title=text_of(detail, "title"),
        html=detail["content"],
        meta=tuple(meta),
        files=tuple((text_of(file, "url"), text_of(file, "name")) for file in files if text_of(file, "url")),
    )
