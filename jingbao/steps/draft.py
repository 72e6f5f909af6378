"""draft: DevelopmentRow -> BriefRow (check runs inside)."""

from django.db import DatabaseError, transaction

from jingbao.archive.models import FlagRow, ReadingRow
from jingbao.core import draft as drafting
from jingbao.core.catalog import Catalog
from jingbao.core.errors import JingbaoError
from jingbao.core.group import develop, profile, repeats
from jingbao.core.values import Brief, Development, Flag, digest, to_json
from jingbao.desk.models import BriefRow, DevelopmentRow
from jingbao.steps.known import known_days
from jingbao.steps.progress import Progress, batches, silent
from jingbao.writers import rules


def waiting(catalog: Catalog) -> list[int]:
    """Numbers of the developments of the beat that have no draft of their present readings."""
    ready = DevelopmentRow.objects.exclude(developed="").filter(rows__reading__on_beat=True).distinct().order_by("id")
    made_with = _made_with(catalog)
    return [row.pk for row in ready if row.drafted != digest(row.developed, made_with)]


def _made_with(catalog: Catalog) -> str:
    return digest(drafting.VERSION, rules.NAME, catalog.fingerprint)


def draft(catalog: Catalog, limit: int | None = None, progress: Progress = silent) -> int:
    """Draft every development of the beat whose draft is not of its present readings; return how many."""
    made_with = _made_with(catalog)
    todo = waiting(catalog)
    for batch in batches(todo := todo[:limit]):
        with transaction.atomic():
            for row in DevelopmentRow.objects.filter(id__in=batch).order_by("id"):
                _draft_development(row, catalog, digest(row.developed, made_with))
        progress(len(batch), len(todo))
    return len(todo)


def _draft_development(row: DevelopmentRow, catalog: Catalog, basis: str) -> None:
    """The boundary of one development: a failing draft leaves a Flag, and the next one is drafted."""
    concerns = row.value.members[0].url
    FlagRow.objects.filter(step="draft", concerns=concerns).delete()
    BriefRow.objects.filter(development=row).update(current=False)
    try:
        brief = write_brief(row, catalog)
    except JingbaoError as error:
        _flag_failure(concerns, f"{error.cause} ({error.todo})")
    except DatabaseError:
        raise  # no fault of the development: nothing is noted, and the run can be taken up again
    except Exception as error:  # noqa: BLE001 - one page nobody thought of must not stop the others
        _flag_failure(concerns, f"{type(error).__name__}: {error}")
    else:
        save_brief(row, brief, current=True)
        for flag in brief.flags:
            FlagRow.save_once("draft", flag)
    DevelopmentRow.objects.filter(id=row.pk).update(drafted=basis)


def write_brief(row: DevelopmentRow, catalog: Catalog) -> Brief:
    """A Brief from all that is known of a development."""
    rows = {r.value.id: r for r in ReadingRow.objects.filter(member__development=row).select_related("document")}
    return _write(row.value, [rows[member.reading] for member in row.value.members], catalog)


def write_brief_of(row: DevelopmentRow, catalog: Catalog, copies: list[ReadingRow]) -> Brief:
    """A Brief from some copies alone: the development is put together from them, so that nothing else leaks in."""
    rows = {copy.value.id: copy for copy in copies}
    because = {member.url: member.because for member in row.value.members}
    development = develop(
        row.pk,
        tuple(r.value for r in rows.values()),
        {name: because[r.value.url] for name, r in rows.items()},
        known_days(rows.values()),
        catalog,
        repeats(tuple(profile(copy.value, copy.document.value) for copy in copies)),
    )
    return _write(development, [rows[member.reading] for member in development.members], catalog)


def _write(development: Development, rows: list[ReadingRow], catalog: Catalog) -> Brief:
    return drafting.draft(
        development,
        tuple(row.value for row in rows),
        tuple(row.document.value for row in rows),
        catalog,
        rules.write,
    )


def save_brief(row: DevelopmentRow, brief: Brief, *, current: bool) -> None:
    """Keep a version. One for an earlier day never takes the place of the current one."""
    saved, _ = BriefRow.objects.get_or_create(
        development=row,
        brief=brief.id,
        defaults={"published": brief.published, "value_json": to_json(brief), "current": current},
    )
    if current and not saved.current:
        BriefRow.objects.filter(pk=saved.pk).update(current=True)


def _flag_failure(concerns: str, cause: str) -> None:
    todo = "The development is left out of issues until the page is read or drafted differently; report it."
    FlagRow.save_once("draft", Flag("not-drafted", concerns, cause[:500], todo, "blocking"))
