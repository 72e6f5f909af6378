"""One file: a saved page or document, or whatever container its bytes say it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jingbao.core.errors import PageError, Unreadable
from jingbao.core.values import Flag
from jingbao.intake import kinds, limits, mail, mhtml, warc
from jingbao.intake.address import address_of, clean_address, pseudo_address, unknown_address
from jingbao.intake.arrival import Arrival, received


def arrivals(path: Path, name: str, url: str | None, seen: datetime) -> Iterator[Arrival]:
    """The page or pages in one file.

    name: path for a stand-in address; url: the address, for a page or MHTML; seen: where the file itself does not say.
    """
    concerns = limits.shown(path)
    try:
        container = kinds.container(limits.head(path))
        if url is not None:
            url = _given(url, concerns)
    except PageError as error:
        yield limits.refusal(error)
        return
    if url is not None and container in ("warc", "mail"):
        cause = "the file holds pages of several addresses, so the address given was not used"
        yield Flag("address-not-used", concerns, cause, "Give --url with a single page only.")
    match container:
        case "warc":
            yield from warc.arrivals(path, seen)
        case "mail":
            yield from mail.arrivals(path, name, seen)
        case "mhtml":
            yield from mhtml.arrivals(path, name, url, seen)
        case "page":
            yield from _page(path, name, url, seen)


def _given(url: str, concerns: str) -> str:
    address = clean_address(url)
    if address is None:
        raise Unreadable(concerns, f"{url!r} is no web address", "Give --url an http or https address.")
    return address


def _page(path: Path, name: str, url: str | None, seen: datetime) -> Iterator[Arrival]:
    concerns = limits.shown(path)
    try:
        content = limits.read(path)
        content_type = kinds.content_type(content, name, concerns)
    except PageError as error:
        yield limits.refusal(error)
        return
    address, flag = url, None
    if address is None and content_type == "text/html":
        address, flag = address_of(content, name, concerns)
    elif address is None:
        address, flag = pseudo_address(name), unknown_address(concerns)
    if flag:
        yield flag
    yield received(address, content, content_type, seen)
