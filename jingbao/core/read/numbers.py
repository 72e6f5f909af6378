"""Document numbers, and what marks one of a series: edition, batch, period."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from jingbao.core.dates import numeral
from jingbao.core.read.bodies import LEAD
from jingbao.core.read.issuers import forwards
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title, books, name_core

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14})\s{0,3}(?:[〔\[［﹝【]|(?<=[\u4e00-\u9fff]{2})[(（])\s{0,2}(?P<year>(?:19|20|１９|２０)\d{2})\s{0,2}[〕\]］﹞】)）]"
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
_ORDER = re.compile(r"(?:中华人民共和国)?([\u4e00-\u9fff]{2,30})令")
_TABLE = ("发文字号", "文号", "公文字号", "文件编号", "FileNumber")
_NAMED = re.compile(r"(?:发文字号|文号|文件编号)\s?[：:]\s?")
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
        if (m := _LINE.fullmatch(meta.value)) and m["year"]:
            return f"{m['year']}年第{numeral(m['no'])}号", "meta", meta.start, meta.end, f"table {meta.label}"
        if m := _ANNOUNCED.search(meta.value):
            body = re.sub(r"\s", "", meta.value[: m.start()]).removeprefix("中华人民共和国")
            return body + _announced(m), "meta", meta.start, meta.start + m.end(), f"table {meta.label}"
    for meta in sheet.meta(*_TABLE, *_HEADINGS):
        m = _NUMBER.match(meta.value) or (_NUMBER.search(meta.value) if meta.label in _TABLE else None)
        if m:
            return normal(m), "meta", meta.start + m.start(), meta.start + m.end(), f"{meta.label}: in front"
        if (m := _ANNOUNCED.search(meta.value)) and sheet.lore.resolve(body := meta.value[: m.start()].strip()):
            value = body.removeprefix("中华人民共和国") + _announced(m)
            return value, "meta", meta.start, meta.start + m.end(), f"{meta.label}: kind and number"
    return None


def _of_title(sheet: Sheet, title: Title) -> Found:
    if (m := _NUMBER.match(title.text)) and m.end() <= title.start:
        return normal(m), "title", m.start(), m.end(), "title: in front"
    if (m := _NUMBER.search(title.masked, title.start)) and title.text[m.end() :].strip("）)] ") == "":
        return normal(m), "title", m.start(), m.end(), "title: at the end"
    m = _ANNOUNCED.search(title.masked, title.start)
    if m and (title.bare or sheet.lore.resolve(title.text[title.start : m.start()])):
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
    numbered = [(line, m) for line in places if (m := _labelled(line.text))]
    for line, m in numbered[1:2] if sheet.text("forwarder") else numbered[:1]:
        start = sheet.body.index(m[0], line.start)
        return normal(m), "body", start, start + len(m[0]), "text: line of its own"
    for line, below in pairwise(sheet.lines[:_TOP]):
        if (order := _ORDER.fullmatch(line.text)) and (m := _LINE.fullmatch(below.text)):
            kind = f"{order[1]}令第{numeral(m['no'])}号"
            return kind, "body", line.start, below.end, "text: order and number"
    for line in sheet.lines[:_TOP]:
        own, start = line.text, line.start
        m = _LINE.fullmatch(own)
        if m and m["year"] and title.formal and not title.bare:
            return f"{m['year']}年第{numeral(m['no'])}号", "body", start, line.end, "text: line of its own"
        if m and title.bare and not _ANNOUNCED.search(title.text):
            kind = next((word for word in ("令", "公告", "通告") if title.text.rstrip().endswith(word)), "")
            body = re.sub(r"\s", "", title.text[title.start :]).removeprefix("中华人民共和国").removesuffix(kind)
            number = numeral(m["no"])
            year = f"{m['year']}年" if m["year"] else ""
            return f"{body}{kind}{year}第{number}号", "body", start, line.end, "text: number under the heading"
    return None


def _labelled(line: str) -> re.Match[str] | None:
    """The number of a line that has nothing else, or names it 文号."""
    if m := _NAMED.search(line):
        return _NUMBER.match(line, m.end())
    return _NUMBER.fullmatch(line.strip("（）() \u3000"))


def _of_mention(sheet: Sheet, title: Title) -> Found:
    """On a page that explains, reports or repeats: the number in brackets right after the title of its instrument."""
    own = {name_core(name) for name in (*sheet.values("instrument"), title.text)}
    for book in books(sheet.body[:LEAD]):
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
