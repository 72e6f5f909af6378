"""The last day for comments on a draft or for objections, and for answers to a call: told apart by what the page does.

Every stated day, range and period is weighed by the words around it; the conventions (which day a phrase means) are
those of tests/labels/README.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from jingbao.core.lengths import Length, Within, length, within
from jingbao.core.ranges import CLOCK, Point, points, ranges
from jingbao.core.read.sheet import Sheet
from jingbao.core.read.title import Title

COMMENTS, ANSWERS = "comment_deadline", "submission_deadline"

_OPINION = re.compile(
    r"意见|建议|反馈|征求|征集|修改|截止|公示|异议|函告|函复|复函|回复|反映|来函|来信|提出|发送|发至|发到|寄至|寄到|邮箱|传真|电子邮件|时间[：:]"
)
_ANSWER = re.compile(
    r"报送|提交|推荐|申报|申请|报名|寄送|寄至|发送|发至|报至|报我|报部|邮寄|上报|填报|上传|材料|征集|截止|受理|提名|送达|登录|注册|报省|报市|反馈|登记|揭榜|参赛|邮箱|时间[：:]|函复|函告|复函|回复"
)
# What else a day in such a page may be for.
_OTHER_MATTER = re.compile(
    r"施行|实施日|起实施|生效|有效期|过渡期|执行期|建设期|实施期|项目期|座谈|听证|研讨会|论证会|培训|会议|召开|路演|答辩|决赛|颁奖|整改|完成(?![^，。；\n]{0,8}(?:推荐|申报|报送|提交|填报|上报|报名|注册|登记|上传|填写|投稿|网上))|建成|投产|投入|竣工|验收|成立|注册登记|登记注册|设立|取得|获得"
    r"|出生|公布结果|结果公布|公布(?:评|入选|名单)|许可|缴费|缴纳|补贴|兑付|拨付|交付|开工|上市|营业|运营满|签订|立案|处罚|从事|发表|上线|出版|专利|审计|统计"
)
_GONE = re.compile(r"此前|前期|曾于|曾经|曾在|已于|已在|去年|上年|上次|原定|原于|原通知")
_YEARLY = re.compile(r"每年|每季|每月|每周|每半年|次月|次年度|历年|上一年|各年")
_PAPER = re.compile(r"纸质|书面材料|原件|邮寄|寄送|一式|盖章")
_ONLINE = re.compile(r"系统|平台|网上|线上|在线")
_RECOMMENDER = re.compile(
    r"省级|各省|各地|各市|各区|各州|各设区|地方|主管部门|推荐单位|推荐部门|组织单位|初审|归口|中央企业|行业协会|省厅|省局|市局|区局|县局|牵头部门|受理单位|审核"
)
_APPLICANT = re.compile(
    r"申报(?:主体|单位|企业|人|者|方|机构)|申请(?:人|单位|企业|者|主体|方)|项目(?:单位|负责人)|提名人|参赛|参评|企业(?!主管)|有关单位|各单位|作者|揭榜单位|供应商|登录|网上填报|在线填报|在线申报|系统填报|平台填报|平台申报|网上申报|线上"
)
_HANDED_ON = re.compile(r"推荐|汇总|初审|审核|报送我|报我|报省|报送至我|正式文件")
_CAP = rf"(?:\s?[（(][^（）()\n]{{1,14}}[）)])?{CLOCK}"
_BEFORE = re.compile(
    rf"[）)]?{_CAP}\s?(?:整|点)?(?:结束|下午|下班)?(?:之前|以前|前(?![期往后身述])|止|为止|截止|截至|之内|以内|内(?!容)"
    r"|关闭|结束|停止受理|停止接收|为[^，。；\n]{0,10}截止)"
)
_UNTIL = re.compile(
    r"(?:截止[^，。；\n]{0,12}|截至|期限(?:为|是)?[：:]?|不晚于|不迟于|不得晚于|不得迟于|最迟(?:应)?(?:于|在)?|至迟(?:于|在)?|最晚(?:应)?(?:于|在)?|即日起[，,]?(?:至|到)|起[，,]?(?:至|到)"
    r"|(?:截止(?:时间|日期|期)?|(?:结束|终止|关闭)(?:时间|日期))(?:为|是)?[：:]?|(?:期|时间|日期)(?:延续|持续)?(?:至|到))"
    r"\s?$"
)
_UNTIL_OPENED = re.compile(r"(?:截至|截止|不晚于|不迟于|延长至|起至|最迟)[^，。；\n\d（(]{1,8}[（(]\s?$")
_LABEL = re.compile(
    r"截止|截至|止|期限|(?:征求意见|反馈|申报|报送|提交|公示|受理|征集|报名)(?:的)?(?:起止)?(?:时间|日期|期)"
)
_NEW = re.compile(r"(?:延长|延期|延迟|推迟|顺延|调整|变更|改|延)(?:至|到|为)[：:]?\s?$")
_OLD = re.compile(r"[^，。；\n]{0,20}?(?:延长|延期|延迟|推迟|顺延|调整|变更|改|延)(?:至|到|为)")
_STARTS = re.compile(r"[）)]?\s{0,2}(?:起|开始|以来|（含）起)")
_RELEASED = ("发布", "公布", "公告", "公示", "颁布", "刊登", "刊发", "登载", "公开", "即日")
_HANDED_OUT = ("印发", "下发", "发文", "发出", "签发", "签署", "通知")
_BARE = re.compile(
    r"(?:(?<=，)(?:期限|时间|为期)|公示|征求意见|征集意见|意见征集|意见反馈|反馈意见|征集|申报|受理)(?:的)?(?:期限|时间|时限|周期|期)?(?:为期|为|是|共|：|:)?\s{0,2}"
    r"(?=[\d一二两三四五六七八九十半])"
)
_HEADS = re.compile(r"(?:截止|结束|终止)(?:时间|日期|期限|日)?[：:]?$")  # a heading: 四、申报截止时间
_CLOSE = 6  # code points at the start of the line under it
_SENTENCE = re.compile(r"[^。；;\n]+")
_HEADING = 30  # code points of a line that may say what the next line is about
_NEAR = 110  # code points of a sentence that count on each side of a day
_AHEAD = 200  # days within which a day without a year is looked for
_ENOUGH = 3
_REPLACES = 6  # weight of a day that takes the place of another


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that could be a deadline; weight: how well the words around speak for it; rests: facts it rests on;
    counted: whether it was reckoned, not stated."""

    day: date
    start: int
    end: int
    weight: int
    rests: tuple[int, ...] = ()
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, with the line above where that is a heading."""

    text: str
    start: int
    heading: str


def read(sheet: Sheet, title: Title, status: str) -> None:
    """Note the deadline of a consultation or a call; two that differ are flagged, the better stated one is kept."""
    name = _asked(title, status)
    if not name:
        return
    posted = sheet.text("published") or sheet.text("signed")
    found = sorted(_candidates(sheet, title, name), key=lambda one: (one.counted, -one.weight, one.start))
    due = [one for one in found if one.day.isoformat() >= posted]
    if not due:
        if found:
            sheet.flag("deadline-passed", f"{found[0].day} is before the day of posting, {posted}", "Look for the day.")
        return
    best = due[0]
    if best.counted and not sheet.posts:
        sheet.flag("deadline-open", "counted from a posting whose day this page does not tell", "Look.")
        return
    rule = "N days from publication" if best.counted else "last day stated"
    sheet.add(name, best.day.isoformat(), "body", best.start, best.end, rule, best.rests)
    rest = {one.day for one in due if one.weight == best.weight} - {best.day}
    if rest and name == COMMENTS:
        sheet.flag("deadlines-differ", f"{best.day} and {', '.join(map(str, sorted(rest)))}", "Look which.")


_OBJECTIONS = re.compile(r"公示(?!语|制|系统|信息管理|办法|结果|情况)")

# A title that calls for answers though its form is that of a notice or a guide.
_GUIDE = re.compile(r"(?:申报|申请|征集|遴选|推荐|提名)(?:工作)?指南$")
_GUIDED = re.compile(
    r"(?:申报|申请|征集|遴选|推荐|提名)(?:工作)?指南[》〉]?(?:[（(][^（）()]{1,16}[）)])?的(?:通知|公告|通告)$"
)
_CONTEST = re.compile(r"(?:大赛|竞赛|挑战赛|比赛|创新赛|征文)[^，。]{0,12}的(?:通知|公告|通告)$")
_CALLING = r"(?:申报|征集|遴选|推荐(?![性目])|提名|报送)"
_INVITES = re.compile(rf"关于(?:公开|联合|再次)?(?:(?:组织|开展|做好|启动|延长|征求)[^，。]{{0,30}})?{_CALLING}")
_INVITING = re.compile(rf"{_CALLING}(?:工作|事宜|时间)")
_ENDING = re.compile(r"[（(][^（）()]{1,16}[）)]$")
_LETTERS = ("通知", "公告", "通告", "函")
_INVITED = re.compile(r"印发|意见|结果|名单|办法|情况的|公示|规定|通过|同意|许可|取消|暂停")


def _asked(title: Title, status: str) -> str:
    """Which deadline a page of that title and status can have, '' for none."""
    match status:
        case "draft_for_comment":
            return COMMENTS
        case "open_call":
            return ANSWERS
        case "list" | "issued" | "approved" | "" if _OBJECTIONS.search(title.masked):
            return COMMENTS
        case "issued" | "case_release" | "list" | "" if _invites(title):
            return ANSWERS
        case "event" if _CONTEST.search(title.text):
            return ANSWERS
    return ""


def _invites(title: Title) -> bool:
    text = _ENDING.sub("", title.masked.strip())
    if _GUIDED.search(title.text.strip()):
        return True
    if _INVITED.search(text):
        return False
    if not text.endswith(_LETTERS) or title.about < 0:
        return bool(_GUIDE.search(text))
    return bool(_INVITES.match(text, title.about) or _INVITING.search(text, title.about))


def _candidates(sheet: Sheet, title: Title, name: str) -> Iterator[Candidate]:
    words = _OPINION if name == COMMENTS else _ANSWER
    for sentence in _sentences(sheet):
        printed = points(sentence.text)
        stated = list(_stated(sheet, sentence, printed))
        weighed = list(_weighed(sheet.title, sentence, stated, words, name))
        yield from weighed
        if not weighed:
            yield from _reckoned(sheet, sentence, words)


def _sentences(sheet: Sheet) -> Iterator[Sentence]:
    above = ""
    for line in sheet.lines:
        for m in _SENTENCE.finditer(line.text):
            yield Sentence(m[0], line.start + m.start(), above)
        above = line.text if len(line.text) <= _HEADING else ""


def _stated(sheet: Sheet, sentence: Sentence, printed: tuple[Point, ...]) -> Iterator[Candidate]:
    """The ends of ranges and the days of a sentence, their weight so far what marks them as an end."""
    basis = next(iter((*sheet.places("published"), *sheet.places("signed"))), -1)
    posted = date.fromisoformat(str(sheet.facts[basis].value)) if basis >= 0 else None
    found = ranges(sentence.text, printed)
    starts = [one.start for one in found]
    for one in found:
        rests = (basis,) if basis >= 0 and not one.last.year else ()
        if (one.last.day or one.last.part) and (both := one.days(posted)):
            yield Candidate(both[1], sentence.start + one.start, sentence.start + one.end, 2, rests)
    year = 0
    for point in printed:
        known = point if point.year or not year or point.shift is not None else replace(point, year=year)
        year = point.year or year
        n = bisect_right(starts, point.start) - 1
        if (n >= 0 and point.start < found[n].end) or not (point.day or point.part):
            continue
        headed = 2 * bool(point.start < _CLOSE and _HEADS.search(sentence.heading))
        limit = _limit(sentence.text, point) or headed
        day = _day(known, posted)
        if day is None or not limit:
            continue
        rests = (basis,) if basis >= 0 and not known.year else ()
        yield Candidate(day, sentence.start + point.start, sentence.start + point.end, limit, rests)


def _day(point: Point, posted: date | None) -> date | None:
    if posted is None:
        return point.last(point.year) if point.year else None
    day = point.after(posted)
    return None if day is None or (not point.year and (day - posted).days > _AHEAD) else day


def _limit(text: str, point: Point) -> int:
    """How clearly a point is marked as the end of a time: 6 where it takes the place of another end."""
    before, behind = text[max(0, point.start - 24) : point.start], text[point.end : point.end + 40]
    if _NEW.search(before):
        return _REPLACES
    if _STARTS.match(behind) or _OLD.match(behind):
        return 0
    whole = 2 if point.part in ("底", "末", "上旬", "中旬", "下旬") and point.month else 0
    return 2 * bool(_BEFORE.match(behind)) + 2 * bool(_UNTIL.search(before) or _UNTIL_OPENED.search(before)) or whole


def _weighed(
    title: str, sentence: Sentence, stated: list[Candidate], words: re.Pattern[str], name: str
) -> Iterator[Candidate]:
    """The days of a sentence that the words around make deadlines; of those of a call, whose they are counts too."""
    for n, one in enumerate(stated):
        before, behind = _around(sentence, stated, n)
        weight = _weight(title, sentence, one, before, behind, words)
        if weight < _ENOUGH:
            continue
        if name == ANSWERS:
            online = _ONLINE.search(before + behind)
            weight += _party(before, behind) - bool(_PAPER.search(behind[:40]) and not online)
        yield replace(one, weight=weight)


def _weight(title: str, sentence: Sentence, one: Candidate, before: str, behind: str, words: re.Pattern[str]) -> int:
    """How well the words around a day speak for its being a deadline."""
    asks = 2 if words.search(before + behind) else int(bool(words.search(sentence.text[:400] + sentence.heading)))
    if not asks:
        return one.weight if one.weight >= _REPLACES and words.search(title) else 0
    weight = one.weight + asks + bool(_LABEL.search(before[-24:] + sentence.heading + behind[:6]))
    other = _OTHER_MATTER.search(_clause(before, behind)) or _YEARLY.search(before) or _GONE.search(before)
    return weight - 4 * bool(other)


def _around(sentence: Sentence, all_: list[Candidate], n: int) -> tuple[str, str]:
    """The words of a sentence that belong to one of its days: to the comma after the day before and the next's."""
    text, one = sentence.text, all_[n]
    start, end = one.start - sentence.start, one.end - sentence.start
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    if n:
        first = max(first, _cut(text, all_[n - 1].end - sentence.start, start))
    if n + 1 < len(all_):
        last = min(last, _cut(text, end, all_[n + 1].start - sentence.start))
    return text[first:start], text[end:last]


def _cut(text: str, end: int, start: int) -> int:
    """The comma between two days that ends what is said of the first."""
    comma = text.find("，", min(end + 6, start), start)
    return comma + 1 if comma >= 0 else start if start - end < 6 else end


def _clause(before: str, behind: str) -> str:
    """The words right around a day: the clause it stands in."""
    return before[before.rfind("，") + 1 :][-40:] + "＊" + behind.split("，")[0][:24]


def _party(before: str, behind: str) -> int:
    """1 for a day set for those who apply, -1 for one set for those who pass on what they got."""
    own = max((m.start() for m in _APPLICANT.finditer(before)), default=-1)
    other = max((m.start() for m in _RECOMMENDER.finditer(before)), default=-1)
    if own >= 0 or other >= 0:
        return 1 if own > other else -1
    return -1 if _HANDED_ON.search(behind[:40]) else int(bool(_APPLICANT.search(behind[:30])))


def _reckoned(sheet: Sheet, sentence: Sentence, words: re.Pattern[str]) -> Iterator[Candidate]:
    """自本公告发布之日起30日内, 公示期5个工作日: counted from the act; the day of the act does not count."""
    for one in (*within(sentence.text), *_bare(sentence.text)):
        near = sentence.heading + sentence.text[max(0, one.start - _NEAR) : one.end + _NEAR]
        if one.over or not words.search(near) or _YEARLY.search(near):
            continue
        basis = _act(sheet, one.act)
        if basis is None:
            continue
        day = one.length.after(date.fromisoformat(str(sheet.facts[basis].value)), sheet.catalog.workdays)
        if day is None:
            sheet.flag(
                "no-holiday-notice",
                f"“{sentence.text[one.start : one.end]}” runs into a year whose holidays the catalog does not have",
                "Add the State Council's notice to holidays.tsv.",
            )
            continue
        clause = _clause(sentence.text[max(0, one.start - 40) : one.start], sentence.text[one.end : one.end + 40])
        weight = 3 + bool(_LABEL.search(near)) - 4 * bool(_OTHER_MATTER.search(clause))
        if weight >= _ENOUGH:
            yield Candidate(day, sentence.start + one.start, sentence.start + one.end, weight, (basis,), counted=True)


def _bare(text: str) -> Iterator[Within]:
    for m in _BARE.finditer(text):
        term: Length | None = length(text[m.end() : m.end() + 16])
        if term is not None and (term.days or term.working or term.months):
            yield Within("公示", term, False, m.start(), m.end() + term.end)


def _act(sheet: Sheet, act: str) -> int | None:
    """The fact that tells the day of an act: the posting for what makes a text known, the signing for 印发 and its
    like; each the other where it is missing. None for another's act."""
    order = ("published", "signed") if act in _RELEASED else ("signed", "published") if act in _HANDED_OUT else ()
    return next((n for name in order for n in sheet.places(name)), None)
