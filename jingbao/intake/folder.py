"""A folder of saved pages, with all its folders, in the order of their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jingbao.core.errors import PageError, Unreadable
from jingbao.core.values import Flag
from jingbao.intake import index, limits, single
from jingbao.intake.arrival import Arrival

_SYSTEM = {"thumbs.db", "desktop.ini"}
_RESOURCES = {".css", ".js", ".mjs", ".map", ".svg"}  # text too, so that only the name tells


def arrivals(root: Path, seen: datetime) -> Iterator[Arrival]:
    """The pages in every file, and in every folder that has an index.

    Left out without a word: hidden files, what the browser saved beside a page (PAGE_files/), links to something inside
    the folder (it is met there). Refused with a Flag: links that lead outside, sockets, pipes and devices.
    """
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path is not root and (refused := _refused(path, root)) is not None:
            yield from refused
        elif os.path.isdir(path):  # not path.is_dir(), which raises where access is denied
            entries = _entries(path)
            if isinstance(entries, Flag):
                yield entries
            elif any(entry.match(index.PATTERN) for entry in entries):
                yield from index.arrivals(path, seen)
            else:
                waiting += reversed(entries)
        elif path.suffix.lower() in _RESOURCES:
            cause = "it is a style, script or drawing, not a page"
            yield Flag("no-page", limits.shown(path), cause, "Nothing to do.", "note")
        else:
            name = limits.shown(path.relative_to(root).as_posix())
            yield from single.arrivals(path, name, None, seen)


def _entries(folder: Path) -> list[Path] | Flag:
    """What is to be visited in a folder, sorted by name."""
    try:
        with limits.reading(folder):
            names = sorted(os.listdir(folder))
    except PageError as error:
        return limits.refusal(error)
    saved = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
    companions = {f"{stem}{end}" for stem in saved for end in ("_files", ".files")}
    return [
        folder / name
        for name in names
        if not name.startswith(".") and name.lower() not in _SYSTEM and name not in companions
    ]


def _refused(path: Path, root: Path) -> tuple[Flag, ...] | None:
    """None for a file or folder to be taken in; () for one left out without a word."""
    concerns = limits.shown(path)
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            if path.resolve(strict=True).is_relative_to(root.resolve()):
                return ()
            cause = "it is a link that leads out of the folder"
            return (limits.refusal(Unreadable(concerns, cause, "Add the file or folder it leads to.")),)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        cause = f"it cannot be followed ({getattr(error, 'strerror', None) or error})"
        return (limits.refusal(Unreadable(concerns, cause, "Check where it leads and that you may read it.")),)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return (limits.refusal(Unreadable(concerns, "it is no regular file", "Add files and folders only.")),)
    return None
