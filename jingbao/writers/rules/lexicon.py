"""The term base as a lexicon: Chinese text -> tokens with their English and their part in the grammar.

Parts come from the domain column of terms.tsv: `verb` (with the note `with its object` where it brings one), `action`
(a noun that takes an object, with its verb in the note, `verb: administer`), `modifier`, `adverb`, `light` (says
nothing in English), `place`; all others are nouns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from jingbao.core.catalog.entries import Catalog
from jingbao.core.figures import MONTHS, chinese_numbers
from jingbao.writers.rules.english import number, ordinal, words

Part = Literal[
    "noun",
    "verb",
    "action",
    "modifier",
    "adverb",
    "light",
    "place",
    "of",
    "and",
    "number",
    "period",
    "preposition",
    "unknown",
]
GRAMMAR: Mapping[str, Part] = {
    "的": "of",
    "之": "of",
    **dict.fromkeys(("、", "和", "与", "及", "以及", "及其", "暨", "并", "或", "或者"), "and"),
    **dict.fromkeys(("对", "在", "向", "从", "为", "以", "由", "经", "通过", "针对"), "preposition"),
}
LIGHT = words(
    """各地 工作 有关 相关 若干 事项 问题 情况 事宜 有关事项 若干问题 有关问题 有关工作 相关工作 行为
    等 各 其 该 本 了 中 及有关 方面 全国 适用法律 应用法律 具体应用法律 法律适用 有序 切实
    认真 扎实 深入 持续 着力 大力 积极 依法 稳步 做好 一批 一些 一系列 进行 予以"""
)
CLASSIFIERS = "个|项|家|件|起|款|批|类|种|条|户|名|座|所|部(?!门)|次|份"
_NUMBER = re.compile(rf"(?:第)?(\d{{1,6}}|[一二两三四五六七八九十百]{{1,5}})(?:{CLASSIFIERS})")
_BATCH = re.compile(r"第(\d{1,3}|[一二三四五六七八九十百]{1,5})批")
_YEAR = re.compile(r"((?:19|20)\d{2})年?(?:度)?")
_PERIOD = re.compile(
    r"((?:19|20)\d{2})年?(?:第?([一二三四1-4])季度|([上下])半年|前(三|3)季度|(?:(\d{1,2})[—–~至-])?(\d{1,2})月份?(?!\d|日))"
)
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.&/-]{0,30}")
_QUOTES = '“”"‘’「」'
LONGEST = 32
# Domains whose words do not say by themselves what a text is about.
GENERAL = frozenset({"verb", "action", "modifier", "adverb", "light", "place", "general", "policy"})
# Abbreviations a reader of the trade knows; the others are always written out.
COMMON = frozenset({"AI", "generative AI", "IoT", "IP", "SMEs", "VPN", "IPv6", "IPTV", "ICT", "SDK"})
# Of these, the ones that never need their long form.
KNOWN = frozenset({"generative AI", "IPv6", "IPTV"})


@dataclass(frozen=True, slots=True)
class Token:
    """zh: as it stands; en: noun or base form, '' where it says nothing; verb: of an action, else ''; art: a term of
    art, which says by itself what a title is about; whole: a verb that brings its object."""

    zh: str
    part: Part
    en: str
    verb: str = ""
    art: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Lexicon:
    """words: by Chinese; mentions: English short form -> long form with the short form in brackets."""

    words: Mapping[str, Token]
    mentions: Mapping[str, str]

    def cut(self, text: str) -> tuple[Token, ...]:
        """Tokens of a text: as few unknown characters as possible, then as few tokens, then the longest first.

        text: at most some hundred characters, without punctuation but 、 and quotation marks.
        """
        text = squash(text)
        best: list[tuple[int, int, int]] = [(0, 0, 0)] * (len(text) + 1)  # unknown characters, tokens, length here
        for start in range(len(text) - 1, -1, -1):
            unknown, tokens, _ = best[start + 1]
            best[start] = (unknown + 1, tokens + 1, 1)
            for length in self._lengths(text, start):
                unknown, tokens, _ = best[start + length]
                if (unknown, tokens + 1, -length) < (*best[start][:2], -best[start][2]):
                    best[start] = (unknown, tokens + 1, length)
        return tuple(self._tokens(text, best))

    def _lengths(self, text: str, start: int) -> Iterable[int]:
        for pattern in (_BATCH, _NUMBER, _PERIOD, _YEAR, _LATIN):
            match = pattern.match(text, start)
            if match and not (pattern is _LATIN and start and re.match(r"[A-Za-z0-9]", text[start - 1])):
                yield match.end() - start
        for length in range(1, min(LONGEST, len(text) - start) + 1):
            if text[start : start + length] in self.words:
                yield length

    def _tokens(self, text: str, best: list[tuple[int, int, int]]) -> Iterable[Token]:
        at = 0
        unknown = ""
        while at < len(text):
            piece = text[at : at + best[at][2]]
            token = self.words.get(piece) or _figure(piece)
            at += best[at][2]
            if token is None:
                unknown += piece
                continue
            if unknown:
                yield Token(unknown, "unknown", "")
                unknown = ""
            yield token
        if unknown:
            yield Token(unknown, "unknown", "")


def squash(text: str) -> str:
    """Width folded, spaces and quotation marks out: the form in which words are looked up."""
    folded = unicodedata.normalize("NFKC", text)
    return re.sub(rf"[\s{_QUOTES}]", "", folded).replace("(", "（").replace(")", "）")


def _figure(piece: str) -> Token | None:
    """A number with its classifier, a batch, a year, a period of a year or a word in Latin letters."""
    if match := _PERIOD.fullmatch(piece):
        return Token(piece, "period", _period(match))
    if match := _BATCH.fullmatch(piece):
        return Token(piece, "number", f"{ordinal(_value(match[1]))} batch of")
    if match := _NUMBER.fullmatch(piece):
        return Token(piece, "number", number(_value(match[1])))
    if match := _YEAR.fullmatch(piece):
        return Token(piece, "number", match[1])
    return Token(piece, "noun", piece) if _LATIN.fullmatch(piece) else None


def _period(match: re.Match[str]) -> str:
    """'Q2 2024', 'the first half of 2024', 'January to August 2024'."""
    year, quarter, half, quarters, first, last = match.groups()
    if quarter:
        return f"Q{_value(quarter)} {year}"
    if half:
        return f"the {'first' if half == '上' else 'second'} half of {year}"
    if quarters:
        return f"the first three quarters of {year}"
    if not 1 <= int(last) <= 12 or (first and not 1 <= int(first) <= 12):
        return year
    return f"{f'{MONTHS[int(first) - 1]} to ' if first else ''}{MONTHS[int(last) - 1]} {year}"


def _value(numeral: str) -> int:
    return int(max(chinese_numbers(numeral), default=0))


_made: dict[str, Lexicon] = {}


def lexicon(catalog: Catalog) -> Lexicon:
    """The lexicon of one catalog, made once for each fingerprint."""
    if catalog.fingerprint not in _made:
        _made.clear()
        _made[catalog.fingerprint] = _make(catalog)
    return _made[catalog.fingerprint]


def _make(catalog: Catalog) -> Lexicon:
    known: dict[str, Token] = {zh: Token(zh, "light", "") for zh in LIGHT}
    known |= {zh: Token(zh, part, "") for zh, part in GRAMMAR.items()}
    known |= {zh: Token(zh, "noun", i.en) for zh, i in catalog.instruments.items() if i.kind == "instrument"}
    known |= {zh: Token(zh, "place", en) for zh, en in places(catalog).items()}
    mentions: dict[str, str] = {}
    for term in catalog.terms.values():
        verb = term.note.removeprefix("verb: ").split(";")[0] if term.domain == "action" else ""
        short = term.abbreviation if term.abbreviation in COMMON else term.en
        whole = term.domain == "verb" and term.note.startswith("with its object")
        token = Token(term.zh, _part(term.domain), short, verb, term.domain not in GENERAL, whole)
        known[squash(term.zh)] = token
        if token.part == "place":
            known |= {zh: token for zh in (f"{term.zh}市", f"{term.zh}省") if zh not in known}
        if short != term.en and short not in KNOWN:
            mentions[short] = f"{term.en} (“{short}”)"
    return Lexicon(known, mentions)


def _part(domain: str) -> Part:
    match domain:
        case "verb" | "action" | "modifier" | "adverb" | "light" | "place":
            return domain
    return "noun"


def places(catalog: Catalog) -> Mapping[str, str]:
    """Chinese name of a province or city, with and without 省 or 市 -> English, from the governments of the catalog."""
    names: dict[str, str] = {}
    for body in catalog.issuers.values():
        if not body.zh.endswith("人民政府") or not body.en.startswith("People's Government of "):
            continue
        english = re.sub(r" (?:Municipality|Province|City)$| (?:\w+ )?Autonomous Region$", "", body.en[23:])
        place = body.zh.removesuffix("人民政府")
        bare = re.sub(r"(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", place)
        names |= {place: english} | ({bare: english} if len(bare) > 1 else {})
    return names
