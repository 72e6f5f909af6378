"""assemble: BriefRow -> IssueRow, and the files of the issue."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from jingbao import plugs
from jingbao.archive import store
from jingbao.archive.models import FlagRow, PageRow, ReadingRow
from jingbao.core.assemble import assemble
from jingbao.core.catalog import Catalog
from jingbao.core.errors import PrintingError
from jingbao.core.values import Brief, Flag, Issue, Span, to_json
from jingbao.desk.models import BriefRow, DevelopmentRow, IssueRow
from jingbao.desk.notice import notice
from jingbao.formats import source
from jingbao.steps import clean, draft, group, read
from jingbao.steps.draft import save_brief, write_brief_of
from jingbao.steps.known import as_of


def print_issue(start: date, end: date, printed: date, catalog: Catalog) -> tuple[Issue, Path]:
    """Assemble the issue of a period as of its day of printing, and write its files; return it and its folder."""
    if end < start or printed < start:
        raise PrintingError(
            f"{start}..{end}",
            f"the period ends before it begins, or is printed before it begins ({printed})",
            "Give a period like 2024-07..2024-08 and a day of printing after it.",
        )
    _nothing_waits(catalog)
    with transaction.atomic():
        briefs = tuple(_briefs(start, end, printed, catalog))
        issue = assemble(briefs, catalog, start, end, printed, notice())
        issue = replace(issue, flags=(*issue.flags, *_undrafted(start, end, printed)))
        IssueRow.objects.update_or_create(
            name=issue.number, defaults={"printed": printed, "value_json": to_json(issue)}
        )
    return issue, write_files(issue)


def _briefs(start: date, end: date, printed: date, catalog: Catalog) -> Iterator[Brief]:
    """The Brief of each development of the beat that was posted in the period, as known on the day of printing."""
    drafted = BriefRow.objects.filter(current=True).values("development")
    for row in _inside(start, end).filter(id__in=drafted).order_by("id"):
        copies = as_of(row, printed)
        if {copy.value.id for copy in copies} == {member.reading for member in row.value.members}:
            yield BriefRow.objects.get(development=row, current=True).value
        elif copies:
            brief = write_brief_of(row, catalog, copies)
            save_brief(row, brief, current=False)
            yield brief


def _inside(start: date, end: date) -> QuerySet[DevelopmentRow]:
    """Developments with a page posted in the period."""
    posted = ReadingRow.objects.filter(published__gte=start.isoformat(), published__lte=end.isoformat())
    return DevelopmentRow.objects.filter(id__in=posted.values("member__development"))


def _undrafted(start: date, end: date, printed: date) -> tuple[Flag, ...]:
    """A flag for each development of the beat that has no draft: what is left out is said."""
    drafted = BriefRow.objects.filter(current=True).values("development")
    rows = _inside(start, end).filter(rows__reading__on_beat=True).exclude(id__in=drafted).distinct()
    known = {row.value.members[0].url for row in rows if as_of(row, printed)}
    failed = FlagRow.objects.filter(step="draft", code="not-drafted", concerns__in=known)
    return tuple(row.value for row in failed.order_by("concerns"))


def _nothing_waits(catalog: Catalog) -> None:
    """An issue made while pages wait would silently be incomplete."""
    waits: dict[str, list[str] | list[int]] = {
        "to be cleaned": clean.waiting(),
        "to be read": read.waiting(catalog),
        "to be grouped": group.waiting(),
        "to be put together": group.undescribed(),
        "to be drafted": draft.waiting(catalog),
    }
    told = ", ".join(f"{len(found)} {what}" for what, found in waits.items() if found)
    if told:
        raise PrintingError("the archive", f"not all of it has been worked on: {told}", "Run `jingbao work` first.")
    if not PageRow.objects.exists():
        raise PrintingError("the archive", "it holds no page", "Take pages in with `jingbao add PATH`.")


def write_files(issue: Issue) -> Path:
    """Write every format, and a readable copy of every page cited, into out/<issue>/: whole or not at all."""
    out = Path(settings.HOME) / "out"
    part = out / f".part-{issue.number}"
    shutil.rmtree(part, ignore_errors=True)  # left by a run that was killed
    (part / "sources").mkdir(parents=True)
    for module in plugs.modules("jingbao.formats").values():
        if hasattr(module, "SUFFIX"):  # the others are parts of formats
            (part / f"issue{module.SUFFIX}").write_bytes(module.render(issue))
    for page_id, spans in sorted(_quoted(issue).items()):
        row = PageRow.objects.get(id=page_id)
        document = row.documents.get(current=True).value
        copy = source.render(row.value, document, spans, issue.notice)
        (part / "sources" / f"{page_id}.html").write_bytes(copy)
        (part / "sources" / f"{page_id}.bin").write_bytes(store.fetch(row.sha256))
    _put_in_place(part, out / issue.number)
    return out / issue.number


def _quoted(issue: Issue) -> dict[str, tuple[Span, ...]]:
    """Spans quoted of each page that the issue cites."""
    spans: dict[str, set[Span]] = defaultdict(set)
    for item in issue.items:
        spans[item.brief.page]  # the cited page is archived even where nothing of it is quoted
        for sentence in (item.brief.headline, *item.sentences):
            for citation in sentence.citations:
                spans[citation.page].add(citation.span)
    for _, watch in issue.watches:
        spans[watch.citation.page].add(watch.citation.span)
    return {page: tuple(sorted(found, key=lambda s: (s.part, s.start, s.end))) for page, found in spans.items()}


def _put_in_place(draft: Path, final: Path) -> None:
    """Move the new folder to its name; the old one stays until the new one is complete."""
    old = final.with_name(f".old-{final.name}")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        os.replace(final, old)
    os.replace(draft, final)
    shutil.rmtree(old, ignore_errors=True)
