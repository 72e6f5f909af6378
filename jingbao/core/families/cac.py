"""cac.gov.cn: lists by POST to /cms/JsonList, articles with fixed ids."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from jingbao.core.families.record import dicts, text_of
from jingbao.core.families.row import Row, absolute, day
from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="h1.title, .title",
    body="#BodyLabel, .main-content",
    published="#pubtime",
    links="",
)

_LIST = re.compile(r"/A\d{6,12}index_\d{1,4}\.htm$")


def is_shell(url: str) -> bool:
    """Whether the address is that of a list page, whose rows come by POST."""
    return bool(_LIST.search(urlsplit(url).path))


def find(data: Any, url: str) -> tuple[Row, ...] | None:
    """Rows of a list answer: topic, infourl (often without a scheme), pubtime; None for anything else."""
    items = data.get("list") if isinstance(data, dict) else None
    if not isinstance(items, list) or not any("infourl" in item for item in dicts(items)):
        return None
    return tuple(
        Row(" ".join(text_of(item, "topic").split()), target, day(text_of(item, "pubtime")))
        for item in dicts(items)
        if (target := absolute(url, text_of(item, "infourl")))
    )
