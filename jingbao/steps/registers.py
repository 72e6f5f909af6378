"""Registers kept with the Reading of their page, and the spellings by which their names are found."""

from functools import lru_cache

from jingbao.archive.models import NameRow, ReadingRow, RegisterRow
from jingbao.core.catalog import Catalog
from jingbao.core.read.lore import lore
from jingbao.core.registers import Names, Register, known
from jingbao.core.registers.names import brand, core, same_form
from jingbao.core.values import to_json


def keep(reading: ReadingRow, registers: tuple[Register, ...], catalog: Catalog) -> None:
    """Store the registers of a Reading; they go when it goes."""
    names = known_names(catalog)
    for number, register in enumerate(registers, 1):
        row = RegisterRow.objects.create(reading=reading, number=number, value_json=to_json(register))
        NameRow.objects.bulk_create(
            (
                NameRow(
                    register=row,
                    row=entry.number,
                    name=name,
                    spelling=same_form(name),
                    own=core(name, names),
                    brand=brand(name, names),
                )
                for entry in register.rows
                for name in entry.entities
            ),
            batch_size=500,
        )


@lru_cache(maxsize=4)
def _names(places: tuple[str, ...], brands: tuple[tuple[str, str], ...]) -> Names:
    return known(places, brands)


def known_names(catalog: Catalog) -> Names:
    """Places and brands of the catalog, ready for comparing names."""
    return _names(tuple(lore(catalog).places), tuple((b.brand, b.name) for b in catalog.brands))
