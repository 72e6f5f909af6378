"""Bytes -> text: which character set is believed, and what is refused."""

import codecs
from collections.abc import Callable

import opencc
import pytest

from jingbao.core.charset import decode
from jingbao.core.errors import UndecidedText

WORDS = (
    "为规范有关活动，保障各方合法权益，现就有关事项通知如下：一、各地区应当结合实际，抓好贯彻落实，不得迟延。"
    "二、各有关单位应当注重统筹协调，鼓励产学研用各方共同参与，及时将成熟的技术成果转化为标准。"
)
HONG_KONG = opencc.OpenCC("s2hk").convert(WORDS)


def page(text: str, declared: str = "") -> str:
    tag = f"<meta charset='{declared}'>" if declared else ""
    return f"<html><head>{tag}<title>关于某事的通知</title></head><body><p>{text}</p></body></html>"


def traditional(declared: str = "") -> bytes:
    return opencc.OpenCC("s2hk").convert(page(HONG_KONG, declared)).encode("big5hkscs")


# name, bytes, content type, character set found, whether a wrong declaration is named
READ: list[tuple[str, bytes, str, str, bool]] = [
    ("the header is right", page(WORDS, "utf-8").encode("gb18030"), "text/html; charset=GBK", "gb18030", False),
    (
        "the header is wrong, the page right",
        page(WORDS, "gb2312").encode("gb18030"),
        "a/b; charset=utf-8",
        "gb18030",
        True,
    ),
    ("the header is wrong for UTF-8", page(WORDS, "utf-8").encode(), "text/html; charset=gb2312", "utf-8", True),
    ("UTF-8 that passes for GBK", page(WORDS[:24], "utf-8").encode(), "text/html; charset=gbk", "utf-8", True),
    (
        "the mark goes before all",
        codecs.BOM_UTF8 + page(WORDS, "gbk").encode(),
        "text/html; charset=gbk",
        "utf-8",
        False,
    ),
    ("four bytes under gb2312", page("㐀䶮𠮷〇﹝" + WORDS, "gb2312").encode("gb18030"), "", "gb18030", False),
    ("Big5 declared", traditional("big5"), "", "big5hkscs", False),
    ("Big5 undeclared", traditional(), "", "big5hkscs", False),
    ("Big5 declared as GBK", traditional("gbk"), "", "big5hkscs", True),
    ("Big5 declared as UTF-8", traditional("utf-8"), "", "big5hkscs", True),
    (
        "Hong Kong characters",
        page("㗎𠻹" + HONG_KONG[:30], "big5").encode("big5hkscs", "ignore"),
        "",
        "big5hkscs",
        False,
    ),
    ("UTF-16 with its mark", codecs.BOM_UTF16_LE + page(WORDS).encode("utf-16-le"), "", "utf-16-le", False),
    ("UTF-16, high byte first", codecs.BOM_UTF16_BE + page(WORDS).encode("utf-16-be"), "", "utf-16-be", False),
    ("UTF-32, whose mark begins as that of UTF-16", page(WORDS).encode("utf-32"), "", "utf-32-le", False),
    ("a set that takes any bytes", page(WORDS, "gbk").encode("gb18030"), "text/html; charset=koi8-r", "gb18030", False),
    ("a set that takes any bytes, for UTF-8", page(WORDS).encode(), "text/html; charset=iso-8859-5", "utf-8", False),
    ("the default of a server", page(WORDS).encode("gb18030"), "text/html; charset=ISO-8859-1", "gb18030", False),
    ("UTF-16 without a mark takes any bytes", page(WORDS + "。").encode(), "text/html; charset=utf-16", "utf-8", False),
    ("UTF-7 hides markup", page(WORDS).encode(), "text/html; charset=utf-7", "utf-8", False),
    ("no character set at all", page(WORDS).encode(), "text/html; charset=unicode_escape", "utf-8", False),
    (
        "a Latin page",
        "<p>The café’s “rules” bind operators in Zürich and München.</p>".encode("cp1252"),
        "a/b; charset=iso-8859-1",
        "cp1252",
        False,
    ),
    (
        "a Russian page",
        ("<p>" + "Правила обязательны для операторов связи. " * 9).encode("cp1251"),
        "a/b; charset=windows-1251",
        "cp1251",
        False,
    ),
]


@pytest.mark.parametrize(("content", "header", "charset", "noted"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_a_character_set_is_believed_only_where_it_gives_sound_text(
    content: bytes, header: str, charset: str, noted: bool
) -> None:
    found = decode(content, "a.html", header)
    assert found.charset == charset
    assert found.text == content.decode(charset).removeprefix("\ufeff")
    assert bool(found.note) is noted
    assert charset in found.note or not noted


def twice(real: str, wrong: str, text: str = page(WORDS)) -> str:
    """A text in one character set that a program read in another."""
    return text.encode(real, "replace").decode(wrong, "replace")


GARBLED = twice("utf-8", "gb18030", "国家标准化管理委员会公告")
DAMAGED: list[tuple[str, Callable[[], str]]] = [
    ("UTF-8 read as GBK", lambda: twice("utf-8", "gb18030")),
    ("UTF-8 read as Latin-1", lambda: twice("utf-8", "latin-1")),
    ("UTF-8 read as Windows Latin", lambda: twice("utf-8", "cp1252")),
    ("GBK read as Latin-1", lambda: twice("gb18030", "latin-1")),
    ("GBK read as UTF-8", lambda: twice("gb18030", "utf-8")),
    ("GBK read as Big5", lambda: twice("gb18030", "big5hkscs")),
    ("Big5 read as GBK", lambda: traditional().decode("gb18030", "replace")),
    (
        "a title read as GBK",
        lambda: page(WORDS).replace("关于某事的通知", GARBLED),
    ),
    ("a paragraph read as GBK", lambda: page(WORDS + twice("utf-8", "gb18030", WORDS))),
    ("a paragraph read as Latin-1", lambda: page(WORDS * 5 + twice("utf-8", "latin-1", WORDS))),
]


@pytest.mark.parametrize("damaged", [case[1] for case in DAMAGED], ids=[case[0] for case in DAMAGED])
def test_text_decoded_wrongly_before_it_was_saved_is_refused(damaged: Callable[[], str]) -> None:
    with pytest.raises(UndecidedText, match="damaged before it was saved") as error:
        decode(damaged().encode(), "a.html", "text/html; charset=utf-8")
    assert (error.value.concerns, bool(error.value.todo)) == ("a.html", True)


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- {twice('utf-8', 'gb18030', WORDS[:20])} -->" + page(WORDS),
        f"<script>// {twice('utf-8', 'gb18030', WORDS[:20])}</script>" + page(WORDS),
        page(
            "、".join(
                ["欧阳娜娜", "上官婉儿", "诸葛孔明", "司马相如", "慕容雪村", "尉迟敬德", "皇甫嵩", "澹台灭明"] * 5
            )
        ),
        page(HONG_KONG + "產業鏈、供應鏈、區塊鏈"),
        page("涓流、鍾鏡、銆"),
    ],
    ids=["garbled comment", "garbled script", "names", "traditional", "rare characters"],
)
def test_sound_text_is_not_taken_for_damaged(text: str) -> None:
    assert decode(text.encode(), "a.html", "text/html; charset=utf-8").text == text


def test_a_download_cut_inside_a_character_is_read_and_a_broken_character_in_the_middle_is_refused() -> None:
    for name in ("utf-8", "gb18030", "big5hkscs"):
        text = opencc.OpenCC("s2hk").convert(WORDS * 12) if name == "big5hkscs" else WORDS * 12
        content = text.encode(name)
        assert decode(content[:-1], "a.txt", f"text/plain; charset={name}").text == text[:-1]
        broken = content[:200] + b"\xff\xff" + content[200:]
        with pytest.raises(UndecidedText, match="decodes it"):
            decode(broken, "a.txt", f"text/plain; charset={name}")


def test_half_of_a_pair_of_surrogates_is_refused() -> None:
    with pytest.raises(UndecidedText):
        decode(page(WORDS).encode() + b"\xed\xa0\x80", "a.html", "text/html; charset=utf-8")


def test_a_mark_that_lies_does_not_decide() -> None:
    with pytest.raises(UndecidedText):
        decode(codecs.BOM_UTF8 + page(WORDS, "gbk").encode("gb18030"), "a.html", "")


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_only_where_markup_and_words_prove_it(name: str) -> None:
    page = "<html><head><title>通知</title></head><body><p>现将中国有关事项通知如下，不得迟延。</p></body></html>"
    found = decode(page.encode(name), "x")
    assert (found.text, found.charset) == (page, name)
    assert name in found.note
    for other in (page.replace("有", "\ue000"), "<a>" + "\u0378通知" * 30, "<a>" + "㐀㐁㐂㐃" * 30):
        with pytest.raises(UndecidedText):
            decode(other.encode(name), "x")
