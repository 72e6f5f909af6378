"""Headers of laws: the lines between title and text that say who adopted, promulgated or amended it, and when.

    1988年11月22日 国务院第26次常务会议通过 1988年12月1日 中华人民共和国国务院令第20号发布 自1989年1月1日起施行

Every full date opens a clause; a clause is one act, and 施行 one more. What stands in book marks, or as 关于…的决定
without them, names the decision by which a law was changed and is not read for acts, bodies or numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from jingbao.core.dates import days
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import HIDDEN

Act = Literal["adopted", "promulgated", "approved", "amended", "revised", "in_force", "repealed", "decided"]

LONGEST = 20_000  # code points of a header; the longest known has under 3,000
_ACTS: dict[str, Act] = {
    "通过": "adopted", "公布": "promulgated", "发布": "promulgated", "颁布": "promulgated", "印发": "promulgated",
    "发出": "promulgated", "批准": "approved", "修正": "amended", "修改": "amended", "修订": "revised",
    "废止": "repealed", "决定": "decided",
}  # fmt: skip
_STRONGEST: tuple[Act, ...] = ("approved", "revised", "amended", "repealed", "promulgated", "adopted", "decided")
_NUMERAL = r"[\d〇零一二三四五六七八九十百]{1,5}+"
_VERB = re.compile("|".join(_ACTS))
_ORDINAL = rf"(?:第{_NUMERAL}次)?"
_TOGETHER = re.compile(rf"\s*{_ORDINAL}\s*")
_OF_DECISION = re.compile(rf"的\s*(?:[{HIDDEN}]|关于)")
_IN_FORCE = re.compile(r"施行|实施|生效|执行")
_ITS_DAY = re.compile(r"(?:公布|发布|颁布|印发)之日")
_EDGES = " \u3000\t\n，,。；;、）)（(：:"
_LINKS = re.compile(r"(?:根据|并经|经|自|于|和|由|起|并)$")
_LINKS_BEFORE = re.compile(r"^(?:根据|并经|经|自|于|和|由|起|并)")
_STATE = "中华人民共和国"
_SESSION = re.compile(
    rf"(?:\d{{4}}年)?第?{_NUMERAL}(?:次|届)?[部局署室委厅院行党组长务常全体扩大办公主任]{{0,8}}+会{{1,2}}议"
    rf"|第?{_NUMERAL}届|[部局署室委厅院行党组长务常全体办公主任]{{2,8}}(?<!委员)会议"
)
_ORDER = re.compile(rf"(?:(?:第({_NUMERAL})号令)|令\s{{0,3}}第?\s{{0,3}}({_NUMERAL})\s{{0,3}}号)")
_ANNOUNCEMENT = re.compile(rf"公告\s{{0,3}}第?\s{{0,3}}{_NUMERAL}\s{{0,3}}号")
_NUMBER = re.compile(rf"第\s{{0,3}}{_NUMERAL}\s{{0,3}}号")
_DECISION = re.compile(r"关于")
_HEAD_END = re.compile(rf"[{HIDDEN}《]|关于|公告|{_ORDER.pattern}|第{_NUMERAL}号|以[\u4e00-\u9fff]{{1,8}}〔")
_TRIMMED = re.compile(rf"(?:第{_NUMERAL}次|审议|讨论|表决|分别|于|会议|共同|联合|(?:通过|批准)的?)$")
_TOP = 16  # lines of a text among which its header begins
_FIGURES = r"[\d一二三四五六七八九十\s]{1,6}"
_DAY = rf"(?:[12１２]\d{{3}}|[一二][〇○零一二三四五六七八九]{{3}})\s?年{_FIGURES}月{_FIGURES}日"
_DATED = re.compile(
    rf"[（(\s]{{0,3}}(?:根据)?{_DAY}(?!起?(?:前|至)).{{0,200}}?(?:通过|公布|发布|批准|修订|修正|修改|颁布)"
)
_GOES_ON = re.compile(rf"[（(\s]{{0,3}}(?:根据|自)?{_DAY}|根据|自|(?:公布|发布|批准|通过|修正|修订)")
_PASSED = re.compile(
    rf"》(?:[（(][^（）()]{{1,60}}[）)])?[，,]?(?:已|业)(?:经|由)?(?:{_DAY})?([^，。；《》]{{4,80}}?会议)(?:于)?(?:{_DAY})?[^，。；《》]{{0,8}}?通过"
)
_PLAIN = re.compile(r"[\u4e00-\u9fff、\s]{2,40}")


@dataclass(frozen=True, slots=True)
class Event:
    """An act a header states. day: None where none is stated; bodies: as printed, less session words and a leading
    中华人民共和国; number: of an order (国务院令第20号) or announcement; start, end: place of its clause."""

    act: Act
    day: date | None
    bodies: tuple[str, ...]
    number: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """The header in a text: its events (places count from `start`) and where it stands in the body."""

    events: tuple[Event, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Clause:
    day: date | None
    start: int
    end: int


def events(header: str) -> tuple[Event, ...]:
    """The acts a header states, in the order printed. Lines are parted by LF; a break in book marks is none."""
    text = _masked(unicodedata.normalize("NFC", header[:LONGEST]))
    text = "".join(unicodedata.normalize("NFKC", c) if "０" <= c <= "９" else c for c in text)
    found: list[Event] = []
    for clause, following in pairwise((*_clauses(text), None)):
        if clause is not None:
            found += _of_clause(text, clause, following, found)
    return tuple(found)


def of_sheet(sheet: Sheet) -> Header | None:
    """The header of a law or rule in the first lines of a text: dated acts, in brackets or a line each."""
    first = last = -1
    for n, line in enumerate(sheet.lines[:_TOP]):
        if first >= 0 and not _GOES_ON.match(line.text):
            break
        if _DATED.match(line.text) and any(e.act != "in_force" for e in events(line.text)):
            first, last = (n if first < 0 else first), n
        elif first >= 0:
            last = n
    if first < 0:
        return None
    start, end = sheet.lines[first].start, sheet.lines[last].end
    return Header(events(sheet.body[start:end]), start, end)


def adopter(sentence: str) -> tuple[str, int, int] | None:
    """Who passed a text by the sentence that promulgates it, and where it stands: 已由上海市第十六届…会议于…通过."""
    m = _PASSED.search(sentence)
    name = _body(m[1]) if m else ""
    return (name, m.start(1), m.end(1)) if m and name else None


def read(sheet: Sheet) -> None:
    """Note the day the text as it stands takes effect, where only its header tells; none before a later change."""
    header = of_sheet(sheet)
    if header is None or sheet.text("effective"):
        return
    last = next((e for e in reversed(header.events) if e.act in ("in_force", "amended", "revised")), None)
    if last is not None and last.act == "in_force" and last.day is not None:
        start, end = header.start + last.start, header.start + last.end
        day = next(reversed(days(sheet.body[header.start : end])), None)  # the day stands before its clause
        start = header.start + day.start if day and day.day == last.day else start
        sheet.add("effective", last.day.isoformat(), "body", start, end, "header of the law")


def _masked(text: str) -> str:
    """The text with all that stands in 《…》 hidden; marks nest and reach over line breaks."""
    out, depth = list(text), 0
    closes = text.count("》")
    for n, c in enumerate(text):
        if c == "《" and (depth or closes):
            depth += 1
        if depth:
            out[n] = HIDDEN
        if c == "》":
            closes -= 1
            depth = max(0, depth - 1)
    return "".join(out)


def _clauses(text: str) -> Iterator[_Clause]:
    """Each dated clause, and each line without a date that is no continuation."""
    stated = days(text)
    starts = [day.start for day in stated] + [len(text)]
    yield from _undated(text, 0, starts[0], stated[0] if stated else None)
    for n, day in enumerate(stated):
        end, stop = starts[n + 1], day.end
        lines = [*re.finditer(r"[^\n]+", text[day.end : end])]
        for line in lines:  # the first line, and those that carry on one without a verb
            if (stop > day.end and _VERB.search(text, day.end, stop)) or _IN_FORCE.search(text, day.end, stop):
                break
            stop = day.end + line.end()
        if text[day.end : stop].strip(_EDGES):
            yield _Clause(day.day, day.end, stop)
        yield from _undated(text, stop, end, stated[n + 1] if n + 1 < len(stated) else None)


def _undated(text: str, start: int, end: int, following: object) -> Iterator[_Clause]:
    """Lines of act and body without a date; a line below that is only a date gives it."""
    lines = [*re.finditer(r"[^\n]+", text[start:end])]
    for line in lines:
        at, stop = start + line.start(), start + line.end()
        piece = line[0].strip(_EDGES)
        act = _PLAIN.fullmatch(piece) and (_VERB.search(piece, max(0, len(piece) - 2)) or _ITS_DAY.match(piece))
        if not act and not _ITS_DAY.search(piece):
            continue
        day = None
        if line is lines[-1] and following is not None and _alone(text, following):
            day = following.day  # type: ignore[attr-defined]
        yield _Clause(day, at, stop)


def _alone(text: str, stated: object) -> bool:
    """Whether a date fills its line."""
    start, end = stated.start, stated.end  # type: ignore[attr-defined]
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    return not (text[left:start] + text[end : right if right >= 0 else len(text)]).strip(_EDGES)


def _of_clause(text: str, clause: _Clause, following: _Clause | None, before: list[Event]) -> Iterator[Event]:
    """The event of a clause, and its coming into force."""
    start, end = _trimmed(text, clause.start, clause.end)
    verb = _verb(text, start, end)
    force = _IN_FORCE.search(text, verb[1] if verb else start, end)
    its_day = _ITS_DAY.search(text, start, end)
    if its_day and verb and verb[0] >= its_day.start():
        verb = None
    shared = None
    if verb is None and not force and following is not None and clause.day:
        shared = _verb(text, following.start, following.end)
    act = verb or shared
    if act is not None:
        stop = verb[0] if verb else end
        yield Event(act[2], clause.day, *_who(text, start, stop), clause.start, clause.end)
    elif clause.day and not force and (_ORDER.search(text, start, end) or text[start:end].endswith("公告")):
        yield Event("promulgated", clause.day, *_who(text, start, end), clause.start, clause.end)
    if force:
        day = clause.day
        if its_day or day is None:
            day = next((e.day for e in reversed(before) if e.act == "promulgated"), day)
        yield Event("in_force", day, (), None, clause.start, clause.end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A clause less linking words, brackets and stops at its edges."""
    while start < end:
        if text[start] in _EDGES:
            start += 1
        elif m := _LINKS_BEFORE.match(text[start : start + 2]):
            start += m.end()
        else:
            break
    while end > start:
        if text[end - 1] in _EDGES:
            end -= 1
        elif m := _LINKS.search(text[max(start, end - 2) : end]):
            end -= len(m[0])
        else:
            break
    return start, end


def _verb(text: str, start: int, end: int) -> tuple[int, int, Act] | None:
    """Place and act of a clause's verb: not the one that describes the decision, nor one that is part of its name."""
    found = [m for m in _VERB.finditer(text, start, end) if m[0] != "决定"]
    about = next(
        (m.start() for m in _DECISION.finditer(text, start, end) if text[max(0, m.start() - 1)] not in "《"), -1
    )
    if about >= 0:
        found = found[-1:] if any(m.start() > about for m in found) else found
    else:
        found = [m for n, m in enumerate(found) if not _describes(text, found, n, end)]
    if not found:
        decided = _VERB.search(text, max(start, end - 2), end)
        return (decided.start(), decided.end(), "decided") if decided else None
    first, acts, last = found[0], [_ACTS[found[0][0]]], found[0].end()
    for m in found[1:]:
        if not _TOGETHER.fullmatch(text, last, m.start()):
            break
        acts.append(_ACTS[m[0]])
        last = m.end()
    return first.start(), last, min(acts, key=_STRONGEST.index)


def _describes(text: str, found: list[re.Match[str]], n: int, end: int) -> bool:
    """Whether verb n, alone or with the one after it, is followed by 的 and the decision (通过批准的《…》修正)."""
    while n + 1 < len(found):
        if _OF_DECISION.match(text, found[n].end(), end):
            return True
        if not _TOGETHER.fullmatch(text, found[n].end(), found[n + 1].start()):
            return False
        n += 1
    return False


def _who(text: str, start: int, end: int) -> tuple[tuple[str, ...], str | None]:
    """Bodies and number before the verb."""
    piece = text[start:end]
    head = _HEAD_END.search(piece)
    printed = piece[: head.start()] if head else piece
    bodies = [body for part in re.split(r"[、\n]", printed) if (body := _body(part))]
    number = None
    if orders := list(_ORDER.finditer(piece)):
        number = re.sub(r"\s", "", piece[: orders[-1].end()].removeprefix(_STATE))
        bodies += [body for one, two in pairwise(orders) if (body := _body(piece[one.end() : two.start()]))]
    elif m := _ANNOUNCEMENT.search(piece) or _NUMBER.search(piece):
        number = re.sub(r"\s", "", m[0])
    return tuple(bodies), number


def _body(printed: str) -> str:
    """A body less session words, ordinals, a leading 中华人民共和国 and what joins it to its neighbours."""
    name = re.sub(r"\s", "", printed).strip(_EDGES)
    name = _LINKS_BEFORE.sub("", name.replace(HIDDEN, ""))
    name = _SESSION.sub("", name)
    while end := _TRIMMED.search(name[-8:]):
        name = name[: -len(end[0])]
    return name.removeprefix(_STATE) or name
