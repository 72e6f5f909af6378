"""A page's text that came as data: JSON in the page or beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jingbao.core.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Record:
    """One article as data. html: its text; meta: (label, value) as in Document.meta; files: (address, name)."""

    title: str
    html: str
    meta: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]


def parse(text: str, concerns: str) -> Any:
    """The JSON value, or None where the text is none. Raises TooLarge for one nested too deeply."""
    try:
        return json.loads(text)
    except ValueError:
        return None
    except RecursionError as error:
        todo = "Look at the address in a browser; if it shows a text, save that as a file and add it."
        raise TooLarge(concerns, "its data are nested too deeply to be read", todo) from error


def text_of(data: Mapping[str, Any], key: str) -> str:
    """A string or number of the data as text; '' where it is missing, null or something else."""
    value = data.get(key)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def dicts(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON array; nothing where it is none."""
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
