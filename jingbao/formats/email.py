"""Issue -> e-mail: a message with the plain text and an HTML page of one 640 px column, not yet addressed.

The sender adds From, To, Message-ID and the List headers; `X-Unsent` lets mail programs open the file as a draft.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import css_inline
import mrml

from jingbao.core.values import Issue, digest
from jingbao.formats import text
from jingbao.formats.plain import line
from jingbao.formats.printed import entry, period
from jingbao.formats.style import colours
from jingbao.formats.templates import fill

SUFFIX = ".eml"
MEDIA_TYPE = "message/rfc822"

CHINA = timezone(timedelta(hours=8))
_INLINE = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def render(issue: Issue) -> bytes:
    """The message, lines ending in CRLF, dated the day of printing in China; its boundary comes from its content."""
    words, page = text.render(issue).decode(), html(issue)
    message = EmailMessage()
    message["Subject"] = line(f"{issue.edition}, {period(issue)}")
    message["Date"] = format_datetime(datetime.combine(issue.printed, time(), CHINA))
    message["X-Unsent"] = "1"
    message.set_content(words)
    message.add_alternative(page, subtype="html")
    message.set_boundary(f"=_{digest(words, page)}")
    return message.as_bytes(policy=SMTP)


def html(issue: Issue) -> str:
    """The HTML part: tables, every style inline, dark mode in one media query, nothing loaded."""
    mjml = fill(
        "email.mjml",
        issue=issue,
        entries={item.number: entry(item, issue) for item in issue.items},
        items={item.number: item for item in issue.items},
        period=period(issue),
        light=colours("light"),
        dark=colours("dark"),
    )
    page: str = _INLINE.inline(mrml.to_html(mjml).content)
    return page
