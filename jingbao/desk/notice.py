"""A line that every issue printed in this home carries, and every page shows (demonstrations)."""

from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.HOME) / "notice.txt"


def notice() -> str:
    """The line, '' where there is none."""
    return _file().read_text(encoding="utf-8").strip() if _file().exists() else ""


def set_notice(text: str) -> None:
    _file().write_text(text + "\n", encoding="utf-8")
