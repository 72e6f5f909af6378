"""Draw the 200 law headers labelled by hand in law_headers.jsonl.

Prints, one a line and sorted, 200 line numbers (0-based) of headers.jsonl
taken at random, with a fixed seed, from the lines whose ``header`` list is not
empty.

    python tests/labels/draw_headers.py [path/to/headers.jsonl]
"""

import json
import random
import sys

SEED = 20261125
COUNT = 200
DEFAULT = "/work/shared/data/law-headers/headers.jsonl"


def draw(path=DEFAULT):
    """Return the sorted list of drawn 0-based line numbers."""
    with open(path, encoding="utf-8") as lines:
        full = [n for n, line in enumerate(lines) if json.loads(line)["header"]]
    return sorted(random.Random(SEED).sample(full, COUNT))


if __name__ == "__main__":
    for number in draw(*sys.argv[1:2]):
        print(number)
