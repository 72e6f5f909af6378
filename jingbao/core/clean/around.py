"""What stands around a text and belongs to it: its number above it, number and day of posting in boxes beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.clean import names
from jingbao.core.clean.metadata import Meta
from jingbao.core.clean.walk import Line, Walk, fold, squash

_ABOVE = 8  # lines above a text in which its number may stand
_HEAD = 12  # lines at its beginning, of which the first may be left out
_SHORT = 90  # characters of a line that holds a number and little else
_FIGURE = r"[\d〇零一二三四五六七八九十百]{1,6}"
_NUMBER = re.compile(
    r"(?:^|(?<=[\s|｜（(【\[：:])|(?<=文号))"
    r"[\u4e00-\u9fff]{2,14}\s?[〔\[﹝［【（(]\s?(?:19|20)\d\d\s?[〕\]﹞］】）)]\s?第?\s?\d{1,5}\s?号(?=$|[\s|｜，,；;）)】\]])"
)
_ACT = re.compile(
    rf"[\u4e00-\u9fff、\s]{{2,60}}(?:令|公告|通告)\s?(?:[（(]?\s?(?:(?:19|20)\d\d年\s?)?第\s?{_FIGURE}\s?号\s?[）)]?)?"
)
_NTH = re.compile(rf"[（(]?\s?(?:(?:19|20)\d\d年\s?)?第\s?{_FIGURE}\s?号\s?[）)]?")
_LABELLED = re.compile(
    r"(?:发文字号|公文字号|文件编号|发文文号|文\s?号)\s?[】\]]?\s?[:：]?\s?"
    r"([\u4e00-\u9fff]{2,14}\s?[〔\[﹝［【（(]\s?(?:19|20)\d\d\s?[〕\]﹞］】）)]\s?第?\s?\d{1,5}\s?号)"
)
_LONGEST = 1_500  # characters of a box that is looked at


def above(lines: list[Line], first: int, last: int, title: str, text: str, skip: frozenset[int]) -> str:
    """The lines with a number, or with the head of an order, that stand above a text or opened it and were left out.

    lines[first:last]: the element of the text; text: what is kept of it; skip: places of the metadata table. Lines
    parted by LF, '' where there are none.
    """
    kept, known = frozenset(text.split("\n")), squash(title) + "\n" + squash(text)
    found: list[str] = []
    begun = next((n for n in range(first, min(first + _HEAD, last)) if lines[n].text in kept), first)
    for line in (lines[n] for n in range(max(0, first - _ABOVE), begun) if n not in skip):
        words = line.text
        if (
            len(words) > _SHORT
            or ("号" not in words and not words.endswith(("令", "公告", "通告")))
            or line.links * 2 > len(words)
        ):
            continue
        if number := _NUMBER.search(words):
            found += [number[0]] if squash(number[0]) not in known else []
        elif _ACT.fullmatch(words) or (found and _NTH.fullmatch(words)):
            found += [words] if squash(words) not in known else []
    return "\n".join(found if any("号" in words for words in found) else ())


def beside(walk: Walk, first: int, last: int, *, number: bool, day: bool) -> Iterator[Meta]:
    """Number (asked for by `number`) and day of posting (`day`) that boxes around the text state under their labels.

    Only where all boxes say the same: a list of other texts has a number for each.
    """
    outside = [line.text for line in (*walk.lines[:first], *walk.lines[last:]) if not line.links]
    boxes = [*outside, *(fold(text) for text in walk.left_out(_LONGEST))]
    if number and len(found := {m[1] for box in boxes if "号" in box for m in _LABELLED.finditer(box)}) == 1:
        yield "visible", "文号", found.pop()
    if day and len(days := {m[1].split()[0] for box in boxes for m in names.PUBLISHED.finditer(box)}) == 1:
        yield "visible", "published", days.pop()
