"""English forms: plurals, verb forms, articles, lists, numbers, days and title case, in British spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from jingbao.core.figures import ORDINALS, WORDS, print_day

IRREGULAR = {  # base: (gerund, past, participle)
    "build": ("building", "built", "built"),
    "draw": ("drawing", "drew", "drawn"),
    "set": ("setting", "set", "set"),
    "put": ("putting", "put", "put"),
    "cut": ("cutting", "cut", "cut"),
    "hold": ("holding", "held", "held"),
    "make": ("making", "made", "made"),
    "give": ("giving", "gave", "given"),
    "take": ("taking", "took", "taken"),
    "lead": ("leading", "led", "led"),
    "do": ("doing", "did", "done"),
    "deal": ("dealing", "dealt", "dealt"),
    "run": ("running", "ran", "run"),
    "speed": ("speeding", "sped", "sped"),
    "bring": ("bringing", "brought", "brought"),
    "carry": ("carrying", "carried", "carried"),
    "find": ("finding", "found", "found"),
    "keep": ("keeping", "kept", "kept"),
    "grow": ("growing", "grew", "grown"),
    "send": ("sending", "sent", "sent"),
}


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(re.split(r"\s+", text))


DOUBLING = words("""plan permit control submit refer tag enrol label stop commit admit transfer equip""")
# Nouns that take no plural and no article.
MASS = words(
    """access advertising artificial audio broadband broadcasting capital circulation cloud commerce compliance
    computing conduct consumption content credit crime cryptography data development e-commerce economy
    education energy equipment evidence finance fraud hardware health healthcare infrastructure information
    innovation insurance intelligence interconnection internet investment labelling law learning logistics
    machinery maintenance management manufacturing media news order participation personnel power privacy
    production progress protection publicity quality radar regulation research responsibility roaming security
    safety sharing software spectrum supervision support technology telecoms testing tourism trade traffic
    training transport video work governance competition connectivity industrialisation informatisation ai iot
    ipv6 6g 5g beidou navigation sensing oversight accountability use reform renewal opening-up clean-up rating control
    building upgrading storage review approval prevention transfer flow disclosure efficiency legislation rectification
    growth land sport care help talent money photovoltaics livestreaming radio renminbi welfare culture transport"""
)
# Singular nouns that read with "the".
DEFINITE = words(
    """system environment industry market sector economy framework mechanism internet ecosystem layout order field
    life cycle balance network chain supply Internet things base"""
)
_MASS_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ity", "ship", "ing", "ics", "ism", "ness", "cy", "age")
_COUNTABLE = words(
    """institution organisation application station operation regulation solution transaction association
    corporation foundation exhibition competition agreement instrument government department environment
    facility city community activity authority entity university agency policy package message meeting hearing
    listing building drawing conference licence reference alliance consequence element document segment
    commitment payment investment measure filing village language image advantage commission session version
    dimension extension obligation violation position specification qualification connection destination
    function mission"""
)
SMALL = words("""a an and as at by for from in into of on or over per the to via with""")


_NAME = re.compile(
    r"(?:(?:Interim|Implementing|Administrative) ){0,2}"
    r"(?:Measures|Regulations|Provisions|Rules|Guidelines) (?:on|for|of) "
)


def plural(noun: str) -> str:
    """Plural of a noun phrase, whose head is the last word before the first 'of', 'for', 'in', 'on' or 'with'."""
    match = re.search(r" (?:of|for|in|on|with|to|from|through) ", noun)
    head, tail = (noun[: match.start()], noun[match.start() :]) if match else (noun, "")
    return _plural_word(head) + tail


def _plural_word(phrase: str) -> str:
    if phrase.endswith(("ss", "x", "ch", "sh", "z")):
        return phrase + "es"
    if phrase.endswith(("s", "craft", "ware", "media", "data")):
        return phrase
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    return phrase + "s"


def head_of(phrase: str) -> str:
    """Last word of the head of a noun phrase, lower case unless it is an acronym."""
    head = re.split(r" (?:of|for|in|on|with|to|from|through) ", phrase, maxsplit=1)[0]
    return head.rsplit(" ", 1)[-1].strip("“”,()")


def is_mass(phrase: str) -> bool:
    word = head_of(phrase)
    if word.isupper() or word.lower() in MASS:
        return True
    return word.lower() not in _COUNTABLE and word.lower().endswith((*_MASS_ENDINGS, "logy"))


def _is_act(phrase: str) -> bool:
    """Whether the head of 'X of Y' is done to Y (the application of), which takes 'the' and no plural."""
    return is_mass(phrase) or head_of(phrase).lower().endswith(("tion", "ment", "sion"))


def is_plural(phrase: str) -> bool:
    word = head_of(phrase).lower()
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "news"))


def general(phrase: str) -> str:
    """A noun phrase without a number: 'the' for systems and markets, plural for things, bare for matter."""
    if _NAME.match(phrase):
        return f"the {phrase}"
    if phrase.startswith(("the ", "a ", "an ")) or is_plural(phrase) or re.fullmatch("“[^”]*”", phrase):
        return phrase
    if re.match(r"\w+ batch of ", phrase) or (" of " in phrase and _is_act(phrase)):
        return f"the {phrase}"
    if " of " in phrase and head_of(phrase) in ("list", "catalogue", "directory", "register"):
        return f"the {phrase}"
    if phrase.startswith("“") and head_of(phrase) in ("initiative", "campaign", "project", "action", "plan"):
        return f"the {phrase}"
    if head_of(phrase).lower() in DEFINITE:
        return f"the {phrase}"
    return phrase if is_mass(phrase) or head_of(phrase)[:1].isupper() else plural(phrase)


def gerund(verb: str) -> str:
    """Verb phrase as -ing: 'set up' -> 'setting up', 'further establish and improve' -> both verbs."""
    return _inflect(verb, _ing, 0)


def participle(verb: str) -> str:
    return _inflect(verb, _ed, 2)


def _inflect(verb: str, regular: Callable[[str], str], form: int) -> str:
    """The first verb, after an adverb, and the one that 'and' joins to it."""
    parts = verb.split(" ")
    at = 1 if len(parts) > 1 and (parts[0].endswith("ly") or parts[0] == "further") and parts[0] != "apply" else 0
    for n in (at, at + 2 if parts[at + 1 : at + 2] == ["and"] else at):
        if n < len(parts) and parts[n] == verb.split(" ")[n]:
            parts[n] = IRREGULAR[parts[n]][form] if parts[n] in IRREGULAR else regular(parts[n])
    return " ".join(parts)


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return (word + word[-1] if word in DOUBLING else word) + "ing"


def _ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return (word + word[-1] if word in DOUBLING else word) + "ed"


def article(phrase: str) -> str:
    """Phrase with 'a' or 'an'."""
    vowel = re.match(r"(?:[aeio]|u(?!ni|se|ti)|[AEFHILMNORSX](?=[A-Z]{1,4}\b)|hour|8)", phrase)
    return f"{'an' if vowel else 'a'} {phrase}"


def join(parts: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def number(value: float) -> str:
    """Words to nine, digits from 10, commas in thousands, millions and billions where they come out even."""
    if value == int(value) and 0 < value < 10:
        return WORDS[int(value)]
    return figure(value)


def figure(value: float) -> str:
    """Digits, as before units and percentages."""
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale and value * 1000 % scale == 0:
            return f"{value / scale:g} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def ordinal(value: int) -> str:
    """Words to ninth, then 10th, 21st."""
    if 0 < value < 10:
        return ORDINALS[value]
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def day(iso: str) -> str:
    """'2024-08-26' -> '26 August 2024'."""
    return print_day(date.fromisoformat(iso))


def capital(sentence: str) -> str:
    """First letter upper case, but for names that begin lower case on purpose (eSIM)."""
    return sentence if re.match(r"[a-z][A-Z]", sentence) else sentence[:1].upper() + sentence[1:]


def title_case(phrase: str) -> str:
    """As in the name of an instrument: small words stay small."""
    return " ".join(w if n and w in SMALL else _title_word(w) for n, w in enumerate(phrase.split(" ")))


def _title_word(word: str) -> str:
    if not word or re.search(r"[A-Z0-9]", word):
        return word
    return "-".join(capital(part) if part not in SMALL else part for part in word.split("-"))
