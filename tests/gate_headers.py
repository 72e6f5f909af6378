"""The gate of law headers: what `core/read/headers.py` reads in the 200 headers labelled by hand. Figures only.

python -m tests.gate_headers
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jingbao.core.read.headers import Event, events
from tests.labels.draw_headers import HEADERS

LABELS = Path(__file__).parent / "labels" / "law_headers.jsonl"
FLOOR = 0.97
FIELDS = ("body", "act", "date", "number")
Figures = dict[str, tuple[float, int]]  # F1 and number of stated values, by field


def values(event: Event) -> dict[str, Any]:
    """An event in the shape of the labels."""
    day = event.day.isoformat() if event.day else None
    return {"act": event.act, "date": day, "body": frozenset(event.bodies), "number": event.number}


def right(label: dict[str, Any]) -> dict[str, Any]:
    """A labelled event in the same shape."""
    return {
        "act": label["act"],
        "date": label["date"],
        "body": frozenset(label["bodies"]),
        "number": label["number"],
    }


def score(cases: Iterable[tuple[list[dict[str, Any]], list[dict[str, Any]]]]) -> Figures:
    """F1 over (labelled, read) events, paired in order; a value that is not stated (no body, no number) is no value."""
    hits, wanted, found = (dict.fromkeys(FIELDS, 0) for _ in range(3))
    for labelled, read in cases:
        for n in range(max(len(labelled), len(read))):
            for field in FIELDS:
                want = labelled[n][field] if n < len(labelled) else None
                have = read[n][field] if n < len(read) else None
                wanted[field] += bool(want)
                found[field] += bool(have)
                hits[field] += bool(want) and want == have
    return {field: (2 * hits[field] / max(1, wanted[field] + found[field]), wanted[field]) for field in FIELDS}


def measure() -> Figures:
    headers = [json.loads(line)["header"] for line in HEADERS.read_text(encoding="utf-8").splitlines()]
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines() if line.strip()]
    return score(
        (
            [right(event) for event in label["events"]],
            [values(event) for event in events("\n".join(headers[label["line"]]))],
        )
        for label in labels
    )


def main() -> int:
    if not HEADERS.is_file():
        print(
            f"The gate of law headers needs the shared test data, which are not at {HEADERS.parent}.", file=sys.stderr
        )
        return 2
    reached = measure()
    for field, (figure, cases) in reached.items():
        print(f"law headers: {field:8}{figure:.3f} F1 over {cases} values, floor {FLOOR:.3f}")
    low = [field for field, (figure, _) in reached.items() if figure < FLOOR]
    print(f"under the floor: {', '.join(low)}" if low else "Every floor of law headers holds.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
