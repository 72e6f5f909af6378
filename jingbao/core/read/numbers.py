"""Document numbers, and what marks one of a series: edition, batch, period."""

from __future__ import annotations

import re
import unicodedata

from jingbao.core.dates import numeral
from jingbao.core.read import headers, orders
from jingbao.core.read.bodies import LEAD
from jingbao.core.read.issuers import forwards
from jingbao.core.read.lore import ancestors
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title, name_core

_NUMBER = re.compile(
    r"(?P<code>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]通告"  # 粤通: a telecom authority
    r"|[\u4e00-\u9fff]{1,14}+(?<!令)(?<!公告)(?<!通告))\s{0,3}(?:[〔\[［﹝【]|(?<=[\u4e00-\u9fff]{2})[(（])\s{0,2}(?P<year>(?:19|20|１９|２０)\d{2})\s{0,2}[〕\]］﹞】)）]"
    r"\s{0,3}(?:第\s{0,2})?(?P<no>(?![0０]+\D)\d{1,5})\s{0,2}号"
)
_NTH_ORDER = re.compile(r"第\s?([\d〇零一二三四五六七八九十百]{1,6})\s?号令")
_TAIL = re.compile(r"(?P<kind>公告|通告|通报)\s?[（(](?P<year>(?:19|20)\d{2})年第(?P<no>\d{1,4})号[）)]\s?$")
_TABLE = ("发文字号", "文号", "公文字号", "文件编号", "FileNumber")
_LABEL = r"(?:发文字号|发文文号|公文字号|文\s{0,6}号|文件编号)[】\]]?\s{0,3}"
_NAMED = re.compile(rf"{_LABEL}[：:]\s{{0,3}}|^[（(【\[\s]{{0,2}}{_LABEL}")
_HEADINGS = ("ArticleTitle", "og:title", "标题", "名称", "文件名称")
_TOP = 8  # lines at the head of a text among which its number may stand
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


def normal(m: re.Match[str]) -> str:
    """A number with six-cornered brackets, half-width figures, without 第, blanks or leading zeros."""
    year, number = (int(unicodedata.normalize("NFKC", m[name])) for name in ("year", "no"))
    return f"{m['code']}〔{year}〕{number}号"


def _of_table(sheet: Sheet) -> Found:
    for meta in (*sheet.meta(*_TABLE), *sheet.metas):
        if m := _NUMBER.fullmatch(meta.value):
            return normal(m), "meta", meta.start, meta.end, f"{meta.origin} {meta.label}"
    for meta in sheet.meta(*_TABLE):
        if (m := orders.LINE.fullmatch(meta.value)) and m["year"]:
            return f"{m['year']}年第{numeral(m['no'])}号", "meta", meta.start, meta.end, f"table {meta.label}"
        if m := orders.ANNOUNCED.search(meta.value):
            body = re.sub(r"\s", "", meta.value[: m.start()]).removeprefix(orders.STATE)
            body = "国务院" if body == "国" else body  # 国令
            return body + orders.announced(m), "meta", meta.start, meta.start + m.end(), f"table {meta.label}"
    for meta in sheet.meta(*_TABLE, *_HEADINGS):
        m = _NUMBER.match(meta.value) or (_NUMBER.search(meta.value) if meta.label in _TABLE else None)
        if m:
            return normal(m), "meta", meta.start + m.start(), meta.start + m.end(), f"{meta.label}: in front"
        if (m := orders.ANNOUNCED.search(meta.value)) and sheet.lore.resolve(body := meta.value[: m.start()].strip()):
            value = body.removeprefix(orders.STATE) + orders.announced(m)
            return value, "meta", meta.start, meta.start + m.end(), f"{meta.label}: kind and number"
    return None


def _of_title(sheet: Sheet, title: Title) -> Found:
    if (m := _NUMBER.match(title.text)) and m.end() <= title.start:
        return normal(m), "title", m.start(), m.end(), "title: in front"
    if (m := _NUMBER.search(title.masked, title.start)) and title.text[m.end() :].strip("）)] ") == "":
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
    places = [line for line in sheet.lines if len(line.text) < 60]
    numbered = [(line, m) for line in places if (m := _labelled(line.text))]
    for line, m in numbered[1:2] if sheet.text("forwarder") and not _superior(sheet) else numbered[:1]:
        start = sheet.body.index(m[0], line.start)
        return normal(m), "body", start, start + len(m[0]), "text: line of its own"
    if head := orders.of_body(sheet):
        return head.number, "body", head.start, head.end, "text: order and number"
    return _under_heading(sheet, title) or _of_law_header(sheet)


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


def _labelled(line: str) -> re.Match[str] | None:
    """The number of a line that has nothing else, or names it 文号."""
    if m := _NAMED.search(line):
        return _NUMBER.match(line, m.end())
    bare = line.strip("（）() \u3000")
    first = _NUMBER.match(bare)
    rest = bare[first.end() :].strip(" \u3000、") if first else ""
    while rest and (more := _NUMBER.match(rest)):  # a joint text has a number of each
        rest = rest[more.end() :].strip(" \u3000、")
    return first if first and not rest else None


def _of_mention(sheet: Sheet, title: Title) -> Found:
    """On a page that explains, reports or repeats: the number in brackets right after the title of its instrument."""
    own = {name_core(name) for name in (*sheet.values("instrument"), title.text)}
    for book in sheet.leading_books(LEAD):
        if sheet.body[book.end + 1 : book.end + 2] not in ("（", "("):
            continue
        m = _NUMBER.match(sheet.body, book.end + 2)
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
