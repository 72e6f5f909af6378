"""Bodies and terms in full where an issue first mentions them, abbreviated afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}
)


class Mentions:
    """What one issue has mentioned so far."""

    def __init__(self) -> None:
        self._long: dict[str, str] = {}

    def spell(self, text: str, mentions: Iterable[tuple[str, str]]) -> str:
        """`text` with each first mention in full: the Ministry of … (“MIIT”).

        mentions: (short, long) forms. A short form that the issue gave to another name is written out again.
        """
        first: list[tuple[int, int, str]] = []
        for short, long in dict(mentions).items():
            match = _place(short, text)
            if match is None or self._long.get(short) == long:
                continue
            taken = short in self._long
            self._long.setdefault(short, long)
            full = long.replace(f" (“{short}”)", "") if taken else long
            first.append((*match, full))
        out, at = "", 0
        for start, end, full in sorted(first):
            if start >= at:
                out += text[at:start] + _fit(full, text, start, end)
                at = end
        return out + text[at:]


def _place(short: str, text: str) -> tuple[int, int] | None:
    """Where a short form stands by itself or heads a compound (AI-enabled), an article before it included."""
    match = re.search(rf"(?:\b[Tt]he )?(?<![\w“-]){re.escape(short)}(?!\w|-[\dA-Z]|['’]s)", text)
    return None if match is None else match.span()


def _fit(full: str, text: str, start: int, end: int) -> str:
    """The long form in its place: a capital at the head of a sentence, title case inside a name in title case."""
    had_article = text[start : start + 4].lower() == "the "
    if had_article and not full.startswith("the "):
        full = f"the {full}"
    if re.match(r" [A-Z][a-z]", text[end:]) and re.search(r"[A-Z][a-z-]+ (?:[a-z]{1,4} ){0,2}$", text[:start]):
        full = " ".join(
            word if word in _SMALL or word[:1] in "(“" else word[:1].upper() + word[1:] for word in full.split(" ")
        )
    return _capital(full) if start == 0 else full


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
