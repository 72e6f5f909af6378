"""Issue -> Markdown (CommonMark with tables and footnotes); quotations are footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.values import Issue
from jingbao.formats import plain
from jingbao.formats.printed import Entry, copy, entry, full_day, period, place, watch_label, watch_said

SUFFIX = ".md"
MEDIA_TYPE = "text/markdown; charset=utf-8"

_MARKS = re.compile(r"[\\`*_\[\]<>&#|~$@]|:(?=//)|(?<=www)\.")
_START = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_TARGET = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})


def render(issue: Issue) -> bytes:
    """The text in UTF-8. Addresses of archived copies are relative to the folder of the issue."""
    return ("\n".join(_lines(issue)) + "\n").encode()


def safe(text: str) -> str:
    """Text on one line, of which no character means anything to Markdown or HTML."""
    escaped = _MARKS.sub(r"\\\g<0>", plain.line(text))
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def link(text: str, url: str) -> str:
    """A link, or the address as text where it may not be one."""
    if not plain.web_address(url):
        return f"{safe(text)}: {safe(url)}"
    return f"[{safe(text)}]({url.translate(_TARGET)})"


def _lines(issue: Issue) -> Iterator[str]:
    yield f"# 京報 {safe(issue.edition)}"
    yield from ("", f"**{period(issue)}** · printed {full_day(issue.printed)} · {safe(issue.beat)}")
    if issue.notice:
        yield from ("", f"> {safe(issue.notice)}")
    yield from ("", safe(issue.introduction))
    if issue.highlights:
        yield from ("", "## Key highlights")
    for highlight in issue.highlights:
        yield from ("", f"**{safe(highlight.title)}.** {safe(' '.join(highlight.sentences))}")
    if issue.watches:
        yield from ("", "## Dates to watch", "", "| Date | What | Quotation |", "|---|---|---|")
    items = {item.number: item for item in issue.items}
    for number, watch in issue.watches:
        words = f"{watch_label(watch)}: {safe(watch_said(watch, items[number]))} (item {number})"
        proof = f"{safe(watch.citation.quote)} ([in context]({place(watch.citation)}))"
        yield f"| {full_day(watch.day)} | {words} | {proof} |"
    for section in issue.sections:
        if section.items:
            yield from ("", f"## {safe(section.title)}")
        for item in section.items:
            yield from ("", *_item(entry(item, issue)))
    yield from ("", "## Subscribe and contact", "", safe(issue.contact), "", "## Legal notices")
    for block in issue.legal:
        yield from ("", f"**{safe(block.title)}.** {safe(block.text)}")
    yield from ("", "---", "", safe(issue.colophon))
    if issue.notice:
        yield from ("", f"> {safe(issue.notice)}")


def _item(item: Entry) -> Iterator[str]:
    brief = item.brief
    yield f"### {item.number}. {safe(item.headline)} {item.day}"
    facts = [
        f"{safe(said.text)}{''.join(f'[^{item.number}-{quote.number}]' for quote in said.quotes)}"
        for said in item.lines
        if not said.author
    ]
    yield from ("", " ".join(facts))
    for said in item.lines:
        if said.author:
            yield from ("", f"> **View of {safe(said.author)}.** {safe(said.text)}")
    yield from ("", f"- {safe(brief.title)}")
    yield f"- {' · '.join(safe(text) for text in (brief.number, *item.marks, *item.about) if text)} · *machine draft*"
    for attachment in brief.attachments:
        yield f"- Attached: {link(attachment.name, attachment.url)}"
    yield f"- {link('Official page', brief.url)} · [archived copy]({copy(brief.page)})"
    basis = "".join(f"[^{item.number}-{quote.number}]" for quote in item.basis)
    if basis:
        yield f"- The headline rests on{basis}"
    yield ""
    for quote in item.quotes:
        words = f"{safe(quote.citation.quote)} ({safe(quote.label)}, [in context]({quote.place}))"
        yield f"[^{item.number}-{quote.number}]: {words}"
