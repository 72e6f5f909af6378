"""Technical standards by their numbers: GB/T 45654-2025, YD/T 4177.1—2022, T/CESA 1234-2024, TC260-PG-20244A."""

from __future__ import annotations

import re

from jingbao.core.read.sheet import Sheet

_MOST = 200
_SYSTEMS = (
    r"GB(?:/[TZ])?|GSB|GJB|(?:AQ|CB|CH|CJ|CY|DA|DB\d{2,6}|DL|DY|DZ|EJ|FZ|GA|GC|GH|GM|GY|HB|HG|HJ|HY|JB|JC|JG|JGJ|JJF|JJG|JR"
    r"|JT|JY|LB|LD|LY|MH|MT|MZ|NB|NY|QB|QC|QJ|QX|RB|SB|SC|SF|SH|SJ|SL|SN|SY|TB|TD|TY|WB|WH|WM|WS|WW|XB|XF|YB|YC|YD|YS"
    r"|YY|YZ|ZY)(?:/[TZ])?|T/[A-Z]{2,12}|(?:ISO|IEC)(?:/IEC)?(?:/(?:TS|TR))?"
)
_SYSTEM = re.compile(_SYSTEMS)
_NUMBER = re.compile(  # any capitals with a number: whether they are a system is looked up, which is faster
    r"(?P<system>[A-Z](?<![A-Za-z/][A-Z])[A-Z]{0,4}(?:(?<=DB)\d{2,6})?(?:/[A-Z]{1,12}){0,2})"
    r"[ \u00a0]?(?P<no>\d{1,6}(?:\.\d{1,3}){0,3})"
    r"(?:\s?[—–\-－:：]{1,2}\s?(?P<year>(?:19|20)\d{2}))?(?![\d.]?\d|[A-Za-z])"
)
_GUIDE = re.compile(r"(?<![A-Za-z0-9])TC260-(?:PG|\d{3})-?\d{0,6}[A-Z]?(?![A-Za-z0-9])")
_OWN = re.compile(r"[《\s]{0,2}")


def read(sheet: Sheet) -> None:
    """Note each standard once: its own number where the title has it or its name follows, else a cited one."""
    seen: set[str] = set()
    own = tuple(name.replace(" ", "") for name in sheet.values("instrument"))
    for part, text in (("title", sheet.title), ("body", sheet.body)):
        if not re.search(r"\d", text):
            continue
        found = [*_NUMBER.finditer(text), *_GUIDE.finditer(text)]
        for m in sorted(found, key=lambda m: m.start())[:_MOST]:
            before = text[max(0, m.start() - 1) : m.start()]
            value = "" if before.isascii() and (before.isalnum() or before == "/") else _normal(m)
            if value in seen or not value:
                continue
            seen.add(value)
            named = _OWN.match(text, m.end())
            behind = text[named.end() : named.end() + 60].replace(" ", "") if named else ""
            is_own = part == "title" or any(len(name) > 5 and behind.startswith(name) for name in own)
            sheet.add("standard", value, part, m.start(), m.end(), "own number" if is_own else "cited")


def _normal(m: re.Match[str]) -> str:
    """System, blank, number, hyphen, year; '' for letters and figures that only look like a standard."""
    groups = m.groupdict()
    if "system" not in groups:
        return m[0]
    system, number, year = groups["system"], groups["no"], groups["year"]
    if not _SYSTEM.fullmatch(system):
        return ""
    sure = year or "/" in system or system in ("GB", "ISO", "IEC")
    return f"{system} {number}{'-' + year if year else ''}" if sure else ""
