"""find: list pages and list answers -> rows."""

import json
from datetime import date

import pytest

from jingbao.core.errors import NotAPage
from jingbao.core.find import Row, find
from jingbao.core.values import Layout, Source
from tests import make
from tests.shared import REPLICA, held_back, needs_shared

NAV = "".join(f"<li><a href='/c{n}/'>栏目名称{n}</a></li>" for n in range(20))
FRIENDS = "<div class='yqlj'><ul><li><a href='http://www.else.gov.cn/'>某某省人民政府网站</a></li></ul></div>"
BASE = "https://www.mnr.gov.cn/gk/tzgg/index.html"


def found(rows: str, url: str = BASE, sources: tuple[Source, ...] = ()) -> tuple[Row, ...]:
    body = f"<body><ul>{NAV}</ul>{rows}{FRIENDS}</body>"
    content = f"<html><head><meta charset='utf-8'><title>通知公告</title></head>{body}</html>".encode()
    return find(make.page(content, url), content, sources)


def answer(data: object, url: str) -> tuple[Row, ...]:
    content = json.dumps(data).encode()
    return find(make.page(content, url, "application/json"), content, ())


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a><span>2024-07-31</span></li>",
        "<li><span>2024-07-31</span><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a></li>",
        "<li><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a><i class='date'>2024年07月31日</i></li>",
        "<li><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a> [2024-07-31]</li>",
        "<li><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a><em>2024/7/31</em></li>",
        "<li><a href='./202407/t20240731_1.html'>关于印发管理办法的通知</a><em>07-31</em></li>",
        "<li><a href='./202407/t20240731_1.html'><b class='title'>关于印发管理办法的通知</b><b>2024.07.31</b></a></li>",
        "<li><a href='./202407/t20240731_1.html' title='关于印发管理办法的通知'>关于印发…</a><b>2024-07-31</b></li>",
    ],
)
def test_rows_are_found_wherever_the_date_stands(row: str) -> None:
    second = row.replace("t20240731_1", "t20240731_2")
    first, other = found(f"<ul class='list'>{row}{second}</ul>")
    assert first == Row(
        "关于印发管理办法的通知", "https://www.mnr.gov.cn/gk/tzgg/202407/t20240731_1.html", date(2024, 7, 31)
    )
    assert other.url.endswith("_2.html")


def test_rows_of_a_table_are_found() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td><a href='https://gi.mnr.gov.cn/{n}.html'>关于第{n}项标准的公告</a></td><td>自然资规〔2024〕{n}号</td>"
        f"<td>2024-08-0{n}</td></tr>"
        for n in range(1, 4)
    )
    assert [(row.title, row.date) for row in found(f"<table><tr><th>序号</th><th>标题</th></tr>{rows}</table>")] == [
        (f"关于第{n}项标准的公告", date(2024, 8, n)) for n in range(1, 4)
    ]


def test_the_date_after_its_label_counts_not_one_in_the_summary() -> None:
    row = (
        "<li><h3><a href='/x/{0}.htm'>考试安排的公告{0}</a></h3><p>推迟原定于2024年5月16日举行的考试。</p>"
        "<p>发布时间：2024.04.22</p></li>"
    )
    assert {r.date for r in found(f"<ul>{row.format(1)}{row.format(2)}</ul>")} == {date(2024, 4, 22)}


def test_navigation_and_friendly_links_are_no_rows() -> None:
    rows = "".join(f"<li><a href='/a/{n}.html'>关于某事项的公告</a><span>2024-08-0{n}</span></li>" for n in range(1, 4))
    assert len(found(f"<ul>{rows}</ul>")) == 3


def test_the_links_that_a_layout_names_need_no_date() -> None:
    layout = Layout(None, "", "", "", "ul.plain a")
    source = Source("x", "X", "x", "tdate", BASE, ("www.mnr.gov.cn",), "6h", 6, (layout,), 10, 14)
    rows = found("<ul class='plain'><li><a href='/a/1.html'>关于某事项的公告</a></li></ul>", sources=(source,))
    assert rows == (Row("关于某事项的公告", "https://www.mnr.gov.cn/a/1.html", None),)


def test_jpaas_answers_hold_rows_as_html() -> None:
    html = (
        "<ul><li><a href='/art/2024/art_1.html' title='公开征求对某办法的意见'>公开征求对…</a><span>2024-08-30</span>"
        "<span class='endtime' style='display:none'>1727625599000</span></li></ul>"
    )
    rows = answer({"success": True, "data": {"html": html}}, "https://www.miit.gov.cn/api-gateway/x/build/unit?a=1")
    assert rows == (Row("公开征求对某办法的意见", "https://www.miit.gov.cn/art/2024/art_1.html", date(2024, 8, 30)),)


def test_a_jpaas_shell_says_that_its_rows_are_elsewhere() -> None:
    with pytest.raises(NotAPage, match="by script"):
        found("<script parseType='bulidstatic' url='/api-gateway/x' querydata=\"{'webId':'1'}\"></script>")


def test_gov_cn_columns_and_searches_are_read() -> None:
    column = [
        {
            "TITLE": "国务院关于某事的意见",
            "SUB_TITLE": "",
            "URL": "./202408/content_1.htm",
            "DOCRELPUBTIME": "2024-08-02",
        }
    ]
    url = "https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json"
    assert answer(column, url) == (
        Row("国务院关于某事的意见", "https://www.gov.cn/zhengce/zuixin/202408/content_1.htm", date(2024, 8, 2)),
    )
    hit = {
        "title": "<em>工业</em>和信息化部关于某事的通知",
        "url": "https://www.gov.cn/c_2.htm",
        "pubtimeStr": "2024.08.27",
    }
    (row,) = answer({"searchVO": {"listVO": [hit]}}, "https://sousuo.www.gov.cn/search-gov/data?t=x")
    assert row == Row("工业和信息化部关于某事的通知", "https://www.gov.cn/c_2.htm", date(2024, 8, 27))


def test_cac_nfra_and_gkmlpt_answers_are_read() -> None:
    cac = {
        "list": [
            {
                "topic": "关于某算法备案的公告",
                "infourl": "//www.cac.gov.cn/2024-08/05/c_1.htm",
                "pubtime": "2024-08-05 10:00",
            }
        ]
    }
    assert answer(cac, "https://www.cac.gov.cn/cms/JsonList") == (
        Row("关于某算法备案的公告", "https://www.cac.gov.cn/2024-08/05/c_1.htm", date(2024, 8, 5)),
    )
    nfra = {
        "data": {
            "rows": [{"docId": 7, "docTitle": "某通知全文", "publishDate": "2024-08-09 09:00:00", "generaltype": "1"}]
        }
    }
    (row,) = answer(
        nfra, "https://www.nfra.gov.cn/cn/static/data/DocInfo/S/data_itemId=928,pageIndex=1,pageSize=18.json"
    )
    assert row.url == "https://www.nfra.gov.cn/cn/view/pages/ItemDetail.html?docId=7&itemId=928&generaltype=1"
    gkmlpt = {"articles": [{"title": "某公告全文", "url": "https://gxj.sz.gov.cn/p_1.html", "date": "2024-08-02"}]}
    gkmlpt["articles"].append(
        {"title": "另一公告", "url": "https://gxj.sz.gov.cn/p_2.html", "display_publish_time": 1723564800}
    )
    assert [row.date for row in answer(gkmlpt, "https://gxj.sz.gov.cn/gkmlpt/api/all/1")] == [
        date(2024, 8, 2),
        date(2024, 8, 14),
    ]


@pytest.mark.parametrize("content", ["<html><body><p>没有列表的页面</p></body></html>", '{"code": 500}'])
def test_a_list_without_rows_is_an_error_not_a_quiet_day(content: str) -> None:
    with pytest.raises(NotAPage):
        find(make.page(content.encode(), BASE), content.encode(), ())


def test_error_answers_and_challenges_are_no_lists() -> None:
    content = b"<html><head><script>document.cookie='a';location.reload()</script></head><body></body></html>"
    for status in (200, 521):
        with pytest.raises(NotAPage):
            find(make.page(content, BASE, status=status), content, ())


@needs_shared
def test_the_rows_of_the_replicas_lists_are_found_whole() -> None:
    expected = json.loads((REPLICA / "lists_a.json").read_text(encoding="utf-8"))
    files = {}
    for index in REPLICA.glob("pages*.tsv"):
        for line in index.read_text(encoding="utf-8").split("\n")[1:]:
            url, file, status, content_type, *_ = [*line.split("\t"), "", "", ""]
            files[url] = (file, status, content_type)
    checked = 0
    for url, want in expected.items():
        if held_back(url):
            continue
        file, status, content_type = files[url]
        content = (REPLICA / file).read_bytes()
        rows = find(make.page(content, url, content_type, int(status)), content, ())
        assert [(r.title, r.url, str(r.date)) for r in rows] == [
            (r["title"], r["url"], r["date"]) for r in want["rows"]
        ]
        checked += 1
    assert checked == 20
