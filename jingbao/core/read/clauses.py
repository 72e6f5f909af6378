"""What the clauses of a text lay down: relations to other instruments, fines, purposes, duties."""

from __future__ import annotations

from jingbao.core.read import duties, penalties, purposes, relations
from jingbao.core.read.sheet import Sheet


def read(sheet: Sheet) -> None:
    """Note them; the duties last, since a long text has many and a sheet holds only so many facts."""
    purposes.read(sheet)
    relations.read(sheet)
    penalties.read(sheet)
    duties.read(sheet)
