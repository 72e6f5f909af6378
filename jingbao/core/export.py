"""What was read from a page as one plain object, for other programs and for scoring."""

from __future__ import annotations

from typing import Any

from jingbao.core.catalog.entries import Catalog
from jingbao.core.read.beat import on_beat
from jingbao.core.registers import rows_of_longest_table
from jingbao.core.values import Attachment, Brief, Channel, Document, Penalty, Reading, RegisterSize, Relation, Target

DATES = ("signed", "published", "effective", "expires", "comment_deadline", "submission_deadline")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def answer(reading: Reading, document: Document, group: str, brief: Brief | None, catalog: Catalog) -> dict[str, Any]:
    """One page as an object of JSON types; None, '' or [] stands where the page does not state a thing.

    group: a name shared by the pages of one development; brief: the English on that development, if it has any.
    """
    issuers = [str(name) for name in reading.values("issuer")]
    return {
        "url": reading.url,
        "relevant": on_beat(reading, catalog)[0],
        "title": reading.text("title") or document.title,
        "body": document.body,
        "issuers": issuers,
        "issuers_en": list(dict.fromkeys(english(name, catalog) for name in issuers)),
        "instrument_zh": "；".join(str(name) for name in reading.values("instrument")) or None,
        "instrument_kind_zh": reading.text("instrument_kind") or None,
        "document_number": reading.text("document_number") or None,
        "status": reading.text("status") or None,
        "dates": {name: reading.text(name) or None for name in DATES},
        "region": reading.text("region") or None,
        "category": reading.text("category") or None,
        "topics": [str(topic) for topic in reading.values("topic")],
        "targets": [_target(value) for value in reading.values("target") if isinstance(value, Target)],
        "obligations_count": _duties(reading),
        "cites": list(dict.fromkeys(str(title) for title in reading.values("cites"))),
        "relations": [
            {"kind": v.kind, "title": v.title} for v in reading.values("relation") if isinstance(v, Relation)
        ],
        "channels": [{"kind": v.kind, "value": v.value} for v in reading.values("channel") if isinstance(v, Channel)],
        "penalties": [_penalty(value) for value in reading.values("penalty") if isinstance(value, Penalty)],
        "attachments": [_attachment(attachment) for attachment in document.attachments],
        "register": next((_register(value) for value in reading.values("register")), None),
        "group": group,
        "headline_en": headline(brief) if brief else "",
        "summary_en": " ".join(sentence.text for sentence in brief.sentences) if brief else "",
        "facts_en": _facts(brief) if brief else [],
    }


def english(issuer: str, catalog: Catalog) -> str:
    """How a headline names a body: abbreviation, else English name, else the Chinese as it stands."""
    entry = catalog.issuers.get(issuer)
    return (entry.abbreviation or entry.en) if entry else issuer


def headline(brief: Brief) -> str:
    """The headline of a Brief as an issue prints it, with the day and month of posting."""
    return f"{brief.headline.text} ({brief.published.day} {_MONTHS[brief.published.month - 1]})"


def _target(target: Target) -> dict[str, Any]:
    return {
        "by": target.by,
        "what": target.what,
        "comparator": target.comparator,
        "value": target.value,
        "unit": target.unit,
    }


def _register(size: object) -> dict[str, int] | None:
    """Size of the longest register of a page."""
    return {"rows": size.rows, "entities": size.entities} if isinstance(size, RegisterSize) else None


def _penalty(penalty: Penalty) -> dict[str, Any]:
    return {"min": penalty.least, "max": penalty.most, "unit": penalty.unit}


def _duties(reading: Reading) -> int:
    """Duties and prohibitions in the text of the page itself, its attachments left out."""
    found = (*reading.all("obligation"), *reading.all("prohibition"))
    return sum(fact.span.part == "body" for fact in found)


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "name": attachment.name,
        "url": attachment.url,
        "kind": attachment.kind,
        "rows": rows_of_longest_table(attachment.text),
    }


def _facts(brief: Brief) -> list[dict[str, str]]:
    """Each sentence with the quotation it rests on first; comments rest on none and are left out."""
    return [
        {"fact": sentence.text, "quote": sentence.citations[0].quote}
        for sentence in brief.sentences
        if sentence.citations
    ]
