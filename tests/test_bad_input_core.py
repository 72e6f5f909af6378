"""Bad input: a clear message that names the file and what to do, within 500 MB."""

import contextlib
import gc
import resource
import time
from collections.abc import Callable

import pytest

from jingbao.core.clean import clean, references
from jingbao.core.errors import NoText, PageError, TooLarge, Unreadable
from jingbao.core.values import Document
from tests import make

MB = 1 << 20


def cleaned(content: bytes, url: str, content_type: str = "") -> Document:
    page = make.page(content, url, content_type)
    references(page, content)
    return clean(page, content, (), {})


def word_bomb() -> bytes:
    """A DOCX of 70 kB whose text would take 60 MB."""
    return make.packed(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(60 * MB)})


def sheet_of_empty_rows() -> bytes:
    """A row of text, then a million rows with a format and nothing in them."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 1_000_001))
    return make.sheet(make.row(1, "企业名称", "批次") + rows)


def sheet_with_far_cell() -> bytes:
    """A million empty rows between two rows of text."""
    return make.sheet(make.row(1, "企业名称", "批次") + make.row(1_000_000, "合计", "7"))


NAVIGATION = (
    "<html><body><ul>" + "".join(f"<li><a href='/{n}/'>栏目{n}名称</a></li>" for n in range(50)) + "</ul></body></html>"
)

REFUSED: list[tuple[str, Callable[[], bytes], type[PageError], str]] = [
    ("empty.html", lambda: b"", Unreadable, "empty"),
    ("huge.html", lambda: bytes(200 * MB), TooLarge, "200 MB"),
    ("page.pdf", lambda: b"PK\x03\x04 cut", Unreadable, "damaged"),
    ("scan.pdf", lambda: make.pdf([], []), NoText, "no text layer"),
    ("locked.pdf", lambda: make.pdf(["x"], encrypted=True), Unreadable, "password"),
    ("cut.pdf", lambda: make.pdf(["x"])[:300], Unreadable, "damaged or cut short"),
    ("bomb.docx", word_bomb, TooLarge, "bomb|60 MB"),
    ("cut.docx", lambda: make.word("第一条")[:2000], Unreadable, "damaged"),
    ("not.docx", lambda: make.packed(**{"word/x.xml": b"<x/>"}), Unreadable, "damaged"),
    (
        "old.doc",
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"),
        Unreadable,
        "old format",
    ),
    ("menu.html", lambda: NAVIGATION.encode(), NoText, "navigation"),
]


@pytest.mark.parametrize(("name", "make_file", "error", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused_by_name_with_advice_and_little_memory(
    name: str, make_file: Callable[[], bytes], error: type[PageError], words: str
) -> None:
    content = make_file()
    before = peak()
    with pytest.raises(error, match=words) as raised:
        cleaned(content, f"https://www.miit.gov.cn/f/{name}")
    assert name in raised.value.concerns
    assert len(raised.value.todo) > 10
    assert peak() - before < 100


def test_a_sheet_with_a_million_empty_rows_is_read_quickly_and_in_little_memory() -> None:
    for content, text in (
        (sheet_of_empty_rows(), "企业名称\t批次"),
        (sheet_with_far_cell(), "企业名称\t批次\n合计\t7"),
    ):
        gc.collect()
        before, start = peak(), time.process_time()
        assert cleaned(content, "https://www.miit.gov.cn/f/rows.xlsx").body == text
        assert time.process_time() - start < 5
        assert peak() - before < 200


def test_a_wrong_extension_is_read_by_what_the_file_is() -> None:
    assert (
        cleaned(make.word("第一条 制定本办法。"), "https://x.gov.cn/a.pdf", "application/pdf").body
        == "第一条 制定本办法。"
    )
    assert cleaned(make.pdf(["第一条"]), "https://x.gov.cn/a.html", "text/html").kind == "attachment"
    assert cleaned(make.sheet(make.row(1, "甲")), "https://x.gov.cn/a.docx", "").body == "甲"


def test_a_page_declared_utf_8_that_is_gb18030_is_read_right_and_flagged() -> None:
    words = "为规范直播带货活动，引导各参与主体依法合规经营，制定本指引，现予发布，请认真执行，不得拖延。"
    title = "关于发布指引的公告"
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    html = f"<html>{head}<body><h1>{title}</h1><p>{words}</p></body></html>"
    document = cleaned(html.encode("gb18030"), "https://x.gov.cn/a.html", "text/html; charset=utf-8")
    assert (document.title, document.body) == (title, words)
    assert [flag.code for flag in document.flags] == ["charset-corrected"]


@pytest.mark.parametrize(
    "piece",
    [
        "<div style='display:none'>",
        "<table><tr><td>",
        "<font size=5>",
        "<a href='x'>",
        "（(《",
        "2024年",
        "来源：",
        "&#x4e00;",
        " ",
    ],
)
def test_hostile_repetition_takes_no_long(piece: str) -> None:
    words = "为规范活动，制定本办法。" * 20
    content = f"<html><head><title>某通知</title></head><body><p>{words}</p>{piece * 20_000}".encode()
    start = time.process_time()
    with contextlib.suppress(PageError):  # refusing is as good as reading; hanging is not
        cleaned(content, "https://x.gov.cn/a.html", "text/html")
    assert time.process_time() - start < 4


WORDS = "<html><head><title>某通知</title></head><body><p>" + "为规范活动，制定本办法。" * 20 + "</p>"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (WORDS + "<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">", "attributes"),
        (WORDS + ("<p " + " ".join(f"a{n}" for n in range(1_900)) + ">") * 300, "attributes"),
        (WORDS + "".join(f"<body a{n}=x>" for n in range(100_000)), "<body>"),
        (WORDS + "<div>" * 200_000, "inside one another"),
        (WORDS + "<svg>" + "<g>" * 200_000, "inside one another"),
        (WORDS + "<a href=x>一<p>" * 100_000, "inside one another"),
        (WORDS + "".join(f"<b id={n}>" for n in range(300)) + "<p>一" * 20_000, "formatting"),
        (WORDS + "<ul>" + "<li>一" * 500_000, "elements"),
        (WORDS + "<!-- <a b=' -->" + "<div>" * 200_000, "inside one another"),
        (WORDS + "<a b=\"<a b='" * 100_000, "inside one another"),
        (WORDS + "<!-- <a b=\" <a c=' -->" + "<div>" * 200_000, "inside one another"),
        (WORDS + "<b></i></i>" * 100_000, "inside one another|formatting"),
        (WORDS + "<div><!--</div>-->" * 100_000, "inside one another"),
        (WORDS + "<div><table><td></div></table>" * 50_000, "inside one another"),
        (WORDS + "".join(f"<b id={n}><!--</b>-->" for n in range(3_000)) + "<p>一" * 20_000, "formatting"),
        (WORDS + "".join(f"<b id={n}><i id='</b>'></i>" for n in range(3_000)) + "<p>一" * 20_000, "formatting"),
        (WORDS + "<p " + " ".join(f"a{n}='>'" for n in range(5_000)) + ">", "attributes"),
    ],
    ids=[
        "attributes",
        "tags",
        "bodies",
        "depth",
        "svg",
        "links",
        "formatting",
        "rows",
        "quote",
        "quotes",
        "deep",
        "ends",
        "ends in comments",
        "ends in cells",
        "formatting ended in comments",
        "formatting ended in values",
        "quoted ends",
    ],
)
def test_markup_built_to_keep_a_parser_busy_is_refused_before_it_is_parsed(markup: str, words: str) -> None:
    with pytest.raises(TooLarge, match=words):
        cleaned(markup.encode(), "https://x.gov.cn/a.html", "text/html")


def test_careless_markup_is_no_attack() -> None:
    text = "为规范活动，制定本办法，现予发布，请认真执行。"
    careless = f"<p><font size=3><span>{text}<br>" * 300 + "<ul>" + "<li>一" * 3_000
    markup = f"<html><head><title>某通知</title></head><body>{careless}<script>if (a<b) c = '<div>'</script>"
    assert text in cleaned(markup.encode(), "https://x.gov.cn/a.html", "text/html").body


def test_data_nested_without_end_are_refused() -> None:
    with pytest.raises(TooLarge, match="nested too deeply"):
        cleaned(b"[" * 1_000_000 + b"]" * 1_000_000, "https://x.gov.cn/a.json", "application/json")


def peak() -> float:
    """The most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
