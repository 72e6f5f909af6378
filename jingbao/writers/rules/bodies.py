"""Who: bodies in English, for headlines (abbreviated) and for sentences (expanded at first mention by the issue)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jingbao.core.catalog.entries import Catalog, Issuer
from jingbao.core.check import OFFICES
from jingbao.writers.rules.english import capital, join, number, title_case
from jingbao.writers.rules.lexicon import lexicon, places

LOCAL = ("provincial-government", "provincial-department", "provincial-legislature")
CITY = ("city-government", "city-department", "city-legislature")
MINISTRIES = ("ministry", "ministry-office", "ministry-bureau")
NAMED = 3  # bodies named in a headline; beyond, the lead and a count


@dataclass(frozen=True, slots=True)
class Who:
    """headline, prose: as subjects; mentions: (short, long) forms used in prose; unknown: Chinese left."""

    headline: str
    prose: str
    mentions: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...] = ()


def who(names: Sequence[str], count: int, catalog: Catalog) -> Who:
    """Subject of a headline. names: Chinese, lead first; count: bodies in all where a title says 等N部门, else 0."""
    bodies = list(dict.fromkeys(_speaking(name, catalog) for name in names))
    short = [_short(body, catalog) for body in bodies]
    prose = [_prose(body, catalog) for body in bodies]
    mentions = tuple(
        (body.abbreviation, f"{_with_article(body.en)} (“{body.abbreviation}”)")
        for body in bodies
        if isinstance(body, Issuer) and is_short_name(body) and _with_article(body.abbreviation) == body.abbreviation
    )
    if count > max(len(names), 1) or len(bodies) > NAMED:
        total = max(count, len(bodies))
        others = f"{number(total - 1)} other departments" if total > 2 else "one other department"
        ministries = len(bodies) == total and all(isinstance(b, Issuer) and b.level in MINISTRIES for b in bodies)
        headline = f"{capital(number(total))} ministries" if ministries else f"{short[0]} and {others}"
        spelt = f"{join(prose)}" if ministries and total <= 6 else f"{prose[0]} and {others}"
        named = bodies if ministries else bodies[:1]
        return Who(headline, spelt, mentions if ministries else mentions[:1], _unknown(named, catalog))
    return Who(_joined(short), _joined(prose), mentions, _unknown(bodies, catalog))


def _unknown(bodies: Sequence[Issuer | str], catalog: Catalog) -> tuple[str, ...]:
    return tuple(body for body in bodies if isinstance(body, str) and _compose(body, catalog) is None)


def _joined(names: list[str]) -> str:
    """'General Offices of A and B' for the General Offices of A and of B."""
    offices = [re.fullmatch(r"(the )?General Office of (.+)", name) for name in names]
    if len(names) > 1 and all(offices):
        owners = join([match[2] for match in offices if match])
        return f"{'the ' if offices[0] and offices[0][1] else ''}General Offices of {owners}"
    return join(names) if names else ""


def _speaking(name: str, catalog: Catalog) -> Issuer | str:
    """The body that speaks in English: an internal office or bureau speaks for the body it belongs to."""
    body = catalog.issuers.get(name)
    seen: set[str] = set()
    while body is not None and body.level in OFFICES and body.parent in catalog.issuers and body.zh not in seen:
        seen.add(body.zh)
        body = catalog.issuers[body.parent]
    return name if body is None else _one_institution(body, catalog)


def _one_institution(body: Issuer, catalog: Catalog) -> Issuer:
    """One institution under two names (中央网信办, 国家网信办) goes by the name it has as a ministry."""
    if body.level in MINISTRIES or not body.abbreviation or not body.parent:
        return body
    same = (b for b in catalog.issuers.values() if b.abbreviation == body.abbreviation and b.parent == body.parent)
    return next((b for b in same if b.level == "ministry"), body)


def is_short_name(body: Issuer) -> bool:
    """Whether a body has an abbreviation the trade uses: MIIT yes; MoT, GOSC and GO of … no."""
    short = body.abbreviation
    if not short or body.en.startswith("General Office") or body.level in (*LOCAL, *CITY):
        return False
    return short.isupper() if " " not in short else not short.startswith("GO ")


def _short(body: Issuer | str, catalog: Catalog) -> str:
    if isinstance(body, str):
        return _compose(body, catalog) or body
    if body.level in CITY:
        return body.region
    return body.abbreviation if is_short_name(body) else body.en


def _prose(body: Issuer | str, catalog: Catalog) -> str:
    """As in a sentence; 'State Council' and 'People's Bank' take their article."""
    if isinstance(body, str):
        composed = _compose(body, catalog)
        return _with_article(composed) if composed else body
    return _with_article(body.abbreviation if is_short_name(body) else body.en)


def _with_article(name: str) -> str:
    """Names of bodies take 'the', acronyms do not."""
    return name if name.isupper() or name.startswith("the ") else f"the {name}"


def speaks_locally(names: Sequence[str], catalog: Catalog) -> bool:
    """Whether the lead is a city's body: the trade then writes the place, 'Shenzhen sought public comment on …'."""
    body = catalog.issuers.get(names[0]) if names else None
    return body is not None and body.level in (*CITY, *LOCAL)


def _compose(zh: str, catalog: Catalog) -> str | None:
    """A local body the catalog does not hold, after one of its kind: 浙江省通信管理局 like 上海市通信管理局."""
    places_ = places(catalog)
    place = max((p for p in places_ if zh.startswith(p) and p != zh), key=len, default="")
    if not place:
        return None
    kind = zh.removeprefix(place)
    for body in catalog.issuers.values():
        other = max((p for p in places_ if body.zh.startswith(p)), key=len, default="")
        if other and body.zh.removeprefix(other) == kind and places_[other] in body.en:
            province = place.endswith(("省", "自治区")) == other.endswith(("省", "自治区"))
            if province or not re.search(r"Municipal|Provincial|Province", body.en):
                return body.en.replace(places_[other], places_[place])
    tokens = lexicon(catalog).cut(kind)
    if tokens and all(token.en and token.part in ("noun", "modifier", "action") for token in tokens):
        return f"{places_[place]} {title_case(' '.join(token.en for token in tokens))}"
    return None
