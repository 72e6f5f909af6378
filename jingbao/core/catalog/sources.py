"""sources/*.toml -> Source: one column of one authority's site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from jingbao.core.catalog.entries import Issuer
from jingbao.core.catalog.text import Table, one_of, toml
from jingbao.core.errors import CatalogError
from jingbao.core.values import Layout, Source

# Who knows how such lists and articles are built: see the table of families in CONTRIBUTING.md.
FAMILIES = (
    "jpaas",
    "t-date",
    "govcn-json",
    "cac-json",
    "nfra-json",
    "recordset",
    "gkmlpt",
    "hex",
    "content-id",
    "static",
)
_SELECTORS = ("links", "title", "body", "published")


def source(file: str, text: str, issuers: Mapping[str, Issuer]) -> Source:
    """Read one source file; its name without .toml becomes the Source's name."""
    top = toml(file, text)
    top.expect(("name", "issuer", "family", "list", "hosts", "every", "politeness", "layout", "expect"))
    if top.text("issuer") not in issuers:
        raise CatalogError(top.at("issuer"), f"{top.text('issuer')!r} is not in issuers.tsv", "Write its full name.")
    politeness, expect = top.table("politeness"), top.table("expect")
    politeness.expect(("per_minute",))
    expect.expect(("links_per_list", "days_between_pages"))
    return Source(
        name=file.rpartition("/")[2].removesuffix(".toml"),
        label=top.text("name"),
        issuer=top.text("issuer"),
        family=one_of(top.at("family"), "family", top.text("family"), FAMILIES),
        list=_address(top),
        hosts=_hosts(top),
        every=_every(top),
        per_minute=politeness.count("per_minute"),
        layouts=_layouts(top),
        links_per_list=expect.count("links_per_list"),
        days_between_pages=expect.count("days_between_pages"),
    )


def _address(top: Table) -> str:
    address = top.text("list")
    if not re.fullmatch(r"https?://[^\s/]{1,200}/\S{0,2000}", address):
        raise CatalogError(top.at("list"), f"list is {address!r}", "Write a full http or https address.")
    if urlsplit(address).netloc not in top.texts("hosts"):
        raise CatalogError(top.at("hosts"), "the host of the list is not among the hosts", "Add it.")
    return address


def _hosts(top: Table) -> tuple[str, ...]:
    for host in top.texts("hosts"):
        if not re.fullmatch(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}", host):
            raise CatalogError(top.at("hosts"), f"{host!r} is no host", "Write a host name in lower case, no path.")
    return top.texts("hosts")


def _every(top: Table) -> str:
    every = top.text("every")
    if not re.fullmatch(r"[1-9]\d{0,3}[mhd]", every):
        raise CatalogError(top.at("every"), f"every is {every!r}", "Write a number and m, h or d, such as 6h.")
    return every


def _layouts(top: Table) -> tuple[Layout, ...]:
    """Newest first: the first one is still valid, each later one ended before the one above it."""
    found: list[Layout] = []
    for n, table in enumerate(top.tables("layout")):
        table.expect(_SELECTORS, ("until",))
        until = table.get("until", date) if "until" in table.values else None
        if (until is None) != (n == 0) or (n > 1 and until >= found[-1].until):  # type: ignore[operator]
            raise CatalogError(
                table.at("until"), "the layouts are out of order", "Newest first, only it without until."
            )
        links, title, body, published = (_selector(table, key) for key in _SELECTORS)
        found.append(Layout(until=until, title=title, body=body, published=published, links=links))
    return tuple(found)


def _selector(table: Table, key: str) -> str:
    """A CSS selector; an empty one says that the page does not show the thing in its HTML."""
    selector = table.get(key, str)
    if selector:
        try:
            LexborHTMLParser("<p></p>").css(selector)
        except (SelectolaxError, ValueError) as error:
            raise CatalogError(table.at(key), f"{selector!r} is no CSS selector ({error})", "Mend it.") from error
    return selector
