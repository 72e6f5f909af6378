"""Metadata, title and text of pages as the content systems of authorities lay them out."""

from functools import cache

import pytest

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.clean import clean
from jingbao.core.read import read
from jingbao.core.values import Document
from tests import make
from tests.layouts import LAYOUTS, NUMBER, SIGNER, TEXT, TITLE, Layout, each, framed


@cache
def catalog() -> Catalog:
    return plugs.catalog()


@cache
def document(layout: Layout) -> Document:
    content = layout.content()
    return clean(make.page(content, layout.url), content, (), {})


def metas(found: Document) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in found.meta.split("\n"))


def test_a_title_that_is_a_number_in_the_table_yields_to_the_one_that_names_its_subject() -> None:
    rows = {"索引号": "357A04-02", "发布机构": "文化和旅游部", "发布日期": "2024-08-26", "标题": "文化和旅游部令第2号"}
    page = framed(each(tuple(rows.items()), "<li><label>{}</label><span>{}</span></li>")).replace("h1>", "div>")
    found = document(Layout("number", page, head=f"<title>{TITLE}</title>"))
    assert (found.title, metas(found)["table:标题"]) == (TITLE, "文化和旅游部令第2号")
    assert document(Layout("alone", page, head="<title>文化和旅游部</title>")).title == "文化和旅游部令第2号"


NAMES = [layout.name for layout in LAYOUTS]


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_each_row_of_the_metadata_table_is_kept_under_its_label(layout: Layout) -> None:
    found = {label: value for label, value in metas(document(layout)).items() if label.startswith("table:")}
    assert {f"table:{label}": value for label, value in layout.said}.items() <= found.items()


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_title_and_text_are_whole_with_signature_and_note_and_nothing_else(layout: Layout) -> None:
    found = document(layout)
    assert (found.title, tuple(found.body.split("\n"))) == (TITLE, TEXT)
    assert found.flags == ()


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_the_days_the_number_and_the_issuer_are_read_wherever_they_stand(layout: Layout) -> None:
    found = read(document(layout), catalog())
    assert (found.text("published"), found.text("signed")) == (layout.published, "2024-07-22")
    assert found.values("issuer") == (SIGNER,)
    assert found.text("document_number") == (NUMBER if NUMBER in dict(layout.said).values() else "")
    if layout.source:
        assert metas(document(layout))["visible:source"] == layout.source
