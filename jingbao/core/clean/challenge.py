"""Answers that look like pages and are none."""

from __future__ import annotations

import re

from jingbao.core.errors import NotAPage
from jingbao.core.values import Page

_SHORT = 400  # visible characters; a real page of any kind has more, or has pictures or files
_SCRIPTED = re.compile(
    r"__jsl_clearance|document\.cookie\s{0,3}=|document\[[^\]]{1,40}\]\s{0,3}=|location\.(?:reload|href|replace)|_0x[0-9a-f]{2,6}\b"
    r"|challenge-platform|acw_sc__v2|probe\.js|\$_ts\s{0,3}=|setTimeout\(function"
)
_ASKED = re.compile(
    r"请开启\s?JavaScript并刷新|请完成(?:安全)?验证|安全验证|访问验证|人机(?:身份)?验证|拖动滑块|滑块填充|请输入验证码|captcha"
    r"|Checking your browser|Just a moment|Verify you are human|Access Denied|Request Rejected"
    r"|您的(?:访问|请求)(?:已|被)(?:拦截|阻断|拒绝)|访问(?:过于频繁|被拒绝|受限)|网站防火墙|云防护|WAF|Web应用防火墙",
    re.I,
)
_GONE = re.compile(
    r"(?:访问|查看|请求|浏览)的(?:页面|网页|文件|内容|文章|信息)(?:不存在|已?被?删除|找不到|已下线|出错)"
    r"|页面(?:不存在|找不到|走丢|未找到)|无法找到(?:该|此)?(?:页|网页|页面)|文章不存在"
    r"|该(?:文章|信息|页面|内容)(?:不存在|已删除|已下线)|404 Not Found|500 Internal|502 Bad|503 Service"
)


def check_status(page: Page) -> None:
    """Refuse error answers; 404 and 410 are for good, the rest may pass."""
    if page.status >= 400:
        gone = page.status in (404, 410)
        todo = "Remove the address or look for the new one." if gone else "Fetch it again later, or save it by hand."
        raise NotAPage(page.url, f"the server answered {page.status}", todo, permanent=gone)


def check_text(page: Page, visible: str, raw: str, has_content: bool) -> None:
    """Refuse challenge pages and error pages that answer 200.

    visible: the page's visible text; raw: its source; has_content: pictures, files or rows were found.
    """
    size = len("".join(visible.split()))
    if size > _SHORT:
        return
    if _ASKED.search(visible) or (size < 80 and not has_content and _SCRIPTED.search(raw[:200_000])):
        raise NotAPage(
            page.url,
            "the answer is a check of the visitor (script, cookie or captcha), not the page",
            "Open the address in a browser, save the page and add the file.",
            permanent=False,
        )
    if _GONE.search(visible) and not has_content:
        raise NotAPage(page.url, "the answer says that the page is gone", "Remove the address or look for the new one.")
