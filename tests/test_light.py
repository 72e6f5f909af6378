"""Facts shown in the text: by colour on a terminal, on a local page, and in words everywhere."""

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from jingbao import plugs
from jingbao.core.light import HUE_OF, HUES, Stretch, cut, said
from jingbao.core.values import Channel, Count, Duty, Page, PartEffect, Penalty, Relation, Target
from jingbao.intake.arrival import Received
from jingbao.management.commands.explain import COLOURS
from jingbao.steps.add import add
from jingbao.steps.clean import clean
from jingbao.steps.read import read

BODY = """<html><head><meta charset="utf-8"></head><body>
<h1>关于公开征求《智能设备管理办法（征求意见稿）》意见的通知</h1><p>发布时间：2024-08-01 来源：工业和信息化部</p>
<div class="content"><p>为促进产业健康发展，我部起草了《智能设备管理办法（征求意见稿）》，现向社会公开征求意见。</p>
<p>生产企业不得隐瞒缺陷，应当报告&lt;script&gt;事故。请于2024年8月31日前将意见反馈至 wlaq@miit.gov.cn。</p>
<p>工业和信息化部</p><p>2024年8月1日</p></div></body></html>"""
WORDS = Path(__file__).resolve().parents[1] / "docs/words.md"


@pytest.fixture
def read_page(settings: Any, tmp_path: Path) -> str:
    """The address of a page that was taken in and read."""
    settings.HOME = tmp_path
    url, content = "https://www.miit.gov.cn/zwgk/art/2024/art_1.html", BODY.encode()
    name = hashlib.sha256(content).hexdigest()
    page = Page(url, url, datetime(2024, 9, 1, tzinfo=UTC), 200, "text/html; charset=utf-8", name, len(content))
    add([Received(page, content)])
    catalog = plugs.catalog()
    clean(catalog)
    read(catalog)
    return url


def test_every_fact_of_the_manual_has_a_hue_and_every_hue_a_colour() -> None:
    facts = WORDS.read_text(encoding="utf-8").partition("## Facts")[2].partition("## Status")[0]
    named = set(re.findall(r"^\| `([a-z_]+)` \|", facts, re.M))
    assert named
    assert named <= set(HUE_OF)
    assert set(COLOURS) == set(HUES)


def test_a_text_is_cut_without_gaps_where_spans_begin_and_end() -> None:
    assert cut(10, [(2, 6), (4, 8)]) == (
        Stretch(0, 2, ()),
        Stretch(2, 4, (0,)),
        Stretch(4, 6, (0, 1)),
        Stretch(6, 8, (1,)),
        Stretch(8, 10, ()),
    )
    assert cut(0, []) == ()
    assert cut(3, [(0, 3), (0, 3)]) == (Stretch(0, 3, (0, 1)),)


def test_a_span_outside_the_text_is_left_out_and_many_at_one_place_are_bounded() -> None:
    assert cut(3, [(1, 9), (-1, 2), (2, 2)]) == (Stretch(0, 3, ()),)
    assert len(cut(5, [(0, 5)] * 1000)[0].spans) == 12


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Target("2025", "标准", ">=", 30, "项"), "by 2025: 标准 >= 30 项"),
        (Count(500, "款", "算法", exact=False), "about 500 款 算法"),
        (Duty("不得", "网络运营者"), "网络运营者: 不得"),
        (Duty("应当", ""), "nobody named: 应当"),
        (Penalty(None, 100000, "元"), "… to 100,000 元"),
        (Penalty(1, 10, "倍"), "1 to 10 倍"),
        (Channel("email", "a@b.cn"), "email: a@b.cn"),
        (Relation("based_on", "网络安全法"), "based on: 网络安全法"),
        (PartEffect("第十条", "2025-01-01"), "第十条: 2025-01-01"),
        ("issued", "issued"),
    ],
)
def test_a_value_is_said_in_words(value: object, words: str) -> None:
    assert said(value) == words  # type: ignore[arg-type]


@pytest.mark.django_db
def test_explain_lights_the_facts_in_the_text_of_a_terminal(read_page: str, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("explain", read_page, force_color=True)
    coloured = capsys.readouterr().out
    for hue, (question, _) in HUES.items():
        assert f"\x1b[{COLOURS[hue]}m{question}" in coloured
    assert f"\x1b[{COLOURS['when']}m2024年8月31日" in coloured
    assert re.search(rf"\x1b\[{COLOURS['duty']}m[^\x1b]*不得", coloured)
    call_command("explain", read_page, no_color=True)
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.django_db
def test_a_local_page_lights_the_facts_in_the_text(read_page: str, client: Client) -> None:
    (row,) = re.findall(r"/pages/[0-9a-f]{20}/", client.get("/pages/").content.decode())
    shown = client.get(row).content.decode()
    assert re.search(r'<mark class="hue-when" title="comment_deadline: 2024-08-31"[^>]*>2024年8月31日</mark>', shown)
    assert re.search(r'<mark class="hue-duty"[^>]*>[^<]*不得', shown)
    targets = set(re.findall(r'href="#(at-[^"]+)"', shown))
    assert targets
    assert targets <= set(re.findall(r'id="(at-[^"]+)"', shown))
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


@pytest.mark.django_db
def test_a_page_is_found_by_its_address_and_a_wrong_one_is_said_to_be_wrong(read_page: str, client: Client) -> None:
    assert client.get("/pages/", {"address": read_page}).status_code == 302
    assert (
        "No page with this address" in client.get("/pages/", {"address": "https://nowhere.example/"}).content.decode()
    )
    assert client.get("/pages/0123/").status_code == 404
