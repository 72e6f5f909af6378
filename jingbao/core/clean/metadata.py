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
_STOP = re.compile(r"[。；！？，]")
_MAX_VALUE = 300
_LONGEST_LABEL = 12
_WORDS = (
    "索引号|信息索引号|信息索引|索引码|索取号|信息索取号|发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|制发机关|制发机构|制发单位|制定机关"
    "|印发机关|联合发文单位|所属机构|公开主体|公开部门|公开责任部门|责任部门|主办单位|信息来源|成文日期|成文时间|发文日期|发文时间|发布日期|发布时间"
    "|公开日期|公开时间|公布日期|公布时间|生成日期|信息生成日期|印发日期|印发时间|签署日期|签署时间|签发日期|签发时间|制发日期|制发时间|落款日期|落款时间|形成日期|签批日期|登记日期|颁布日期|生效日期|生效时间|施行日期"
    "|实施日期|实施时间|失效日期|废止日期|失效时间|终止日期|发文字号|文号|文件编号|公文字号|公文编号|发文编号|有效性|文件有效性|效力状态|时效性|时效|信息时效期"
    "|时效状态|文件状态|效力级别|效力等级|是否有效|主题分类|主题类别|所属主题|信息分类|信息类别|体裁分类|服务对象|服务对象分类|公开方式|公开形式|公开时限|公开范围"
    "|公开类别|公开属性|公开目录|组配分类|机构分类|公文种类|公文类别|文件类型|文件类别|主题词|关键词|标题|名称|信息名称|文件名称|公文名称|文件标题|公文标题"
    "|统一登记号|统一编号|内容概述|登记号|分类|来源|体裁|年份"
)
_LABELS = "|".join(sorted(_WORDS.split("|"), key=len, reverse=True))  # the longer of two that begin alike first
_SPACED = "|".join(" ?".join(label) for label in _LABELS.split("|"))  # 索 引 号
_LABEL = re.compile(rf"[【\[]? ?({_LABELS}) ?[】\]]?[:：]?")
_LABELLED = re.compile(
    rf"(?:^|[\s|｜；;])(?P<plain>{_SPACED}) ?[:：]|[【\[] ?(?P<framed>{_SPACED}) ?(?:[】\]] ?[:：]?|[:：])"
)
_FIRST = frozenset("【[" + "".join(label[0] for label in _LABELS.split("|")))
_AFTER = " \t|｜；;"  # what parts a value from the next label
_LONGEST = 400  # characters of a line of the table
_LONGEST_GLUED = 120
_GLUED = re.compile(rf"({_SPACED}) ?(?=[^\s:：])")  # a label that style sheets alone part from its value
_CERTAIN = (
    "索引号 信息索引号 信息索引 索引码 索取号 信息索取号 主题分类 有效性 公开方式 公开范围 公开目录 体裁分类"
    " 组配分类 统一登记号 时效性 效力状态"
)
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
    makes: list[str] = []
    for n, line in enumerate(lines):
        make = "" if line.heading or len(line.text) > _LONGEST else _make(line)
        if not make:
            continue
        if runs and n - runs[-1][-1] <= 2 and make == makes[-1]:
            runs[-1] += range(runs[-1][-1] + 1, n + 1)
        else:
            runs.append([n])
            makes.append(make)
    return [[*run, run[-1] + 1] if _wants_value(lines, run[-1]) else run for run in runs]


def _make(line: Line) -> str:
    """How labels stand in a line: in cells, before colons, glued to their values; '' where there are none."""
    text = line.text
    if line.table:
        return "cells" if any(_is_label(cell) for cell in text.split("\t")) else ""
    if text[0] not in _FIRST:
        return ""
    if _is_label(text):
        return "labels"
    glued = len(text) < _LONGEST_GLUED and _GLUED.match(text) and not _STOP.search(text)
    return "glued" if glued else ""


def _is_label(cell: str) -> bool:
    return cell[:1] in _FIRST and bool(_LABEL.fullmatch(squash(cell)) or _LABELLED.match(cell))


def _alternates(run: list[int], lines: list[Line]) -> bool:
    cells = (tuple(map(_is_label, lines[n].text.split("\t"))) for n in run)
    return not any(a and b for row in cells for a, b in pairwise(row))


def _wants_value(lines: list[Line], last: int) -> bool:
    return last + 1 < len(lines) and bool(_LABEL.fullmatch(squash(lines[last].text.rsplit("\t", 1)[-1])))


def _pairs(run: list[int], lines: list[Line]) -> list[Meta]:
    """Labels and values of the lines, whether they stand in cells of their own, behind a colon or side by side."""
    if _make(lines[run[0]]) == "glued":
        matches = ((lines[n].text, _GLUED.match(lines[n].text)) for n in run)
        return [("table", squash(m[1]), text[m.end() :][:_MAX_VALUE]) for text, m in matches if m]
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
            label = squash(match["plain"] or match["framed"])
            if text := cell[match.end() : end].strip(_AFTER):
                found.append(("table", label, text[:_MAX_VALUE]))
            elif n + 1 == len(labels):
                open_label = label
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
    words = squash(title)
    begins = next((n for n, text in enumerate(inside) if _STOP.search(text) and squash(text) != words), 6)
    inside = inside[1:begins]  # then the text has begun
    below = [lines[n].text for n in places if last <= n < last + 12]
    published = _first(names.PUBLISHED, near) or _bare(near) or _first(names.PUBLISHED, inside + above)
    published = published or _bare(inside[:3]) or _bare(above) or _first(names.PUBLISHED, below) or _alone(below[:3])
    published = published or value(table, "发布日期", "公开日期", "发布时间", "信息公开日期")
    source = _first(names.SOURCE, near) or _first(names.SOURCE, above + inside + below)
    found = (("visible", "published", published), ("visible", "source", source))
    return tuple(meta for meta in found if meta[2])


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
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        label = len(line) < _LONGEST_LABEL and names.ONLY_DATE.fullmatch(after)  # its day on a line of its own
        if len(line) < 300 and (match := pattern.search(f"{line} {after}" if label else line)):
            return " ".join(match.group(1).split())
    return ""


def _alone(lines: list[str]) -> str:
    """A full day that has a line below the text for itself."""
    days = (names.DATE.search(line) for line in lines if names.ONLY_DATE.fullmatch(line))
    return next((" ".join(match.group().split()) for match in days if match), "")


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
