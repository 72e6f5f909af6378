"""A home left by an earlier version opens: its tables migrate, its pages are read again, nothing is lost."""

import sqlite3
import tarfile
from pathlib import Path

import pytest

from tests.home import ROOT, issue, succeed

LEFT = sorted((ROOT / "tests" / "homes").glob("*.tar.gz"))


def pages(home: Path) -> set[str]:
    with sqlite3.connect(home / "jingbao.sqlite3") as database:
        return {row[0] for row in database.execute("SELECT id FROM archive_pagerow")}


@pytest.mark.parametrize("left", LEFT, ids=lambda p: p.name)
def test_a_home_left_by_an_earlier_version_opens_and_goes_on(left: Path, tmp_path: Path) -> None:
    with tarfile.open(left) as archive:
        archive.extractall(tmp_path, filter="data")
    before = pages(tmp_path)
    assert before
    succeed(tmp_path, "work")
    assert pages(tmp_path) == before
    text = (issue(tmp_path) / "issue.txt").read_text(encoding="utf-8")
    assert "Internet of Things" in text
    assert "radar" in text
