"""Bytes -> text, or an error: a character set is believed only if it decodes every byte."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from jingbao.core import mojibake
from jingbao.core.errors import UndecidedText

# A page of 1 kB may hold its declaration anywhere in the first 1,024 bytes (HTML standard); real ones start later.
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,30})", re.I)
_XML = re.compile(rb"^\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,30})", re.I)
_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)
# UTF-32 first: its mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_AGAIN = "Save the page again from the site; if it is the same, report it."
_STRANGE = frozenset(("Cn", "Co", "Cs"))  # unassigned, private, surrogate
# Subsets are read as the whole: 〇 and ﹝ stand outside GB2312, and pages that declare it hold them.
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb_2312-80": "gb18030", "utf8": "utf-8"}
_SAME |= {"big5": "big5hkscs", "cp950": "big5hkscs"}
# Only these refuse bytes that are none of theirs. UTF-16 without its mark takes any bytes, UTF-7 hides markup.
_PROVING = frozenset({"utf-8", "gb18030", "big5hkscs", "euc_jp", "shift_jis", "cp932", "euc_kr", "cp949", "hz"})
# These take any bytes, and servers state them by default: they are believed where nothing else fits.
_TAKES_ALL = re.compile(r"iso8859-\d{1,2}|cp125\d|cp866|koi8-[ru]|ascii|tis-620|mac-cyrillic")
_LATIN = frozenset({"iso8859-1", "ascii"})
_CUT = re.compile("end of data|incomplete")
_DOUBTED = frozenset({"gb18030", "big5hkscs"})  # which take most bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: line ends LF, no BOM; charset: what decoded it; note: '' or what was wrong with it."""

    text: str
    charset: str
    note: str = ""


def decode(content: bytes, concerns: str, content_type: str = "") -> Decoded:
    """The text of `content`.

    Order: byte order mark (of UTF-16 pages that lost it, their markup), HTTP header, the page's own declaration,
    UTF-8, GB18030, Big5. Each must decode all bytes, and the last two must give Chinese, or give way to a declared set
    of one byte a character. Raises UndecidedText when none does, or when what comes out is text that was wrongly
    decoded before.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return _sound(Decoded(content[len(mark) :].decode(name), name), concerns)
            except UnicodeDecodeError:
                break
    if content[:2] in _WIDE:
        return _sound(_wide(content, concerns), concerns)
    claims, weak = _claims(content, content_type)
    doubtful = None
    for name in dict.fromkeys((*claims, "utf-8", "gb18030", "big5hkscs", *weak)):
        text = _try(content, name)
        if text is None:
            continue
        note = f"declared as {claims[0]}, is {name}" if claims and name != claims[0] else ""
        found = Decoded(text, name, note)
        if name in _DOUBTED and not mojibake.is_chinese(text):
            doubtful = doubtful or found
            continue
        return _sound(found, concerns)
    if doubtful is not None:
        return _sound(doubtful, concerns)
    raise UndecidedText(
        concerns,
        f"neither {', '.join(claims) or 'a declared character set (there is none)'} nor UTF-8 nor GB18030 decodes it",
        _AGAIN,
    )


def _wide(content: bytes, concerns: str) -> Decoded:
    """A page in UTF-16 without its mark: it opens with markup of two bytes a character, all of it decodes to characters
    that exist, and these are Chinese. UTF-16 takes most bytes: no less proves it. Raises UndecidedText."""
    name = _WIDE[content[:2]]
    text = _try(content, name) or "\0"
    if "\0" in text or any(unicodedata.category(c) in _STRANGE for c in set(text)):
        raise UndecidedText(concerns, f"it begins as {name} does, and is not all of it", _AGAIN)
    if not mojibake.is_written_in_chinese(text):
        raise UndecidedText(concerns, f"nothing proves that it is {name}, whose mark it lacks", _AGAIN)
    return Decoded(text, name, f"without a byte order mark, is {name}")


def _claims(content: bytes, content_type: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Declared character sets that prove something, header first; and those that take any bytes."""
    head = content[:4096]
    found = [m.group(1) for m in (_HEADER.search(content_type),) if m]
    found += [m.group(1).decode("ascii") for m in (_META.search(head), _XML.search(head)) if m]
    names, weak = [], []
    for claim in found:
        try:
            name = codecs.lookup(claim).name
        except LookupError:
            continue
        name = _SAME.get(name, name)
        if name in _PROVING:
            names.append(name)
        elif _TAKES_ALL.fullmatch(name):
            weak.append("cp1252" if name in _LATIN else name)
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(weak))


def _try(content: bytes, name: str) -> str | None:
    """Strictly decoded text, or None. A download cut inside its last character still counts as that character set."""
    if name in _DOUBTED and _is_utf8(content):
        return None  # UTF-8 bytes pass for GB18030 far too often
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        if len(content) > 1000 and error.start >= len(content) - 3 and _CUT.search(error.reason):
            return content[: error.start].decode(name)
    except UnicodeError:
        pass
    return None


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with at least three characters outside ASCII: no chance event."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(content) - len(text) >= 6


def _sound(decoded: Decoded, concerns: str) -> Decoded:
    """Refuse mojibake: text that some program before us decoded with the wrong character set."""
    text = decoded.text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if cause := mojibake.damage(text):
        raise UndecidedText(
            concerns,
            f"the text was damaged before it was saved ({cause})",
            "Save the page again from the site; what is stored cannot be repaired with certainty.",
        )
    note = decoded.note
    if "\0" in text:
        nulls = text.count("\0")
        text = text.replace("\0", "")
        note = f"{note}, and strewn with {nulls} null characters".removeprefix(", and ")
    return Decoded(text, decoded.charset, note)
