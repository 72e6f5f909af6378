"""jingbao work [STEP]: clean, read, group, draft."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.management import base
from jingbao.management.ready import prepare
from jingbao.management.work import STEPS, work


class Command(base.Command):
    help = "Do what waits: clean pages, read documents, group readings, draft developments."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("step", nargs="?", choices=list(STEPS), help="one step only; default: all, in order")
        parser.add_argument("--limit", type=base.count, help="at most so many things in each step")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        for line in work(options["step"], options["limit"]):
            self.stdout.write(line)
