"""Which instrument a page is about, and its kind: the innermost title, else the one the text releases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read.bodies import LEAD
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Book, Title, innermost, kind_of, parse

_BEFORE = re.compile(
    r"(?:印发|发布|公布|出台|制定|起草|形成|修订|编制|推出|下发|颁布|公告|就|对|征求|审议通过|批准|解读|转发|联合制定)(?:了|并|的|关于)?[^，。；《》]{0,12}《$"
)
_AFTER = re.compile(
    r"》(?:[（(][^（）()]{1,60}[）)])?[^，。；《》]{0,8}?(?:正式|于|已|将|今|现|近|日|公开|向|，现)?(?:印发|发布|公布|出台|施行|征求|公开|制定|起草|形成|正式|现)"
)
# 《…》已经某会议通过，现予公布: what an order promulgates.
_ADOPTED = re.compile(
    r"》(?:[（(][^（）()]{1,60}[）)])?[，,]?(?:(?:已|业)(?:经|于|由)?|经|于|由)[^。；《》]{0,120}?(?:通过|审议|审签|批准|同意)[^。；《》]{0,120}?[，,](?:现|特)"
)
_BASIS = re.compile(
    r"(?:根据|按照|依据|依照|贯彻|落实|执行|违反|遵循|配合|宣传|对照|衔接|完善|符合|为深入实施|为实施)[^，。；《》]{0,12}《$"
)
_UNMARKED = re.compile(r"(?:发布|印发|出台|公布)(?:了)?(关于[^，。；、“”《》]{4,80}?)(?=[，。；、\n])")
_CASES = re.compile(r"(?:发布|公布)了?(?:第.{1,3}批)?[\d一二三四五六七八九十]{0,3}[件个起批]?([^，。；《》\d]{6,60})$")
_CASES_END = "典型案例"
_MOST_CASES = 80  # code points from the word of release to the end of the name
_CARRIER = re.compile(r"(?:发布|印发|下发|公布)(?:了)?(公告|通告|通知|意见|决定)(?=[，。、])|(批复)同意")
_ONE_OF = re.compile(r"》等\s?[\d一二三四五六七八九十百]{1,5}\s?[项个件]")  # 批准《…》等412项标准: no name of the whole
_STATE = "中华人民共和国"  # a heading leaves it out before the name of a law
_SHORT = 6  # 《办法》 and 《通知》 are short for a name given before
_TOUCHING = re.compile(r"(?:[（(][^（）()]{1,60}[）)])?(?:和|、|及|与)?")


def read(sheet: Sheet, title: Title, *, seek: bool) -> None:
    """Note the instruments and their kind. seek: look into the text where the title names none."""
    for start, end in title.given:
        name = title.text[start:end]
        fuller = None if _marked(title.text, start) else _fuller(sheet, name)
        if fuller:
            _note(sheet, "body", fuller.start, fuller.end, "text: title in full")
        else:
            _note(sheet, "title", start, end, "title")
    if not title.given and (title.bare or seek):
        _of_article_title(sheet) if title.bare else None
        if not sheet.text("instrument"):
            for book in _released(sheet):
                _note(sheet, "body", book.start, book.end, "text: what it releases")
        if not sheet.text("instrument") and title.bare and title.kind:
            _note(sheet, "title", title.start, len(title.text.rstrip()), "title: a number only")
    _kind(sheet, title, seek=seek)


def _note(sheet: Sheet, part: str, start: int, end: int, rule: str) -> None:
    text = {"title": sheet.title, "body": sheet.body}.get(part) or sheet.document.part(part)
    value = re.sub(r"\s*\n\s*", "", text[start:end])
    if value not in sheet.values("instrument"):
        sheet.add("instrument", value, part, start, end, rule)


def _marked(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in ("《", "〈")


def _fuller(sheet: Sheet, name: str) -> Book | None:
    """The same title in the text with modifiers that the heading leaves out."""
    return next(
        (
            book
            for book in sheet.leading_books(LEAD)
            if (own := sheet.body[book.start : book.end]) == f"{_STATE}{name}"
            or (own.startswith(f"{name}（") and own.endswith("）"))
        ),
        None,
    )


def _of_article_title(sheet: Sheet) -> None:
    """What a <meta> title names where the heading is only a number."""
    for meta in sheet.meta("ArticleTitle", "标题", "名称"):
        for start, end in parse(meta.value, sheet.lore).given:
            _note(sheet, "meta", meta.start + start, meta.start + end, f"{meta.label}: what it names")
        if sheet.text("instrument"):
            return


def _released(sheet: Sheet) -> Iterator[Book]:
    """The first title, or chain of titles, that the text says is released."""
    text = sheet.body[:LEAD]
    last: Book | None = None
    for book in sheet.leading_books(LEAD):
        if book.depth or book.end - book.start < _SHORT or not kind_of(text[book.start : book.end], sheet.lore):
            continue
        if last is not None:
            if not _TOUCHING.fullmatch(text[last.end + 1 : book.start - 1]):
                return
        elif _BASIS.search(text, max(0, book.start - 24), book.start) or not _is_released(text, book):
            continue
        yield from (Book(a, b, 0) for a, b in innermost(text, book, sheet.lore))
        last = book
    if last is None:
        if (m := _UNMARKED.search(text)) and kind_of(m[1], sheet.lore):
            yield Book(m.start(1), m.end(1), 0)
        else:
            yield from _cases(text)


def _cases(text: str) -> Iterator[Book]:
    """The typical cases that a text says are released, as it calls them."""
    at = text.find(_CASES_END)
    while at >= 0:
        first = max(0, at - _MOST_CASES)
        said = max(text.rfind(word, first, at) for word in ("发布", "公布"))
        if said >= 0 and (m := _CASES.match(text[:at], said)):
            yield Book(m.start(1), at + len(_CASES_END), 0)
            return
        at = text.find(_CASES_END, at + 1)


def _is_released(text: str, book: Book) -> bool:
    """Words of release right before or after; 对《旧》进行了修订 speaks of what was before."""
    if re.match(r"》[^，。；《》]{0,8}进行了?(?:修订|修改)|》同时废止", text[book.end : book.end + 16]):
        return False
    if _ONE_OF.match(text, book.end):
        return False
    if re.match(r"》和《[^《》]{1,80}》进行了?(?:修订|修改)", text[book.end : book.end + 100]):
        return False
    before = text[max(0, book.start - 30) : book.start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, book.end) or _ADOPTED.match(text, book.end))


def _kind(sheet: Sheet, title: Title, *, seek: bool) -> None:
    """The kind all instruments share, else that of the page that carries them."""
    found = [sheet.facts[n] for n in sheet.places("instrument")]
    kinds = {kind_of(sheet.words(fact), sheet.lore) for fact in found}
    carrier = title.kind if title.formal else ""
    if len(kinds) == 1 and not (len(found) > 1 and title.bare):
        fact, kind = found[0], kinds.pop() or carrier
        at = sheet.words(fact).rfind(kind) if kind else -1
        if at >= 0:
            start = fact.span.start + at
            sheet.add("instrument_kind", kind, fact.span.part, start, start + len(kind), "end of the instrument's name")
    elif carrier and (at := title.text.rfind(carrier)) >= 0:
        sheet.add("instrument_kind", carrier, "title", at, at + len(carrier), "end of the title")
    elif seek and (m := _CARRIER.search(sheet.body[:LEAD])):
        sheet.add(
            "instrument_kind", m[1] or m[2], "body", *(m.span(1) if m[1] else m.span(2)), "text: what is released"
        )
