"""A Development from its Readings: which page is cited, how far it has come, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from jingbao.core.address import on_domain
from jingbao.core.catalog import Catalog
from jingbao.core.group.fold import mirrored
from jingbao.core.group.profile import Profile, role_of
from jingbao.core.group.sketch import likeness
from jingbao.core.lifecycle import state_of
from jingbao.core.values import Development, Flag, Member, Reading, Role, Status

_ORDER: dict[Role, int] = {"official": 0, "copy": 0, "press": 1, "interpretation": 2, "untrusted": 3}
_PORTAL = ("www.gov.cn",)  # of the State Council: its library of documents is the official collection
_REPEATS = 0.4  # share of the runs, or of the clauses of the shorter text
_CLAUSES = 4
_STATUSES: tuple[Status, ...] = get_args(Status)
_WITH_INSTRUMENT = ("issued", "trial", "draft_for_comment")


def develop(
    number: int,
    readings: tuple[Reading, ...],
    reasons: Mapping[str, str],
    known: Mapping[str, date],
    catalog: Catalog,
    repeated: frozenset[str] = frozenset(),
) -> Development:
    """Describe a development; nothing but its number depends on the order of its pages.

    reasons, known: by Reading.id, why the page joined and the day it could be known (see `known_on`); repeated: pages
    of unknown hosts that repeat the text (see `repeats`), which may not add to it. The page cited comes first: on the
    lead issuer's own site, then a joint issuer's, the State Council's portal, another official copy, then press; an
    interpretation or an untrusted page only where there is nothing else. status, state: of the cited page, as of the
    day it was known.
    """
    lead, issuers = _lead(readings), {str(name) for r in _firsthand(readings) for name in r.values("issuer")}
    longest = max(_extent(reading) for reading in readings)
    roles: dict[str, Role] = {r.id: "untrusted" if r.id in repeated else role_of(r) for r in readings}
    ordered = sorted(readings, key=lambda r: (_ORDER[roles[r.id]], *_rank(r, lead, issuers, longest, catalog)))
    members = tuple(Member(r.id, r.page, r.url, roles[r.id], known[r.id], reasons[r.id]) for r in ordered)
    cited = ordered[0]
    return Development(
        number=number,
        members=members,
        status=cited.text("status"),
        state=_state(cited, members[0].known),
        flags=(*_missing(cited), *_unofficial(members[0], catalog)),
    )


def repeats(pages: tuple[Profile, ...]) -> frozenset[str]:
    """Readings of press pages that repeat much of the text of an announcement in the same development.

    What such a page rightly says stands in the announcement; what it says beside it was put in by somebody: words
    exchanged, sentences shuffled, figures changed. So it adds nothing.
    """
    texts = [page for page in pages if page.firsthand]
    return frozenset(p.reading for p in pages if p.role == "press" and any(_repeats(p, text) for text in texts))


def _repeats(page: Profile, text: Profile) -> bool:
    common = len(set(page.clauses) & set(text.clauses))
    share = common / min(len(page.clauses), len(text.clauses)) if page.clauses and text.clauses else 0.0
    return likeness(page.sketch, text.sketch) >= _REPEATS or (common >= _CLAUSES and share >= _REPEATS)


def known_on(reading: Reading, seen: date, *, first: bool) -> date:
    """The day from which what a page says could be known.

    first: whether it is the first copy of its address. What that says was known when it was posted; what an edited
    page says was known when the edit was seen.
    """
    published = _day(reading, "published")
    return published if first and published is not None else seen


def _rank(
    reading: Reading, lead: str, issuers: set[str], longest: int, catalog: Catalog
) -> tuple[bool, bool, bool, bool, int, bool, str, str]:
    """Least first: the author's own page, full text, original characters, a page for people, then whose site it is."""
    return (
        reading.first("forwarder") is not None,
        2 * _extent(reading) < longest,
        mirrored(reading.text("title")),
        _for_machines(reading.url),
        _site(reading, lead, issuers, catalog),
        role_of(reading) != "official",
        reading.text("published") or "9999",
        reading.url,
    )


def _site(reading: Reading, lead: str, issuers: set[str], catalog: Catalog) -> int:
    """0 the lead issuer's, 1 another issuer's, 2 the State Council's portal, 3 any other; where none is named all
    are alike: the first to post is the author most likely."""
    if not issuers:
        return 0
    if _on_site_of(reading.url, lead, catalog):
        return 0
    own = role_of(reading) == "official" and reading.first("issuer") is not None
    if own or any(_on_site_of(reading.url, name, catalog) for name in issuers):
        return 1
    return 2 if on_domain(reading.url, _PORTAL) else 3


def _firsthand(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The pages that carry the announcement itself, else all."""
    return tuple(r for r in readings if role_of(r) in ("official", "copy")) or readings


def _lead(readings: tuple[Reading, ...]) -> str:
    """The body named first by most of the pages that carry the announcement itself."""
    first = Counter(r.text("issuer") for r in _firsthand(readings) if r.text("issuer") and not r.first("forwarder"))
    return min(first, key=lambda name: (-first[name], name), default="")


def _extent(reading: Reading) -> int:
    """How far into the text facts reach: a notice that only points to the text has few and early ones."""
    return max((fact.span.end for fact in reading.facts if fact.span.part == "body"), default=0)


def _for_machines(url: str) -> bool:
    """A data record behind a page; readers are shown the page."""
    path = urlsplit(url).path.lower()
    return ".json" in path or "/data/" in path


def _on_site_of(url: str, issuer: str, catalog: Catalog) -> bool:
    body = catalog.issuers.get(issuer)
    return body is not None and on_domain(url, body.domains)


def _state(cited: Reading, on: date) -> str:
    for status in _STATUSES:
        if status == cited.text("status"):
            return state_of(status, _day(cited, "effective"), _day(cited, "expires"), on)
    return "none"


def _day(reading: Reading, name: str) -> date | None:
    text = reading.text(name)
    return date.fromisoformat(text) if text else None


def _missing(cited: Reading) -> Iterator[Flag]:
    needed = {
        "issuer": "who issued it",
        "status": "what was done (issued, drafted, called for …)",
        "published": "the day of posting",
    }
    if cited.text("status") in _WITH_INSTRUMENT:
        needed["instrument"] = "the instrument it is about"
    for name, meaning in needed.items():
        if cited.first(name) is None:
            todo = "Read the page and enter it, or leave the item out."
            yield Flag(f"missing-{name}", cited.url or cited.page, f"the page does not say {meaning}", todo)
    if not cited.url.startswith(("http://", "https://")):
        todo = "Add the page again with the address it came from (`jingbao add FILE --url ADDRESS`)."
        yield Flag("missing-link", cited.page, "there is no address readers can open", todo)


def _unofficial(cited: Member, catalog: Catalog) -> Iterator[Flag]:
    """A development without an official page says so; pages that stand on no authority's site are only leads."""
    pages = {"press": "press reports", "interpretation": "explanations", "untrusted": "pages of unknown hosts"}
    if cited.role in pages:
        todo = "Find the announcement on an official site and add it."
        cause = f"there are only {pages[cited.role]} about it, no official page"
        lead = not catalog.authority(cited.url)
        yield Flag("no-official-page", cited.url, cause, todo, "blocking" if lead else "warning")
