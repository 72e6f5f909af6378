"""The last day for comments on a draft, and for answers to a call: told apart by what the page does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jingbao.core.dates import after, days, periods, short_days
from jingbao.core.read.sheet import Sheet

_COMMENT = re.compile(r"意见|建议|反馈|征求|修改|截止|公示")
_SUBMIT = re.compile(r"报送|提交|推荐|申报|报名|寄送|发送|报至|报我|邮寄|上报|填报|上传|材料|征集")
_BEFORE = re.compile(r"^[（(]?[^，。；\n]{0,12}?(?:前|之前|以前|止|截止|24时|17时|18时|时前)")
_UNTIL = re.compile(
    r"(?:截止(?:时间|日期|日)?|截至|期限|时间|至|到|[-—–~～])(?:为|是|至|到|：|:|于)?\s?[^，。；\n]{0,16}$"
)
_FROM = re.compile(r"\s{0,2}(?:至|到|[-—–~～]{1,2})\s{0,2}\d|起")
_RELEASE = re.compile(r"公布|发布|公告|公示|公开|通知|刊登|印发|本")
_CLAUSE = "。；\n"
_NEW = re.compile(r"(?:延长|延期|延迟|推迟|顺延|调整|变更|改)(?:至|到|为)[：:]?\s?$")
_OLD = re.compile(r"[^，。；\n]{0,16}?(?:延长|延期|延迟|推迟|顺延|调整|变更|改)(?:至|到|为)")
_EXTENDED = 5  # weight of a day put in the place of another: above all that are only stated


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that could be a deadline, with the words around it; basis: fact its year comes from, -1 for none."""

    day: date
    start: int
    end: int
    weight: int
    basis: int


def read(sheet: Sheet, status: str) -> None:
    """Note the deadline of a consultation or a call; two that differ are flagged, the better stated one is kept."""
    match status:
        case "draft_for_comment":
            name, words, others = "comment_deadline", _COMMENT, _SUBMIT
        case "open_call":
            name, words, others = "submission_deadline", _SUBMIT, _COMMENT
        case _:
            return
    found = sorted(_candidates(sheet, words, others), key=lambda one: (-one.weight, one.start))
    posted = sheet.text("published")
    due = [one for one in found if one.day.isoformat() >= posted]
    if found and not due:
        sheet.flag("deadline-passed", f"{found[0].day} is before the day of posting, {posted}", "Look for the day.")
        return
    found = due
    best = found[0] if found else None
    if best is None:
        _counted(sheet, name)
        return
    rests = (best.basis,) if best.basis >= 0 else ()
    sheet.add(name, best.day.isoformat(), "body", best.start, best.end, "last day stated", rests)
    rest = {one.day for one in found if one.weight == best.weight} - {best.day}
    if rest and name == "comment_deadline":
        sheet.flag("deadlines-differ", f"{best.day} and {', '.join(map(str, sorted(rest)))}", "Look which.")


def _candidates(sheet: Sheet, words: re.Pattern[str], others: re.Pattern[str]) -> Iterator[Candidate]:
    text = sheet.body
    basis = next(iter((*sheet.places("published"), *sheet.places("signed"))), -1)
    stated = [(found.day, found.start, found.end, -1) for found in days(text)]
    if basis >= 0:
        posted = date.fromisoformat(str(sheet.facts[basis].value))
        for short in short_days(text):
            if (day := short.since(posted)) and (day - posted).days < 200:
                stated.append((day, short.start, short.end, basis))
    for day, start, end, rests in stated:
        first = max((text.rfind(c, 0, start) for c in _CLAUSE), default=-1) + 1
        last = min((at for c in _CLAUSE if (at := text.find(c, end)) >= 0), default=len(text))
        before, behind = text[first:start], text[end:last]
        if _FROM.match(behind) or _OLD.match(behind):
            continue
        if _NEW.search(before) and words.search(sheet.title + before + behind):
            yield Candidate(day, start, end, _EXTENDED, rests)
            continue
        limit = 2 * bool(_BEFORE.match(behind)) + 2 * bool(_UNTIL.search(before))
        if limit and words.search(before + behind):
            yield Candidate(day, start, end, limit - bool(others.search(before + behind)), rests)


def _counted(sheet: Sheet, name: str) -> None:
    """自本公告发布之日起30日内: counted from the posting."""
    basis = next(iter(sheet.places("published")), None)
    for period in periods(sheet.body):
        day = (
            after(date.fromisoformat(sheet.text("published")), period.number, period.unit)
            if basis is not None
            else None
        )
        if basis is not None and day is not None and _RELEASE.search(period.trigger):
            if sheet.text("role") in ("copy", "press", "untrusted"):
                sheet.flag("deadline-open", "counted from a posting whose day this page does not tell", "Look.")
                return
            sheet.add(name, day.isoformat(), "body", period.start, period.end, "N days from publication", (basis,))
            return
