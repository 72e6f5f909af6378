"""Legal rank of the text a page issues, and whether it binds.

Never by the word alone: 办法 and 规定 are rules or normative documents. The form of publication tells: an order (令) of
the State Council, of a ministry or of a local government; the announcement of a people's congress; a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jingbao.core.read import headers
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.status import Verdict
from jingbao.core.read.title import LAW, Title

Rank = (
    str  # law, administrative_regulation, local_regulation, departmental_rule, local_government_rule, … (docs/words.md)
)
_CENTRAL = ("全国人民代表大会", "全国人民代表大会常务委员会")
_CONGRESS = re.compile(r"人民代表大会(?:常务委员会)?$|人大(?:常委会)?$")
_JUDGED = ("法释", "高检发释字")
_INTERPRETS = ("解释", "规定", "规则", "批复", "决定")  # forms of judicial interpretations since 2021
_PARTY = re.compile(r"^(?:中国共产党|中共)|^中央(?:纪委|组织部|宣传部|政法委)")
_PARTY_KINDS = ("条例", "规定", "准则", "规则", "办法", "细则")
_LOCAL_KINDS = ("条例", "规定", "办法", "决定", "细则", "规则")
_CARRIERS = ("通知", "公告", "通告", "意见", "指导意见", "决定")
_MODIFIER = re.compile(r"[（(][^（）()]{1,30}[）)]\s{0,2}$")
_ADMINISTERS = (
    *("central-party", "state-council", "ministry", "ministry-office", "ministry-bureau", "national-bureau"),
    *("provincial-government", "provincial-department", "city-government", "city-department", "standards-body"),
    *("court", "procuratorate"),
)
_NO_FORCE = re.compile(
    r"不具有(?:法律上的)?强制(?:性|力|约束力|执行力)?|不具(?:有|备)(?:强制)?约束力|不具有强制(?:性)?的?前置|不作为[^。；，]{0,16}(?:执法|处罚|许可)(?:的)?依据"
    r"|(?:属于|为|是)(?:鼓励|指导|引导|推荐|参考)性(?:和引导性|引导性|文件|意见|指引)?|仅供[^。；，]{0,12}参考|供[^。；，]{2,16}参考"
)
_LEAST_LEAD = 12_000  # code points of the text in which it says of itself that it does not bind


def read(sheet: Sheet, title: Title, verdict: Verdict | None) -> None:
    """Note rank and binding force of a text that is out; a draft binds nobody."""
    if verdict is None or not sheet.text("instrument"):
        return
    rank = ""
    if verdict.status in ("issued", "trial"):
        for found, basis, rule in _ranks(sheet, title):
            rank = found
            sheet.derive("rank", found, basis, rule)
            break
    _binding(sheet, verdict, rank)


def _ranks(sheet: Sheet, title: Title) -> Iterator[tuple[Rank, int, str]]:
    """What tells the rank, the surest first: rank, the fact that proves it, rule."""
    kind = sheet.text("instrument_kind")
    issuers = sheet.values("issuer")
    named = sheet.places("instrument")[0]
    for n in sheet.places("document_number")[:1]:
        number = str(sheet.facts[n].value)
        if "令" in number:
            yield _of_order(sheet, number), n, "published by order"
        if number.startswith(_JUDGED):
            yield "judicial_interpretation", n, "number of judicial interpretations"
    header = headers.of_sheet(sheet)
    bodies = [name for event in header.events for name in event.bodies] if header else []
    for n in sheet.places("issuer")[:1]:
        lead = issuers[0]
        if lead in _CENTRAL:
            if kind in (LAW, "决定") or bodies:
                yield "law", n, "passed by the national legislature"
        elif _CONGRESS.search(lead) and kind in _LOCAL_KINDS:
            yield "local_regulation", n, "passed by a local people's congress"
        elif lead in ("最高人民法院", "最高人民检察院") and kind == "解释":
            yield "judicial_interpretation", n, "interpretation of the highest court or procuratorate"
        elif _PARTY.match(lead) and kind in _PARTY_KINDS:
            yield "party_regulation", n, "name of a Party regulation"
    if any(_CONGRESS.search(name) for name in bodies):
        national = any(name in _CENTRAL for name in bodies)
        yield "law" if national else "local_regulation", named, "header of the law"
    if sheet.text("instrument").startswith("中华人民共和国") and kind == LAW:
        yield "law", named, "name of a law"
    if kind.endswith("标准") or any(fact.rule == "own number" for fact in sheet.facts if fact.name == "standard"):
        yield "standard", named, "a standard"
        return
    carried = title.formal and _MODIFIER.sub("", title.text).rstrip().endswith(_CARRIERS)
    level = _level(sheet, issuers[0]) if issuers else ""
    if (carried or kind in _CARRIERS) and level in _ADMINISTERS:
        yield "normative_document", named, "published by notice"


def _of_order(sheet: Sheet, number: str) -> Rank:
    """Rank of what an order publishes: by its first body."""
    who = number[: number.index("令")].split("、")[0]
    if who.endswith("主席"):
        return "law"
    if who in ("国务院", "国"):
        return "administrative_regulation"
    lead = sheet.lore.resolve(who, sheet.year) or (sheet.values("issuer") or (who,))[0]
    local = who.endswith("府") or _level(sheet, lead) in ("provincial-government", "city-government")
    return "local_government_rule" if local else "departmental_rule"


def _level(sheet: Sheet, zh: str) -> str:
    """Level of a body; of one the catalog lacks, what its name tells."""
    if entry := sheet.catalog.issuers.get(sheet.lore.resolve(zh) or zh):
        return entry.level
    if zh.endswith(("人民政府", "人民政府办公厅", "人民政府办公室")):
        return "city-government"
    return "city-department" if sheet.lore.region_of(zh) else ""


def _binding(sheet: Sheet, verdict: Verdict, rank: Rank) -> None:
    """yes, policy, guidance or no: by what the text says of itself, else by its rank and kind."""
    if verdict.status == "draft_for_comment":
        sheet.add("binding", "no", verdict.part, verdict.start, verdict.end, "a draft binds nobody", ())
        return
    if verdict.status not in ("issued", "trial"):
        return
    if m := _NO_FORCE.search(sheet.body, 0, _LEAST_LEAD):
        sheet.add("binding", "guidance", "body", m.start(), m.end(), "says so of itself")
        return
    places = sheet.places("instrument_kind")
    entry = sheet.catalog.instruments.get(sheet.text("instrument_kind"))
    if rank in ("law", "administrative_regulation", "local_regulation", "departmental_rule", "local_government_rule"):
        sheet.derive("binding", "yes", sheet.places("rank")[0], "by its rank")
    elif places and entry is not None and entry.binding in ("yes", "policy", "guidance", "no"):
        sheet.derive("binding", entry.binding, places[0], "by its kind")
