"""jingbao compare EARLIER LATER: what a later register adds, leaves out and changes."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.core.registers import Entry
from jingbao.management import base
from jingbao.management.ready import prepare, shown
from jingbao.steps.lookup import compared


class Command(base.Command):
    help = "Compare a later register with an earlier complete one: rows added, removed, changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("earlier", type=base.count, metavar="EARLIER", help="number, from `jingbao registers`")
        parser.add_argument("later", type=base.count, metavar="LATER", help="number of the later one")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        one, other, found = compared(options["earlier"], options["later"])
        self._say(f"earlier: {one.published or 'no day'} {one.register.title or one.title} ({one.url})")
        self._say(f"later:   {other.published or 'no day'} {other.register.title or other.title} ({other.url})")
        for row in found.added:
            self._say(f"+ {_row(row)}")
        for row in found.removed:
            self._say(f"- {_row(row)}")
        for change in found.changed:
            self._say(f"~ {_row(change.before)}")
            self._say(f"  {_row(change.after)}  ({', '.join(change.columns)})")
        counts = f"{len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} changed"
        self._say(f"{counts}, {found.same} the same (by {', '.join(found.columns)}).")

    def _say(self, line: str) -> None:
        self.stdout.write(shown(line.replace("\n", "⏎").replace("\t", " ")))


def _row(row: Entry) -> str:
    return f"{row.number}: {' | '.join(row.cells)}"
