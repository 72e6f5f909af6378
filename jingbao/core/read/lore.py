"""The catalog made ready for reading: automata and compiled patterns, built once per catalog."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from jingbao.core.catalog.entries import Catalog, Verb
from jingbao.core.read import local

WEAK = 0.25  # weight of a weak cue
TITLE_SCOPE, BODY_SCOPE = "title", "body"
STATE_PORTAL = "gov.cn"  # the State Council's own host; every other .gov.cn host belongs to somebody else
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_SHORT_PLACE = re.compile(r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|新区|省|市|县)$")
# Of a national body, by place.
_BRANCHES = ("分行", "支行", "局", "中心", "专员办", "管理部", "办事处")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:分行|中心支行|监管局|分中心|营业管理部|专员办事处|监督专员办)")
_MOST_SITES = 4096  # hosts whose bodies are remembered
_NATIONAL = re.compile("全国|中华|中国(?![（(])|国家|国务院|中央")  # begins the name of a body without a place
_LONGEST_LEAD, _TITLE_LEAD = 24, 8  # code points at the head of a title, and before the place it begins with
_LEVELS = "省市区县州旗盟镇"
_RANKS = "省市区县"


@dataclass(frozen=True, slots=True)
class Name:
    """A body found in a text. zh: its canonical name; start, end: where it stands."""

    zh: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means in years [first, last]; 0 is open."""

    zh: str
    first: int
    last: int

    def holds(self, year: int) -> bool:
        return not year or (self.first or 1) <= year <= (self.last or 9999)


class Cue(NamedTuple):
    """What a word says of a topic. weight: in a text; general: strong in a title that names no subject exactly."""

    topic: str
    weight: float
    general: bool = False


class Lore:
    """Ready-made look-ups over one catalog. Nothing in it changes after it is built."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.places, self.regions = _places(catalog)
        self.meanings = _meanings(catalog)
        self._names = tuple(sorted(self.meanings))
        self._finder = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        self._domains, self._hosts = _domains(catalog), _hosts(catalog)
        self._place_names = tuple(sorted(self.places))
        self._by_length = tuple(sorted(self.places, key=len, reverse=True))
        self._place_finder = AhoCorasick(self._place_names, matchkind=MatchKind.LeftmostLongest)
        self._endings = local.endings()
        self._ending = re.compile("|".join(sorted(self._endings, key=len, reverse=True)))
        self.title_verbs = _verbs(catalog, TITLE_SCOPE)
        self.body_verbs = _verbs(catalog, BODY_SCOPE)
        kinds = sorted((zh for zh, e in catalog.instruments.items() if e.kind == "instrument"), key=len, reverse=True)
        # Kinds of instruments, longest first, by their last character.
        self.kinds = {c: tuple(kind for kind in kinds if kind[-1] == c) for c in {kind[-1] for kind in kinds}}
        self._sites: dict[str, tuple[str, ...]] = {}
        self.explains = self.event("explain")
        self.digests = self.event("digest")
        self.cues = _cues(catalog)
        self.cue_list = tuple(sorted(self.cues))
        self.cue_finder = AhoCorasick(self.cue_list, matchkind=MatchKind.Standard)

    def event(self, name: str) -> re.Pattern[str]:
        """Titles of one event of the catalog, such as explain or digest."""
        return re.compile(
            "|".join(f"(?:{verb.regex})" for verb, _ in self.title_verbs if verb.event == name) or r"(?!)"
        )

    def resolve(self, name: str, year: int = 0) -> str | None:
        """Canonical name of a body printed in that year (0: unknown), None where the catalog has none."""
        bare = re.sub(r"\s", "", name)
        for form in (bare, bare.removeprefix("中华人民共和国")):
            for meaning in self.meanings.get(form, ()):
                if meaning.holds(year):
                    return meaning.zh
        return self._local(bare, year)

    def _local(self, name: str, year: int) -> str | None:
        """The body of a place, whose name follows from that of the place (深圳市发改委)."""
        for n, c in enumerate(name[:12]):
            if c in _RANKS and name[: n + 1] in self.regions and (ending := self._endings.get(name[n + 1 :])):
                full = name[: n + 1] + ending
                return self.resolve(full, year) if full != name else full
        return None

    def names(self, text: str, year: int = 0) -> tuple[Name, ...]:
        """Every known body of a text, longest names first won, in order of place."""
        found = self._written(text, year)
        taken = {name.start: name.end for name in found}
        found = [self._branch(text, name) for name in found] if _BRANCH.search(text) else found
        until = 0
        for n, start, end in self._place_finder.find_matches_as_indexes(text):
            if self._place_names[n] not in self.regions or start < until:
                continue
            ending = self._ending.match(text, end)
            if ending is None or text[ending.end() : ending.end() + 1] == "长" or taken.get(start, 0) >= ending.end():
                continue
            until = ending.end()
            if zh := self._local(text[start:until], year):
                found = [name for name in found if name.end <= start or name.start >= until]
                found.append(Name(zh, start, until))
        return tuple(sorted(found, key=lambda name: name.start))

    def _written(self, text: str, year: int = 0) -> list[Name]:
        """The bodies whose names the catalog has."""
        return [
            Name(zh, start, end)
            for n, start, end in self._finder.find_matches_as_indexes(text)
            if (zh := self._known(self._names[n], year)) and self._stands_alone(text, start, end)
        ]

    def _branch(self, text: str, name: Name) -> Name:
        """A national body's branch in a place (某行上海分行, 某会深圳监管局) where its house is named."""
        m = _BRANCH.match(text, name.end)
        if m is None or not m[0].startswith(self._place_names):
            return name
        return Name(name.zh + m[0], name.start, m.end())

    def _known(self, name: str, year: int) -> str | None:
        """What a name of the catalog means in a year."""
        return next((meaning.zh for meaning in self.meanings[name] if meaning.holds(year)), None)

    def place_names(self, text: str) -> tuple[str, ...]:
        """Places (with their rank: 北京市) named in a text, as often as they are named."""
        return tuple(self.places[self._place_names[n]] for n, _, _ in self._place_finder.find_matches_as_indexes(text))

    def place_of_name(self, name: str) -> str:
        """Region of the place (with its rank, or 经济特区) that a name begins with; '' without one."""
        for place in self._by_length:
            if name.startswith(place) and (place in self.regions or name.startswith("经济特区", len(place))):
                return self.regions[self.places[place]]
        return ""

    def place_at(self, title: str) -> tuple[int, int, str] | None:
        """The place a title begins with (《浙江省…》, 2023年湖北省…): where it stands, and its region."""
        first = next(iter(self._place_finder.find_matches_as_indexes(title[:_LONGEST_LEAD])), None)
        if first is None or first[1] > _TITLE_LEAD:
            return None
        n, start, end = first
        return start, end, self.regions[self.places[self._place_names[n]]]

    def of_host(self, host: str) -> tuple[str, ...]:
        """The bodies whose own site a host is: by the sources, then by the longest domain that ends it."""
        if host not in self._sites:
            if len(self._sites) >= _MOST_SITES:
                self._sites.clear()
            self._sites[host] = self._of_host(host)
        return self._sites[host]

    def _of_host(self, host: str) -> tuple[str, ...]:
        parts = host.lower().split(":")[0].split(".")
        declared = self._hosts.get(".".join(parts), ())
        for n in range(len(parts)):
            domain = ".".join(parts[n:])
            if domain == STATE_PORTAL and not (n == 0 or parts[n - 1] == "www"):
                break
            if domain in self._domains:
                return tuple(dict.fromkeys((*declared, *self._domains[domain])))
        return declared

    def region_of(self, issuer: str) -> str:
        """Region of a body in English, by the catalog or else by the place its name begins with; '' if unknown."""
        entry = self.catalog.issuers.get(issuer)
        if entry is not None:
            return entry.region
        if place := next((place for place in self._by_length if issuer.startswith(place)), ""):
            return self.regions[self.places[place]]
        house = next(iter(self._written(issuer)), None)  # 某部政策法规司
        known = self.catalog.issuers.get(house.zh) if house is not None and house.start == 0 else None
        if known is None or house is None or house.zh == issuer:
            return "national" if _NATIONAL.match(issuer) else ""
        branch = next(iter(self._place_finder.find_matches_as_indexes(issuer[house.end :])), None)  # 某行上海分行
        if branch is not None and branch[1] == 0 and issuer.endswith(_BRANCHES):
            return self.regions[self.places[self._place_names[branch[0]]]]
        return known.region

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Refuses part of a longer word: 财政部门, 某市网信办, 教育部长."""
        name, following = text[start:end], text[end : end + 1]
        if name.endswith("部") and following in ("门", "长", "队", "委"):
            return False
        if name in self.catalog.issuers or not start:
            return True
        before = text[max(0, start - 3) : start]
        return before[-1] not in _LEVELS and not before.endswith(self._place_names)


def _meanings(catalog: Catalog) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, dict[Meaning, None]] = defaultdict(dict)
    former: dict[tuple[str, str], str] = {}
    for zh, issuer in catalog.issuers.items():
        for name in (zh, *issuer.short_forms):
            if issuer.successor:
                former[name, issuer.successor] = zh
            else:
                found[name][Meaning(zh, 0, 0)] = None
    for alias in catalog.aliases:
        zh = former.get((alias.alias, alias.issuer), alias.issuer) if alias.kind == "former" else alias.issuer
        found[alias.alias][Meaning(zh, alias.from_year, alias.to_year)] = None
    return {name: tuple(meanings) for name, meanings in found.items()}


def _domains(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for zh, issuer in catalog.issuers.items():
        for domain in issuer.domains:
            found[domain.lower()].append(zh)
    return {domain: tuple(issuers) for domain, issuers in found.items()}


def _hosts(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for source in catalog.sources:
        for host in source.hosts:
            found[host.lower()][source.issuer] = None
    return {host: tuple(issuers) for host, issuers in found.items()}


def _places(catalog: Catalog) -> tuple[dict[str, str], dict[str, str]]:
    """Place by each of its names (北京, 北京市 → 北京市), and English region by place."""
    found: dict[str, str] = {}
    regions: dict[str, str] = {}
    for zh, issuer in catalog.issuers.items():
        if _GOVERNMENT.search(zh) and issuer.region != "national":
            place = _GOVERNMENT.sub("", zh)
            found[place], regions[place] = place, issuer.region
            # 东方, 白银 are words too: a short name stands for a place only where the catalog knows its site.
            if len(short := _SHORT_PLACE.sub("", place)) >= 2 and issuer.domains:
                found[short] = place
    return found, regions


def _verbs(catalog: Catalog, scope: str) -> tuple[tuple[Verb, re.Pattern[str]], ...]:
    """Patterns of one scope, the most decisive first."""
    verbs = sorted((verb for verb in catalog.verbs if verb.scope == scope), key=lambda verb: -verb.priority)
    return tuple((verb, re.compile(verb.regex)) for verb in verbs)


def _cues(catalog: Catalog) -> dict[str, tuple[Cue, ...]]:
    """What each word speaks for: a strong cue weighs 1, a weak or general one a quarter, a negative one -1."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for topic in catalog.topics.values():
        for cue in topic.titled:
            found[cue.casefold()].append(Cue(topic.id, WEAK, general=True))
        for cues, weight in ((topic.cues, 1.0), (topic.weak, WEAK), (topic.negative, -1.0)):
            for cue in cues:
                found[cue.casefold()].append(Cue(topic.id, weight))
    return {cue: tuple(topics) for cue, topics in found.items()}


class _Key:
    """A catalog as a key of the cache: two with one fingerprint are one."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __hash__(self) -> int:
        return hash(self.catalog.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.catalog.fingerprint == other.catalog.fingerprint


@lru_cache(maxsize=4)
def _built(key: _Key) -> Lore:
    return Lore(key.catalog)


def lore(catalog: Catalog) -> Lore:
    """The look-ups of a catalog, built on first use."""
    return _built(_Key(catalog))


def ancestors(issuer: str, catalog: Catalog) -> Iterator[str]:
    """The body, then its parent, and so on."""
    while issuer:
        yield issuer
        entry = catalog.issuers.get(issuer)
        issuer = entry.parent if entry else ""
