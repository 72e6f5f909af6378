"""Text and addresses of unknown origin, made safe to print. Escaping for a format is the format's own work."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Marks that show nothing and only hide or split words.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# Controls, directions (a right-to-left override can show 〔2024〕 as another number), surrogates, noncharacters, tags.
_HARMFUL = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2061-\u206f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
HARMFUL = re.compile(f"[{_HARMFUL}]")
REPLACEMENT = "\ufffd"

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]{1,2000}", re.IGNORECASE)


def plain(text: str) -> str:
    """The text with what cannot be seen taken out, and what would disturb its display shown as U+FFFD."""
    return HARMFUL.sub(REPLACEMENT, _BREAKS.sub("\n", _UNSEEN.sub("", text)))


def line(text: str) -> str:
    """The same on one line, runs of white space as one space."""
    return " ".join(plain(text).split())


def web_address(url: str) -> str:
    """The address if it may be made a link, else '': http or https, a host, no name or password before it."""
    if not _ADDRESS.fullmatch(url) or plain(url) != url:
        return ""
    try:
        parts = urlsplit(url)
        return "" if not parts.hostname or "@" in parts.netloc else url
    except ValueError:
        return ""


def host(url: str) -> str:
    """Host of an address that may be a link, else ''."""
    return urlsplit(url).hostname or "" if web_address(url) else ""
