"""Local pages that show what was read: each page's text with its facts in colour."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from jingbao.archive.explain import EXPECTED, explain
from jingbao.archive.models import ReadingRow
from jingbao.core.errors import Unreadable
from jingbao.core.light import HUES, cut, hue, said
from jingbao.core.values import Document, Fact, Reading
from jingbao.desk.shown import show

MOST = 60_000  # code points of a part shown; what is beyond is read in the terminal
LISTED = 200


@dataclass(frozen=True)
class Piece:
    """Text of one look. says: the facts it proves; anchor: the name of the first fact that begins here."""

    text: str
    hue: str = ""
    says: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Part:
    title: str
    pieces: tuple[Piece, ...]
    more: int


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """The pages posted last, and a way to any other."""
    address = request.GET.get("address", "").strip()
    if address:
        try:
            return redirect("page", explain(address).page.id)
        except Unreadable:
            pass  # the page says so
    rows = ReadingRow.objects.order_by("-published", "id")
    listed = [
        {
            "id": row.page_id,
            "published": row.published,
            "title": value.text("title") or value.url,
            "status": value.text("status"),
        }
        for row in rows[:LISTED]
        for value in (row.value,)
    ]
    total = rows.count()
    context = {"address": address, "rows": listed, "total": total, "more": total > len(listed)}
    return show(request, "desk/pages.html", context)


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One page with its facts."""
    try:
        found = explain(name)
    except Unreadable as error:
        raise Http404(str(error)) from error
    document, reading = found.document, found.reading
    context: dict[str, Any] = {"page": found.page, "flags": found.flags, "because": found.because}
    if document is None or reading is None:
        state = (
            f"{document.kind}: not read as an announcement" if document else f"{found.state}: no text was made of it"
        )
        context |= {"name": (document.title if document else "") or found.page.url, "state": state}
        return show(request, "desk/page.html", context)
    context |= {
        "name": document.title or found.page.url,
        "hues": [(name, question) for name, (question, _) in HUES.items()],
        "parts": _parts(document, reading),
        "facts": [{"fact": f, "hue": hue(f), "says": said(f.value), "anchor": _anchor(f)} for f in reading.facts],
        "unstated": [name for name in EXPECTED if reading.first(name) is None],
    }
    return show(request, "desk/page.html", context)


def _parts(document: Document, reading: Reading) -> list[Part]:
    attached = ((f"attachment:{n}", f"Attachment {n}: {a.name}") for n, a in enumerate(document.attachments, 1))
    named = (
        ("title", "Title"),
        ("body", "Text"),
        *attached,
        ("meta", "What the page says of itself"),
        ("url", "Address"),
    )
    return [
        _part(title, text, [fact for fact in reading.facts if fact.span.part == name])
        for name, title in named
        if (text := document.part(name))
    ]


def _part(title: str, text: str, facts: list[Fact]) -> Part:
    pieces = []
    begun: set[str] = set()
    for stretch in cut(len(text), [(fact.span.start, fact.span.end) for fact in facts]):
        words = text[stretch.start : min(stretch.end, MOST)]
        here = [facts[n] for n in stretch.spans]
        if words and here:  # the innermost fact, which says most about these words, gives the colour
            inner = min(here, key=lambda fact: fact.span.end - fact.span.start)
            says = "\n".join(f"{fact.name}: {said(fact.value)}" for fact in here)
            anchors = [_anchor(fact) for fact in here if fact.span.start == stretch.start]
            anchor = next((one for one in anchors if one not in begun), "")
            begun.add(anchor)
            pieces.append(Piece(words, hue(inner), says, anchor))
        elif words:
            pieces.append(Piece(words))
    return Part(title, tuple(pieces), max(0, len(text) - MOST))


def _anchor(fact: Fact) -> str:
    return f"at-{fact.span.part.replace(':', '-')}-{fact.span.start}"
