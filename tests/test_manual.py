"""The generated pages of the manual are those the code would write now."""

import pytest

from tests.manual import PAGES, ROOT


@pytest.mark.parametrize("page", PAGES)
def test_a_generated_page_is_up_to_date(page: str) -> None:
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == PAGES[page](), "run ./run docs"
