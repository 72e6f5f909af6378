"""Pages as the content systems of Chinese authorities lay them out, each with what a reader of it sees.

Invented texts in invented pages: only the way a page is built is that of life. A layout is a name, the markup around
title and text, and what its metadata say.
"""

from dataclasses import dataclass

TITLE = "工业和信息化部关于加强车联网数据安全管理工作的通知"
NUMBER = "工信部网安〔2024〕135号"
FIRST = "为加强车联网数据安全管理，保障有关各方的合法权益，现就有关事项通知如下，请结合实际认真贯彻执行。"
SECOND = "一、车联网平台运营企业应当建立数据分类分级保护制度，每年至少开展一次风险评估，不得迟延报送。"
NOTE = "（此件公开发布）"
SIGNER, SIGNED = "工业和信息化部", "2024年7月22日"
TEXT = (FIRST, SECOND, SIGNER, SIGNED, NOTE)
BODY = (
    f"<p>　　{FIRST}</p><p>　　{SECOND}</p><p style='text-align:right'>{SIGNER}</p>"
    f"<p style='text-align:right'>{SIGNED}</p><p>{NOTE}</p>"
)
INDEX, BODY_OF, TOPIC = "000019713/2024-00135", "工业和信息化部", "工业、交通\\网络安全"
MENU = "<ul class='nav'>" + "".join(f"<li><a href='/c{n}/'>栏目名称{n}</a></li>" for n in range(20)) + "</ul>"
END = (
    "<div class='share'>分享到：<a href='#'>微信</a></div><p>【打印】【关闭】</p><p>责任编辑：李某</p>"
    "<p>扫一扫在手机打开当前页</p><div class='footer'>主办单位：某部 京ICP备05000001号</div>"
)

# What the tables of all layouts say, as far as they have the row.
SAID = {
    "索引号": INDEX,
    "发文机关": BODY_OF,
    "成文日期": "2024年07月22日",
    "发布日期": "2024年08月26日",
    "发文字号": NUMBER,
    "有效性": "有效",
    "主题分类": TOPIC,
}


@dataclass(frozen=True)
class Layout:
    """page: markup between <body> tags; said: of the metadata table, by printed label; head: of <head>."""

    name: str
    page: str
    said: tuple[tuple[str, str], ...] = tuple(SAID.items())
    head: str = f"<title>{TITLE}_通知_某部门户网站</title>"
    published: str = "2024-08-26"
    source: str = ""
    url: str = "https://www.miit.gov.cn/zwgk/zcwj/art/art_1.html"

    def content(self) -> bytes:
        head = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{self.head}</head>"
        return f"{head}<body>{self.page}</body></html>".encode()


def said(**changed: str) -> tuple[tuple[str, str], ...]:
    """The rows of `SAID` under other labels; '' leaves one out."""
    rows = ((changed.get(label, label), value) for label, value in SAID.items())
    return tuple((label, value) for label, value in rows if label)


def framed(table: str, before: str = "", body: str = BODY) -> str:
    """A page of the usual make around a metadata table."""
    return f"{MENU}<div class='main'>{table}<h1>{TITLE}</h1>{before}<div id='zoom'>{body}</div></div>{END}"


Rows = tuple[tuple[str, str], ...]


def _table(rows: Rows, wide: int, label: str, value: str) -> str:
    """A table, `wide` pairs a row; label and value: markup of their cells, with {}."""
    cells = [label.format(a) + value.format(b) for a, b in rows]
    return (
        "<table>" + "".join(f"<tr>{''.join(cells[n : n + wide])}</tr>" for n in range(0, len(cells), wide)) + "</table>"
    )


def each(rows: Rows, markup: str) -> str:
    return "".join(markup.format(a, b) for a, b in rows)


def _wide(rows: Rows) -> Rows:
    """索引号 -> 索 引 号, as narrow labels are set."""
    return tuple((" ".join(label) if len(label) == 3 else label, value) for label, value in rows)


ROWS = tuple(SAID.items())
SHANGHAI = said(索引号="索取号", 发文机关="制发机关", 有效性="", 主题分类="公开主体")
MOE = said(索引号="信息索引", 发文机关="发文机构", 成文日期="生成日期", 有效性="", 主题分类="信息类别", 发布日期="")
NEA = said(发文机关="主办单位", 成文日期="制发日期", 有效性="", 主题分类="", 发布日期="", 发文字号="")
HUNAN = said(
    发文机关="公开责任部门",
    成文日期="签署日期",
    发布日期="公开日期",
    发文字号="文号",
    有效性="信息时效期",
    主题分类="所属主题",
)
JIANGSU = said(发文机关="发布机构", 成文日期="发文日期", 发布日期="", 发文字号="文号", 有效性="时效", 主题分类="分类")
SAMR = said(发文机关="所属机构", 发文字号="文号", 有效性="")

CELLS = ("<td>{}</td>", "<td>{}</td>")
COLONS = ("<td>{}：</td>", "<td>{}</td>")
POSTED = "<p>发布日期：2024-08-26</p>"
NESTED = (
    "<form id='form1'><input type='hidden' name='__VIEWSTATE' value='/wEPDwUK'><table width=980>"
    f"<tr><td>{MENU}</td></tr><tr><td><table width='100%'><tr><td>{_table(ROWS, 2, *CELLS)}</td></tr>"
    f"<tr><td align=center><span id='lblTitle' class='title'>{TITLE}</span></td></tr>"
    f"<tr><td><span id='lblContent'>{BODY}</span></td></tr></table></td></tr>"
    "<tr><td class=bottom>版权所有 某局</td></tr></table></form>"
)
CAC = (
    f"{MENU}<div class='m-title'><h1 class='title'>{TITLE}</h1></div>"
    "<div class='info'><span id='pubtime'>2024年08月26日 09:00</span>"
    "<span id='source'>来源： <a href='/'>中国网信网</a></span>"
    f"<span class='print'>【打印】</span><span>【纠错】</span></div>"
    f"<div id='content' class='main-content'>{BODY}</div>{END}"
)
WECHAT = (
    f"<div id='js_article'><h1 class='rich_media_title' id='activity-name'>\n  {TITLE}\n</h1><div id='meta_content'>"
    "<span class='rich_media_meta_text'>网络安全管理局</span><a id='js_name'>工信微报</a>"
    "<em id='publish_time'>2024年08月26日 10:12</em><em>北京</em></div>"
    "<div class='rich_media_content' id='js_content' style='visibility: hidden; opacity: 0; '>"
    f"<section>{BODY}</section></div></div><div id='js_pc_qr_code'>微信扫一扫<br>关注该公众号</div>"
)
STANDARD = f"{MENU}<div class='article-title'>{TITLE}</div><div class='pages_content'>{BODY}</div>{END}"
DECLARED = (
    f"<title>{TITLE}</title><meta name='SiteName' content='某部'><meta name='ArticleTitle' content='{TITLE}'>"
    "<meta name='PubDate' content='2024-08-26 10:12'><meta name='ContentSource' content='科技司'>"
)
PAIRS = "<div class='item'><div class='lab'>{}:</div><div class='val'>{}</div></div>"

LAYOUTS = (
    Layout("two pairs a row (hanweb)", framed(_table(ROWS, 2, "<th>{}</th>", "<td>{}</td>"))),
    Layout("four pairs a row", framed(_table(ROWS, 4, *COLONS))),
    Layout("labels set wide", framed(_table(_wide(ROWS), 1, "<td><b>{}：</b></td>", "<td>{}</td>"))),
    Layout("label and value in one cell (gov.cn)", framed(_table(ROWS, 2, "<td><b>{}：</b>", "{}</td>"))),
    Layout("table in brackets (Chongqing)", framed(_table(ROWS, 2, "<td>[ {} ]</td>", "<td>{}</td>"))),
    Layout("list in brackets without colons (Beijing)", framed(each(ROWS, "<li>[{}]&nbsp;<span>{}</span></li>"))),
    Layout("list with labels (TRS)", framed(each(ROWS, "<li><label>{}：</label><span>{}</span></li>"))),
    Layout("list without colons", framed(each(ROWS, "<li><em>{}</em><span>{}</span></li>"))),
    Layout("definitions", framed(f"<dl>{each(ROWS, '<dt>{}</dt><dd>{}</dd>')}</dl>")),
    Layout("divisions", framed(each(ROWS, PAIRS))),
    Layout("divisions of spans", framed(each(ROWS, "<div><span>{}：</span><span>{}</span></div>"))),
    Layout("one line with wide blanks", framed(f"<p>{each(ROWS, '{}：{}&emsp;&emsp;')}</p>")),
    Layout("one line parted by bars", framed(f"<p>{each(ROWS, '{}：{} | ')}</p>")),
    Layout("lines in lenticular brackets", framed(each(ROWS, "<p>【{}】{}</p>"))),
    Layout("Shanghai", framed(each(SHANGHAI, "<p>{}：{}</p>")), SHANGHAI),
    Layout("education", framed(_table(MOE, 2, *COLONS), "<p>2024-08-26　来源：科技司</p>"), MOE, source="科技司"),
    Layout("energy", framed(f"<div>{each(NEA, '{}：{}　')}</div>", POSTED), NEA),
    Layout("Hunan", framed(_table(HUNAN, 3, *COLONS)), HUNAN),
    Layout("Jiangsu", framed(_table(JIANGSU, 2, *CELLS), POSTED), JIANGSU),
    Layout("market regulation", framed(each(SAMR, "<li><strong>{}：</strong>{}</li>")), SAMR),
    Layout("tables in tables (ASP.NET)", NESTED),
    Layout("article with a line of facts (CAC)", CAC, (), source="中国网信网"),
    Layout(
        "public account (WeChat)",
        WECHAT,
        (),
        head=f"<meta property='og:title' content='{TITLE}'><title></title>",
        url="https://mp.weixin.qq.com/s/abcdef",
    ),
    Layout("meta block of the state", STANDARD, (), head=DECLARED),
)
