"""Every saved page reads as it was reviewed."""

import json
from pathlib import Path

import pytest

from tests.record import pairs, reading_of


@pytest.mark.parametrize(("facts", "page"), pairs(), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_saved_page_reads_as_reviewed(facts: Path, page: Path) -> None:
    want = json.loads(facts.read_text(encoding="utf-8"))
    assert reading_of(page, want["url"], want["content_type"]) == want
