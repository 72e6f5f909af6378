"""The eight words of the house, and what they are made of, as frozen values.

Each is defined here (a fact in `facts.py`) and nowhere else. Text is Unicode, offsets count code points,
lines end in LF, calendar days are dates in Asia/Shanghai, moments are aware datetimes. `to_json` and `from_json` are
the only way in and out of storage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from jingbao.core.errors import ReadingError, Unreadable

# What a fact is made of has a file of its own, for its size; everyone imports it from here.
from jingbao.core.facts import (
    Channel as Channel,
    Count as Count,
    Duty as Duty,
    Fact as Fact,
    FactValue as FactValue,
    PartEffect as PartEffect,
    Penalty as Penalty,
    RegisterSize as RegisterSize,
    Relation as Relation,
    Span as Span,
    Target as Target,
    Value as Value,
)

Status = Literal[
    "issued",  # a text is out, final
    "trial",  # a text is out, titled （试行）
    "draft_for_comment",
    "open_call",
    "approved",
    "list",  # the page's main content is a published list or register
    "enforcement",
    "case_release",
    "campaign",
    "report",
    "event",
    "statement",
]
Category = Literal["legislative", "enforcement", "industry"]
Role = Literal["official", "copy", "interpretation", "press", "untrusted"]
Severity = Literal["blocking", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Flag(Value):
    """A problem a person should see. code: short kebab-case name; concerns: id, file or address."""

    code: str
    concerns: str
    cause: str
    todo: str
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Layout(Value):
    """CSS selectors of one source's pages, valid until a day (None: still). An empty selector says nothing."""

    until: date | None
    title: str
    body: str
    published: str
    links: str


@dataclass(frozen=True, slots=True)
class Source(Value):
    """One column of one authority's site. name: file name without .toml; hosts: the site's own hosts."""

    name: str
    label: str
    issuer: str  # zh_name of the catalog
    family: str
    list: str
    hosts: tuple[str, ...]
    every: str
    per_minute: int
    layouts: tuple[Layout, ...]
    links_per_list: int
    days_between_pages: int


@dataclass(frozen=True, slots=True)
class Page(Value):
    """What was received from one address at one moment; its bytes lie in the archive under `sha256`.

    url: address asked; answered_url: address that answered; content_type: header as received or ''.
    """

    url: str
    answered_url: str
    seen: datetime
    status: int
    content_type: str
    sha256: str
    size: int

    @property
    def id(self) -> str:
        """Identity: address and bytes, not the moment."""
        return digest(self.url, self.sha256)


@dataclass(frozen=True, slots=True)
class Attachment(Value):
    """A file that belongs to a page. page: id of the archived Page, or '' while it is not archived; text: '' then."""

    url: str
    name: str
    kind: str  # pdf, docx, xlsx, zip, doc, wps, ofd, image, other
    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Document(Value):
    """Clean text of a Page.

    kind: article (one announcement), list (rows that lead to others), attachment (a file of its own);
    meta: lines `ORIGIN:LABEL<TAB>VALUE`, ORIGIN = tag (a <meta>), table (索引号 table), visible (printed beside the
    title), json (an embedded record); version: of the cleaner; inputs: digest of everything it was made from.
    """

    page: str
    url: str
    version: str
    inputs: str
    kind: Literal["article", "list", "attachment"]
    title: str
    body: str
    meta: str
    attachments: tuple[Attachment, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def id(self) -> str:
        return digest(self.page, self.version, self.inputs)

    def part(self, name: str) -> str:
        """Text of one part: title, body, meta, url or attachment:N."""
        match name:
            case "title":
                return self.title
            case "body":
                return self.body
            case "meta":
                return self.meta
            case "url":
                return self.url
        kind, _, n = name.partition(":")
        if kind == "attachment" and n.isdecimal() and 1 <= int(n) <= len(self.attachments):
            return self.attachments[int(n) - 1].text
        raise ReadingError(self.id, f"no part called {name!r}", "Use title, body, meta, url or attachment:N.")

    def quote(self, span: Span) -> str:
        return self.part(span.part)[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Reading(Value):
    """The facts of one Document. Joint issuers, topics and the like are several facts, in order of weight."""

    document: str
    page: str
    url: str
    version: str
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def id(self) -> str:
        return digest(self.document, self.version)

    def all(self, name: str) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.name == name)

    def first(self, name: str) -> Fact | None:
        return next(self.all(name), None)

    def text(self, name: str) -> str:
        """Value of the first fact of that name as text, '' where the page does not state it."""
        fact = self.first(name)
        return "" if fact is None else str(fact.value)

    def values(self, name: str) -> tuple[FactValue, ...]:
        return tuple(fact.value for fact in self.all(name))

    def prove(self, document: Document) -> Reading:
        """Return self, or refuse: every quotation must stand, letter for letter, at its span."""
        for n, fact in enumerate(self.facts):
            if not fact.quote or document.quote(fact.span) != fact.quote:
                raise ReadingError(
                    self.document,
                    f"fact {n} ({fact.name}) quotes {fact.quote!r}, which does not stand at {fact.span}",
                    "This is a fault of the reader: report the page.",
                )
            if any(not 0 <= m < len(self.facts) or m == n for m in fact.derived_from):
                raise ReadingError(self.document, f"fact {n} derives from facts that are not there", "Report the page.")
        return self


@dataclass(frozen=True, slots=True)
class Member(Value):
    """One page of a Development. known: first day its content could be known (posting day, else the day seen)."""

    reading: str
    page: str
    url: str
    role: Role
    known: date
    because: str


@dataclass(frozen=True, slots=True)
class Development(Value):
    """The thing that happened: all pages about it. members: cited source first; state: of core/lifecycle.py."""

    number: int
    members: tuple[Member, ...]
    status: str
    state: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """A quotation a sentence rests on. fact: name of the Fact, '' for a passage."""

    page: str
    url: str
    fact: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence(Value):
    """An English sentence and its proof.

    kind: fact (needs a citation) or comment (needs an author, has no citation); turns: the first day on which
    `after` must be printed instead of `text` (a deadline that has passed), None when tense never changes.
    """

    text: str
    citations: tuple[Citation, ...]
    kind: Literal["fact", "comment"] = "fact"
    author: str = ""
    turns: date | None = None
    after: str = ""

    def on(self, printed: date) -> str:
        """The wording on the day of printing."""
        return self.after if self.turns is not None and printed >= self.turns else self.text


@dataclass(frozen=True, slots=True)
class Watch(Value):
    """A date to watch. what: comment_deadline, submission_deadline, effective, expires or target."""

    day: date
    what: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Brief(Value):
    """One version of the English on one Development: a proposal until a person accepts exactly this version.

    headline without its date in brackets; published: posting day of the cited page; title, number: official, Chinese;
    mentions: (short, long) forms of bodies and terms used, to be written in full at first mention in the issue;
    basis: digest of readings, writer and catalog it was drafted from (never of the development's number, which
    depends on the order of arrival: what is printed must not).
    """

    basis: str
    writer: str
    headline: Sentence
    sentences: tuple[Sentence, ...]
    title: str
    number: str
    status: str
    state: str
    category: Category
    issuers: tuple[str, ...]
    region: str
    topics: tuple[str, ...]
    published: date
    page: str
    url: str
    watches: tuple[Watch, ...]
    mentions: tuple[tuple[str, str], ...]
    attachments: tuple[Attachment, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def id(self) -> str:
        return digest(self.basis, to_json(self.headline), *(to_json(s) for s in self.sentences))


@dataclass(frozen=True, slots=True)
class Item(Value):
    """A numbered item of an Issue: the Brief, and its words as printed (bodies in full at first mention)."""

    number: int
    brief: Brief
    headline: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section(Value):
    """name: legislative, enforcement or industry; title: as printed."""

    name: Category
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Highlight(Value):
    """A theme: topic id, its printed title, sentences that cite items by number, and those numbers."""

    topic: str
    title: str
    sentences: tuple[str, ...]
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LegalBlock(Value):
    """name: disclaimer, practice, translation, copyright, privacy or ai; version: of the wording."""

    name: str
    version: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Issue(Value):
    """One number of the newsletter. start, end: period, both included; printed: day of printing, the only clock."""

    edition: str
    number: str
    beat: str
    start: date
    end: date
    printed: date
    notice: str  # '' or a line every page and file must carry (demonstrations)
    introduction: str
    highlights: tuple[Highlight, ...]
    sections: tuple[Section, ...]
    watches: tuple[tuple[int, Watch], ...]  # (item number, date to watch), soonest first
    legal: tuple[LegalBlock, ...]
    contact: str
    colophon: str
    topics: tuple[tuple[str, str], ...] = ()  # (id, printed name) of the topics of the items
    flags: tuple[Flag, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, slots=True)
class Message(Value):
    """One Issue for one subscriber in one format; only its state changes: queued, sending, sent, failed."""

    issue: str
    subscriber: str
    format: str
    state: Literal["queued", "sending", "sent", "failed"]


def digest(*parts: str) -> str:
    """A short stable name for texts: 20 hex digits of SHA-256; the parts are kept apart."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


T = TypeVar("T")


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}  # building one costs more than using it a thousand times


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def to_json(value: Any) -> str:
    """A value as compact JSON text."""
    text: str = _adapter(type(value)).dump_json(value).decode()
    return text


def from_json(kind: type[T], text: str | bytes) -> T:
    """The value that `to_json` wrote; refuses missing and unknown keys and wrong types."""
    try:
        value: T = _adapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        raise Unreadable(kind.__name__, f"stored JSON does not fit ({error})", "Run the step again.") from error
    return value
