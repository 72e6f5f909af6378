"""The days of a document, each apart and with where it came from: posted, signed, in effect, expiring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jingbao.core.dates import after, days, in_address, length
from jingbao.core.read.bodies import LEAD, Signature
from jingbao.core.read.issuers import forwards, official_host
from jingbao.core.read.role import stale, stamped
from jingbao.core.read.sheet import Meta, Sheet
from jingbao.core.read.title import Title, books, name_core

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
)
_SIGNED = ("成文日期", "成文时间", "发文日期", "印发日期")
_EFFECT = re.compile(
    r"[自从](?P<what>[^，。；\n]{2,30}?)(?:之日|之时|当日)?起(?:正式)?(?:开始)?(?:施行|实施|执行|生效|适用|启用)"
    r"|于(?P<on>[^，。；\n]{8,14}?)(?:起)?(?:正式)?(?:施行|实施|生效)"
    r"|(?<![自从])(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|执行|生效)"
)
_TRIGGER = re.compile(r"(公布|发布|印发|发文|颁布|下发)$|^(?:本[^，。]{1,6})?(公布|发布|印发|颁布|下发)")
_OF_SIGNING = re.compile(r"印发|发文")
_CLAUSE = re.compile(r"[^，。；：\n\s]*$")
# What may stand between the last stop and 自…起施行 where it speaks of the text itself.
_ABOUT_THIS = re.compile(
    r"本|该|此|上述|新规|现|予以|明确|发布|印发|公布|公告|通过|有效期"
    r"|^(?:第[\d一二三四五六七八九十百]{1,6}条|[\d一二三四五六七八九十]{1,3}[、.．]|并|将|即|均|且|已|正式|统一|全部|追溯|同时|以上|均应|也|和|，){0,4}$"
)
_RETROACTIVE = re.compile(r"追溯|溯及|补发")
_EARLY = 7  # days before its signing from which an effect is doubtful
_LATE = 60  # days a page without a signature may be posted after the effect
_ISSUED_ON = re.compile(r"，?[\u4e00-\u9fff、]{2,60}?印发(?:了)?《")
_OTHERS = re.compile(r"》[^，。；]{0,30}$|原[^，。；]{0,20}$")
_EXPIRES = re.compile(
    r"有效期(?:限)?(?:为|至|延长至|延长到|到|暂定)?(?:[：:])?\s?(?P<when>[^，。；（）\n]{2,16})|(?:试行期|试行期限)(?:为|至)?(?P<trial>[^，。；\n]{2,12})"
)
_VALIDITY_OF_TEXT = re.compile(
    r"(?:施行|实施|执行|生效)[^。]{0,12}$|(?:^|[，。；\n])(?:其)?$|本(?:办法|规定|通知|意见|细则|措施|指引|指南|公告|方案|条例|标准|规则)[^。，]{0,6}$|》[^。，]{0,8}$"
)
_LABELLED = re.compile(r"^(?:成文日期|发文日期|印发日期)\s?[：:]\s?")


def posted(sheet: Sheet) -> None:
    """Note the day this page was posted: the printed date first, the address last; sources that differ are flagged."""
    found: list[Posted] = [
        (day, "meta", start, end, rule) for meta, rule in _printed(sheet) for day, start, end in _day_of(meta)
    ]
    if not official_host(sheet):
        found = [one for one in found if not stamped(sheet) and not stale(sheet, one[0])]
    if address := in_address(sheet.document.url):
        found.append((address.day, "url", address.start, address.end, "address"))
    if not found:
        sheet.flag("no-published", "no day of posting stands on the page or in its address", "Look when it was posted.")
        return
    day, part, start, end, rule = _first_or_agreed(found)
    sheet.add("published", day.isoformat(), part, start, end, rule)
    others = {f"{other} ({why})" for other, _, _, _, why in found if other != day}
    if others:
        sheet.flag("published-differs", f"{day} ({rule}), but also {', '.join(sorted(others))}", "Look which.", "note")


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
    """Note the day of the document: 成文日期 of the table, the date under the signature, or the last date line."""
    for meta in sheet.meta(*_SIGNED):
        for stated, start, end in _day_of(meta):
            _sign(sheet, stated, "meta", start, end, f"table {meta.label}")
    for line in sheet.lines:
        if (label := _LABELLED.match(line.text)) and (found := days(line.text)[:1]) and not sheet.text("signed"):
            start = line.start + found[0].start
            _sign(sheet, found[0].day, "body", start, line.start + found[0].end, f"text {label[0][:4]}")
    if not sheet.text("signed") and title.explains and official_host(sheet):
        _reported(sheet)
    signing = [block for block in blocks if block.bodies]
    forwarded = title.forward >= 0 or forwards(sheet)
    cover = forwarded and len(signing) == 1
    block = signing[1] if forwarded and len(signing) > 1 else next(iter(signing), None)
    if block is None and (title.formal or title.bare) and blocks:
        block = blocks[0] if title.bare else blocks[-1]
    if block is None:
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


def _sign(sheet: Sheet, day: date, part: str, start: int, end: int, rule: str) -> None:
    """Note the day of signing, unless the page was posted before it."""
    posted = sheet.text("published")
    if posted and day.isoformat() > posted:
        sheet.flag("signed-after-posted", f"{day} ({rule}) is after the day of posting, {posted}", "Look which.")
    else:
        sheet.add("signed", day.isoformat(), part, start, end, rule)


def _reported(sheet: Sheet) -> None:
    """2024年7月26日，自然资源部印发了《…》: the day an authority's own explanation gives."""
    for found in days(sheet.body[:LEAD]):
        if m := _ISSUED_ON.match(sheet.body, found.end):
            _sign(sheet, found.day, "body", found.start, m.end(), "text: issued on")
            return


def effect(sheet: Sheet, title: Title, status: str) -> None:
    """Note from when and until when the text holds; days counted from publication rest on that fact."""
    if status not in ("issued", "trial", "approved", "list", "campaign", "enforcement"):
        return
    for part in ("body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments)))):
        text = sheet.document.part(part)
        for m in _EFFECT.finditer(text):
            if _own_effect(sheet, text, m) and _effective(sheet, part, m):
                break
        if sheet.text("effective"):
            break
    _expiry(sheet)


def _own_effect(sheet: Sheet, text: str, m: re.Match[str]) -> bool:
    """Whether a clause speaks of this text: 本办法, its own title or no subject; not 自…起施行的条例."""
    if text.startswith("的", m.end()):
        return False
    before = text[max(0, m.start() - 120) : m.start()]
    own = {name_core(name) for name in (*sheet.values("instrument"), sheet.title)}
    for book in books(before):
        name = name_core(before[book.start : book.end])  # 《办法》 is short for the own title
        if before[book.end + 1 :].strip() in ("", "将") and any(whole.endswith(name) for whole in own):
            return True
    if _OTHERS.search(before[-40:]):
        return False
    clause = _CLAUSE.search(before)
    return clause is None or not clause[0] or bool(_ABOUT_THIS.search(clause[0]))


def _doubtful(sheet: Sheet, day: date, text: str, m: re.Match[str]) -> bool:
    """Whether an effect lies well before the signing (else the posting) of a text that does not reach back."""
    basis = sheet.text("signed") or sheet.text("published")
    early = _EARLY if sheet.text("signed") else _LATE
    if not basis or day >= date.fromisoformat(basis) - timedelta(days=early):
        return False
    if _RETROACTIVE.search(text, max(0, m.start() - 30), m.end() + 10):
        return False
    sheet.flag("effective-doubtful", f"{day} in “{m[0]}” is before {basis}, when the text was made", "Look from when.")
    return True


def _effective(sheet: Sheet, part: str, m: re.Match[str]) -> bool:
    words = m["what"] or m["on"] or m["day"]
    for found in days(words)[:1]:
        if _doubtful(sheet, found.day, sheet.document.part(part), m):
            return False
        sheet.add("effective", found.day.isoformat(), part, m.start(), m.end(), "自…起施行")
        return True
    if not _TRIGGER.search(words):
        return False
    printed = bool(_OF_SIGNING.search(words) and sheet.places("signed"))
    basis = next(iter(sheet.places("signed" if printed else "published")), None)
    if basis is None or (sheet.text("role") in ("copy", "press", "untrusted") and not printed):
        sheet.flag(
            "effective-open", f"in effect from its publication ({m[0]}), whose day this page does not tell", "Look."
        )
        return False
    value = sheet.facts[basis].value
    signed = sheet.text("signed")
    if "下发" in words and signed not in ("", value):
        sheet.flag("effective-differs", f"{m[0]}: posted {value}, but signed {signed}", "Look when it was handed down.")
    sheet.add(
        "effective", value, part, m.start(), m.end(), "自…之日起施行: signed" if printed else "自…之日起施行", (basis,)
    )
    return True


def _expiry(sheet: Sheet) -> None:
    basis = next(iter(sheet.places("effective")), None)
    for part in ("body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments)))):
        if _expires(sheet, part, basis):
            return


def _expires(sheet: Sheet, part: str, basis: int | None) -> bool:
    """The validity of the text itself: in the sentence of its effect, or named after it; not that of a licence."""
    text = sheet.document.part(part)
    for m in _EXPIRES.finditer(text):
        if not _VALIDITY_OF_TEXT.search(text[max(0, m.start() - 40) : m.start()]):
            continue
        words = m["when"] or m["trial"]
        if full := days(words)[:1]:
            sheet.add("expires", full[-1].day.isoformat(), part, m.start(), m.end(), "有效期至")
            return True
        term = length(words)
        if term is None or basis is None or not re.match(r"[\d一二三四五六七八九十]", words):
            continue
        start = sheet.facts[basis]
        end = after(date.fromisoformat(str(start.value)), *term)
        if end is not None and not start.derived_from:
            end -= timedelta(days=1)  # from a stated day that day counts; from an act its day does not (民法典第201条)
        if end is not None:
            sheet.add("expires", end.isoformat(), part, m.start(), m.end(), "有效期 N 年", (basis,))
            return True
    return False
