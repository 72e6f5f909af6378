"""Page -> Document, and what else a page needs before it can be one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from jingbao.core import attachments, charset, families, listing
from jingbao.core.attachments import limits
from jingbao.core.clean import article, body, challenge, generic, links, web
from jingbao.core.errors import LeftOut, NotAPage, NoText, PageError, Unreadable
from jingbao.core.families import cac, gkmlpt, jpaas, nfra
from jingbao.core.families.record import Record, parse
from jingbao.core.families.row import Row, absolute
from jingbao.core.values import Attachment, Document, Flag, Layout, Page, Source, digest

VERSION = "4"

Related = Mapping[str, tuple[Page, bytes]]
_SHANGHAI = timezone(timedelta(hours=8))


def references(page: Page, content: bytes) -> tuple[str, ...]:
    """Absolute addresses of the files and data records that belong to a page. Raises what `clean` would raise."""
    form, data = _form(page, content)
    if form == "json":
        record = nfra.record(data)
        return tuple(url for url, _ in _record_files(page, record)) if record else ()
    if form == "file":
        return copies({page.url: (page, content)})
    opened = web.opened(content, _address(page), page.content_type)
    record_url = nfra.data_url(page.url)
    record = gkmlpt.record(opened.config)
    files = _record_files(page, record) if record else opened.files
    return tuple(dict.fromkeys([*([record_url] if record_url else []), *(url for url, _ in files)]))


def clean(page: Page, content: bytes, sources: tuple[Source, ...], related: Related) -> Document:
    """The clean text of a page.

    related: archived pages by the addresses `references` and `copies` named. Raises NotAPage (error answers,
    challenges, shells whose data are not archived), NoText, UndecidedText, TooLarge or Unreadable, each saying what
    to do.
    """
    form, data = _form(page, content)
    layout, must_fit = _layout(page, sources)
    base = digest(page.sha256, repr(layout), *sorted(f"{url} {found.sha256}" for url, (found, _) in related.items()))
    if form == "json":
        return _of_json(page, data, base, related)
    if form == "file":
        unread: list[PageError] = []
        _, text = _text(page, content, page.url, related, unread)
        return _document(
            page, base, "attachment", article.Parts(_file_title(page, text), text, (), _unread(unread)), ()
        )
    official = generic.is_official(page.url) or any(urlsplit(page.url).hostname in source.hosts for source in sources)
    document = _of_html(page, content, layout, base, related, official)
    flags = tuple(flag for flag in document.flags if must_fit or flag.code != "layout-missed")
    return document if flags == document.flags else replace(document, flags=flags)


def copies(related: Related) -> tuple[str, ...]:
    """Addresses of the readable copies of files that no reader here reads (old Word files, say)."""
    found = (attachments.converted_address(content, page.sha256, page.url) for page, content in related.values())
    return tuple(dict.fromkeys(address for address in found if address))


def _form(page: Page, content: bytes) -> tuple[Literal["html", "json", "file"], Any]:
    """What the bytes are, told by themselves; the JSON value comes along."""
    challenge.check_status(page)
    limits.check_size(content, page.url)
    if not content or content.isspace():
        raise Unreadable(page.url, "the page is empty", "Fetch or save it again.")
    kind = attachments.kind(content, page.url)
    if kind == "html":
        return "html", None
    if kind != "text":
        return "file", None
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if start[:1] in (b"{", b"["):
        value = parse(charset.decode(content, page.url, page.content_type).text, page.url)
        if value is not None:
            return "json", value
    if start.startswith(b"<?xml") and b"html" not in start:
        raise NotAPage(page.url, "the answer is an XML file (a feed or a site map)", "Add the pages it leads to.")
    return ("html" if start[:1] == b"<" or "html" in page.content_type.lower() else "file"), None


def _of_html(
    page: Page, content: bytes, layout: Layout | None, base: str, related: Related, official: bool
) -> Document:
    opened = web.opened(content, _address(page), page.content_type)
    if (record := _record_beside(page, opened, related)) is not None:
        return _of_record(page, record, base, related)
    if (record := gkmlpt.record(opened.config)) is not None:
        return _of_record(page, record, base, related)
    if not official and (found := article.by_generic(opened, page)) is not None:
        return _document(page, base, "article", article.dated(opened, found, page), _attached(opened.files, related))
    if (rows := _list_rows(opened)) is not None:
        return _list(page, base, opened.page_title, rows, opened.note)
    pictures = article.has_pictures(opened)
    challenge.check_text(page, opened.visible, opened.raw, pictures or bool(opened.files))
    parts = article.of_page(opened, layout, page.url)
    if len(parts.body) < 20 and not (parts.title and (pictures or opened.files)):
        parts = article.by_other_means(opened, parts, page.url)
    flags = [*parts.flags, *_charset_flags(page, opened.note)]
    if len(parts.body) < 60 and pictures:
        cause = "the text of the page is in pictures and was not read"
        flags.append(Flag("text-in-pictures", page.url, cause, "Read the pictures by eye."))
    elif len(parts.body) < 80 and opened.files:
        cause = "the page is little more than a link to its files"
        flags.append(Flag("text-in-files", page.url, cause, "Read the attachments.", "note"))
    parts = article.Parts(parts.title, parts.body, parts.meta, tuple(flags))
    parts = parts if official else article.dated(opened, parts, page)
    return _document(page, base, "article", parts, _attached(opened.files, related))


def _record_beside(page: Page, opened: web.Web, related: Related) -> Record | None:
    """The record a shell page shows; None for other pages, and for shells a browser saved with their text."""
    url = nfra.data_url(page.url)
    if not url:
        return None
    if url not in related:
        if not body.is_small(opened.block) and "{{" not in opened.visible:
            return None
        todo = f"Add the record {url}; the page is cleaned again then."
        raise NotAPage(page.url, "the page is a shell; its text is in a record not archived", todo, permanent=False)
    found, data = related[url]
    record = nfra.record(parse(charset.decode(data, found.url, found.content_type).text, found.url))
    if record is None:
        raise NotAPage(page.url, f"{url} holds no document", "Fetch the record again.", permanent=False)
    return record


def _list_rows(opened: web.Web) -> tuple[Row, ...] | None:
    """The rows when the page is a list; () for one whose rows come by script; None for other pages."""
    if article.looks_like_list(opened):
        rows = opened.rows()
        if len(rows) >= 3 and article.is_spread(opened, rows):
            return rows
    if (jpaas.is_shell(opened.raw) or cac.is_shell(opened.base)) and (opened.block is None or opened.block.weight < 60):
        return ()
    return () if isinstance(opened.config, dict) and "TREE" in opened.config else None


def _of_json(page: Page, data: Any, base: str, related: Related) -> Document:
    record = nfra.record(data)
    if record is not None:
        return _of_record(page, record, base, related)
    html = jpaas.rows_html(data)
    if html:
        return _list(page, base, "", web.parsed(html, _address(page)).rows(), "")
    rows = families.find(data, _address(page))
    if rows is None:
        raise NotAPage(
            page.url, "the answer is data of an unknown shape", "If it is a list or a text, report the page."
        )
    return _list(page, base, "", rows, "")


def _of_record(page: Page, record: Record, base: str, related: Related) -> Document:
    opened = web.fragment(record.html, _address(page))
    named = _record_files(page, record)
    files = dict(opened.files) | {url: name for url, name in named if name}
    files |= {url: name for url, name in named if url not in files}
    parts = article.of_record(opened, record)
    if not parts.body and not files and not article.has_pictures(opened):
        raise NoText(page.url, "the record of the page holds no text", "Look at the page in a browser.")
    return _document(page, base, "article", parts, _attached(tuple(files.items()), related))


def _list(page: Page, base: str, title: str, rows: tuple[Row, ...], note: str) -> Document:
    flags = list(_charset_flags(page, note))
    if not rows:
        todo = "Add the answers that hold the rows."
        flags.append(Flag("rows-elsewhere", page.url, "the list fetches its rows by script", todo, "note"))
    return _document(page, base, "list", article.Parts(title, listing.as_text(rows), (), tuple(flags)), ())


def _document(
    page: Page,
    base: str,
    kind: Literal["article", "list", "attachment"],
    parts: article.Parts,
    attached: tuple[tuple[Attachment, ...], tuple[Flag, ...]] | tuple[()],
) -> Document:
    files, flags = attached or ((), ())
    return Document(
        page=page.id,
        url=page.url,
        version=VERSION,
        inputs=base,
        kind=kind,
        title=parts.title,
        body=parts.body,
        meta="\n".join(f"{origin}:{label}\t{value}" for origin, label, value in dict.fromkeys(parts.meta)),
        attachments=files,
        flags=(*parts.flags, *article.late(parts, page), *flags),
    )


def _attached(files: tuple[links.File, ...], related: Related) -> tuple[tuple[Attachment, ...], tuple[Flag, ...]]:
    """The files with their texts as far as they are archived; what cannot be read becomes a Flag."""
    found: list[Attachment] = []
    flags: list[Flag] = []
    for url, name in files:
        kind, text, archived = links.kind(url, name), "", ""
        if url in related:
            page, content = related[url]
            archived = page.id
            try:
                challenge.check_status(page)
                unread: list[PageError] = []
                what, text = _text(page, content, url, related, unread)
                flags += _unread(unread)
                kind = "xlsx" if what == "xls" else what if what in links.KINDS else "other"
            except PageError as error:
                flags.append(Flag("attachment-not-read", url, error.cause, error.todo))
        found.append(Attachment(url, name, kind, archived, text))
    return tuple(found), tuple(flags)


def _unread(errors: list[PageError]) -> tuple[Flag, ...]:
    return tuple(
        Flag(
            "hidden-text" if isinstance(error, LeftOut) else "attachment-not-read",
            error.concerns,
            error.cause,
            error.todo,
        )
        for error in errors
    )


def _text(page: Page, content: bytes, url: str, related: Related, unread: list[PageError]) -> tuple[str, str]:
    """Kind and text of a file, read from its readable copy where there is one. unread: as in `attachments.text`."""
    copy = related.get(attachments.converted_address(content, page.sha256, page.url))
    if copy is None:
        return attachments.text(content, url, page.content_type, unread)
    limits.check_size(content, url)
    return attachments.kind(content, page.url), attachments.text(copy[1], url, "", unread)[1]


def _record_files(page: Page, record: Record) -> tuple[links.File, ...]:
    """The files a record names, and those its text links to."""
    named = [(absolute(_address(page), url), name) for url, name in record.files]
    linked = web.fragment(record.html, _address(page)).files
    known = {url for url, _ in named}
    return tuple((url, name or _file_name(url)) for url, name in named if url) + tuple(
        f for f in linked if f[0] not in known
    )


def _layout(page: Page, sources: tuple[Source, ...]) -> tuple[Layout | None, bool]:
    """The layout valid on the day the page was seen, of the source on its host whose list shares most of its path.

    And whether the page must fit it: it lies below that very list.
    """
    host = urlsplit(page.url).hostname or ""
    seen = page.seen.astimezone(_SHANGHAI).date()
    best: tuple[int, Layout | None, bool] = (-1, None, False)
    for source in sources:
        if host not in source.hosts:
            continue
        valid = [layout for layout in source.layouts if layout.until is None or layout.until >= seen]
        chosen = min(valid, key=lambda v: (v.until is None, v.until), default=families.LAYOUTS.get(source.family))
        folders = urlsplit(source.list).path.split("/")[:-1]
        shared = _shared(folders, urlsplit(page.url).path.split("/")[:-1])
        if chosen is not None and shared > best[0]:
            best = (shared, chosen, shared == len(folders) > 1)
    return best[1:]


def _shared(one: list[str], other: list[str]) -> int:
    """How many leading folders two paths share."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _charset_flags(page: Page, note: str) -> tuple[Flag, ...]:
    return (
        (Flag("charset-corrected", page.url, f"the page is {note}", "Nothing: it was read right.", "note"),)
        if note
        else ()
    )


def _address(page: Page) -> str:
    return page.answered_url or page.url


def _file_name(url: str) -> str:
    return unquote(PurePosixPath(urlsplit(url).path).name)


def _file_title(page: Page, text: str) -> str:
    """The first line that is more than 附件1; else the file's name."""
    for line in text.split("\n")[:6]:
        words = line.strip()
        if len(words) >= 5 and not words.startswith(("附件", "附表", "【")) and "\t" not in words:
            return words[:200]
    return _file_name(page.url)
