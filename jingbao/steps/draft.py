"""draft: DevelopmentRow -> BriefRow (check runs inside)."""

from datetime import date

from django.db import transaction

from jingbao.archive.models import FlagRow
from jingbao.core import draft as drafting
from jingbao.core.catalog import Catalog
from jingbao.core.errors import JingbaoError
from jingbao.core.group import develop
from jingbao.core.values import Brief, Flag, digest, to_json
from jingbao.desk.models import BriefRow, DevelopmentRow, MemberRow
from jingbao.steps.progress import Progress, batches, silent
from jingbao.writers import rules


def draft(catalog: Catalog, limit: int | None = None, progress: Progress = silent) -> int:
    """Draft every development of the beat whose draft is not of its present readings; return how many."""
    made_with = digest(drafting.VERSION, rules.NAME, catalog.fingerprint)
    waiting = [
        row.pk
        for row in DevelopmentRow.objects.exclude(developed="")
        .filter(rows__reading__on_beat=True)
        .distinct()
        .order_by("id")
        if row.drafted != digest(row.developed, made_with)
    ]
    for batch in batches(waiting := waiting[:limit]):
        with transaction.atomic():
            for row in DevelopmentRow.objects.filter(id__in=batch).order_by("id"):
                _draft_development(row, catalog, digest(row.developed, made_with))
        progress(len(batch), len(waiting))
    return len(waiting)


def _draft_development(row: DevelopmentRow, catalog: Catalog, basis: str) -> None:
    """The boundary of one development: a failing draft leaves a Flag, and the next one is drafted."""
    concerns = row.value.members[0].url
    FlagRow.objects.filter(step="draft", concerns=concerns).delete()
    BriefRow.objects.filter(development=row).update(current=False)
    try:
        brief = write_brief(row, catalog, None)
    except JingbaoError as error:
        _flag_failure(concerns, f"{error.cause} ({error.todo})")
    except Exception as error:  # noqa: BLE001 - one page nobody thought of must not stop the others
        _flag_failure(concerns, f"{type(error).__name__}: {error}")
    else:
        save_brief(row, brief, current=True)
        for flag in brief.flags:
            FlagRow.save_once("draft", flag)
    DevelopmentRow.objects.filter(id=row.pk).update(drafted=basis)


def write_brief(row: DevelopmentRow, catalog: Catalog, known_by: date | None) -> Brief:
    """A Brief from what was known on a day (None: from everything).

    The development is put together again from those pages alone, so that nothing learnt later leaks into it.
    """
    rows = {
        member.reading.value.id: member
        for member in MemberRow.objects.filter(development=row).select_related("reading__page", "reading__document")
    }
    development = row.value
    kept = [m for m in development.members if known_by is None or m.known <= known_by]
    if len(kept) < len(development.members):
        development = develop(
            row.pk,
            tuple(rows[m.reading].reading.value for m in kept),
            {m.reading: m.because for m in kept},
            {m.reading: rows[m.reading].reading.page.value.seen.date() for m in kept},
            catalog,
        )
    members = [rows[m.reading].reading for m in development.members]
    return drafting.draft(
        development,
        tuple(member.value for member in members),
        tuple(member.document.value for member in members),
        catalog,
        rules.write,
    )


def save_brief(row: DevelopmentRow, brief: Brief, *, current: bool) -> None:
    BriefRow.objects.update_or_create(
        development=row,
        brief=brief.id,
        defaults={"published": brief.published, "value_json": to_json(brief), "current": current},
    )


def _flag_failure(concerns: str, cause: str) -> None:
    todo = "The development is left out of issues until the page is read or drafted differently; report it."
    FlagRow.save_once("draft", Flag("not-drafted", concerns, cause[:500], todo, "blocking"))
