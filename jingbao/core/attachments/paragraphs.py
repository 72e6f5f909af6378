"""Lines of printed pages -> paragraphs and table rows, without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter

_PAGE_NUMBER = re.compile(
    r"[-—–－\s]{0,9}第?\s{0,3}\d{1,4}\s{0,3}页?[-—–－\s]{0,9}(?:[/／共]\s{0,3}\d{1,4}\s{0,3}页?)?"
)
_STARTS_ANEW = re.compile(
    r"\s{2,}|[　]|第[一二三四五六七八九十百零〇\d]{1,6}[章节条款编]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,3}[.．、]|附件|附表|[－—-] ?\d"
)
_LONGEST = 3_000  # characters of a paragraph; beyond it lines are no longer joined
_NARROWEST = 22  # characters in a full line of the narrowest official print
_ENDS = tuple("。；：！？.;:!?」』")


def paragraphs(pages: list[list[str]]) -> list[str]:
    """Visual lines by page, cells parted by tabs -> lines of text."""
    return _joined_lines(_without_running_heads(pages))


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """All lines but page numbers and lines that open or close at least three pages.

    A table that goes on over a page's edge has its head once, and the row the edge cuts in two is one row.
    """
    ends = Counter(line.strip() for page in pages if page for line in {page[0], page[-1]})
    kept: list[str] = []
    rows: set[str] = set()
    cells: set[tuple[int, str]] = set()  # that stood whole in a column
    for page in pages:
        at_top = bool(kept)
        for n, line in enumerate(page):
            words, in_table = line.strip(), "\t" in line
            edge = n in (0, 1, len(page) - 2, len(page) - 1)
            if edge and (_PAGE_NUMBER.fullmatch(words) or (ends[words] >= 3 and not in_table)):
                continue
            if at_top and in_table:
                if line in rows and not line[0].isdigit():
                    continue  # the head again
                kept[-1], line = _joined_rows(kept[-1], line, cells)
            at_top = False
            if in_table and line:
                rows.add(line)
                if line[0] != "\t":
                    cells.update(enumerate(line.split("\t")))
            if line:
                kept.append(line)
    return kept


def _joined_rows(above: str, line: str, cells: set[tuple[int, str]]) -> tuple[str, str]:
    """Two rows at a page's edge; as one, and '', where the edge cuts a row in two.

    The rest of a row has no number, and none of its cells stood whole in another row. Under merged cells, too, a row
    has no number, but it lacks the other merged cells as well and has all cells after them.
    """
    one, other = above.split("\t"), line.split("\t")
    filled = [n for n, cell in enumerate(other) if cell]
    if len(one) != len(other) or other[0] or not filled or not all(one[n] for n in filled):
        return above, line
    merged = filled[0] >= 2 and len(filled) == len(other) - filled[0]
    if merged or any((n, other[n]) in cells for n in filled):
        return above, line
    return "\t".join(a + b for a, b in zip(one, other, strict=True)), ""


def _joined_lines(lines: list[str]) -> list[str]:
    """Join a full line that ends no sentence with the next one."""
    if not lines:
        return []
    widths = sorted(len(line) for line in lines)
    full = 0.85 * widths[int(0.95 * (len(widths) - 1))]
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and joined and "\t" not in line and not _STARTS_ANEW.match(line):
            between = " " if _is_latin(joined[-1][-1:]) and _is_latin(line.lstrip()[:1]) else ""
            joined[-1] += between + line.lstrip()
        else:
            joined.append(line)
        open_line = len(line) >= max(full, _NARROWEST) and "\t" not in line and not line.endswith(_ENDS)
        open_line = open_line and len(joined[-1]) < _LONGEST
    return [line.strip(" \u3000").rstrip() for line in joined]


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
