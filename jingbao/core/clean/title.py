"""The whole title of a page."""

from __future__ import annotations

import re

from jingbao.core.clean.walk import fold, squash

_CUT = re.compile(r"(?:…{1,3}|\.{3,6}|。{3})$")
# What follows a separator in <title>: a site, a column, a section.
_SUFFIX = re.compile(r"[-_|｜–—>]{1,8}\s{0,3}([^-_|｜–—>]{1,40})$")
_SITE = re.compile(
    r"(?:网|网站|政府|部|局|厅|委|办|院|会|署|日报|报|在线|门户|公开|电子版|平台|公司|资讯|中心|动态|公告|文件|解读|要闻|首页|新闻|频道)$"
)
# The name of a body or its site, as pages print it over every text.
_OWNER = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,24}(?:局|厅|委|部|署|委员会|办公室|协会|学会|联盟|联合会|中心|政府|网|网站|法院|检察院|银行|交易所|研究院|研究所|公司)"
)
_ACT = re.compile(
    r"关于|召开|举[行办]|成立|发布|印发|公布|开展|调研|约谈|通报|批准|设立|组建|同意|处罚|签署|起诉|[与和]"
)
_TITLE = 8  # characters that a title has at least, to be taken for it instead of such a name
# A column that has no name but that of what it lists.
_COLUMN = re.compile(
    r"(?:通知|通告|公示|通报|政策|法规|规章|要闻|规范性文件|其他文件|最新政策|意见征集|征求意见|政策法规|工作通知)"
)
# A line that goes on where the one before it broke off, without a space between.
_GOES_ON = re.compile(r"关于|的|《|印发|发布|公布|转发|（|\(|和|与|及|等|》")
# 某部令第2号 in the metadata table of a page whose <title> says what it is about.
_NUMBER_ALONE = re.compile(r"[\u4e00-\u9fff]{2,30}(?:[〔\[（(]?\d{4}[〕\]）)]?年?)?第?\d{1,5}号令?")
_ON_SUBJECT = re.compile(r"关于.{4}|《.{4}")
_MAX = 300
_TELLS = re.compile(r"关于|[《：！？]|召开|举[行办]|成立|发布|印发|公布|开展|约谈|通报|批准|处罚|签署")
_SITE_NAME = 14  # characters that the name of a site has at most
# How an official title ends: 关于…的通知, 《…》解读.
_FORMAL = re.compile(
    r"关于.{4,120}的(?:通知|公告|通告|意见|决定|函|批复|通报|规定|办法|公示|复函|请示|报告|说明)(?:[（(][^（）()]{1,30}[）)])?$"
    r"|^.{0,40}《[^《》]{4,80}》[^。；]{0,16}(?:解读|答记者问|问答|图解|说明|发布|施行|印发)$"
)


def choose(headings: list[tuple[str, ...]], declared: str, page_title: str, site: tuple[str, ...]) -> str:
    """The title.

    headings: lines of each heading printed on the page, in order; declared: ArticleTitle or the like, '' if none;
    page_title: the <title> element; site: names of the site and column. The printed heading that <title> or the
    declaration confirms wins; one cut with … yields to the complete form; spacing is as declared.
    """
    ways = [fold(text)[:_MAX] for text in (declared, page_title) if text.strip()]
    names = {squash(name) for name in site}
    printed = [lines for lines in headings if len(squash("".join(lines))) >= 4 and squash("".join(lines)) not in names]
    titles = [lines for lines in printed if not _is_owner("".join(lines))]
    if any(len(squash("".join(lines))) >= _TITLE for lines in titles) and all(map(_is_owner, ways)):
        printed, ways = titles, []  # <title> names nothing but the site
    whole = _confirmed(printed, ways) or (printed[0] if printed and not ways else ())
    if whole:
        start = squash("".join(whole))
        if declared and squash(declared).startswith(start):  # printed without its number, say
            return fold(declared)[:_MAX]
        return _complete(_join(whole), ways)
    bare = without_site(fold(page_title)[:_MAX], site)
    if declared.strip() and not (_NUMBER_ALONE.fullmatch(squash(declared)) and _ON_SUBJECT.search(bare)):
        return _complete(fold(declared)[:_MAX], ways)
    for lines in printed:  # a page whose <title> names the site alone
        if squash(bare) in names or len(squash(bare)) < 5 or (_SITE.search(bare) and len(bare) < 20):
            return _join(lines)
    return bare


def unmarked(title: str, near: list[str]) -> str:
    """The title among the lines about the head of a text, where the one chosen is only a name of the site (a page
    without headings whose <title> is the same on every page); near: those lines in order."""
    if len(squash(title)) >= _SITE_NAME or _TELLS.search(title) or _NUMBER_ALONE.fullmatch(squash(title)):
        return title
    return next((line for line in near if len(line) <= _MAX and _FORMAL.search(line)), title)


def _is_owner(text: str) -> bool:
    name = squash(text)
    return _OWNER.fullmatch(name) is not None and _ACT.search(name) is None


def without_site(title: str, site: tuple[str, ...]) -> str:
    """<title> without the site's and the columns' names at its end."""
    names = {squash(name) for name in site if name}
    for _ in range(4):
        match = _SUFFIX.search(title)
        if match is None:
            break
        tail = squash(match.group(1))
        known = tail in names or any(tail in name or name in tail for name in names if len(name) > 3)
        if not known and not _SITE.search(tail) and not _COLUMN.fullmatch(tail):
            break
        head = title[: match.start()].rstrip()
        if len(squash(head)) < 5:
            break
        title = head
    return title.strip()


def _confirmed(printed: list[tuple[str, ...]], ways: list[str]) -> tuple[str, ...]:
    """The longest heading that begins, or is, a declared form; a heading spread over two elements is put together."""
    best: tuple[str, ...] = ()
    for n, lines in enumerate(printed):
        for candidate in (lines, lines + printed[n + 1] if n + 1 < len(printed) else lines):
            text = _CUT.sub("", squash("".join(candidate)))
            if len(text) > len(squash("".join(best))) and any(squash(way).startswith(text) for way in ways):
                best = candidate
    if best:
        return best
    for lines in printed:  # e.g. <title>Column: title</title>
        text = squash("".join(lines))
        if len(text) >= 8 and any(text in squash(way) for way in ways):
            return lines
    return ()


def _join(lines: tuple[str, ...]) -> str:
    """Lines of a heading as one: a space between them unless the next plainly goes on."""
    title = lines[0]
    for line in lines[1:]:
        title += line if _GOES_ON.match(line) or title.endswith(("《", "（", "和", "的", "、", "关于")) else f" {line}"
    return title[:_MAX]


def _complete(title: str, ways: list[str]) -> str:
    """The title, not cut, spaced as declared where the declaration holds the same characters."""
    cut = _CUT.search(title)
    start = squash(_CUT.sub("", title))
    for way in ways:
        if cut and squash(way).startswith(start) and len(squash(way)) > len(start) and not _CUT.search(way):
            return way
        if not cut and (same := _prefix(way, start)):
            return same
    return title


def _prefix(text: str, start: str) -> str:
    """The beginning of `text` that is `start` when white space is left out, or ''."""
    if not squash(text).startswith(start):
        return ""
    left = len(start)
    for n, character in enumerate(text):
        left -= not character.isspace()
        if left == 0:
            return text[: n + 1]
    return ""
