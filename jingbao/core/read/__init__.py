"""read: Document -> Reading. One file per fact or family of facts."""

from __future__ import annotations

from jingbao.core.catalog.entries import Catalog
from jingbao.core.read import (
    cites,
    clauses,
    consult,
    counts,
    days,
    deadlines,
    effect,
    english,
    expiry,
    headers,
    instrument,
    issuers,
    nature,
    numbers,
    odd,
    parties,
    rank,
    registers,
    role,
    standards,
    status,
    targets,
    topics,
)
from jingbao.core.read.bodies import signatures
from jingbao.core.read.lore import lore
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import parse
from jingbao.core.values import Document, Reading

VERSION = "4"

_NO_INSTRUMENT = ("event", "open_call", "enforcement", "campaign", "report", "list")


def read(document: Document, catalog: Catalog) -> Reading:
    """Every fact of a document, each with the words that prove it; what is missing or disputed is a flag."""
    sheet = Sheet(document, lore(catalog))
    title = parse(sheet.title, sheet.lore)
    if document.title.strip():
        sheet.add("title", document.title, "title", 0, len(document.title), "heading")
    days.posted(sheet)
    signed = signatures(sheet)
    days.signed(sheet, title, signed)
    first = status.of_title(sheet, title)
    acts_alone = first is not None and (first.status in _NO_INSTRUMENT or first.event == "licence")
    instrument.read(sheet, title, seek=not acts_alone)
    issuers.read(sheet, title, signed, first.status if first else "")
    numbers.read(sheet, title)
    verdict = status.read(sheet, title, first)
    doing = verdict.status if verdict else ""
    role.read(sheet, title, doing)
    effect.read(sheet, title, doing)
    headers.read(sheet)
    expiry.read(sheet, title, doing)
    deadlines.read(sheet, title, doing)
    nature.region(sheet)
    nature.category(sheet, verdict)
    standards.read(sheet)
    rank.read(sheet, title, verdict)
    parties.read(sheet, verdict)
    english.read(sheet)
    topics.read(sheet)
    targets.read(sheet)
    counts.read(sheet)
    cites.read(sheet)
    consult.read(sheet, doing)
    clauses.read(sheet)
    registers.read(sheet)
    odd.read(sheet, title)
    return sheet.reading(VERSION).prove(document)
