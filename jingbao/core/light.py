"""How the facts of a text are shown in it: which stretch of it proves which facts, and in which colour.

Facts of one hue answer one question. A screen gives each hue a colour and says its name: colour alone tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jingbao.core.values import (
    Channel,
    Count,
    Duty,
    Fact,
    FactValue,
    PartEffect,
    Penalty,
    RegisterSize,
    Relation,
    Target,
)

# hue -> (the question its facts answer, their names)
HUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "who": ("who acts", ("issuer", "issuer_count", "forwarder", "party", "english_name")),
    "what": (
        "what it is",
        (
            "title",
            "instrument",
            "instrument_kind",
            "edition",
            "batch",
            "period",
            "document_number",
            "rank",
            "binding",
            "standard",
        ),
    ),
    "when": (
        "when",
        ("signed", "published", "effective", "part_effect", "expires", "comment_deadline", "submission_deadline"),
    ),
    "does": ("what it does, where, on what", ("status", "role", "category", "region", "topic", "purpose")),
    "duty": ("who must, may, must not", ("obligation", "prohibition", "permission", "encouragement", "penalty")),
    "sum": ("how much, how many", ("target", "count", "register")),
    "link": ("other texts, and where to write", ("cites", "relation", "channel")),
}
HUE_OF = {name: hue for hue, (_, names) in HUES.items() for name in names}
_MOST = 12  # facts named at one stretch; beyond, a screen could not show them


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text throughout which the same spans hold. spans: their places among those given, at most 12."""

    start: int
    end: int
    spans: tuple[int, ...]


def cut(length: int, spans: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    """A text of that length in stretches, in order and without gaps; spans may overlap and come in any order."""
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for n, (start, end) in enumerate(spans):
        if 0 <= start < end <= length:
            opens.setdefault(start, []).append(n)
            closes.setdefault(end, []).append(n)
    edges = sorted({0, length, *opens, *closes})
    return tuple(_stretches(edges, opens, closes))


def _stretches(edges: list[int], opens: dict[int, list[int]], closes: dict[int, list[int]]) -> Iterator[Stretch]:
    held: dict[int, None] = {}
    for start, end in pairwise(edges):
        for n in closes.get(start, ()):
            held.pop(n)
        held |= dict.fromkeys(opens.get(start, ()))
        yield Stretch(start, end, tuple(n for n, _ in zip(held, range(_MOST), strict=False)))


def said(value: FactValue) -> str:
    """A fact's value in words."""
    match value:
        case Target():
            return f"by {value.by or 'no stated day'}: {value.what} {value.comparator} {value.value:g} {value.unit}"
        case Count():
            return f"{'' if value.exact else 'about '}{value.number:g} {value.unit} {value.noun}"
        case Duty():
            return f"{value.bearer or 'nobody named'}: {value.word}"
        case Penalty():
            least = "…" if value.least is None else f"{value.least:,g}"
            return f"{least} to {'…' if value.most is None else f'{value.most:,g}'} {value.unit}"
        case Channel():
            return f"{value.kind}: {value.value}"
        case Relation():
            return f"{value.kind.replace('_', ' ')}: {value.title}"
        case PartEffect():
            return f"{value.part}: {value.day}"
        case RegisterSize():
            return f"{value.title or 'no title'}: {value.rows} rows, {value.entities} names"
        case str() | int():
            return str(value)


def hue(fact: Fact) -> str:
    """The hue of a fact; a fact without one is a fault of this table, which the tests look for."""
    return HUE_OF[fact.name]
