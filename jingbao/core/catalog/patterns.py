"""Regular expressions written by people who do not program: which ones may run on hostile text.

A pattern may not repeat without bound, nor repeat what repeats itself: matching then takes time linear in the text
(times a constant), whatever the text.
"""

from __future__ import annotations

import re

from jingbao.core.errors import CatalogError

LONGEST = 200  # no repeat may go further, in characters
_REPEAT = re.compile(r"[*+?]|\{(\d{0,4})(,?)(\d{0,4})\}")


def check(at: str, pattern: str) -> str:
    """The pattern, or a CatalogError: no regular expression, unbounded (*, +, {2,}), too long, or nested repeats."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise CatalogError(at, f"no regular expression ({error})", "Mend the pattern.") from error
    if compiled.match(""):
        raise CatalogError(at, f"{pattern!r} matches nothing at all, so every text", "Name at least one character.")
    repeats = [False]  # one entry an open group: whether something in it repeats
    n = 0
    while n < len(pattern):
        n, inner = _item(pattern, n, repeats)
        repeat = _REPEAT.match(pattern, n) if n else None
        if repeat is None:
            continue
        most = _most(at, pattern, repeat)
        if most > 1 and inner:
            raise CatalogError(at, f"a repeat inside a repeat in {pattern!r}", "Write it without the outer repeat.")
        repeats[-1] = repeats[-1] or most > 1
        n = repeat.end()
        if pattern[n : n + 1] in ("?", "+"):  # lazy or possessive
            n += 1
    return pattern


def _item(pattern: str, n: int, repeats: list[bool]) -> tuple[int, bool]:
    """The end of the item at n, and whether something repeats in it; opens and closes groups in `repeats`.

    After an opening bracket, after its ?: ?= ?! ?<= ?<! and after | no repeat can follow; nothing is taken there.
    """
    match pattern[n]:
        case "\\":
            return n + 2, False
        case "[":
            end = n + 2 if pattern[n + 1] != "^" else n + 3
            while pattern[end] != "]":
                end += 2 if pattern[end] == "\\" else 1
            return end + 1, False
        case "(":
            repeats.append(False)
            mark = re.compile(r"\(\?(?::|=|!|<=|<!|P<\w{1,40}>)").match(pattern, n)
            return (mark.end() if mark else n + 1), False
        case ")":
            inner = repeats.pop()
            repeats[-1] = repeats[-1] or inner
            return n + 1, inner
        case _:
            return n + 1, False


def _most(at: str, pattern: str, repeat: re.Match[str]) -> int:
    if repeat[0] == "?":
        return 1
    bound = repeat[3] if repeat[2] else repeat[1]
    if repeat[0] in ("*", "+") or not bound:
        raise CatalogError(at, f"unbounded repeat {repeat[0]!r} in {pattern!r}", "State a bound, such as {0,60}.")
    if int(bound) > LONGEST:
        raise CatalogError(at, f"{repeat[0]!r} in {pattern!r} is too long", f"Stay at or under {LONGEST}.")
    return int(bound)
