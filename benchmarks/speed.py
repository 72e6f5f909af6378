"""Documents per second of clean, read and group on one core, beside trafilatura on the same bytes in the same run.

python -m benchmarks.speed [--rounds N]
"""

import argparse
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from time import process_time

import trafilatura

from jingbao import plugs
from jingbao.core.catalog import Catalog
from jingbao.core.values import Page
from tests import gate_pages, line
from tests.shared import REPLICA, held_back

_PEER = "trafilatura extract"


def html_pages(pages: dict[str, line.Saved]) -> dict[str, line.Saved]:
    """Article pages of hosts that may be looked at, in HTML: what both programs can read."""
    return {
        key: (page, content)
        for key, (page, content) in pages.items()
        if not held_back(page.url) and "html" in page.content_type.lower()
    }


def official() -> dict[str, line.Saved]:
    """Real pages of authorities, where they are at hand."""
    if not (gate_pages.DATA / "gov-cn-pages").is_dir():
        return {}
    return {case.url: (page(case.url, case.content), case.content) for case in gate_pages.cases("gov-cn-pages")}


def page(url: str, content: bytes) -> Page:
    return Page(url, url, line.SEEN, 200, "text/html", sha256(content).hexdigest(), len(content))


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of some rounds, after one that warms up."""
    work()
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
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
    for name, pages in (("replica", html_pages(line.saved(REPLICA))), ("official pages", official())):
        if pages:
            print(f"{name}: ", end="")
            show(measure(pages, plugs.catalog(), options.rounds), pages, options.rounds)
    return 0


def show(figures: dict[str, tuple[int, float]], pages: dict[str, line.Saved], rounds: int) -> None:
    """Documents a second of each step, and of steps together, as multiples of the peer's."""
    peer = figures[_PEER][1] / figures[_PEER][0]
    print(f"{len(pages)} HTML pages, {sum(len(c) for _, c in pages.values()):,} bytes, one core, best of {rounds}")
    for step, (count, seconds) in figures.items():
        print(f"{step:20}{count / seconds:10,.0f} documents/s{peer / (seconds / count):8.2f} times {_PEER}")
    for steps in (("clean", "read"), ("clean", "read", "group")):  # of the same pages: a list has nothing to read
        whole = sum(figures[step][1] for step in steps) / len(pages)
        print(f"{', '.join(steps):20}{1 / whole:10,.0f} pages/s    {peer / whole:8.2f} times {_PEER}")


if __name__ == "__main__":
    sys.exit(main())
