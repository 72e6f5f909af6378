"""What every format prints alike: days, marks, labels, numbered quotations, places in archived copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jingbao.core.errors import PrintingError
from jingbao.core.figures import MONTHS
from jingbao.core.values import Brief, Citation, Issue, Item, Sentence, Span, Watch

HINT = "Choose any sentence to see the Chinese words it rests on."

# Words of the status mark, and of the second mark where the state says more than the status.
STATUS = {
    "issued": "issued",
    "trial": "issued for trial",
    "draft_for_comment": "draft for comment",
    "open_call": "call",
    "approved": "approved",
    "list": "list",
    "enforcement": "enforcement",
    "case_release": "cases",
    "campaign": "campaign",
    "report": "report",
    "event": "event",
    "statement": "statement",
}
STATE = {
    "draft": "in drafting",
    "draft_for_comment": "",
    "adopted_not_in_force": "not yet in force",
    "issued": "",
    "in_force": "in force",
    "in_force_on_date": "not yet in force",
    "pilot": "pilot",
    "open_call": "",
    "pending": "proposed result",
    "approved": "",
    "filed": "filing",
    "ongoing": "",
    "enforcement": "",
    "amended": "amended",
    "repealed": "repealed",
    "expired": "expired",
    "event": "",
    "none": "",
}
WATCH = {
    "comment_deadline": "Consultation closes",
    "submission_deadline": "Deadline for submissions",
    "effective": "Takes effect",
    "expires": "Expires",
    "target": "Target",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of an item under its number there. label: what it proves, in words."""

    number: int
    citation: Citation
    label: str

    @property
    def place(self) -> str:
        """Address of the quotation in the archived copy, from the folder of the issue."""
        return place(self.citation)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in the wording of the day of printing. author: of a comment, '' for a fact."""

    text: str
    quotes: tuple[Quote, ...]
    author: str

    @property
    def numbers(self) -> str:
        """Numbers of the quotations, three in a row and more as a range: 1–4,6"""
        runs: list[list[int]] = []
        for n in (quote.number for quote in self.quotes):
            if runs and runs[-1][-1] == n - 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        return ",".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as printed. day: of the headline, in brackets; basis: what the headline rests on; quotes: all of them;
    about: region and the first three topics."""

    number: int
    brief: Brief
    headline: str
    day: str
    lines: tuple[Line, ...]
    basis: tuple[Quote, ...]
    quotes: tuple[Quote, ...]
    marks: tuple[str, ...]
    about: tuple[str, ...]


def entry(item: Item, issue: Issue) -> Entry:
    """An item with its quotations numbered from 1, each printed once however many sentences rest on it."""
    brief = item.brief
    numbered = _numbered((*item.sentences, brief.headline))

    def quotes(sentence: Sentence) -> tuple[Quote, ...]:
        found = {numbered[c.page, c.span] for c in sentence.citations}
        return tuple(sorted(found, key=lambda quote: quote.number))

    day = f"({short_day(brief.published)})"
    return Entry(
        number=item.number,
        brief=brief,
        headline=item.headline.removesuffix(day).rstrip(),
        day=day,
        lines=tuple(
            Line(s.on(issue.printed), quotes(s), s.author if s.kind == "comment" else "") for s in item.sentences
        ),
        basis=quotes(brief.headline),
        quotes=tuple(numbered.values()),
        marks=marks(item, issue.printed),
        about=tuple(filter(None, (brief.region, *(topic(name, issue) for name in brief.topics[:3])))),
    )


def _numbered(sentences: tuple[Sentence, ...]) -> dict[tuple[str, Span], Quote]:
    """Quotation by page and place."""
    found: dict[tuple[str, Span], list[Citation]] = {}
    for sentence in sentences:
        for citation in sentence.citations:
            found.setdefault((citation.page, citation.span), []).append(citation)
    return {
        where: Quote(n, citations[0], ", ".join(dict.fromkeys(label(c) for c in citations)))
        for n, (where, citations) in enumerate(found.items(), 1)
    }


def marks(item: Item, printed: date) -> tuple[str, ...]:
    """One or two words for what the page did and where the instrument stood on the day of printing."""
    brief = item.brief
    if brief.status not in STATUS or brief.state not in STATE:
        raise PrintingError(
            f"item {item.number}",
            f"no word for status {brief.status!r} with state {brief.state!r}",
            "Give it one in jingbao/formats/printed.py.",
        )
    state = STATE[brief.state]
    if state == "not yet in force":
        days = [watch.day for watch in brief.watches if watch.what == "effective"]
        if days:
            state = "in force" if days[0] <= printed else f"in force from {full_day(days[0])}"
    return (STATUS[brief.status], state) if state else (STATUS[brief.status],)


def topic(name: str, issue: Issue) -> str:
    """Printed name of a topic, its id where the issue gives none."""
    return dict(issue.topics).get(name, name)


def watch_label(watch: Watch) -> str:
    return WATCH[watch.what]


def watch_said(watch: Watch, item: Item) -> str:
    """What a date is about: the headline of its item; for a target the sentence of the item that says it."""
    if watch.what != "target":
        return item.headline
    for sentence in item.sentences:
        if watch.citation in sentence.citations:
            return sentence.text.removesuffix(".")
    cause = f"no sentence says the target of {watch.day.isoformat()}"
    raise PrintingError(f"item {item.number}", cause, "Take the date out, or say the target.")


def full_day(day: date) -> str:
    """26 August 2024"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """26 August"""
    return f"{day.day} {MONTHS[day.month - 1]}"


def period(issue: Issue) -> str:
    """July–August 2024 for whole months, 3–17 July 2024 for days."""
    start, end = issue.start, issue.end
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        first, last = MONTHS[start.month - 1], f"{MONTHS[end.month - 1]} {end.year}"
        same_month, joint = (start.year, start.month) == (end.year, end.month), "–"
    else:
        first, last = short_day(start), full_day(end)
        same_month, joint = start == end, " – "
        if (start.year, start.month) == (end.year, end.month):
            first, joint = str(start.day), "–"
    if same_month:
        return last
    if start.year != end.year:
        return f"{first} {start.year} – {last}"
    return f"{first}{joint}{last}"


def anchor(span: Span) -> str:
    """Name of a quotation in the archived copy of its page."""
    return f"q-{span.part}-{span.start}"


def copy(page: str) -> str:
    """Address of the archived copy of a page, from the folder of the issue."""
    return f"sources/{page}.html"


def place(citation: Citation) -> str:
    return f"{copy(citation.page)}#{anchor(citation.span)}"


def label(citation: Citation) -> str:
    """What the quotation proves, in words."""
    return citation.fact.replace("_", " ") or "passage"
