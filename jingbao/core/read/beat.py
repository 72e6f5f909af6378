"""Whether a page concerns the beat: an authority's act on a subject the beat counts."""

from __future__ import annotations

import re

from jingbao.core.catalog.entries import Catalog, Topic
from jingbao.core.values import Reading

_ELSEWHERE = re.compile(
    r"招聘|拟聘|招录|录用|公务员|遴选公务员|任免|任职|党建|(?<!（)党组|党委理论|主题教育|党纪|廉政|纪检|巡视|慰问|走访|献血|羽毛球|篮球|乒乓|运动会|友谊赛|文艺|艺术展"
    r"|书画|摄影展|(?<!总)工会|团委|妇联|老干部|离退休|招标|中标|磋商|比选|询价|物业服务|采购公告|预算公开|部门决算|政府信息公开(?:工作)?(?:年度)?报告|法治政府建设[^，。]{0,12}报告|(?:青少年|中小学|学生).{0,30}(?:竞赛|大赛|比赛)|结对帮扶|定点帮扶|乡村振兴"
)
_CASES = re.compile(r"案例的?(?:通知|公告)?$")  # a title that does not tell what its cases are about
_ACTS = ("issued", "trial", "draft_for_comment", "open_call", "approved", "enforcement", "campaign")


def on_beat(reading: Reading, catalog: Catalog) -> tuple[bool, str]:
    """Whether the page concerns the beat, and why."""
    title = reading.text("title")
    if m := _ELSEWHERE.search(title):
        return False, f"about the life of an authority, not its acts ({m[0]})"
    acts = reading.first("issuer") or reading.first("status")
    if acts is None:
        return False, "no authority and no act"
    named = [(fact, catalog.topics.get(str(fact.value))) for fact in reading.all("topic")]
    subjects = [(fact, topic) for fact, topic in named if topic is not None and not topic.kind.endswith("form")]
    elsewhere = any(word in title for word in catalog.beat.other_desks)  # the text names the beat in passing, then
    dwelt = reading.text("status") != "event" and not elsewhere
    for n, (fact, topic) in enumerate(subjects):
        if not _counts(topic, catalog):
            continue
        if fact.rule.endswith("title") or (n == 0 and dwelt and (fact.rule.endswith("text") or _CASES.search(title))):
            return True, f"{topic.en}: “{fact.quote}”"
    if reading.text("status") in _ACTS:
        for name in ("forwarder", "issuer"):
            for fact in reading.all(name):
                if str(fact.value).endswith(tuple(end for end, _ in catalog.beat.remit)):
                    return True, f"an act of {fact.value}, whose whole remit is the beat"
    return False, "no subject of the beat"


def _counts(topic: Topic, catalog: Catalog) -> bool:
    """Whether the beat counts a subject, or a subject of a group."""
    counted = set(catalog.beat.topics)
    if topic.kind == "group":
        return any(other.parent == topic.id and other.id in counted for other in catalog.topics.values())
    return topic.kind == "subject" and topic.id in counted
