"""content-id: MPS, MEE, NPC, STATS, NHC, sport; plain lists, articles at …/c123/content.html or content_123.html."""

from __future__ import annotations

from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="h1, h2.title",
    body="#ztdx, .TRS_Editor, .arcContent",
    published="",
    links="",
)
