"""jingbao add PATH...: take in saved pages, archives, mail and indexes."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from jingbao.intake import arrivals
from jingbao.management import base
from jingbao.management.ready import moment, now, prepare, progress, tell_flag
from jingbao.steps.add import add


class Command(base.Command):
    help = "Take in saved pages: folders, single files, MHTML, e-mail, WARC and WET archives, pages*.tsv indexes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
        parser.add_argument("--url", help="official address of a single file")
        parser.add_argument("--seen", help="when the page was seen (2024-09-05 or an ISO moment); default: now")

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[Path] = options["paths"]
        if options["url"] and (len(paths) != 1 or paths[0].is_dir()):
            raise CommandError("--url names the address of one file: give exactly one file with it.")
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"not there: {', '.join(missing)}. Check the path.")
        seen = moment(options["seen"]) if options["seen"] else now()
        prepare()
        taken = 0
        for path in paths:
            with progress("add") as tell:
                done = add(arrivals(path, url=options["url"], seen=seen), tell)
            taken += done.new
            for flag in done.flags:
                tell_flag(flag)
            self.stdout.write(f"{path}: {done.new} new, {done.known} already there, {len(done.flags)} flagged.")
        self.stdout.write("Next: jingbao work" if taken else "Nothing new to work on.")
