"""Until when a text holds: a stated end first, else its length of validity from its effect.

Only the text's own validity, or that which it extends by its title: not that of licences, certificates and projects.
The conventions are those of tests/labels/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jingbao.core.lengths import Length, lengths
from jingbao.core.ranges import points, ranges
from jingbao.core.read.effect import STATUSES, parts
from jingbao.core.read.sheet import LONGEST, Sheet
from jingbao.core.read.title import Title, name_core

_TERM = (
    r"(?:有效期|执行期|施行期|实施期|试行期|适用期|政策期)(?:限|间)?"
    r"|(?:执行|施行|实施|试行)(?:期限|时间|期间)|(?<=，)期限"
)
_CAUGHT = re.compile(
    rf"(?P<term>{_TERM})(?:暂定|定|延长|延续)?(?:为|是|至|到|自|从)?(?:[：:])?\s?(?=(?P<when>[^。；\n]{{2,60}}))"
    r"|(?P<on>延长|延续|延期|顺延|执行|施行|实施|试行|有效|适用)(?:至|到)(?P<until>[^，。；\n]{4,24})"
    r"|(?:起|，|日)(?:至|到)(?P<end>[^，。；\n至到]{4,14}?)(?:止|为止|失效|自动失效|终止|废止|有效|截止)"
    r"|(?:试行|暂定|为期)(?P<trial>[\d一二两三四五六七八九十]{1,3}(?:个月|年半?))"
    r"|(?P<lapse>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起?(?:自动|自行|停止|后)?(?:失效|废止|到期|终止|执行期满)"
    r"|自即日起至(?P<now>[^，。；\n]{4,16}?)(?:止)?，(?:暂停|继续|对|试行|执行|施行|实施)"
    r"|自(?P<from>[^，。；\n自]{4,24}?[至到—–-][^，。；\n自]{2,20}?)(?:期间)?(?:施行|实施|执行|试行|有效)"
)
_EFFECT_BEFORE = re.compile(r"[起日月后时](?:正式|开始|全面|统一)?(?:施行|实施|执行|生效|试行|实行|适用)[^。；]{0,24}$")
_NOTHING_BEFORE = re.compile(
    r"^[\s　]*(?:第[\d一二三四五六七八九十百]{1,6}条|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])?[\s　]*(?:其)?$"
)
_THIS = re.compile(r"(?:本|上述|该|此项|以上)[^，。；：《》]{0,16}$|(?:政策|规定|措施|继续|办法)(?:的)?$")
_BOOK = re.compile(r"《([^《》\n]{2,80})》[^，。；《》]{0,10}$")
_OF_OTHERS = re.compile(
    r"(?:证书?|许可|执照|牌照|资质|资格|认定|备案|合同|协议|证件|证明|批件|批文|批准|报告|结果|称号|登记|签证|授权|标志|商标"
    r"|专利|保险|产品|账号|项目|编码|检验|检测|认证|评估|名单|入库|基地|试点|承诺书|号码)[^，。；]{0,8}$|(?:过渡|宽限)期?[^，。；]{0,10}$"
)
_IN_BRACKETS = re.compile(r"》[^。；]{0,10}[（(][^（）()]{0,60}$")
_BRACKETS = re.compile(r"[（(][^（）()]{0,60}[）)]")
_PROLONGS = re.compile(r"延长|延续|延期|继续|顺延")
_FROM_ACT = re.compile(r"(?:本[^，。]{1,4})?(?:发布|公布|公告|印发|颁布|即日)(?:之日)?起?(?:至|到)")
_FROM_DAY = re.compile(r"，自(?P<day>[^，。；\n]{6,20}?)(?:之日)?起(?:计算|算|施行|实施|执行)?")
_SENTENCE = re.compile(r"[^。；\n]+")
_KEYS = ("期", "至", "到", "行", "失效", "废止", "有效")


@dataclass(frozen=True, slots=True)
class Validity:
    """What a sentence says of an end. opening, closing: stated days or None; term: length or None; now: whether it
    runs from the act; start, end: place."""

    opening: date | None
    closing: date | None
    term: Length | None
    now: bool
    start: int
    end: int


def read(sheet: Sheet, title: Title, status: str) -> None:
    """Note until when the text holds, and from when where only its validity tells."""
    if status not in STATUSES:
        return
    for part in parts(sheet):
        found = list(_found(sheet, title, sheet.document.part(part)[:LONGEST]))
        ended = next((one for one in found if one.closing), None)
        if ended is not None:
            _note_end(sheet, part, ended)
            return
        for one in found:
            if _note_term(sheet, part, one):
                return


def _found(sheet: Sheet, title: Title, text: str) -> Iterator[Validity]:
    if not any(key in text for key in _KEYS):
        return
    posted = sheet.text("published") or sheet.text("signed")
    day = date.fromisoformat(posted) if posted else None
    for sentence in _SENTENCE.finditer(text):
        if any(key in sentence[0] for key in _KEYS):
            for m in _CAUGHT.finditer(sentence[0]):
                if _is_own(sheet, title, sentence[0][max(0, m.start() - 100) : m.start()], m):
                    yield from _read(m, sentence.start(), day)


def _is_own(sheet: Sheet, title: Title, before: str, m: re.Match[str]) -> bool:
    """Whether a validity is that of the text: it follows its effect, or its subject is the text, or none is named."""
    if _IN_BRACKETS.search(before):
        return False
    before = _BRACKETS.sub("", before)
    clause = before[before.rfind("，") + 1 :]
    if _OF_OTHERS.search(clause) or clause.endswith(("过渡期", "《", "“")):
        return False
    if book := _BOOK.search(before):
        own = {name_core(name) for name in (*sheet.values("instrument"), sheet.title)}
        name = name_core(book[1])
        return any(whole.endswith(name) for whole in own) or bool(_PROLONGS.search(title.masked))
    if _EFFECT_BEFORE.search(before) or _NOTHING_BEFORE.search(clause if "，" not in before else "x"):
        return True
    return bool(_THIS.search(clause))


def _read(m: re.Match[str], offset: int, posted: date | None) -> Iterator[Validity]:
    name = next(name for name in ("when", "until", "end", "trial", "lapse", "now", "from") if m[name])
    words, start, at = m[name], offset + m.start(), offset + m.start(name)
    acted = _FROM_ACT.match(words) if name == "when" else None
    if acted:
        words, at = words[acted.end() :], at + acted.end()
    both = next(iter(ranges(words)), None)
    if both is not None and both.start <= 3 and (days := both.days(posted)) and both.last.day:
        yield Validity(*days, None, False, start, at + both.end)
        return
    point = next(iter(points(words)), None) if name != "from" else None
    dated = point is not None and point.start <= 3 and bool(point.day or point.part)
    if point is not None and dated and not words.startswith("起", point.end):
        closing = point.last(point.year) if point.year else point.after(posted) if posted else None
        yield Validity(None, closing, None, name == "now" or bool(acted), start, at + point.end)
        return
    term = next(iter(lengths(words[:14])), None) if name in ("when", "trial") else None
    if term is not None and term.start <= 2 and (term.months or term.days):
        counted = _FROM_DAY.match(words, term.end)
        first = next(iter(points(counted["day"])), None) if counted else None
        opening = first.first(first.year) if first and first.year and first.day else None
        yield Validity(opening, None, term, False, start, at + (counted.end() if counted and opening else term.end))


def _note_end(sheet: Sheet, part: str, one: Validity) -> None:
    if one.opening and not sheet.text("effective"):
        sheet.add("effective", one.opening.isoformat(), part, one.start, one.end, "有效期自…至…")
    elif one.now and not sheet.text("effective"):
        basis = next((n for name in ("published", "signed") for n in sheet.places(name)), None)
        if basis is not None:
            sheet.add("effective", sheet.facts[basis].value, part, one.start, one.end, "自即日起至…", (basis,))
    sheet.add("expires", f"{one.closing}", part, one.start, one.end, "有效期至")


def _note_term(sheet: Sheet, part: str, one: Validity) -> bool:
    """Note the end of a length of validity; without a known start there is none."""
    if one.opening and not sheet.text("effective"):
        sheet.add("effective", one.opening.isoformat(), part, one.start, one.end, "有效期…，自…起计算")
    basis = next(iter(sheet.places("effective")), None)
    if basis is None or one.term is None:
        return False
    start = sheet.facts[basis]
    end = one.term.after(date.fromisoformat(str(start.value)), sheet.catalog.workdays)
    if end is None:
        return False
    acted = any(sheet.facts[n].value == start.value for n in start.derived_from)
    if not acted:
        end -= timedelta(days=1)  # a stated first day counts; that of an act itself does not (民法典第201条)
    sheet.add("expires", end.isoformat(), part, one.start, one.end, "有效期 N 年", (basis,))
    return True
