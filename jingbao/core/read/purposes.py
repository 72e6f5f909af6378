"""Purpose clauses: 为规范…，根据…."""

from __future__ import annotations

import re

from jingbao.core.read.sheet import Sheet

_PURPOSE = re.compile(
    r"(?:^|\n)\s{0,4}(为(?:了|进一步)?[^。；\n，]{4,80}(?:，[^。；\n，]{2,60}?){0,4}?)(?=，(?:根据|按照|依据"
    r"|现|我|经|工|国|制|特|提|本|[^，。]{0,20}(?:决定|组织|制定|起草|修订|印发)))"
)


def read(sheet: Sheet) -> None:
    """Note the first purpose clause of the text."""
    if purpose := _PURPOSE.search(sheet.body):
        start, end = purpose.span(1)
        sheet.add("purpose", purpose[1], "body", start, end, "为…，根据…")
