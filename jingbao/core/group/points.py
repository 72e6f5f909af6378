"""Text as numbers: one look-up a character instead of one call, so that a hundred thousand texts can be compared.

Numbers are UTF-16 units; a character of two units (rare) counts as two letters and is folded the slow way.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import opencc
from numpy.typing import NDArray

Points = NDArray[np.uint16]

_SIMPLER = opencc.OpenCC("t2s")
_ALL = 0x10000
_SURROGATES = range(0xD800, 0xE000)
_JAMO = range(0x1100, 0x1200)  # NFKC joins them to their neighbours

# Mirrors print a reading after a character that their target set lacks: 優(yōu)化. The bracket comes first in the
# pattern because that can be searched for fast.
_READING_AID = re.compile(r"\((?<=[㐀-鿿]\()[a-zü\u00e0-\u01dc]{1,7}\)")
_AID_BEGINS = re.compile(r"[(（][A-Za-zÀ-ǜＡ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True)
class _Tables:
    """By UTF-16 unit. plain: NFKC and lower case; letter: the same, 0 for what is no letter, digit or character;
    slow: what NFKC makes several characters of, or joins to others; other: what simplified text writes otherwise."""

    plain: Points
    letter: Points
    slow: NDArray[np.bool_]
    other: NDArray[np.bool_]


@cache
def _tables() -> _Tables:
    slow, other = np.zeros(_ALL, dtype=np.bool_), np.zeros(_ALL, dtype=np.bool_)
    plain, letter = np.arange(_ALL, dtype=np.uint16), np.arange(_ALL, dtype=np.uint16)
    slow[_SURROGATES.start : _SURROGATES.stop] = True
    every = [chr(n) for n in range(_ALL) if n not in _SURROGATES]
    simple = _SIMPLER.convert("\0".join(every[1:])).split("\0")
    for character, simpler in zip(every[1:], simple, strict=True):
        place = ord(character)
        narrowed = unicodedata.normalize("NFKC", character).lower()
        if len(narrowed) != 1 or ord(narrowed) >= _ALL or unicodedata.combining(character) or place in _JAMO:
            slow[place] = True
        else:
            plain[place] = ord(narrowed)
        letter[place] = plain[place] if chr(plain[place]).isalnum() else 0
        other[place] = simpler != character
    return _Tables(plain, letter, slow, other)


def plain(text: str) -> str:
    """Simplified characters, half-width, lower case, without reading aids; punctuation and lines stay."""
    found, tables = _units(text), _tables()
    if np.count_nonzero(tables.slow.take(found)):
        narrowed = unicodedata.normalize("NFKC", text).lower()
    else:
        narrowed = tables.plain.take(found).tobytes().decode("utf-16-le")
    return simplified(_READING_AID.sub("", narrowed))


def simplified(text: str) -> str:
    """Simplified characters; half of a pair, which is no character, becomes U+FFFD."""
    found, tables = _units(text), _tables()
    if not np.count_nonzero(tables.other.take(found) | tables.slow.take(found)):
        return text
    whole: str = _SIMPLER.convert(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return whole


def letters(text: str) -> Points:
    """The letters, digits and characters of `plain(text)`, in one pass where nothing in the text needs more."""
    found, tables = _units(text), _tables()
    if np.count_nonzero(tables.slow.take(found) | tables.other.take(found)) or _AID_BEGINS.search(text):
        found = _units(plain(text))
    folded = tables.letter.take(found)
    kept: Points = folded[folded != 0]
    return kept


def _units(text: str) -> Points:
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
