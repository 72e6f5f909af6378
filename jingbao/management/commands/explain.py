"""jingbao explain URL-or-id: the reading of one page, each fact with its quotation in context."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jingbao.core.values import Count, Document, Fact, Target
from jingbao.management.ready import prepare
from jingbao.steps.explain import explain

EXPECTED = ("title", "issuer", "status", "published")
CONTEXT = 18  # code points on each side: enough to judge a quotation, short enough for one line


class Command(BaseCommand):
    help = "Show what was read from a page: each fact, its quotation in context and the rule that found it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("page", metavar="URL-or-id", help="address or id of a page in the archive")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        found = explain(options["page"])
        page = found.page
        self.stdout.write(f"{page.url}\n  id {page.id} · seen {page.seen:%Y-%m-%d %H:%M %Z} · sha256 {page.sha256}")
        if found.document is None:
            self.stdout.write(f"  state {found.state}: no text was made of it (run `jingbao work` if it is new)")
        elif found.reading is None:
            self.stdout.write(
                f"  {found.document.kind}: {found.document.title or '(no title)'} · not read as an announcement"
            )
        else:
            self.stdout.write(f"  {found.because}\n")
            for fact in found.reading.facts:
                self.stdout.write(self._line(fact, found.document))
            for name in (name for name in EXPECTED if found.reading.first(name) is None):
                self.stdout.write(f"  {name}: not stated")
        for flag in found.flags:
            self.stdout.write(self.style.WARNING(f"  ! {flag.code}: {flag.cause}. {flag.todo}"))

    def _line(self, fact: Fact, document: Document) -> str:
        text, span = document.part(fact.span.part), fact.span
        before = text[max(0, span.start - CONTEXT) : span.start].replace("\n", "⏎").replace("\t", " ")
        after = text[span.end : span.end + CONTEXT].replace("\n", "⏎").replace("\t", " ")
        quote = self.style.SUCCESS(f"【{fact.quote}】".replace("\n", "⏎"))
        where = f"{span.part} {span.start}-{span.end} · {fact.rule}"
        derived = f" · from {', '.join(str(n) for n in fact.derived_from)}" if fact.derived_from else ""
        name = self.style.MIGRATE_HEADING(fact.name)
        return f"  {name}: {_shown(fact)}\n      {before}{quote}{after}\n      {where}{derived}"


def _shown(fact: Fact) -> str:
    match fact.value:
        case Target(by=by, what=what, comparator=comparator, value=value, unit=unit):
            return f"by {by or 'no stated day'}: {what} {comparator} {value:g} {unit}"
        case Count(number=number, unit=unit, noun=noun, exact=exact):
            return f"{'' if exact else 'about '}{number:g} {unit} {noun}"
        case other:
            return str(other)
