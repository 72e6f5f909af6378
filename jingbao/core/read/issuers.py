"""Who issues: from the title, the signature, the table, the sentence that reports the act, the site; in that order.

The title and the signature decide (a footer or a host proves nothing); joint bodies are all kept, lead first.
"""

from __future__ import annotations

import re

from jingbao.core.dates import numeral
from jingbao.core.read import headers, orders
from jingbao.core.read.bodies import LEAD, Body, Listing, Signature, actors, listed, settled
from jingbao.core.read.lore import STATE_PORTAL, ancestors
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title, name_core, parse

_RELEASE = re.compile(r"(?:联合)?(?:发布|印发|公布|转发|就|批转|公开)|：|:")
_SOME_DEPARTMENTS = re.compile(
    r"(?P<n>[二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?部(?:门|委)(?=关于|联合|印发|发布|发文|：|:|出台|开展|公布|就|部署|明确|公开|拟)"
)
_FORWARDS = re.compile(r"(?<!请)转发(?!分享|请|须|或|时)")
_OPENING = 400  # code points in which a letter says that it forwards
_RELEASED = re.compile(r"(?:印发|发布|公布|颁布|出台|制定)(?:了|实施|施行|的)?《$")
_DRAFTS = re.compile(r"起草|拟")
# Ends of titles that a site posts for its own body.
_POSTED = re.compile(
    r"(?:公示|公告|通告|通报|名单|信息|情况|案例|报告|白皮书|蓝皮书|公报|目录|结果|分析|倡议|倡议书)(?:[（(][^（）()]{1,30}[）)])?\s{0,2}$"
)
_OWN_ACTS = ("draft_for_comment", "open_call", "list", "enforcement", "case_release", "report")  # of a site's own body
# Which act of a header shows whose text it is: who promulgates an order, who passes a law.
_LAWGIVER = {"promulgated": 0, "revised": 1, "adopted": 2}
_TABLE = ("发文机关", "发布机构", "发文单位", "制发机关", "发布单位")
_SOURCE = ("source", "来源", "信息来源", "ContentSource", "Source")


# 条例 of a place are passed by its congress or the congress's standing committee alone.
_LOCAL = re.compile(r"([\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州))(?!.{0,40}(?:暂行|试行))[\u4e00-\u9fff]")
_CONGRESS = "人民代表大会常务委员会"


def read(sheet: Sheet, title: Title, signed: tuple[Signature, ...], doing: str = "") -> None:
    """Note issuers, their stated number and who forwards. doing: the status that the title tells, '' without one."""
    own = _forwarder(sheet, title)
    _stated_number(sheet, title)
    head, part = _of_title(sheet, title)
    foot = _of_signature(sheet, signed, forwarded=own, asks=title.asks)
    _rest(sheet, title, head, part, foot, doing)
    others = head.count is None and head.bodies and title.text.startswith("等", head.end)
    if others and len(sheet.values("issuer")) <= len(head.bodies):
        sheet.flag("issuers-open", "the title names some issuers and says 等 without a number", "Add the others.")


def _rest(sheet: Sheet, title: Title, head: Listing, part: str, foot: tuple[Body, ...], doing: str) -> None:
    """The issuers: of title and signature, else of order, header, table, report or site."""
    if head.bodies and _in_name(title) and (foot or _of_act(sheet, title)):
        head = Listing((), None, head.end)
    if sheet.values("issuer"):
        return
    if title.explains and (authors := _authors(sheet, head) or _joined_by(sheet, head)):
        _note(sheet, authors, "body", "acts in the text")
        return
    if head.bodies or foot:
        open_list = sheet.title.startswith("等", head.end) or head.count is not None  # 某局等四部门
        reports = (
            not title.formal and not title.bare and not title.explains and title.given[:1] != ((0, len(title.text)),)
        )
        if not foot and (open_list or reports or not official_host(sheet)) and (closer := _closer(sheet, head)):
            _note(sheet, closer, "body", "acts in the text")
        else:
            _decide(sheet, head, part, foot)
        return
    if _of_act(sheet, title) or _of_table(sheet) or sheet.lore.digests.search(title.text):
        return
    if _of_report(sheet, title):
        return
    own = doing in _OWN_ACTS and sheet.host.removeprefix("www.") != STATE_PORTAL
    if (own or title.formal or title.explains or _POSTED.search(title.text)) and _of_site(sheet):
        return
    if _of_regulation(sheet, doing):
        return
    sheet.flag("no-issuer", "no issuing body was found in title, signature, table or text", "Look who issued it.")


def _of_regulation(sheet: Sheet, doing: str) -> bool:
    """The congress of the place that a local regulation is named after: 武汉市…条例 (Legislation Law, article 81)."""
    for n in sheet.places("instrument") if doing == "issued" else ():
        words = sheet.words(sheet.facts[n])
        place = _LOCAL.match(words)
        if place and words.rstrip("）").endswith("条例"):
            span = sheet.facts[n].span
            sheet.add(
                "issuer",
                f"{place[1]}{_CONGRESS}",
                span.part,
                span.start,
                span.start + place.end(1),
                "passes local regulations",
                (n,),
            )
            cause = f"the page does not say who passed {words}"
            sheet.flag("issuer-inferred", cause, "Look whether the congress or its standing committee did.", "note")
            return True
    return False


def _in_name(title: Title) -> bool:
    """Whether a body at the start of a title only belongs to the name of the text: 中国人民银行…管理办法."""
    return (
        title.about < 0
        and not title.bare
        and not title.explains
        and bool(title.given)
        and title.given[0][0] == title.start
    )


def _of_act(sheet: Sheet, title: Title) -> bool:
    """Who orders, by the head of the order; of laws, who passed them."""
    for order in (orders.of_title(sheet, title), orders.of_body(sheet)):
        if order and order.bodies:
            _note(sheet, order.bodies, order.part, "order")
            return True
    if (passed := headers.adopter(sheet.body[:LEAD])) and (zh := sheet.lore.resolve(passed[0], sheet.year)):
        sheet.add("issuer", zh, "body", passed[1], passed[2], "passed the text")
        return True
    header = headers.of_sheet(sheet)
    for event in sorted(header.events if header else (), key=lambda e: _LAWGIVER.get(e.act, 9)):
        for name in event.bodies:
            zh = sheet.lore.resolve(name.removesuffix("审判委员会").removesuffix("检察委员会"), sheet.year)
            if header and zh and zh not in sheet.values("issuer"):
                sheet.add(
                    "issuer", zh, "body", header.start + event.start, header.start + event.end, "header of the law"
                )
        if sheet.values("issuer"):
            return True
    return False


def _authors(sheet: Sheet, head: Listing) -> tuple[Body, ...]:
    """Who released the text that a page explains, where the page says so and it is not who explains it."""
    own = {name_core(name) for name in sheet.values("instrument")}
    titled = {body.zh for body in head.bodies}
    text = sheet.body[:LEAD]
    for book in sheet.leading_books(LEAD):
        if book.depth or name_core(text[book.start : book.end]) not in own:
            continue
        start = max(text.rfind(stop, 0, book.start) for stop in ("。", "\n")) + 1
        if not _RELEASED.search(text, start, book.start) or _DRAFTS.search(text, start, book.start):
            continue
        found = tuple(
            Body(b.zh, b.start + start, b.end + start, b.known) for b in actors(sheet, text[start : book.start])
        )
        names = {body.zh for body in found}
        if found and names != titled and not (titled and names < titled):
            return found
    return ()


def _joined_by(sheet: Sheet, head: Listing) -> tuple[Body, ...]:
    """Who acted together with the body that answers, where no text is named: 商务部、海关总署发布公告，对…实施管制."""
    titled = {body.zh for body in head.bodies}
    found = () if sheet.values("instrument") or not titled else actors(sheet, sheet.body[:LEAD])
    return found if titled < {body.zh for body in found} else ()


def _stated_number(sheet: Sheet, title: Title) -> None:
    """三部门印发, 五部门：how many act, where the lead is not named."""
    m = _SOME_DEPARTMENTS.match(title.text, title.start)
    number = numeral(m["n"]) if m else None
    if m and number and number > 1:
        sheet.add("issuer_count", number, "title", m.start(), m.end(), "title: N部门")


def forwards(sheet: Sheet) -> bool:
    """Whether the page says that it forwards another body's text."""
    return bool(_FORWARDS.search(sheet.title + "\n" + sheet.body[:_OPENING]))


def _forwarder(sheet: Sheet, title: Title) -> bool:
    """Note the body that forwards another's text; the author is credited, not the forwarder."""
    if title.forward < 0:
        return False
    end = title.text.rfind("关于", title.start, title.forward)
    head = _head(sheet, title, title.start, end if end >= 0 else title.forward - 2)
    for body in head.bodies:
        sheet.add("forwarder", body.zh, "title", body.start, body.end, "title: before 转发")
    return bool(head.bodies)


def _head(sheet: Sheet, title: Title, start: int, end: int) -> Listing:
    """Bodies from `start` on in the title; one that the catalog lacks counts only on an official site, in full."""
    text = title.text
    if release := _RELEASE.search(text, start, max(start, end)):
        end = release.start()
    exact = listed(sheet, text, start, max(start, end), printed=official_host(sheet) and title.formal)
    if exact.bodies and exact.end >= end:
        return exact
    return listed(sheet, text, start, len(text), printed=False)


def _of_title(sheet: Sheet, title: Title) -> tuple[Listing, str]:
    """Bodies the title names as authors, with the place in `title` they stand at."""
    if title.forward >= 0:
        start = title.forward + (1 if title.text[title.forward : title.forward + 1] in "《〈" else 0)
        inner = title.text.find("关于", start)
        return (_head(sheet, title, start, inner), "title") if inner > start else (Listing((), None, start), "title")
    head = _head(sheet, title, title.start, title.about if title.about >= 0 else len(title.text))
    if head.bodies or not title.explains:
        return head, "title"
    for book in title.books:
        inner_title = parse(title.text[book.start : book.end], sheet.lore)
        if inner_title.about > 0:
            inner_head = _head(sheet, title, book.start, book.start + inner_title.about)
            if inner_head.bodies:
                return inner_head, "title"
    return head, "title"


def _closer(sheet: Sheet, head: Listing) -> tuple[Body, ...]:
    """The bodies a press page names in its text, where its headline has only their parent or a shorter name."""
    titled = [body.zh for body in head.bodies]
    printed = [sheet.title[body.start : body.end] for body in head.bodies]
    found = actors(sheet, sheet.body[:LEAD])
    offices = [set(ancestors(body.zh, sheet.catalog)) & set(titled) for body in found]
    fuller = [any(sheet.body[b.start : b.end].endswith(short) for short in printed) for b in found]
    alike = all(office or full for office, full in zip(offices, fuller, strict=True))
    fuller_list = set(titled) < {body.zh for body in found}  # the headline names one of several
    return found if found and (alike or fuller_list) and len(found) >= len(titled) else ()


def _of_signature(sheet: Sheet, signed: tuple[Signature, ...], *, forwarded: bool, asks: bool) -> tuple[Body, ...]:
    """The bodies that sign; of a forwarded text the author's block is the second."""
    blocks = [tuple(settled(sheet, body, asks=asks) for body in block.bodies) for block in signed if block.bodies]
    if forwarded:
        return blocks[1] if len(blocks) > 1 else ()
    return blocks[0] if blocks else ()


def _decide(sheet: Sheet, head: Listing, part: str, foot: tuple[Body, ...]) -> None:
    """Title and signature together: the fuller of two that agree; the title where they do not."""
    titled = dict.fromkeys(body.zh for body in head.bodies)
    signing = dict.fromkeys(body.zh for body in foot)
    if head.count:
        number, start, end = head.count
        sheet.add("issuer_count", number, part, start, end, "title: 等N部门")
    if titled and signing and _placed_elsewhere(sheet, head, foot):
        _note(sheet, foot, "body", "signature")
    elif titled and not titled.keys() <= signing.keys():
        if signing and forwards(sheet) and not _kin(sheet, titled, signing):
            for body in foot:
                sheet.add("forwarder", body.zh, "body", body.start, body.end, "signature below 转发")
        elif signing and not _kin(sheet, titled, signing):
            sheet.flag(
                "issuers-differ", f"title: {'、'.join(titled)}; signature: {'、'.join(signing)}", "Look who issued it."
            )
        _note(sheet, head.bodies, part, "title")
    else:
        _note(sheet, foot, "body", "signature")
    found = sheet.values("issuer")
    if head.count and len(found) != head.count[0]:
        sheet.flag("issuers-missing", f"{head.count[0]} bodies are stated, {len(found)} are named", "Add the others.")


def _placed_elsewhere(sheet: Sheet, head: Listing, foot: tuple[Body, ...]) -> bool:
    """Whether the title leaves the place open (省通信管理局) and the signature names another than its site tells."""
    printed = [sheet.title[body.start : body.end] for body in head.bodies]
    ends = [re.sub(r"^(?:本|我)?(?:省|市|区|州|县|自治区)", "", name) for name in printed]
    return len(head.bodies) == len(foot) and all(
        name != end and body.zh != other.zh and body.zh.endswith(other.zh[-4:])
        for name, end, body, other in zip(printed, ends, foot, head.bodies, strict=True)
    )


def _kin(sheet: Sheet, titled: dict[str, None], signing: dict[str, None]) -> bool:
    """Whether the signature names the same bodies by an office or parent (工业和信息化部办公厅, 工业和信息化部)."""
    lines = [set(ancestors(zh, sheet.catalog)) for zh in titled]
    return all(any(zh in line or zh.startswith(t) for line, t in zip(lines, titled, strict=True)) for zh in signing)


def _note(sheet: Sheet, bodies: tuple[Body, ...], part: str, rule: str) -> None:
    seen = set(sheet.values("issuer"))
    for body in bodies:
        if body.zh not in seen:
            seen.add(body.zh)
            sheet.add(
                "issuer", body.zh, part, body.start, body.end, f"{rule}: {'catalog' if body.known else 'as printed'}"
            )


def _of_table(sheet: Sheet) -> bool:
    """The 发文机关 of the 索引号 table."""
    for meta in sheet.meta(*_TABLE):
        bodies = listed(sheet, meta.value, 0, len(meta.value), printed=official_host(sheet)).bodies
        moved = tuple(Body(b.zh, b.start + meta.start, b.end + meta.start, b.known) for b in bodies)
        if moved:
            _note(sheet, moved, "meta", f"table {meta.label}")
            return True
    return False


def _of_report(sheet: Sheet, title: Title) -> bool:
    """Who acts in the headline, else in the first paragraphs."""
    for part, text in (("title", title.text), ("body", sheet.body[:LEAD])):
        if found := actors(sheet, text):
            _note(sheet, found, part, "acts in the text")
            return True
    return False


def _of_site(sheet: Sheet) -> bool:
    """The site's own body, for an official text that names nobody: its stated source if that is one of the site's."""
    own = sheet.lore.of_host(sheet.host)
    for meta in sheet.meta(*_SOURCE):
        zh = sheet.lore.resolve(meta.value, sheet.year)
        if zh and set(ancestors(zh, sheet.catalog)) & set(own):
            zh = settled(sheet, Body(zh, meta.start, meta.end, known=True), asks=True).zh
            sheet.add("issuer", zh, "meta", meta.start, meta.end, "stated source on its own site")
            return True
    parents = {entry.parent for zh in own if (entry := sheet.catalog.issuers.get(zh))}
    for zh in (*(zh for zh in own if zh in parents), *own)[:1]:
        start = sheet.document.url.find(sheet.host)
        sheet.add("issuer", zh, "url", start, start + len(sheet.host), "site")
    return bool(own)


def official_host(sheet: Sheet) -> bool:
    """Whether the host is an authority's: one of the catalog's, or a government domain."""
    host = sheet.host.split(":")[0]
    return bool(sheet.lore.of_host(host)) or host.endswith((".gov.cn", ".gov.hk", ".gov.mo")) or host == "gov.cn"
