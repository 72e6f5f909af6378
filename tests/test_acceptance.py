"""The acceptance lines that compare the demonstration with the gold; `./run prove` prints the figures."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from jingbao.core.values import Issue, from_json
from tests.home import PERIOD, succeed
from tests.seed import seed_report
from tests.shared import REPLICA, needs_shared

pytestmark = pytest.mark.prove

FOUR = ("title", "issuer", "status", "published")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("acceptance")
    started = time.monotonic()
    succeed(home, "demo", "--no-serve")
    print(f"\nthe demonstration took {time.monotonic() - started:.1f} s (the aim: under 20 s)")
    return home


def gold() -> list[dict[str, Any]]:
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted((REPLICA / "gold").glob("*.json"))]


@needs_shared
def test_the_33_items_of_the_model_issue_are_reported(demo: Path) -> None:
    issue = from_json(Issue, (demo / "out" / PERIOD / "issue.json").read_bytes())
    report = seed_report(issue, gold())
    print(f"\n{len(issue.items)} items; {len(report.right)} of 33 as the gold has them")
    print(f"  otherwise: {[number for number, _ in report.wrong]}; missing: {list(report.missing)}")
    print(f"  off the beat: {len(report.off_beat)}; other items: {len(report.others)}; twice: {len(report.duplicates)}")
    assert len(report.right) >= 30
    assert len(report.off_beat) <= 2
    assert len(report.others) <= 3
    assert report.duplicates == ()


def test_explain_shows_the_four_facts_of_every_page_that_is_cited(demo: Path) -> None:
    """An event or a press page may name no issuer: then it says so."""
    made = from_json(Issue, (demo / "out" / PERIOD / "issue.json").read_bytes())
    for item in made.items:
        text = succeed(demo, "explain", item.brief.page)
        assert [fact for fact in FOUR if f"\n  {fact}: " not in text] == [], item.brief.url
        unstated = [fact for fact in FOUR if f"\n  {fact}: not stated" in text]
        assert unstated == [] or (unstated == ["issuer"] and item.brief.status in ("event", "statement"))


def test_what_explain_shows_of_every_page_is_counted(demo: Path) -> None:
    """A page that does not state a fact has a flag that says so, never a guess."""
    file = demo / "readings.jsonl"
    succeed(demo, "export", "readings", "--jsonl", str(file))
    answers = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    flags = succeed(demo, "flags")
    whole = 0
    for answer in answers:
        stated = {
            "issuer": bool(answer["issuers"]),
            "status": bool(answer["status"]),
            "published": any(answer["dates"].values()),
        }
        whole += all(stated.values())
        for fact, there in stated.items():
            said = any(f"{word}-{fact} · {answer['url']}" in flags for word in ("no", "missing"))
            assert there or said, (answer["url"], fact)
    print(f"\n{whole} of {len(answers)} pages state title, issuer, status and a date; each lack is a flag")


@needs_shared
def test_the_export_is_scored_by_the_gold_s_own_program(demo: Path) -> None:
    file = demo / "readings.jsonl"
    succeed(demo, "export", "readings", "--jsonl", str(file))
    keys = set(json.loads(file.read_text(encoding="utf-8").splitlines()[0]))
    wanted = {
        "url", "relevant", "title", "body", "issuers", "issuers_en", "instrument_zh", "instrument_kind_zh",
        "document_number", "status", "dates", "region", "category", "topics", "targets", "obligations_count", "cites",
        "attachments", "group", "headline_en", "summary_en", "facts_en",
    }  # fmt: skip
    assert wanted <= keys
