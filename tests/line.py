"""The whole line in memory, from the replica's saved pages to briefs, by the pure functions alone."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from jingbao.core import clean as cleaner, draft as drafting, read as reader
from jingbao.core.address import address_key
from jingbao.core.catalog import Catalog
from jingbao.core.errors import JingbaoError, PageError
from jingbao.core.export import answer
from jingbao.core.group import (
    Ask,
    Chain,
    Join,
    Profile,
    Start,
    chain,
    chain_keys,
    decide,
    develop,
    keys,
    known_on,
    profile,
    repeats,
    settle,
)
from jingbao.core.read.beat import on_beat
from jingbao.core.values import Brief, Development, Document, Page, Reading
from jingbao.writers import rules

SEEN = datetime(2025, 12, 31, tzinfo=UTC)
COMMON = 60  # developments under one key of chains: a key that more share links nothing by itself
Saved = tuple[Page, bytes]


@dataclass
class Line:
    """What each arrow made. refused: why a page is none; failed: what a step could not do, by address."""

    documents: dict[str, Document] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    developments: dict[int, Development] = field(default_factory=dict)
    briefs: dict[int, Brief] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    chains: tuple[Chain, ...] = ()

    @property
    def homes(self) -> dict[str, int]:
        """Number of the development of each page, by address."""
        return {m.url: number for number, found in self.developments.items() for m in found.members}


def saved(folder: Path) -> dict[str, Saved]:
    """Pages of a folder with indexes, by address key: url, file, status and content type are all that is read."""
    pages: dict[str, Saved] = {}
    for index in sorted(folder.glob("pages*.tsv")):
        with index.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["status"] == "200":
                    content = (folder / row["file"]).read_bytes()
                    name = sha256(content).hexdigest()
                    page = Page(row["url"], row["url"], SEEN, 200, row["content_type"], name, len(content))
                    pages[address_key(row["url"])] = (page, content)
    return pages


def documents(pages: Mapping[str, Saved], catalog: Catalog) -> Line:
    """clean: every page that is one; files that belong to a page are part of its Document."""
    line, wanted = Line(), set[str]()
    for page, content in pages.values():
        try:
            addresses = {url: address_key(url) for url in cleaner.references(page, content)}
            related = {url: pages[key] for url, key in addresses.items() if key in pages and pages[key][0] != page}
            document = cleaner.clean(page, content, catalog.sources, related)
        except PageError as error:
            line.refused[page.url] = f"{type(error).__name__}: {error.cause}"
        except Exception as error:
            line.failed[page.url] = f"clean: {type(error).__name__}: {error}"
        else:
            wanted |= set(addresses.values())
            line.documents[page.url] = document
    line.documents = {
        url: document
        for url, document in line.documents.items()
        if document.kind == "article" or (document.kind == "attachment" and address_key(url) not in wanted)
    }
    return line


def read(line: Line, catalog: Catalog) -> None:
    for url, document in line.documents.items():
        try:
            line.readings[url] = reader.read(document, catalog)
        except Exception as error:
            line.failed[url] = f"read: {type(error).__name__}: {error}"


def group(line: Line, catalog: Catalog) -> None:
    placed = place((line.readings[url], line.documents[url]) for url in line.readings)
    line.chains = chains(placed)
    by_id = {reading.id: reading for reading in line.readings.values()}
    for number, members in placed.items():
        found = tuple(by_id[traits.reading] for traits, _ in members)
        reasons = {traits.reading: because for traits, because in members}
        line.because |= {by_id[name].url: because for name, because in reasons.items()}
        known = {reading.id: known_on(reading, SEEN.date(), first=True) for reading in found}
        again = repeats(tuple(traits for traits, _ in members))
        line.developments[number] = develop(number, found, reasons, known, catalog, again)


Placed = dict[int, list[tuple[Profile, str]]]


def place(pages: Iterable[tuple[Reading, Document]]) -> Placed:
    """Developments as (profile, reason) lists, built page by page through the index keys."""
    homes: Placed = {}
    home_of: dict[str, int] = {}
    index: dict[str, set[str]] = {}
    for number, (reading, document) in enumerate(pages, 1):
        traits = profile(reading, document)
        near = sorted({home_of[name] for key in keys(traits) for name in index.get(key, ())})
        decision = decide(traits, tuple((n, tuple(p for p, _ in homes[n])) for n in near))
        match decision:
            case Join(developments=numbers):
                home = min(numbers)
                for other in set(numbers) - {home}:
                    homes[home] += homes.pop(other)
            case Start() | Ask():
                home = number
                homes[home] = []
        homes[home].append((traits, decision.because))
        home_of |= {p.reading: home for p, _ in homes[home]}
        for key in keys(traits):
            index.setdefault(key, set()).add(traits.reading)
    return homes


def chains(placed: Placed) -> tuple[Chain, ...]:
    """The links between developments that share an index key of chains, settled."""
    index: dict[str, set[int]] = {}
    for number, members in placed.items():
        for key in {key for traits, _ in members for key in chain_keys(traits)}:
            index.setdefault(key, set()).add(number)
    pairs = {pair for numbers in index.values() if len(numbers) <= COMMON for pair in combinations(sorted(numbers), 2)}
    profiles = {number: tuple(traits for traits, _ in members) for number, members in placed.items()}
    found = (chain((a, profiles[a]), (b, profiles[b])) for a, b in sorted(pairs))
    return settle(tuple(link for link in found if link is not None))


def draft(line: Line, catalog: Catalog) -> None:
    """draft: each development that a page on the beat speaks of, as the desk does."""
    for number, found in line.developments.items():
        readings = tuple(line.readings[m.url] for m in found.members)
        if not any(on_beat(reading, catalog)[0] for reading in readings):
            continue
        texts = tuple(line.documents[m.url] for m in found.members)
        try:
            line.briefs[number] = drafting.draft(found, readings, texts, catalog, rules.write)
        except JingbaoError as error:
            line.failed[found.members[0].url] = f"draft: {error}"
        except Exception as error:
            line.failed[found.members[0].url] = f"draft: {type(error).__name__}: {error}"


def run(pages: Mapping[str, Saved], catalog: Catalog) -> Line:
    """clean, read, group, draft."""
    line = documents(pages, catalog)
    read(line, catalog)
    group(line, catalog)
    draft(line, catalog)
    return line


def answers(line: Line, catalog: Catalog) -> list[dict[str, Any]]:
    """One object for each page that was read, as `jingbao export` writes it; follows: groups that its own follows."""
    homes = line.homes
    follows = {n: [str(link.earlier) for link in line.chains if link.later == n] for n in line.developments}
    return [
        answer(reading, line.documents[url], str(homes[url]), line.briefs.get(homes[url]), catalog)
        | {"follows": follows[homes[url]]}
        for url, reading in sorted(line.readings.items())
    ]
