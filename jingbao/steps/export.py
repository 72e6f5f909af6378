"""export: what was read, for other programs."""

from collections.abc import Iterator
from typing import Any

from jingbao.archive.models import ReadingRow
from jingbao.core.catalog import Catalog
from jingbao.core.export import answer
from jingbao.core.values import Brief
from jingbao.desk.models import BriefRow
from jingbao.steps.read import present


def answers(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One object for each page that was read, in the order of their addresses."""
    briefs: dict[int, Brief] = {row.development_id: row.value for row in BriefRow.objects.filter(current=True)}
    rows = ReadingRow.objects.filter(document__in=present()).select_related("document", "page", "member")
    for row in rows.order_by("page__address", "id"):
        number = row.member.development_id if hasattr(row, "member") else None
        group = "" if number is None else f"development-{number}"
        yield answer(row.value, row.document.value, group, briefs.get(number) if number else None, catalog)
