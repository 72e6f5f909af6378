"""Issue -> plain text of 72 columns, pleasant to read in a mail program or a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from jingbao.core.values import Issue, Section
from jingbao.formats.plain import line
from jingbao.formats.printed import Entry, Line, entry, full_day, period, watch_label, watch_said

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain; charset=utf-8"

WIDTH = 72  # columns; a Chinese character takes two

_WIDE = "\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_OPEN, _CLOSE = "[（《〔「『]{0,3}", "[，。、；：！？）》〕」』]{0,3}"
# What may not be parted: a day in brackets; a word, with the numbers of its quotations; a Chinese character with the
# marks that cling to it.
_PIECES = re.compile(
    rf"\s+|\(\d{{1,2}} [A-Z][a-z]{{2,8}}\)|{_OPEN}[^\s{_WIDE}]+{_CLOSE}(?: \[[\d,–]{{1,60}}\])?"
    rf"|{_OPEN}[{_WIDE}]{_CLOSE}"
)


def render(issue: Issue) -> bytes:
    """The text in UTF-8, lines ending in LF."""
    return ("\n".join(_lines(issue)) + "\n").encode()


def _lines(issue: Issue) -> Iterator[str]:
    yield f"京報  {line(issue.edition)}"
    yield f"{period(issue)} · printed {full_day(issue.printed)}"
    yield from wrap(issue.beat)
    yield "=" * WIDTH
    if issue.notice:
        yield from ("", *wrap(issue.notice))
    yield from ("", *wrap(issue.introduction))
    if issue.highlights:
        yield from _title("KEY HIGHLIGHTS")
    for highlight in issue.highlights:
        yield from ("", *wrap(f"{highlight.title}. {' '.join(highlight.sentences)}"))
    if issue.watches:
        yield from (*_title("DATES TO WATCH"), "")
    items = {item.number: item for item in issue.items}
    for number, watch in issue.watches:
        words = f"{watch_label(watch)}: {watch_said(watch, items[number])} (item {number})"
        margin = " " * 19
        yield from wrap(words, f"{full_day(watch.day):<18} ", margin)
        yield from wrap(watch.citation.quote, margin, margin)
    for section in issue.sections:
        if section.items:
            yield from _section(section, issue)
    yield from (*_title("SUBSCRIBE AND CONTACT"), "", *wrap(issue.contact))
    yield from _title("LEGAL NOTICES")
    for block in issue.legal:
        yield from ("", *wrap(f"{block.title}. {block.text}"))
    yield from ("", "=" * WIDTH, *wrap(issue.colophon))
    if issue.notice:
        yield from ("", *wrap(issue.notice))


def _title(text: str) -> tuple[str, ...]:
    return ("", "", text, "-" * WIDTH)


def _section(section: Section, issue: Issue) -> Iterator[str]:
    yield from _title(section.title.upper())
    for item in section.items:
        yield from ("", *_item(entry(item, issue)))


def _item(item: Entry) -> Iterator[str]:
    head = f"{item.number}."
    margin = " " * 4
    yield from wrap(f"{item.headline} {item.day}", f"{head:<4}", margin)
    facts = " ".join(_cited(said) for said in item.lines if not said.author)
    yield from ("", *wrap(facts, margin, margin), "")
    for said in item.lines:
        if said.author:
            yield from (*wrap(f"View of {said.author}: {said.text}", margin, margin), "")
    brief = item.brief
    yield from wrap(brief.title, margin, margin)
    yield from wrap(" · ".join(filter(None, (brief.number, *item.marks, *item.about, "machine draft"))), margin, margin)
    for attachment in brief.attachments:
        yield from wrap(f"Attached: {attachment.name}", margin, margin)
    yield f"{margin}{line(brief.url)}"
    for quote in item.quotes:
        yield from wrap(f"{quote.citation.quote} ({quote.label})", f"{margin}[{quote.number}] ", margin * 2)


def _cited(said: Line) -> str:
    return f"{said.text} [{said.numbers}]"


def wrap(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """Lines of at most WIDTH columns where words allow; first, rest: what stands before them."""
    row, before = first, ""
    empty = True
    for piece in _PIECES.findall(line(text)):
        if piece.isspace():
            before = " "
            continue
        if not empty and columns(row + before + piece) > WIDTH:
            yield row
            row, before = rest, ""
        row += ("" if empty else before) + piece
        empty, before = False, ""
    if not empty:
        yield row


def columns(text: str) -> int:
    """Width on a terminal."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
