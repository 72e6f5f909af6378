"""jingbao registers [DEVELOPMENT]: the registers in the archive, with the number by which `compare` names them."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.management import base
from jingbao.management.ready import prepare, shown
from jingbao.steps.lookup import kept


class Command(base.Command):
    help = "List the registers (published lists of names) in the archive: rows and distinct names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "of",
            nargs="?",
            default="",
            metavar="DEVELOPMENT",
            help="number of a development, or address or id of a page; default: all",
        )
        parser.add_argument("--rows", action="store_true", help="each row too, its cells parted by |")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        count = 0
        for found in kept(options["of"]):
            count += 1
            register = found.register
            home = f"development {found.development}" if found.development else "in no development"
            sizes = f"{len(register.rows)} rows, {len(register.entities)} names"
            self._say(f"{found.id}  {found.published or 'no day'}  {sizes}  {register.title or found.title}")
            self._say(f"    {home} · {register.part} · {found.url}")
            if options["rows"]:
                self._say("    " + " | ".join(register.header))
                for row in register.rows:
                    self._say("    " + " | ".join(row.cells))
        self.stdout.write(f"{count} registers.")

    def _say(self, line: str) -> None:
        self.stdout.write(shown(line.replace("\n", "⏎").replace("\t", " ")))
