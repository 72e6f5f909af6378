"""What a container gives: pages as they were received, or a Flag for what could not be taken in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from jingbao.core.values import Flag, Page


@dataclass(frozen=True, slots=True)
class Received:
    """A Page and its bytes."""

    page: Page
    content: bytes


Arrival = Received | Flag


def received(url: str, content: bytes, content_type: str, seen: datetime) -> Received:
    """A page that was answered with status 200 at `url`; content_type: as recorded, '' where unknown."""
    page = Page(url, url, seen, 200, content_type, hashlib.sha256(content).hexdigest(), len(content))
    return Received(page, content)


def moment(recorded: datetime, seen: datetime) -> datetime:
    """The recorded moment, in UTC where it names no zone (MHTML: -0000); `seen` where it cannot be true."""
    if not 1990 <= recorded.year <= 2100:
        return seen
    return recorded if recorded.tzinfo else recorded.replace(tzinfo=UTC)
