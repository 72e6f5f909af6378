"""Documents per second of clean, read and group on one core, beside trafilatura on the same bytes in the same run.

python -m benchmarks.speed [--rounds N]
"""

import argparse
import os
import sys
from collections.abc import Callable
from time import perf_counter

import trafilatura

from jingbao import plugs
from jingbao.core.catalog import Catalog
from tests import line
from tests.shared import REPLICA, held_back

_PEER = "trafilatura extract"


def html_pages(pages: dict[str, line.Saved]) -> dict[str, line.Saved]:
    """Article pages of hosts that may be looked at, in HTML: what both programs can read."""
    return {
        key: (page, content)
        for key, (page, content) in pages.items()
        if not held_back(page.url) and "html" in page.content_type.lower()
    }


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of some rounds, after one that warms up."""
    work()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def measure(pages: dict[str, line.Saved], catalog: Catalog, rounds: int) -> dict[str, tuple[int, float]]:
    """Documents and seconds of each step."""
    made = line.documents(pages, catalog)
    line.read(made, catalog)
    pairs = [(reading, made.documents[url]) for url, reading in made.readings.items()]

    def read() -> None:
        line.read(line.Line(documents=made.documents), catalog)

    def extract() -> None:
        for _, content in pages.values():
            trafilatura.extract(content)

    return {
        "clean": (len(pages), best(lambda: line.documents(pages, catalog), rounds)),
        "read": (len(made.documents), best(read, rounds)),
        "group": (len(pairs), best(lambda: line.place(pairs), rounds)),
        _PEER: (len(pages), best(extract, rounds)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="rounds measured, after one that warms up (default 3)")
    options = parser.parse_args()
    if not REPLICA.is_dir():
        print(f"The benchmark needs the shared test data, which are not at {REPLICA}.", file=sys.stderr)
        return 2
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pages = html_pages(line.saved(REPLICA))
    figures = measure(pages, plugs.catalog(), options.rounds)
    peer = figures[_PEER][1] / figures[_PEER][0]
    print(
        f"{len(pages)} HTML pages, {sum(len(c) for _, c in pages.values()):,} bytes, one core, best of {options.rounds}"
    )
    for step, (count, seconds) in figures.items():
        print(f"{step:20}{count / seconds:10,.0f} documents/s{peer / (seconds / count):8.2f} times {_PEER}")
    whole = sum(seconds / count for step, (count, seconds) in figures.items() if step != _PEER)
    print(f"{'clean, read, group':20}{1 / whole:10,.0f} documents/s{peer / whole:8.2f} times {_PEER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
