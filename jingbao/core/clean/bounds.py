"""Bounds on markup: what would keep a parser busy for minutes is refused before it is parsed, in linear time.

A parser's work is quadratic in the attributes of one element, in the depth of its elements, and in the formatting
elements left open (it opens them again in every block that follows, as HTML prescribes). What is counted here is never
less than what the parser will meet, whatever comments, scripts and quotation marks hide: an element counts as closed
only where nothing but text and closed elements stands between its two tags.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jingbao.core.errors import TooLarge

MAX_ATTRIBUTES = 2_000  # of one tag; real ones have less than 50, but a script may look like a tag of 800
MAX_TAGS = 400_000  # of both kinds; real pages have less than 10,000, a register of 5,000 rows has 90,000
MAX_WORK = 500_000_000  # comparisons of attributes: squares of their numbers, added up
MAX_CLIMBED = 1_000_000_000  # elements left open times tags: at each tag the parser may look at all that are open
MAX_REOPENED = 1_000_000  # formatting elements left open times tags

_SMALL = 40_000  # characters too few for attributes that take long: 10,000 in one tag take a sixth of a second
_LONG = 1_500  # characters of a tag that may hold too many attributes, or swallow other tags with a quotation mark
_QUOTED_END = re.compile(r"=\s*+(?:\"[^\">]*+>|'[^'>]*+>)")  # a tag with it goes on after the first > in it
_OPENING = re.compile(r"<[A-Za-z]")
_MARKUP = re.compile(r"<[A-Za-z][^>]*+>?")  # a tag up to the first >
_ROOT = re.compile(r"<(?:(?i:html|body))(?=[\s/>])")
_ROOTS = 4  # <html> and <body> of a page; the attributes of further ones would all be added to the first

_VALUE = r"""(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE})?"
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+((?:[\s/]++|{_ATTRIBUTE})*+)")
_ONE = re.compile(_ATTRIBUTE)

# Elements without an end, and those whose end is implied by the next of their kind.
_FLAT = (
    "area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|html|head|body"
    "|p|li|dd|dt|td|th|tr|tbody|thead|tfoot|colgroup|option|optgroup|rt|rp|rb"
)
_FORMATTING = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"  # of links, only the last is ever opened again
_LEFT_OPEN = re.compile(rf"<(?!(?i:{_FLAT})[\s/>])[A-Za-z]")
_FORMATTED = re.compile(rf"<(?i:{_FORMATTING})(?=[\s/>])")
_FORMATS = re.compile(rf"<(?i:{_FORMATTING})(?=[\s/>])[^>]*+")
_HEAD = len("<strike ")  # characters that tell whether a tag is of one of these, or of a root
_SAME = 3  # identical formatting elements that are opened again, by the standard
_PAIR = re.compile(rf"<((?i:a|div|span|{_FORMATTING}))(?=[\s>])[^<>/]*+(?:/[^<>/]++)*+>[^<]*+</\1\s*+>")
_ALONE = re.compile(r"<(?i:br|img)(?=[\s/>])[^<>]*+>")
_PASSES = 6  # of taking out closed elements, the innermost first


def check(text: str, concerns: str) -> None:
    """Raise TooLarge for a page whose markup is built to keep a parser busy."""
    tags = text.count("<")
    if tags > MAX_TAGS:
        raise _refused(concerns, f"it has more than {MAX_TAGS} tags of elements")
    if len(text) <= _SMALL and tags * tags <= MAX_REOPENED:
        return
    markup = _MARKUP.findall(text)
    heads = Counter([tag[:_HEAD] for tag in markup])
    _check_open(text, heads, tags, concerns)
    _check_roots(text, heads, concerns)
    if max(map(len, markup), default=0) > _LONG or _QUOTED_END.search("".join(markup)):
        _check_attributes(text, concerns)


def _check_open(text: str, heads: Counter[str], tags: int, concerns: str) -> None:
    """Refuse too many elements left open."""
    if tags * tags <= MAX_REOPENED:
        return
    opened = tags - text.count("</")
    if opened * tags <= MAX_CLIMBED and _number(_FORMATTED, heads) * tags <= MAX_REOPENED:
        return
    text = _without_closed(text)
    if len(_LEFT_OPEN.findall(text)) * tags > MAX_CLIMBED:
        raise _refused(concerns, "too many elements are left open inside one another")
    if sum(min(count, _SAME) for count in Counter(_FORMATS.findall(text)).values()) * tags > MAX_REOPENED:
        raise _refused(concerns, "formatting is left open over too many of its elements")


def _number(kind: re.Pattern[str], heads: Counter[str]) -> int:
    return sum(count for head, count in heads.items() if kind.match(head))


def _without_closed(text: str) -> str:
    """Without elements that are closed beyond doubt."""
    text = _ALONE.sub("", text)
    for _ in range(_PASSES):
        text, found = _PAIR.subn("", text)
        if not found:
            break
    return text


def _check_roots(text: str, heads: Counter[str], concerns: str) -> None:
    """Refuse too many attributes on <html> and <body>."""
    if _number(_ROOT, heads) <= _ROOTS:
        return
    if sum(_attributes(text, [match.start() for match in _ROOT.finditer(text)], concerns)) > MAX_ATTRIBUTES:
        raise _refused(concerns, f"<html> and <body> have more than {MAX_ATTRIBUTES} attributes")


def _check_attributes(text: str, concerns: str) -> None:
    """Refuse too many attributes, on one tag or in sum."""
    work = 0
    for number in _attributes(text, list(_suspects(text)), concerns):
        work += number * number
        if number > MAX_ATTRIBUTES or work > MAX_WORK:
            raise _refused(concerns, f"its tags have up to {number} attributes")


def _suspects(text: str) -> Iterator[int]:
    """Where tags start that are long or may hold a > in a value, and all that start inside them."""
    for match in _MARKUP.finditer(text):
        tag = match.group()
        if len(tag) > _LONG or _goes_on(tag, '"') or _goes_on(tag, "'"):
            yield from (opening.start() for opening in _OPENING.finditer(text, match.start(), match.end()))


def _goes_on(tag: str, quote: str) -> bool:
    """Whether the last of such quotation marks opens a value, which the > at the end is then part of."""
    place = tag.rfind(quote)
    before = tag[place - 1] if place > 0 else ""
    return before == "=" or (before.isspace() and tag[:place].rstrip().endswith("="))


def _attributes(text: str, places: list[int], concerns: str) -> Iterator[int]:
    """Numbers of attributes of the tags that start at the places."""
    read, limit = 0, 4 * len(text) + 1_000_000
    for place in places:
        match = _TAG.match(text, place)
        attributes = match.group(1) if match else ""
        read += len(attributes)
        if read > limit:
            raise _refused(concerns, "its tags hold one another")
        yield len(_ONE.findall(attributes)) if len(attributes) > 1 else 0


def _refused(concerns: str, cause: str) -> TooLarge:
    todo = "Look at the page in a browser; if it shows a text, save that as a new file and add it."
    return TooLarge(concerns, f"the page was not read: {cause}", todo)
