"""lookup: which registers there are, which row names whom, one register against another."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from jingbao.archive.models import NameRow, RegisterRow
from jingbao.core.address import address_key
from jingbao.core.catalog import Catalog
from jingbao.core.errors import Unreadable
from jingbao.core.registers import Comparison, Entry, Register, compare, match
from jingbao.core.registers.names import Match, brand, core, same_form, starts
from jingbao.steps.read import present
from jingbao.steps.registers import known_names

_MOST_FOUND = 2_000
_ORDER: tuple[Match, ...] = ("same", "form", "brand", "part")


@dataclass(frozen=True)
class Kept:
    """A register in the archive. id: how commands name it; development: number, None while it is in none."""

    id: int
    register: Register
    url: str
    title: str
    published: str
    development: int | None


@dataclass(frozen=True)
class Found:
    """A row that names what was looked for, and how the name fits."""

    kept: Kept
    row: Entry
    name: str
    how: Match


def kept(wanted: str = "") -> Iterator[Kept]:
    """Registers by posting day and address: all, those of a development (its number), or of a page (address or id)."""
    rows = _rows()
    if wanted.isdecimal():
        rows = rows.filter(reading__member__development=int(wanted))
    elif wanted:
        rows = rows.filter(Q(reading__page__address=address_key(wanted)) | Q(reading__page=wanted))
    yield from map(_kept, rows)


def kept_as(id: int) -> Kept:
    """The register with that id."""
    row = _rows().filter(pk=id).first()
    if row is None:
        raise Unreadable(f"register {id}", "no register has this number", "List them with `jingbao registers`.")
    return _kept(row)


def compared(earlier: int, later: int) -> tuple[Kept, Kept, Comparison]:
    """Two registers by their ids, and what the later one adds, leaves out and changes."""
    one, other = kept_as(earlier), kept_as(later)
    return one, other, compare(one.register, other.register)


def lookup(wanted: str, catalog: Catalog) -> list[Found]:
    """Rows that name a party in any form: the same name first, then other forms, its brand, names that contain it."""
    names = known_names(catalog)
    spelling, of = same_form(wanted), brand(wanted, names)
    if not spelling:
        raise Unreadable(wanted, "there is no name to look for", "Write at least one character of it.")
    near = Q(spelling__contains=spelling) | Q(own=core(wanted, names))
    if of:
        near |= Q(brand=of)
    for start in starts(wanted, names):
        near |= Q(own__startswith=start)
    rows = NameRow.objects.filter(near, register__in=_rows()).order_by("register_id", "row", "id")[:_MOST_FOUND]
    registers = {row.pk: _kept(row) for row in _rows().filter(pk__in={name.register_id for name in rows})}
    found = [
        Found(at, at.register.rows[name.row - 1], name.name, how)
        for name in rows
        if (how := match(wanted, name.name, names)) and (at := registers[name.register_id])
    ]
    return sorted(found, key=lambda f: (_ORDER.index(f.how), f.kept.published, f.kept.url, f.kept.id, f.row.number))


def _rows() -> QuerySet[RegisterRow]:
    """Registers of the newest copy of each page, by posting day, address and place."""
    rows = RegisterRow.objects.filter(reading__document__in=present())
    rows = rows.select_related("reading__page", "reading__member")
    return rows.order_by("reading__published", "reading__page__address", "reading_id", "number")


def _kept(row: RegisterRow) -> Kept:
    reading = row.reading
    number = reading.member.development_id if hasattr(reading, "member") else None
    value = reading.value
    return Kept(row.pk, row.value, reading.page.value.url, value.text("title"), reading.published, number)
