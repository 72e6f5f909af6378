"""The reader on deadlines, effect, expiry and parts, each phrase as a page of its own."""

import pytest

from jingbao import plugs
from jingbao.core.catalog import Catalog
from jingbao.core.read import read
from tests.day_phrases import ALL, Phrase
from tests.gate_days import DAYS, answer, document


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return plugs.catalog()


def _page(phrase: Phrase) -> dict[str, str | None]:
    return dict(zip(("title", "published", "signed", "text"), phrase[:4], strict=True))


@pytest.mark.parametrize("phrase", ALL, ids=lambda phrase: phrase[3][:40])
def test_a_phrase_means_its_days_and_no_others(phrase: Phrase, catalog: Catalog) -> None:
    found = answer(read(document(_page(phrase), catalog), catalog))
    meant = phrase[4]
    parts = [{"what": what, "day": day} for what, day in meant.items() if what not in DAYS]
    assert found == {name: meant[name] for name in DAYS if name in meant} | (
        {"effective_parts": parts} if parts else {}
    )


def test_there_are_phrases_enough() -> None:
    assert len(ALL) >= 120
