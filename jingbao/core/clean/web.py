"""A page of HTML, opened once: decoded, parsed, pruned, walked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from jingbao.core import charset, invisible, listing
from jingbao.core.attachments import limits
from jingbao.core.clean import body, bounds, links, metadata
from jingbao.core.clean.prune import prune
from jingbao.core.clean.walk import Block, Link, Walk, fold
from jingbao.core.errors import Unreadable
from jingbao.core.families import gkmlpt
from jingbao.core.families.row import Row, absolute

_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9]*+)")
_MAX_HTML = 12 * 1024 * 1024  # a parsed tree takes about twenty times the bytes


@dataclass
class Web:
    """raw: the source as text; note: what was wrong with its declared character set; base: for relative addresses;
    visible: the text of all that is left of the page."""

    raw: str
    note: str
    base: str
    tree: LexborHTMLParser
    page_title: str
    tags: tuple[metadata.Meta, ...]
    framed: tuple[Link, ...]
    hidden: tuple[str, ...]
    visible: str

    @cached_property
    def walk(self) -> Walk:
        """Names of classes are trusted until they leave nothing: then the whole page is walked."""
        walk = Walk(self.tree)
        if walk.root is None or (walk.root.weight < 30 and walk.left_out_more(100 + int(2 * walk.root.weight))):
            whole = Walk(self.tree, trust_names=False)
            if whole.root is not None and walk.root is not None and whole.root.weight > 3 * walk.root.weight + 100:
                return whole
        return walk

    @cached_property
    def block(self) -> Block | None:
        return body.container(self.walk)

    @cached_property
    def files(self) -> tuple[links.File, ...]:
        return links.files((*self.walk.links, *self.framed), self.base)

    @cached_property
    def config(self) -> Any:
        """The data a gkmlpt page carries, or None."""
        return gkmlpt.config(self.raw)

    def rows(self, selector: str = "") -> tuple[Row, ...]:
        return listing.rows(self.tree, self.base, selector)


@lru_cache(maxsize=2)  # references() and clean() of one page follow each other
def opened(content: bytes, url: str, content_type: str) -> Web:
    """Parse a page. Raises UndecidedText, or TooLarge for HTML over 12 MB or built to keep a parser busy."""
    if len(content) > _MAX_HTML:
        raise limits.too_large(url, f"the page has {len(content) / 2**20:.0f} MB of HTML")
    decoded = charset.decode(content, url, content_type)
    return parsed(decoded.text, url, decoded.note)


@lru_cache(maxsize=2)
def fragment(html: str, url: str) -> Web:
    """The HTML that came in a record."""
    return parsed(html, url)


def parsed(text: str, url: str, note: str = "") -> Web:
    """A page or a fragment of one from text.

    Raises TooLarge as `opened` does, Unreadable where marks make what is seen another text than what is stored.
    """
    if len(text) > _MAX_HTML:
        raise limits.too_large(url, f"the page has {len(text) / 2**20:.0f} million characters of HTML")
    bounds.check(text, url)
    tree, present = LexborHTMLParser(text), frozenset(map(str.lower, set(_NAME.findall(text))))
    base = tree.css_first("base[href]") if "base" in present else None
    address = absolute(url, base.attributes.get("href") or "") if base is not None else ""
    title = tree.css_first("title") if "title" in present else None
    page_title = fold(title.text()) if title is not None else ""
    tags = metadata.tags(tree)
    framed = links.framed(tree, address or url) if not links.FRAMES.isdisjoint(present) else ()
    hidden = prune(tree, present)
    visible = tree.body.text() if tree.body is not None else ""
    if invisible.turned(visible):
        cause = "marks in it turn the order of letters and figures, so that what is stored is not what is seen"
        raise Unreadable(url, cause, "Read the page by eye.")
    return Web(text, note, address or url, tree, page_title, tags, framed, hidden, visible)
