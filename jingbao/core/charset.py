"""Bytes -> text, or an error: a character set is believed only if it decodes every byte."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ftfy.badness import badness

from jingbao.core.errors import UndecidedText

# A page of 1 kB may hold its declaration anywhere in the first 1,024 bytes (HTML standard); real ones start later.
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,30})", re.I)
_XML = re.compile(rb"^\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,30})", re.I)
_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Subsets are read as the whole: 〇 and ﹝ stand outside GB2312, and pages that declare it hold them.
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb_2312-80": "gb18030", "utf8": "utf-8"}
# Defaults of servers, which decode any bytes and so prove nothing.
_EMPTY_CLAIMS = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15", "latin-1"})
# What UTF-8 punctuation and the replacement mark become when read as GBK (，。、：“（ and U+FFFD twice).
_GBK_TRACES = re.compile("锛[岀屽歚�]?|銆[傚乗]?|鈥[滄渼]?|锟斤拷|鐨勩|涓浗")
_HAN = re.compile("[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: line ends LF, no BOM; charset: what decoded it; note: '' or what was wrong with the declaration."""

    text: str
    charset: str
    note: str = ""


def decode(content: bytes, concerns: str, content_type: str = "") -> Decoded:
    """The text of `content`.

    Order: byte order mark, HTTP header, the page's own declaration, UTF-8, GB18030. Raises UndecidedText when none
    decodes all bytes, or when what comes out is text that was wrongly decoded before.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return _sound(Decoded(content[len(mark) :].decode(name), name), concerns)
            except UnicodeDecodeError:
                break
    claims = _claims(content, content_type)
    for name in dict.fromkeys((*claims, "utf-8", "gb18030")):
        text = _try(content, name, claims)
        if text is not None:
            note = f"declared as {claims[0]}, is {name}" if claims and name != claims[0] else ""
            return _sound(Decoded(text, name, note), concerns)
    raise UndecidedText(
        concerns,
        f"neither {', '.join(claims) or 'a declared character set (there is none)'} nor UTF-8 nor GB18030 decodes it",
        "Save the page again from the site; if it is the same, report it.",
    )


def _claims(content: bytes, content_type: str) -> tuple[str, ...]:
    """Declared character sets that Python knows and that prove something, header first."""
    head = content[:4096]
    found = [m.group(1) for m in (_HEADER.search(content_type),) if m]
    found += [m.group(1).decode("ascii") for m in (_META.search(head), _XML.search(head)) if m]
    names = []
    for claim in found:
        try:
            name = codecs.lookup(claim).name
        except LookupError:
            continue
        name = _SAME.get(name, name)
        if name not in _EMPTY_CLAIMS:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _try(content: bytes, name: str, claims: tuple[str, ...]) -> str | None:
    """Strictly decoded text, or None. A download cut inside its last character still counts as that character set."""
    if name == "gb18030" and "utf-8" not in claims and _is_utf8(content):
        return None  # UTF-8 bytes pass for GB18030 far too often
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        if len(content) > 1000 and error.start >= len(content) - 3 and "end of data" in error.reason:
            return content[: error.start].decode(name)
    except (UnicodeError, ValueError, LookupError):
        pass  # codecs that are no character sets (idna, base64) raise these
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
    sample = text[:60_000]
    if any(trace in sample for trace in ("锛", "銆", "锟", "\ufffd")):  # a quick look before the counting
        han = len(_HAN.findall(sample))
        traces = len(_GBK_TRACES.findall(sample)) + sample.count("\ufffd")
        if traces > 5 and traces * 50 > max(han, len(sample) // 100):
            _refuse(concerns, f"{traces} traces of UTF-8 read as GBK, or of lost characters")
    head = sample[:20_000]
    accents = sum(map(head.count, "ÃÂäåæçèéïÖÐÎÄÊµ")) if any(one in head for one in "ÃäåÖÐ") else 0
    foreign = accents > 20 and len(_HAN.findall(head)) * 5 < accents
    if foreign and badness(re.sub(r"<[^<>]{0,2000}>", " ", head)) > 20:
        _refuse(concerns, "accented Latin letters in sequences that no language has")
    return Decoded(text, decoded.charset, decoded.note)


def _refuse(concerns: str, cause: str) -> None:
    raise UndecidedText(
        concerns,
        f"the text was damaged before it was saved ({cause})",
        "Save the page again from the site; what is stored cannot be repaired with certainty.",
    )
