"""What a page did, as a predicate that is true of its status: 'issued guidelines on …', 'proposed …', 'named 20 …'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jingbao.core.draft import Found, Request
from jingbao.core.values import Count, Status
from jingbao.writers.rules.english import capital, number, participle, plural
from jingbao.writers.rules.lexicon import lexicon, squash
from jingbao.writers.rules.subject import Phrase, clause_of, deed, formal, instrument, matter, partial
from jingbao.writers.rules.titles import about, innermost, parse

LONGEST = 300  # characters of a title that are looked at; what is longer is none
NOTICES = ("通知", "公告", "通告", "公示", "函")
_CALL = re.compile(r"^(?:公开)?征集(.{2,80})$")
_CALLED = re.compile(r"^(?:组织)?(?:开展|做好)?(.{2,80}?)(?:公开)?征集(?:工作|活动)?$")
_APPLY = re.compile(r"^(?:组织)?(?:开展)?(?:组织)?(?:申报|推荐|遴选|评选)(.{2,80})$")
_APPLIED = re.compile(
    r"^(?:组织)?(?:开展|做好)?(.{2,80}?)(?:申报|推荐|遴选|评选|认定|揭榜挂帅|揭榜|征集|申请|选拔){1,3}(?:有关|相关)?(?:工作|活动)?$"
)
_PUBLISHED = re.compile(r"^(?:公布|发布|印发|公示)?(.{2,90}?)(?:的)?(名单|清单|目录|信息|结果|公告)?$")
_PENDING = re.compile(r"公示|^拟|拟(?:入选|认定|推荐|遴选)")
_EVENT = re.compile(
    r"^(.{3,50}?)(将)?(?:于.{2,12}?)?(?:在(.{1,8}?))?(隆重开幕|开幕|成功举办|成功举行|举行|召开|举办|启动|闭幕|落幕|正式启动)(?:[，。！].{0,40})?$"
)
EVENTS = {"开幕": "opened", "启动": "was launched", "闭幕": "closed", "落幕": "closed"}
_DOER = re.compile(r"^(?:全国)?(?:各级)?(?:检察机关|人民法院|法院|公安机关|市场监管部门)")
_CASES = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}批)?(?:[一二三四五六七八九十\d]{1,3}[件起个大])?(?:涉及?)?"
    r"(.{2,60}?)(?:[一二三四五六七八九十\d]{1,3}[件起个大])?(?:典型案例|十大案例|典型案件)"
)
_WARN = re.compile(r"^(?:警惕|防范|谨防|注意|远离|理性)(.{2,60})$")
_LICENCE = re.compile(r"向(.{2,40}?)(?:颁发|发放|核发).{0,16}?许可")


@dataclass(frozen=True, slots=True)
class Said:
    """text: predicate in the past tense; full: the same for a sentence, with the name of the instrument; used: the
    facts it rests on besides title, issuers and status; left: Chinese the term base could not translate; subject: of
    an event, which nobody issued."""

    text: str
    full: str
    used: tuple[Found, ...] = ()
    left: tuple[str, ...] = ()
    subject: str = ""


def say(request: Request, place: str, local: bool) -> Said:
    """The predicate for the status of the development. place: of a local issuer, not said twice."""
    by_status: dict[Status, Callable[[Request, str, bool], Said | None]] = {
        "issued": _issued,
        "trial": _issued,
        "draft_for_comment": _proposed,
        "approved": _approved,
        "open_call": _called,
        "list": _listed,
        "enforcement": _enforced,
        "case_release": _cases,
        "campaign": _launched,
        "report": _reported,
        "event": _happened,
        "statement": _stated,
    }
    said = by_status[request.status](request, place, local)
    return said if said is not None else _fallback(request)


# Headlines of what no known body did.
_IMPERSONAL = (
    (r"sought public comment on (.+)", "Public comment sought on {}"),
    (r"called for (.+)", "Call opened for {}"),
    (r"invited applications for (.+)", "Applications invited for {}"),
    (r"invited (cities|areas) to apply as (.+)", "{} invited to apply as {}"),
    (r"reported on (.+)", "Report published on {}"),
    (r"warned against (.+)", "Warning given against {}"),
    (r"granted licences to (.+)", "Licences granted to {}"),
    (r"(issued|released|published|proposed|launched|named|approved|opened) (?:an? )?(.+)", "{1} {0}"),
)


def impersonal(text: str) -> str:
    """A predicate without its subject: 'Public comment sought on …', 'Guidelines on … issued'."""
    for pattern, form in _IMPERSONAL:
        if match := re.fullmatch(pattern, text):
            return capital(form.format(*match.groups()))
    return capital(text)


# How each status speaks of what it can only name by its subject.
PLAIN: dict[Status, str] = {
    "issued": "issued a document",
    "trial": "issued a trial document",
    "draft_for_comment": "sought public comment on a draft",
    "approved": "gave its approval",
    "open_call": "opened a call",
    "list": "published a list",
    "enforcement": "published an enforcement notice",
    "case_release": "released typical cases",
    "campaign": "launched a campaign",
    "report": "reported on developments",
    "event": "announced an event",
    "statement": "made a statement",
}


def title_of(request: Request) -> str:
    found = request.first("title")
    return (found.value if found is not None else request.documents[0].title)[:LONGEST]


def instrument_of(request: Request) -> str:
    """Name of the instrument as the facts have it, else the innermost title, else the title of the page."""
    title = title_of(request)
    cover = re.search(r"关于([^《》]{1,14})[《〈]", title)
    if cover and not re.search(r"印发|发布|公布|征求|转发|批转|颁布|出台", cover[1]):
        return title  # 关于修改《X》的决定 is a decision, not X
    return request.text("instrument") or innermost(title) or title


def _fallback(request: Request) -> Said:
    """'issued a document concerning X': terms of the title, else the topic read; else the title in Chinese."""
    plain = PLAIN[request.status]
    title = title_of(request)
    found = partial(title, request.catalog)
    if found.text:
        return Said(f"{plain} {found.text}", f"{plain} {found.text}", left=found.left)
    topic = request.first("topic")
    if topic is not None and topic.value in request.catalog.topics:
        label = request.catalog.topics[topic.value].en
        label = label if label[1:2].isupper() else label[:1].lower() + label[1:]
        text = f"{plain} concerning {label}"
        return Said(text, text, (topic,), found.left)
    text = f"{plain} entitled 《{title.replace('《', '〈').replace('》', '〉')}》"
    return Said(text, text, left=(title,))


def _issued(request: Request, place: str, local: bool) -> Said | None:
    name = instrument_of(request)
    launched = _launch(name, request)
    if launched is not None:
        return launched
    published = re.match(r"(?:公布|发布)([^《》]{4,80})$", parse(name, request.catalog).subject)
    if published and not parse(published[1], request.catalog).kind:
        what = matter(published[1], request.catalog, place)
        return Said(f"published {what.text}", f"published {what.text}", left=what.left) if what.text else None
    if not parse(name, request.catalog).kind and request.first("instrument") is None:
        return None
    short = instrument(name, request.catalog, place)
    full = formal(name, request.catalog)
    used = tuple(f for f in (request.first("instrument"),) if f is not None)
    verb = "released" if re.search(r"\b(?:plan|programme)\b", short.text[:40]) else "issued"
    if "《" in short.text:
        return (
            None
            if partial(title_of(request), request.catalog).text
            else Said(f"{verb} {short.text}", f"published {short.text}", used, short.left)
        )
    prose = f"published {full.text}" if full is not None else f"published {short.text}"
    return Said(f"{verb} {short.text}", prose, used, short.left)


def _launch(name: str, request: Request) -> Said | None:
    """关于开展X专项行动的通知 -> launched X; the second clause is its purpose."""
    parsed = parse(name, request.catalog)
    if not parsed.on or parsed.kind not in NOTICES or not re.match(r"(?:组织)?开展", parsed.subject):
        return None
    found = clause_of(parsed.subject, request.catalog)
    if not found or found[0].verbs != ("carry out",) or not found[0].text:
        return None
    purpose = f" to {found[1].base}" if len(found) > 1 and found[1].verbs else ""
    text = f"launched {found[0].text}{purpose}"
    return Said(text, text, tuple(f for f in (request.first("instrument"),) if f is not None))


def _proposed(request: Request, place: str, local: bool) -> Said | None:
    name = instrument_of(request)
    found = instrument(name, request.catalog, place)
    used = tuple(f for f in (request.first("instrument"),) if f is not None)
    if not _asks(request):
        return Said(f"proposed {found.text}", f"made known {_as_draft(found.text)}", used, found.left)
    verb = "sought public comment on" if local else "proposed"
    return Said(f"{verb} {found.text}", f"sought public comment on {_as_draft(found.text)}", used, found.left)


def _asks(request: Request) -> bool:
    """Whether anything says that comments are asked for: a draft can also be announced (拟印发) or explained."""
    status = request.first("status")
    asked = status is not None and re.search(r"征求|征集|意见|反馈", status.fact.quote)
    return bool(asked or request.first("comment_deadline") or request.first("channel"))


def _as_draft(text: str) -> str:
    """'a draft notice on …', 'draft measures for …', 'the draft Measures for …'."""
    match = re.match(r"(an? |the )?(.*)", text)
    first = match[1] if match and match[1] else ""
    return f"{'a ' if first in ('a ', 'an ') else first}draft {match[2] if match else text}"


def _approved(request: Request, place: str, local: bool) -> Said | None:
    title = title_of(request)
    if match := _LICENCE.search(about(title)):
        found = clause_of(match[1], request.catalog)
        if not found:
            return None
        # 新设立X: the licensed were set up, they do not set up.
        done = " ".join(map(participle, found[0].verbs))
        text = f"granted licences to {done} {found[0].text}".replace("  ", " ")
        return Said(text, text)
    subject = about(request.text("instrument") or title)
    deal = deed(re.sub(r"^.{0,20}?(?:原则)?(?:同意|批准)", "", subject), request.catalog)
    return Said(f"approved {deal.text}", f"approved {deal.text}") if deal.text else None


def _called(request: Request, place: str, local: bool) -> Said | None:
    subject = about(request.text("instrument") or title_of(request))
    for pattern, verb in ((_CALL, "called for"), (_CALLED, "called for"), (_APPLY, ""), (_APPLIED, "")):
        match = pattern.match(subject)
        if match is None:
            continue
        what = matter(match[1], request.catalog, place)
        if not what.text:
            break
        if not verb and re.search(r"城市$|地区$|园区$", match[1]):
            verb = f"invited {'cities' if match[1].endswith('城市') else 'areas'} to apply as"
        text = f"{verb or 'invited applications for'} {what.text}"
        return Said(text, text, left=what.left)
    some = partial(subject, request.catalog)
    text = f"opened a call {some.text}"
    return Said(text, text, left=some.left) if some.text else None


def _listed(request: Request, place: str, local: bool) -> Said | None:
    subject = about(request.text("instrument") or title_of(request))
    match = _PUBLISHED.match(subject)
    if match is None:
        return None
    what = matter(re.sub(r"名单$|清单$", "", match[1]), request.catalog, place)
    if not what.text:
        return None
    if _PENDING.search(title_of(request)):
        text = f"published a proposed list of {what.text}, open to objections"
        return Said(text, text, left=what.left)
    if match[2] != "名单":
        whole = matter(subject.removeprefix("公布").removeprefix("发布"), request.catalog, place)
        verb = "released" if request.first("batch") else "published"
        text = f"{verb} {(whole if whole.text else what).text}"
        return Said(text, text, left=whole.left)
    if re.search(r"注销|撤销|取消|失信|异常|不合格|未通过", subject):
        return Said(f"published the list of {what.text}", f"published the list of {what.text}", left=what.left)
    count = _count(request, match[1])
    if count is None:
        return Said(f"named {what.text}", f"named {what.text}", left=what.left)
    text = f"named {count[0]} {what.text.removeprefix('the ')}"
    return Said(text, text, (count[1],), what.left)


def _count(request: Request, subject: str) -> tuple[str, Found] | None:
    """The stated number of the things a subject names: 20个城市 for 试点城市."""
    for found in request.all("count"):
        value = found.fact.value
        if not isinstance(value, Count) or value.number < 2:
            continue
        noun = squash(value.noun)
        if noun and (noun in squash(subject) or squash(subject).endswith(noun[-2:])):
            return f"{'' if value.exact else 'about '}{number(value.number)}", found
    return None


def _enforced(request: Request, place: str, local: bool) -> Said | None:
    title = re.sub(r"[（(][^（）()]{0,40}[）)]", "", request.text("instrument") or title_of(request))
    subject = re.sub(r"^[^关]{2,14}?(?:通报|曝光)(?=\d|[一二三四五六七八九十])", "", about(title))
    period = tuple(f for f in (request.first("period"),) if f is not None and "季度" in f.fact.quote)
    what = matter(re.sub(r"(?:的)?(?:情况)$", "", subject), request.catalog, place)
    if not what.text:
        some = partial(subject, request.catalog)
        return (
            Said(f"reported on matters {some.text}", f"reported on matters {some.text}", left=some.left)
            if some.text
            else None
        )
    named = re.search(r"(?:应用程序|APP|App|软件|企业|网站|平台|账号)(?:名单)?$", subject)
    if named and not re.search(r"服务质量|情况", subject):
        count = _count(request, subject)
        text = f"named {count[0] + ' ' if count else ''}{what.text}"
        return Said(text, text, (count[1],) if count else (), what.left)
    return Said(f"reported on {what.text}", f"reported on {what.text}", period, what.left)


def _cases(request: Request, place: str, local: bool) -> Said | None:
    title = request.text("instrument") or title_of(request)
    subject = re.sub(r"^.{0,24}?(?:联合)?(?:发布|公布)", "", about(title))
    match = _CASES.search(_DOER.sub("", subject).removeprefix("依法"))
    count = next((f for f in request.all("count") if "案" in f.fact.quote), None)
    value = count.fact.value if count is not None else None
    many = f"{number(value.number)} " if isinstance(value, Count) else ""
    used = (count,) if count is not None else ()
    what = matter(match[1], request.catalog, place) if match else Phrase("")
    if what.text:
        text = f"released {many}typical cases on {what.text}"
        return Said(text, text, used, what.left)
    some = partial(title, request.catalog)
    text = f"released {many}typical cases {some.text}".rstrip()
    return Said(text, text, used, some.left)


def _launched(request: Request, place: str, local: bool) -> Said | None:
    name = instrument_of(request)
    launched = _launch(name, request)
    if launched is not None:
        return launched
    subject = re.sub(r"^(?:组织)?(?:开展|启动|部署)", "", about(title_of(request)))
    what = matter(subject, request.catalog, place)
    text = f"launched {what.text}"
    return Said(text, text, left=what.left) if what.text else None


def _reported(request: Request, place: str, local: bool) -> Said | None:
    what = matter(re.sub(r"(?:情况|报告)$", "", about(title_of(request))), request.catalog, place)
    text = f"reported on {what.text}"
    return Said(text, text, left=what.left) if what.text else None


def _happened(request: Request, place: str, local: bool) -> Said | None:
    match = _EVENT.match(title_of(request).strip())
    if match is None:
        return None
    what = matter(match[1], request.catalog)
    if not what.text:
        return None
    verb = next((english for zh, english in EVENTS.items() if match[4].endswith(zh)), "was held")
    verb = "is to be held" if match[2] else verb
    where = lexicon(request.catalog).words.get(match[3] or "")
    at = f" in {where.en}" if where is not None and where.part == "place" else ""
    subject = what.text
    for word in ("conference", "ceremony", "meeting", "forum", "competition", "expo", "summit", "exhibition"):
        for one in (word, word.capitalize()):
            subject = re.sub(rf"\b{plural(one)}\b", one, subject, count=1)
    return Said(f"{verb}{at}", f"{verb}{at}", left=what.left, subject=subject)


_SAID = ("提示", "提醒", "预警", "声明", "倡议", "倡议书", "公开信", "白皮书", "问答")


def _stated(request: Request, place: str, local: bool) -> Said | None:
    name = request.text("instrument") or innermost(title_of(request)) or title_of(request)
    subject = about(name)
    if name.endswith(("提示", "提醒", "预警")) and (match := _WARN.match(subject)):
        what = _danger(match[1], request)
        return Said(f"warned against {what.text}", f"warned against {what.text}", left=what.left) if what.text else None
    parsed = parse(name, request.catalog)
    if parsed.kind.endswith(_SAID):  # a statement issues no rules, whatever it speaks of
        found = instrument(name, request.catalog, place)
        if "《" not in found.text:
            return Said(f"issued {found.text}", f"issued {found.text}", left=found.left)
    topic = request.first("topic")
    if topic is None or topic.value not in request.catalog.topics:
        return None
    label = request.catalog.topics[topic.value].en
    label = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    status = request.first("status")
    if status is not None and status.fact.rule == "title: calls it untrue":
        text = f"called a report concerning {label} untrue"
    elif topic.fact.span.part == "title":
        text = f"set out its position on {label}"
    else:  # a word of the text decides what the title does not say
        kind = "an interview" if re.search(r"访谈|专访|——访|答记者问", title_of(request)) else "a statement"
        text = f"published {kind} touching on {label}"
    return Said(text, text, (topic, *((status,) if status is not None else ())))


def _danger(subject: str, request: Request) -> Phrase:
    """What is warned against: as a deed where it has a verb, else the thing."""
    found = clause_of(subject, request.catalog)
    return matter(subject, request.catalog) if found else Phrase("", partial(subject, request.catalog).left)
