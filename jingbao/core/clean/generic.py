"""Pages that our own judgement is not made for: foreign ones, and scattered ones of no authority.

The text comes from trafilatura, given the pruned tree written out again (an HTML5 parser has closed what libxml2
would stumble over); the day from htmldate, where it stands on the page letter for letter.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from jingbao.core.clean import metadata, names
from jingbao.core.clean.walk import fold
from jingbao.core.clean.web import Web

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")
_SAMPLE = 20_000  # characters that tell in what script a page is written
_LINKED = 0.15  # share of a text's characters that lead elsewhere, from which it holds more than one article
_WHOLE = 0.55  # share of a text's characters in lines that end as sentences do, under which it does
_ENDS = "。！？”）；：…"
_LEAST = 100  # characters of running text that make an article
_LONG = 40  # characters of a line of running text, where no stop tells
_MAX_DATED = 3_000_000  # characters of source searched for a day
_FIRST = date(1995, 1, 1)
# Beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese and Dutch.
_MONTHS = (
    "jan|ene|gen", "feb|fév|fev", "mar|mär|maa", "apr|avr|abr", "may|mai|mag|mei", "jun|juin|giu", "jul|juil|lug",
    "aug|août|ago", "sep|set", "oct|okt|ott|out", "nov", "dec|déc|dez|dic",
)  # fmt: skip


def is_official(url: str) -> bool:
    """Whether the host is of a government domain."""
    host = urlsplit(url).hostname or ""
    return host.endswith((".gov.cn", ".gov.hk", ".gov.mo")) or host == "gov.cn"


def is_foreign(web: Web) -> bool:
    """Whether hardly a character of the page is Han or Kana."""
    text = "".join(web.visible.split())
    start = max(0, len(text) - _SAMPLE) // 2
    sample = text[start : start + _SAMPLE]
    return bool(sample) and sum(map(len, _CJK.findall(sample))) * 20 < len(sample)


def is_scattered(web: Web) -> bool:
    """Whether the element with most text holds much that is no running text: teasers, comments, other articles.

    Tables do not count: their cells end as they like.
    """
    block = web.block
    if block is None:
        return True
    lines = [line for line in web.walk.lines[block.first : block.last] if not line.table]
    size = sum(len(line.text) for line in lines)
    if size * 2 < sum(len(line.text) for line in web.walk.lines[block.first : block.last]):
        return False
    whole = sum(len(line.text) for line in lines if line.text[-1] in _ENDS)
    return sum(line.links for line in lines) > _LINKED * size or whole < _WHOLE * size


def text(web: Web, url: str) -> str:
    """The text of the page by trafilatura, '' where it finds none."""
    import trafilatura  # a second to import, and hardly ever needed

    found = trafilatura.extract(web.tree.html or "", include_comments=False, favor_precision=True, url=url) or ""
    lines = [line for line in map(fold, found.split("\n")) if line and not names.NOISE.fullmatch(line)]
    return "\n".join(lines)


def is_article(found: str) -> bool:
    """Whether a text is more than headings and teasers."""
    lines = found.split("\n")
    return sum(len(line) for line in lines if len(line) > _LONG or names.ENDS_SENTENCE.search(line)) >= _LEAST


def published(web: Web, seen: date) -> tuple[metadata.Meta, ...]:
    """The day of publication by htmldate, with the words of the page that state it; nothing later than `seen`."""
    import htmldate

    html = web.raw[:_MAX_DATED]
    last = datetime.combine(seen + timedelta(days=1), datetime.min.time())
    try:
        day = htmldate.find_date(html, original_date=True, max_date=last)
    except (ValueError, TypeError):  # what it cannot parse
        return ()
    if day is None or (words := _words_of(date.fromisoformat(day), html)) is None:
        return ()
    return (("found", f"published {day}", words),)


def _words_of(day: date, html: str) -> str | None:
    """A full date that means the day, as it stands in the source: numeric, or with the name of the month."""
    y, m, d = day.year, day.month, day.day
    month = _MONTHS[m - 1]
    forms = (
        rf"{y}(?P<s>[-/.])0?{m}(?P=s)0?{d}(?!\d)",
        rf"{y}{m:02}{d:02}(?!\d)",
        rf"0?{d}(?P<s>[-/.])0?{m}(?P=s){y}(?!\d)",
        rf"0?{m}(?P<s>[-/.])0?{d}(?P=s){y}(?!\d)",
        rf"(?:{month})[^\W\d]{{0,7}}\.? 0?{d}(?:st|nd|rd|th)?,? {y}",
        rf"0?{d}(?:st|nd|rd|th)?\.? (?:de )?(?:{month})[^\W\d]{{0,7}}\.?,? (?:de )?{y}",
    )
    for form in forms:
        if match := re.search(rf"(?<!\d){form}", html, re.I):
            return " ".join(match.group().split())
    return None
