"""Official titles, taken apart: who, about what, which kind of instrument, with which modifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jingbao.core.catalog.entries import Catalog
from jingbao.writers.rules.lexicon import squash

_BRACKETS = re.compile(r"\s?[（(]([^（）()]{1,30})[）)]\s?$")
_BOOK = re.compile(r"[《〈]([^《》〈〉]{2,120})[》〉]")
_EDITION = re.compile(r"((?:19|20)\d{2})年?[版本]$")
# The longest kind is not always the kind that reads: 建设指南 are guidelines for the construction of something.
_OBJECTIVE = ("管理", "建设", "监督管理")


@dataclass(frozen=True, slots=True)
class Title:
    """subject: between 关于 and 的, or before the kind; kind: instrument word of the catalog, '' where none ends it."""

    subject: str
    kind: str
    on: bool  # 关于 … 的
    modifiers: tuple[str, ...]

    @property
    def trial(self) -> bool:
        return any("试行" in m for m in self.modifiers)

    @property
    def edition(self) -> str:
        found = [match[1] for m in self.modifiers if (match := _EDITION.search(m))]
        return found[0] if found else ""


def parse(title: str, catalog: Catalog) -> Title:
    """A title without its outer book-title marks, taken apart."""
    text = title.strip()
    modifiers: list[str] = []
    while (match := _BRACKETS.search(text)) and len(modifiers) < 5:
        modifiers.append(match[1])
        text = text[: match.start()].rstrip()
    kind = _kind(text, catalog)
    if "关于" in text:
        subject = text.split("关于", 1)[1].removesuffix(kind).removesuffix("的")
        return Title(subject, kind, True, tuple(modifiers))
    subject = text.removesuffix(kind).removesuffix("的")
    for prefix in _OBJECTIVE:
        if kind.startswith(prefix) and kind.removeprefix(prefix) in catalog.instruments:
            subject, kind = subject + prefix, kind.removeprefix(prefix)
    return Title(subject, kind, False, tuple(modifiers))


def _kind(text: str, catalog: Catalog) -> str:
    """Longest kind that ends a title; a term of art that ends with a kind counts (刑事合规风险提示)."""
    for length in range(min(12, len(text) - 1), 0, -1):
        tail = text[-length:]
        if _is_kind(tail, catalog) or (_lower(tail, catalog) and any(_is_kind(tail[n:], catalog) for n in (1, 2))):
            return tail
    return ""


def _lower(word: str, catalog: Catalog) -> bool:
    """Whether a term is a common noun; a name in title case (电信条例) is no kind."""
    found = catalog.terms.get(word)
    return found is not None and found.en[:1].islower()


def _is_kind(word: str, catalog: Catalog) -> bool:
    found = catalog.instruments.get(word)
    return found is not None and found.kind == "instrument"


def innermost(title: str) -> str:
    """Innermost book title, '' where there is none."""
    found = _BOOK.findall(title)
    return found[0] if found else ""


def about(title: str) -> str:
    """What a title is about: after 关于, without 的 and the cover's kind; the title itself where it has no 关于."""
    text = re.sub(r"[（(][^（）()]{1,30}[）)]\s?$", "", title.strip())
    text = text.split("关于", 1)[1] if "关于" in text else text
    return re.sub(r"的?(?:通知|公告|通告|函|通报|批复|决定|意见|提示|风险提示|公示)$", "", text)


def same(one: str, other: str) -> bool:
    return squash(one) == squash(other)
