"""Where comments and applications go: e-mail, web and postal addresses. Names and telephones are not read."""

from __future__ import annotations

import re

from jingbao.core.read.sheet import Sheet

_MAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,60}\s?(?:@|\[at\]|＠|（at）|\(at\))\s?[A-Za-z0-9][A-Za-z0-9.-]{1,60}\.[A-Za-z]{2,10}"
)
_WEB = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{3,200}")
_POST = re.compile(r"(?:通信地址|通讯地址|邮寄地址|联系地址|邮寄至|寄至|地址)\s?[：:]\s?([^\n。；;]{6,80})")
_ASKS = ("draft_for_comment", "open_call")


def read(sheet: Sheet, status: str) -> None:
    """Note the channels of a consultation or call, once each."""
    if status not in _ASKS:
        return
    seen: set[str] = set()
    for pattern, rule in ((_MAIL, "e-mail"), (_WEB, "web address"), (_POST, "postal address")):
        for m in pattern.finditer(sheet.body):
            start, end = m.span(1) if pattern is _POST else m.span()
            value = re.sub(r"\s?(?:\[at\]|＠|（at）|\(at\))\s?", "@", sheet.body[start:end]).strip()
            if value not in seen:
                seen.add(value)
                sheet.add("channel", value, "body", start, end, rule)
