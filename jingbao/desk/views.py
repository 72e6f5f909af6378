"""Local pages: the issues that were printed, and what needs a person."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from jingbao.archive.models import FlagRow, PageRow
from jingbao.desk.models import DevelopmentRow, IssueRow
from jingbao.desk.shown import show

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The issues, newest printing first."""
    counts = (
        ("pages", PageRow.objects.count()),
        ("developments", DevelopmentRow.objects.count()),
        ("flags", FlagRow.objects.exclude(severity="note").count()),
    )
    context = {
        "issues": [row.value for row in IssueRow.objects.order_by("-printed", "name")],
        "counts": counts,
    }
    return show(request, "desk/home.html", context)


@require_safe
def flags(request: HttpRequest) -> HttpResponse:
    """What was refused, is missing or is in doubt."""
    rows = FlagRow.objects.exclude(severity="note").order_by("step", "code", "concerns")
    return show(request, "desk/flags.html", {"rows": [(row.step, row.value) for row in rows]})


@require_safe
def issue(request: HttpRequest, name: str) -> HttpResponse:
    return redirect("issue-file", name, "issue.html")


@require_safe
def issue_file(request: HttpRequest, name: str, path: str) -> FileResponse:
    """A file of an issue. Only what lies inside the issue's folder, and only known types are shown by the browser."""
    folder = (Path(settings.HOME) / "out" / name).resolve()
    file = (folder / path).resolve()
    if not (IssueRow.objects.filter(name=name).exists() and file.is_relative_to(folder) and file.is_file()):
        raise Http404
    media_type = MEDIA_TYPES.get(file.suffix)
    shown = media_type is not None
    return FileResponse(
        file.open("rb"),
        content_type=media_type or "application/octet-stream",
        as_attachment=not shown,
        filename=file.name,
    )
