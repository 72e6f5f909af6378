"""Characters that nobody sees: taken out of a text, and named where they change what is seen.

Offsets count what is left, so this happens before a text is a part of a Document.
"""

from __future__ import annotations

import re

# Controls but for tab and line feed; soft hyphen; zero-width spaces and joiners; marks of direction; noncharacters.
_UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_INVISIBLE = re.compile(f"[{_UNSEEN}\U000e0000-\U000e007f]")
# These show letters and figures in another order than they stand in: 12 may be read as 21.
_TURNING = ("\u202b", "\u202e", "\u2067")


def without(text: str) -> str:
    """The text without the characters nobody sees."""
    return text if text.isascii() and text.isprintable() else _INVISIBLE.sub("", text)


def turned(text: str) -> bool:
    """Whether marks in the text turn the order in which a part of it is shown."""
    return any(mark in text for mark in _TURNING)
