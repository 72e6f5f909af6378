"""Rows of a list page of unknown make: links that stand, each alone with a date, in elements of one kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jingbao.core.families.row import Row, absolute, calendar_day, day, day_of_address

_MAX_LINKS = 3_000
_MAX_CLIMB = 5
_MAX_DEPTH = 200
_LISTS = frozenset({"body", "html", "ul", "ol", "table", "tbody", "dl"})
_MAX_SAME = 20  # links of one row to the same address
_MAX_ROW = 1_500  # characters of one row (search results carry a summary)
_MONTH_DAY = re.compile(r"(?<![\d-])(\d\d)[-/.月](\d\d)日?(?![\d-])")
_FULL = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)")
_NUMBER = re.compile(r"\d")
_LABELLED = re.compile(r"(?:发布|发文|公布|公开|更新)?(?:时间|日期)\s?[:：]\s?")
_YEAR = re.compile(r"/(?:t|art_)?((?:19|20)\d\d)(?=[/_-]|\d{2,4}[/_])")
_ANY_DATE = re.compile(r"[\[（(]?\s?(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s?[\]）)]?")
_CUT = re.compile(r"(?:…|\.{2,6})$")
_DOTS = "·• "


class _Found(NamedTuple):
    title: str
    url: str
    date: date | None
    group: tuple[int, str, str]
    dated: bool  # a date stands in the row (perhaps without its year), not only in the address
    own: bool


def rows(tree: LexborHTMLParser, base: str, links: str = "") -> tuple[Row, ...]:
    """Rows in page order. links: CSS selector of the anchors, when a layout names it (then a date is not needed)."""
    anchors = tree.css("a[href]")[:_MAX_LINKS]
    chosen = {anchor.mem_id for anchor in tree.css(links)} if links else None
    around = _Around(anchors)
    found = [
        one
        for n, anchor in enumerate(anchors)
        if (chosen is None or anchor.mem_id in chosen) and (one := _row(anchor, base, around, n)) is not None
    ]
    if not links:
        found = _lists(found)
    kept: dict[str, Row] = {}
    for one in found:
        if one.url not in kept:
            kept[one.url] = Row(one.title, one.url, one.date)
    return tuple(kept.values())


def _lists(found: list[_Found]) -> list[_Found]:
    """Only rows of groups with dates and links to the own or another official site; lone rows where all are lone."""
    dated = Counter(one.group for one in found if one.dated)
    own = {one.group for one in found if one.own}
    least = 2 if max(dated.values(), default=0) >= 2 else 1
    good = {group for group, count in dated.items() if count >= least and group in own}
    return [one for one in found if one.group in good and (one.dated or one.date)]


def _row(anchor: LexborNode, base: str, around: _Around, n: int) -> _Found | None:
    href = around.hrefs[n]
    if href.startswith(("#", "javascript:")):
        return None
    own = _text(anchor)
    title = _title(anchor, own, around.titles[n])
    if len(title) < 4 or not (url := absolute(base, href)):
        return None
    box, parent = around.box(anchor, n)
    text = _text(box) if box is not anchor else own
    if len(text) > _MAX_ROW:
        return None
    when, dated = None, False
    if _NUMBER.search(text) is not None:
        outside = text.replace(own, " ", 1) if box is not anchor else ""
        when = _date(outside, url) or _date(own, url)
        dated = when is not None or bool(_MONTH_DAY.fullmatch(outside.strip(" []()（）")))
    return _Found(
        title,
        url,
        when or day_of_address(url),
        (parent.mem_id if parent else 0, box.tag or "", box.attributes.get("class") or ""),
        dated,
        (host := _host(url)).endswith(".gov.cn") or _owner(host) == _owner(_host(base)),
    )


class _Around:
    """The links of a page in order, and what stands around each."""

    def __init__(self, anchors: list[LexborNode]) -> None:
        self._chains: dict[int, tuple[int, ...]] = {}
        self._above = [self._chain(anchor) for anchor in anchors]
        attributes = [anchor.attributes for anchor in anchors]
        self.hrefs = [held.get("href") or "" for held in attributes]
        self.titles = [held.get("title") or "" for held in attributes]
        self._before, self._after = _neighbours(self.hrefs), _neighbours(self.hrefs[::-1])[::-1]

    def _chain(self, node: LexborNode) -> tuple[int, ...]:
        """Ids of the elements around a node, the nearest first."""
        climbed: list[int] = []
        around = node.parent
        while around is not None and around.mem_id not in self._chains and len(climbed) < _MAX_DEPTH:
            climbed.append(around.mem_id)
            around = around.parent
        chain = self._chains.get(around.mem_id, ()) if around is not None else ()
        for one in reversed(climbed):
            self._chains[one] = chain = (one, *chain[:_MAX_DEPTH])
        return chain

    def box(self, anchor: LexborNode, n: int) -> tuple[LexborNode, LexborNode | None]:
        """The largest element around the n-th link that holds no link to elsewhere, and what stands around it."""
        first, last = n - self._before[n], n + self._after[n]
        before = self._above[first] if first >= 0 else ()
        after = self._above[last] if last < len(self._above) else ()
        box, parent = anchor, anchor.parent
        for _ in range(_MAX_CLIMB if last - first <= _MAX_SAME else 0):
            if parent is None or parent.tag in _LISTS or parent.mem_id in before or parent.mem_id in after:
                break
            box, parent = parent, parent.parent
        return box, parent


def _neighbours(hrefs: list[str]) -> list[int]:
    """How many places before each address another one stands."""
    found: list[int] = []
    for n, href in enumerate(hrefs):
        found.append(found[-1] + 1 if n and href == hrefs[n - 1] else 1)
    return found


def _title(anchor: LexborNode, text: str, stated: str) -> str:
    """The whole title: of the attribute where the text is cut; without a date inside the link."""
    first = anchor.first_child
    if first is not None and (first.tag != "-text" or first.next is not None):  # more than a text
        inner = anchor.css_first("h1,h2,h3,h4,h5,.title,.tit")
        if inner is not None and len(_text(inner)) >= 4:
            text = _text(inner)
        elif day(text) is not None and (bare := _ANY_DATE.sub("", text).strip()):
            text = bare if anchor.css_first("span,i,em,b,time,p") is not None else text
    stated = " ".join(stated.split())
    if stated and stated != text:
        start = _CUT.sub("", text)
        if start != text or not text or (stated.startswith(start.rstrip(_DOTS)) and len(stated) > len(text)):
            return stated
    return text.lstrip(_DOTS)


def _date(text: str, url: str) -> date | None:
    """A date written in a row; one without a year takes it from the address."""
    if _NUMBER.search(text) is None:
        return None
    labelled = _LABELLED.search(text) if "时间" in text or "日期" in text else None
    full = day(text[labelled.end() :]) if labelled else None
    if full is None:
        full = day(text) if len(text) < 120 else _last_day(text)
    if full is not None:
        return full
    short = _MONTH_DAY.search(text)
    if short is None:
        return None
    stated = day_of_address(url)
    if stated is not None and (stated.month, stated.day) == (int(short.group(1)), int(short.group(2))):
        return stated
    year = _YEAR.search(url)
    return calendar_day(year.group(1), *short.groups()) if year else None


def _last_day(text: str) -> date | None:
    """The last date of a row with a summary, which may speak of other days."""
    found = [m.start() for m in _FULL.finditer(text)]
    return day(text[found[-1] :]) if found else None


def _host(url: str) -> str:
    """The host of an absolute address."""
    return url.partition("://")[2].partition("/")[0].partition(":")[0].lower()


@lru_cache(maxsize=64)  # the links of a page lead to few hosts
def _owner(host: str) -> str:
    """The part of a host that names its owner: mnr.gov.cn of gi.mnr.gov.cn."""
    labels = host.split(".")
    size = 3 if len(labels) > 2 and labels[-1] == "cn" and labels[-2] in ("gov", "com", "org", "net", "edu") else 2
    return ".".join(labels[-size:])


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def as_text(found: Iterable[Row]) -> str:
    """Rows as lines: date (or nothing), tab, title."""
    return "\n".join(f"{row.date.isoformat() if row.date else ''}\t{row.title}" for row in found)
