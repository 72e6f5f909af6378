"""OFD files (GB/T 33190): a ZIP of XML pages. LibreOffice does not read them, so they are read here.

Text and lines of each page's own content; templates (letterheads, watermarks) and pictures are left out.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, ParseError, fromstring

from jingbao.core.attachments import limits
from jingbao.core.attachments.grid import Box, Glyph, drawn, in_lines
from jingbao.core.attachments.packed import BROKEN, opened
from jingbao.core.attachments.paragraphs import paragraphs
from jingbao.core.errors import NoText, Unreadable

_POINT = 72 / 25.4  # points in a millimetre, the unit of OFD
_MOST_LINES = 12_000  # of a page's paths; one with more is a drawing
_NUMBER = re.compile(r"-?\d{1,7}(?:\.\d{1,9})?")
_AGAIN = "Open it in an OFD reader, save it as PDF and add that."


def text(content: bytes, name: str) -> str:
    """Text of all pages, table rows tab-separated. Raises Unreadable, TooLarge or NoText."""
    with opened(content, name, limits.MAX_XML) as archive:
        pages: list[list[str]] = []
        size = 0
        for number, place in enumerate(_pages(archive, name)):
            if number >= limits.MAX_PAGES:
                raise limits.too_large(name, f"the OFD file has more than {limits.MAX_PAGES} pages")
            lines = _lines(_part(archive, place, name))
            size += sum(map(len, lines))
            if size > limits.MAX_TEXT:
                raise limits.too_large(name, f"the OFD file has more than {limits.MAX_TEXT} characters")
            pages.append(lines)
    if not size:
        raise NoText(name, f"the OFD file has {len(pages)} pages and no text", "Read it by eye.")
    return "\n".join(paragraphs(pages))


def _pages(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    """Places of the pages' content in the archive, in order."""
    for body in _named(_part(archive, "OFD.xml", name), "DocRoot"):
        root = _within("", body.text or "")
        for pages in _named(_part(archive, root, name), "Pages"):
            for page in _named(pages, "Page"):
                yield _within(posixpath.dirname(root), page.get("BaseLoc", ""))


def _within(folder: str, place: str) -> str:
    """A place as the archive names it; one that begins with / counts from the top."""
    return posixpath.normpath(posixpath.join("/", folder, place.strip())).lstrip("/")


def _part(archive: zipfile.ZipFile, place: str, name: str) -> Element:
    """An XML part. Declarations of entities are refused: no OFD file needs them, bombs do."""
    try:
        content = archive.read(place)
    except KeyError as error:
        raise Unreadable(name, f"the OFD file lacks its part {place[:100]}", _AGAIN) from error
    except BROKEN as error:
        raise Unreadable(name, f"the OFD file is damaged ({error})", "Fetch or save it again.") from error
    if b"<!DOCTYPE" in content.replace(b"\x00", b""):
        raise Unreadable(name, f"its part {place[:100]} declares entities, as a bomb does", _AGAIN)
    try:
        return fromstring(content)  # noqa: S314 - no document type, and expat bounds what entities make
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(name, f"its part {place[:100]} is broken ({error})", _AGAIN) from error


def _named(element: Element, name: str) -> Iterator[Element]:
    """Elements of that name below, whatever their name space."""
    return (found for found in element.iter() if found.tag.rpartition("}")[2] == name)


def _lines(page: Element) -> list[str]:
    """Visual lines of a page from the top down; what stands in drawn tables as their rows."""
    glyphs = [
        Glyph(place, character, box)
        for place, (character, box) in enumerate(islice(_characters(page), limits.MAX_TEXT + 1))
    ]
    tables = drawn(list(islice(_rules(page), _MOST_LINES)), glyphs)
    inside = {place for table in tables for place in table.places}
    found = [(-top, line) for top, line in in_lines([g for g in glyphs if g.place not in inside])]
    found += [(n * 1e-6 - table.top, row) for table in tables for n, row in enumerate(table.lines())]
    return [line for _, line in sorted(found, key=lambda f: f[0])]


def _characters(page: Element) -> Iterator[tuple[str, Box]]:
    for thing in _named(page, "TextObject"):
        left, top = (*_numbers(thing.get("Boundary", "")), 0.0, 0.0)[:2]
        a, b, c, d, e, f = _matrix(thing)
        size = next(_numbers(thing.get("Size", "")), 4.0)
        for code in _named(thing, "TextCode"):
            x, y = (next(_numbers(code.get(axis, "")), 0.0) for axis in "XY")
            words = code.text or ""
            steps = zip(_steps(code, "DeltaX", words, size), _steps(code, "DeltaY", words, 0.0), strict=False)
            for character, (right, down) in zip(words, steps, strict=False):
                u, v = left + a * x + c * y + e, top + b * x + d * y + f
                width, height = abs(a) * (right or size), abs(d) * size
                box = (u, -v - 0.12 * height, u + min(width, height), -v + 0.88 * height)
                yield character, _points(box)
                x, y = x + right, y + down


def _steps(code: Element, axis: str, words: str, usual: float) -> Iterator[float]:
    """How far the next character stands from each: 4.2 4.2, or g 2 4.2 for a run; the usual where none is told."""
    told: list[float] = []
    tokens = iter(code.get(axis, "").split())
    for word in tokens:
        if word == "g":
            times, value = next(_numbers(next(tokens, "")), 0.0), next(_numbers(next(tokens, "")), 0.0)
            told += [value] * min(max(int(times), 0), len(words))
        else:
            told += _numbers(word)
        if len(told) >= len(words):
            break
    yield from told
    for character in words[len(told) :]:
        yield usual / 2 if character.isascii() else usual


def _rules(page: Element) -> Iterator[Box]:
    """Horizontal and vertical lines of the page's paths."""
    for thing in _named(page, "PathObject"):
        left, top = (*_numbers(thing.get("Boundary", "")), 0.0, 0.0)[:2]
        a, b, c, d, e, f = _matrix(thing)
        for data in _named(thing, "AbbreviatedData"):
            for one, other in _strokes(data.text or ""):
                (x, y), (u, v) = ((left + a * p + c * q + e, -(top + b * p + d * q + f)) for p, q in (one, other))
                if abs(x - u) < 0.25 or abs(y - v) < 0.25:
                    yield _points((min(x, u), min(y, v), max(x, u), max(y, v)))


_Point = tuple[float, float]
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}  # numbers after each letter; the last two are the new place


def _strokes(data: str) -> Iterator[tuple[_Point, _Point]]:
    """The straight strokes of a path: M x y L x y ... C (back to its start)."""
    start = here = (0.0, 0.0)
    tokens = iter(data.split())
    for word in tokens:
        if word == "C":
            yield here, start
            here = start
        elif word in _TAKES:
            values = [value for number in islice(tokens, _TAKES[word]) for value in _numbers(number)]
            if len(values) != _TAKES[word]:
                return
            there = (values[-2], values[-1])
            if word == "L":
                yield here, there
            elif word in "SM":
                start = there
            here = there


def _matrix(thing: Element) -> tuple[float, float, float, float, float, float]:
    values = tuple(_numbers(thing.get("CTM", "")))
    return values if len(values) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _numbers(text: str) -> Iterator[float]:
    return (float(word) for word in text.split() if _NUMBER.fullmatch(word))


def _points(box: Box) -> Box:
    left, bottom, right, top = box
    return (left * _POINT, bottom * _POINT, right * _POINT, top * _POINT)
