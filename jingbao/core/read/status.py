"""What a page does: the strongest pattern of the catalog in its title, held against its text.

Safety comes first: a page that asks for comments or applications is never called issued, whatever verb its title has;
a title that decides nothing is followed by the text, and where that decides nothing either there is no status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jingbao.core.catalog.entries import Verb
from jingbao.core.read.denial import denied, explains_draft, goes_after, in_subject, next_to, untrue
from jingbao.core.read.issuers import official_host
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import DRAFT, HIDDEN, Title, books, kind_of, mask
from jingbao.core.values import Status

SURE = 96  # priorities from here on speak of drafts: they count inside book marks too
PLAIN = 50  # below: words of release, which the text may correct
_LEAD = 600
_RULES = (
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "规程",
    "措施",
    "指南",
    "指引",
    "规范",
    "规划",
    "标准",
    "规范条件",
    "技术要求",
)
_PLANS = ("方案", "计划", "行动计划", "要点", "工作要点", "工作安排")
_EARLIER = re.compile(r"此前|曾|前期|已于|去年|先后|过程中|期间|曾经|经过|广泛|多次|意见采纳|汇总|吸收|根据.{0,10}$")
_ASKS_NOW = re.compile(
    r"现[^。；现]{0,40}(?:向社会)?(?:公开)?征求[^。；]{0,16}意见|征求意见(?:稿)?(?:的)?(?:截止|期限|时间|日期)[^。；\d]{0,8}(?:(?:20)?\d{2}年|\d{1,2}月|20\d{2}-)"
    r"|(?:意见)?反馈(?:意见)?(?:的)?(?:截止|截至)(?:时间|日期)|\d日(?:\d{1,2}[时:：]\d{0,2})?(?:前|之前|以前)[，,]?[^。；]{0,60}(?:反馈|提出)[^。；]{0,8}意见"
    r"|欢迎[^。；]{0,30}(?:提出|反馈)[^。；]{0,10}(?:意见|建议)"
)
_NO_MORE = re.compile(r"(?:不再|不|未|无需|停止|终止|暂停|撤回)(?:公开|向社会|对外){0,2}征求")
_PRESS_ASKS = re.compile(
    r"公开征求[^。；]{0,12}意见|征求意见稿(?!相比|公布|发布|阶段|中的|意见)|向社会[^。；]{0,10}征求意见"
)
_RELEASED = re.compile(
    r"(?:发布|印发|下发|出台|公布)(?:了)?(?:《|通知|公告|通告|意见|方案|办法|规定|指南)"
    r"|》(?:[（(][^（）()]{1,40}[）)])?(?:对外|正式|今日|近日|日前)[^，。；《》]{0,6}(?:公布|发布|印发|出台)"
)
_LISTS = re.compile(
    r"现(?:将|予|对|公开|面向社会)?[^。现]{0,80}(?:名单|清单|备案信息|名录)[^。]{0,24}(?:公布|公告|公示|发布|如下)"
)
_CALLS = re.compile(
    r"申报(?:书|表|条件|要求|材料|单位|主体|程序|城市|时间|方式|对象)|推荐(?:单位|汇总表|名额)|征集(?:范围|要求|方向|内容)|报名(?:方式|时间)|受理时间|遴选"
)
_OPENS = re.compile(
    r"(?:现|决定|拟|即日起)[^。；\n]{0,8}(?:启动|组织|开展|面向)[^。；\n]{0,40}(?:申报|征集|遴选|推荐|揭榜|报名|评选)(?:工作|活动)?(?=[。，；\n]|有关|如下|具体)"
)
_MEASURES = re.compile(
    r"予以(?:通报|通告|公布|曝光|处罚|下架)|责令|下架|限期整改|责成[^。；]{0,20}整改|督促[^。；]{0,20}整改|(?:完成|进行|落实)整改|行政处罚|约谈|依法(?:查处|处理|处置)"
)
_APPLIED_FOR = re.compile(
    r"申报|申请|征集|遴选|揭榜|榜单|推荐|资助|扶持"
)  # in the name of what a notice of a call hands over
_ENOUGH_CALLS = 3
# 组织申报，…于2024年9月20日前将申报方案报某委: a day by which something that is applied with is to be there.
_BY_DAY = re.compile(r"\d月\d{1,2}日(?:之)?前")
_APPLIES = re.compile(
    r"(?<!税)(?<!税费)申报(?!纳税|税)|报名|应征|自荐|揭榜|参赛|投稿|申请(?:材料|书|表)|自愿"
)  # a tax return is no application
_SENDS = re.compile(r"报送|报至|上报|提交|寄送|发送|推荐|填报|报(?=[\u4e00-\u9fff])")
_SENTENCE = 200
_CARRIERS = ("通知", "公告", "通告", "函")
_CALLS_FOR = re.compile(r"征集(?!意见|令)|遴选|组织申报|申报(?:工作|通知|条件)|揭榜挂帅")
_COLON = re.compile(r"[\u4e00-\u9fff]{2,20}(?:部|委|局|办|署|院|会|行|厅|中心|总局|网信办)[：:]")
_SAYS = re.compile(
    r"(?:负责人|发言人|部长|主任|局长|司长|署长|院长)[^。]{0,24}(?:接受[^。]{0,10}采访|答记者问|表示|介绍|指出|强调|撰文)|记者[^。]{0,12}采访了"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and its proof. event: of the catalog's verb; priority: 0 where the kind alone decides."""

    status: Status
    event: str
    priority: int
    part: str
    start: int
    end: int
    rule: str


def read(sheet: Sheet, title: Title, verdict: Verdict | None) -> Verdict | None:
    """Note the status; the verdict comes back. verdict: what the title says (`of_title`)."""
    if verdict is not None and (turned := _turned(sheet, title, verdict)):
        start, end = turned
        sheet.flag("negated", f"“{title.text[start:end]}” takes back what the title would tell", "Read it and decide.")
        return None
    verdict = _corrected(sheet, title, verdict) or verdict or _of_text(sheet) or _told(sheet, title)
    if verdict is None and title.bare and title.kind:
        verdict = Verdict("issued", "promulgate", 0, "title", title.start, len(title.text.rstrip()), "title: an act")
    if verdict is not None and verdict.status == "issued":
        verdict = _on_trial(sheet) or verdict
    if verdict is not None and verdict.event == "report_conduct":
        verdict = _measured(sheet) or verdict
    if verdict is None:
        sheet.flag("no-status", "neither title nor text tells what the page does", "Read it and decide.")
        return None
    sheet.add("status", verdict.status, verdict.part, verdict.start, verdict.end, verdict.rule)
    return verdict


def _turned(sheet: Sheet, title: Title, verdict: Verdict) -> tuple[int, int] | None:
    """Place in the title of what takes the verdict back: a denial, or a mere statement on a draft."""
    if verdict.part != "title" or (verdict.event == "adjust" and title.formal):
        return None
    if verdict.event == "repeal" and title.formal:  # 停止执行《…》 takes back that text, not the act
        return next_to(title.masked, verdict.start)
    if verdict.status in ("draft_for_comment", "issued") and explains_draft(title):
        drafted = verdict.status == "draft_for_comment" or "草" in title.masked
        if drafted and not _asks(sheet, title):
            return verdict.start, len(title.text)
    return denied(title, verdict.status, verdict.start, verdict.end)


def of_title(sheet: Sheet, title: Title) -> Verdict | None:
    """What the title says: drafts first, then the verbs that are not part of an instrument's name, then its kind."""
    if rumour := untrue(title):
        return Verdict("statement", "statement", SURE, "title", rumour.start(), rumour.end(), "title: calls it untrue")
    if sure := _match(sheet, title.text, "title", 0, least=SURE):
        return sure
    if draft := DRAFT.search(title.text):
        return Verdict("draft_for_comment", "draft", SURE, "title", draft.start(), draft.end(), "title: draft marker")
    found = _match(sheet, _visible(sheet, title), "title", 0)
    if found is not None and not (title.explains and found.priority < PLAIN):
        return found
    if title.explains and title.given:
        start, end = title.given[0]
        inner = _match(sheet, _tail(title.text[start:end], sheet), "title", start)
        return inner or Verdict("issued", "issue", 0, "title", start, end, "title: the instrument it explains")
    if found is None and title.given and title.kind:
        start, end = title.given[0]
        return Verdict("issued", "issue", 0, "title", start, end, "title: ends with a kind of instrument")
    return found


def _match(sheet: Sheet, text: str, part: str, offset: int, *, least: int = 0) -> Verdict | None:
    """The most decisive verb of the catalog in a text; explanations decide nothing themselves."""
    for verb, pattern in sheet.lore.title_verbs:
        if verb.priority < least:
            return None
        if verb.event == "explain":
            continue
        m = pattern.search(text)
        if m is not None and _only_named(verb, text, m):
            m = next((m for m in pattern.finditer(text, m.end()) if not _only_named(verb, text, m)), None)
        if m is not None:
            start, end = offset + m.start(), offset + m.end()
            return Verdict(verb.status, verb.event, verb.priority, part, start, end, f"{part}: {verb.pattern}")
    return None


def _only_named(verb: Verb, text: str, m: re.Match[str]) -> bool:
    """Whether words only belong to what a formal title is about."""
    names = verb.event == "enforce_name" and m[0].endswith(("通告", "公告"))
    return in_subject(text, m.start()) or (names and goes_after(text, m.start()))


def _visible(sheet: Sheet, title: Title) -> str:
    """The title without what only names a text: 印发《…案例征集办法》的通知 is no call."""
    text = title.text
    for book in title.books:
        if book.depth == 0:
            text = _hide(text, book.start, book.end, sheet)
    for start, end in title.given:
        if not title.explains:
            text = _hide(text, start, end, sheet)
    return text


def _hide(text: str, start: int, end: int, sheet: Sheet) -> str:
    return text[:start] + _tail(text[start:end], sheet) + text[end:]


def _tail(name: str, sheet: Sheet) -> str:
    """A name with what is only subject hidden: all but the kind of a rule, all but the end of a plan."""
    kind = kind_of(name, sheet.lore)
    at = name.rfind(kind) if kind else -1
    if kind in _RULES:
        keep = at - (4 if kind == "指南" else 0)  # 申报指南, 计划申请指南 open a call
    elif kind in _PLANS and any(verb.event == "campaign" and p.search(name) for verb, p in sheet.lore.title_verbs):
        return name  # a plan against something (综合整治骚扰电话专项行动方案) is a campaign
    elif kind in _PLANS:
        keep = at - 6  # 遴选工作方案 opens one too
    else:
        return name
    return HIDDEN * max(0, keep) + name[max(0, keep) :]


def _corrected(sheet: Sheet, title: Title, verdict: Verdict | None) -> Verdict | None:
    """What the text makes of a title that says or leaves open that something is out."""
    if verdict is not None and (verdict.status not in ("issued", "trial") or verdict.priority >= PLAIN):
        return None
    if asks := _asks(sheet, title):
        if verdict is not None:
            sheet.flag("status-differs", f"the title says {verdict.status}, the text asks for comments", "Look which.")
        return asks
    if verdict is not None and title.formal and not _hands_over(title):
        return _invites(sheet) or _publishes_list(sheet)
    if verdict is not None and title.formal and any(_APPLIED_FOR.search(title.text[a:b]) for a, b in title.given):
        return _invites(sheet)
    return None


def _publishes_list(sheet: Sheet) -> Verdict | None:
    """The text of a notice does no more than publish a list."""
    if (m := _first(_LISTS, sheet.body[:_LEAD])) and sheet.text("instrument_kind") not in _RULES:
        return Verdict("list", "list", PLAIN, "body", m.start(), m.end(), "text: publishes a list")
    return None


def _hands_over(title: Title) -> bool:
    return any(title.about >= 0 and start > title.about for start, _ in title.given)


def _asks(sheet: Sheet, title: Title) -> Verdict | None:
    """The text asks for comments now."""
    law = any(kind_of(title.text[a:b], sheet.lore) in _RULES and a <= title.start for a, b in title.given)
    if law and not title.explains:
        return None  # the text of rules may tell others to ask for comments
    whole = title.formal or title.bare or title.explains or official_host(sheet)
    text, pattern = (sheet.body, _ASKS_NOW) if whole else (sheet.body[:_LEAD], _PRESS_ASKS)
    for m in pattern.finditer(text):
        if not _EARLIER.search(text[max(0, m.start() - 16) : m.start()]) and not _NO_MORE.search(text, *m.span()):
            return Verdict("draft_for_comment", "consult", SURE, "body", m.start(), m.end(), "text: asks for comments")
    return None


def _invites(sheet: Sheet) -> Verdict | None:
    """The text of a notice invites applications."""
    found = list(_CALLS.finditer(sheet.body))
    if len({m[0] for m in found}) >= _ENOUGH_CALLS:
        start, end = found[0].span()
        return Verdict("open_call", "call", PLAIN, "body", start, end, "text: invites applications")
    if sheet.text("instrument_kind") not in _CARRIERS:
        return None
    if found and (opens := _first(_OPENS, sheet.body[:_LEAD])):
        return Verdict("open_call", "call", PLAIN, "body", *opens.span(), "text: opens a call")
    for m in _BY_DAY.finditer(sheet.body):
        first, last = max(0, m.start() - _SENTENCE), min(len(sheet.body), m.end() + _SENTENCE)
        begin = max(sheet.body.rfind(mark, first, m.start()) for mark in "。\n")
        stop = min((n for mark in "。\n" if (n := sheet.body.find(mark, m.end(), last)) >= 0), default=last)
        if _APPLIES.search(sheet.body, max(first, begin), stop) and _SENDS.search(sheet.body, m.end(), stop):
            return Verdict("open_call", "call", PLAIN, "body", *m.span(), "text: applications by a day")
    return None


def _of_text(sheet: Sheet) -> Verdict | None:
    """Status of a page whose title decides nothing: by its first sentence."""
    text = sheet.body[:_LEAD]
    if call := _first(_CALLS_FOR, text):
        return Verdict("open_call", "call", PLAIN, "body", call.start(), call.end(), "text: calls for")
    if official_host(sheet) and (named := _first(_LISTS, text)):
        return Verdict("list", "list", PLAIN, "body", named.start(), named.end(), "text: publishes a list")
    if released := _first(_RELEASED, text):
        return Verdict("issued", "issue", 0, "body", released.start(), released.end(), "text: releases a text")
    if says := _SAYS.search(text):
        return Verdict("statement", "statement", 0, "body", says.start(), says.end(), "text: somebody speaks")
    for start, end in _sentences(text):
        found = _match(sheet, mask(text[start:end], books(text[start:end])), "body", start)
        if found and not next_to(text, found.start):
            return found
    for verb, pattern in sheet.lore.body_verbs:
        if m := _first(pattern, sheet.body):
            return Verdict(verb.status, verb.event, verb.priority, "body", m.start(), m.end(), f"text: {verb.pattern}")
    return None


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place that no word before it denies."""
    return next((m for m in pattern.finditer(text) if not next_to(text, m.start())), None)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The first two sentences."""
    for n, m in enumerate(re.finditer(r"[^。！？\n]{4,300}", text)):
        if n >= 2:
            return
        yield m.span()


def _told(sheet: Sheet, title: Title) -> Verdict | None:
    """工信部：…: the headline of a page on which somebody says something."""
    says = _COLON.match(title.text, title.start) or sheet.lore.explains.search(title.masked)
    return (
        Verdict("statement", "statement", 0, "title", says.start(), says.end(), "title: somebody says")
        if says
        else None
    )


def _measured(sheet: Sheet) -> Verdict | None:
    """A report on the quality of services that also names, orders or takes down."""
    if not (m := _first(_MEASURES, sheet.body)):
        return None
    return Verdict("enforcement", "enforce_name", PLAIN, "body", m.start(), m.end(), "text: measures")


def _on_trial(sheet: Sheet) -> Verdict | None:
    """A text issued for trial: its name says so."""
    for n in sheet.places("instrument"):
        fact = sheet.facts[n]
        if m := re.search(r"[（(]试行[）)]", sheet.words(fact)):
            start = fact.span.start + m.start()
            return Verdict("trial", "issue", 49, fact.span.part, start, start + len(m[0]), "instrument's name: 试行")
    return None
