"""Bytes on disk, under their SHA-256. A file appears whole or not at all, and is checked when read."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from jingbao.core.errors import Unreadable


def folder() -> Path:
    return Path(settings.HOME) / "archive"


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256


def keep(content: bytes, sha256: str) -> None:
    """Write the bytes unless they are there. Safe against a kill at any moment and against a second writer."""
    path = path_of(sha256)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)  # gone already when all went well


def fetch(sha256: str) -> bytes:
    """The bytes that were kept; refuses a file that is missing or has changed on disk."""
    path = path_of(sha256)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(
            sha256, f"{path} is missing", "Restore the archive from a backup, or add the page again."
        ) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Unreadable(sha256, f"{path} no longer has this content", "Restore the archive from a backup.")
    return content
