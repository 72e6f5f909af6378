"""The grammar of official titles: who, does what, to which instrument, of which kind.

TITLE := ISSUERS? 关于 SUBJECT 的 KIND MODIFIER* | ISSUERS? KIND NUMBER | headline of a press page. A 印发 or 发布 hands
over the text in 《》, a 转发 somebody else's text, a 征求…意见 a draft; the innermost title is the instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from jingbao.core.read.lore import Lore

LAW = "法"  # the kind of a title such as 中华人民共和国网络安全法; a kind is the word a title ends with
HIDDEN = "＊"  # stands for a character inside book marks
DRAFT = re.compile(
    r"[（(][^（）()]{0,12}(?:征求意见稿|征求意见|草案|草稿|初稿|送审稿|报审稿|报批稿|讨论稿|审议稿|建议稿|论证稿|公示稿|意见征集稿|征询意见稿|征求稿|征询稿)[^（）()]{0,12}[）)]|征求意见稿|意见征[求询]稿|征询意见稿"
)
_OPEN = {"《": "》", "〈": "〉", "‹": "›", "«": "»"}
_MARKS = re.compile(r"[《》〈〉‹›«»\n]")
_MODIFIERS = re.compile(r"(?:\s{0,2}[（(][^（）()]{1,30}[）)]){1,4}\s{0,2}$")
_PREFIX = re.compile(
    r"(?:[〔\[［（(]\s?\d{4}\s?[〕\]］）)]\s?第?\s?\d{1,5}\s?号[\s：:]{1,3}(?=[\u4e00-\u9fff])|[\u4e00-\u9fff]{2,14}(?<!令)(?<!公告)(?<!通告)\s?[〔\[［﹝【(（]\s?\d{4}\s?[〕\]］﹞】)）]\s?\d{1,5}\s?号[\s：:]{0,3}"
    r"|【[^】]{1,12}】|转载[：:]|[\u4e00-\u9fff]{2,8}\s?[丨|｜]|[\s·|｜丨]{1,3}|[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]{1,4}){0,4}"
)
_CARRIES = re.compile(
    r"(?:印发|发布|公布|转发|批转|颁布|下达|通过|施行|出台|制定|提请[^，。；《]{0,16}审议)(?:了|实施|施行|新修订的|修订后的)?(?=[《〈‹«])"
)
_HANDS_OVER = re.compile(
    r"(?P<word>印发|发布|公布)(?P<name>.{4,120}?)的(?:通知|函|公告|通告)(?:[（(][^（）()]{2,16}号[）)])?\s{0,2}$"
)
_LEAD = re.compile(r"(?:关于)?(?:联合|再次|重新)?$")
# What is published under its own name without book marks; a list or a result is the notice's.
_SEVERAL = re.compile(
    r"》等\s?[\d一二三四五六七八九十百]{1,5}\s?(?:项|件|个|部)"
)  # 《…》等8项国家标准: one stands for all
_PUBLISHED = (
    *("办法", "规定", "细则", "规则", "规程", "规范", "准则", "标准", "指南", "指引", "导则", "指导原则", "条件"),
    *("技术要求", "方案", "计划", "规划", "要点", "目录", "示范文本"),
)
_FORWARDS = re.compile(r"(?:关于)?(?:转发|批转)(?=[《〈‹«\u4e00-\u9fff])")
_ASKS = re.compile(r"征求|(?:征集|征询|听取).{0,60}意见|征意见|意见征(?:集|询)")
_ASKING = re.compile(r"(?:的|向社会|面向社会|再次|公开|联合|广泛|修改){1,4}$")
_ASKING_WORD = re.compile(r"(?:征求|征询|听取)(?!意见(?:稿|[）)]))")
_MOST = 124  # code points of a draft's name beside 征求
_AGAINST = re.compile(r"(?:修改|修正|废止|根据|贯彻|落实|学习|依据|按照|违反|执行|宣传|实施|解释|适用|延长)(?:〈|《)?$")
_PAIRED = re.compile(r"^(.{6,80}?[）)])(?:和|、|及)(.{6,80}?[）)])(?=公告|通告)")
# 令第5号, 令（第790号）, 公告2024年第20号, 公告〔2024〕第12号, 公告（十六届）第五号
ACT_NUMBER = (
    r"(?P<kind>令|公\s?告|通\s?告)\s{0,2}(?:[（(]?\s?第\s?(?P<order>[\d〇零一二三四五六七八九十百]{1,6})\s?号[）)]?"
    r"|[（(〔\[]?\s?(?P<year>(?:19|20)\d{2})\s?年?\s?第\s?(?P<no>[\d〇零一二三四五六七八九十百]{1,6})\s?号[）)〕\]]?"
    r"|[〔\[［﹝【（(]\s?(?P<bracket>(?:19|20)\d{2}|[\d一二三四五六七八九十]{1,3}届)\s?[〕\]］﹞】）)]\s?(?P<th>第?)\s?"
    r"(?P<n>[\d〇零一二三四五六七八九十百]{1,6})\s?号)"
)
_BARE = re.compile(rf"{ACT_NUMBER}$|^[^《]{{2,240}}(?:令|公告|通告)$|^第[\d〇零一二三四五六七八九十百]{{1,6}}号$")
_NUMBERED = re.compile(rf"{ACT_NUMBER}[\s：:]{{0,3}}(?=[^\s）)])")
_LEADS_ON = re.compile(r"[（(\s]{0,2}(?:现)?(?:公布|发布|颁布)?")
_RELEASES = re.compile(
    r"印发|发布|公布|出台|发文|修订|下发|制定|拟|启动|举行|召开|发放|颁发|核发|签署|签订|签约|：|！|？"
    r"|采取[^，。；]{0,20}措施|获(?!取|得者)|批复同意|推出|部署"
)
_RELEASED = re.compile(r"》[^，。；《》]{0,6}(?:发布|印发|出台|公布|获批|施行)")
_COMES_WITH = re.compile(r"(?:草案|稿)[）)]?》?[^《》\s）)]{0,10}说明\s{0,2}$")
_LAW_DRAFT = re.compile(r"法[（(][^（）()]{0,12}(?:草案|审议稿|征求意见稿|修正|修订)[^（）()]{0,12}[）)]")
_NUMBER_TAIL = re.compile(
    r"(?<=书)[〔\[［﹝【（(]\s?\d{4}\s?[〕\]］﹞】）)]\s?第?\s?\d{1,5}\s?号\s{0,2}$"
)  # …决定书〔2025〕10号
_ITS_NUMBER = re.compile(
    r"(?:[（(](?:19|20)\d{2}[）)])?[（(](?:[^（）()]{2,80}令)?\s?(?:(?:19|20)\d{2}年)?第\s?[\d〇零一二三四五六七八九十百]{1,6}\s?号令?[）)]\s{0,2}$"
)
_NAMED_INSIDE = re.compile(
    r"[（(][^（）()]{0,6}(清单|目录)[）)](?:[（(][^（）()]{1,30}[）)])?$"
)  # 特别管理措施（负面清单）（2024年版）
# 公布打击网络水军8起典型案例: the headline of a page that releases cases names them.
_CASES = re.compile(r"(?:发布|公布|通报|曝光)(?:了|第.{1,3}批)?")
_CASES_END = "典型案例"
_MOST_CASES = 64
_BARE_KIND = re.compile(r"令|公\s?告|通\s?告")
_MODIFIER = re.compile(r"[（(][^（）()]{1,30}[）)]")
_CARRIER = re.compile(r"^.{0,120}?关于(?:印发|发布|公布)?")
# A kind is told by its last word, save where the longer word is a kind of its own in the trade.
_BASES = (
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "规程",
    "措施",
    "方案",
    "指南",
    "指引",
    "规范",
    "规划",
    "风险提示",
    "典型案例",
    "行动计划",
    "计划",
    "要点",
    "公约",
    "报告",
    "清单",
)


@dataclass(frozen=True, slots=True)
class Book:
    """A title in book marks, without the marks; depth 0 is outermost."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart. Places are code points of `text`.

    start: after a number or column in front; about: place of 关于 (-1 without); forward: place after 转发 (-1
    without); given: the instruments it is about; formal: whether it is an official title, not a headline;
    bare: only a kind and a number (公告2024年第20号); named: place after the number of an order that is followed by its
    name (-1 without); explains: 解读, 答记者问, and the statement that comes with a draft.
    """

    text: str
    masked: str
    books: tuple[Book, ...]
    start: int
    about: int
    forward: int
    given: tuple[tuple[int, int], ...]
    kind: str
    formal: bool
    bare: bool
    explains: bool
    named: int = -1

    @property
    def asks(self) -> bool:
        """Whether it asks for comments, or names a draft."""
        return bool(_ASKS.search(self.masked) or DRAFT.search(self.text))


def books(text: str) -> tuple[Book, ...]:
    """Every title in book marks, nested ones too, in order of place; unclosed marks are left out."""
    found: list[Book] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text):
        c, n = mark[0], mark.start()
        if c in _OPEN and len(opened) < 8:
            opened.append((_OPEN[c], n + 1))
        elif c == "\n":
            opened.clear()
        elif any(close == c for close, _ in opened):
            while opened:
                close, start = opened.pop()
                if close == c:
                    found.append(Book(start, n, len(opened)))
                    break
    return tuple(sorted(found, key=lambda book: book.start))


@lru_cache(maxsize=1024)  # that of a page is compared with each text it names
def name_core(name: str) -> str:
    """A title without issuers, carrier, modifiers, marks and blanks: the same for heading, short title and draft."""
    return re.sub(r"[\s《》〈〉“”\"]", "", _CARRIER.sub("", _MODIFIER.sub("", name)))


def mask(text: str, marked: tuple[Book, ...]) -> str:
    """The text with what stands in book marks hidden, at the same length."""
    for book in marked:
        if book.depth == 0:
            text = text[: book.start] + HIDDEN * (book.end - book.start) + text[book.end :]
    return text


def kind_of(name: str, lore: Lore) -> str:
    """The kind of the instrument a title ends with (管理办法（试行） → 办法), '' without one."""
    if (inner := _NAMED_INSIDE.search(name)) and name[: inner.start()].rstrip().endswith(("措施", "规定", "条件")):
        return inner[1]
    bare = _MODIFIERS.sub("", _NUMBER_TAIL.sub("", _MODIFIERS.sub("", name))).rstrip("》〉 \u3000")
    longest = next((kind for kind in lore.kinds.get(bare[-1:], ()) if bare.endswith(kind)), "")
    if not longest and bare.endswith("法") and (bare.startswith("中华人民共和国") or _LAW_DRAFT.search(name)):
        return LAW
    if longest.endswith("意见"):
        return "指导意见" if longest.endswith("指导意见") else "意见"
    return next((base for base in _BASES if longest.endswith(base)), longest)


def parse(text: str, lore: Lore) -> Title:
    """Take a title apart."""
    marked = books(text)
    masked = mask(text, marked)
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    forward = _FORWARDS.search(masked)
    named = _named(text, masked, start, lore)
    bare = named < 0 and "关于" not in masked and not marked and bool(_BARE.search(masked.strip()))
    kind = (
        re.sub(r"\s", "", _BARE_KIND.findall(masked)[-1])
        if bare and _BARE_KIND.search(masked)
        else kind_of(masked, lore)
    )
    explains = bool(lore.explains.search(masked) or (marked and _COMES_WITH.search(text)))
    about = masked.find("关于", start)
    title = Title(
        text, masked, marked, start, about, forward.end() if forward else -1, (), kind,
        formal=named >= 0 or (bool(kind) and (about >= 0 or bare or _ASKS.search(masked) is not None)), bare=bare,
        explains=explains, named=named,
    )  # fmt: skip
    given = tuple((a, b) for a, b in _given(title, lore) if b - a >= 4)
    kinds = {kind_of(text[a:b], lore) for a, b in given}
    stated = title.formal and not _ASKS.search(_MODIFIERS.sub("", masked))
    own = kinds.pop() if len(kinds) == 1 else kind if stated else ""
    return replace(title, given=given, kind=own)


def _named(text: str, masked: str, start: int, lore: Lore) -> int:
    """Where the name begins that follows the number of an order or announcement, -1 without one."""
    number = _NUMBERED.search(masked, start)
    if number is None:
        return -1
    lead = _LEADS_ON.match(text, number.end())
    at = lead.end() if lead else number.end()
    rest = text[at:].rstrip("）) " if text[at - 1] in "（(" else " ")
    return at if len(rest) >= 4 and (kind_of(rest, lore) or "《" in rest or rest.startswith("关于")) else -1


def _name_ends(text: str) -> int:
    """Where a name ends: before the number of its order in brackets (…规定（某部令第91号）, …决定（第84号）)."""
    ends = _ITS_NUMBER.search(text)
    return ends.start() if ends else len(text.rstrip())


def innermost(text: str, book: Book, lore: Lore) -> tuple[tuple[int, int], ...]:
    """The instrument a title in book marks is about: itself, or what it hands over."""
    inner = parse(text[book.start : book.end], lore)
    found = inner.given if inner.given else ((0, book.end - book.start),)
    return tuple((book.start + a, book.start + b) for a, b in found)


def _given(title: Title, lore: Lore) -> Iterator[tuple[int, int]]:
    text, masked = title.text, title.masked
    outer = tuple(book for book in title.books if book.depth == 0)
    if title.bare:
        return
    if title.named >= 0 and not title.explains:
        yield from _after_number(title, lore)
    elif title.explains:
        kinds = (book for book in outer if kind_of(text[book.start : book.end], lore))
        named = next(iter((*kinds, *outer)), None)
        yield from innermost(text, named, lore) if named else ()
    elif (carrier := _CARRIES.search(masked)) and not (title.kind and _SEVERAL.search(text)):
        for book in _chain(text, outer, carrier.end()):
            yield from innermost(text, book, lore)
    elif title.forward >= 0 and title.forward < len(text):
        inner = parse(text[title.forward :], lore)
        yield from ((title.forward + a, title.forward + b) for a, b in inner.given)
    elif _ASKS.search(_MODIFIERS.sub("", masked)):
        yield from _asked(title, outer, lore)
    elif (over := _HANDS_OVER.search(masked)) and _handed_over(title, over, lore):
        yield over.span("name")
    elif pair := _PAIRED.match(text[title.start :]):
        yield from ((title.start + pair.start(n), title.start + pair.end(n)) for n in (1, 2))
    else:
        yield from _plain(title, outer, lore)


def _handed_over(title: Title, over: re.Match[str], lore: Lore) -> bool:
    """Whether a name without book marks is that of a text: 关于印发某方案的通知, 某府办印发关于某事的方案的通知."""
    lead = _LEAD.search(title.masked[max(0, over.start() - 4) : over.start()])
    about = lead is not None and lead[0].startswith("关于")
    if over["word"] == "印发" and about:
        return True
    name = _MODIFIERS.sub("", over["name"])
    if title.about >= 0 and over.start() > title.about and not (about and over.start() - 4 <= title.about):
        return False
    return bool(kind_of(over["name"], lore)) and (over["word"] == "印发" or name.endswith(_PUBLISHED))


def _after_number(title: Title, lore: Lore) -> Iterator[tuple[int, int]]:
    """What stands behind the number of an order or announcement: the books it names, else all of it."""
    text, start = title.text, title.named
    end = len(text.rstrip())
    if text[start - 1] in "（(" and text[end - 1] in "）)":
        end -= 1
    inner = parse(text[start:end], lore).given
    yield from ((start + a, start + b) for a, b in inner or ((0, end - start),))


def _asked(title: Title, outer: tuple[Book, ...], lore: Lore) -> Iterator[tuple[int, int]]:
    """The draft a consultation is about."""
    if outer:
        yield from innermost(title.text, outer[0], lore)
        return
    for start, end in _beside(title):
        name = title.text[start:end]
        if len(name) >= 4 and (kind_of(name, lore) or DRAFT.search(name)):
            yield start, end
            return


def _beside(title: Title) -> Iterator[tuple[int, int]]:
    """What may be the draft of a title without book marks: after 征求, or before it from 关于, 就 or the start on."""
    masked = title.masked
    asks = _ASKING_WORD.search(masked, title.start)
    if asks is None:
        return
    at = asks.start()
    start = at + (3 if masked.startswith("对", at + 2) else 2)
    ends = [n for word in ("意见", "建议") if (n := masked.find(word, start + 4, start + _MOST)) >= 0]
    if ends:
        asking = _ASKING.search(masked[: min(ends)], start)
        yield start, asking.start() if asking else min(ends)
    first = max(title.start, at - _MOST)
    leads = [(n, len(word)) for word in ("关于", "就") if (n := masked.find(word, first, at)) >= 0]
    begin = sum(min(leads)) if leads else first
    begin += masked.startswith(("对", "就"), begin) if leads else 0
    asking = _ASKING.search(masked[:at], begin)
    yield begin, asking.start() if asking else at


def _plain(title: Title, outer: tuple[Book, ...], lore: Lore) -> Iterator[tuple[int, int]]:
    """The whole formal title; of a headline what it names, or the name that it is."""
    text, end = title.text, _name_ends(title.text)
    if title.kind and title.about >= 0:
        released = _RELEASES.search(title.masked, title.start, title.about)
        yield (title.about if released else title.start), end
        return
    if named := [book for book in outer if kind_of(text[book.start : book.end], lore)]:
        for book in named[:1]:
            if not _AGAINST.search(text[max(0, book.start - 6) : book.start]):
                yield from innermost(text, book, lore)
    elif outer and _RELEASED.match(text, outer[0].end):
        yield outer[0].start, outer[0].end
    elif title.kind and not _RELEASES.search(title.masked) and not lore.digests.search(title.masked):
        yield title.start, end
    elif title.masked.rstrip().endswith(_CASES_END):
        yield from _cases(title)


def _cases(title: Title) -> Iterator[tuple[int, int]]:
    """What the headline of a page that releases cases calls them."""
    end = len(title.masked.rstrip())
    for said in _CASES.finditer(title.masked, max(title.start, end - _MOST_CASES)):
        name = title.masked[said.end() : end]
        if len(name) >= len(_CASES_END) + 4 and not re.search(r"[，。；：《》\s]|关于", name):
            yield said.end(), end
            return


def _chain(text: str, outer: tuple[Book, ...], start: int) -> Iterator[Book]:
    """Books that follow one another from a place: 《A》《B》, 《A》和《B》."""
    for book in outer:
        gap = text[start : book.start - 1]
        if book.start > start and (not gap or gap.strip() in ("", "和", "、", "及", "与")):
            yield book
            start = book.end + 1
        elif book.start > start:
            return
