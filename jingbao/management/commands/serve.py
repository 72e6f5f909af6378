"""jingbao serve: issues and archived copies on a local page."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.management import base
from jingbao.management.ready import prepare
from jingbao.management.web import serve


class Command(base.Command):
    help = "Serve the issues and their archived copies on this machine; stop with Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=base.port, default=8450, help="default 8450")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        serve(options["port"])
