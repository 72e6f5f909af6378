"""Under which address a saved page stands: what the browser wrote into it, else what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from jingbao.core.charset import decode
from jingbao.core.errors import UndecidedText
from jingbao.core.values import Flag
from jingbao.intake.limits import MAX_SEARCHED

_MAX = 2000  # characters of an address
# Browsers write the first line of a saved page: <!-- saved from url=(0042)https://... --> (the number is its length).
_SAVED_FROM = re.compile(rb"<!--\s{0,9}saved from url=\(\d{1,6}\)([^\s<>]{8,2000})")
# The SingleFile extension writes: <!-- Page saved with SingleFile \n url: https://... \n saved date: ... -->
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s{1,9}url:\s{0,9}([^\s<>]{8,2000})")


def clean_address(text: str) -> str | None:
    """An http or https address as recorded, without its fragment; None for anything else.

    Refused: control characters, lost characters, a user name before the host (it shows one site and means another).
    """
    address = text.strip().partition("#")[0]
    if len(address) > _MAX or any(c < " " or c == "\x7f" or c == "\ufffd" or "\ud800" <= c < "\ue000" for c in address):
        return None
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and not set("@\\ ") & set(parts.netloc)
    except ValueError:
        return None
    return address if usable else None


def pseudo_address(name: str) -> str:
    """A stable stand-in for an unknown address: saved:FOLDER/FILE, with the marks that mean something escaped."""
    return "saved:" + name.replace("%", "%25").replace("#", "%23").replace("?", "%3F")


def address_of(content: bytes, name: str, concerns: str) -> tuple[str, Flag | None]:
    """The address of a saved page, and a Flag when it is the page's own claim or unknown.

    In this order: the comment browsers write, <link rel=canonical>, <base>, og:url. The last three are written by the
    page's author, who may copy another's page; and a bare host or a folder is the address of no announcement.
    """
    for pattern in (_SAVED_FROM, _SINGLE_FILE):
        if found := pattern.search(content[:4096]):
            address = clean_address(found.group(1).decode("utf-8", "replace"))
            if address:
                return address, None
    for origin, claim in _claims(content, concerns):
        address = clean_address(claim)
        if address and _names_a_page(address, origin):
            cause = f"the address {address} is what the page says of itself ({origin})"
            return address, Flag("address-claimed", concerns, cause, "Compare it with the address you saved.", "note")
    return pseudo_address(name), unknown_address(concerns)


def unknown_address(concerns: str) -> Flag:
    return Flag(
        "address-unknown",
        concerns,
        "the file does not say at which address it was found",
        "Add it again on its own with --url ADDRESS, or save the page as MHTML.",
    )


def _claims(content: bytes, concerns: str) -> Iterator[tuple[str, str]]:
    try:
        text = decode(content[:MAX_SEARCHED], concerns).text
    except UndecidedText:
        text = content[:MAX_SEARCHED].decode("latin-1")  # addresses are mostly ASCII; others are refused later
    tree = LexborHTMLParser(text)
    for origin, selector, key in (
        ("canonical", 'link[rel~="canonical" i]', "href"),
        ("base", "base[href]", "href"),
        ("og:url", 'meta[property="og:url" i]', "content"),
    ):
        node = tree.css_first(selector)
        if node is not None and (value := node.attributes.get(key)):
            yield origin, value


def _names_a_page(address: str, origin: str) -> bool:
    parts = urlsplit(address)
    folder = parts.path.endswith("/") if origin == "base" else parts.path in ("", "/")
    return bool(parts.query) or (bool(parts.path) and not folder)
