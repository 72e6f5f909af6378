"""jingbao lookup NAME: the rows of archived registers that name a party, in any form of its name."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from jingbao import plugs
from jingbao.management import base
from jingbao.management.ready import prepare, shown
from jingbao.steps.lookup import lookup

HOW = {"same": "the same name", "form": "another form", "brand": "same brand", "part": "contains it"}


class Command(base.Command):
    help = "Find a name in the archived registers: full, short, English, former and group forms."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", metavar="NAME", help="e.g. 百度, Baidu, 北京百度网讯科技有限公司")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        rows = lookup(options["name"], plugs.catalog(settings.BEAT))
        for found in rows:
            at = found.kept
            home = f"development {at.development}" if at.development else "in no development"
            self._say(f"{found.name}  ({HOW[found.how]})")
            self._say(f"    {at.published or 'no day'} · {home} · register {at.id}, row {found.row.number}")
            self._say(f"    {at.register.title or at.title}: {' | '.join(found.row.cells)}")
            self._say(f"    {at.register.part} · {at.url}")
        self.stdout.write(f"{len(rows)} rows." if rows else "No archived register names it.")

    def _say(self, line: str) -> None:
        self.stdout.write(shown(line.replace("\n", "⏎").replace("\t", " ")))
