"""E-mail: what colleagues forward. Attachments become pages; names and addresses of people in headers are not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from jingbao.core.errors import PageError, Unreadable
from jingbao.core.values import Flag
from jingbao.intake import kinds, limits, mhtml, mime
from jingbao.intake.address import address_of, clean_address, pseudo_address, unknown_address
from jingbao.intake.arrival import Arrival, Received, received
from jingbao.intake.mime import Mime

_LINK = re.compile(rb"https?://[^\s<>\"'()\x80-\xff]{4,500}", re.I)
_MAX_LINKS = 20


def arrivals(path: Path, name: str, seen: datetime) -> Iterator[Arrival]:
    """Attached pages and documents; the mail's own text only when it brings nothing else.

    name: path for stand-in addresses; seen: for a mail without a Date.
    """
    concerns = limits.shown(path)
    try:
        message = mime.parse(path)
    except PageError as error:
        yield limits.refusal(error)
        return
    seen = mime.moment(message, seen)
    bodies: list[Mime] = []
    pages = 0
    for n, part in enumerate(mime.leaves(message), 1):
        if _is_body(part):
            bodies.append(part)
            continue
        for arrival in _attachment(part, n, name, concerns, seen):
            pages += isinstance(arrival, Received)
            yield arrival
    yield from _links(bodies, concerns)
    if not pages:
        yield from _body(bodies, name, concerns, seen)
    yield from mime.damage(message, concerns)


def _is_body(part: Mime) -> bool:
    words = part.get_content_type() in ("text/plain", "text/html")
    return words and part.get_content_disposition() != "attachment" and not mime.file_name(part)


def _attachment(part: Mime, n: int, name: str, concerns: str, seen: datetime) -> Iterator[Arrival]:
    if kinds.is_resource(part.get_content_type()):
        return
    file = mime.file_name(part) or "attachment"
    concerns, name = f"{concerns} > {file}", f"{name}/{n}/{file}"
    content = mime.payload(part)
    try:
        if not content.strip():
            raise Unreadable(concerns, "it is empty", "Ask for it again.")
        inner = kinds.container(content[: limits.MAX_HEAD])
        if inner == "mhtml":
            yield from mhtml.pages(mime.parse_bytes(content, concerns), name, concerns, None, seen)
            return
        if inner != "page":
            raise Unreadable(concerns, "it is a container inside a mail", "Save it as a file and add that.")
        content_type = kinds.content_type(content, file, concerns)
    except PageError as error:
        yield limits.refusal(error)
        return
    if content_type == "text/html":
        address, flag = address_of(content, name, concerns)
    else:
        address, flag = pseudo_address(name), unknown_address(concerns)
    if flag:
        yield flag
    yield received(address, content, content_type, seen)


def _links(bodies: list[Mime], concerns: str) -> Iterator[Flag]:
    """A Flag with the addresses the text names: they are to be saved and added, for nothing is fetched here."""
    found: dict[str, None] = {}
    for part in bodies:
        for match in _LINK.finditer(mime.payload(part)):
            address = clean_address(match.group().decode("ascii").replace("&amp;", "&").rstrip(".,;:!?"))
            if address and urlsplit(address).path not in ("", "/"):
                found[address] = None
    if found:
        named = ", ".join(list(found)[:_MAX_LINKS]) + (" and more" if len(found) > _MAX_LINKS else "")
        cause = f"its text links to {len(found)} page{'s' if len(found) > 1 else ''}: {named}"
        yield Flag("mail-links", concerns, cause, "Save the official ones and add them.", "note")


def _body(bodies: list[Mime], name: str, concerns: str, seen: datetime) -> Iterator[Arrival]:
    written = [part for part in bodies if mime.payload(part).strip()]
    if not written:
        yield limits.refusal(Unreadable(concerns, "it holds no page, document or text", "Check that it is complete."))
        return
    body = next((part for part in written if part.get_content_type() == "text/html"), written[0])
    yield Flag(
        "mail-text",
        concerns,
        "it brings no page or document, so its own text is kept, with whatever its writer put around official words",
        "Save the official page and add that instead.",
    )
    yield received(pseudo_address(name), mime.payload(body), mime.content_type(body), seen)
