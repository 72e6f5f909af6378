"""Numbers and days of posting that stand around a text: above it, in boxes beside it, in the address."""

import pytest

from jingbao import plugs
from jingbao.core.clean import clean
from jingbao.core.read import read
from jingbao.core.values import Reading
from tests import make
from tests.layouts import BODY, END, MENU, NUMBER, TITLE

URL = "https://www.miit.gov.cn/zwgk/art_1.html"
INFO = "<p>发布时间：2024-08-26　来源：科技司</p>"
ARTICLE = f"<article><h1>{TITLE}</h1>{INFO}<div id='zoom'>{BODY}</div></article>"
OLD = (
    "<table width=778><tr><td width=180><table><tr><td>本栏热点</td></tr></table></td><td><table>"
    f"<tr><td align=middle><font size=4><b>{TITLE}</b></font></td></tr>"
    f"<tr><td align=middle><font color=#666>{NUMBER}　　发布日期：2024年8月26日</font></td></tr>"
    f"<tr><td class=content>{BODY}</td></tr></table></td></tr></table>"
)


def reading(markup: str, url: str = URL, title: str = TITLE) -> Reading:
    content = f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{markup}</body></html>".encode()
    document = clean(make.page(content, url), content, (), {})
    return read(document, plugs.catalog()).prove(document)


@pytest.mark.parametrize(
    "markup",
    [
        f"{MENU}<aside class='side'><p>文号：{NUMBER}</p></aside>{ARTICLE}{END}",
        f"{MENU}<div class='tools'><span>发文字号 {NUMBER}</span></div>{ARTICLE}{END}",
        f"{MENU}{ARTICLE}<div class='box'>【文号】{NUMBER}</div>{END}",
        f"{MENU}<h1>{TITLE}</h1><h2>（{NUMBER}）</h2>{INFO}<div id='zoom'>{BODY}</div>{END}",
        f"{MENU}<h1>{TITLE}</h1><p>{NUMBER}　来源：科技司　2024-08-26</p><div id='zoom'>{BODY}</div>{END}",
        OLD,
    ],
    ids=["side column", "bar of tools", "below the text", "in brackets", "in the line of source", "layout of tables"],
)
def test_a_number_around_the_text_is_read(markup: str) -> None:
    found = reading(markup)
    assert (found.text("document_number"), found.text("published")) == (NUMBER, "2024-08-26")


def test_numbers_of_other_texts_around_the_text_are_not_read() -> None:
    others = "".join(f"<p>文号：国发〔2024〕{n}号</p>" for n in (3, 7))
    assert reading(f"{MENU}<aside class='side'>{others}</aside>{ARTICLE}{END}").text("document_number") == ""


def test_the_head_of_an_order_is_kept_where_the_title_is_that_of_its_text() -> None:
    title = "国务院关于修改部分行政法规的决定"
    text = (
        f"<p>《{title}》已经国务院常务会议通过，现予公布，自2024年10月1日起施行。</p><p>总理　李强</p>"
        f"<p>2024年8月20日</p><p>{title}</p><p>为进一步推进改革，国务院对涉及的行政法规进行了清理，决定予以修改。</p>"
    )
    head = "<h1>中华人民共和国国务院令<br>第795号</h1><div class='pages-date'>2024-08-26 17:05</div>"
    found = reading(f"{MENU}{head}<div id='UCAP-CONTENT'>{text}</div>{END}", title=f"{title}_中国政府网")
    assert (found.text("document_number"), found.text("signed")) == ("国务院令第795号", "2024-08-20")


def test_a_day_of_posting_in_a_side_column_is_read() -> None:
    side = "<aside class='side'><p>发布日期<br>2024年08月26日</p><p>阅读：20942</p></aside>"
    assert reading(f"{MENU}{side}{ARTICLE.replace(INFO, '')}{END}").text("published") == "2024-08-26"


def test_a_file_named_by_day_and_clock_tells_the_day_of_posting() -> None:
    bare = f"{MENU}{ARTICLE.replace(INFO, '')}{END}"
    assert reading(bare, "https://www.miit.gov.cn/ggtg/20240826111147171.html").text("published") == "2024-08-26"
    assert reading(bare, "https://www.miit.gov.cn/ggtg/20240826997147171.html").text("published") == ""
