"""Other instruments a text names: laws it rests on, texts it replaces. Its own title does not count."""

from __future__ import annotations

import re

from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import kind_of, name_core

_SHORT = 5  # 《办法》 is a name given before
_MOST = 200
_MODIFIER = re.compile(r"[（(][^（）()]{1,30}[）)]")
_LAW = re.compile(r"(?:法|法典|条例|规定|纲要|决定|准则)$")
_PAPER = re.compile(r"(?:证|证书|执照|批文|表|回执|申请书|承诺书)$")  # what is held or filed is no instrument
_FILE = re.compile(r"(?:编制|编写|填写|填报|提交|附件|报送)[^，。；《》]{0,10}《$")


def read(sheet: Sheet) -> None:
    """Note every cited title once, in the order of the text."""
    own = {name_core(name) for name in (*sheet.values("instrument"), sheet.title)}
    seen: set[str] = set()
    for book in sheet.books:
        name = re.sub(r"\s*\n\s*", "", sheet.body[book.start : book.end])
        core = name_core(name)
        if book.depth or len(name) < _SHORT or name in seen or core in own or len(seen) >= _MOST:
            continue
        if not (kind_of(name, sheet.lore) or _LAW.search(_MODIFIER.sub("", name))):
            continue
        if _PAPER.search(_MODIFIER.sub("", name)) or _FILE.search(sheet.body, max(0, book.start - 16), book.start):
            continue
        if sheet.body[book.start - 3 : book.start - 1] in ("称《", "称“"):
            continue
        seen.add(name)
        sheet.add("cites", name, "body", book.start, book.end, "title in book marks")
