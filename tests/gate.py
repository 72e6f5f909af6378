"""The quality gate: the line over the replica, scored by the replica's own measures, against floors that only rise.

python -m tests.gate [--part open|held|all] [--answers FILE] [--save FILE] [--misses N] [--pin] [--floors FILE]
"""

import argparse
import csv
import importlib.util
import json
import math
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.measures import extra
from tests.shared import REPLICA, held_back

if TYPE_CHECKING:
    from jingbao.core.values import Issue

FLOORS = Path(__file__).with_name("floors.toml")
DISPUTED = Path(__file__).with_name("disputed.tsv")
PERIOD, PRINTED = (date(2024, 7, 1), date(2024, 8, 31)), date(2024, 9, 5)  # of the model newsletter
# Written for this purpose, by others than those who write the rules.
WRITTEN = ("practice", "second", "third", "fourth", "fifth", "sixth", "sealed")
SETS = {"replica": REPLICA, **{name: Path(__file__).with_name(name) for name in WRITTEN}}
PARTS = ("all", "open", "held", *WRITTEN)
# Of all parts, those that people who write rules may look at.
SEEN = ("open", "practice", "second", "third", "fourth", "fifth", "sixth")
Figures = dict[str, float]
Answer = dict[str, Any]


@dataclass(frozen=True)
class Dispute:
    """Where the gold is wrong: gold and ours as JSON."""

    page: str
    field: str
    gold: str
    ours: str
    why: str


def scorer(replica: Path = REPLICA) -> Any:
    """The replica's own score.py, as a module."""
    spec = importlib.util.spec_from_file_location("replica_score", replica / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(part: str) -> list[Answer]:
    """The right answers of a part: of the replica all, open (pages that may be looked at) or held (hosts that may
    not); practice to sixth, to be looked at; sealed, written to be scored only."""
    everything: list[Answer] = scorer().load_gold(SETS.get(part, REPLICA) / "gold")
    return [g for g in everything if part in SETS or part == "all" or held_back(g["url"]) == (part == "held")]


def figures(result: dict[str, dict[str, float]]) -> Figures:
    """One figure a field that has cases: F1 where there is one, else accuracy or recall."""
    main, cases = ("f1", "accuracy", "recall"), sizes(result)
    return {name: next(values[m] for m in main if m in values) for name, values in result.items() if cases[name]}


def sizes(result: dict[str, dict[str, float]]) -> dict[str, int]:
    return {name: int(values.get("n", values.get("n_gold", 0))) for name, values in result.items()}


def floors(path: Path = FLOORS) -> dict[str, Figures]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def broken(part: str, reached: Figures, pinned: dict[str, Figures]) -> list[str]:
    """Sentences for the figures under their floor; a figure that has gone is under it."""
    return [
        f"{part}: {name} is {reached.get(name, 0):.3f}, its floor {floor:.3f}"
        for name, floor in pinned.get(part, {}).items()
        if reached.get(name, 0) < floor
    ]


def pin(reached: dict[str, Figures], path: Path = FLOORS) -> None:
    """Raise every floor to what is reached, rounded down to three places; never lower one."""
    pinned = floors(path)
    lines = ["# Floors of tests/gate.py. `python -m tests.gate --pin` raises them; nothing lowers them."]
    for part in (p for p in PARTS if p in pinned or p in reached):
        now, before = reached.get(part, {}), pinned.get(part, {})
        lines.append(f"\n[{part}]")
        for name in sorted(now.keys() | before.keys()):
            floor = max(before.get(name, 0), math.floor(now.get(name, 0) * 1000) / 1000)
            lines.append(f'"{name}" = {floor:.3f}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def disputes(path: Path = DISPUTED) -> list[Dispute]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [Dispute(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def stale(disputed: list[Dispute], right: list[Answer]) -> list[str]:
    """Disputes about a page, field or answer that the gold does not have, or about pages nobody may look at."""
    by_url = {g["url"]: g for g in right}
    found = []
    for d in disputed:
        value: Any = by_url.get(d.page, {})
        for key in d.field.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if d.page not in by_url or held_back(d.page) or value != json.loads(d.gold):
            found.append(f"disputed.tsv: {d.page} {d.field}: the gold says {json.dumps(value, ensure_ascii=False)}")
    return found


def show(results: dict[str, dict[str, dict[str, float]]], pinned: dict[str, Figures], disputed: list[Dispute]) -> None:
    """A table: a line a field, a column a part, with the number of cases and the floor."""
    counted = Counter(d.field for d in disputed)
    print(f"{'field':34}" + "".join(f"{part:>10}{'n':>6}{'floor':>7}" for part in results) + "  disputed")
    for name in dict.fromkeys(name for result in results.values() for name in result):
        cells = ""
        for part, result in results.items():
            floor = pinned.get(part, {}).get(name)
            limit = "-" if floor is None else f"{floor:.3f}"
            figure, cases = figures(result).get(name), sizes(result).get(name, 0)
            cells += f"{'-' if figure is None else f'{figure:.3f}':>10}{cases:>6}{limit:>7}"
        print(f"{name:34}{cells}  {counted.get(name, '') or ''}")
    for d in disputed:
        print(f"disputed: {d.page} {d.field}: gold {d.gold[:60]}, ours {d.ours[:60]}: {d.why}")


def measure(given: list[Answer], parts: tuple[str, ...], misses: int = 0) -> dict[str, dict[str, dict[str, float]]]:
    """Measures by part; misses are printed for open pages only."""
    module, results = scorer(), {}
    for part in parts:
        right = gold(part)
        results[part], missed = module.score(right, given)
        results[part] |= extra(right, given, module.body_name)
        for name, cases in missed.items() if part in SEEN else ():
            for case in cases[:misses]:
                print("miss", name, *case)
    return results


def make(parts: tuple[str, ...]) -> list[Answer]:
    """Run the line over each set that the parts are of, and say what it refused or failed at."""
    sets = dict.fromkeys(part if part in SETS else "replica" for part in parts)
    return [answer for name in sets for answer in make_set(name)]


def make_set(name: str) -> list[Answer]:
    from jingbao import plugs
    from jingbao.core.assemble import assemble
    from tests import line

    catalog = plugs.catalog()
    made = line.run(line.saved(SETS[name]), catalog)
    print(
        f"{name}: {len(made.readings)} pages read in {len(made.developments)} developments, {len(made.briefs)} briefs; "
        f"{len(made.refused)} refused, {len(made.failed)} failed"
    )
    for url, why in made.failed.items():
        print(
            f"failed: {':'.join(why.split(':')[:2])} at a page nobody looks at"
            if name == "sealed" or (name == "replica" and held_back(url))
            else f"failed: {url}: {why[:300]}"
        )
    if name == "replica":
        say_seed(assemble(made.briefs.values(), catalog, *PERIOD, PRINTED))
    return line.answers(made, catalog)


def say_seed(issue: "Issue") -> None:
    from tests.seed import seed_report

    report = seed_report(issue, gold("all"))
    print(
        f"The issue has {len(issue.items)} items: {len(report.right)} seed items right, {len(report.wrong)} wrong, "
        f"{len(report.missing)} missing; {len(report.off_beat)} off the beat, {len(report.others)} others, "
        f"{len(report.duplicates)} twice"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="all", help="all (default): all parts, each in its column")
    parser.add_argument("--answers", type=Path, help="score this JSON-lines file instead of running the line")
    parser.add_argument("--save", type=Path, help="keep the answers here")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N misses a field (open and practice pages)"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    options = parser.parse_args(arguments)
    if not REPLICA.is_dir():
        print(f"The gate needs the shared test data, which are not at {REPLICA}.", file=sys.stderr)
        return 2
    parts = PARTS if options.part == "all" else (options.part,)
    given = load(options.answers) if options.answers else make(parts)
    if options.save:
        options.save.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in given), encoding="utf-8")
    results = measure(given, parts, options.misses)
    disputed = disputes()
    pinned = floors(options.floors)
    show(results, pinned, disputed)
    faults = stale(disputed, gold("all"))
    for part, result in results.items():
        faults += broken(part, figures(result), pinned)
    if options.pin:
        pin({part: figures(result) for part, result in results.items()}, options.floors)
    print("\n".join(faults) or "Every floor holds.")
    return 1 if faults else 0


def load(path: Path) -> list[Answer]:
    return [json.loads(text) for text in path.read_text(encoding="utf-8-sig").splitlines() if text.strip()]


if __name__ == "__main__":
    sys.exit(main())
