"""Tokens -> an English phrase, by the small grammar of official titles; None where a word is not known.

    phrase  := clause (break clause)*
    clause  := adverb* verb object | noun phrase            读作 verb phrase or noun phrase
    noun phrase := (A 的)* B            -> B of A, B A-ing, A B
    compound    := noun … action        -> action of noun
                   N1 verb N2 head      -> head of N1 A-ing N2
                   place rest, X领域 rest -> rest in place, rest in X

Nothing is guessed: one unknown word and the whole phrase is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jingbao.writers.rules.clause import Clause
from jingbao.writers.rules.english import article, general, gerund, is_mass, is_plural, join, participle, plural, words
from jingbao.writers.rules.lexicon import Lexicon, Token
from jingbao.writers.rules.verbs import ABOUT, ONE, begins, leading_verbs, urges

_BREAK = re.compile(r"[\s　，,；;：:]{1,4}|—{2,4}|(?<!\d)—(?!\d)|-{2,3}")
_ASIDE = re.compile(r"[（(](?:[ -~]{1,30}|[^（）()]{0,20}(?:版|年|批|期|号|试行|暂行))[）)]")
_CAMPAIGN = re.compile(r"[“\"]?清朗[·・]([^”\"]{2,40})[”\"]?(?:系列)?专项行动")
_ACTS = ("准入", "管理", "监管", "召回", "建设", "应用", "保护", "评估", "率")  # heads that can share what they are of
_BELONGING = ("权益", "利益", "率", "占比", "比例", "规模", "产值")  # heads that are always of something
_AREA = re.compile(r".{0,20}(?:城市|地区|领域|省份|区域|行业|乡村|农村|企业内)$")
TAKES_VERB = words("警惕 防范 谨防 预防 避免 停止 暂停 恢复 助力")  # verbs that take another verb: beware of doing
AGENTS = ("法院", "检察院", "检察机关", "公安机关")  # who acts; 人民法院执行 is not done to courts
PASSIVE = ("经", "由")
CREATING = frozenset({"打造", "创建", "建成", "争创"})  # verbs that make one thing: a pioneering city
LONGEST = 120  # characters of a clause; a title beyond is none
LONG_ROW = 6  # English words in a row that no longer read as one compound


def clauses(text: str, lexicon: Lexicon) -> tuple[Clause | None, ...]:
    """Clauses of a subject, in order; None for one that holds an unknown word or does not parse."""
    plain = _CAMPAIGN.sub(r"\1清朗专项行动", _ASIDE.sub("", text))
    parts = [part for part in _BREAK.split(plain) if part]
    return tuple(clause(lexicon.cut(part)) if len(part) <= LONGEST else None for part in parts)


def clause(tokens: Sequence[Token]) -> Clause | None:
    """One clause; None where a word is unknown or the grammar does not cover it."""
    tokens = [t for t in tokens if t.part != "light" or t.zh == "等"]
    if not tokens or any(t.part == "unknown" for t in tokens):
        return None
    lead = 0
    while lead < len(tokens) - 1 and tokens[lead].part == "adverb":
        lead += 1
    adverb = " ".join(t.en for t in tokens[:lead] if t.en)
    rest = tokens[lead:]
    if rest[0].part == "preposition":
        return _prepositional(rest, adverb)
    if rest[0].part == "place" and len(rest) > 1 and begins(rest[1:]):
        act = clause(rest[1:])
        return None if act is None or adverb else replace(act, tail=f"{act.tail} in {rest[0].en}".strip())
    verbs, after = leading_verbs(rest, bool(lead))
    if not verbs:
        text = noun_phrase(rest)
        return Clause((), text) if text and not adverb else None
    verbs[0] = f"{adverb} {verbs[0]}".strip()
    if not after:
        return Clause(tuple(verbs), "") if len(verbs) == 1 else None
    if rest[0].whole and after[0].part in ("noun", "modifier", "number") and len(verbs) == 1:
        thing = noun_phrase(after)  # 侵害用户权益行为APP: apps infringing users' rights
        return Clause((), f"{thing} {gerund(verbs[0])}") if thing else None
    text, purpose = _object(rest[0], after)
    if text is None:
        return None
    if verbs[-1].endswith(" abroad"):
        verbs[-1] = verbs[-1].removesuffix(" abroad")
        purpose = f"abroad {purpose}".strip()
    name = rest[0].en if rest[0].part == "action" and not adverb and len(verbs) == 1 else ""
    return Clause(tuple(verbs), text, purpose, name)


def _object(verb: Token, tokens: Sequence[Token]) -> tuple[str | None, str]:
    """What a verb acts on, and 'to do B' where a second verb follows."""
    second = tokens[0].part == "verb"
    if second and verb.zh not in TAKES_VERB:
        return None, ""
    if second or (tokens[0].zh in ("利用", "使用") and len(tokens) > 1):
        act = clause([replace(tokens[0], part="verb", en=tokens[0].verb or tokens[0].en), *tokens[1:]])
        return (act.doing if act is not None and act.verbs else None), ""
    serial = _serial(tokens)
    if serial is not None:
        return serial
    bare = _phrase(tokens)
    if bare is None:
        return None, ""
    one = verb.zh in CREATING and general(bare) == plural(bare) and general(bare) != bare
    return (article(bare) if one else general(bare)), ""


def _serial(tokens: Sequence[Token]) -> tuple[str, str] | None:
    """利用A实施B: the object A and 'to do B'; None where no second verb follows an object."""
    if tokens[-1].zh in ABOUT or any(t.part == "of" for t in tokens):
        return None
    at = next((n for n, t in enumerate(tokens) if n and (t.part == "verb" or urges(tokens, n))), None)
    if at is None or (at == len(tokens) - 1 and " " not in tokens[at].en):
        return None
    thing, act = noun_phrase(tokens[:at]), clause(tokens[at:])
    return (thing, f"to {act.base}") if thing and act is not None and act.verbs else None


def _prepositional(tokens: Sequence[Token], adverb: str) -> Clause | None:
    """在A做B -> B in A; 对A的B -> B of A; 向A做B -> B to A."""
    word = tokens[0].zh
    verb = next((n for n, t in enumerate(tokens) if n > 1 and t.part in ("verb", "action", "adverb")), None)
    of = next((n for n, t in enumerate(tokens) if n > 1 and t.part == "of"), None)
    if word in ("对", "针对") and of is not None:
        inner, outer = noun_phrase(tokens[1:of]), noun_phrase(tokens[of + 1 :])
        return Clause((), f"{_definite(outer)} of {inner}") if inner and outer else None
    if verb is None or word not in ("在", "向", "对", "从"):
        return None
    where, what = noun_phrase(tokens[1:verb]), clause(tokens[verb:])
    if where is None or what is None or what.tail:
        return None
    english = {"在": "in", "向": "to", "对": "on", "从": "from"}[word]
    if adverb and what.verbs:
        what = replace(what, verbs=(f"{adverb} {what.verbs[0]}", *what.verbs[1:]))
    return replace(what, tail=f"{english} {where}")


def noun_phrase(tokens: Sequence[Token]) -> str | None:
    """A noun phrase in general: plural things, 'the' systems; None where the grammar does not cover it."""
    text = _phrase(tokens)
    return None if text is None else general(text)


def _phrase(tokens: Sequence[Token]) -> str | None:
    """A noun phrase whose head is still bare."""
    tokens = _trim(tokens)
    if not tokens:
        return None
    also = next((n for n, t in enumerate(tokens[:-1]) if n and t.part == "and" and tokens[n + 1].zh in PASSIVE), None)
    if also is not None:
        both = [noun_phrase(tokens[:also]), noun_phrase(tokens[also + 1 :])]
        return f"{both[0]} and {both[1]}" if all(both) else None
    cut = max((n for n, t in enumerate(tokens) if t.part == "of"), default=-1)
    if cut < 0:
        return _listed(tokens)
    owner, head = tokens[:cut], tokens[cut + 1 :]
    if not owner or not head:
        return None
    thing = _phrase(head)
    if thing is None:
        return None
    if len(owner) == 1 and owner[0].part in ("modifier", "number"):
        return f"{owner[0].en} {_counted(owner[0], thing)}"
    if owner[0].zh in PASSIVE and len(owner) > 2 and (owner[-1].part == "verb" or owner[-1].verb):
        agent = noun_phrase(owner[1:-1])
        done = participle(owner[-1].verb or owner[-1].en)
        return f"{general(thing)} {done} by {agent}" if agent else None
    about = clause(owner)
    if about is None:
        return None
    if about.verbs:
        return f"{general(thing)} {about.doing}"
    return f"{_definite(thing)} of {about.base}"


def _trim(tokens: Sequence[Token]) -> Sequence[Token]:
    kept = list(tokens)
    while kept and kept[-1].part in ("of", "and", "adverb"):
        kept.pop()
    while kept and kept[0].part in ("of", "and"):
        kept.pop(0)
    return kept


def _counted(token: Token, thing: str) -> str:
    return thing if token.part != "number" or is_plural(thing) or is_mass(thing) or token.en == "one" else plural(thing)


def _definite(phrase: str | None) -> str:
    """'the' before what is about to be said of what: the regulation of …; plurals need none."""
    if not phrase or phrase.startswith(("the ", "a ")):
        return phrase or ""
    return phrase if is_plural(phrase) else f"the {phrase}"


def _listed(tokens: Sequence[Token]) -> str | None:
    """Coordination: A、B和C; 等 after examples counts what follows them (沈阳等6个城市)."""
    field = next((n for n, t in enumerate(tokens[:-1]) if n and t.zh == "领域"), None)
    if field is not None and all(t.part in ("noun", "modifier") for t in tokens[:field]):
        where, what = _compound(tokens[:field]), _listed(tokens[field + 1 :])
        return f"{general(what)} in the field of {where}" if where and what else None
    groups = _split(tokens)
    if len(groups) == 1:
        return _examples(groups[0])
    if tokens[0].part == "place" and len(groups[0]) > 1:
        thing = _listed(tokens[1:])
        return f"{general(thing)} in {tokens[0].en}" if thing else None
    shared = _shared_head(groups) or _shared_action(groups)
    if shared is not None:
        return shared
    parts = [_examples(group) for group in groups]
    if any(part is None for part in parts):
        return None
    names = [part for part in parts if part is not None]
    return join([*(general(name) for name in names[:-1]), general(names[-1])])


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.part == "and":
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if group]


def _shared_head(groups: list[list[Token]]) -> str | None:
    """智能网联汽车准入、召回及软件在线升级管理 -> admission, recall and software update management of vehicles."""
    first, *others = groups
    if len(first) < 2 or not all(_acting(group[-1]) for group in groups):
        return None
    if not all(len(group) == 1 for group in others[:-1]) or len(others[-1]) > 2:
        return None
    owner = _compound(first[:-1])
    names = [" ".join(token.en for token in group if token.en) for group in ([first[-1]], *others)]
    return None if owner is None else f"the {join(names)} of {general(owner)}"


def _shared_action(groups: list[list[Token]]) -> str | None:
    """药品和医疗器械管理 -> the management of drugs and medical devices."""
    *before, last = groups
    if len(last) < 2 or last[-1].part != "action" or any(group[-1].part in ("action", "verb") for group in before):
        return None
    owners = [_compound(group) for group in (*before, last[:-1])]
    known = [general(owner) for owner in owners if owner]
    return f"the {last[-1].en} of {join(known)}" if len(known) == len(owners) else None


def _acting(token: Token) -> bool:
    return token.part == "action" or token.zh.endswith(_ACTS)


def _examples(tokens: Sequence[Token]) -> str | None:
    """A等N个B -> N Bs including A; A等B -> Bs such as A."""
    at = next((n for n, t in enumerate(tokens) if t.zh == "等"), None)
    if at is None:
        return _compound(tokens)
    if at == 0 or at == len(tokens) - 1:
        return _compound([t for t in tokens if t.zh != "等"])
    example, rest = _compound(tokens[:at]), tokens[at + 1 :]
    thing = _compound(rest)
    if example is None or thing is None:
        return None
    return f"{thing} including {example}" if rest[0].part == "number" else f"{plural(thing)} such as {example}"


def _compound(tokens: Sequence[Token]) -> str | None:
    """Words in a row, without 的 or 和."""
    if not tokens or any(t.part in ("preposition", "unknown", "of", "and") for t in tokens):
        return None
    if tokens[-1].part in ("modifier", "adverb"):
        return None
    first, rest = tokens[0], tokens[1:]
    if not rest:
        return first.en or None
    area = _area(tokens)
    if area:
        return _somewhere(tokens[:area], tokens[area:])
    if first.part in ("number", "period"):
        return _numbered(first, rest)
    inside = next((n for n, t in enumerate(rest, 1) if t.part in ("number", "period")), None)
    if inside is not None:  # 数字经济2024年工作: the year leads
        when = tokens[inside]
        others = [*tokens[:inside], *tokens[inside + 1 :]]
        return _numbered(when, others) if when.part == "period" or re.match("19|20", when.en) else None
    inner = next((n for n, t in enumerate(tokens) if t.part == "verb" or t.part == "adverb"), None)
    if inner is not None:
        return _eventful(tokens, inner)
    return _of_action(tokens)


def _numbered(first: Token, rest: Sequence[Token]) -> str | None:
    """2024 X, ten Xs, the seventh batch of Xs; a period goes behind: X in Q2 2024."""
    thing = _compound(rest)
    if thing is None:
        return None
    if first.part == "period":
        return f"{general(thing)} in {first.en}"
    if first.en.endswith(" of"):
        return f"{first.en} {general(thing)}"
    thing = thing if re.match("19|20", first.en) else _counted(first, thing)
    if re.match("19|20", first.en) and thing[:1].islower() and is_plural(general(thing)):
        return f"{general(thing)} for {first.en}"  # '2024 cases' would read as a count
    return f"the {first.en} {thing[4:]}" if thing.startswith("the ") else f"{first.en} {thing}"


def _area(tokens: Sequence[Token]) -> int:
    """How many tokens at the head say where: a place, or modifiers and a kind of place; 0 for none."""
    if tokens[0].part == "place":
        return 1
    for n, token in enumerate(tokens[:-1]):
        if _AREA.match(token.zh) and not token.art:
            return n + 1
        if token.part != "modifier":
            break
    return 0


def _somewhere(where: Sequence[Token], rest: Sequence[Token]) -> str | None:
    thing = _phrase(rest)
    place = where[0].en if where[0].part == "place" else _compound_row(where)
    if thing is None or not place:
        return None
    bare = where[0].part == "place" or where[-1].zh.endswith("领域")
    return f"{general(thing)} in {place if bare else general(place)}"


def _eventful(tokens: Sequence[Token], at: int) -> str | None:
    """N1 verb N2 head -> head of N1 verb-ing N2."""
    head, body = tokens[-1], tokens
    if head.zh in ABOUT:
        body = tokens[:-1]
    act = clause(body[at:])
    if act is None or not (act.text or body[-1].whole):  # a verb without its object is a noun we do not know
        return None
    doer = general(_compound(body[:at]) or "") if at else ""
    if at and not doer:
        return None
    happening = f"{doer} {act.doing}".strip()
    return _headed(head, happening) if head.zh in ABOUT else happening


def _headed(head: Token, about: str) -> str:
    name = f"the {head.en}" if head.zh in ONE else plural(head.en)
    return f"{name} {ABOUT[head.zh]} {about}"


def _of_action(tokens: Sequence[Token]) -> str | None:
    """X action -> action of X; X head -> head on X; else the words in a row."""
    *before, last = tokens
    if last.zh == "活动" and before[-1].part in ("noun", "action"):
        return _compound(before)
    if last.part == "action":
        owner = _compound(before)
        if owner is None or before[-1].zh.endswith(AGENTS):
            return None
        if all(t.part == "modifier" for t in before):
            return f"{owner} {last.en}"
        if owner.endswith((" initiative", " campaign", " strategy")):
            return owner
        return f"the {last.en} of {general(owner)}"
    if last.zh in ABOUT and any(t.part not in ("modifier", "number") for t in before):
        owner = _compound(before)
        if owner is not None and len(owner.split()) > 2:
            return _headed(last, general(owner))
    row = _compound_row(tokens)
    return f"the {row}" if row and last.zh in ONE else row


def _compound_row(tokens: Sequence[Token]) -> str | None:
    """Words side by side; a long row is broken with 'for'."""
    words = [t.en for t in tokens if t.en]
    if tokens[0].zh == "网络" and len(words) > 1:
        words[0] = "online"
    if "new" in words[1:]:  # AI新型技术: the short adjective leads in English
        words.remove("new")
        words.insert(0, "new")
    words[:-1] = ["SME" if word == "SMEs" else word for word in words[:-1]]
    row = " ".join(words)
    if tokens[-1].zh.endswith(_BELONGING) and len(words) > 1 and tokens[-2].part == "noun":
        return _belonging(tokens)
    if len(re.split("[ -]", row)) < LONG_ROW or len(words) < 2 or all(t.part == "modifier" for t in tokens[:-1]):
        return row or None
    *before, last = tokens
    kept = [last]
    while before and before[-1].part == "modifier":
        kept.insert(0, before.pop())
    owner = _compound(before) if before else None
    thing = " ".join(t.en for t in kept if t.en)
    if owner is None:
        return None
    return f"{thing} {'in' if ' for ' in owner else 'for'} {general(owner)}"


def _belonging(tokens: Sequence[Token]) -> str | None:
    """金融消费者合法权益 -> the lawful rights and interests of financial consumers."""
    owner = _compound(tokens[:-1])
    return None if owner is None else f"the {tokens[-1].en} of {general(owner)}"


def managed(text: str, lexicon: Lexicon) -> str | None:
    """Plain names with a verb and 管理: 对外提供涉密测绘成果管理 -> the management of providing …."""
    tokens = lexicon.cut(text)
    if len(tokens) < 3 or tokens[0].part != "verb" or tokens[-1].part != "action" or not tokens[-1].zh.endswith("管理"):
        return None
    act = clause(tokens[:-1])
    return None if act is None or not act.verbs else f"the {tokens[-1].en} of {act.doing}"
