"""Briefs -> Issue: sections, order, numbering, first mentions, highlights, dates to watch, legal blocks.

The Issue depends on the Briefs, the beat and the days given, never on the order in which the Briefs come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from jingbao.core.assemble.mentions import Mentions
from jingbao.core.assemble.themes import highlights, introduction, topic_names
from jingbao.core.catalog.entries import Beat, Catalog
from jingbao.core.errors import PrintingError
from jingbao.core.figures import print_day
from jingbao.core.values import Brief, Flag, Highlight, Issue, Item, LegalBlock, Section, Sentence, Watch

LEGAL = ("disclaimer", "practice", "translation", "copyright", "privacy", "ai")
DEADLINES = ("comment_deadline", "submission_deadline")  # open through their last day


def assemble(
    briefs: Iterable[Brief],
    catalog: Catalog,
    start: date,
    end: date,
    printed: date,
    notice: str = "",
    *,
    coverage: bool = False,
) -> Issue:
    """The Issue of [start, end] as of its day of printing.

    notice: a line every page and file must carry, or ''; coverage: whether to say to which day sources were consulted.
    Raises PrintingError where a legal block is missing or no Brief may be printed.
    """
    beat, number, legal = catalog.beat, issue_number(start, end), _legal(catalog.beat)
    chosen, flags = _choose(brief for brief in briefs if start <= brief.published <= min(end, printed))
    unspelt = _sections(chosen, beat, printed)
    if not unspelt:
        raise PrintingError(number, "no item may be printed in this period", "Look at the flags of its drafts.")
    told, sections = _spell(unspelt, catalog)
    items = tuple(item for section in sections for item in section.items)
    return Issue(
        edition=beat.edition,
        number=number,
        beat=beat.subject,
        start=start,
        end=end,
        printed=printed,
        notice=notice,
        introduction=introduction(items, catalog, start, min(end, printed), printed if coverage else None),
        highlights=told,
        sections=sections,
        watches=_watches(items, printed),
        legal=legal,
        contact=beat.contact,
        colophon=_colophon(beat, items, printed),
        topics=topic_names(items, catalog),
        flags=flags,
    )


def issue_number(start: date, end: date) -> str:
    """'2024-07..2024-08' for whole months, '2024-07' for one, else the two days."""
    months = [f"{day:%Y-%m}" for day in (start, end)]
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return f"{start.isoformat()}..{end.isoformat()}"
    return months[0] if months[0] == months[1] else "..".join(months)


def _legal(beat: Beat) -> tuple[LegalBlock, ...]:
    """The beat's legal blocks in their printed order; refuses to go without any of them."""
    blocks = {block.name: block for block in beat.legal if block.text.strip() and block.version}
    missing = [name for name in LEGAL if name not in blocks]
    if missing:
        raise PrintingError(beat.name, f"legal blocks missing: {', '.join(missing)}", "Write them in the beat's file.")
    return tuple(blocks[name] for name in LEGAL)


def _choose(briefs: Iterable[Brief]) -> tuple[list[Brief], tuple[Flag, ...]]:
    """Briefs that may be printed, and why the others may not."""
    chosen: list[Brief] = []
    flags: list[Flag] = []
    for brief in {brief.id: brief for brief in sorted(briefs, key=_content, reverse=True)}.values():
        blocking = sorted({flag.code for flag in brief.flags if flag.severity == "blocking"})
        if blocking:
            cause = f"left out: {', '.join(blocking)} ({brief.headline.text})"
            flags.append(Flag("left-out", brief.url, cause, "Correct the draft, then print again.", "blocking"))
        else:
            chosen.append(brief)
    return chosen, tuple(sorted(flags, key=lambda flag: (flag.concerns, flag.cause)))


def _content(brief: Brief) -> tuple[object, ...]:
    """Order inside a section: newest first, then by what is said; nothing depends on numbers of the database."""
    return (-brief.published.toordinal(), brief.headline.text, brief.title, brief.url, brief.id)


def _sections(briefs: Sequence[Brief], beat: Beat, printed: date) -> tuple[Section, ...]:
    """Items numbered through, in the tense of the day; bodies and terms still by their short forms."""
    sections: list[Section] = []
    number = 0
    for name, title in beat.sections:
        items: list[Item] = []
        for brief in sorted((b for b in briefs if b.category == name), key=_content):
            number += 1
            sentences = tuple(Sentence(s.on(printed), s.citations, s.kind, s.author) for s in brief.sentences)
            items.append(Item(number, brief, brief.headline.on(printed), sentences))
        if items:
            sections.append(Section(name, title, tuple(items)))
    return tuple(sections)


def _spell(sections: Sequence[Section], catalog: Catalog) -> tuple[tuple[Highlight, ...], tuple[Section, ...]]:
    """Highlights and sections with bodies and terms in full where the issue first mentions them.

    The highlights come first; headlines keep the short forms.
    """
    mentions = Mentions()

    def spell(item: Item) -> Item:
        known = item.brief.mentions
        return replace(item, sentences=tuple(replace(s, text=mentions.spell(s.text, known)) for s in item.sentences))

    told = highlights(tuple(item for section in sections for item in section.items), catalog, mentions)
    return told, tuple(replace(section, items=tuple(map(spell, section.items))) for section in sections)


def _watches(items: Iterable[Item], printed: date) -> tuple[tuple[int, Watch], ...]:
    """Dates still ahead on the day of printing, soonest first. A deadline is ahead on its last day.

    A target is watched only where its item says what it is.
    """

    def ahead() -> Iterator[tuple[int, Watch]]:
        for item in items:
            said = {citation for sentence in item.sentences for citation in sentence.citations}
            for watch in item.brief.watches:
                if watch.what == "target" and watch.citation not in said:
                    continue
                if watch.day > printed or (watch.day == printed and watch.what in DEADLINES):
                    yield item.number, watch

    return tuple(sorted(set(ahead()), key=_ahead_first))


def _ahead_first(found: tuple[int, Watch]) -> tuple[object, ...]:
    number, watch = found
    span = watch.citation.span
    return (watch.day, number, watch.what, span.part, span.start, span.end)


def _colophon(beat: Beat, items: Sequence[Item], printed: date) -> str:
    writers = ", ".join(sorted({item.brief.writer for item in items}))
    return (
        f"{beat.editors}. Printed on {print_day(printed)}. Headlines and summaries are machine drafts "
        f"(writer: {writers}) that no person has reviewed."
    )
