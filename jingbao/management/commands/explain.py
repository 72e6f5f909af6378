"""jingbao explain URL-or-id: the reading of one page, each fact with its quotation in context, and lit in the text."""

from typing import Any

from django.core.management.base import CommandParser

from jingbao.archive.explain import EXPECTED, Explained, explain
from jingbao.core.light import HUES, cut, hue, said
from jingbao.core.values import Document, Fact, Reading
from jingbao.management import base
from jingbao.management.ready import prepare, shown
from jingbao.steps.link import links_of

CONTEXT = 18  # code points on each side: enough to judge a quotation, short enough for one line
MOST = 20_000  # code points of a part shown in colour, unless --whole
COLOURS = dict(zip(HUES, ("36", "35", "33", "32", "31", "34", "96"), strict=True))  # of a terminal, by hue
PLAIN = "\x1b[0m"


class Command(base.Command):
    help = "Show what was read from a page: each fact, its quotation and the rule that found it; then the text, lit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("page", metavar="URL-or-id", help="address or id of a page in the archive")
        parser.add_argument("--whole", action="store_true", help=f"show texts of over {MOST:,} characters to the end")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        found = explain(options["page"])
        self._say(f"{found.page.url}")
        self._say(f"  id {found.page.id} · seen {found.page.seen:%Y-%m-%d %H:%M %Z} · sha256 {found.page.sha256}")
        if found.document is None:
            self._say(f"  state {found.state}: no text was made of it (run `jingbao work` if it is new)")
        elif found.reading is None:
            self._say(f"  {found.document.kind}: {found.document.title or '(no title)'} · not read as an announcement")
        else:
            self._facts(found, found.document, found.reading)
        for link in links_of(found.page.id):
            self._say(f"  {link}")
        for flag in found.flags:
            self._say(f"  ! {flag.code}: {flag.cause}. {flag.todo}")
        if found.document is not None and found.reading is not None:
            self._text(found.document, found.reading, None if options["whole"] else MOST)

    def _facts(self, found: Explained, document: Document, reading: Reading) -> None:
        self._say(f"  {found.because}")
        for fact in reading.facts:
            self._explain(fact, document)
        for name in (name for name in EXPECTED if reading.first(name) is None):
            self._say(f"  {name}: not stated")

    def _explain(self, fact: Fact, document: Document) -> None:
        text, span = document.part(fact.span.part), fact.span
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
        derived = f" · from {', '.join(str(n) for n in fact.derived_from)}" if fact.derived_from else ""
        self._say(f"  {fact.name}: {said(fact.value)}")
        self._say(f"      {before}【{fact.quote}】{after}")
        self._say(f"      {span.part} {span.start}-{span.end} · {fact.rule}{derived}")

    def _text(self, document: Document, reading: Reading, most: int | None) -> None:
        """The text with each fact in the colour of its hue; only where the terminal shows colours."""
        if self.style.SUCCESS("x") == "x":
            return
        legend = "  ".join(f"\x1b[{COLOURS[name]}m{question}{PLAIN}" for name, (question, _) in HUES.items())
        self.stdout.write(f"\n{legend}")
        attached = (f"attachment:{n}" for n in range(1, len(document.attachments) + 1))
        for part in ("title", "body", *attached, "meta", "url"):
            if text := document.part(part):
                self.stdout.write(f"\n\x1b[1m{part}{PLAIN}")
                self._lit(text, [fact for fact in reading.facts if fact.span.part == part], most)

    def _lit(self, text: str, facts: list[Fact], most: int | None) -> None:
        pieces = []
        shorter = text[:most]
        for stretch in cut(len(text), [(fact.span.start, fact.span.end) for fact in facts]):
            words = "\n".join(
                shown(line) for line in shorter[stretch.start : stretch.end].replace("\t", " ").split("\n")
            )
            if words and stretch.spans:  # the innermost fact, which says most about these words, gives the colour
                inner = min((facts[n] for n in stretch.spans), key=lambda fact: fact.span.end - fact.span.start)
                words = f"\x1b[{COLOURS[hue(inner)]}m{words}{PLAIN}"
            pieces.append(words)
        if len(shorter) < len(text):
            pieces.append(f"\n… {len(text) - len(shorter):,} more characters: add --whole")
        self.stdout.write("".join(pieces))

    def _say(self, line: str) -> None:
        """One line, whatever the page holds."""
        self.stdout.write(shown(line.replace("\n", "⏎").replace("\t", " ")))
