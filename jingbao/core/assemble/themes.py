"""Introduction and key highlights, proposed from counts; each says only what the items say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from jingbao.core.assemble.mentions import Mentions
from jingbao.core.catalog.entries import Catalog
from jingbao.core.figures import WORDS, print_day
from jingbao.core.values import Highlight, Item

MOST = 4  # themes of an issue
TOLD = 3  # items told in a theme
NAMED = 3  # themes named in the introduction, and those as large as the last of them
_WEIGHT = {"legislative": 0, "enforcement": 1, "industry": 2}


Theme = tuple[str, tuple[Item, ...]]  # group of topics, its items


def themes(items: Sequence[Item], catalog: Catalog) -> tuple[Theme, ...]:
    """The largest themes, at most four, equal ones in the order of the beat; single items only to make up two."""
    ranked = _ranked(items, catalog)
    shared = [group for group in ranked if len(group[1]) > 1]
    return tuple((shared if len(shared) > 1 else ranked[:2])[:MOST])


def _ranked(items: Sequence[Item], catalog: Catalog) -> list[Theme]:
    order = {name: n for n, name in enumerate(catalog.topics)}
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.brief.topics:
            groups.setdefault(_group(item.brief.topics[0], catalog), []).append(item)
    ranked = sorted(groups.items(), key=lambda g: (-len(g[1]), order.get(g[0], len(order)), g[0]))
    return [(name, tuple(found)) for name, found in ranked]


def _chief(items: Sequence[Item], catalog: Catalog) -> list[Theme]:
    """Themes the introduction names: the three largest and all as large as the third; never some of several equals.

    Where that would name more than five, only the larger ones are named.
    """
    ranked = [theme for theme in _ranked(items, catalog) if len(theme[1]) > 1]
    if len(ranked) <= NAMED:
        return ranked
    least = len(ranked[NAMED - 1][1])
    named = [theme for theme in ranked if len(theme[1]) >= least]
    return named if len(named) <= NAMED + 2 else [theme for theme in ranked if len(theme[1]) > least]


def _group(topic: str, catalog: Catalog) -> str:
    found = catalog.topics.get(topic)
    return topic if found is None or not found.parent else found.parent


def label(topic: str, catalog: Catalog) -> str:
    """English of a topic as it stands inside a sentence."""
    found = catalog.topics.get(topic)
    text = found.en if found is not None else topic
    return text if any(c.isupper() for c in text[1:]) else text[:1].lower() + text[1:]


def topic_names(items: Sequence[Item], catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """(id, printed name) of every topic of the items, by id."""
    used = sorted({topic for item in items for topic in item.brief.topics})
    return tuple((topic, label(topic, catalog)) for topic in used)


def introduction(items: Sequence[Item], catalog: Catalog, start: date, end: date, consulted: date | None) -> str:
    """'This issue reports 31 developments …, chiefly on telecommunications (nine) and vehicles (six).'"""
    many = f"{_number(len(items))} development{'' if len(items) == 1 else 's'}"
    told = [f"{label(name, catalog)} ({_number(len(found))})" for name, found in _chief(items, catalog)]
    chiefly = f", chiefly on {_join(told)}" if told else ""
    text = f"This issue reports {many} posted from {print_day(start)} to {print_day(end)}{chiefly}."
    return text if consulted is None else f"{text} It is based on official sources consulted to {print_day(consulted)}."


def highlights(items: Sequence[Item], catalog: Catalog, mentions: Mentions) -> tuple[Highlight, ...]:
    """A paragraph for each theme: the headlines of its weightiest items, then the numbers of the others.

    items: with their sentences as drafted; mentions: of the issue, whose first running text this is.
    """
    found: list[Highlight] = []
    for name, group in themes(items, catalog):
        told = sorted(group, key=lambda item: (_WEIGHT[item.brief.category], item.number))[:TOLD]
        sentences = [f"{mentions.spell(_sentence(item), item.brief.mentions)} (item {item.number})." for item in told]
        rest = [str(item.number) for item in group if item not in told]
        if rest:
            one = len(rest) == 1
            sentences.append(f"Item{'' if one else 's'} {_join(rest)} also concern{'s' if one else ''} this theme.")
        topic = catalog.topics.get(name)
        numbers = tuple(sorted(item.number for item in group))
        found.append(Highlight(name, topic.en if topic is not None else name, tuple(sentences), numbers))
    return tuple(found)


def _sentence(item: Item) -> str:
    """A headline as a sentence: with the article its subject has in the text of the item."""
    subject = " ".join(item.headline.split(" ")[:2])
    article = item.sentences and re.search(rf"\b[Tt]he {re.escape(subject)}\b", item.sentences[0].text)
    return f"The {item.headline}" if article else item.headline


def _number(value: int) -> str:
    return WORDS[value] if value < 10 else str(value)


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
