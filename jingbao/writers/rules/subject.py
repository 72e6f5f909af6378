"""What a page is about, in English: an instrument ('guidelines on …'), or the subject of a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jingbao.core.catalog.entries import Catalog
from jingbao.writers.rules.clause import Clause
from jingbao.writers.rules.english import article, general, gerund, is_plural, join, title_case
from jingbao.writers.rules.lexicon import Token, lexicon, squash
from jingbao.writers.rules.phrase import clauses, managed
from jingbao.writers.rules.titles import Title, parse

LONGEST = 20  # words of a subject in a headline; beyond, its first clause stands for it
PURPOSES = ("support", "promote", "drive", "facilitate", "further")
# Words that head the name of an instrument as nouns, whatever follows: 建设项目环境保护条例 builds nothing.
NOUNISH = (
    "建设",
    "管理",
    "服务",
    "生产",
    "制造",
    "经营",
    "运营",
    "应用",
    "采购",
    "运输",
    "研究",
    "设计",
    "流通",
    "交易",
    "执法",
)
FOR = ("办法", "标准", "规范", "条件", "预案", "方案", "计划", "规划", "大纲", "要求", "安排", "要点", "细则", "提示")
_ON_TEXT = re.compile(
    r"^(?:做好)?(修改|调整|废止|实施|贯彻落实|贯彻实施|修订|执行|落实)《(.{2,60})》(?:有关事项|的?实施工作)?$"
)
_GENERIC = re.compile(
    r"(?:(?:Interim|Several|Administrative|Implementing) ){0,2}"
    r"(?:Measures|Provisions|Regulations|Guidelines|Rules|Opinions)\b"
)
OF = ("目录", "清单", "名单", "公报", "名录", "案例")


@dataclass(frozen=True, slots=True)
class Phrase:
    """text: English; left: Chinese phrases the term base could not translate and the text leaves out or keeps."""

    text: str
    left: tuple[str, ...] = ()


def instrument(title: str, catalog: Catalog, place: str = "") -> Phrase:
    """'guidelines on …', 'a notice on …' for the name of an instrument. place: dropped from the head of the subject."""
    parsed = parse(title, catalog)
    if parsed.on and (inner := re.match(r"(?:印发|发布|公布)(.{4,80})$", parsed.subject)):
        return instrument(inner[1].strip("《》"), catalog, place)
    kind, plural_kind = _kind(parsed, catalog)
    if not parsed.kind and not parsed.on and (thing := _thing(parsed.subject, catalog, place)):
        return Phrase(thing)
    about = _about(parsed, catalog, place, kind)
    named = _named(title, catalog)
    if named and (_GENERIC.match(named) or not about.text or about.left):
        return Phrase(_in_passing(named))
    if about.text:
        whole = f"{kind} {about.text}"
        return Phrase(whole if plural_kind else article(whole), about.left)
    left = f"{kind} entitled 《{title.replace('《', '〈').replace('》', '〉')}》"
    return Phrase(left if plural_kind else article(left), about.left)


def _thing(subject: str, catalog: Catalog, place: str) -> str:
    """A name that is no known kind of instrument but can be said: reform measures of …."""
    found = clauses(_without_place(subject, place, catalog), lexicon(catalog))
    only = found[0] if len(found) == 1 else None
    return only.text if only is not None and not only.verbs else ""


def formal(title: str, catalog: Catalog, place: str = "") -> Phrase | None:
    """The name of an instrument in title case, 'the Guidelines for … (2024 Edition)'; None where it is no name."""
    parsed = parse(title, catalog)
    named = _named(title, catalog)
    if not named:
        kind, plural_kind = _kind(parsed, catalog, plain=True)
        about = _about(parsed, catalog, place, kind)
        if not about.text or about.left or not plural_kind or about.text.startswith("concerning"):
            return None
        named = title_case(f"{kind} {about.text}")
    edition = f" ({parsed.edition} Edition)" if parsed.edition else ""
    return Phrase(f"the {named}{edition}{' (Trial)' if parsed.trial and '(Trial)' not in named else ''}")


def _named(title: str, catalog: Catalog) -> str:
    """English of an instrument that is itself a term of the term base, '' for the others."""
    bare = re.sub(r"[（(][^（）()]{1,30}[）)]", "", title)
    for zh in (title, bare):
        token = lexicon(catalog).words.get(squash(zh))
        if token is not None and token.art and token.en.lstrip('“"')[:1].isupper() and " " in token.en:
            return token.en
    return ""


def _in_passing(named: str) -> str:
    """A name in title case as a headline has it: 'interim measures for …'; laws keep their capitals."""
    if not _GENERIC.match(named):
        return f"the {named}"
    bare = re.sub(r" \((?:Trial|Interim|\d{4} Edition)\)$", "", named)
    lower = re.sub(r"\b[A-Z][a-z]+\b", lambda word: word[0].lower(), bare)
    return lower.replace("internet of things", "Internet of Things")


def _kind(parsed: Title, catalog: Catalog, *, plain: bool = False) -> tuple[str, bool]:
    """English of the kind, and whether it is plural; a text of no known kind is a document."""
    found = catalog.instruments.get(parsed.kind)
    if found is None:
        term = catalog.terms.get(parsed.kind)
        return (term.en, is_plural(term.en)) if term is not None else ("document", False)
    english = found.en.removeprefix("several ")
    return (f"trial {english}" if parsed.trial and not plain else english), found.plural


def _about(parsed: Title, catalog: Catalog, place: str, kind: str) -> Phrase:
    """The subject with its preposition: 'on improving …', 'for the construction of …', 'to build …'."""
    subject = _without_place(parsed.subject, place, catalog)
    words = lexicon(catalog)
    if match := _ON_TEXT.match(subject):
        return _on_text(match[1], match[2], catalog) or partial(subject, catalog)
    if not parsed.on and (text := managed(subject, words)):
        return Phrase(f"for {text}" if parsed.kind.endswith(FOR) else f"on {text}")
    found = clauses(subject, words)
    good = [clause for clause in found if clause is not None]
    if not found or found[0] is None or (not parsed.on and good[0].verbs and subject.startswith(NOUNISH)):
        return partial(subject, catalog)
    left = _untranslated(subject, catalog) if len(good) < len(found) else ()
    if (good[0].verbs and kind.endswith(("plan", "programme"))) or (good[0].verbs and parsed.kind.endswith("措施")):
        return Phrase(f"to {_joined(good, infinitive=True)}", left)
    if good[0].verbs:
        return Phrase(f"on {_joined(good)}", left)
    preposition = "of" if parsed.kind.endswith(OF) else "on" if parsed.on or not parsed.kind.endswith(FOR) else "for"
    text = _joined(good)
    if preposition == "on" and re.match(r"the (?:construction|operation|use) of ", text):
        preposition = "for"
    return Phrase(f"{preposition} {text}", left)


def _on_text(verb: str, title: str, catalog: Catalog) -> Phrase | None:
    """修改《X》 -> 'on amending the X'; None where verb or name is not known."""
    act = lexicon(catalog).words.get(verb)
    name = formal(title, catalog) or _plainly(title, catalog)
    if name is None or act is None or act.part not in ("verb", "action"):
        return None
    return Phrase(f"on {gerund(act.verb or act.en)} {name.text}", name.left)


def _plainly(title: str, catalog: Catalog) -> Phrase | None:
    found = instrument(title, catalog)
    return None if "《" in found.text else Phrase(f"the {re.sub(r'^(?:an?|the) ', '', found.text)}", found.left)


def _joined(found: list[Clause], *, infinitive: bool = False) -> str:
    """Clauses as one phrase; what promotes or supports is their purpose; a long second clause is left out."""
    first, *others = found
    text = first.base if infinitive else first.doing
    for other in others[:1]:
        if first.verbs and not infinitive and other.verbs and other.verbs[0] in PURPOSES:
            longer = f"{text} to {other.base}"
        else:
            longer = f"{text} and {other.base if infinitive else other.doing}"
        if len(longer.split()) <= LONGEST:
            text = longer
    return text


def _without_place(subject: str, place: str, catalog: Catalog) -> str:
    if not place:
        return subject
    for token in sorted(lexicon(catalog).words.values(), key=lambda t: -len(t.zh)):
        if token.part == "place" and token.en == place:
            for zh in (f"{token.zh}市", f"{token.zh}省", token.zh):
                if subject.startswith(zh):
                    return subject.removeprefix(zh)
    return subject


def matter(subject: str, catalog: Catalog, place: str = "") -> Phrase:
    """A subject without an instrument, as what a verb acts on; '' where it cannot be said."""
    found = clauses(_without_place(subject, place, catalog), lexicon(catalog))
    if not found or found[0] is None:
        return Phrase("", _untranslated(subject, catalog))
    return Phrase(found[0].doing, _untranslated(subject, catalog) if None in found else ())


def deed(subject: str, catalog: Catalog) -> Phrase:
    """A subject as a noun where its verb has one: 'the adjustment of …' (for approvals)."""
    found = clauses(subject, lexicon(catalog))
    if not found or found[0] is None:
        return Phrase("", _untranslated(subject, catalog))
    return Phrase(found[0].nominal)


def clause_of(subject: str, catalog: Catalog) -> list[Clause]:
    """Clauses of a subject, empty where one cannot be translated."""
    found = clauses(subject, lexicon(catalog))
    return [] if None in found else [clause for clause in found if clause is not None]


def partial(subject: str, catalog: Catalog) -> Phrase:
    """'concerning X and Y': the terms of art a subject holds; '' where it holds none. The rest is left."""
    tokens = lexicon(catalog).cut(subject)
    known = [general(token.en) for token in tokens if _tells(token)]
    best = sorted(dict.fromkeys(known), key=lambda en: (-len(en), en))[:2]
    chosen = [en for en in dict.fromkeys(known) if en in best]
    return Phrase(f"concerning {join(chosen)}" if chosen else "", _untranslated(subject, catalog) or (subject,))


def _tells(token: Token) -> bool:
    empty = token.zh.endswith(("案例", "名单", "清单", "目录", "通知", "公告", "办法", "意见", "提示"))
    return token.part == "noun" and token.art and not empty and not token.en[:1].isdigit()


def _untranslated(subject: str, catalog: Catalog) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.zh for t in lexicon(catalog).cut(subject) if t.part == "unknown"))
