"""How well clauses are read, against labels made by hand by another person; prints figures, never labels.

python -m tests.gate_clauses
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.read import read
from jingbao.core.values import Channel, Document, Duty, Penalty, Reading, Relation

LABELS = Path(__file__).with_name("labels") / "clauses.jsonl"
FLOOR = 0.85
MEASURES = ("duties", "penalties", "channels", "relations")
Answer = tuple[object, ...]
Answers = dict[str, Counter[Answer]]


def reading(text: str, catalog: Catalog) -> Reading:
    """What the readers say about a clause. It is read as the text of a consultation, as some of them are."""
    title = "关于公开征求意见的公告"
    page = "https://www.miit.gov.cn/"
    return read(Document(page, page, "1", "text", "article", title, text, "", ()), catalog)


def given(found: Reading) -> Answers:
    """The facts of a reading in the form of the labels."""
    answers: Answers = {name: Counter() for name in MEASURES}
    for fact in found.facts:
        match fact.value:
            case Duty(bearer=bearer):
                answers["duties"][fact.name, bearer] += 1
            case Penalty(least=least, most=most, unit=unit):
                answers["penalties"][least, most, unit] += 1
            case Channel(kind=way, value=value):
                answers["channels"][way, value] += 1
            case Relation(kind=link, title=title):
                answers["relations"][link, title] += 1
            case _:
                pass
    return answers


def wanted(label: dict[str, Any]) -> Answers:
    """The labels of a clause in the form of the answers."""
    return {
        "duties": Counter((one["modality"], one["bearer"] or "") for one in label["duties"]),
        "penalties": Counter((one["min"], one["max"], one["unit"]) for one in label["penalties"]),
        "channels": Counter((one["kind"], one["value"]) for one in label["channels"]),
        "relations": Counter((one["relation"], one["title"]) for one in label["relations"]),
    }


def figures(pairs: list[tuple[Answers, Answers]]) -> dict[str, tuple[float, int]]:
    """F1 and number of labels of each measure, over (wanted, given) of every clause."""
    found = {}
    for name in MEASURES:
        right = sum((want[name] & got[name]).total() for want, got in pairs)
        total = sum(want[name].total() + got[name].total() for want, got in pairs)
        labels = sum(want[name].total() for want, _ in pairs)
        found[name] = (2 * right / total if total else 1.0, labels)
    return found


def measure(path: Path = LABELS) -> dict[str, tuple[float, int]]:
    catalog = plugs.catalog()
    labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return figures([(wanted(label), given(reading(label["text"], catalog))) for label in labels])


def main() -> int:
    if not LABELS.is_file():
        print(f"There are no labels at {LABELS}: clauses are not scored.", file=sys.stderr)
        return 2
    found = measure()
    for name, (f1, labels) in found.items():
        print(f"clauses: {name:10} F1 {f1:.3f} on {labels} labels, floor {FLOOR:.3f}")
    return 1 if any(f1 < FLOOR for f1, _ in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
