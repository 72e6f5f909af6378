"""Document numbers, and what marks one of a series: edition, batch, period."""

from __future__ import annotations

import re

from jingbao.core.dates import numeral
from jingbao.core.read import headers, numbered, orders
from jingbao.core.read.bodies import LEAD
from jingbao.core.read.issuers import forwards
from jingbao.core.read.lore import ancestors
from jingbao.core.read.numbered import NUMBER, normal
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title, name_core

_NTH_ORDER = re.compile(r"第\s?([\d〇零一二三四五六七八九十百]{1,6})\s?号令")
_TURNED = re.compile(r"(?P<year>(?:19|20)\d{2})年\s?第\s?(?P<no>\d{1,4})\s?号\s?(?P<kind>公告|通告|令)")
_NTH = re.compile(r"[〔\[［﹝【（(]?(?P<year>(?:19|20)\d{2})\s?[〕\]］﹞】）)]\s?(?P<th>第?)\s?(?P<no>\d{1,4})\s?号")
_KINDS = ("公告", "通告", "通报")
_OF_BODY = re.compile(r"[\u4e00-\u9fff、]{2,40}(?<!年)(?<!第)")
_TAIL = re.compile(r"(?P<kind>公告|通告|通报)\s?[（(](?P<year>(?:19|20)\d{2})年第(?P<no>\d{1,4})号[）)]\s?$")
_TABLE = ("发文字号", "文号", "公文字号", "公文编号", "发文编号", "文件编号", "FileNumber")
_HEADINGS = ("ArticleTitle", "og:title", "标题", "名称", "文件名称")
_TOP = 8  # lines at the head of a text among which its number may stand
_FOOT = 4  # and at its foot
_SHORT = 60  # code points of a line that may be a number
_EDITION = re.compile(r"[（(]((?:19|20)\d{2})\s?年?\s?(版|本|修订版)[）)]|[（(](\d\.\d版)[）)]")
_BATCH = re.compile(
    r"(?<=总)第([\d一二三四五六七八九十百]{1,4})批|第([\d一二三四五六七八九十百]{1,4})批(?![^）)]{0,4}总第)"
)
_QUARTER = re.compile(r"((?:19|20)\d{2})年第?([一二三四1-4])季度")
_HALF = re.compile(r"((?:19|20)\d{2})年([上下])半年")
_MONTH = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(?:份)?(?!\d{0,2}日)")


def read(sheet: Sheet, title: Title) -> None:
    """Note number, edition, batch and period."""
    mention = _of_mention(sheet, title)
    own = [] if mention and forwards(sheet) else [_of_table(sheet), _of_title(sheet, title), _of_head(sheet, title)]
    for found in (*own, mention):
        if found is None:
            continue
        value, part, start, end, rule = found
        value = value if "令" in value else value.replace("、", " ")  # 商务部 海关总署公告: as their titles part them
        first = sheet.text("document_number")
        if not first:
            sheet.add("document_number", value, part, start, end, rule)
        elif first != value:
            sheet.flag("numbers-differ", f"{first} and {value} both stand as the number", "Look which is its own.")
    _series(sheet)


Found = tuple[str, str, int, int, str] | None  # value, part, start, end, rule


def _of_table(sheet: Sheet) -> Found:
    for meta in (*sheet.meta(*_TABLE), *sheet.metas):
        if m := NUMBER.fullmatch(meta.value):
            return normal(m), "meta", meta.start, meta.end, f"{meta.origin} {meta.label}"
    for meta in sheet.meta(*_TABLE):
        if m := numbered.whole(meta.value.strip("（()） ")):
            return normal(m), "meta", meta.start, meta.end, f"{meta.origin} {meta.label}"
        if (m := orders.LINE.fullmatch(meta.value)) and m["year"]:
            return f"{m['year']}年第{numeral(m['no'])}号", "meta", meta.start, meta.end, f"table {meta.label}"
        if m := orders.ANNOUNCED.search(meta.value):
            body = re.sub(r"\s", "", meta.value[: m.start()]).removeprefix(orders.STATE)
            body = "国务院" if body == "国" else body  # 国令
            return body + orders.announced(m), "meta", meta.start, meta.start + m.end(), f"table {meta.label}"
    for meta in sheet.meta(*_TABLE, *_HEADINGS):
        m = NUMBER.match(meta.value) or (NUMBER.search(meta.value) if meta.label in _TABLE else None)
        if m:
            return normal(m), "meta", meta.start + m.start(), meta.start + m.end(), f"{meta.label}: in front"
        if (m := orders.ANNOUNCED.search(meta.value)) and sheet.lore.resolve(body := meta.value[: m.start()].strip()):
            value = body.removeprefix(orders.STATE) + orders.announced(m)
            return value, "meta", meta.start, meta.start + m.end(), f"{meta.label}: kind and number"
    return None


def _of_title(sheet: Sheet, title: Title) -> Found:
    if (m := NUMBER.match(title.text)) and m.end() <= title.start:
        return normal(m), "title", m.start(), m.end(), "title: in front"
    if (m := NUMBER.search(title.masked, title.start)) and title.text[m.end() :].strip("）)] ") == "":
        return normal(m), "title", m.start(), m.end(), "title: at the end"
    if head := orders.of_title(sheet, title):
        return head.number, "title", head.start, head.end, "title: kind and number"
    if (m := _NTH_ORDER.search(title.text, 0, title.start)) and (issuers := _issuers(sheet)):
        return f"{issuers}令第{numeral(m[1])}号", "title", m.start(), m.end(), "title: order in front"
    if (m := _TAIL.search(title.masked)) and (issuers := _issuers(sheet)):
        return (
            f"{issuers}{m['kind']}{m['year']}年第{m['no']}号",
            "title",
            m.start(),
            m.end(),
            "title: number at the end",
        )
    return None


def _issuers(sheet: Sheet) -> str:
    return "、".join(sheet.values("issuer"))


def _of_head(sheet: Sheet, title: Title) -> Found:
    """A line that is nothing but the number: of a forwarded text, the one below the forwarder's."""
    foot = len(sheet.lines) - _FOOT
    own = [
        (line, m)
        for n, line in enumerate(sheet.lines)
        if len(line.text) < _SHORT and (m := numbered.of_line(line.text, edge=n < _TOP or n >= foot))
    ]
    for line, m in own[1:2] if sheet.text("forwarder") and not _superior(sheet) else own[:1]:
        start = sheet.body.index(m[0], line.start)
        return normal(m), "body", start, start + len(m[0]), "text: line of its own"
    if head := orders.of_body(sheet):
        return head.number, "body", head.start, head.end, "text: order and number"
    return _under_heading(sheet, title) or _of_act_line(sheet, title) or _of_law_header(sheet)


def _superior(sheet: Sheet) -> bool:
    """Whether who forwards stands above the author: such a text has no number but that of the forwarding notice."""
    above = set(ancestors(sheet.text("issuer"), sheet.catalog))
    entry = sheet.catalog.issuers.get(sheet.text("forwarder"))
    return entry is not None and bool({entry.zh, entry.parent} & above - {sheet.text("issuer")})


def _of_law_header(sheet: Sheet) -> Found:
    """The last order or announcement that the lines between title and text state."""
    header = headers.of_sheet(sheet)
    for event in reversed(header.events if header else ()):
        if header and event.number and event.act in ("promulgated", "revised", "amended"):
            who = "" if "令" in event.number else "、".join(event.bodies)
            start, end = header.start + event.start, header.start + event.end
            return who + event.number, "body", start, end, "header of the law"
    return None


def _under_heading(sheet: Sheet, title: Title) -> Found:
    """第N号 below a title that ends with 令 or 公告 and has no number."""
    kind = next((word for word in ("令", "公告", "通告") if title.text.rstrip("）) ").endswith(word)), "")
    for line in sheet.lines[:_TOP]:
        m = orders.LINE.fullmatch(line.text)
        if not m or not title.formal or orders.ANNOUNCED.search(title.text):
            continue
        year = f"{m['year']}年" if m["year"] else ""
        number = f"{year}第{orders.figure(m['no'])}号"
        if title.bare:
            end = len(title.text.rstrip()) - len(kind)
            body = orders.printed(title.text, orders.filling(sheet, title.text, title.start, end))
            body = body or re.sub(r"\s", "", title.text[title.start : end]).removeprefix(orders.STATE)
            return f"{body}{kind}{number}", "body", line.start, line.end, "text: number under the heading"
        if year:
            body = f"{_issuers(sheet)}{kind}" if kind and _issuers(sheet) else ""
            return body + number, "body", line.start, line.end, "text: line of its own"
    return None


def _of_act_line(sheet: Sheet, title: Title) -> Found:
    """A line at the head that is an act's number, with its body or without: （某部令第19号）, 公告2024年第18号."""
    for line in sheet.lines[:_TOP] if not title.bare else ():
        words = numbered.act(line.text)
        if (m := _NTH.fullmatch(words)) and (kind := title.masked.rstrip("）) ")[-2:]) in _KINDS and _issuers(sheet):
            number = f"{_issuers(sheet)}{kind}〔{m['year']}〕{m['th']}{m['no']}号"
            return number, "body", line.start, line.end, "text: number under the heading"
        if len(line.text) > _SHORT or not (m := orders.ANNOUNCED.search(words) or _TURNED.search(words)):
            continue
        head = re.sub(r"\s", "", words[: m.start()]).removeprefix(orders.STATE)
        kind = m["kind"]
        if m.end() != len(words) or not (_OF_BODY.fullmatch(head) or (not head and _ends_with(title, kind))):
            continue
        number = orders.announced(m) if m.re is orders.ANNOUNCED else f"{kind}{m['year']}年第{m['no']}号"
        if not head and not (head := _issuers(sheet)):
            continue
        return head + number, "body", line.start, line.end, "text: kind and number on a line of its own"
    return None


def _ends_with(title: Title, kind: str) -> bool:
    return title.formal and title.text.rstrip("）) ").endswith(kind)


def _of_mention(sheet: Sheet, title: Title) -> Found:
    """On a page that explains, reports or repeats: the number in brackets right after the title of its instrument."""
    own = {name_core(name) for name in (*sheet.values("instrument"), title.text)}
    for book in sheet.leading_books(LEAD):
        if sheet.body[book.end + 1 : book.end + 2] not in ("（", "("):
            continue
        m = NUMBER.match(sheet.body, book.end + 2)
        if m and name_core(sheet.body[book.start : book.end]) in own:
            return normal(m), "body", m.start(), m.end(), "text: after the instrument's title"
    return None


def _series(sheet: Sheet) -> None:
    """Edition, batch and period as the title has them, else the instrument's name."""
    for name, pattern in (("edition", _EDITION), ("batch", _BATCH)):
        if m := pattern.search(sheet.title):
            sheet.add(name, _mark(name, m), "title", m.start(), m.end(), "title")
        else:
            _inherit(sheet, name, pattern)
    if m := _QUARTER.search(sheet.title):
        sheet.add("period", f"{m[1]}Q{numeral(m[2])}", "title", m.start(), m.end(), "title: quarter")
    elif m := _HALF.search(sheet.title):
        sheet.add("period", f"{m[1]}H{1 if m[2] == '上' else 2}", "title", m.start(), m.end(), "title: half-year")
    elif (m := _MONTH.search(sheet.title)) and 1 <= int(m[2]) <= 12:
        sheet.add("period", f"{m[1]}-{int(m[2]):02}", "title", m.start(), m.end(), "title: month")


def _mark(name: str, m: re.Match[str]) -> str:
    if name == "edition":
        return f"{m[1]}{m[2]}" if m[1] else m[3]
    batch = m[1] or m[2]
    return str(numeral(batch) or batch)


def _inherit(sheet: Sheet, name: str, pattern: re.Pattern[str]) -> None:
    for n in sheet.places("instrument"):
        fact = sheet.facts[n]
        if m := pattern.search(sheet.words(fact)):
            start = fact.span.start + m.start()
            sheet.add(name, _mark(name, m), fact.span.part, start, start + len(m[0]), "instrument's name", (n,))
            return
