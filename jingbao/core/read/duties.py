"""Duties, prohibitions, permissions, encouragements: each modal word that lays something down, and upon whom.

The conventions are those of tests/labels/README.md (`clauses.jsonl`): a modal word in a description
(依法应当公开的信息), in a purpose clause or under another modal word (应当加强管理，引导会员) lays nothing down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jingbao.core.read import bearers
from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Duty

_ENCOURAGE = "鼓励|支持|引导|倡导|提倡"
_MODAL = re.compile(
    r"(?=[不严嚴禁应應必须須有可鼓支引倡提])(?:(?P<prohibition>不应当?|不得|严禁|嚴禁|禁止|不准(?![确予]))"
    r"|(?P<obligation>应当|應當|应该|必须|必須|有义务|有義務|(?<![无毋知必])须(?!知|臾|要)"
    r"|(?<![供相适响反效感顺呼照回答报因对策])应(?![用急邀届税收付纳缴得诉聘标试战酬许声约景变力有知运激]|届|当前))"
    r"|(?P<permission>(?<!不)可以|(?<![所专享拥具持占没含])有权(?![利益威限属力衔证机]))"
    rf"|(?P<encouragement>(?:{_ENCOURAGE})(?:(?:[、和与及并]|以及)(?:{_ENCOURAGE}|保护|保障|扶持|推动|促进|帮助"
    rf"|监督|指导|规范|组织|服务)){{0,3}}))"
)
_CLAUSE = re.compile(r"[，,；;。：！？!?\n]")
_SENTENCE = "。；！？;!?\n"
_STOP = re.compile(f"[{_SENTENCE}]")
_BACK, _AHEAD = 700, 400  # code points around a modal word that are looked at
_READ = 200_000
_MOST = 3_000  # modal words looked at in a part; the longest law has under a thousand
_ITEM = re.compile(
    r"[\s#>*\-　]{0,8}(?:第[\d一二三四五六七八九十百千零〇]{1,8}[条章节款](?:之[一二三四五六七八九十])?"
    r"|[（(][\d一二三四五六七八九十]{1,3}[）)]"
    r"|[\d一二三四五六七八九十]{1,3}[、.．](?!\d)|[①-⑳])[\s*　]{0,4}"
)
_QUOTED = re.compile(r"[“\"「][^“”\"」\n，。]{1,14}[”\"」]")
_BOOK = re.compile(r"《[^《》\n]{0,120}(?:《[^《》\n]{0,80}》[^《》\n]{0,60}){0,3}》")

_NO_MODAL_AFTER = {
    "应当": re.compile(r"知[道悉]|说(?!明)"),
    "可以": re.compile(r"说(?!明|服)"),
    "不得": re.compile(r"已|而知|人心|不(?!合理|正当|公平|真实|按|依|实|良|当(?!地))"),
    "有权": re.compile(
        r"(?:部门|单位|人(?!民|员)|处理|管辖|的)"
        r"|[^的，。；]{2,20}的[^的，。；]{0,8}$(?:(?<=机关)|(?<=部门)|(?<=单位)|(?<=机构)|(?<=人))"
    ),
    "禁止": re.compile(r"令(?!其)|性|的|入|标志|[和或、]限制|[^，。；]{1,20}$(?:(?<=的决定)|(?<=的规定)|(?<=令))"),
    "严禁": re.compile(r"的"),
    "应": re.compile(r"该款"),
}
# 应对 is one word, save where a verb follows: 应对员工进行培训. 应专利权人请求: at his request.
_TREATS = re.compile("进行|予以|作出|给予|加以|负责|采取|提出|实行|实施|做到|承担|开展")
_ASKED = re.compile("[^，。；]{0,20}[人方者位门国司]的?(?:请求|要求|邀请)")
_NO_MODAL_BEFORE = re.compile(r"(?:是否|能否|可否|不予|被|所|明令|名副其实|本|[“\"‘]|达到|理)$")
# In a description: what stands right after the modal word is an attribute (应当公开的信息).
_ATTRIBUTE = re.compile(
    r"的|(?!有|是|为|具(?!有的)|无|与|将|把|对|向|从|以|按|在|由|和|给|使用|利用)(?:依法|予以|进行|共同|优先"
    r"|自行|直接|另行|及时|主动|同时|继续){0,2}"
    r"(?:[不被先再]?[一-龥]{2}|[一-龥])(?:[、或和][一-龥]{2}"
    r"|或者[一-龥]{2}){0,3}(?<!他人)(?<!自己)(?<!本人)(?<!其他)(?<!有关)(?<!相关)(?<!相应)(?<!必要)(?<!合理)的(?=[一-龥])"
)
_ENDS_CASE = re.compile(r"的(?:除外|情形|情况|外|时候|，从其规定)?[”）)]?$|(?:之一的|除外)$")
_EMBEDS = re.compile(
    r"(?:规定|约定|证明|认定|属于|其他|所有|凡是?|一切|具有|拒绝|认为|及其|对|对于|将|把|除|经营|使用|泄露"
    r"|公开|隐匿|减征|征收|提供|批准|同意|授权|为)(?:依法|按照规定"
    r"|按规定|依照规定|依据规定)?$"
)
_NOT_DONE = re.compile(r"(?:而|但|却|且)?(?:未|没有|拒不|不|逾期)[^，。；]{0,40}的$")
_LAYS = re.compile(r"应当|應當|必须|必須|不得|可以|严禁|须(?!知)|(?<![供相适响反效对])应(?![用急对])|有权|禁止")
_PURPOSE = re.compile(
    r"为(?:了|更好|进一步|深入|全面|有效|加快|充分|积极|切实|规范|保护|保障|维护|加强|促进|推动|推进|鼓励|支持"
    r"|引导|提高|提升|防止|预防|实施|贯彻|落实|完善|健全|构建|培育|优化|建立|营造|助力|发挥|推广|倡导|弘扬)"
)
_NOUN_BEFORE = re.compile(
    r"(?:的|以|用于|旨在|来|不|未|予|给予|提供|得到|获得|寻求|争取|专项|政策|技术|资金|财政|金融|宣传|舆论"
    r"|项目|法律|人才|资源|信贷|税收|科技|智力|系统|规划|价值|正面|思想|教育|司法|组织|数据|标准|理论|业务"
    r"|后台|基础|行政"
    r"|产业|物质|经费|有力|重要|强力|有效|保障和|指导和|服务和|监督和|规范和|监管和|激励和|条件|加强|强化|发挥"
    r"|加大|落实|大力宣传)$"
)
_NOUN_AFTER = re.compile(
    r"$|[，。；）)！]|(?:力度|政策|措施|体系|系统|服务(?!业)|单位|者|下|性|范围|资金|计划|方向|重点|对象|条件"
    r"|标准|方式|产品|文件|材料|证据|率|基金|作用|机制|力(?!争)|员|起诉|功能|了|IPv|HTTP|与协作)"
    r"|(?:[和与、及](?!其)(?!(?:鼓励|支持|引导|倡导|提倡)))[一-龥]{2}(?:$|[，。；])"
)
_ORDERS = re.compile(
    r"(?:依法|按照规定|并|分别|同时|直接|由其)?(?:责令|吊销|处(?!理)|并处|没收|给予|罚|追究|撤销|暂停|关闭"
    r"|取缔|从重|从轻|减轻|免除|免予|予以(?:处罚|公告|通报|警告)|单处|扣押|查封|加处)"
)
_PUNISHED = re.compile(r"(?:依法)?(?:给予[^，。；]{0,6}处分|追究[^，。；]{0,8}责任)")
_PERSON = re.compile("(?:者|人|员)$")
_UNDER = re.compile(r"可以|决定")
_PROHIBITING = ("禁止", "严禁", "嚴禁", "不准")


@dataclass(frozen=True, slots=True)
class Found:
    """A modal word that lays something down. start, end: its place; bearer: place of the party, None without one."""

    modality: str
    start: int
    end: int
    bearer: tuple[int, int] | None


def read(sheet: Sheet) -> None:
    """Note each modal word of the text and its attachments that lays something down; the quotation is its sentence."""
    parts = ["body", *(f"attachment:{n + 1}" for n in range(len(sheet.document.attachments)))]
    for part in parts:
        printed = sheet.document.part(part)[:_READ]
        text = sheet.body[:_READ] if part == "body" else printed
        if sum(1 for _ in islice(_MODAL.finditer(text), _MOST + 1)) > _MOST:
            sheet.flag("many-duties", f"over {_MOST} modal words stand in {part}; the rest is not read", "Read it.")
        for one in find(text):
            start, end = sentence(text, one.start, one.end)
            bearer = printed[slice(*one.bearer)] if one.bearer else ""
            sheet.add(one.modality, Duty(printed[one.start : one.end], bearer), part, start, end, "modal word")


def find(text: str) -> Iterator[Found]:
    """The modal words of a text that lay something down, in order; the first 3,000 are looked at."""
    masked = mask(text)
    for m in islice(_MODAL.finditer(masked), _MOST):
        around = _Around(masked, m)
        if around.counts():
            start, end = m.span()
            yield Found(m.lastgroup or "", start, end, around.bearer())


def mask(text: str) -> str:
    """The text with titles in book marks and short quotations hidden, at the same length."""
    hidden = _BOOK.sub(lambda m: f"《{'＊' * (len(m[0]) - 2)}》", text)
    return _QUOTED.sub(lambda m: f"{m[0][0]}{'＊' * (len(m[0]) - 2)}{m[0][-1]}", hidden)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Place of the sentence around a stretch, trimmed; of a very long one what lies around the stretch."""
    first, last = max(0, start - _AHEAD), min(len(text), end + _AHEAD)
    begin = max(first, *[text.rfind(c, first, start) + 1 for c in _SENTENCE])
    found = _STOP.search(text, end, last)
    stop = found.start() if found else last
    while begin < start and text[begin].isspace():
        begin += 1
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    return begin, stop


class _Around:
    """A modal word and what stands around it in its paragraph."""

    def __init__(self, text: str, m: re.Match[str]) -> None:
        self.word, self.modality = m[0], m.lastgroup
        first = text.rfind("\n", max(0, m.start() - _BACK), m.start()) + 1 or max(0, m.start() - _BACK)
        if item := _ITEM.match(text, first, m.start()):
            first = item.end()
        self.base = first
        self.before = text[first : m.start()]
        self.after = text[m.end() : min(len(text), m.end() + _AHEAD)].split("\n", 1)[0]
        stop = _CLAUSE.search(self.after)
        self.right = self.after[: stop.start()] if stop else self.after
        self.pieces = list(_pieces(self.before))

    @property
    def left(self) -> str:
        """What stands before the word in its own clause."""
        return self.pieces[-1][2]

    def counts(self) -> bool:
        """Whether the word lays something down."""
        no = _NO_MODAL_AFTER.get(self.word)
        if no is not None and no.match(self.right if self.word in ("禁止", "有权") else self.after):
            return False
        if self.word == "应":
            faced = self.right.startswith("对") and not _TREATS.search(self.right[:60], 3)
            if faced or _ASKED.match(self.right):
                return False
        if self.word != "有权" and _NO_MODAL_BEFORE.search(self.left[-6:]) and not re.search("基本$|原本$", self.left):
            return False
        if self._describes():
            return False
        if self.modality == "encouragement":
            return self._encourages()
        return not (self.word in _PROHIBITING and self._under(_UNDER))

    def _describes(self) -> bool:
        """Whether the word stands in an attribute or a case, as in 依法应当公开的信息, 法律规定可以不公开的除外."""
        if _ENDS_CASE.search(self.right) and not re.match("[是为]", self.right):
            return True
        if self.modality != "encouragement" and _ATTRIBUTE.match(self.right):
            return True
        if _EMBEDS.search(self.left) and "的" in self.right and not bearers.is_authority(self.left):
            return True
        rest = self.after[len(self.right) :]
        ahead = re.match(r"，([^，。；]{2,60})(?=[，。；])", rest)
        return ahead is not None and _NOT_DONE.match(ahead[1]) is not None

    def _encourages(self) -> bool:
        if _NOUN_BEFORE.search(self.left[-6:]) or _NOUN_AFTER.match(self.right):
            return False
        scope = self._scope()
        if _LAYS.search(scope) or re.search(_ENCOURAGE, self.left):
            return False
        purpose = scope.lstrip().startswith("为") and re.search(
            "，(?:制定|根据|依据|按照|结合|现|特)", self.after[:200]
        )
        return (
            not purpose
            and _PURPOSE.match(scope.lstrip()) is None
            and not re.search("(?:，|^)为(?:了)?[^，]{0,12}$", self.left)
        )

    def _under(self, words: re.Pattern[str]) -> bool:
        return words.search(self._scope()) is not None

    def _scope(self) -> str:
        """What stands before the word in its sentence."""
        return re.split("[；。！？;]", self.before)[-1]

    def bearer(self) -> tuple[int, int] | None:
        """Place of the party in the text, None where no party is named."""
        found = self._named()
        if found is None or found[0] < 0:
            return None
        start, end = found
        return self.base + start, self.base + end

    def _named(self) -> tuple[int, int] | None:
        """Place of the party, counted from the start of the paragraph."""
        behind = len(self.before) + len(self.word)
        if self.modality == "encouragement" or self.word in _PROHIBITING:
            if found := bearers.named_after(self.after):
                return behind + found[0], behind + found[1]
            return self._forbidden() if self.modality == "prohibition" else None
        by = re.match("(?:依法|分别|统一|共同)?由(?!于)", self.right)
        if by and (found := bearers.named_after(self.right[by.end() :])):
            return behind + by.end() + found[0], behind + by.end() + found[1]
        start, _, left = self.pieces[-1]
        direct = bearers.subject(left)
        if (direct is None or direct[0] < 0) and (doer := self._doer()):
            return behind + doer[0], behind + doer[1]
        if direct is None:
            return self._carried(within_sentence=False)
        punished = _PUNISHED.match(self.right) and _PERSON.search(left[slice(*direct)])
        return (-1, -1) if direct[0] < 0 or punished else (start + direct[0], start + direct[1])

    def _forbidden(self) -> tuple[int, int] | None:
        """The party before 禁止, 严禁, 不准: in its own clause, or carried within the sentence."""
        start, _, left = self.pieces[-1]
        direct = bearers.subject(left)
        if direct is None:
            return self._carried(within_sentence=True)
        named = direct[0] >= 0 and self._may(left[slice(*direct)])
        return (start + direct[0], start + direct[1]) if named else None

    def _doer(self) -> tuple[int, int] | None:
        """Place after the word of the party named by 由 later in the clause: 应当在批复后由各部门公开."""
        found = bearers.by_whom(self.right)
        return None if found is None or bearers.is_possessor(self.right, found[1]) else found

    def _carried(self, *, within_sentence: bool) -> tuple[int, int] | None:
        """The party of the clauses before, the nearest first: a main clause goes before a case (…的，)."""
        case: tuple[int, int] | None = None
        for n in range(len(self.pieces) - 2, -1, -1):
            start, stop, text = self.pieces[n]
            ends = stop in "；。！？;!?"
            if ends and (case or within_sentence):
                break
            found = self._of_clause(text)
            if found is None or (found[0] < 0 and text.endswith("的")):
                continue
            if found[0] < 0:
                return case or found
            place = (start + found[0], start + found[1])
            if not self._may(text[slice(*found)]):
                continue
            if not text.endswith("的"):
                return place
            case = place
        return case

    def _of_clause(self, text: str) -> tuple[int, int] | None:
        """The party of one clause before: told to, after 由, subject of its modal word, or what it begins with."""
        if found := bearers.acted_on(text) or bearers.by_whom(text) or bearers.whole(text):
            return found
        modal = next((m for m in _MODAL.finditer(text) if m.lastgroup != "encouragement"), None)
        if modal is not None and not text.endswith("的"):
            if modal[0] in _PROHIBITING:
                return None
            return bearers.subject(text[: modal.start()])
        found = bearers.leading(text)
        return (-1, -1) if found and not text.endswith("的") and bearers.is_possessor(text, found[1]) else found

    def _may(self, party: str) -> bool:
        """Whether a party carried over can be the one that acts: only an authority punishes, and 国家 forbids."""
        if party in ("国家", "法律", "国务院") and self.word in _PROHIBITING:
            return False
        return not _ORDERS.match(self.right) or bearers.is_authority(party)


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """The clauses of a text: start, the stop that ends it ('' for the last), words."""
    start = 0
    for stop in _CLAUSE.finditer(text):
        yield start, stop[0], text[start : stop.start()]
        start = stop.end()
    yield start, "", text[start:]
