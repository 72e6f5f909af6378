"""The printed pages in a real browser: they fit, they open on their quotations, they ask nothing of anyone."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from jingbao.formats import email, html, source
from tests.samples import HOSTILE, NOTICE, sample_issue, sample_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "JINGBAO_REQUIRE_ALL" not in os.environ,
    reason="no Chromium on this machine: install the package chromium",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issue, the copy of the page of item 1 and the e-mail, as files."""
    made = tmp_path_factory.mktemp("issue")
    issue, (of, document) = sample_issue(), sample_page()
    quotes = tuple(c.span for s in issue.items[0].sentences for c in s.citations)
    long = replace(document, body=document.body + "\n" + "长" * 400 + "\n" + "x" * 400 + "\n" + "\t".join("列" * 30))
    (made / "sources").mkdir()
    (made / "issue.html").write_bytes(html.render(issue))
    (made / "mail.html").write_text(email.html(issue), encoding="utf-8")
    (made / "sources" / f"{of.id}.html").write_bytes(source.render(of, long, quotes, NOTICE))
    return made


class Opened:
    """A page that notes what it asks for and complains of."""

    def __init__(self, browser: Browser, path: Path, width: int = 1280, scheme: str = "light") -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(path.as_uri())

    def width(self) -> int:
        found: int = self.page.evaluate("document.documentElement.scrollWidth")
        return found


def copy_of(folder: Path) -> Path:
    (found,) = (folder / "sources").iterdir()
    return found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["issue.html", "mail.html", "sources"])
def test_pages_fit_the_screen_ask_nothing_and_complain_of_nothing(
    browser: Browser, folder: Path, name: str, width: int
) -> None:
    path = copy_of(folder) if name == "sources" else folder / name
    opened = Opened(browser, path, width)
    assert opened.width() <= width
    opened.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert opened.width() <= width
    assert opened.asked == [path.as_uri()]
    assert opened.complaints == []


def test_a_click_on_any_sentence_shows_its_chinese_words_and_another_hides_them(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "issue.html")
    sentences = opened.page.locator(".prose details.said")
    assert sentences.count() == 12
    for sentence in sentences.all():
        quotes = sentence.locator("blockquote")
        assert not quotes.first.is_visible()
        sentence.locator("summary").click()
        assert quotes.first.is_visible()
        assert quotes.first.inner_text().strip()
        sentence.locator("summary").click()
        assert not quotes.first.is_visible()


def test_the_keyboard_opens_a_sentence_and_goes_on_to_its_place_in_context(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "issue.html")
    page = opened.page
    sentence = page.locator(".prose details.said").nth(1)
    page.locator(".prose details.said summary").nth(0).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert sentence.locator("blockquote").inner_text() == "为统筹规划物联网标准体系，引导物联网产业高质量发展"
    assert sentence.locator("blockquote").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*.html#q-body-*")
    target = page.locator("mark:target")
    assert target.inner_text() == "为统筹规划物联网标准体系，引导物联网产业高质量发展"
    assert target.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")


def test_closed_sentences_run_on_as_one_paragraph(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "issue.html")
    paragraph = opened.page.locator(".prose").first
    left = paragraph.evaluate("e => e.getBoundingClientRect().left")
    begins = [s.evaluate("e => e.getClientRects()[0].left") for s in paragraph.locator("summary").all()]
    assert any(begin > left + 20 for begin in begins[1:])


def test_without_scripts_everything_still_works(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "issue.html").as_uri())
    page.locator(".prose summary").first.click()
    assert page.locator(".prose blockquote").first.is_visible()


def test_a_hostile_page_is_seen_as_its_letters(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "issue.html")
    assert HOSTILE.split("\u202e")[0] in opened.page.locator("#item-4 .title").inner_text()
    assert opened.complaints == []


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 249, 244)"), ("dark", "rgb(22, 23, 26)")])
@pytest.mark.parametrize("name", ["issue.html", "mail.html"])
def test_light_and_dark_follow_the_reader(browser: Browser, folder: Path, name: str, scheme: str, paper: str) -> None:
    opened = Opened(browser, folder / name, scheme=scheme)
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_on_paper_nothing_is_cut_off(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "issue.html", width=794)
    opened.page.emulate_media(media="print")
    assert opened.width() <= 794
    assert not opened.page.locator(".skip").is_visible()
    assert opened.page.locator(".item").last.is_visible()
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
