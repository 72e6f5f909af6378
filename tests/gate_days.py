"""The gate of day phrases: hand-labelled phrases on deadlines and effect, each read as a page by the real reader.

python -m tests.gate_days prints shares only, never a phrase or an answer: the labels stay unseen by who writes rules.

How a phrase becomes a page: the body is the phrase; a signing day stands under the signature of the body that the
title begins with; the posting day is printed beside the title; the page lies on that body's own site, which is the
catalog's domain where the catalog knows the body, else a government site that names it as its owner.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from jingbao import plugs
from jingbao.core.catalog import Catalog
from jingbao.core.read import read
from jingbao.core.values import Document, PartEffect, Reading

LABELS = Path(__file__).with_name("labels") / "day_phrases.jsonl"
FLOOR = 0.95
DAYS = ("comment_deadline", "submission_deadline", "effective", "expires")
# The kinds of the file, by the number of their last phrase (tests/labels/README.md).
KINDS = (
    (38, "comments, stated day"),
    (49, "comments, calendar period"),
    (62, "comments and objections, working days"),
    (82, "calls, stated day"),
    (87, "calls, period"),
    (99, "effect, stated day"),
    (112, "effect from the act"),
    (127, "effect with expiry"),
    (135, "effect in parts"),
    (154, "traps"),
)
_ISSUER = re.compile(
    r"^([\u4e00-\u9fff、\s（）]{2,40}?(?:部|委|局|厅|署|办|院|会|行|室|政府|中心|所|协会))(?=关于|公告|令|通告|等|就|公开|印发|发布)"
)
_DEFAULT = "工业和信息化部"

Case = dict[str, Any]


def document(case: Case, catalog: Catalog) -> Document:
    """The page of a phrase."""
    named = _ISSUER.match(case["title"])
    issuer = named[1] if named else _DEFAULT
    entry = catalog.issuers.get(issuer.replace("办公厅", "").split(" ")[0].split("、")[0]) or catalog.issuers.get(
        issuer
    )
    host = entry.domains[0] if entry and entry.domains else "www.fabu.gov.cn"
    meta = [f"tag:SiteName\t{issuer}"]
    if case["published"]:
        meta.append(f"visible:published\t{case['published']}")
    body = [case["text"]]
    if case["signed"]:
        day = date.fromisoformat(case["signed"])
        body += [issuer, f"{day.year}年{day.month}月{day.day}日"]
    url = f"https://{host}/zwgk/content_1.html"
    return Document("page", url, "1", "inputs", "article", case["title"], "\n".join(body), "\n".join(meta), ())


def answer(reading: Reading) -> Case:
    """What a reading says of the days asked for, in the form of the labels."""
    found: Case = {name: reading.text(name) for name in DAYS if reading.text(name)}
    parts = [value for value in reading.values("part_effect") if isinstance(value, PartEffect)]
    if parts:
        found["effective_parts"] = [{"what": part.part, "day": part.day} for part in parts]
    return found


def right(case: Case, catalog: Catalog) -> bool:
    return _ordered(answer(read(document(case, catalog), catalog))) == _ordered(case["want"])


def _ordered(days: Case) -> Case:
    parts = sorted((part["what"], part["day"]) for part in days.get("effective_parts", ()))
    return {name: value for name, value in days.items() if name != "effective_parts"} | (
        {"parts": parts} if parts else {}
    )


def kind(number: int) -> str:
    return next(name for last, name in KINDS if number <= last)


def shares(results: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """By name: how many are right, of how many."""
    of, good = Counter[str](), Counter[str]()
    for name, correct in results:
        of[name] += 1
        good[name] += correct
    return {name: (good[name], of[name]) for name in of}


def main() -> int:
    if not LABELS.is_file():
        print("The gate of day phrases needs tests/labels/day_phrases.jsonl.", file=sys.stderr)
        return 2
    catalog = plugs.catalog()
    cases = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines() if line.strip()]
    judged = [(case, right(case, catalog)) for case in cases]
    by_kind = shares((kind(int(case["id"][1:])), correct) for case, correct in judged)
    by_want = shares((name, correct) for case, correct in judged for name in case["want"] or ("no day",))
    for table in (by_kind, by_want, shares(("all", correct) for _, correct in judged)):
        for name, (good, number) in table.items():
            print(f"{name:40}{good:5} of {number:4}{good / number:8.3f}")
        print()
    share = sum(correct for _, correct in judged) / len(judged)
    print("The floor holds." if share >= FLOOR else f"{share:.3f} of the day phrases are right, the floor is {FLOOR}")
    return 0 if share >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
