"""The gate of the cleaner: real pages of others, scored beside the best extractors on the same bytes in the same run.

python -m tests.gate_pages [--misses N] [--pin] [--floors FILE]

It fails where we are under the best of the peers on a set, where an official page is lost, or under a floor.
"""

import argparse
import gzip
import json
import logging
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.shared import SHARED

FLOORS = Path(__file__).with_name("floors_pages.toml")
DATA = SHARED / "data"
SETS = ("gov-cn-pages", "zh-article-pages", "article-extraction-benchmark", "page-dates")
MEASURES = {
    "gov-cn-pages": "body F1 by strings",
    "zh-article-pages": "mean character-4-gram F1",
    "article-extraction-benchmark": "F1 of mean word-4-gram precision and recall",
    "page-dates": "exact day",
}
OURS = "ours"
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")

Extract = Callable[[str, bytes], str]  # address, bytes -> text or ISO day, '' for none


@dataclass(frozen=True)
class Case:
    """A page and what is expected of it, as its set's expected.json has it."""

    name: str
    url: str
    content: bytes
    expected: dict[str, Any]


@dataclass(frozen=True)
class Score:
    """figure: by the measure of the set; lost: names of pages without any of the text (or the day) expected."""

    figure: float
    lost: tuple[str, ...]
    worst: tuple[tuple[float, str], ...]


def cases(name: str) -> Iterator[Case]:
    """The pages of a set; search results of the official set are no articles and stay out."""
    text = (DATA / name / "expected.json").read_text(encoding="utf-8")
    expected: dict[str, dict[str, Any]] = json.loads(text, parse_constant=lambda _: "")  # NaN: the page states no day
    for key, wanted in expected.items():
        if wanted.get("kind", "article").startswith("article"):
            yield Case(key, wanted.get("url") or f"https://{wanted['site']}/{key}", _content(DATA / name, key), wanted)


def _content(folder: Path, key: str) -> bytes:
    plain = folder / key
    if plain.is_file():
        return plain.read_bytes()
    packed = next(path for path in (folder / f"{key}.gz", folder / f"{key}.html.gz") if path.is_file())
    return gzip.decompress(packed.read_bytes())


def score(name: str, pages: list[Case], extract: Extract) -> Score:
    """One program on one set."""
    given = [extract(case.url, case.content) for case in pages]
    return _SCORERS[name](pages, given)


def _strings(pages: list[Case], given: list[str]) -> Score:
    """F1 over strings that must stand in the text and strings that must not, white space left out."""
    right = wrong = missed = 0
    lost, worst = [], []
    for case, text in zip(pages, given, strict=True):
        body = _SPACES.sub("", text)
        wanted = [_SPACES.sub("", one) in body for one in case.expected["must_contain"]]
        unwanted = [_SPACES.sub("", one) in body for one in case.expected["must_not_contain"]]
        right, missed, wrong = right + sum(wanted), missed + wanted.count(False), wrong + sum(unwanted)
        worst.append((float(-wanted.count(False) - sum(unwanted)), case.name))
        if wanted and not any(wanted):
            lost.append(case.name)
    return Score(2 * right / (2 * right + wrong + missed), tuple(lost), tuple(sorted(worst)))


def _characters(pages: list[Case], given: list[str]) -> Score:
    """Mean over pages of the F1 of character 4-grams, white space left out."""
    found = []
    for case, text in zip(pages, given, strict=True):
        precision, recall = overlap(_SPACES.sub("", case.expected["content"]), _SPACES.sub("", text))
        found.append((_harmonic(precision, recall), case.name))
    return _of_pages(sum(f for f, _ in found) / len(found), found)


def _words(pages: list[Case], given: list[str]) -> Score:
    """F1 of the precision and the recall of word 4-grams, each averaged over pages."""
    found, precisions, recalls = [], 0.0, 0.0
    for case, text in zip(pages, given, strict=True):
        precision, recall = overlap(_WORD.findall(case.expected["articleBody"]), _WORD.findall(text))
        precisions, recalls = precisions + precision, recalls + recall
        found.append((_harmonic(precision, recall), case.name))
    return _of_pages(_harmonic(precisions / len(pages), recalls / len(pages)), found)


def _days(pages: list[Case], given: list[str]) -> Score:
    found = [(float(text == case.expected["date"]), case.name) for case, text in zip(pages, given, strict=True)]
    lost = tuple(case.name for case, text in zip(pages, given, strict=True) if not text)
    return Score(sum(f for f, _ in found) / len(found), lost, tuple(sorted(found)))


_SCORERS: dict[str, Callable[[list[Case], list[str]], Score]] = {
    "gov-cn-pages": _strings,
    "zh-article-pages": _characters,
    "article-extraction-benchmark": _words,
    "page-dates": _days,
}


def _of_pages(figure: float, found: list[tuple[float, str]]) -> Score:
    return Score(figure, tuple(name for one, name in found if one == 0), tuple(sorted(found)))


def overlap(wanted: str | list[str], got: str | list[str]) -> tuple[float, float]:
    """Precision and recall of 4-grams, counted with repetition; a text of less than four units is one gram."""
    one, other = _grams(wanted), _grams(got)
    common = sum((one & other).values())
    return common / max(sum(other.values()), 1), common / max(sum(one.values()), 1)


def _grams(units: str | list[str]) -> Counter[Any]:
    return Counter(tuple(units[n : n + 4]) for n in range(max(1, len(units) - 3))) if units else Counter()


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


# The programs


def our_text(url: str, content: bytes) -> str:
    from jingbao.core.clean import clean
    from jingbao.core.errors import PageError

    try:
        return clean(_page(url, content), content, _catalog().sources, {}).body
    except PageError:
        return ""


def our_day(url: str, content: bytes) -> str:
    from jingbao.core.clean import clean
    from jingbao.core.errors import PageError
    from jingbao.core.read import read

    try:
        document = clean(_page(url, content), content, _catalog().sources, {})
    except PageError:
        return ""
    reading = read(document, _catalog())
    return next((str(fact.value) for fact in reading.facts if fact.name == "published"), "")


def _catalog() -> Any:
    from jingbao import plugs

    return plugs.catalog()


def _page(url: str, content: bytes) -> Any:
    from jingbao.core.values import Page
    from tests.line import SEEN

    return Page(url, url, SEEN, 200, "text/html", sha256(content).hexdigest(), len(content))


def _trafilatura(url: str, content: bytes) -> str:
    import trafilatura

    return trafilatura.extract(content) or ""


def _precise(url: str, content: bytes) -> str:
    import trafilatura

    return trafilatura.extract(content, favor_precision=True) or ""


def _readability(url: str, content: bytes) -> str:
    from lxml import html
    from readability import Document

    try:
        summary = Document(content).summary()
        return "\n".join(html.fromstring(summary).itertext())
    except Exception:
        return ""  # it raises its own error for pages it finds no text on, and lxml's for some others


def _htmldate(url: str, content: bytes) -> str:
    import htmldate

    return htmldate.find_date(content, original_date=True, extensive_search=True) or ""


def _htmldate_plain(url: str, content: bytes) -> str:
    import htmldate

    return htmldate.find_date(content) or ""


_TEXT: dict[str, Extract] = {
    OURS: our_text,
    "trafilatura": _trafilatura,
    "trafilatura favor_precision": _precise,
    "readability-lxml": _readability,
}
_DAY: dict[str, Extract] = {OURS: our_day, "htmldate original": _htmldate, "htmldate": _htmldate_plain}


def programs(name: str) -> dict[str, Extract]:
    return _DAY if name == "page-dates" else _TEXT


# The verdict


def faults(name: str, scores: dict[str, Score], floor: float | None) -> list[str]:
    """Sentences for what a set's figures must not be."""
    ours = scores[OURS]
    best = max((one.figure, who) for who, one in scores.items() if who != OURS)
    found = []
    if ours.figure < best[0]:
        found.append(f"{name}: {ours.figure:.4f} is under {best[1]} with {best[0]:.4f}")
    if name == "gov-cn-pages" and ours.lost:
        found.append(f"{name}: lost {', '.join(ours.lost)}")
    if floor is not None and ours.figure < floor:
        found.append(f"{name}: {ours.figure:.4f} is under its floor {floor:.3f}")
    return found


def floors(path: Path = FLOORS) -> dict[str, float]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def pin(reached: dict[str, float], path: Path = FLOORS) -> None:
    """Raise every floor to what is reached, rounded down to three places; never lower one."""
    before = floors(path)
    lines = ["# Floors of tests/gate_pages.py. `--pin` raises them; nothing lowers them.", ""]
    for name in sorted(before.keys() | reached.keys()):
        floor = max(before.get(name, 0), math.floor(reached.get(name, 0) * 1000) / 1000)
        lines.append(f'"{name}" = {floor:.3f}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, action="append", help="only this set (may be repeated)")
    parser.add_argument("--only-ours", action="store_true", help="leave out the peers; nothing is judged")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print our N worst pages of each set")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)  # the peers log what they do not find
    missing = [name for name in SETS if not (DATA / name).is_dir()]
    if missing:
        print(f"The gate needs the shared test data; {', '.join(missing)} are not in {DATA}.", file=sys.stderr)
        return 2
    pinned, found, reached = floors(options.floors), [], {}
    for name in options.set or SETS:
        pages = list(cases(name))
        print(f"{name}: {len(pages)} pages, {MEASURES[name]}")
        scores = {}
        for who, extract in programs(name).items():
            if who == OURS or not options.only_ours:
                scores[who] = one = score(name, pages, extract)
                print(f"  {who:30}{one.figure:8.4f}{len(one.lost):5} lost")
        for figure, page in scores[OURS].worst[: options.misses]:
            print(f"  miss {figure:.3f} {page}")
        reached[name] = scores[OURS].figure
        if not options.only_ours:
            found += faults(name, scores, pinned.get(name))
    if options.pin:
        pin(reached, options.floors)
    print("\n".join(found) or "At or above the best on every set; every floor holds.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
