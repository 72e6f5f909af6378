"""The files a page leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from jingbao.core.clean import names
from jingbao.core.clean.walk import Link
from jingbao.core.families.row import absolute

_WORDS = "pdf docx doc xlsx xls wps et ofd zip rar 7z csv txt pptx ppt rtf"
_SUFFIXES = tuple(_WORDS.split())
_NAMED = re.compile(rf"\.({'|'.join(_SUFFIXES)})(?:\s|[（(]|$)", re.I)
_LETTERS = re.compile(r"[\u4e00-\u9fff]")
_IMAGES = frozenset({"jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff"})
FRAMES = frozenset({"iframe", "embed", "object"})
KINDS = frozenset({"pdf", "docx", "xlsx", "zip", "doc", "wps", "ofd", "image", "other"})

File = tuple[str, str]  # address, name


def files(found: Iterable[Link], base: str) -> tuple[File, ...]:
    """Attachments among links, each address once, with the best name seen for it."""
    named: dict[str, str] = {}
    for link in found:
        if not (names.FILE.search(link.href) or _NAMED.search(link.text) or _NAMED.search(link.title)):
            continue
        url = absolute(base, link.href)
        if url and _leads_to_file(url, link):
            name = _name(url, link)
            if len(name) > len(named.get(url, "")):
                named[url] = name
    return tuple(named.items())


def framed(tree: LexborHTMLParser, base: str) -> tuple[Link, ...]:
    """PDF files shown in a frame of the page, directly or through a viewer's ?file=."""
    found = []
    for node in tree.css("iframe[src],embed[src],object[data]"):
        source = node.attributes.get("src") or node.attributes.get("data") or ""
        url = absolute(base, source)
        inner = parse_qs(urlsplit(url).query).get("file", [""])[0]
        target = absolute(url, inner) if inner else url
        if suffix(target) == "pdf":
            found.append(Link(target, "", "", 0))
    return tuple(found)


def suffix(url: str) -> str:
    """The file suffix an address ends with, or that its fText or fileName parameter ends with (CAC)."""
    parts = urlsplit(url)
    ending = PurePosixPath(unquote(parts.path)).suffix.lower().lstrip(".")
    if ending in _SUFFIXES or ending in _IMAGES:
        return ending
    values = [v for vs in parse_qs(parts.query).values() for v in vs if len(v) < 300]
    return next((m.group(1).lower() for v in values if (m := _NAMED.search(v))), "")


def kind(url: str, name: str) -> str:
    """Kind as in Attachment, judged by suffixes: the file itself is not at hand."""
    ending = suffix(url) or ((m := _NAMED.search(name)) and m.group(1).lower()) or "other"
    if ending in _IMAGES:
        return "image"
    if ending == "xls":
        return "xlsx"
    return ending if ending in KINDS else "other"


def _leads_to_file(url: str, link: Link) -> bool:
    ending = suffix(url)
    if ending:
        return ending in _SUFFIXES
    path = urlsplit(url).path.lower()
    if path.endswith((".html", ".htm", ".shtml", "/")):
        return False
    return bool(_NAMED.search(link.text) or _NAMED.search(link.title))


def _name(url: str, link: Link) -> str:
    for text in (link.text, link.title):
        if _LETTERS.search(text) and text not in ("下载", "点击下载", "附件", "附件下载", "查看", "点击查看"):
            whole = link.title if text == link.text and link.title.startswith(text.rstrip("….")) else text
            return whole.strip("【】[] ")
    values = [v for vs in parse_qs(urlsplit(url).query).values() for v in vs if _NAMED.search(v)]
    return values[0] if values else link.text or unquote(PurePosixPath(urlsplit(url).path).name)
