"""The day a page was posted and the day its document was signed, each with where it came from; effect: `effect.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jingbao.core.dates import days, in_address, short_days
from jingbao.core.read import headers
from jingbao.core.read.bodies import LEAD, Signature
from jingbao.core.read.issuers import forwards, official_host
from jingbao.core.read.role import stale, stamped
from jingbao.core.read.sheet import Meta, Sheet
from jingbao.core.read.title import Title

Posted = tuple[date, str, int, int, str]  # day, part, start, end, rule

_POSTED = (
    ("visible", ("published",), "printed beside the title"),
    ("json", ("published", "发布日期", "发布时间", "publishDate", "PubDate"), "embedded record"),
    ("table", ("发布日期", "公开日期", "公布日期", "发布时间"), "table"),
    (
        "tag",
        ("PubDate", "PublishDate", "FirstPublishedTime", "article:published_time", "publishdate", "citation_date"),
        "meta tag",
    ),
    ("table", ("信息生成日期", "生成日期"), "table"),
    ("table", ("发文日期",), "table"),
)
_OF_LETTER = "table: 发文日期"  # the day of the document rather than of the page, where both are known
_OF_DOCUMENT = ("成文日期", "成文时间")
_SIGNED = (
    "成文日期", "成文时间", "落款日期", "落款时间", "签署日期", "签署时间", "签发日期", "签发时间", "制发日期",
    "制发时间", "印发日期", "印发时间", "发文日期", "发文时间", "形成日期", "签批日期",
)  # fmt: skip
# 本次发布的指南由两部门于7月22日签署; 9月24日签署国务院令
_SIGNED_ON = re.compile(r"(?:正式)?(?:签署|签发)(?!.{0,12}(?:协议|备忘录|合作|协定|合同|证书|意向))")
_ISSUED_ON = re.compile(r"，?[\u4e00-\u9fff、]{2,60}?印发(?:了)?《")
# 总理 李强, 局 长 罗文, 商务部部长：王文涛, 中华人民共和国主席 习近平.
_HEAD = re.compile(
    r"[\u4e00-\u9fff]{0,24}(?:总\s{0,3}理|主\s{0,3}席|主\s{0,3}任|部\s{0,3}长|局\s{0,3}长|署\s{0,3}长|行\s{0,3}长|院\s{0,3}长|检察长|委员长"
    r"|省\s{0,3}长|市\s{0,3}长|区\s{0,3}长|州\s{0,3}长|县\s{0,3}长|厅\s{0,3}长|会\s{0,3}长)[\s：:]{1,3}[\u4e00-\u9fff·]{1,4}[\u4e00-\u9fff·\s]{0,10}"
)
_LABELLED = re.compile(r"^(?:成文|发文|印发|制发|签发|签署|落款)(?:日期|时间)\s?[：:]\s?")


def posted(sheet: Sheet) -> None:
    """Note the day this page was posted: the printed date first, the address last; sources that differ are flagged."""
    found: list[Posted] = [
        (day, "meta", start, end, rule) for meta, rule in _printed(sheet) for day, start, end in _day_of(meta)
    ]
    found += _found(sheet)
    if not official_host(sheet):
        found = [one for one in found if not stamped(sheet) and not stale(sheet, one[0])]
    if address := in_address(sheet.document.url):
        weak = len(found) == 1 and found[0][4] == _OF_LETTER and address.day > found[0][0]
        found.insert(0 if weak else len(found), (address.day, "url", address.start, address.end, "address"))
    if not found:
        sheet.flag("no-published", "no day of posting stands on the page or in its address", "Look when it was posted.")
        return
    day, part, start, end, rule = _first_or_agreed(found)
    sheet.add("published", day.isoformat(), part, start, end, rule)
    others = {f"{other} ({why})" for other, _, _, _, why in found if other != day}
    if others:
        sheet.flag("published-differs", f"{day} ({rule}), but also {', '.join(sorted(others))}", "Look which.", "note")


def _found(sheet: Sheet) -> Iterator[Posted]:
    """The day a finder of dates saw on a foreign page: its label says which day its words mean."""
    for meta in sheet.metas:
        if meta.origin == "found" and (day := meta.label.removeprefix("published ")) != meta.label:
            yield date.fromisoformat(day), "meta", meta.start, meta.end, "generic finder of dates"


def _first_or_agreed(found: list[Posted]) -> Posted:
    """The day printed first; but where the address and a meta tag agree on a later one, that: sites also print the
    day a text was made beside its title."""
    agreed = {one[0] for one in found if one[4] == "address"} & {
        one[0] for one in found if one[4].startswith("meta tag")
    }
    if agreed and max(agreed) > found[0][0]:
        return next(one for one in found if one[0] in agreed)
    return found[0]


def _printed(sheet: Sheet) -> Iterator[tuple[Meta, str]]:
    for origin, labels, rule in _POSTED:
        for meta in sheet.meta(*labels, origin=origin):
            yield meta, f"{rule}: {meta.label}"


def _day_of(meta: Meta) -> Iterator[tuple[date, int, int]]:
    for found in days(meta.value)[:1]:
        yield found.day, meta.start + found.start, meta.start + found.end


def signed(sheet: Sheet, title: Title, blocks: tuple[Signature, ...]) -> None:
    """Note the day of the document: 成文日期 of the table, the date under the signature, or the last date line.

    Two that differ are flagged; a signature of bodies or of their head goes before 发文日期, which may be the posting.
    """
    block, cover = _block(sheet, title, blocks)
    for meta in sheet.meta(*_SIGNED):
        for stated, start, end in _day_of(meta):
            if block is None or meta.label in _OF_DOCUMENT or stated == block.stated.day:
                _sign(sheet, stated, "meta", start, end, f"table {meta.label}")
            else:
                cause = f"the table says {meta.label} {stated}, the signature {block.stated.day}"
                sheet.flag("signed-differs", cause, "Look which.")
    for line in sheet.lines:
        if (label := _LABELLED.match(line.text)) and (found := days(line.text)[:1]) and not sheet.text("signed"):
            start = line.start + found[0].start
            _sign(sheet, found[0].day, "body", start, line.start + found[0].end, f"text {label[0][:4]}")
    if not sheet.text("signed") and title.explains and official_host(sheet):
        _reported(sheet)
    if block is None:
        _promulgated(sheet)
        _told(sheet)
        return
    day = block.stated.day.isoformat()
    before = sheet.text("signed")
    if not before:
        rule = "under the signature" if block.bodies else "last date line"
        if cover:
            rule = "under the forwarder's signature"
            sheet.flag("signed-by-forwarder", f"{day} is the day of the letter that forwards", "Look for the text's.")
        _sign(sheet, block.stated.day, "body", block.stated.start, block.stated.end, rule)
    elif before != day:
        sheet.flag("signed-differs", f"the table says {before}, the signature {day}", "Look which.")


def _block(sheet: Sheet, title: Title, blocks: tuple[Signature, ...]) -> tuple[Signature | None, bool]:
    """The block whose day is the document's, and whether it is that of a letter that forwards another's."""
    signing = [block for block in blocks if block.bodies]
    forwarded = title.forward >= 0 or forwards(sheet)
    cover = forwarded and len(signing) == 1
    block = signing[1] if forwarded and len(signing) > 1 else next(iter(signing), None)
    ordered = next((one for one in blocks if not one.bodies and _signed_by_person(sheet, one)), None)
    if ordered is not None and (block is None or ordered.line < block.line):
        block = ordered
    if block is None and (title.formal or title.bare) and blocks:
        block = blocks[0] if title.bare else blocks[-1]
    return block, cover


def _signed_by_person(sheet: Sheet, block: Signature) -> bool:
    """Whether a date stands under the name of the head of a body, who signs orders: 总理 李强."""
    return block.line > 0 and bool(_HEAD.fullmatch(sheet.lines[block.line - 1].text))


def _sign(sheet: Sheet, day: date, part: str, start: int, end: int, rule: str) -> None:
    """Note the day of signing, unless the page was posted before it."""
    posted = sheet.text("published")
    if posted and day.isoformat() > posted:
        sheet.flag("signed-after-posted", f"{day} ({rule}) is after the day of posting, {posted}", "Look which.")
    else:
        sheet.add("signed", day.isoformat(), part, start, end, rule)


def _promulgated(sheet: Sheet) -> None:
    """（2021年7月30日国务院令第745号公布 自…起施行）: the day of the order, where the text was not changed since."""
    header = headers.of_sheet(sheet) if not sheet.text("signed") else None
    events = [event for event in header.events if event.act != "in_force"] if header else []
    if header and len(events) == 1 and events[0].act == "promulgated" and events[0].day and events[0].number:
        end = header.start + events[0].end
        for stated in days(sheet.body[header.start : end]):  # the day of a line that is lost proves nothing
            if stated.day == events[0].day:
                start = header.start + min(stated.start, events[0].start)
                _sign(sheet, stated.day, "body", start, end, "header of the law: day of the order")
                return


def _told(sheet: Sheet) -> None:
    """于7月22日签署: the day on which a report says that a text was signed, of the year before its posting."""
    posted = sheet.text("published")
    if sheet.text("signed") or not posted or "签" not in sheet.body:
        return
    for m in _SIGNED_ON.finditer(sheet.body):
        first = max(0, m.start() - 14)
        before = sheet.body[first : m.start()]
        end = date.fromisoformat(posted)
        full = [one for one in days(before) if one.end == len(before)]
        short = [one for one in short_days(before) if one.end == len(before)]
        day = full[0].day if full else short[0].since(end - timedelta(days=364)) if short else None
        if day is not None:
            start = first + (full or short)[0].start
            _sign(sheet, day, "body", start, m.end(), "text: signed on")
            return


def _reported(sheet: Sheet) -> None:
    """2024年7月26日，自然资源部印发了《…》: the day an authority's own explanation gives."""
    for found in days(sheet.body[:LEAD]):
        if m := _ISSUED_ON.match(sheet.body, found.end):
            _sign(sheet, found.day, "body", found.start, m.end(), "text: issued on")
            return
