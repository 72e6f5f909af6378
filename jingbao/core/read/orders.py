"""Heads of orders and announcements: who orders and under which number, on one line or a line for each body.

国家互联网信息办公室
中华人民共和国公安部
令
第17号
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jingbao.core.dates import numeral
from jingbao.core.read.bodies import Body, listed, row
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import ACT_NUMBER, Title

STATE = "中华人民共和国"
PRESIDENT = "主席"  # promulgates laws; the body that passed them issues them
ANNOUNCED = re.compile(ACT_NUMBER)
LINE = re.compile(
    r"[（(]?第?\s?(?:(?P<year>(?:19|20)\d{2})\s?年\s?第\s?)?(?P<no>[\d〇零一二三四五六七八九十百]{1,6})\s?号[）)]?"
)
_HEADED = re.compile(r"(?:令|公告|通告)$")
_LINES = 40  # at the head of an order, which may name a dozen bodies
_LONG = 160  # code points of a line that is a sentence, not a heading


@dataclass(frozen=True, slots=True)
class Head:
    """bodies: those that order; number: with their names as printed (公安部令第5号); part, start, end: its place."""

    bodies: tuple[Body, ...]
    number: str
    part: str
    start: int
    end: int


def figure(text: str) -> str:
    """Arabic figures for Chinese ones."""
    number = numeral(text)
    return str(number) if number is not None else text


def announced(m: re.Match[str]) -> str:
    """Kind and number of an act, without its bodies: 令第5号, 公告2024年第20号, 公告〔2024〕第12号."""
    kind = re.sub(r"\s", "", m["kind"])
    if m["order"]:
        return f"{kind}第{figure(m['order'])}号"
    if m["year"]:
        return f"{kind}{m['year']}年第{figure(m['no'])}号"
    mark = f"〔{m['bracket']}〕" if m["bracket"].isdecimal() else f"（{m['bracket']}）"
    return f"{kind}{mark}{m['th']}{figure(m['n'])}号"


def filling(sheet: Sheet, text: str, start: int, end: int) -> tuple[Body, ...]:
    """The bodies that fill text[start:end]; none where something else stands there."""
    listing = listed(sheet, text, start, end, printed=True)
    return () if text[listing.end : end].strip() else listing.bodies


def printed(text: str, bodies: tuple[Body, ...]) -> str:
    """Bodies as printed, without 中华人民共和国, parted by 、."""
    return "、".join(re.sub(r"\s", "", text[b.start : b.end]).removeprefix(STATE) for b in bodies)


def of_title(sheet: Sheet, title: Title) -> Head | None:
    """The order a title states: 公安部令第5号, …规定（某部令第91号）."""
    m = ANNOUNCED.search(title.masked, title.start)
    if m is None:
        return None
    start = max(title.start, *(title.masked.rfind(mark, 0, m.start()) + 1 for mark in "（("))
    bodies = filling(sheet, title.text, start, m.start())
    name = printed(title.text, bodies)
    if not name and (title.bare or title.text[start : m.start()].removeprefix(STATE) == PRESIDENT):
        name = re.sub(r"\s", "", title.text[start : m.start()]).removeprefix(STATE)
    return Head(bodies, name + announced(m), "title", start, m.end()) if name else None


def of_body(sheet: Sheet) -> Head | None:
    """The head of an order in the text."""
    for n, line in enumerate(sheet.lines[:_LINES]):
        below = sheet.lines[n + 1] if n + 1 < len(sheet.lines) else line
        if len(line.text) > _LONG and not _HEADED.search(line.text):
            return None
        if (kind := _HEADED.search(line.text)) and (m := LINE.fullmatch(below.text)):
            number, end = f"{kind[0]}{m['year'] + '年' if m['year'] else ''}第{figure(m['no'])}号", below.end
        elif (kind := ANNOUNCED.search(line.text)) and kind.end() == len(line.text):
            number, end = announced(kind), line.end
        else:
            continue
        if found := _bodies_above(sheet, n, kind.start()):
            name = printed(sheet.body, found)
        elif line.text[: kind.start()].removeprefix(STATE) == PRESIDENT:
            name = PRESIDENT
        else:
            continue
        return Head(found, name + number, "body", found[0].start if found else line.start, end)
    return None


def _bodies_above(sheet: Sheet, n: int, end: int) -> tuple[Body, ...]:
    """The bodies on line n before a place of it, and those on the lines above."""
    line = sheet.lines[n]
    bodies = filling(sheet, sheet.body, line.start, line.start + end) if end else ()
    if end and not bodies:
        return ()
    while n and (above := row(sheet, sheet.lines[n - 1])):
        bodies = (*above, *bodies)
        n -= 1
    return bodies
