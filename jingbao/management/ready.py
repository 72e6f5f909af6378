"""What every command needs before it starts, and how it shows progress."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.core.management import CommandError, call_command
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from jingbao.core.values import Flag
from jingbao.steps.progress import Progress as Tell

UNSHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # control, format (reversals), broken, line and paragraph separators
CHINA = ZoneInfo("Asia/Shanghai")
console = Console(stderr=True)


def prepare() -> None:
    """Bring the database up to date: a first-time user types no `migrate`."""
    call_command("migrate", verbosity=0, interactive=False)


def day(text: str) -> date:
    """A day written YYYY-MM-DD, or a message that says so."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text!r} is not a day. Write it as 2024-09-05.") from error


def moment(text: str) -> datetime:
    """An ISO moment, or a day (its midnight in China)."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text!r} is not a moment. Write 2024-09-05 or 2024-09-05T09:30:00+08:00.") from error
    return value if value.tzinfo else value.replace(tzinfo=CHINA)


def period(text: str) -> tuple[date, date]:
    """First and last day of 2024-07..2024-08, of one month, or of DAY..DAY."""
    first, _, last = text.partition("..")
    try:
        return _first_day(first), _last_day(last or first)
    except ValueError as error:
        raise CommandError(f"{text!r} is not a period. Write it as 2024-07..2024-08.") from error


def _first_day(text: str) -> date:
    return date.fromisoformat(text if text.count("-") == 2 else f"{text}-01")


def _last_day(text: str) -> date:
    if text.count("-") == 2:
        return date.fromisoformat(text)
    first = date.fromisoformat(f"{text}-01")
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def now() -> datetime:
    """The clock is read here, at the edge, and handed inwards as a value."""
    return datetime.now(UTC)


def shown(text: str) -> str:
    """Text for a terminal. Pages, file names and addresses are hostile: no escape, line break or reversal passes."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in UNSHOWN else c for c in text)


def tell_flag(flag: Flag) -> None:
    """One problem on the error stream, never read as markup."""
    text = shown(f"{flag.code} {flag.concerns}: {flag.cause}. {flag.todo}")
    console.print(text, markup=False, highlight=False, style="yellow")


@contextmanager
def progress(label: str) -> Iterator[Tell]:
    """A bar on the terminal's error stream; plain lines where that is no terminal."""
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=False) as bar:
        task = bar.add_task(label, total=None)

        def tell(done: int, of: int | None) -> None:
            bar.update(task, advance=done, total=of)

        yield tell
