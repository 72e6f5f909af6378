"""The archived copy of a page for people: what was received, as clean text, with the quoted words lit.

Nothing of the page's own HTML is passed on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta, timezone
from itertools import accumulate, groupby

from jingbao.core.errors import ReadingError
from jingbao.core.values import Document, Page, Span
from jingbao.formats.printed import anchor, full_day
from jingbao.formats.templates import fill

CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is lit or not throughout. names: of the quotations that begin with it."""

    text: str
    lit: bool
    names: tuple[str, ...]


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines, or rows of a table: lines that hold tabs."""

    table: bool
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Document to print. about: of an attachment, what it is or lacks; url: its own address."""

    title: str
    blocks: tuple[Block, ...]
    about: str = ""
    url: str = ""


def render(page: Page, document: Document, quotes: tuple[Span, ...], notice: str) -> bytes:
    """The copy as a web page in UTF-8, for the folder `sources/` of an issue; a quotation is at `#q-PART-START`.

    quotes: may overlap and come in any order; one that does not lie in the document raises ReadingError.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(set(quotes), key=lambda s: (s.part, s.start, s.end)):
        if not 0 <= span.start < span.end <= len(document.part(span.part)):
            raise ReadingError(document.id, f"no text at {span}", "Draft the item that quotes it again.")
        spans[span.part].append(span)
    attachments = tuple(
        Part(a.name, _blocks(a.text, spans[f"attachment:{n}"]), "" if a.text else _lacking(a.page), a.url)
        for n, a in enumerate(document.attachments, 1)
    )
    seen = page.seen.astimezone(CHINA)
    return fill(
        "source.html",
        page=page,
        notice=notice,
        seen=f"{full_day(seen.date())}, {seen:%H:%M} China time",
        name=document.title,
        title=_Lamp(document.title, spans["title"]).cut(0, len(document.title)),
        address=_Lamp(document.url, spans["url"]).cut(0, len(document.url)),
        body=_blocks(document.body, spans["body"]),
        meta=_blocks(document.meta, spans["meta"]),
        attachments=attachments,
    ).encode()


def _lacking(page: str) -> str:
    return "No text was found in this file." if page else "This file has not been archived."


class _Lamp:
    """A text and what of it is lit; `cut` takes a stretch of it in pieces."""

    def __init__(self, text: str, spans: list[Span]) -> None:
        self.text = text
        steps: Counter[int] = Counter({0: 0})
        self.names: dict[int, list[str]] = defaultdict(list)
        for span in spans:
            steps[span.start] += 1
            steps[span.end] -= 1
            first = span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip("\n\t"))
            if anchor(span) not in self.names[first]:  # two that begin together share a name
                steps[first] += 0
                self.names[first].append(anchor(span))
        self.edges = sorted(steps)
        self.depths = list(accumulate(steps[edge] for edge in self.edges))

    def cut(self, start: int, end: int) -> Cell:
        pieces = []
        at = start
        n = bisect_right(self.edges, start)
        while at < end:
            until = min(end, self.edges[n]) if n < len(self.edges) else end
            pieces.append(Piece(self.text[at:until], self.depths[n - 1] > 0, tuple(self.names.get(at, ()))))
            at, n = until, n + 1
        return tuple(pieces)


def _blocks(text: str, spans: list[Span]) -> tuple[Block, ...]:
    lamp = _Lamp(text, spans)
    blocks = []
    for table, lines in groupby(_cells(text), lambda cells: len(cells) > 1):
        rows = tuple(tuple(lamp.cut(start, end) for start, end in cells) for cells in lines)
        blocks.append(Block(table, rows))
    return tuple(blocks) if text else ()


def _cells(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the cells of each line stand; a line without tabs is one cell."""
    at = 0
    for line in text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            cells.append((at, at + len(cell)))
            at += len(cell) + 1
        yield cells
