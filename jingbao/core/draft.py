"""Development and its readings -> request to a writer -> Brief.

The writer gets facts of the page that will be cited; what that page does not state is filled from other official
pages of the same development, from the press only where nothing official states it (and then flagged), and never
from untrusted pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from jingbao.core.catalog.entries import Catalog
from jingbao.core.check import STATUSES, check
from jingbao.core.errors import ReadingError
from jingbao.core.values import (
    Attachment,
    Brief,
    Category,
    Citation,
    Development,
    Document,
    Fact,
    Flag,
    Member,
    Reading,
    Role,
    Sentence,
    Span,
    Status,
    Target,
    Watch,
    digest,
)

VERSION = "2"

# Facts that speak of one page only, and are never taken from another.
OWN = frozenset({"title", "published", "role", "forwarder", "status"})
# What the press may supply where nothing official states it. Figures and aims are not among them.
FROM_PRESS = frozenset(
    {
        "issuer",
        "issuer_count",
        "instrument",
        "instrument_kind",
        "document_number",
        "signed",
        "effective",
        "comment_deadline",
        "submission_deadline",
        "region",
        "category",
        "topic",
    }
)
RANK: dict[Role, int] = {"official": 0, "copy": 1, "interpretation": 2, "press": 3, "untrusted": 4}
DEADLINES = ("comment_deadline", "submission_deadline")
WATCHED = (*DEADLINES, "effective", "expires")
CLAUSE = 80  # characters of a clause that is quoted around a day
CATEGORIES: dict[Status, Category] = {
    "issued": "legislative",
    "trial": "legislative",
    "draft_for_comment": "legislative",
    "open_call": "industry",
    "approved": "industry",
    "list": "industry",
    "event": "industry",
    "statement": "industry",
    "enforcement": "enforcement",
    "case_release": "enforcement",
    "campaign": "enforcement",
    "report": "enforcement",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One fact chosen for the Brief, with the page it stands on. role: of that page."""

    fact: Fact
    page: str
    url: str
    role: Role

    @property
    def value(self) -> str:
        return str(self.fact.value)

    def cite(self) -> Citation:
        return Citation(self.page, self.url, self.fact.name, self.fact.span, self.fact.quote)


@dataclass(frozen=True, slots=True)
class Request:
    """What any writer gets. readings, documents: cited page first; found: the facts chosen, in order of weight."""

    development: Development
    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    catalog: Catalog
    found: tuple[Found, ...]

    @property
    def status(self) -> Status:
        """What the cited page does; a word that is no status raises ReadingError."""
        for status in STATUSES:
            if status == self.development.status:
                return status
        cause = f"{self.development.status!r} is no status"
        raise ReadingError(self.readings[0].url, cause, "Read from the page by hand what it does.")

    def all(self, name: str) -> tuple[Found, ...]:
        return tuple(found for found in self.found if found.fact.name == name)

    def first(self, name: str) -> Found | None:
        return next((found for found in self.found if found.fact.name == name), None)

    def text(self, name: str) -> str:
        """Value of the first chosen fact of that name, '' where none states it."""
        found = self.first(name)
        return "" if found is None else found.value

    def rest(self, *found: Found) -> tuple[Citation, ...]:
        """Citations of facts and of those they are derived from: 自发布之日起施行 and the day of publication."""
        cited: dict[Citation, None] = {}
        waiting = list(found)
        while waiting:
            one = waiting.pop(0)
            if one.cite() not in cited:
                cited[one.cite()] = None
                facts = self._reading(one).facts
                waiting += [replace(one, fact=facts[n]) for n in one.fact.derived_from]
        return tuple(cited)

    def clause(self, found: Found) -> Citation:
        """A citation of the clause a fact stands in, letter for letter; of the fact alone where that is too long."""
        span, text = found.fact.span, self._text(found)
        for marks in ("。；;\n", "。；;\n，,"):
            start = max(text.rfind(mark, 0, span.start) for mark in marks) + 1
            end = min((n for mark in marks if (n := text.find(mark, span.end)) >= 0), default=len(text))
            start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
            if (bracket := text.rfind("（", span.end, end)) > text.rfind("）", span.end, end):
                end = bracket  # opened and not closed in the clause
            quote = text[start:end].rstrip(" \n\t：:，,")
            if span.end - start <= len(quote) <= CLAUSE:
                return replace(found.cite(), span=Span(span.part, start, start + len(quote)), quote=quote)
        return found.cite()

    def around(self, found: Found) -> tuple[str, str]:
        """The ten characters before the words of a fact, and the ten behind them."""
        span, text = found.fact.span, self._text(found)
        return text[max(0, span.start - 10) : span.start], text[span.end : span.end + 10]

    def _reading(self, found: Found) -> Reading:
        return next(reading for reading in self.readings if reading.page == found.page)

    def _text(self, found: Found) -> str:
        return next(d for d in self.documents if d.page == found.page).part(found.fact.span.part)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a writer returns. writer: its NAME; mentions: (short, long) forms of the bodies and terms it used."""

    writer: str
    headline: Sentence
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[str, str], ...]
    flags: tuple[Flag, ...] = ()


def draft(
    development: Development,
    readings: tuple[Reading, ...],
    documents: tuple[Document, ...],
    catalog: Catalog,
    write: Callable[[Request], Answer],
) -> Brief:
    """The Brief on one development, checked; readings and documents: of its members, in the same order.

    A development without members raises ReadingError.
    """
    if not readings or len(readings) != len(documents):
        raise ReadingError(
            f"development {development.number}",
            f"{len(readings)} readings and {len(documents)} documents to draft from",
            "Group the pages again.",
        )
    found, flags = choose(development, readings, catalog)
    request = Request(development, readings, documents, catalog, found)
    brief = _brief(request, write(request))
    return replace(brief, flags=(*flags, *brief.flags, *check(brief, readings, catalog)))


def _brief(request: Request, answer: Answer) -> Brief:
    cited = request.readings[0]
    category, guessed = _category(request, cited)
    readings = sorted(reading.id for reading in request.readings)
    return Brief(
        basis=digest(VERSION, answer.writer, request.catalog.fingerprint, *readings),
        writer=answer.writer,
        headline=answer.headline,
        sentences=answer.sentences,
        title=cited.text("title") or request.documents[0].title,
        number=request.text("document_number"),
        status=request.development.status,
        state=request.development.state,
        category=category,
        issuers=tuple(dict.fromkeys(found.value for found in request.all("issuer"))),
        region=request.text("region"),
        topics=tuple(dict.fromkeys(found.value for found in request.all("topic"))),
        published=_published(cited, request.development),
        page=cited.page,
        url=cited.url,
        watches=_watches(request),
        mentions=answer.mentions,
        attachments=_attachments(request.documents, request),
        flags=(*guessed, *answer.flags),
    )


def choose(
    development: Development, readings: tuple[Reading, ...], catalog: Catalog
) -> tuple[tuple[Found, ...], tuple[Flag, ...]]:
    """Facts for the Brief, and flags for what only the press states. All facts of one name come from one page."""
    members = {member.reading: member for member in development.members}
    cited, *others = readings
    order = [cited, *sorted(others, key=lambda r: (RANK[_role(r, members)], _known(r, members), r.url))]
    found: list[Found] = []
    flags: list[Flag] = []
    taken: set[str] = set()
    for reading in order:
        role = _role(reading, members)
        if reading is not cited and role == "untrusted":
            continue
        chosen = [fact for fact in reading.facts if fact.name not in taken and _may_give(fact, role, reading is cited)]
        found += [Found(fact, reading.page, reading.url, role) for fact in chosen]
        names = {fact.name for fact in chosen}
        taken |= names
        if role == "press" and names and reading is not cited:
            flags.append(
                Flag(
                    "press-only",
                    reading.url,
                    f"only the press states: {', '.join(sorted(names))}",
                    "Find the official page, or check these facts by hand.",
                )
            )
    if _role(cited, members) in ("press", "untrusted"):
        flags.append(
            Flag(
                "no-official-page",
                cited.url,
                "no official page of this development is known",
                "Find and add the page of the issuing body.",
                "warning" if catalog.authority(cited.url) else "blocking",
            )
        )
    return tuple(found), tuple(flags)


def _may_give(fact: Fact, role: Role, cited: bool) -> bool:
    return cited or (fact.name not in OWN and (role != "press" or fact.name in FROM_PRESS))


def _role(reading: Reading, members: dict[str, Member]) -> Role:
    if reading.id not in members:
        raise ReadingError(reading.id, "a reading that is no member of its development", "Group the pages again.")
    return members[reading.id].role


def _known(reading: Reading, members: dict[str, Member]) -> date:
    return members[reading.id].known


def _published(cited: Reading, development: Development) -> date:
    """Posting day of the cited page, else the first day its content could be known (`check` flags that)."""
    fact = cited.first("published")
    if fact is not None:
        return date.fromisoformat(str(fact.value))
    return next(member.known for member in development.members if member.reading == cited.id)


def _category(request: Request, cited: Reading) -> tuple[Category, tuple[Flag, ...]]:
    match request.text("category"):
        case "legislative" | "enforcement" | "industry" as category:
            return category, ()
    status = request.status
    category = CATEGORIES[status]
    flag = Flag("missing-category", cited.url, f"no category read; {category} follows from the status", "Check it.")
    return category, (flag,)


def _watches(request: Request) -> tuple[Watch, ...]:
    """Dates to watch: deadlines, effect, expiry, and the day by which each target is to be met."""
    watches = [
        Watch(date.fromisoformat(found.value), name, request.clause(found) if name in DEADLINES else found.cite())
        for name in WATCHED
        for found in request.all(name)[:1]
    ]
    for found in request.all("target"):
        day = _target_day(found.fact.value)
        if day is not None:
            watches.append(Watch(day, "target", found.cite()))
    return tuple(dict.fromkeys(watches))


def _target_day(value: object) -> date | None:
    if not isinstance(value, Target) or not value.by:
        return None
    if len(value.by) == 4 and value.by.isdecimal():
        return date(int(value.by), 12, 31)
    try:
        return date.fromisoformat(value.by)
    except ValueError:
        return None


def _attachments(documents: tuple[Document, ...], request: Request) -> tuple[Attachment, ...]:
    """Of the cited page, else of the first official copy that has any. Their text stays with the Document."""
    trusted = {found.page for found in request.found if found.role in ("official", "copy")}
    for document in documents:
        if document.attachments and (document is documents[0] or document.page in trusted):
            return tuple(replace(attachment, text="") for attachment in document.attachments)
    return ()
