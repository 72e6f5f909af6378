"""Issue -> web page: one file that needs nothing from elsewhere and no script."""

from __future__ import annotations

from jingbao.core.values import Issue
from jingbao.formats.printed import entry, period, place
from jingbao.formats.templates import fill

SUFFIX = ".html"
MEDIA_TYPE = "text/html; charset=utf-8"


def render(issue: Issue) -> bytes:
    """The page in UTF-8. Each sentence opens on its quotations, which link to the archived copies in `sources/`."""
    entries = {item.number: entry(item, issue) for item in issue.items}
    items = {item.number: item for item in issue.items}
    page = fill("issue.html", issue=issue, items=items, entries=entries, period=period(issue), place=place)
    return page.encode()
