"""Every saved page reads as it was reviewed."""

import json
from pathlib import Path

import pytest

from tests.record import PAGES, reading_of

EXPECTED = sorted(PAGES.glob("*/*.json"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_saved_page_reads_as_reviewed(expected: Path) -> None:
    want = json.loads(expected.read_text(encoding="utf-8"))
    (page,) = (p for p in expected.parent.glob(f"{expected.stem}.*") if p.suffix != ".json")
    assert reading_of(page, want["url"], want["content_type"]) == want
