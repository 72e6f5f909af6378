"""jingbao demo: from shipped pages to a printed issue, and a local page to read it on."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from jingbao import plugs
from jingbao.archive.models import PageRow
from jingbao.desk.notice import notice, set_notice
from jingbao.intake import arrivals
from jingbao.management import base
from jingbao.management.ready import day, moment, period, prepare, progress
from jingbao.management.web import serve
from jingbao.management.work import work
from jingbao.steps.add import add
from jingbao.steps.issue import print_issue

PAGES = Path(__file__).resolve().parents[2] / "demo"
NOTICE = (
    "Demonstration: every source behind this issue is a reconstruction written for software tests, "
    "not an official text. Do not quote it or rely on it."
)
# Fixed, so that the demonstration is the same on every machine and every day.
SEEN, PERIOD, PRINTED = "2024-09-05T09:00:00+08:00", "2024-07..2024-08", "2024-09-05"


class Command(base.Command):
    help = "Make the July-August 2024 issue from shipped reconstructions of official pages, and serve it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="end when the files are written")
        parser.add_argument("--port", type=base.port, default=8450, help="default 8450")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        self._claim(Path(settings.HOME))
        self.stdout.write(self.style.WARNING(NOTICE))
        with progress("add") as tell:
            done = add(arrivals(PAGES, url=None, seen=moment(SEEN)), tell)
        self.stdout.write(f"add: {done.new} new pages, {done.known} already there, {len(done.flags)} flagged.")
        for line in work():
            self.stdout.write(line)
        start, end = period(PERIOD)
        issue, folder = print_issue(start, end, day(PRINTED), plugs.catalog(settings.BEAT))
        self.stdout.write(f"issue: {len(issue.items)} items, printed {PRINTED}, in {folder}")
        for path in sorted(p for p in folder.iterdir() if p.is_file()):
            self.stdout.write(f"  {path.name}  {path.stat().st_size:,} bytes")
        if not options["no_serve"]:
            serve(options["port"])

    def _claim(self, home: Path) -> None:
        """Mark the home as a demonstration, unless it holds a real archive: reconstructions must not mix into that."""
        if not notice():
            if PageRow.objects.exists():
                raise CommandError(
                    f"{home} holds an archive of its own, and the demonstration's reconstructions must not mix into "
                    "it. Run the demonstration with JINGBAO_HOME set to an empty folder."
                )
            set_notice(NOTICE)
