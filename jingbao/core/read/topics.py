"""Subjects and forms by the cues of the catalog: the title weighs more than the text, a long text no more than a short.

A strong cue counts one, a weak one a quarter and never alone, a negative one is taken away. Where several cues begin at
one place the longest counts.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from jingbao.core.read.sheet import Sheet

_FIRST, _MORE = 4.0, 1.0  # what the first and each further strong cue in the title count
_EARLIEST = 4.0  # for the subject a title names first
_READ = 6_000  # code points of the text that are looked at
_ATTACHED = 2_000
_LEAST = 3.0  # score under which a page does not concern a topic: one strong cue in the text is not enough
_MOST = 6
_OFFICE = re.compile(
    r"(?!监督委员会)(?:信息|管理|监督|监督管理|保护|发展)?(?:总局|局(?!部)|部(?![分门署件位队级落])|厅|委员会|办公室)"
    r"|[^《》，。关\s]{0,10}(?:局|厅|部|委员会|办公室)(?=关于|公开|印发|发布|转发)"
)  # 广播电视总局 is no word on broadcasting
_DWELT = 4.0  # sum of weights from which a text dwells on a topic
_SHARE = 0.2  # of the best score, under which a topic is only mentioned


@dataclass(slots=True)
class Score:
    """What speaks for a topic. titled: weights by cue in the title; hits: sum of weights in the text; first: place of
    its first strong cue in the title, -1 without; long: length of that cue; best: weight, part, place of a cue."""

    titled: dict[str, float] = field(default_factory=dict)
    hits: float = 0.0
    cues: set[str] = field(default_factory=set)
    first: int = -1
    long: int = 0
    best: tuple[float, str, int, int] = (0.0, "", 0, 0)
    bonus: float = 0.0
    general: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        """Whether the title has a cue of it that is not a general one."""
        general = {cue for cue, _, _ in self.general}
        return any(weight == 1.0 and cue not in general for cue, weight in self.titled.items())

    @property
    def where(self) -> str:
        """Whether title or text speaks of the topic, or the text in passing only."""
        if self.first >= 0:
            return "title"
        return "text" if self.hits >= _DWELT or len(self.cues) > 1 else "text, in passing"

    @property
    def total(self) -> float:
        """Title and text; repeats in the text count less and less."""
        strong = sum(weight == 1.0 for weight in self.titled.values())
        others = sum(weight for weight in self.titled.values() if weight != 1.0)
        title = bool(strong) * _FIRST + max(0, strong - 1) * _MORE + others * _FIRST
        text = math.copysign(2 * math.log2(1 + abs(self.hits)), self.hits)
        return title + text + self.bonus


def read(sheet: Sheet) -> None:
    """Note the topics, subjects before forms, best first."""
    topics = sheet.catalog.topics
    scores = scored(sheet)
    totals = {name: score.total for name, score in scores.items() if score.cues}
    found = [(name, scores[name]) for name, total in totals.items() if total >= _LEAST]
    if any(topics[name].kind == "subject" for name, _ in found):
        found = [one for one in found if topics[one[0]].kind != "group"]
    else:  # a group's general words speak in the title alone
        found = [one for one in found if topics[one[0]].kind != "group" or one[1].first >= 0]
    top = max((totals[name] for name, _ in found if topics[name].kind == "subject"), default=0.0)
    titled = any(topics[name].kind == "subject" and score.exact for name, score in found)
    ranked = sorted(found, key=lambda one: (_place(topics[one[0]].kind, one[1], titled), -totals[one[0]], one[0]))
    leading = [one for one in ranked[1:] if topics[one[0]].kind == "leading form" and one[1].first >= 0]
    ranked = [*ranked[:1], *leading, *(one for one in ranked[1:] if one not in leading)]
    for name, score in ranked[:_MOST]:
        if topics[name].kind == "subject" and totals[name] < top * _SHARE:
            continue
        _, part, start, end = score.best
        sheet.add("topic", name, part, start, end, f"cues: {score.where}")
    if not any(topics[name].kind in ("subject", "group") for name, _ in found):
        _by_remit(sheet)


def _by_remit(sheet: Sheet) -> None:
    """The subject under which the catalog files all acts of an authority whose whole remit is the beat."""
    for fact in [fact for name in ("forwarder", "issuer") for fact in sheet.facts if fact.name == name]:
        for end, topic in sheet.catalog.beat.remit:
            if str(fact.value).endswith(end):
                sheet.add("topic", topic, fact.span.part, fact.span.start, fact.span.end, "remit of the authority")
                return


def _place(kind: str, score: Score, titled: bool) -> int:
    """0 for a leading form (a meeting, cases of a court) that the title names while it names no subject: the page is
    about many; 1 for subjects and groups, 2 for other forms. titled: whether the title names a subject."""
    if kind == "leading form" and score.first >= 0 and not titled:
        return 0
    return 2 if kind.endswith("form") else 1


def scored(sheet: Sheet) -> dict[str, Score]:
    """Every topic with a cue on the page."""
    scores: dict[str, Score] = defaultdict(Score)
    for part, text in _parts(sheet):
        _count(sheet, scores, part, text)
    topics = sheet.catalog.topics
    if not any(score.first >= 0 and topics[name].kind == "subject" for name, score in scores.items()):
        _generalise(scores)
    titled = [score for name, score in scores.items() if score.first >= 0 and topics[name].kind == "subject"]
    earliest = min(((score.first, -score.long) for score in titled), default=(-1, 0))
    for score in titled:
        score.bonus = _EARLIEST if (score.first, -score.long) == earliest else 0.0
    return scores


def _generalise(scores: dict[str, Score]) -> None:
    """Where a title has no exact cue of a subject, let its general ones (网络安全, 5G) count as strong."""
    for score in scores.values():
        for cue, start, end in score.general:
            score.titled[cue] = 1.0
            score.cues.add(cue)
            if score.first < 0 or start < score.first:
                score.first, score.long = start, end - start
            if score.best[0] < _FIRST:
                score.best = (_FIRST, "title", start, end)


def _parts(sheet: Sheet) -> list[tuple[str, str]]:
    attached = ((f"attachment:{n + 1}", a.text[:_ATTACHED]) for n, a in enumerate(sheet.document.attachments[:3]))
    return [("title", sheet.title), ("body", sheet.body[:_READ]), *attached]


def _count(sheet: Sheet, scores: dict[str, Score], part: str, text: str) -> None:
    """Add the cues of a part; of cues of one topic that overlap only the longest counts."""
    lore = sheet.lore
    ends: dict[str, int] = defaultdict(int)
    issuing = [
        fact.span for fact in sheet.facts if part == fact.span.part == "title" and fact.name in ("issuer", "forwarder")
    ]
    bodies = [(span.start, span.end) for span in issuing]  # 国家标准化管理委员会 is no word on standards
    found = lore.cue_finder.find_matches_as_indexes(_folded(text), overlapping=True)
    for n, start, end in sorted(found, key=lambda one: (one[1], -one[2])):
        cue = lore.cue_list[n]
        if not _whole(text, start, end) or (bodies and any(a <= start and end <= b for a, b in bodies)):
            continue
        if part == "title" and _OFFICE.match(text, end):
            continue
        for topic, weight, general in lore.cues[cue]:
            if end <= ends[topic]:
                continue
            ends[topic] = end
            score = scores[topic]
            if part == "title":
                score.general += [(cue, start, end)] if general else []
                score.titled[cue] = weight
                if weight == 1.0 and score.first < 0:
                    score.first, score.long = start, end - start
            else:
                score.hits += weight
            if weight == 1.0:
                score.cues.add(cue)
            worth = weight * (_FIRST if part == "title" else 1.0)
            if worth > score.best[0]:
                score.best = (worth, part, start, end)


def _folded(text: str) -> str:
    """The text without case, unless that would move a place."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else text


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a cue in Latin letters is a word of its own: APP, not the middle of apple."""
    first, last = text[start], text[end - 1]
    if first.isascii() and first.isalnum() and (before := text[start - 1 : start]).isascii() and before.isalnum():
        return False
    return not (last.isascii() and last.isalnum() and (after := text[end : end + 1]).isascii() and after.isalpha())
