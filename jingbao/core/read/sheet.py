"""The sheet on which one document is read: its text cut into lines, and the facts found so far with their proof."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

import opencc

from jingbao.core.read.lore import Lore
from jingbao.core.read.title import Book, books
from jingbao.core.values import Document, Fact, FactValue, Flag, Reading, Severity, Span

LONGEST = 400_000  # code points read of a part; official texts stay far below
LONGEST_TITLE = 400  # of a title; the longest known have under 200
MOST_FACTS = 5_000
_SIMPLER = opencc.OpenCC("t2s")
_SAMPLE = 400  # code points that tell whether a page is in traditional characters
# One of which every page in traditional characters has near its beginning.
_FREQUENT = re.compile("[國關於發為會業務規條資網經實應開產電動長門訊與個們這來對時說過還進學東見書車間問題]")
_TRADITIONAL = 0.02  # share of characters that must change, lest a simplified page be touched


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part that is not blank, trimmed: text and place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meta:
    """A meta line. start, end: place of the value in the part meta."""

    origin: str
    label: str
    value: str
    start: int
    end: int


class Sheet:
    """A document on the reader's desk; title and body in simplified characters, at the places of the original.

    facts and flags only grow; a fact is refused nowhere here: `Reading.prove` holds each against the text at the end.
    """

    def __init__(self, document: Document, lore: Lore) -> None:
        self.document = document
        self.lore = lore
        self.catalog = lore.catalog
        self.title, self.body = _simple(document.title[:LONGEST_TITLE], document.body[:LONGEST])
        self.lines = tuple(_lines(self.body))
        self.metas = tuple(_metas(document.meta))
        self._labels: dict[str, list[Meta]] = {}
        for meta in self.metas:
            self._labels.setdefault(meta.label.lower(), []).append(meta)
        self.host = urlsplit(document.url).netloc.lower()
        self.facts: list[Fact] = []
        self._places: dict[str, list[int]] = {}
        self.flags: list[Flag] = []

    @property
    def year(self) -> int:
        """Year of the page, 0 while no day of posting or signing is known: decides what an old name means."""
        places = [*self._places.get("published", ())[:1], *self._places.get("signed", ())[:1]]
        return int(str(self.facts[min(places)].value)[:4]) if places else 0

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """Every title in book marks of the body."""
        return books(self.body)

    def leading_books(self, end: int) -> Iterator[Book]:
        """Those that end before a place."""
        near = itertools.takewhile(lambda book: book.start < end, self.books)
        return (book for book in near if book.end < end)

    def words(self, fact: Fact) -> str:
        """The words of a fact's proof, in simplified characters where the page is read in them."""
        part = {"title": self.title, "body": self.body}.get(fact.span.part) or self.document.part(fact.span.part)
        return part[fact.span.start : fact.span.end]

    def meta(self, *labels: str, origin: str = "") -> Iterator[Meta]:
        """Meta lines under one of the labels (case ignored: PubDate, pubdate), in the order of the labels."""
        for label in labels:
            for meta in self._labels.get(label.lower(), ()):
                if origin in ("", meta.origin):
                    yield meta

    def add(
        self, name: str, value: FactValue, part: str, start: int, end: int, rule: str, rests: tuple[int, ...] = ()
    ) -> int:
        """Note a fact whose proof stands at part[start:end]; its place among the facts comes back."""
        span = Span(part, start, end)
        if len(self.facts) < MOST_FACTS:
            self._places.setdefault(name, []).append(len(self.facts))
            self.facts.append(Fact(name, value, self.document.quote(span), span, rule, rests))
        return len(self.facts) - 1

    def derive(self, name: str, value: FactValue, basis: int, rule: str) -> int:
        """Note a fact that follows from another and has the same proof."""
        fact = self.facts[basis]
        return self.add(name, value, fact.span.part, fact.span.start, fact.span.end, rule, (basis,))

    def flag(self, code: str, cause: str, todo: str, severity: Severity = "warning") -> None:
        self.flags.append(Flag(code, self.document.url, cause, todo, severity))

    def places(self, name: str) -> tuple[int, ...]:
        """Places among the facts of those with that name."""
        return tuple(self._places.get(name, ()))

    def text(self, name: str) -> str:
        """Value of the first fact of that name, '' where there is none."""
        places = self._places.get(name)
        return str(self.facts[places[0]].value) if places else ""

    @property
    def posts(self) -> bool:
        """Whether the page's day of posting is that of the announcement: it is the author's own page, or was posted
        on the day of signing, before which nobody can have posted it; an authority's copy also on the day after."""
        signed, published, role = self.text("signed"), self.text("published"), self.text("role")
        if role not in ("copy", "press", "untrusted") or published == signed != "":
            return True
        if role != "copy" or not (signed and published):
            return False
        return (date.fromisoformat(published) - date.fromisoformat(signed)).days == 1

    def values(self, name: str) -> tuple[str, ...]:
        return tuple(str(self.facts[n].value) for n in self._places.get(name, ()))

    def reading(self, version: str) -> Reading:
        document = self.document
        return Reading(document.id, document.page, document.url, version, tuple(self.facts), tuple(self.flags))


def _simple(title: str, body: str) -> tuple[str, str]:
    """Both in simplified characters if the page is in traditional ones and no place moves; else as they are."""
    sample = title + body[:_SAMPLE]
    if _FREQUENT.search(sample) is None:
        return title, body
    simpler = _SIMPLER.convert(sample)
    if simpler == sample:
        return title, body
    changed = sum(a != b for a, b in zip(sample, simpler, strict=False))
    if changed < max(3, _TRADITIONAL * len(sample)):
        return title, body
    heading, text = (_by_character(part) for part in (title, body))
    return heading, text


def _by_character(text: str) -> str:
    simpler: str = _SIMPLER.convert(text)
    return simpler if len(simpler) == len(text) else text


def _lines(text: str) -> Iterator[Line]:
    for m in re.finditer(r"[^\n]+", text):
        stripped = m[0].strip()
        if stripped:
            start = m.start() + len(m[0]) - len(m[0].lstrip())
            yield Line(stripped, start, start + len(stripped))


def _metas(text: str) -> Iterator[Meta]:
    """Lines `ORIGIN:LABEL<TAB>VALUE`."""
    start = 0
    for line in text.split("\n"):
        head, tab, value = line.partition("\t")
        origin, colon, label = head.partition(":")
        if tab and colon and value.strip():
            first = start + len(head) + 1 + len(value) - len(value.lstrip())
            yield Meta(origin, label, value.strip(), first, first + len(value.strip()))
        start += len(line) + 1
