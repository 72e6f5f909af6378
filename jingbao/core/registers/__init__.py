"""registers: tables of a Document -> typed rows; whom they name; one register against another."""

from jingbao.core.registers.compare import Change, Comparison, compare
from jingbao.core.registers.lists import lists
from jingbao.core.registers.names import Names, known, match
from jingbao.core.registers.register import Entry, Register, registers, rows_of_longest_table

__all__ = [
    "Change",
    "Comparison",
    "Entry",
    "Names",
    "Register",
    "compare",
    "known",
    "lists",
    "match",
    "registers",
    "rows_of_longest_table",
]
