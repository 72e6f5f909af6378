"""The rules and character boxes of a PDF page, turned upright."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from jingbao.core.attachments.grid import MOST_RULES, Box, Glyph

MOST_STROKES = 1_000_000  # objects and strokes of a file; of pages beyond, no tables are sought
_MOST_OBJECTS = 20_000  # of a page; one with more is a drawing
_MOST_SEGMENTS = 4 * MOST_RULES
_MAX_DEPTH = 3
_STRAIGHT = 0.7  # points a rule may lean

Matrix = tuple[float, float, float, float, float, float]
_ONE: Matrix = (1, 0, 0, 1, 0, 0)


def rules(page: pypdfium2.PdfPage, left: int) -> tuple[list[Box], int]:
    """Every horizontal and vertical line of the page's paths, edges of boxes too; [] for a drawing.

    left: objects and strokes that may still be looked at in the file; what is left of them comes back.
    """
    found: list[Box] = []
    budget = [min(_MOST_OBJECTS, left)]
    strokes = 0
    turn = page.get_rotation()
    objects = (raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page)))
    for path, matrix in _paths(objects, _ONE, budget, 0):
        strokes += raw.FPDFPath_CountSegments(path)
        if strokes > _MOST_SEGMENTS:
            found = []
            break
        found += (_turned(box, turn) for box in _lines(path, matrix))
    looked_at = min(_MOST_OBJECTS, left) - budget[0] + strokes
    return found if budget[0] > 0 else [], max(0, left - looked_at)


def glyphs(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, characters: Sequence[str]) -> list[Glyph]:
    """The characters of the page's text that have a box; '' and line ends are left out."""
    found = []
    turn = page.get_rotation()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for place, character in enumerate(characters):
        if character not in ("", "\r", "\n", "\ufffe") and raw.FPDFText_GetCharBox(
            layer, place, left, right, bottom, top
        ):
            box = (left.value, bottom.value, right.value, top.value)
            found.append(Glyph(place, character, _turned(box, turn)))
    return found


def _paths(
    objects: Iterator[raw.FPDF_PAGEOBJECT], matrix: Matrix, budget: list[int], depth: int
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Matrix]]:
    for thing in objects:
        budget[0] -= 1
        if budget[0] <= 0:
            return
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield thing, _times(_matrix(thing), matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = (raw.FPDFFormObj_GetObject(thing, n) for n in range(raw.FPDFFormObj_CountObjects(thing)))
            yield from _paths(inner, _times(_matrix(thing), matrix), budget, depth + 1)


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return _ONE
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _lines(path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Box]:
    """The straight upright lines of a path."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for n in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, n)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _line(last, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _line(point, start)
        last = point


def _line(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    (x, y), (u, v) = one, other
    if abs(x - u) < _STRAIGHT or abs(y - v) < _STRAIGHT:
        yield (min(x, u), min(y, v), max(x, u), max(y, v))


def _turned(box: Box, turn: int) -> Box:
    """A box as it stands when the page is shown; turn: degrees clockwise."""
    left, bottom, right, top = box
    match turn:
        case 90:
            return (bottom, -right, top, -left)
        case 180:
            return (-right, -top, -left, -bottom)
        case 270:
            return (-top, left, -bottom, right)
    return box
