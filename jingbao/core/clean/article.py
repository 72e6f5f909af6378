"""The parts of one article page, by the order of trust."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from jingbao.core.clean import around, body, generic, metadata, names, title as titles
from jingbao.core.clean.walk import Block, squash
from jingbao.core.clean.web import Web
from jingbao.core.dates import days
from jingbao.core.errors import NoText
from jingbao.core.families.record import Record
from jingbao.core.families.row import Row, absolute
from jingbao.core.values import Flag, Layout, Page

_ICON = re.compile(
    r"icon|logo|qr|ewm|erweima|weixin|wechat|share|btn|button|arrow|blank|spacer|loading|bg[_.-]|\.gif", re.I
)
_POSTED_LABELS = "published pubdate publishdate firstpublishedtime 发布日期 发布时间 公开日期 公布日期"
_NUMBERED = frozenset(("发文字号", "文号", "公文字号", "文件编号"))
_POSTED = frozenset(_POSTED_LABELS.split())
_TITLE_ABOVE = 6  # lines above a text among which its title stands
_COLUMN_NAME = 12  # characters; the name of a column (通知公告) is no longer
_SENTENCE = re.compile(r"[。！？]|(?:\b[A-Za-z]{2,20}\b[ ,.]{1,2}){8}")


@dataclass(frozen=True, slots=True)
class Parts:
    """title, body: as in Document; meta: (origin, label, value)."""

    title: str
    body: str
    meta: tuple[metadata.Meta, ...]
    flags: tuple[Flag, ...]


def of_record(web: Web, record: Record) -> Parts:
    """An article that came as data. web: its HTML, opened."""
    lines = web.walk.lines
    title = " ".join(record.title.split())
    meta = tuple(("json", label, " ".join(value.split())) for label, value in record.meta)
    text = body.text(lines, title, (), 0)
    return Parts(title, text, meta, (*_hidden(web), *_not_whole(web)))


def of_page(web: Web, layout: Layout | None, url: str) -> Parts:
    """An article page: the layout's elements where they are found, else own judgement."""
    walk, flags = web.walk, [*_hidden(web), *_not_whole(web)]
    table, places = metadata.table(walk.lines)
    block = _by_layout(web, layout)
    if layout is not None and layout.body and block is None:
        cause = "the layout of its source finds no text on it"
        flags.append(Flag("layout-missed", url, cause, "Look at the page; add a dated layout to the source's file."))
    if block is None:
        block = web.block
        if body.is_small(block) and (called := body.named(walk)) is not None:
            block = called
    title = _title(web, layout, (*web.tags, *table))
    first, last = (block.first, block.last) if block is not None else (0, 0)
    lines = walk.lines[first:last]
    if body.is_small(block):
        places |= {n for n, line in enumerate(lines, first) if line.links * 10 >= 9 * len(squash(line.text))}  # menus
    kept = body.text(lines, title, places, first)
    number = around.above(walk.lines, first, last, title, kept, places)
    text = "\n".join(filter(None, (number, kept)))
    meta = (*table, *web.tags, *metadata.visible(walk.lines, first, last, title, table, places))
    meta += _beside(web, meta, first, last, number)
    node = web.tree.css_first(layout.published) if layout is not None and layout.published else None
    if node is not None and (printed := metadata.printed(node.text())):
        meta = (*(m for m in meta if m[:2] != ("visible", "published")), *printed)
    return Parts(title, text, meta, tuple(flags))


def _beside(web: Web, meta: tuple[metadata.Meta, ...], first: int, last: int, number: str) -> tuple[metadata.Meta, ...]:
    """What only boxes around the text say."""
    labels = {label for _, label, _ in meta}
    asked = not number and labels.isdisjoint(_NUMBERED)
    silent = not any(label.lower() in _POSTED or label == "published" for label in labels)
    return tuple(around.beside(web.walk, first, last, number=asked, day=silent)) if asked or silent else ()


def _by_layout(web: Web, layout: Layout | None) -> Block | None:
    if layout is None or not layout.body:
        return None
    nodes = web.tree.css(layout.body)
    blocks = [web.walk.blocks[n.mem_id] for n in nodes if n.mem_id in web.walk.blocks]
    return max(blocks, key=lambda b: (b.weight, b.last - b.first), default=None)


def _title(web: Web, layout: Layout | None, meta: tuple[metadata.Meta, ...]) -> str:
    headings = web.walk.headings
    if layout is not None and layout.title:
        for node in web.tree.css(layout.title):
            block = web.walk.blocks.get(node.mem_id)
            lines = tuple(line.text for line in web.walk.lines[block.first : block.last]) if block else ()
            if lines and len(squash("".join(lines))) >= 4:
                headings = [lines, *headings]
                break
    declared = metadata.value(web.tags, "ArticleTitle", "og:title") or metadata.value(meta, "标题", "名称", "信息名称")
    site = tuple(value for _, label, value in web.tags if label.lower() in ("sitename", "columnname", "og:site_name"))
    title = titles.choose(headings, declared, web.page_title, site)
    if web.block is None:
        return title
    near = web.walk.lines[max(0, web.block.first - _TITLE_ABOVE) : web.block.first + 2]
    return titles.unmarked(title, [line.text for line in near if not line.links])


def has_pictures(web: Web) -> bool:
    """Whether pictures that are no icons stand in the text."""
    return any(not _ICON.search(picture.src) for picture in web.walk.pictures)


def _hidden(web: Web) -> list[Flag]:
    """Whole sentences that no reader of the page sees are a sign of manipulation."""
    texts = [text for text in web.hidden if len(text) >= 40 and _SENTENCE.search(text)]
    if not texts:
        return []
    size = sum(map(len, texts))
    cause = f"{size} characters of hidden text were left out"
    return [Flag("hidden-text", web.base, cause, "Look at the page's source before relying on the page.")]


def _not_whole(web: Web) -> list[Flag]:
    """What lies too deep is read as one line, and after too many lines nothing is."""
    if web.walk.is_whole:
        return []
    cause = "its elements lie too deep in one another, or it has too many lines, to be read as they are"
    return [Flag("not-whole", web.base, cause, "Compare the text with the page.")]


def late(parts: Parts, page: Page) -> list[Flag]:
    """Days of posting after the day the page was seen: wrong, or set ahead."""
    limit = page.seen.date() + timedelta(days=1)  # of any time zone
    held = {value for _, label, value in parts.meta if label.lower() in _POSTED}
    found = sorted({stated.day for value in held for stated in days(value)[:1] if stated.day > limit})
    cause = f"it says that it was posted on {', '.join(map(str, found))}, after it was seen"
    return [Flag("posted-after-seen", page.url, cause, "Look when it was posted.")] if found else []


def looks_like_list(web: Web) -> bool:
    """Whether rows should be looked for: little running text, or many links in it."""
    block = web.block
    if block is None:
        return True
    inside = sum(block.first <= link.line < block.last for link in web.walk.links)
    if body.is_small(block):
        return inside >= 3 or not _is_notice(web, block)
    return inside >= 5 and block.weight < 250 * inside


def is_spread(web: Web, rows: tuple[Row, ...]) -> bool:
    """Whether rows make up the page: no stretch without a row holds two fifths of its text."""
    block = web.block
    if block is None or body.is_small(block):
        return True
    urls = {row.url for row in rows}
    places = sorted(
        {n.line for n in web.walk.links if block.first <= n.line < block.last and absolute(web.base, n.href) in urls}
    )
    if len(places) < 3:
        return False
    bounds = [block.first, *places, block.last]
    sizes = [sum(len(line.text) for line in web.walk.lines[a:b]) for a, b in pairwise(bounds)]
    return max(sizes) <= 0.4 * sum(sizes)


def _is_notice(web: Web, block: Block) -> bool:
    """Whether a short text beside a column of links is what the page is for: a sentence of its own under a title."""
    text = "".join(line.text for line in web.walk.lines[block.first : block.last])
    return "。" in text and len(web.page_title) > _COLUMN_NAME


def by_generic(web: Web, page: Page) -> Parts | None:
    """A foreign or scattered page of no authority by means made for such pages; None for other pages, and where they
    find no article."""
    if not generic.is_foreign(web) and not generic.is_scattered(web):
        return None
    text = generic.text(web, page.url)
    if not generic.is_article(text):
        return None
    parts = of_page(web, None, page.url)
    return Parts(parts.title, text, parts.meta, (*parts.flags, _generic_flag(page.url)))


def dated(web: Web, parts: Parts, page: Page) -> Parts:
    """The parts of a page of no authority with the day a finder of dates sees on it: on a foreign page instead of one
    guessed from where it stands, on others where there is none."""
    silent = not any(m[:2] == ("visible", "published") or metadata.is_day(m) for m in parts.meta)
    found = generic.published(web, page.seen.date()) if silent or generic.is_foreign(web) else ()
    if not found:
        return parts
    meta = (*(m for m in parts.meta if m[:2] != ("visible", "published")), *found)
    return Parts(parts.title, parts.body, meta, parts.flags)


def by_other_means(web: Web, parts: Parts, url: str) -> Parts:
    """The last resort for pages without recognised text. Raises NoText when it finds nothing either."""
    text = generic.text(web, url)
    if not generic.is_article(text):
        if names.ENDS_SENTENCE.search(parts.body):
            return parts  # a very short notice
        raise NoText(url, "the page holds nothing but navigation", "If it shows text in a browser, report the page.")
    return Parts(parts.title, text, parts.meta, (*parts.flags, _generic_flag(url)))


def _generic_flag(url: str) -> Flag:
    cause = "its text was found by a generic extractor"
    return Flag("generic-extractor", url, cause, "Compare it with the page.")
