"""intake: pages that did not come by HTTP -> Page and bytes. One file here per container; nothing is fetched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jingbao.core.errors import Unreadable
from jingbao.intake import folder, limits, single
from jingbao.intake.arrival import Arrival, Received

__all__ = ["Arrival", "Received", "arrivals"]


def arrivals(path: Path, *, url: str | None, seen: datetime) -> Iterator[Arrival]:
    """Pages, lazily, and Flags for what could not be taken in; the container is told by the bytes, not by the name.

    url: address of a single saved page; seen: aware, for pages whose container does not say when it was received.
    """
    if not os.path.isdir(path):  # not path.is_dir(), which raises where access is denied
        yield from single.arrivals(path, limits.shown(path.name), url, seen)
        return
    if url is not None:
        cause = "an address belongs to one file, and this is a folder"
        yield limits.refusal(Unreadable(limits.shown(path), cause, "Leave --url out, or add one file."))
        return
    yield from folder.arrivals(path, seen)
