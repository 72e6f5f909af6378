"""A row of a list, and the few readings that lists share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import urljoin, urlsplit

_SHANGHAI = timezone(timedelta(hours=8))
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_PLAIN = re.compile(r"/(?!/)[A-Za-z0-9_%?=&+~/-]*+(?:\.[A-Za-z0-9_%?=&+~-]++)*+")  # of the root, without /../
_URL_DAYS = (
    re.compile(r"/t((?:19|20)\d\d)(\d\d)(\d\d)_\d"),  # TRS: /202407/t20240726_661597.shtml
    re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)/[0-9a-f]{32}"),  # Shanghai: /20240726/324168b1….html
    re.compile(r"/((?:19|20)\d\d)-(\d\d)/(\d\d)/"),  # /2024-08/22/c_123.htm
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/art_"),  # Hanweb: /art/2016/11/22/art_1621004_1.htm
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says of one page. title: whole; url: absolute; date: as listed, else from the address, else None."""

    title: str
    url: str
    date: date | None


def day(text: str) -> date | None:
    """The first full numeric date of a text, if it is one of the calendar."""
    match = _DAY.search(text)
    return calendar_day(*match.groups()) if match else None


def day_of_address(url: str) -> date | None:
    """The day that stands in an address: not always the day of publication, so a fallback only."""
    path = url.partition("?")[0].partition("#")[0]
    if "/19" not in path and "/20" not in path and "/t" not in path:
        return None
    for pattern in _URL_DAYS:
        if match := pattern.search(path):
            return calendar_day(*match.groups())
    return None


def day_of_epoch(value: object) -> date | None:
    """The Shanghai day of epoch seconds or milliseconds, or of a date written out."""
    if isinstance(value, str):
        if not value.isdecimal():
            return day(value)
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    seconds = value / 1000 if value > 10**11 else value
    if not 0 < seconds < 10**10:
        return None
    return datetime.fromtimestamp(seconds, UTC).astimezone(_SHANGHAI).date()


def calendar_day(year: str, month: str, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def absolute(base: str, href: str) -> str:
    """An absolute http address, or '' for scripts, mail and broken addresses."""
    try:
        if _PLAIN.fullmatch(href) and href[-1] != "?":  # what urljoin would give, at a tenth of its cost
            root = _root(base)
            return f"{root}{href}" if root else ""
        url = urljoin(base, href.strip())
        return url if _root(url) else ""
    except ValueError:
        return ""


def _root(url: str) -> str:
    """Scheme and host of an absolute http address, or ''. Raises ValueError for a broken one."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""
