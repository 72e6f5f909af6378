"""jingbao export readings --jsonl FILE: one JSON object per page, keys as in a gold file."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from jingbao import plugs
from jingbao.management import base
from jingbao.management.ready import prepare
from jingbao.steps.export import answers


class Command(base.Command):
    help = "Write what was read from every page, one JSON object a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["readings"], help="what to write")
        parser.add_argument("--jsonl", required=True, type=Path, metavar="FILE", help="file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        target: Path = options["jsonl"]
        if not target.parent.is_dir():
            raise CommandError(f"{target.parent} is no folder. Make it first, or name another file.")
        draft = target.with_name(f".{target.name}.part")
        count = 0
        with draft.open("w", encoding="utf-8") as file:
            for answer in answers(plugs.catalog(settings.BEAT)):
                file.write(json.dumps(answer, ensure_ascii=False) + "\n")
                count += 1
        draft.replace(target)
        self.stdout.write(f"{count} pages: {target}")
