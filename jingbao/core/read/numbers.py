"""Document numbers, and what marks one of a series: edition, batch, period."""

from __future__ import annotations

import re
import unicodedata

from jingbao.core.dates import numeral
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,14})\s{0,3}[〔\[［﹝【(（]\s{0,2}(?P<year>(?:19|20|１９|２０)\d{2})\s{0,2}[〕\]］﹞】)）]"
    r"\s{0,3}(?:第\s{0,2})?(?P<no>\d{1,5})\s{0,2}号"
)
_ANNOUNCED = re.compile(
    r"(?P<kind>令|公告|通告)\s{0,2}[（(]?\s?(?:第\s?(?P<order>[\d〇零一二三四五六七八九十百]{1,6})\s?号"
    r"|(?P<year>(?:19|20)\d{2})\s?年\s?第\s?(?P<no>\d{1,4})\s?号)[）)]?"
)
_TAIL = re.compile(r"(?P<kind>公告|通告|通报)\s?[（(](?P<year>(?:19|20)\d{2})年第(?P<no>\d{1,4})号[）)]\s?$")
_LINE = re.compile(
    r"[（(]?第?\s?(?:(?P<year>(?:19|20)\d{2})\s?年\s?第\s?)?(?P<no>[\d〇零一二三四五六七八九十百]{1,6})\s?号[）)]?"
)
_TABLE = ("发文字号", "文号", "公文字号", "文件编号")
_TOP = 8  # lines at the head of a text among which its number may stand
_EDITION = re.compile(r"[（(]((?:19|20)\d{2})\s?年?\s?(版|本|修订版)[）)]|[（(](\d\.\d版)[）)]")
_BATCH = re.compile(r"第([\d一二三四五六七八九十百]{1,4})批")
_QUARTER = re.compile(r"((?:19|20)\d{2})年第?([一二三四1-4])季度")
_HALF = re.compile(r"((?:19|20)\d{2})年([上下])半年")
_MONTH = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(?:份)?(?!\d{0,2}日)")


def read(sheet: Sheet, title: Title) -> None:
    """Note number, edition, batch and period."""
    for found in (_of_table(sheet), _of_title(sheet, title), _of_head(sheet, title), _of_mention(sheet, title)):
        if found is None:
            continue
        value, part, start, end, rule = found
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
    for meta in sheet.meta(*_TABLE):
        if m := _NUMBER.fullmatch(meta.value):
            return normal(m), "meta", meta.start, meta.end, f"table {meta.label}"
    return None


def _of_title(sheet: Sheet, title: Title) -> Found:
    if (m := _NUMBER.match(title.text)) and m.end() <= title.start:
        return normal(m), "title", m.start(), m.end(), "title: in front"
    if title.bare and (m := _ANNOUNCED.search(title.text)):
        body = re.sub(r"\s", "", title.text[title.start : m.start()]).removeprefix("中华人民共和国")
        return body + _announced(m), "title", title.start, m.end(), "title: kind and number"
    if (m := _TAIL.search(title.masked)) and (issuer := sheet.text("issuer")):
        return f"{issuer}{m['kind']}{m['year']}年第{m['no']}号", "title", m.start(), m.end(), "title: number at the end"
    return None


def _announced(m: re.Match[str]) -> str:
    if m["order"]:
        order = numeral(m["order"])
        return f"{m['kind']}第{order if order is not None else m['order']}号"
    return f"{m['kind']}{m['year']}年第{int(m['no'])}号"


def _of_head(sheet: Sheet, title: Title) -> Found:
    """A line that is nothing but the number: of a forwarded text, the one below the forwarder's."""
    places = [line for line in sheet.lines if len(line.text) < 60]
    numbered = [(line, m) for line in places if (m := _NUMBER.fullmatch(line.text.split("：")[-1].strip("（）() ")))]
    for line, m in numbered[1:2] if sheet.text("forwarder") else numbered[:1]:
        start = sheet.body.index(m[0], line.start)
        return normal(m), "body", start, start + len(m[0]), "text: line of its own"
    for line in sheet.lines[:_TOP]:
        own, start = line.text, line.start
        if title.bare and not _ANNOUNCED.search(title.text) and (m := _LINE.fullmatch(own)):
            kind = next((word for word in ("令", "公告", "通告") if title.text.rstrip().endswith(word)), "")
            body = re.sub(r"\s", "", title.text[title.start :]).removeprefix("中华人民共和国").removesuffix(kind)
            number = numeral(m["no"])
            year = f"{m['year']}年" if m["year"] else ""
            return f"{body}{kind}{year}第{number}号", "body", start, line.end, "text: number under the heading"
    return None


def _of_mention(sheet: Sheet, title: Title) -> Found:
    """On a page that explains or reports: the number in brackets right after the title of its instrument."""
    for name in sheet.values("instrument"):
        for at in (sheet.body.find(f"《{name}》"), sheet.body.find(f"《{name[name.find('关于') :]}》")):
            if at < 0:
                continue
            after = sheet.body.index("》", at + 1 + name.count("《")) + 1
            m = _NUMBER.match(sheet.body, after + 1) if sheet.body[after : after + 1] in ("（", "(") else None
            if m:
                return normal(m), "body", m.start(), m.end(), "text: after the instrument's title"
    return None


def _series(sheet: Sheet) -> None:
    """Edition, batch and period as the title has them, else the instrument's name."""
    for name, pattern in (("edition", _EDITION), ("batch", _BATCH)):
        if m := pattern.search(sheet.title):
            value = (f"{m[1]}{m[2]}" if m[1] else m[3]) if name == "edition" else str(numeral(m[1]) or m[1])
            sheet.add(name, value, "title", m.start(), m.end(), "title")
        else:
            _inherit(sheet, name, pattern)
    if m := _QUARTER.search(sheet.title):
        sheet.add("period", f"{m[1]}Q{numeral(m[2])}", "title", m.start(), m.end(), "title: quarter")
    elif m := _HALF.search(sheet.title):
        sheet.add("period", f"{m[1]}H{1 if m[2] == '上' else 2}", "title", m.start(), m.end(), "title: half-year")
    elif (m := _MONTH.search(sheet.title)) and 1 <= int(m[2]) <= 12:
        sheet.add("period", f"{m[1]}-{int(m[2]):02}", "title", m.start(), m.end(), "title: month")


def _inherit(sheet: Sheet, name: str, pattern: re.Pattern[str]) -> None:
    for n in sheet.places("instrument"):
        fact = sheet.facts[n]
        if m := pattern.search(sheet.words(fact)):
            value = (f"{m[1]}{m[2]}" if m[1] else m[3]) if name == "edition" else str(numeral(m[1]) or m[1])
            start = fact.span.start + m.start()
            sheet.add(name, value, fact.span.part, start, start + len(m[0]), "instrument's name", (n,))
            return
