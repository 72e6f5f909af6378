"""Subjects and forms by the cues of the catalog: the title weighs more than the text, a long text no more than a short.

A strong cue counts one, a weak one a quarter and never alone, a negative one is taken away. Where several cues begin at
one place the longest counts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from jingbao.core.read.sheet import Sheet

_TITLE = 4.0  # what a cue in the title counts
_READ = 6_000  # code points of the text that are looked at
_ATTACHED = 2_000
_LEAST = 2.0  # score under which a page does not concern a topic
_MOST = 6
_SHARE = 0.2  # of the best score, under which a topic is only mentioned


@dataclass(slots=True)
class Score:
    """What speaks for a topic. hits: times each cue stands in the text; best: weight, part, place of a cue."""

    title: float = 0.0
    hits: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    weights: dict[str, float] = field(default_factory=dict)
    strong: bool = False
    in_title: bool = False
    best: tuple[float, str, int, int] = (0.0, "", 0, 0)

    @property
    def total(self) -> float:
        """Repeats of one cue count less and less."""
        return self.title + sum(w * (1 + math.log2(self.hits[cue])) for cue, w in self.weights.items())


def read(sheet: Sheet) -> None:
    """Note the topics, subjects before forms, best first."""
    scores: dict[str, Score] = defaultdict(Score)
    for part, text in _parts(sheet):
        _count(sheet, scores, part, text)
    topics = sheet.catalog.topics
    found = [(name, score) for name, score in scores.items() if score.strong and score.total >= _LEAST]
    top = max((score.total for name, score in found if topics[name].kind == "subject"), default=0.0)
    ranked = sorted(found, key=lambda one: (topics[one[0]].kind != "subject", -one[1].total, one[0]))
    for name, score in ranked[:_MOST]:
        if topics[name].kind == "subject" and score.total < top * _SHARE:
            continue
        _, part, start, end = score.best
        sheet.add("topic", name, part, start, end, f"cues: {'title' if score.in_title else 'text'}")


def _parts(sheet: Sheet) -> list[tuple[str, str]]:
    attached = ((f"attachment:{n + 1}", a.text[:_ATTACHED]) for n, a in enumerate(sheet.document.attachments[:3]))
    return [("title", sheet.title), ("body", sheet.body[:_READ]), *attached]


def _count(sheet: Sheet, scores: dict[str, Score], part: str, text: str) -> None:
    lore = sheet.lore
    folded = text.casefold()
    if len(folded) != len(text):  # a character that grows when folded would move the places
        folded = text.lower() if len(text.lower()) == len(text) else text
    for n, start, end in lore.cue_finder.find_matches_as_indexes(folded):
        cue = lore.cue_list[n]
        for topic, weight in lore.cues[cue]:
            score = scores[topic]
            if part == "title":
                score.title += weight * _TITLE
                score.in_title = score.in_title or weight == 1.0
            else:
                score.hits[cue] += 1
                score.weights[cue] = weight
            score.strong = score.strong or weight == 1.0
            worth = weight * (_TITLE if part == "title" else 1.0)
            if worth > score.best[0]:
                score.best = (worth, part, start, end)
