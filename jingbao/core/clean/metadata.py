"""What a page says about its text: <meta> elements, the 索引号 table, the line beside the title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from jingbao.core.clean import names
from jingbao.core.clean.walk import Line, fold, squash

Meta = tuple[str, str, str]  # origin, label, value

# Descriptions and keywords are left out: nobody sees them, so nobody checks them (and some are written for machines).
_TAGS = re.compile(
    r"ArticleTitle|PubDate|PublishDate|ContentSource|ColumnName|SiteName|SiteDomain|Author|Source|Url|FirstPublishedTime"
    r"|LastModifiedTime|EffectiveTime|og:title|og:site_name|article:published_time|citation_date|Catalog|FileNumber|IndexNo",
    re.I,
)
_OTHER_DAY = re.compile(
    r"(?:成文|生成|印发|签发|生效|施行|实施|失效|废止|截止|结束|开始|起始|有效)(?:日期|时间|期)?|[\u4e00-\u9fff](?:日期|时间)\s?[:：]\s?$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}\s?[〔\[﹝【（(]\s?(?:19|20)\d\d\s?[〕\]﹞】）)]\s?第?\s?\d{1,5}\s?号")
_STOP = re.compile(r"[。；！？，]")
_MAX_VALUE = 300
_MAX_LABEL = 24  # characters of a label, spaced
_DIVIDED = re.compile(r"[:：\t]")

_LABELS = (
    "索引号|信息索引号|信息索引|索引码|发文机关|发布机构|发文单位|发布单位|制发机关|公开主体|责任部门|主办单位|信息来源|成文日期|成文时间"
    "|发文日期|发布日期|公开日期|公布日期|生成日期|信息生成日期|印发日期|发布时间|生效日期|施行日期|实施日期|失效日期|废止日期|失效时间"
    "|发文字号|文号|文件编号|公文字号|有效性|效力状态|时效性|文件状态|效力级别|是否有效|主题分类|信息分类|体裁分类|服务对象|公开方式|公开形式"
    "|公开时限|组配分类|机构分类|公文种类|公文类别|主题词|关键词|标题|名称|信息名称|文件名称|统一登记号|内容概述|登记号|分类|来源|体裁|年份"
)
_SPACED = "|".join(" ?".join(label) for label in _LABELS.split("|"))  # 索 引 号
_LABEL = re.compile(rf"[【\[]?({_LABELS})[】\]]?[:：]?")
_LABELLED = re.compile(rf"(?:^|[\s|｜；;【\[])({_SPACED})[】\]]? ?[:：]")
_CERTAIN = "索引号 信息索引号 信息索引 索引码 主题分类 有效性 公开方式 体裁分类 组配分类 统一登记号 时效性 效力状态"
_STRONG = frozenset(_CERTAIN.split())  # labels of no other use


def tags(tree: LexborHTMLParser) -> tuple[Meta, ...]:
    """The <meta> elements that name title, date, source, column or site."""
    found: dict[tuple[str, str], None] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        label = attributes.get("name") or attributes.get("property") or ""
        if _TAGS.fullmatch(label) and (value := fold(attributes.get("content") or "")[:_MAX_VALUE]):
            found[label, value] = None
    return tuple(("tag", label, value) for label, value in found)


def is_day(meta: Meta) -> bool:
    """Whether a line of metadata is a full date, and no more than that."""
    match = names.DATE.match(meta[2])
    return match is not None and len(meta[2]) < match.end() + 12


def value(metas: Iterable[Meta], *labels: str) -> str:
    """The first value under one of the labels (in their order, case ignored), or ''."""
    held = {label.lower(): text for _, label, text in reversed(tuple(metas))}
    return next((held[label.lower()] for label in labels if label.lower() in held), "")


def table(lines: list[Line]) -> tuple[tuple[Meta, ...], frozenset[int]]:
    """The 索引号 table among the lines, whatever elements it is made of, and the places of its lines.

    It counts as one when three labels stand close together and one of them is of no other use, or when four do that
    each have their value beside them (the head of a register has its labels side by side).
    """
    best: tuple[tuple[Meta, ...], frozenset[int]] = ((), frozenset())
    for run in _runs(lines):
        found = _pairs(run, lines)
        labels = {label for _, label, _ in found}
        certain = (len(labels) >= 3 and labels & _STRONG) or (len(labels) >= 4 and _alternates(run, lines))
        if certain and len(found) > len(best[0]):
            best = (tuple(found), frozenset(run))
    return best


def _runs(lines: list[Line]) -> list[list[int]]:
    """Places of neighbouring lines that hold labels (values between them included)."""
    runs: list[list[int]] = []
    for n, line in enumerate(lines):
        text = line.text
        if len(text) > 400 or line.heading or (len(text) > _MAX_LABEL and _DIVIDED.search(text) is None):
            continue
        if not any(_is_label(cell) for cell in text.split("\t")):
            continue
        if runs and n - runs[-1][-1] <= 2 and line.table == lines[runs[-1][-1]].table:
            runs[-1] += range(runs[-1][-1] + 1, n + 1)
        else:
            runs.append([n])
    return [[*run, run[-1] + 1] if _wants_value(lines, run[-1]) else run for run in runs]


def _is_label(cell: str) -> bool:
    return bool(_LABEL.fullmatch(squash(cell)) or _LABELLED.match(cell))


def _alternates(run: list[int], lines: list[Line]) -> bool:
    cells = (tuple(map(_is_label, lines[n].text.split("\t"))) for n in run)
    return not any(a and b for row in cells for a, b in pairwise(row))


def _wants_value(lines: list[Line], last: int) -> bool:
    return last + 1 < len(lines) and bool(_LABEL.fullmatch(squash(lines[last].text.rsplit("\t", 1)[-1])))


def _pairs(run: list[int], lines: list[Line]) -> list[Meta]:
    """Labels and values of the lines, whether they stand in cells of their own or behind a colon."""
    found: list[Meta] = []
    open_label = ""
    for cell in (cell for n in run for cell in lines[n].text.split("\t")):
        if match := _LABEL.fullmatch(squash(cell)):
            open_label = match.group(1)
            continue
        labels = list(_LABELLED.finditer(cell))
        if open_label and cell.strip() and not (labels and labels[0].start() == 0):
            found.append(("table", open_label, cell.strip()[:_MAX_VALUE]))
            labels = []
        open_label = ""
        for n, match in enumerate(labels):
            end = labels[n + 1].start() if n + 1 < len(labels) else len(cell)
            if text := cell[match.end() : end].strip():
                found.append(("table", squash(match.group(1)), text[:_MAX_VALUE]))
            elif n + 1 == len(labels):
                open_label = squash(match.group(1))
    return found


def visible(
    lines: list[Line], first: int, last: int, title: str, table: tuple[Meta, ...], skip: frozenset[int]
) -> tuple[Meta, ...]:
    """`published` and `source` as printed beside the title.

    lines[first:last] are the body; table, skip: the 索引号 table and its places, which is asked last, as it often holds
    the day of signing under such labels. Looked for between title and body (a labelled date, else a bare one), then
    in the body's first lines, above and below.
    """
    top = _title_line(lines, first, last, squash(title))
    start = max(first, top)
    places = [n for n in range(len(lines)) if n not in skip]
    near = [lines[n].text for n in places if top <= n <= start]
    begun = next((n for n in range(first, top) if _STOP.search(lines[n].text)), top)  # an order, then its text
    above = [lines[n].text for n in places if top - 6 <= n < begun]
    inside = [lines[n].text for n in places if start <= n < last][:6]
    inside = inside[1 : next((n for n, text in enumerate(inside) if _STOP.search(text)), 6)]  # then the text has begun
    below = [lines[n].text for n in places if last <= n < last + 12]
    published = _first(names.PUBLISHED, near) or _bare(near) or _first(names.PUBLISHED, inside + above)
    published = published or _bare(inside[:3]) or _bare(above) or _first(names.PUBLISHED, below)
    published = published or value(table, "发布日期", "公开日期", "发布时间", "信息公开日期")
    source = _first(names.SOURCE, near) or _first(names.SOURCE, above + inside + below)
    found = (("visible", "published", published), ("visible", "source", source))
    return tuple(meta for meta in found if meta[2])


def number_above(lines: list[Line], first: int, last: int, title: str) -> str:
    """The document number that stands on a line of its own between title and body, or ''."""
    top = _title_line(lines, first, last, squash(title))
    return next((line.text for line in lines[top + 1 : first] if _NUMBER.fullmatch(line.text)), "")


def _title_line(lines: list[Line], first: int, last: int, title: str) -> int:
    """Where the title is printed: nearest above the body, else in its first lines, else the body's first line."""
    if not title:
        return first
    places: list[int] = [*range(min(first, len(lines) - 1), -1, -1), *range(first, min(first + 12, last))]
    for n in places:
        words = squash(lines[n].text)
        if len(words) > 3 and words in title and (lines[n].heading or words == title):
            return n
    return first


def printed(text: str) -> tuple[Meta, ...]:
    """`published` of an element that a layout names."""
    match = names.DATE.search(text)
    return (("visible", "published", " ".join(match.group().split())),) if match else ()


def _first(pattern: re.Pattern[str], lines: list[str]) -> str:
    for line in lines:
        if len(line) < 300 and (match := pattern.search(line)):
            return " ".join(match.group(1).split())
    return ""


def _bare(lines: list[str]) -> str:
    """A date in a short line that says little else."""
    for line in lines:
        match = names.DATE.search(line)
        if match is None or "\t" in line or _OTHER_DAY.search(line[: match.start()]):
            continue
        rest = line[: match.start()] + line[match.end() :]
        if len(rest) < 60 and not _STOP.search(rest):
            return " ".join(match.group().split())
    return ""
