"""Who is subject to a measure: companies, platforms and apps that an enforcement page names.

Authorities are none, nor are victims (被假冒的公司) and app stores that only carried an app. Read on enforcement pages
alone: from the table of the page, from what follows 约谈, 下架, 对…立案 and the like, and from 当事人：….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read.sheet import Line, Sheet
from jingbao.core.read.status import Verdict

_MOST = 500
_LEAD = 3_000
_COLUMNS = re.compile(
    r"(?:应用|APP|App|软件|小程序|产品|SDK|网站|平台|账号|企业|公司|单位|机构|当事人|主体|运营者|开发者|经营者)(?:（[^（）]{1,12}）)?(?:名称|全称|姓名)?"
    r"|名称|当事人|应用开发者|开发运营者|所属企业|运营主体|开发主体|开发企业|被处罚(?:人|单位|企业)(?:名称)?"
)
_COMPANY = (
    r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,40}?"
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团(?!控股|股份|有限|公司)|合伙企业）?|事务所)"
)
_FAULTS = re.compile(r"问题|违规|违法|处理|处置|情形|整改")
_QUOTED = r"[“\"][^“”\"，。；\n]{1,30}[”\"]"
_NAMED = re.compile(
    rf"{_QUOTED}|{_COMPANY}|[A-Za-z][A-Za-z0-9 .]{{1,30}}(?=[、，。等]|公司)|[\u4e00-\u9fffA-Za-z0-9]{{2,12}}(?=[、等])"
)
_MEASURED = re.compile(
    r"(?:依法|再次|集体|联合|分别)?(?:约谈|下架|处罚|曝光|点名|关停|封禁)(?:了|处置|处理)?|依法对|[，。\s]对"
)
_AFTER = re.compile(
    r"(?:等[\d一二三四五六七八九十百余多]{0,5}[家个款]?[\u4e00-\u9fffA-Za-z]{0,12}?)?(?:依法|涉嫌|违反|违规|予以|开展|进行|作出|启动|实施|采取|未|处以?|处人民币|的违法|[^，。；]{0,30}?(?:行政处罚|立案|罚款|网络安全审查|约谈))"
)
_PARTY = re.compile(
    rf"(?:当事人|被处罚人|被处罚单位|被通报单位|违规主体)[：:]\s?({_COMPANY}|[\u4e00-\u9fffA-Za-z0-9（）()·]{{2,30}})"
)
_VICTIM = re.compile(r"(?:假冒|冒充|仿冒|侵犯|侵害|损害|诋毁|被害|受害|起诉|状告|窃取)$")
_NO_PARTY = re.compile(
    r"^(?:有关|相关|上述|部分|一批|多家|各|某|该|这|其|网络|涉事|违法|违规|问题|消费者|用户|公众)|(?:部门|机关|平台企业)$|^(?:平台|网站|企业|公司|集团)$"
)
_CALLED = re.compile(r"(?:等\s?)?[\d一二三四五六七八九十]{1,4}[家个款]")


def read(sheet: Sheet, verdict: Verdict | None) -> None:
    """Note each named party once, as printed."""
    if verdict is None or verdict.status != "enforcement":
        return
    for part, text in (("title", sheet.title), ("body", sheet.body[:_LEAD])):
        for m in _MEASURED.finditer(text):
            for start, end in _row(text, m.end()):
                follows = m[0].strip("，。 \n").endswith("对")
                if not follows or _AFTER.match(text, _end_of_row(text, end)):
                    _note(sheet, part, start, end, "behind the measure")
        for m in _PARTY.finditer(text):
            _note(sheet, part, *m.span(1), "named as the party")
    for start, end in _of_tables(sheet, reports=verdict.event == "report_conduct"):
        _note(sheet, "body", start, end, "table")


def _row(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Names that stand in a row from a place on, parted by 、 or 和."""
    for _ in range(_MOST):
        m = _NAMED.match(text, at)
        if m is None:
            return
        yield m.span()
        at = m.end()
        if text[at : at + 1] not in ("、", "和", "及", "“"):
            return
        at += text[at] != "“"


def _end_of_row(text: str, at: int) -> int:
    """Where a row of names ends that goes on from a place."""
    for _ in range(_MOST):
        if text[at : at + 1] not in ("、", "和", "及"):
            return at
        m = _NAMED.match(text, at + 1)
        if m is None:
            return at
        at = m.end()
    return at


def _of_tables(sheet: Sheet, *, reports: bool) -> Iterator[tuple[int, int]]:
    """Cells under a heading that names apps or companies; in a report on conduct, of tables that state faults."""
    columns: tuple[int, ...] = ()
    width = 0
    for line in sheet.lines:
        cells = line.text.split("\t")
        if len(cells) < 2:
            columns = ()
            continue
        headed = tuple(n for n, cell in enumerate(cells) if _COLUMNS.fullmatch(cell.strip()))
        if headed and reports and not _FAULTS.search(line.text):
            columns = ()
        elif headed:
            columns, width = headed, len(cells)
        elif columns and len(cells) == width:
            yield from _cells(line, cells, columns)


def _cells(line: Line, cells: list[str], columns: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    at = line.start
    for n, cell in enumerate(cells):
        if n in columns and cell.strip():
            start = at + len(cell) - len(cell.lstrip())
            yield start, start + len(cell.strip())
        at += len(cell) + 1


def _note(sheet: Sheet, part: str, start: int, end: int, rule: str) -> None:
    text = sheet.title if part == "title" else sheet.body
    name = text[start:end].strip('“”"')
    before = text[max(0, start - 6) : start]
    if len(name) < 2 or _NO_PARTY.search(name) or _CALLED.match(name) or _VICTIM.search(before):
        return
    if sheet.lore.resolve(name) or any(n.start == 0 and n.end == len(name) for n in sheet.lore.names(name)):
        return
    if name not in sheet.values("party") and len(sheet.places("party")) < _MOST:
        offset = text.index(name, start)
        sheet.add("party", name, part, offset, offset + len(name), rule)
