"""MHTML: one saved page with its parts. The page counts, and every part that is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jingbao.core.errors import PageError, Unreadable
from jingbao.intake import kinds, limits, mime
from jingbao.intake.address import address_of, clean_address
from jingbao.intake.arrival import Arrival, received
from jingbao.intake.mime import Mime


def arrivals(path: Path, name: str, url: str | None, seen: datetime) -> Iterator[Arrival]:
    """The main page and its document parts; pictures, styles and frames are left out.

    name: path for a stand-in address; url: overrides the recorded address of the main page; seen: where no Date stands.
    """
    concerns = limits.shown(path)
    try:
        yield from pages(mime.parse(path), name, concerns, url, seen)
    except PageError as error:
        yield limits.refusal(error)


def pages(message: Mime, name: str, concerns: str, url: str | None, seen: datetime) -> Iterator[Arrival]:
    """The same for a message already parsed. Raises Unreadable when it holds no page."""
    seen = mime.moment(message, seen)
    main = _main(message)
    if main is None or not mime.payload(main).strip():
        raise Unreadable(concerns, "it holds no page", "Save the page again from the browser.")
    content = mime.payload(main)
    address = url or _location(message, "Snapshot-Content-Location") or _location(main, "Content-Location")
    if address is None:
        address, flag = address_of(content, name, concerns)
        if flag:
            yield flag
    yield received(address, content, mime.content_type(main), seen)
    for part in mime.leaves(message):
        address = _location(part, "Content-Location")
        if part is not main and address is not None and part.get_content_maintype() not in ("text", "image"):
            yield from _document(part, address, seen)
    yield from mime.damage(message, concerns)


def _main(message: Mime) -> Mime | None:
    """The part the container names as its start, else the first page in it."""
    start = str(message.get_param("start", "")).strip("<>")
    texts = [part for part in mime.leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    named = (part for part in texts if start and mime.header(part, "Content-ID").strip("<>") == start)
    return next(named, texts[0] if texts else None)


def _location(part: Mime, header: str) -> str | None:
    return clean_address(mime.header(part, header))


def _document(part: Mime, address: str, seen: datetime) -> Iterator[Arrival]:
    content = mime.payload(part)
    if kinds.is_resource(part.get_content_type()):
        return
    try:
        kinds.content_type(content, address, address)
    except Unreadable:
        return  # fonts, pictures and the like, declared as plain bytes
    except PageError as error:
        yield limits.refusal(error)
        return
    yield received(address, content, mime.content_type(part), seen)
