"""Whose page it is: the issuer's own, a copy, an explanation, a press page, or one that is not to be trusted."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from jingbao.core.dates import short_days
from jingbao.core.read.issuers import official_host
from jingbao.core.read.sheet import Meta, Sheet
from jingbao.core.read.title import Title
from jingbao.core.values import Role

# A mirror prints the reading after a traditional character its target set lacks: 業(yè).
_MOJIBAKE = re.compile(r"[\u4e00-\u9fff][（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[）)]")
_CRAWLER = re.compile(r"^(?:来源[：:]\s?)?sp20\d{6}$")
_READINGS = 3  # (app) and the like stand beside a character too
_GAMBLING = re.compile(r"棋牌|娱乐城|彩票开奖|老虎机|博彩|体育投注|六合彩|百家乐|真人荷官")
_STALE = 60  # days after which a news page that reports a day of this year is no news
_NEWS = re.compile(r"记者|本报讯|日电|日讯|据介绍|近日|日前|据悉|获悉|专家(?:表示|认为)")
_TRADITIONAL = "big5."


def distrust(sheet: Sheet) -> tuple[str, int, int, str] | None:
    """Why a page may not be cited: part, place and rule of the sign; None for an authority's own host."""
    if official_host(sheet):
        return None
    for part, text in (("title", sheet.title), ("body", sheet.body)):
        readings = list(_MOJIBAKE.finditer(text))
        if len({m[0] for m in readings}) >= _READINGS:
            return part, readings[0].start(), readings[0].end(), "mirror with readings"
        if m := _GAMBLING.search(text):
            return part, m.start(), m.end(), "gambling words"
    stamp = stamped(sheet)
    return ("meta", stamp.start, stamp.end, "source stamped by a crawler") if stamp else None


def stamped(sheet: Sheet) -> Meta | None:
    """A source that is only the mark of a crawler with its day."""
    return next((meta for meta in sheet.metas if _CRAWLER.match(meta.value)), None)


def stale(sheet: Sheet, posted: date) -> bool:
    """Whether a day of posting is long after the day, without a year, that the text opens with as news."""
    opening = [short.since(date(posted.year, 1, 1)) for short in short_days(sheet.body[:24])[:1]]
    return any(day is not None and (posted - day).days > _STALE for day in opening)


def spun(sheet: Sheet, title: Title) -> bool:
    """Whether a list of authors in the title holds names no authority has: a copy with its words exchanged."""
    if official_host(sheet):
        return False
    names = [
        word
        for word in re.split(r"[\s\u3000、]", unicodedata.normalize("NFC", title.text))[:-1]
        if 3 <= len(word) <= 16
    ]
    strange = [word for word in names if word.endswith(("部", "局", "委", "署", "办")) and not sheet.lore.resolve(word)]
    return len(strange) >= 2


def read(sheet: Sheet, title: Title, status: str) -> None:
    """Note the role of the page, proved by its address or by the sign that tells."""
    if sign := distrust(sheet):
        part, start, end, rule = sign
        sheet.add("role", "untrusted", part, start, end, rule)
        return
    if spun(sheet, title):
        sheet.add("role", "untrusted", "title", 0, len(sheet.title), "names that no authority has")
        return
    role, rule = _role(sheet, title, status)
    start = sheet.document.url.find(sheet.host)
    if sheet.host and start >= 0:
        sheet.add("role", role, "url", start, start + len(sheet.host), rule)


def _role(sheet: Sheet, title: Title, status: str) -> tuple[Role, str]:
    if not official_host(sheet):
        return "press", "host of no authority"
    if title.explains:
        return "interpretation", "title explains an instrument"
    if status in ("issued", "trial", "draft_for_comment", "case_release") and _is_news(sheet, title):
        return "press", "news about an instrument"
    if sheet.host.startswith(_TRADITIONAL):
        return "copy", "converted copy"
    own = set(sheet.lore.of_host(sheet.host))
    site = "".join(meta.value for meta in sheet.meta("SiteName"))
    for zh in sheet.values("issuer"):
        if _house(sheet, zh) & own or (not own and zh in site):
            return "official", "host of an issuer"
    if not sheet.values("issuer") and own:
        return "official", "host of an authority"
    return "copy", "host of another authority"


def _house(sheet: Sheet, zh: str) -> set[str]:
    """A body with the one it is an office or bureau of, which speaks on its site."""
    entry = sheet.catalog.issuers.get(zh)
    if entry is None:
        return {zh, *(name.zh for name in sheet.lore.names(zh)[:1] if name.start == 0)}
    return {zh, entry.parent} if entry.level in ("ministry-office", "ministry-bureau") else {zh}


def _is_news(sheet: Sheet, title: Title) -> bool:
    return (
        not title.formal and not (title.given and title.given[0][0] <= title.start) and bool(_NEWS.search(sheet.body))
    )
