"""jingbao flags: what needs a person."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.archive.models import FlagRow
from jingbao.management import base
from jingbao.management.ready import prepare, shown


class Command(base.Command):
    help = "List what was refused, is missing, or is in doubt, and what to do about it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--step", choices=["add", "clean", "convert", "read", "group", "draft"], help="of one step only"
        )
        parser.add_argument("--all", action="store_true", help="notes too, such as pages that do not concern the beat")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        rows = FlagRow.objects.order_by("step", "code", "concerns", "cause")
        if options["step"]:
            rows = rows.filter(step=options["step"])
        if not options["all"]:
            rows = rows.exclude(severity="note")
        for row in rows:
            flag = row.value
            self.stdout.write(shown(f"{row.step} · {flag.severity} · {flag.code} · {flag.concerns}"))
            self.stdout.write("    " + shown(f"{flag.cause}. {flag.todo}"))
        notes = FlagRow.objects.filter(severity="note").count()
        self.stdout.write(f"{rows.count()} flags" + ("." if options["all"] else f"; {notes} notes besides (--all)."))
