"""How an issue compares with the 33 items of the model newsletter, by the replica's gold."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingbao.core.address import address_key
from jingbao.core.values import Brief, Issue

_SEED = re.compile(r"^[ib](\d\d)")
_HEADLINE_DAY = re.compile(r"\((\d{1,2}) ([A-Z][a-z]+)\)$")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class SeedReport:
    """right: seed items reported as one item with issuers, status and date as they should be; wrong: the reported
    others, with what differs; missing: not reported at all; off_beat, others: addresses of items that are no seed
    (others: on the beat, or unknown to the gold); duplicates: groups that stand in the issue more than once."""

    right: tuple[int, ...]
    wrong: tuple[tuple[int, str], ...]
    missing: tuple[int, ...]
    off_beat: tuple[str, ...]
    others: tuple[str, ...]
    duplicates: tuple[str, ...]


def seed_report(issue: Issue, gold: list[dict[str, Any]]) -> SeedReport:
    """Compare an issue with the seed items whose `article` page was posted in its period."""
    group_of = {address_key(g["url"]): g for g in gold}
    wanted = _wanted(gold, issue.start, issue.end)
    cited = {item.number: group_of.get(address_key(item.brief.url)) for item in issue.items}
    shown = Counter(g["group"] for g in cited.values() if g is not None)
    differs: dict[int, list[str]] = {}
    for number, article in wanted.items():
        same = [i.brief for i in issue.items if (page := cited[i.number]) and page["group"] == article["group"]]
        if same:
            differs[number] = min((_differs(brief, article) for brief in same), key=len)
            differs[number] += ["duplicate"] * (len(same) > 1)
    seeds = {article["group"] for article in wanted.values()}
    strangers = [(item.brief.url, cited[item.number]) for item in issue.items]
    return SeedReport(
        right=tuple(sorted(number for number, wrong in differs.items() if not wrong)),
        wrong=tuple(sorted((number, "; ".join(wrong)) for number, wrong in differs.items() if wrong)),
        missing=tuple(sorted(wanted.keys() - differs.keys())),
        off_beat=tuple(url for url, page in strangers if page is not None and not page["relevant"]),
        others=tuple(u for u, p in strangers if p is None or (p["relevant"] and p["group"] not in seeds)),
        duplicates=tuple(sorted(group for group, times in shown.items() if times > 1)),
    )


def _wanted(gold: list[dict[str, Any]], start: date, end: date) -> dict[int, dict[str, Any]]:
    """The article page of each seed item; the page posted first where an item has several."""
    found: dict[int, dict[str, Any]] = {}
    for g in sorted(gold, key=lambda g: (g["dates"]["published"] or "9999", g["url"])):
        seed, posted = _SEED.match(g["group"] or ""), g["dates"]["published"]
        if seed and g["role"] == "article" and posted and start <= date.fromisoformat(posted) <= end:
            found.setdefault(int(seed[1]), g)
    return found


def _differs(brief: Brief, article: dict[str, Any]) -> list[str]:
    differs = []
    if set(brief.issuers) != set(article["issuers"]):
        differs.append(f"issuers {', '.join(brief.issuers)} instead of {', '.join(article['issuers'])}")
    if brief.status != article["status"]:
        differs.append(f"status {brief.status} instead of {article['status']}")
    day = _HEADLINE_DAY.search(article["headline_en"])
    if day and (brief.published.day, _MONTHS[brief.published.month - 1]) != (int(day[1]), day[2]):
        differs.append(f"posted {brief.published} instead of {day[0]}")
    return differs
