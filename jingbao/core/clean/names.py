"""What class names, ids, styles and short lines on Chinese official pages say about the element that bears them.

The words are those of the common content systems (TRS, jpaas, Hanweb, gkmlpt, Word exports), in English and Pinyin.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = (
    "script style noscript template svg iframe object head select option button textarea input canvas audio video map"
    " title meta link"
)
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark o:p q rp rt ruby s samp small"
    " span st1:chsdate strike strong sub sup time tt u var wbr"
)
UNSEEN = frozenset(_UNSEEN.split())
INLINE = frozenset(_INLINE.split())

# Blocks around the text, by whole parts of a name: foot, page-foot, footer2, but not football.
_CHROME_WORDS = (
    "foot|footer|bottom|copyright|copy|banquan|beian|nav|navi|navs|navbar|topnav|subnav|leftnav|sitenav|mnav|lmnav|menu"
    "|menus|submenu|topbar|toolbar|tools|tool|crumb|crumbs|breadcrumb|breadcrumbs|position|location|weizhi|dqwz|mbx"
    "|curpos|currentposition|share|shares|sharesc|sharebox|sharebtn|bdshare|bdsharebuttonbox|jiathis|fenxiang|fx"
    "|qrcode|qr|ewm|ewmzs|erweima|sidebar|side|aside|related|relate|relatedlinks|relevant|xgxw|xgyd|xgwd|xglj|xgwz"
    "|xgwj|xgjd|tuijian|recommend|hotnews|hot|rank|ranking|paihang|comment|comments|pinglun|ad|ads|advert|guanggao"
    "|search|sousuo|login|print|dayin|yqlj|friendlink|friendlinks|friendlylink|links|pager|pagination|pagenav|pagebar"
    "|fontsize|zihao|fs|wza|barrierfree|accessibility|popup|dialog|modal|gotop|backtop|totop|scrolltop|edit|zrbj"
    "|prevnext|prenext|sxp|sxy|shangxia|tags|keyword|keywords|loading|shenming|mianze"
)
_CHROME = frozenset(_CHROME_WORDS.split("|"))
# Of these, those that on many sites hold the day of posting as well: 发布时间：2022-03-02 字号：大 中 小 打印.
_TOOL_WORDS = "print dayin fontsize zihao fs tool tools toolbar share shares sharebox fenxiang fx bdshare position edit"
_TOOLS = frozenset(_TOOL_WORDS.split())
HEADING = re.compile(
    r"(?:^|[\s_-])(?:[a-z]{0,12}title|[a-z]{0,3}tit|biaoti|bt|headline)\d{0,2}(?=$|[\s_-])",
    re.I,
)
# Kept out of HEADING: names of side boxes and of the title of the site.
NOT_HEADING = re.compile(r"sub|site|web|box|right|left|list|more|column|lanmu|tab", re.I)
BODY = re.compile(
    r"(?:^|[\s_-])(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|UCAP-CONTENT|ucapcontent|zoom|fontzoom|con_con|ccontent"
    r"|BodyLabel|ivs_content|article_content|article-content|articlecontent|art-con|artcon|arcContent|pages_content"
    r"|xxgk_content|news_cont_d_wrap|detailcont|txt_txt|maintext|view-content|Section0|rm_txt_con|text_content|news_end"
    r"|wenzhang-content|content_text|artibody|news_content|detail-content|contentText)(?=$|[\s_-])",
    re.I,
)

# Of a style in lower case without white space.
_BETWEEN = re.compile(r"[\s_-]+")


class Role(NamedTuple):
    """What class and id say. chrome: the element stands around the text; tool: it is a bar of tools, which may hold
    the day of posting; heading: it holds a title."""

    chrome: bool = False
    tool: bool = False
    heading: bool = False


NO_ROLE = Role()


@lru_cache(maxsize=4096)  # a site's names come back on each of its pages
def role(name: str) -> Role:
    parts = _parts(name)
    chrome = not _CHROME.isdisjoint(parts) and BODY.search(name) is None
    heading = HEADING.search(name) is not None and NOT_HEADING.search(name) is None
    return Role(chrome, not _TOOLS.isdisjoint(parts), heading)


def _parts(name: str) -> list[str]:
    whole = _BETWEEN.split(name.lower())
    return whole + [part.rstrip("0123456789") for part in whole if part[-1:].isdecimal()]


_HIDING = re.compile(
    r"opacity:0?\.?0+(?:;|!|$)|(?:left|top|right|text-indent|margin-left|margin-top):-\d{4,6}(?:px|pt|em|rem)?"
    r"|clip:rect\(0|(?:^|;)transform:scale\(0\)"
)
_LATE = re.compile(r"visibility|opacity")
_SIZE_ZERO = re.compile(r"(?:^|;)font-size:0?\.?0+(?:px|pt|em|rem|%)?(?:;|!|$)")
_BOX_ZERO = re.compile(r"(?:^|;)(?:max-)?(?:height|width):0+(?:px|pt)?(?:;|!|$)")
HIDDEN_CLASSES = ("hide", "hid", "hidden", "ng-hide", "d-none", "sr-only", "visually-hidden")


class Style(NamedTuple):
    """What a style does to an element and all in it. late: hides it until a script shows it, once the page has loaded;
    no_size: sets its text in no size (elements inside may set their own)."""

    hides: bool = False
    late: bool = False
    no_size: bool = False


_PLAIN = Style()


def style(text: str) -> Style:
    """Of an inline style."""
    return _short_style(text) if len(text) < _KEPT else _any_style(text)


def _any_style(text: str) -> Style:
    squashed = "".join(text.lower().split())
    hides = _hiding(squashed)
    no_size = "font-size:0" in squashed or "font-size:." in squashed
    if not hides and not no_size:
        return _PLAIN
    late = hides and "display" not in squashed and bool(_LATE.search(squashed))
    return Style(hides, late, no_size and bool(_SIZE_ZERO.search(squashed)))


_short_style = lru_cache(maxsize=4096)(_any_style)  # a page repeats its styles
_KEPT = 300  # characters of a text worth remembering


def _hiding(style: str) -> bool:
    if "display:none" in style or "visibility:hidden" in style or "visibility:collapse" in style:
        return True
    if any(sign in style for sign in ("opacity:", ":-", "clip:", "scale(")) and _HIDING.search(style):
        return True
    return "overflow" in style and bool(_BOX_ZERO.search(style))


_DATE = r"(?:19|20|１９|２０)\d\d\s?[-/.年－／．]\s?\d{1,2}\s?[-/.月－／．]\s?\d{1,2}\s?日?"
_CLOCK = r"(?:[\sT]{0,3}\d{1,2}\s?[:：时]\s?\d{1,2}(?:\s?[:：分]\s?\d{1,2})?\s?[秒分]?)?"
DATE = re.compile(_DATE + _CLOCK)
# What else has a time: a meeting, an examination. (Spans without space between them join 通信管理局 and 时间.)
_OTHER_TIMES = "报名 会议 活动 考试 笔试 面试 开庭 听证 举办 召开 培训 评审 公示 征集 申报 受理 办理 工作 服务 成立"
_OTHERS = "".join(f"(?<!{word})" for word in _OTHER_TIMES.split())
PUBLISHED = re.compile(
    r"(?:发布(?:时间|日期|于)|(?:上传|登载|刊登|刊发|上线|发稿)(?:时间|日期)|发表(?:时间|日期)|发文(?:时间|日期)|公开(?:时间|日期)|公布(?:时间|日期)|上网(?:时间|日期)"
    r"|更新(?:时间|日期)|更新(?=[】\]])|信息(?:提供|发布|公开)日期|撰写时间|录入时间|發佈時間|發布時間"
    rf"|(?<![文效止行施期发束始]){_OTHERS}(?:日期|时间|時間))[】\]]?\s{{0,3}}[:：]?\s{{0,3}}"
    rf"[\[（(【]?\s{{0,3}}({_DATE}{_CLOCK})"
)
SOURCE = re.compile(
    r"(?:信息来源|文章来源|稿件来源|新闻来源|内容来源|来源|來源|信息提供单位|供稿单位|供稿|出处)\s{0,3}[:：]\s{0,3}"
    r"([^\s|｜:：【\[（(]{2,40}?(?:（[^（）]{2,40}）|\([^()]{2,40}\))?)"
    r"(?=(?:发布|更新|发文|发表)?(?:时间|日期)|作者|记者|责任?编辑?|编辑|浏览|点击|阅读|字号|字体|打印|[\s|｜【\[]|$)"
)
# A line of page furniture beside the title: date, source, counters, font size.
INFO = re.compile(
    r"发布时间|发布日期|发表时间|发文时间|上网时间|信息来源|文章来源|来源\s?[:：]|來源\s?[:：]|责任编辑|责编|浏览次数|浏览量|阅读次数|点击(?:数|次数|量|率)?\s?[:：]"
    r"|访问量|字号|字体\s?[:：]|【字体|打印本?页?|稿源|信息提供日期|点赞"
)
# Whole lines that are furniture wherever they stand.
NOISE = re.compile(
    r"[（(【\[]?\s{0,3}(?:责任编辑|责编|责任编校|审核|校对|编辑|网络编辑|责任校对|值班编辑|来稿|初审|终审|责編)\s{0,3}[:：][^。]{0,40}[）)】\]]?"
    r"|扫一扫[^。]{0,20}|.{0,6}手机(?:打开|查看|扫码|浏览)当前页.{0,6}|分享到?[:：]?.{0,20}|分享$|.{0,3}(?:打印|关闭)(?:本页|窗口|页面|此页)?.{0,20}|.{0,3}返回顶部.{0,3}"
    r"|[【\[]?字[号体]\s?[:：]?.{0,15}|(?:上|下)一[篇条页]\s?[:：]?.{0,60}|(?:您|你)?(?:所在|现在|当前)的?位置\s?(?:是)?\s?[:：].{0,80}"
    r"|.{0,30}(?:网站标识码|ICP备|公网安备|版权所有|增值电信业务经营许可证|互联网新闻信息服务许可证).{0,120}|(?:正在)?加载中.{0,10}|正在加载.{0,10}"
    r"|[【\[（(]?(?:我要)?纠错[】\]）)]?[^。]{0,40}"
    r"|(?:(?:法律声明|网站声明|隐私(?:声明|政策)|版权声明|联系我们|关于我们|加入收藏|设为首页|网站地图|站点地图|网站导航|使用帮助)[\s|｜·]{0,5}){2,8}"
    r"|更多\s?[>＞»]{0,2}|more|收藏|点赞|\d{0,6}条?评论|浏览次数\s?[:：].{0,12}|首页(?:\s?[>＞»/-]\s?.{1,20}){1,6}"
)
_LONGEST_NOISE = 200  # characters, more than NOISE can match


def is_noise(line: str) -> bool:
    return len(line) <= _LONGEST_NOISE and NOISE.fullmatch(line) is not None


# Headings of boxes that lead elsewhere: nothing below them belongs to the text.
LEADS_AWAY = re.compile(
    r"(?:相关(?:链接|阅读|新闻|文档|文章|信息|报道|稿件|推荐|内容)|推荐阅读|延伸阅读|热门(?:推荐|排行|文章|新闻)|上一篇.{0,5}下一篇|最新(?:文章|新闻|信息)|友情链接|猜你喜欢)"
    r"\s{0,3}[:：>＞]{0,3}"
)
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|csv|txt|pptx?|rtf)(?![a-z])", re.I)
DISCLAIMER = re.compile(r"(?:(?:版权|著作权)(?:声明)?[与和及])?免责(?:声明|条款)\s{0,3}[:：]?")
ENDS_SENTENCE = re.compile(r"[。；！？，、：]")
ONLY_DATE = re.compile(rf"[\s\[\]（）()|·•：:]{{0,6}}(?:{_DATE}{_CLOCK}|\d\d[-/]\d\d|\d{{1,4}})[\s\[\]（）()|]{{0,4}}")
