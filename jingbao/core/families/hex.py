"""hex: Shanghai city and its bureaus; plain lists, articles at …/YYYYMMDD/32 hex digits.html."""

from __future__ import annotations

from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="h1, #ivs_title",
    body="#ivs_content, .Article_content",
    published="",
    links="",
)
