"""Which copies of which pages were known on a day."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from jingbao.archive.models import PageRow, ReadingRow
from jingbao.core.group import known_on
from jingbao.desk.models import DevelopmentRow

CHINA = ZoneInfo("Asia/Shanghai")


def known_days(rows: Iterable[ReadingRow]) -> dict[str, date]:
    """By Reading.id, the day from which it could be known."""
    return {row.value.id: _known(row) for row in rows}


def as_of(development: DevelopmentRow, day: date) -> list[ReadingRow]:
    """The readings of a development that were known by a day; of an edited page, the copy of that day."""
    rows = ReadingRow.objects.filter(member__development=development).select_related("page", "document")
    copies = (_copy_of(row, day) for row in rows)
    return [row for row in copies if row is not None]


def _copy_of(row: ReadingRow, day: date) -> ReadingRow | None:
    if _known(row) <= day:
        return row
    older = ReadingRow.objects.filter(page__address=row.page.address, page__seen__lt=row.page.seen)
    for copy in older.select_related("page", "document").order_by("-page__seen", "page_id"):
        if _known(copy) <= day:
            return copy
    return None


def _known(row: ReadingRow) -> date:
    before = PageRow.objects.filter(address=row.page.address, seen__lt=row.page.seen, state="clean")
    return known_on(row.value, row.page.value.seen.astimezone(CHINA).date(), first=not before.exists())
