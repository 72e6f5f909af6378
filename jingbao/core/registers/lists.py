"""Lists of names without a table -> Registers: numbered lines, lines under 名单, and names in a sentence (…等8个地方).

Text in, values out. A list is one only where a line or a sentence says so and what it lists are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.dates import numeral
from jingbao.core.registers import labels
from jingbao.core.registers.register import Entry, Register

_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(
    r"\s{0,8}[（(]?(?P<n>\d{1,4})\s?(?:[.．、）)]|\s(?=\S))\s{0,2}(?P<name>\S[^\n]{0,80}?)\s{0,4}[；;。]?\s{0,4}$"
)
_SAYS = re.compile(r"名单|名录|目录|清单|如下|以下|下列")
_ENDS = re.compile(
    r"(?:名单|名录|清单)(?:[（(][^（）()\n]{1,30}[）)])?[：:]?$|(?:如下|名单|以下|下列)[^，。；\n]{0,12}[：:]$"
)
_LEAST = 3
_MOST = 3_000
_NO_NAME = re.compile(
    r"[，。？！?\t]|[：:].{12}|应当|不得|可以|进行|加强|开展|负责|提交|按照|根据|通过|推动|推进|实施|做好|关于"
)
_FEW = 40  # code points of a name
# 确定北京市、上海市、…等8个地方
_COUNT = re.compile(
    r"(?P<n>\d{1,4}|[一二三四五六七八九十]{1,4})(?:个|家|款|座|所|名|支)(?P<noun>[^，。；：:、\n\d]{2,12})"
)
_STOPS = re.compile(r"[，。；：:\n]")
_LONG = 1_200  # code points of names before their number
_PLACES = re.compile(r"地方|城市|地区|省份|省市|县|园区|开发区")
_SHORT = 14  # … of a place
_LIST_WORDS = re.compile(r"名单|试点|示范|入选|确定|批准|同意|认定|列入|下架|通报|遴选|评为|命名|公布")
# What leads to the first name: 研究决定，同意即日起在沈阳、…
_VERB = re.compile(
    r"^.{0,24}?(?:确定|批准|同意|将|认定|支持|包括|授予|选择|选取|评选|命名|决定){1,3}(?=.{2})(?:(?:自?即日起)?(?:对|在|为|由|以)(?=.{2}))?"
    r"|^(?:自?即日起)?(?:对|在|为|由|以)(?=.{2})"
)


def lists(text: str, part: str) -> tuple[Register, ...]:
    """The lists of names of one part of a Document, in order; what stands in its tables is none."""
    found: list[Register] = []
    if _SAYS.search(text):
        found += _lines(text, part)
    if not found and "、" in text:
        found += _sentences(text, part)
    return tuple(found)


def _lines(text: str, part: str) -> Iterator[Register]:
    """Lines that name something, numbered from 1, or plain under a line that ends as a list's title does."""
    above: re.Match[str] | None = None
    run: list[tuple[re.Match[str], str]] = []
    numbered = False
    for m in [*_LINE.finditer(text), None]:
        line = m[0].strip() if m else ""
        counted = _NUMBERED.match(line) if m else None
        number = int(counted["n"]) if counted else 0
        goes_on = bool(run) and (number == len(run) + 1 if numbered else not counted and _is_body(line))
        starts = m is not None and above is not None and not run
        if m and counted and _is_name(counted["name"]) and (goes_on or (starts and number == 1)):
            run, numbered = [*run, (m, counted["name"].strip(" 　；;。"))], True
            continue
        if m and not counted and _is_body(line) and (goes_on or (starts and above and _ENDS.search(above[0].strip()))):
            run, numbered = [*run, (m, line.strip("；;。"))], False
            continue
        if above is not None and _is_list([name for _, name in run]):
            yield _register(part, above, [name for _, name in run[:_MOST]])
        run = []
        if m and line:
            above = m if _SAYS.search(line) else above if above and m.start() - above.end() < 80 else None


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _FEW and _NO_NAME.search(text) is None


def _is_body(line: str) -> bool:
    return _is_name(line) and "、" not in line and (labels.is_org(line.strip("；;。")) or labels.is_locality(line))


def _is_list(names: list[str]) -> bool:
    """Whether most names are those of bodies or places, or of one kind throughout (all end alike)."""
    if len(names) < _LEAST:
        return False
    known = sum(labels.is_org(name) or labels.is_locality(name) for name in names)
    return 2 * known >= len(names) or len({name[-2:] for name in names}) == 1


def _sentences(text: str, part: str) -> Iterator[Register]:
    """Names in a sentence that says how many there are, and of which just as many stand there."""
    for m in _COUNT.finditer(text):
        first = max(0, m.start() - _LONG)
        clause = max((stop.end() for stop in _STOPS.finditer(text, first, m.start())), default=first)
        if text.count("、", clause, m.start()) < _LEAST - 2:
            continue
        sentence = max(first, *(text.rfind(c, first, m.start()) + 1 for c in "。\n"))
        names = _names(text[clause : m.start()])
        if (
            len(names) == numeral(m["n"])
            and _LIST_WORDS.search(text, sentence, m.end())
            and _are_names(names, m["noun"])
        ):
            rows = tuple(Entry(n, (name,), (name,)) for n, name in enumerate(names, 1))
            yield Register(part, "", clause, m.end(), (m["noun"],), 0, rows)


def _names(words: str) -> list[str]:
    names = re.split(r"、|以及|及(?!其)|和(?=[^和]{2,30}$)", words.removesuffix("等"))
    verb = _VERB.match(names[0])
    if verb and len(names[0]) - verb.end() >= 2:
        names[0] = names[0][verb.end() :]
    return names


def _are_names(names: list[str], noun: str) -> bool:
    """Whether they are bodies or places; where places are counted, in short, too (北京、上海)."""
    if len(names) < _LEAST or not all(map(_is_name, names)):
        return False
    if _PLACES.search(noun):
        return all(len(name) <= _SHORT for name in names)
    return all(labels.is_org(name) or labels.is_locality(name) for name in names)


def _register(part: str, above: re.Match[str], names: list[str]) -> Register:
    rows = tuple(Entry(n, (name,), (name,)) for n, name in enumerate(names, 1))
    title = above[0].strip()[:80]
    start = above.start() + len(above[0]) - len(above[0].lstrip())
    return Register(part, title, start, start + len(above[0].strip()), ("",), 0, rows, (title,))
