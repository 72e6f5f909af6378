"""Names of issuing bodies: in lists, at the foot of a text, and as the one who acts in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jingbao.core.dates import Stated, days, numeral
from jingbao.core.read.lore import Name
from jingbao.core.read.sheet import Line, Sheet

LEAD = 1500  # code points at the start of a body in which a page says whose act it is about
_JOINS = ("", "和", "与", "及", "以及", "会同", "联合", "并", "商")
_JOINED = re.compile("以及|会同|联合|和|与|及")
_FRESH = re.compile(
    r"国家|中国|中共|中央|全国|[\u4e00-\u9fff]{0,7}?(?:省|市|自治区|县|区)[\u4e00-\u9fff]{1,20}?(?:局|厅|委|办|院|政府)"
)
_LAST = "部委局厅署办司院会处室府心司团队行学所社台馆"  # the characters that end a body's name
# Names for several bodies at once.
_TOGETHER = {
    "两高一部": ("最高人民法院", "最高人民检察院", "公安部"),
    "两高两部": ("最高人民法院", "最高人民检察院", "公安部", "司法部"),
    "两高三部": ("最高人民法院", "最高人民检察院", "公安部", "国家安全部", "司法部"),
    "两高": ("最高人民法院", "最高人民检察院"),
    "中办国办": ("中共中央办公厅", "国务院办公厅"),
    "两办": ("中共中央办公厅", "国务院办公厅"),
}
_MOST = 60  # bodies in one list
_SEPARATORS = " \u3000\t\n、，,"
_BODY = re.compile(
    r"(?![^\n]{0,40}(?:召开|举行|主持|发布|印发|关于|的|了|在|将|启动|参加))[\u4e00-\u9fff][\u4e00-\u9fff（）()·“”\d]{1,38}"
    r"(?:部|委|局|厅|署|办|司|院|会|处|室|政府|办公室|中心|公司|集团|总队|支队|银行|分行|大学|交易所|社|台|馆|联社)"
)
_PLACED = re.compile(
    r"(?:本|我)?(市|省|区|州|县|自治区)(?!场|委书记|长)([\u4e00-\u9fff]{2,20}(?:局|厅|委员会|委|办公室|办|院|中心))"
)
_PLACED_IN_TEXT = re.compile(
    r"(?<![\u4e00-\u9fff])(?:本|我)?(市|省|区)(?!场|委书记|长|领导)"
    r"([\u4e00-\u9fff]{2,16}?(?:局|厅|委员会|网信办)|[\u4e00-\u9fff]{2,8}?委(?=[、，等和与及会联近日前今印发公在])|(?:人民)?(?:检察院|法院|政府)|[高中]级人民法院)"
)
_AND_OTHERS = re.compile(r"等\s?([\d一二三四五六七八九十两]{1,3})\s?个?(?:部门|部委|单位|机关|家单位|家)")
_DATE_LINE = re.compile(
    r"[（(]?[\d０-９〇○零Oo一二三四五六七八九十\s]{1,12}年[\d０-９元正一二三四五六七八九十\s]{1,6}月[\d０-９一二三四五六七八九十\s]{1,6}日[）)]?"
)
_ACTS = (
    r"令[，,\s]{0,2}(?:公布|发布|颁布)|印发|发布|公布|出台|制定|起草|公开征求|征求|征集|遴选|批复|批准|通报|通告|公告|修订|启动|开展|组织|举行|召开|决定|下发|发文|发出|提醒|部署"
    "|颁发|约谈|提示|接受|介绍|表示|宣布|通知|回应|公开曝光|查处|就《|对《|联合|会同|在其?(?:官网|官方网站)|官网|选编|编选|编撰|编写|(?:审议|表决)?通过(?:了)?(?=《)|研究|编制|形成|正式|明确|指导"
)
_ACTING = re.compile(
    rf"(?:[（(][^（）()\n]{{1,40}}[）)])?(?:等?(?:[\d一二三四五六七八九十两]{{1,3}}个?)?(?:有关)?(?:部门|部委|单位|机关)|等)?(?:有关)?(?:主要)?(?:负责人|负责同志|司局负责人|有关部门|网站)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日|近日|日前|今日|今天|昨日|昨天|当日|于|共同|牵头|深入|依法|全面|持续|联合|已|对外|向社会|在京|现|拟"
    rf"|，){{0,4}}(?:{_ACTS}|(?:第[\d一二三四五六七八九十百]{{1,6}}次)?(?:常务)?会议[\d月日]{{0,6}}(?:审议|表决|讨论)?通过)"
)
_SPACED = re.compile(r"(?<!\S)[\u4e00-\u9fff](?:[ \u3000]{1,4}[\u4e00-\u9fff]){2,40}(?!\S)")
_STOP = re.compile(r"[。；：:，！？\d]")
_SHORT_FORM = re.compile(r"[（(](?:以下)?(?:简称|统称)?[^（）()\n]{1,40}[）)]")  # of the body before it
_ASKED = re.compile(r"(?:访|采访了?)$")
_ON_SITE = re.compile(r"(?:官方)?(?:官网|网站|公众号)[^，。；《》]{0,6}(?:发布|公布|刊发|公开)")
_HEARD = re.compile(r"(?:方面|网站|官网)?(?:获悉|了解到)")
# An order is signed by a person: 国家互联网信息办公室主任 庄荣文.
_HEAD = re.compile(
    r"(?:主\s?任|部\s?长|局\s?长|署\s?长|行\s?长|主\s?席|总\s?理|院\s?长|检察长|委员长|省\s?长|市\s?长|区\s?长|县\s?长|厅\s?长)"
    r"[\s\u3000：:]{1,4}[\u4e00-\u9fff·][\u4e00-\u9fff·\s\u3000]{1,10}$"
)
_SPEAKER = re.compile(r"(?:有关)?(?:司局)?(?:主要)?(?:负责人|负责同志|新闻发言人)")
_BUREAU = re.compile(r"[\u4e00-\u9fff（）]{2,16}[司局]")
_BASIS = re.compile(r"(?:根据|按照|依据|贯彻|落实|遵照|经|由于|违反|执行|报|向|原|转发|此前，|配合|《|〈)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body and where it stands. known: whether the catalog has it; zh: canonical, or as printed."""

    zh: str
    start: int
    end: int
    known: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Bodies in a row. count: what 等N部门 states, with its place; end: where the row ends."""

    bodies: tuple[Body, ...]
    count: tuple[int, int, int] | None
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """Signing bodies, lead first, and the date below them. line: number of the date's line on the sheet."""

    bodies: tuple[Body, ...]
    stated: Stated
    line: int


def listed(sheet: Sheet, text: str, start: int, end: int, *, printed: bool) -> Listing:
    """The bodies that stand in a row from start on, parted by blanks or 、.

    printed: whether a name the catalog lacks counts as it is printed, when it looks like that of a body.
    """
    known = {name.start + start: name for name in sheet.lore.names(text[start:end], sheet.year)}
    found: list[Body] = []
    count: tuple[int, int, int] | None = None
    at = start
    while at < end and len(found) < _MOST:
        if text[at] in _SEPARATORS:
            at += 1
        elif found and (join := _JOINED.match(text, at, end)):
            at = join.end()
        elif others := _AND_OTHERS.match(text, at, end):
            count = (numeral(others[1]) or 0, others.start(), others.end())
            at = others.end()
        elif not found and (several := next((n for n in _TOGETHER if text.startswith(n, at, end)), "")):
            at += len(several)
            found = [Body(zh, at - len(several), at, known=True) for zh in _TOGETHER[several]]
        elif body := _body_at(sheet, text, at, _piece(text, at, end, start, known), start, known, printed=printed):
            found.append(body)
            at = body.end
        else:
            break
    return Listing(tuple(found), count, at)


def _piece(text: str, at: int, end: int, start: int, known: dict[int, Name]) -> int:
    """Where the name that begins at a place ends: at a separator, at 等, or at a joining word that a body follows."""
    for n in range(at + 1, end):
        if text[n] in _SEPARATORS or text[n] == "等":
            return n
        join = _JOINED.match(text, n, end) if text[n - 1] in _LAST else None
        if join and (join.end() in known or _FRESH.match(text, join.end(), end)):
            inside = any(a < n < start + name.end for a, name in known.items() if a >= at)
            if not inside:
                return n
    return end


def _body_at(
    sheet: Sheet, text: str, at: int, until: int, start: int, known: dict[int, Name], *, printed: bool
) -> Body | None:
    """The body that begins at a place: the catalog's, one whose place only the site tells, or one as printed."""
    prefix = len("中华人民共和国") if text.startswith("中华人民共和国", at) else 0
    name = known.get(at) or known.get(at + prefix)
    if name is not None and (start + name.end >= until or not printed):
        return Body(name.zh, at, start + name.end, known=True)
    piece = text[at:until]
    if whole := sheet.lore.resolve(piece, sheet.year):
        return Body(whole, at, until, known=True)
    if (m := _PLACED.fullmatch(piece)) and (place := place_of(sheet, m[1])):
        zh = place + re.sub(r"^政府", "人民政府", m[2])
        return Body(sheet.lore.resolve(zh, sheet.year) or zh, at, until, known=True)
    if printed and _BODY.fullmatch(piece):
        return Body(piece, at, until, known=False)
    return Body(name.zh, at, start + name.end, known=True) if name is not None else None


def place_of(sheet: Sheet, rank: str) -> str:
    """The place a page means by 本市 or 市: that of its site, else the one it names most often; '' if none."""
    lore = sheet.lore
    for issuer in lore.of_host(sheet.host):
        region = lore.region_of(issuer)
        for place, english in lore.regions.items():
            if english == region and place.endswith(rank):
                return place
    named = Counter(p for p in lore.place_names(f"{sheet.title}\n{sheet.body[:LEAD]}") if p.endswith(rank))
    (most, times), *others = [*named.most_common(2), ("", 0)]
    return most if times and (not others or others[0][1] < times) else ""


def signatures(sheet: Sheet) -> tuple[Signature, ...]:
    """Every block of bodies with a date below, in order: the first signs the page, later ones what it carries."""
    found: list[Signature] = []
    for n, line in enumerate(sheet.lines):
        if len(line.text) > 60 or not line.text.rstrip("）)").endswith(("日", "日印发")):
            continue
        stated = _date_at_end(line)
        if stated is None:
            continue
        own = line.text[: stated.start - line.start].strip(" \u3000\t（(")
        bodies = row(sheet, Line(own, line.start, line.start + len(own))) if own else ()
        if own and not bodies:
            continue
        found.append(Signature((*_above(sheet, n), *bodies), stated, n))
    return tuple(found)


def _date_at_end(line: Line) -> Stated | None:
    last = next(reversed(days(line.text)), None)
    if last is None or not _DATE_LINE.fullmatch(line.text[last.start :].removesuffix("印发").rstrip("）)")):
        return None
    return Stated(last.day, line.start + last.start, line.start + last.end)


def _above(sheet: Sheet, date_line: int) -> tuple[Body, ...]:
    bodies: tuple[Body, ...] = ()
    for n in range(date_line - 1, max(-1, date_line - 40), -1):
        above = row(sheet, sheet.lines[n])
        if not above:
            break
        bodies = (*above, *bodies)
    return bodies


def row(sheet: Sheet, line: Line) -> tuple[Body, ...]:
    """The bodies of a line that holds nothing else."""
    text = re.sub(r"[（(](?:盖?章|印)[）)]$", "", line.text).strip("（）() \u3000")
    if _SPACED.search(text) and len(text) <= 120 and not _STOP.search(text):
        return _spaced(sheet, text, line.start + line.text.index(text))
    if head := _HEAD.search(text):
        text = text[: head.start()]
    if not 3 <= len(text) <= 120 or text[-1] in "。；：:，！？":
        return ()
    start = line.start + line.text.index(text)
    listing = listed(sheet, sheet.body, start, start + len(text), printed=True)
    return listing.bodies if listing.end >= start + len(text) and not listing.count else ()


def _spaced(sheet: Sheet, text: str, start: int) -> tuple[Body, ...]:
    """The bodies of a line in which names are set with a blank after each character: 商 务 部 国家税务总局."""
    found: list[Body] = []
    letters: list[tuple[int, str]] = []  # of one name, or of several in a row
    for token in (*re.finditer(r"\S{1,60}", text), None):
        if token and len(token[0]) == 1:
            letters.append((start + token.start(), token[0]))
            continue
        if letters:
            found += (names := _lettered(sheet, letters))
            if not names:
                return ()
            letters = []
        if token:
            listing = listed(sheet, sheet.body, start + token.start(), start + token.end(), printed=True)
            if listing.end < start + token.end() or not listing.bodies:
                return ()
            found += listing.bodies
    return tuple(found)


def _lettered(sheet: Sheet, letters: list[tuple[int, str]]) -> list[Body]:
    """The bodies that letters, each with its place, spell; none where something is left over."""
    close = "".join(c for _, c in letters)
    names = sheet.lore.names(close, sheet.year)
    if names and "".join(close[name.start : name.end] for name in names) == close:
        return [Body(name.zh, letters[name.start][0], letters[name.end - 1][0] + 1, known=True) for name in names]
    return [Body(close, letters[0][0], letters[-1][0] + 1, known=False)] if _BODY.fullmatch(close) else []


def actors(sheet: Sheet, text: str) -> tuple[Body, ...]:
    """Who acts in a text: the first bodies followed by a word for an official act, joint ones together.

    Where a reporter only heard of the act (从某部获悉), it is the body heard from, unless the sentence names who acts.
    """
    heard: list[Body] = []  # also whose site it stands on: 某部官网发布由甲、乙联合印发的…
    for group in rows(sheet, text):
        start, end = group[0].start, group[-1].end
        if heard and "。" in text[heard[-1].end : start]:
            break
        before = text[max(0, start - 4) : start]
        if not heard and len(group) == 1 and _ON_SITE.match(text, end) and not _BASIS.search(before):
            heard = group
            continue
        if heard and before[-1:] != "由" and _ON_SITE.match(text, heard[-1].end):
            continue
        speaks = _ASKED.search(before) and _SPEAKER.match(text, end)
        if speaks or (_ACTING.match(text, end) and not _BASIS.search(before)):
            return tuple(group)
        if not heard and before.endswith("从") and _HEARD.match(text, end):
            heard = group
    return tuple(heard)


def rows(sheet: Sheet, text: str) -> Iterator[list[Body]]:
    """The bodies that a text names, those that stand in a row together."""
    found: list[Body] = [Body(name.zh, name.start, name.end, known=True) for name in sheet.lore.names(text, sheet.year)]
    found += _placed(sheet, text)
    yield from _groups(text, sorted(found, key=lambda body: body.start))


def settled(sheet: Sheet, body: Body, *, asks: bool) -> Body:
    """An internal department (司) as the authority it belongs to. Offices sign for the whole and stay; so do bureaus
    (局) that act themselves, but a draft for which one asks comments is the authority's."""
    entry = sheet.catalog.issuers.get(body.zh)
    if entry is not None:
        inside = entry.level == "ministry-bureau" and (asks or not body.zh.endswith("局"))
        parent = entry.parent if inside else ""
    else:
        house = next((name for name in sheet.lore.names(body.zh, sheet.year) if name.start == 0), None)
        parent = house.zh if house and _BUREAU.fullmatch(body.zh, house.end) else ""
    return Body(parent or body.zh, body.start, body.end, body.known or bool(parent))


def _placed(sheet: Sheet, text: str) -> Iterator[Body]:
    for m in _PLACED_IN_TEXT.finditer(text):
        if place := place_of(sheet, m[1]):
            zh = place + m[2]
            if known := sheet.lore.resolve(zh, sheet.year):
                yield Body(known, m.start(), m.end(), known=True)


def _groups(text: str, bodies: Iterable[Body]) -> Iterator[list[Body]]:
    """Bodies that stand in a row."""
    group: list[Body] = []
    for body in bodies:
        gap = _SHORT_FORM.sub("", text[group[-1].end : body.start][:60]) if group else ""
        if group and (body.start < group[-1].end or len(gap) > 3 or gap.strip(_SEPARATORS) not in _JOINS):
            yield group
            group = []
        group.append(body)
    if group:
        yield group
