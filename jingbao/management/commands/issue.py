"""jingbao issue 2024-07..2024-08 --printed 2024-09-05: assemble an issue and write its files."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from jingbao import plugs
from jingbao.management import base
from jingbao.management.ready import day, period, prepare, tell_flag
from jingbao.steps.issue import print_issue


class Command(base.Command):
    help = "Assemble the issue of a period as of its day of printing; write it under JINGBAO_HOME/out."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("period", help="2024-07..2024-08, 2024-07, or DAY..DAY")
        parser.add_argument(
            "--printed", required=True, help="day of printing, e.g. 2024-09-05; nothing later is printed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        start, end = period(options["period"])
        printed = day(options["printed"])
        prepare()
        issue, folder = print_issue(start, end, printed, plugs.catalog(settings.BEAT))
        for flag in issue.flags:
            tell_flag(flag)
        items = "1 item" if len(issue.items) == 1 else f"{len(issue.items)} items"
        self.stdout.write(f"{items}, printed {printed}: {folder}")
        for path in sorted(folder.iterdir()):
            if path.is_file():
                self.stdout.write(f"  {path.name}  {path.stat().st_size:,} bytes")
