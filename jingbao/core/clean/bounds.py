"""Bounds on markup: what would keep a parser busy for minutes is refused before it is parsed, in linear time.

A parser's work is quadratic in the attributes of one element, in the depth of its elements, and in the formatting
elements left open (it opens them again in every block that follows, as HTML prescribes).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from jingbao.core.errors import TooLarge

MAX_ATTRIBUTES = 2_000  # of one tag; real ones have less than 50, but a script may look like a tag of 800
MAX_DEPTH = 1_000  # of open elements; real pages stay below 100, one in a thousand leaves 900 open
MAX_TAGS = 400_000  # real pages have less than 10,000
MAX_WORK = 500_000_000  # comparisons of attributes: squares of their numbers, added up
MAX_REOPENED = 1_000_000  # formatting elements that the parser would open again, on one page
_LONG = 1_500  # characters of a tag that may hold too many attributes, or swallow other tags with a quotation mark

_FEW = 1_000  # tags that can neither lie too deep nor leave too much open
# What a page of few tags must hold for one of them to be long: 1,500 characters before the next >, or a > in a value.
_LONG_TAG = re.compile(r"<[A-Za-z][^>]{1500}|=\s*+(?:\"[^\">]*+>|'[^'>]*+>)")
_ROOT = re.compile(r"<(?:html|body)", re.I)
_ROOTS = 4  # <html> and <body> of a page; the attributes of further ones would all be added to the first

_VALUE = r"""(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE})?"
_TAG = re.compile(rf"<(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)")
_ONE = re.compile(_ATTRIBUTE)

# Elements without an end, and those whose end is implied by the next of their kind.
_FLAT_NAMES = (
    "area base br col embed frame hr img input link meta param source track wbr html head body"
    " p li dd dt td th tr tbody thead tfoot colgroup option optgroup rt rp rb"
)
_FLAT = frozenset(_FLAT_NAMES.split())
_FORMATTING_NAMES = "a b big code em font i nobr s small strike strong tt u"
_FORMATTING = frozenset(_FORMATTING_NAMES.split())
_SAME = 3  # identical formatting elements that are opened again, by the standard


def check(text: str, concerns: str) -> None:
    """Raise TooLarge for a page whose markup is built to keep a parser busy.

    What stands in comments and scripts counts as well: to tell where they end takes a parser.
    """
    if len(_ROOT.findall(text)) <= _ROOTS:
        if text.count("<") < _FEW and _LONG_TAG.search(text) is None:
            return
        if _modest(text):
            return
    outline = _Outline(concerns)
    place = read = 0
    while (match := _TAG.search(text, place)) is not None:
        start, end = match.span()
        if end - start > _LONG:
            read += end - start
            if read > 4 * len(text) + 1_000_000:
                raise _refused(concerns, "its tags hold one another")
            outline.count_attributes(match.group(2), match.group(3))
            end = match.end(2)  # a quotation mark that is none may have swallowed tags
        outline.add(match)
        place = end


def _modest(text: str) -> bool:
    """Whether a page stays below every bound even if each tag of it counts as badly as it can: most pages do."""
    tags = _TAG.findall(text)
    sizes = [len(attributes) for _, _, attributes in tags]
    if max(sizes, default=0) > _LONG:
        if any(size > _LONG and len(_ONE.findall(tags[n][2])) > MAX_ATTRIBUTES for n, size in enumerate(sizes)):
            return False
        long = sum(size > _LONG for size in sizes)
        tags = [one for tag in tags for one in (tag, *(_TAG.findall(tag[2]) if len(tag[2]) > _LONG else ()))]
        sizes = [len(attributes) for _, _, attributes in tags]
        if sum(size > _LONG for size in sizes) > long:  # what one swallowed has swallowed more
            return False
    # An attribute takes two characters, so that the square of a tag's number of them is at most a quarter of this.
    if len(tags) > MAX_TAGS or sum(size * size for size in sizes) > 4 * MAX_WORK:
        return False
    return _lies_flat(tags)


def _lies_flat(tags: list[tuple[str, str, str]]) -> bool:
    """Whether depth and formatting left open stay in bounds. tags: ('/' or '', name, attributes) of each."""
    held: dict[str, int] = {}
    depth = deepest = active = reopened = 0
    for slash, name, _ in tags:
        name = name.lower()
        step = -1 if slash else 1
        reopened += active
        if name in _FLAT or (open_now := held.get(name, 0) + step) < 0:
            continue
        held[name] = open_now
        active += step * (name in _FORMATTING)
        depth += step
        deepest = max(deepest, depth)
    return deepest <= MAX_DEPTH and reopened <= MAX_REOPENED


class _Outline:
    """How deep the elements would lie, by names alone, and what it takes to open formatting again."""

    def __init__(self, concerns: str) -> None:
        self._concerns = concerns
        self._open: Counter[str] = Counter()
        self._formatting: defaultdict[str, list[str]] = defaultdict(list)
        self._depth = self._active = self._reopened = self._on_root = self._tags = self._work = 0

    def count_attributes(self, name: str, attributes: str) -> None:
        number = sum(1 for _ in _ONE.finditer(attributes))
        self._work += number * number
        if number > MAX_ATTRIBUTES or self._work > MAX_WORK:
            raise _refused(self._concerns, f"tags like <{name[:20]}> have up to {number} attributes")

    def add(self, tag: re.Match[str]) -> None:
        name, ends = tag.group(2).lower(), bool(tag.group(1))
        self._tags += not ends
        if self._tags > MAX_TAGS:
            raise _refused(self._concerns, f"it has more than {MAX_TAGS} elements")
        if name in _FORMATTING:
            self._format(name, tag.group(), ends)
        self._reopened += self._active
        if self._reopened > MAX_REOPENED:
            raise _refused(self._concerns, "formatting is left open over too many of its elements")
        if name in ("html", "body"):  # a second one adds its attributes to the first
            self._on_root += sum(1 for _ in _ONE.finditer(tag.group(3)))
            if self._on_root > MAX_ATTRIBUTES:
                raise _refused(self._concerns, f"<html> and <body> have more than {MAX_ATTRIBUTES} attributes")
        if name in _FLAT:
            return
        if not ends:
            self._open[name] += 1
            self._depth += 1
            if self._depth > MAX_DEPTH:
                raise _refused(self._concerns, f"more than {MAX_DEPTH} elements are left open inside one another")
        elif self._open[name]:
            self._open[name] -= 1
            self._depth -= 1

    def _format(self, name: str, tag: str, ends: bool) -> None:
        same = self._formatting[name]
        if ends and same:
            same.pop()
            self._active -= 1
        elif not ends and same[-_SAME:].count(tag) < _SAME:
            same.append(tag)
            self._active += 1


def _refused(concerns: str, cause: str) -> TooLarge:
    todo = "Look at the page in a browser; if it shows a text, save that as a new file and add it."
    return TooLarge(concerns, f"the page was not read: {cause}", todo)
