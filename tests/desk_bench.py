"""Developments made of a title, a body and marked facts, for tests of drafting, checking and assembling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.draft import draft
from jingbao.core.values import Brief, Development, Document, Fact, FactValue, Member, Reading, Role, Span, digest
from jingbao.writers import rules


@cache
def catalog() -> Catalog:
    return plugs.catalog()


def page(
    title: str,
    body: str,
    facts: list[tuple[str, FactValue, str]],
    url: str = "https://www.miit.gov.cn/a.html",
) -> tuple[Reading, Document]:
    """A reading and its document. facts: name, value, quotation, which is looked up in the title, then in the body."""
    document = Document(
        page=digest(url),
        url=url,
        version="1",
        inputs="",
        kind="article",
        title=title,
        body=body,
        meta="",
        attachments=(),
    )
    found = []
    for name, value, quote in [("title", title, title), *facts]:
        part = "title" if quote in title else "body"
        start = document.part(part).index(quote)
        found.append(Fact(name, value, quote, Span(part, start, start + len(quote)), "test"))
    reading = Reading(document.id, document.page, url, "1", tuple(found))
    return reading.prove(document), document


def develop(*pages: tuple[Reading, Document], status: str, roles: Mapping[str, Role] | None = None) -> Development:
    members = tuple(
        Member(reading.id, reading.page, reading.url, (roles or {}).get(reading.url, "official"), date(2024, 8, 30), "")
        for reading, _ in pages
    )
    return Development(1, members, status, status)


def brief(*pages: tuple[Reading, Document], status: str, roles: Mapping[str, Role] | None = None) -> Brief:
    development = develop(*pages, status=status, roles=roles)
    return draft(
        development, tuple(reading for reading, _ in pages), tuple(found for _, found in pages), catalog(), rules.write
    )


GUIDELINES = page(
    "工业和信息化部 国家标准化管理委员会关于印发物联网标准体系建设指南（2024版）的通知",
    "发布时间：2024-08-26\n到2025年，新制定物联网领域国家标准和行业标准30项以上。\n2024年7月22日",
    [
        ("issuer", "工业和信息化部", "工业和信息化部"),
        ("issuer", "国家标准化管理委员会", "国家标准化管理委员会"),
        ("instrument", "物联网标准体系建设指南（2024版）", "物联网标准体系建设指南（2024版）"),
        ("status", "issued", "印发"),
        ("category", "legislative", "印发"),
        ("topic", "iot", "物联网"),
        ("published", "2024-08-26", "2024-08-26"),
        ("signed", "2024-07-22", "2024年7月22日"),
    ],
)
DRAFT = page(
    "公开征求对《雷达无线电管理规定（试行）（征求意见稿）》的意见",
    "发布时间：2024-07-31\n请于2024年8月31日前反馈。工业和信息化部",
    [
        ("issuer", "工业和信息化部", "工业和信息化部"),
        ("instrument", "雷达无线电管理规定（试行）（征求意见稿）", "雷达无线电管理规定（试行）（征求意见稿）"),
        ("status", "draft_for_comment", "公开征求"),
        ("category", "legislative", "规定"),
        ("topic", "tel-radio", "无线电"),
        ("published", "2024-07-31", "2024-07-31"),
        ("comment_deadline", "2024-08-31", "2024年8月31日"),
    ],
    "https://www.miit.gov.cn/b.html",
)
CALL = page(
    "工业和信息化部办公厅关于开展工业和信息化领域北斗规模应用试点城市遴选的通知",
    "2024-07-15 请于2024年9月20日前报送。",
    [
        ("issuer", "工业和信息化部办公厅", "工业和信息化部办公厅"),
        ("status", "open_call", "遴选"),
        ("category", "industry", "遴选"),
        ("topic", "aero-beidou", "北斗"),
        ("published", "2024-07-15", "2024-07-15"),
        ("submission_deadline", "2024-09-20", "2024年9月20日"),
    ],
    "https://www.miit.gov.cn/c.html",
)
