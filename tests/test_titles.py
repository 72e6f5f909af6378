"""Titles, signatures and number lines as China's authorities have written them since 2006, one a row of titles.tsv.

A cell: what must be read (several facts parted by ;, alternatives by |, in order), `*` for not asked, empty for no
such fact, `!x` for anything but x; `\\n` in titles and bodies is a line break.
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.read import read
from jingbao.core.values import Document, Reading

FIELDS = ("issuer", "instrument", "instrument_kind", "document_number", "status", "region", "category")
TABLE = Path(__file__).with_name("titles.tsv")


@cache
def catalog() -> Catalog:
    return plugs.catalog()


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def reading(row: dict[str, str]) -> Reading:
    title, body = (row[name].replace("\\n", "\n") for name in ("title", "body"))
    year = next(
        (body[n : n + 4] for n in range(len(body) - 4) if body[n : n + 4].isdecimal() and body[n + 4] == "年"), "2024"
    )
    url = f"https://{row['host']}/zwgk/art_1.html"
    document = Document("page", url, "1", "inputs", "article", title, body, f"visible:published\t{year}-12-31", ())
    return read(document, catalog()).prove(document)


def fits(want: str, found: tuple[str, ...]) -> bool:
    """Whether the values found are those a cell asks for."""
    if want == "*":
        return True
    if want.startswith("!"):
        return want[1:] not in found
    asked = [one.split("|") for one in want.split(";")] if want else []
    return len(asked) == len(found) and all(value in one for value, one in zip(found, asked, strict=True))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["title"][:40])
def test_a_title_is_read_with_its_signature_and_number(row: dict[str, str]) -> None:
    found = reading(row)
    wrong = {
        name: (row[name], values)
        for name in FIELDS
        if not fits(row[name], values := tuple(str(value) for value in found.values(name)))
    }
    assert not wrong


def test_there_are_at_least_120_titles() -> None:
    assert len(rows()) >= 120
