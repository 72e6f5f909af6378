"""find: a list page, or a list that came as data -> rows."""

from __future__ import annotations

from urllib.parse import urlsplit

from jingbao.core import charset, families
from jingbao.core.attachments import limits
from jingbao.core.clean import challenge, web
from jingbao.core.errors import NotAPage
from jingbao.core.families import cac, jpaas
from jingbao.core.families.record import parse
from jingbao.core.families.row import Row
from jingbao.core.values import Page, Source

__all__ = ["Row", "find"]


def find(page: Page, content: bytes, sources: tuple[Source, ...]) -> tuple[Row, ...]:
    """Rows of a list, in its order, each address once.

    Raises NotAPage for error answers, challenges, unknown data, lists whose rows come by script, and lists without
    rows: a list that is suddenly empty is a failure, never a quiet day.
    """
    challenge.check_status(page)
    limits.check_size(content, page.url)
    address = page.answered_url or page.url
    text = charset.decode(content, page.url, page.content_type).text
    data = parse(text, page.url) if text.lstrip()[:1] in ("{", "[") else None
    if data is not None:
        html = jpaas.rows_html(data)
        rows = web.parsed(html, address).rows() if html else families.find(data, address)
    else:
        opened = web.parsed(text, address)
        rows = opened.rows(_links(page, sources)) or opened.rows()
        challenge.check_text(page, opened.visible, text, bool(rows))
        if not rows and (jpaas.is_shell(text) or cac.is_shell(address)):
            raise NotAPage(page.url, "the list fetches its rows by script", "Add the answers that hold the rows.")
    if not rows:
        raise NotAPage(page.url, "no rows were found on the list", "Look at the page; its layout may have changed.")
    return rows


def _links(page: Page, sources: tuple[Source, ...]) -> str:
    """The selector of row links that the source of this very list declares, or ''."""
    for source in sources:
        if urlsplit(source.list)[1:3] == urlsplit(page.url)[1:3]:
            newest = [layout for layout in source.layouts if layout.until is None or layout.until >= page.seen.date()]
            return next((layout.links for layout in newest if layout.links), "")
    return ""
