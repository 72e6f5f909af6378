"""Draw the 200 law headers labelled by hand in law_headers.jsonl.

Prints, one a line and sorted, 200 line numbers (0-based) of headers.jsonl
taken at random, with a fixed seed, from the lines whose ``header`` list is not
empty.

    python -m tests.labels.draw_headers
"""

import json
import random
from pathlib import Path

from tests.shared import SHARED

SEED = 20261125
COUNT = 200
HEADERS = SHARED / "data" / "law-headers" / "headers.jsonl"


def draw(path: Path = HEADERS) -> list[int]:
    """The drawn line numbers, 0-based and sorted."""
    with path.open(encoding="utf-8") as lines:
        full = [n for n, line in enumerate(lines) if json.loads(line)["header"]]
    return sorted(random.Random(SEED).sample(full, COUNT))


if __name__ == "__main__":
    for number in draw():
        print(number)
