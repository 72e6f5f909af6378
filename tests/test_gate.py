"""The gate itself: a floor that is broken fails, floors only rise, disputes must be true, misses stay unseen."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jingbao.core.values import Brief, Citation, Issue, Item, Section, Sentence, Span
from tests import gate
from tests.seed import seed_report
from tests.shared import REPLICA, held_back, needs_shared


def test_a_figure_under_its_floor_or_gone_is_named() -> None:
    pinned = {"open": {"title": 0.9, "region": 0.5}}
    assert gate.broken("open", {"title": 0.9, "region": 0.6}, pinned) == []
    assert gate.broken("open", {"title": 0.899}, pinned) == [
        "open: title is 0.899, its floor 0.900",
        "open: region is 0.000, its floor 0.500",
    ]
    assert gate.broken("held", {}, pinned) == []


def test_pinning_raises_floors_and_never_lowers_one(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    gate.pin({"open": {"title": 0.5557, "region": 0.25}}, path)
    assert gate.floors(path) == {"open": {"title": 0.555, "region": 0.25}}
    gate.pin({"open": {"title": 0.4, "region": 0.5}, "held": {"title": 1.0}}, path)
    assert gate.floors(path) == {"open": {"title": 0.555, "region": 0.5}, "held": {"title": 1.0}}


@needs_shared
def test_the_floors_pinned_name_measures_of_the_score() -> None:
    for part, values in gate.floors().items():
        assert part in gate.PARTS
        groups = [g["group"] or g["url"] for g in gate.gold(part)]
        linked = [
            {"url": g["url"], "group": own, "follows": groups} for g, own in zip(gate.gold(part), groups, strict=True)
        ]
        assert set(values) <= set(gate.figures(gate.measure(linked, (part,))[part]))


@needs_shared
def test_every_dispute_states_what_the_gold_says_about_a_page_that_may_be_looked_at() -> None:
    assert gate.stale(gate.disputes(), gate.gold("all")) == []
    url = gate.gold("open")[0]["url"]
    wrong = gate.Dispute(url, "dates.published", '"1999-01-01"', '"2024-08-26"', "a test")
    assert len(gate.stale([wrong], gate.gold("all"))) == 1
    hidden = gate.gold("held")[0]
    secret = gate.Dispute(hidden["url"], "status", json.dumps(hidden["status"]), '"draft"', "a test")
    assert len(gate.stale([secret], gate.gold("all"))) == 1


@needs_shared
def test_the_gold_scores_full_marks_and_a_wrong_answer_breaks_its_floor(tmp_path: Path) -> None:
    module = gate.scorer()
    answers = [module.as_answer(g) for g in gate.gold("open")]
    full = gate.figures(gate.measure(answers, ("open",))["open"])
    assert set(full.values()) == {1.0}
    for one in answers[:5]:
        one["region"] = "Mars"
    less = gate.figures(gate.measure(answers, ("open",))["open"])
    assert [fault.split(" is ")[0] for fault in gate.broken("open", less, {"open": full})] == ["open: region"]


@needs_shared
def test_the_command_fails_on_empty_answers_and_prints_misses_of_open_pages_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pinned, given = tmp_path / "floors.toml", tmp_path / "answers.jsonl"
    gate.pin({"open": {"title": 0.5}}, pinned)
    given.write_text("", encoding="utf-8")
    assert gate.main(["--answers", str(given), "--floors", str(pinned), "--part", "open", "--misses", "2"]) == 1
    printed = capsys.readouterr().out
    assert "open: title is 0.000, its floor 0.500" in printed
    ids = {line.split()[2] for line in printed.splitlines() if line.startswith("miss ")}
    assert ids
    assert ids <= {g["id"] for g in gate.gold("open")}


@needs_shared
def test_the_parts_divide_the_pages() -> None:
    assert len(gate.gold("open")) + len(gate.gold("held")) == len(gate.gold("all"))
    assert all(held_back(g["url"]) for g in gate.gold("held"))
    assert REPLICA.is_dir()


def brief(url: str, issuers: tuple[str, ...], status: str, published: date) -> Brief:
    sentence = Sentence("X.", (Citation("p", url, "", Span("body", 0, 1), "甲"),))
    return Brief(
        basis="b", writer="rules", headline=sentence, sentences=(sentence,), title="甲", number="", status=status,
        state="issued", category="industry", issuers=issuers, region="national", topics=(), published=published,
        page="p", url=url, watches=(), mentions=(), attachments=(),
    )  # fmt: skip


def issue(*briefs: Brief) -> Issue:
    items = tuple(Item(n, b, b.headline.text, b.sentences) for n, b in enumerate(briefs, 1))
    return Issue(
        edition="e", number="n", beat="b", start=date(2024, 7, 1), end=date(2024, 8, 31), printed=date(2024, 9, 5),
        notice="", introduction="", highlights=(), sections=(Section("industry", "I", items),), watches=(), legal=(),
        contact="", colophon="",
    )  # fmt: skip


def answer(url: str, group: str, role: str = "article", published: str = "2024-08-01", **other: Any) -> dict[str, Any]:
    return {
        "url": url, "group": group, "role": role, "relevant": True, "issuers": ["工业和信息化部"], "status": "issued",
        "dates": {"published": published}, "headline_en": "MIIT did (1 August)", **other,
    }  # fmt: skip


def test_the_seed_report_counts_right_wrong_missing_strange_and_double_items() -> None:
    gold = [
        answer("http://a/1", "i01"),
        answer("http://a/1c", "i01", role="repost", published="2024-08-03"),
        answer("http://a/2", "b18-batch7"),
        answer("http://a/3", "i03"),
        answer("http://a/4", "i04f", published="2025-01-01"),
        answer("http://a/5", "n05"),
        answer("http://a/6", "d-x", relevant=False),
    ]
    good = brief("http://a/1", ("工业和信息化部",), "issued", date(2024, 8, 1))
    bad = replace(good, url="http://a/2", status="list", issuers=(), published=date(2024, 8, 2))
    strange = [replace(good, url=url) for url in ("http://a/5", "http://a/6", "http://a/unknown")]
    report = seed_report(issue(good, bad, *strange), gold)
    assert (report.right, report.missing) == ((1,), (3,))
    assert [number for number, _ in report.wrong] == [18]
    assert all(word in report.wrong[0][1] for word in ("issuers", "status", "posted"))
    assert report.off_beat == ("http://a/6",)
    assert report.others == ("http://a/5", "http://a/unknown")
    double = seed_report(issue(good, replace(good, url="http://a/1c")), gold)
    assert (double.right, double.duplicates) == ((), ("i01",))
