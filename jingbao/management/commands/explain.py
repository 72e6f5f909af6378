"""jingbao explain URL-or-id: the reading of one page, each fact with its quotation in context."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.core.values import Count, Document, Fact, Target
from jingbao.management import base
from jingbao.management.ready import prepare, shown
from jingbao.steps.explain import explain

EXPECTED = ("title", "issuer", "status", "published")
CONTEXT = 18  # code points on each side: enough to judge a quotation, short enough for one line


class Command(base.Command):
    help = "Show what was read from a page: each fact, its quotation in context and the rule that found it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("page", metavar="URL-or-id", help="address or id of a page in the archive")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        found = explain(options["page"])
        page, document, reading = found.page, found.document, found.reading
        self._say(f"{page.url}")
        self._say(f"  id {page.id} · seen {page.seen:%Y-%m-%d %H:%M %Z} · sha256 {page.sha256}")
        if document is None:
            self._say(f"  state {found.state}: no text was made of it (run `jingbao work` if it is new)")
        elif reading is None:
            self._say(f"  {document.kind}: {document.title or '(no title)'} · not read as an announcement")
        else:
            self._say(f"  {found.because}")
            for fact in reading.facts:
                self._explain(fact, document)
            for name in (name for name in EXPECTED if reading.first(name) is None):
                self._say(f"  {name}: not stated")
        for flag in found.flags:
            self._say(f"  ! {flag.code}: {flag.cause}. {flag.todo}")

    def _explain(self, fact: Fact, document: Document) -> None:
        text, span = document.part(fact.span.part), fact.span
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
        derived = f" · from {', '.join(str(n) for n in fact.derived_from)}" if fact.derived_from else ""
        self._say(f"  {fact.name}: {_shown(fact)}")
        self._say(f"      {before}【{fact.quote}】{after}")
        self._say(f"      {span.part} {span.start}-{span.end} · {fact.rule}{derived}")

    def _say(self, line: str) -> None:
        """One line, whatever the page holds."""
        self.stdout.write(shown(line.replace("\n", "⏎").replace("\t", " ")))


def _shown(fact: Fact) -> str:
    match fact.value:
        case Target(by=by, what=what, comparator=comparator, value=value, unit=unit):
            return f"by {by or 'no stated day'}: {what} {comparator} {value:g} {unit}"
        case Count(number=number, unit=unit, noun=noun, exact=exact):
            return f"{'' if exact else 'about '}{number:g} {unit} {noun}"
        case other:
            return str(other)
