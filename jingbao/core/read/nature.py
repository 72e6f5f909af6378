"""Region and legal nature, which follow from who issues, what the page does and the kind of its instrument."""

from __future__ import annotations

import re

from jingbao.core.read.bodies import LEAD, rows
from jingbao.core.read.issuers import official_host
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.status import Verdict
from jingbao.core.values import Category

_PLANS = re.compile(r"(?:方案|计划|规划|纲要|要点|路线图|工作安排)$")
_PROGRAMMES = re.compile(r"专项行动|行动(?:方案|计划)|(?:工作|实施)方案|试点|工程|规划")
_CONTEST = re.compile(
    r"开展.{0,40}(?:大赛|竞赛|活动|(?:提升|赋能|培育|创新|改造|推广|升格|促进|帮扶|对接|应用|要素×|要素)[^，。《》]{0,8}行动)的?(?:通知|公告)"
)
_JUDICIAL = ("court", "procuratorate")
_CRIME = re.compile(r"犯罪|刑事|诈骗|惩治")
_HOLDS = re.compile(r"(?:共同|联合)?(?:主办|举办)")
_WHOLE = re.compile(r"世界|全球|全国|中国国际")  # in the name of an event
_CLEARS_UP = re.compile(
    r"清理(?:规范|整顿|整治)|(?:专项|综合|集中|联合)(?:整治|治理|清理)|整治(?!措施)|开展.{0,40}(?:检查|抽查|排查)工作|(?:严厉|从严|严格|依法)?打击.{0,24}(?:违法|犯罪|诈骗|侵权|盗版)"
)
_FILED = re.compile(r"备案|登记信息|违规|违法|整改|下架|侵害|失信|黑名单|不良名单|异常名录")


def region(sheet: Sheet) -> None:
    """Note national, or the English name of the place: by who forwards, else by the lead issuer, else by the site."""
    for name in ("forwarder", "issuer"):
        for n in sheet.places(name):
            if found := sheet.lore.region_of(str(sheet.facts[n].value)):
                sheet.derive("region", found, n, f"region of the {name}")
                if name == "forwarder" and _author_elsewhere(sheet, found):
                    sheet.flag("region-of-forwarder", f"{found} is where the text is forwarded", "Look where it holds.")
                return
    if hosting := _hosts(sheet):
        start, end, found = hosting
        sheet.add("region", found, "body", start, end, "region of who holds the event")
        return
    if _by_name(sheet):
        return
    if not official_host(sheet) or sheet.text("status") == "event":
        _named(sheet)
    if not sheet.text("region") and sheet.text("status") == "event" and (m := _WHOLE.search(sheet.title)):
        sheet.add("region", "national", "title", m.start(), m.end(), "an event of the whole country by its name")
    if sheet.text("region") or not official_host(sheet):
        return
    for zh in sheet.lore.of_host(sheet.host)[:1]:
        start = sheet.document.url.find(sheet.host)
        if start >= 0 and (found := sheet.lore.region_of(zh)):
            sheet.add("region", found, "url", start, start + len(sheet.host), "region of the site")
            return
    if place := sheet.lore.place_at(sheet.title):
        start, end, found = place
        sheet.add("region", found, "title", start, end, "place the title begins with")


def _by_name(sheet: Sheet) -> bool:
    """The place that the name of a local text begins with: 北京市数字经济促进条例."""
    for n in sheet.places("instrument"):
        if place := sheet.lore.place_of_name(sheet.words(sheet.facts[n])):
            sheet.derive("region", place, n, "place its name begins with")
            return True
    return False


def _named(sheet: Sheet) -> None:
    """On a page of the press that says of nobody who acted: the bodies it names first, a central one before a local."""
    found = [body for group in rows(sheet, sheet.body[:LEAD]) for body in group]
    central = (body for body in found if sheet.lore.region_of(body.zh) == "national" and _governs(sheet, body.zh))
    if body := next(central, None) or next((b for b in found if sheet.lore.region_of(b.zh)), None):
        region = sheet.lore.region_of(body.zh)
        sheet.add("region", region, "body", body.start, body.end, "region of a body the text names")


def _governs(sheet: Sheet, zh: str) -> bool:
    entry = sheet.catalog.issuers.get(zh)
    return entry is None or entry.level not in ("company", "state-media", "association")


def _hosts(sheet: Sheet) -> tuple[int, int, str] | None:
    """Who holds an event that nobody issues (由某局主办), a central body first: its place in the text and region."""
    if sheet.text("status") != "event":
        return None
    for group in rows(sheet, sheet.body[:LEAD]):
        if _HOLDS.match(sheet.body, group[-1].end):
            by = {region: body for body in reversed(group) if (region := sheet.lore.region_of(body.zh))}
            found = "national" if "national" in by else next(reversed(by), "")
            return (by[found].start, by[found].end, found) if found else None
    return None


def _author_elsewhere(sheet: Sheet, place: str) -> bool:
    """Whether an author of a forwarded text belongs to another region than who forwards it."""
    regions = {sheet.lore.region_of(zh) for zh in sheet.values("issuer")} - {""}
    return bool(regions) and place not in regions


def category(sheet: Sheet, verdict: Verdict | None) -> None:
    """Note the legal nature, which rests on the status (and the kind of the instrument)."""
    if verdict is None:
        return
    status = sheet.places("status")[0]
    kind = sheet.places("instrument_kind")[:1]
    fact = sheet.facts[status]
    rests = (status, *kind)
    sheet.add(
        "category", nature(sheet, verdict), fact.span.part, fact.span.start, fact.span.end, "status and kind", rests
    )


def nature(sheet: Sheet, verdict: Verdict) -> Category:
    """legislative: a text that sets or changes rules; enforcement: measures, cases, filings; else industry."""
    match verdict.status:
        case "draft_for_comment":
            return "legislative"
        case "issued" | "trial":
            # The kind of a mere cover (发布通知) tells nothing of what it covers.
            kind = sheet.text("instrument_kind") if sheet.text("instrument") else ""
            programme = (not kind and _PROGRAMMES.search(sheet.title)) or _CONTEST.search(sheet.title)
            binding = verdict.status == "trial" and sheet.text("effective")  # a plan with a day of effect is a rule
            if (verdict.event == "pilot" and kind not in ("公告", "通告")) or (
                (_PLANS.search(kind) or programme) and not binding
            ):
                return "industry"
            return "enforcement" if _on_crime(sheet) or _clears_up(sheet) else "legislative"
        case "approved":
            return (
                "legislative" if verdict.event == "approve" and "批复" in sheet.title + sheet.body[:600] else "industry"
            )
        case "enforcement" | "case_release" | "campaign":
            return "enforcement"
        case "statement":
            return "enforcement" if verdict.event == "warn" else "industry"
        case "list":
            return "enforcement" if verdict.event == "filing" or _FILED.search(sheet.title) else "industry"
        case "report":
            return "enforcement" if verdict.event == "report_conduct" else "industry"
        case "event" | "open_call":
            return "industry"


def _clears_up(sheet: Sheet) -> bool:
    """A notice that opens a clean-up of a market, or warns of a crackdown."""
    kind = sheet.text("instrument_kind")
    return kind in ("通知", "通告", "公告") and bool(_CLEARS_UP.search(sheet.text("instrument") or sheet.title))


def _on_crime(sheet: Sheet) -> bool:
    """Guidance of courts and procurators on crime: how cases are dealt with."""
    issuers = [entry for zh in sheet.values("issuer") if (entry := sheet.catalog.issuers.get(zh))]
    judicial = any(entry.level in _JUDICIAL for entry in issuers)
    if sheet.text("instrument_kind") in ("解释", "规定"):  # sets how the law is to be read
        return False
    return judicial and bool(_CRIME.search(sheet.title + sheet.text("instrument")))
