"""group: ReadingRow -> MemberRow, DevelopmentRow and LinkRow.

One more page costs look-ups by index key, each within the days the key reaches, however large the archive is.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction
from django.db.models import Count, F, Q

from jingbao.archive.models import FlagRow, ReadingRow
from jingbao.core.catalog import Catalog
from jingbao.core.group import (
    VERSION,
    Ask,
    Join,
    Profile,
    Start,
    chain_keys,
    decide,
    develop,
    keys,
    profile,
    reach,
    repeats,
)
from jingbao.core.group.decide import Candidate
from jingbao.core.values import Flag, digest, to_json
from jingbao.desk.models import DevelopmentRow, KeyRow, MemberRow
from jingbao.steps.known import known_days
from jingbao.steps.link import link
from jingbao.steps.progress import Progress, batches, silent
from jingbao.steps.read import present

ASK = "Open both pages with `jingbao explain` and decide whether they are about one development."


@dataclass(frozen=True)
class Grouped:
    """readings: placed; developments: that there are now."""

    readings: int
    developments: int


def waiting() -> list[str]:
    """Ids of the readings that have no place yet, by posting day, then id."""
    current = ReadingRow.objects.filter(document__in=present(), member=None)
    return list(current.order_by("published", "id").values_list("id", flat=True))


def undescribed() -> list[int]:
    """Numbers of the developments that changed and were not put together since."""
    return list(DevelopmentRow.objects.filter(developed="").order_by("id").values_list("id", flat=True))


def group(catalog: Catalog, limit: int | None = None, progress: Progress = silent) -> Grouped:
    """Place every reading that has no place yet, then describe the developments that changed.

    Membership is the closure of a symmetric test, so it does not depend on the order; the order is fixed all the
    same (posting day, then id), so that a run that was killed ends like one that was not.
    """
    with transaction.atomic():
        _dissolve_the_changed()
    todo = waiting()
    for batch in batches(todo := todo[:limit]):
        with transaction.atomic():
            for row in ReadingRow.objects.filter(id__in=batch).order_by("published", "id"):
                _place(row)
        progress(len(batch), len(todo))
    for numbers in batches(undescribed()):
        with transaction.atomic():
            for number in numbers:
                _develop(number, catalog)
    return Grouped(len(todo), DevelopmentRow.objects.count())


def _dissolve_the_changed() -> None:
    """A development that lost a reading (a page was read again, or replaced), or that other rules put together, is
    put together anew: the lost page may have been what joined the others."""
    stale = MemberRow.objects.exclude(reading__document__in=present()).values("development")
    changed = DevelopmentRow.objects.annotate(there=Count("rows")).exclude(there=F("size"))
    lost = list(changed.values_list("id", flat=True))
    DevelopmentRow.objects.filter(Q(id__in=stale) | Q(id__in=lost) | ~Q(made_with=VERSION)).delete()


def _place(row: ReadingRow) -> None:
    reading, document = row.value, row.document.value
    traits = profile(reading, document)
    found, day = keys(traits), traits.day.toordinal() if traits.day else None
    match decide(traits, candidates(found, day)):
        case Start(because=because):
            home = DevelopmentRow.objects.create(made_with=VERSION)
        case Join(developments=numbers, because=because):
            home = _merge(numbers)
        case Ask(because=because):
            home = DevelopmentRow.objects.create(made_with=VERSION)
            FlagRow.save_once("group", Flag("same-development", reading.url, because, ASK), row.page_id)
    member = MemberRow.objects.create(reading=row, development=home, because=because, profile_json=to_json(traits))
    KeyRow.objects.bulk_create(KeyRow(member=member, key=key, day=day) for key in (*found, *chain_keys(traits)))
    DevelopmentRow.objects.filter(id=home.pk).update(size=home.rows.count(), developed="")


def candidates(found: tuple[str, ...], day: int | None) -> tuple[Candidate, ...]:
    """All members of every development that shares an index key within its reach, by development number."""
    numbers = set(KeyRow.objects.filter(sharing(found, day)).values_list("member__development", flat=True))
    by_number: dict[int, list[Profile]] = defaultdict(list)
    for member in MemberRow.objects.filter(development__in=numbers).order_by("development", "pk"):
        by_number[member.development_id].append(member.profile)
    return tuple((number, tuple(members)) for number, members in by_number.items())


def sharing(found: tuple[str, ...], day: int | None) -> Q:
    """Rows of these index keys, of pages posted within the days each reaches; a page without a day is in reach."""
    wanted = Q()
    for days, group_of in groupby(sorted(found, key=lambda key: reach(key) or 0), key=reach):
        shared = Q(key__in=list(group_of))
        if days is not None and day is not None:
            shared &= Q(day=None) | Q(day__range=(day - days, day + days))
        wanted |= shared
    return wanted


def _merge(numbers: tuple[int, ...]) -> DevelopmentRow:
    """The development that stays: the lowest number; the members of the others come over."""
    home = DevelopmentRow.objects.get(id=min(numbers))
    others = [number for number in numbers if number != home.pk]
    MemberRow.objects.filter(development__in=others).update(development=home)
    DevelopmentRow.objects.filter(id__in=others).delete()
    return home


def _develop(number: int, catalog: Catalog) -> None:
    rows = list(MemberRow.objects.filter(development=number).select_related("reading__page"))
    readings = tuple(row.reading.value for row in rows)
    value = develop(
        number,
        readings,
        {row.reading.value.id: row.because for row in rows},
        known_days(row.reading for row in rows),
        catalog,
        repeats(tuple(row.profile for row in rows)),
    )
    DevelopmentRow.objects.filter(id=number).update(
        developed=digest(*sorted(row.reading_id for row in rows)), value_json=to_json(value)
    )
    FlagRow.objects.filter(step="group", concerns=value.members[0].url).exclude(code="same-development").delete()
    for flag in value.flags:
        FlagRow.save_once("group", flag)
    link(number)
