"""jingbao flags: what needs a person."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jingbao.archive.models import FlagRow
from jingbao.management.ready import prepare


class Command(BaseCommand):
    help = "List what was refused, is missing, or is in doubt, and what to do about it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--step", choices=["add", "clean", "read", "group", "draft"], help="of one step only")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        rows = FlagRow.objects.order_by("step", "code", "concerns", "cause")
        if options["step"]:
            rows = rows.filter(step=options["step"])
        for row in rows:
            flag = row.value
            self.stdout.write(
                f"{row.step} · {flag.severity} · {flag.code} · {flag.concerns}\n    {flag.cause}. {flag.todo}"
            )
        self.stdout.write(f"{rows.count()} flags.")
