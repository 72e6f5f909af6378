"""The local page that explains a reading, in a real browser: it fits, it complains of nothing, facts lead to words."""

import os
import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser

from tests.test_formats_browser import Opened, browser, pytestmark as needs_browser
from tests.test_light import read_page

# The browser keeps an event loop in this thread; the test's own database calls between its steps are safe all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

__all__ = ["browser", "read_page"]  # fixtures

pytestmark = [needs_browser, pytest.mark.django_db]


@pytest.fixture
def explained(read_page: str, client: Client, tmp_path: Path) -> Path:
    """The page as the local server shows it, as a file: a test's database is not another process's."""
    (address,) = re.findall(r"/pages/[0-9a-f]{20}/", client.get("/pages/").content.decode())
    file = tmp_path / "page.html"
    file.write_bytes(client.get(address).content)
    return file


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_the_screen_and_complains_of_nothing(
    browser: Browser, explained: Path, width: int, scheme: str
) -> None:
    opened = Opened(browser, explained, width, scheme)
    assert opened.width() <= width
    assert opened.asked == [explained.as_uri()]
    assert opened.complaints == []


def test_the_keyboard_leads_from_a_fact_to_its_words(browser: Browser, explained: Path) -> None:
    page = Opened(browser, explained).page
    link = page.get_by_role("link", name="2024年8月31日").first
    link.focus()
    page.keyboard.press("Enter")
    target = page.locator("mark:target")
    assert target.inner_text() == "2024年8月31日"
    assert target.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")


def test_each_hue_has_a_colour_of_its_own_and_its_name_beside_it(browser: Browser, explained: Path) -> None:
    page = Opened(browser, explained).page
    marks = page.locator(".hues mark").all()
    colours = {mark.evaluate("e => getComputedStyle(e).borderBottomColor") for mark in marks}
    assert len(colours) == len(marks) == 7
    assert all(mark.inner_text().strip() for mark in marks)
