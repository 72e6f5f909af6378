"""add: arrivals -> PageRow, and their bytes under their SHA-256."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from jingbao.archive import store
from jingbao.archive.models import FlagRow, PageRow, ReferenceRow
from jingbao.core.address import address_key
from jingbao.core.values import Flag
from jingbao.intake.arrival import Arrival, Received
from jingbao.steps.progress import Progress, batches, silent


@dataclass(frozen=True)
class Added:
    """new: pages not seen before; known: pages the archive held already; flags: what could not be taken in."""

    new: int
    known: int
    flags: tuple[Flag, ...]


def add(arrivals: Iterable[Arrival], progress: Progress = silent) -> Added:
    """Take in what arrives, batch by batch. Adding twice changes nothing."""
    new = known = 0
    flags: list[Flag] = []
    for batch in batches(arrivals, _weight):
        for arrival in batch:
            if isinstance(arrival, Received):
                store.keep(arrival.content, arrival.page.sha256)  # bytes first: a row without bytes must not exist
        with transaction.atomic():
            for arrival in batch:
                if isinstance(arrival, Flag):
                    flags.append(arrival)
                    FlagRow.save_once("add", arrival)
                elif _save(arrival):
                    new += 1
                else:
                    known += 1
        progress(len(batch), None)
    return Added(new, known, tuple(flags))


def _weight(arrival: Arrival) -> int:
    return arrival.page.size if isinstance(arrival, Received) else 0


def _save(arrival: Received) -> bool:
    """Store the row unless it is there; pages that were waiting for this address are cleaned again."""
    if PageRow.objects.filter(id=arrival.page.id).exists():
        return False
    row = PageRow.of(arrival.page)
    if other := PageRow.objects.filter(address=row.address).order_by("-seen", "id").first():
        cause = f"its content is not that of the copy seen on {other.seen:%Y-%m-%d}"
        todo = "Compare both copies (`jingbao explain ID`); an issue printed before the change keeps to the first."
        FlagRow.save_once("add", Flag("page-changed", arrival.page.url, cause, todo), None)
    row.save(force_insert=True)
    waiting = ReferenceRow.objects.filter(address=address_key(arrival.page.url)).values("page")
    PageRow.objects.filter(id__in=waiting).update(state="new")
    return True
