"""The tables of the catalog -> their entries, each row checked by itself. What points where is checked by `load`."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Literal, get_args

from jingbao.core.catalog import patterns
from jingbao.core.catalog.entries import Alias, Brand, Instrument, Issuer, Term, Topic, Verb
from jingbao.core.catalog.text import Row, rows
from jingbao.core.errors import CatalogError
from jingbao.core.lifecycle import STATES
from jingbao.core.values import Status
from jingbao.core.workdays import Workdays

LEVELS = (
    "central-party",
    "central-legislature",
    "state-council",
    "ministry",
    "ministry-office",
    "ministry-bureau",
    "national-bureau",
    "public-institution",
    "standards-body",
    "court",
    "procuratorate",
    "provincial-government",
    "provincial-department",
    "provincial-legislature",
    "city-government",
    "city-department",
    "city-legislature",
    "association",
    "company",
    "state-media",
)
# What a term is. Parts of speech say how a title's English is put together; the others are subjects of nouns.
DOMAINS = (
    *("verb", "action", "modifier", "adverb", "light", "place", "general", "policy"),
    *("ai", "data", "cyber", "telecom", "industry", "auto", "lowalt_geo", "finance", "platform_media"),
    *("market_law", "crime"),
)
STATUSES: tuple[Status, ...] = get_args(Status)
SCOPES: tuple[Literal["title", "body"], ...] = ("title", "body")
TOPIC_KINDS: tuple[Literal["group", "subject", "form", "leading form"], ...] = (
    *("group", "subject", "form", "leading form"),
)

ISSUERS = ("zh", "short_forms", "en", "abbreviation", "level", "parent", "region", "domains", "wechat", "note")
ALIASES = ("alias", "issuer", "kind", "en", "abbreviation", "from_year", "to_year", "note")
INSTRUMENTS = ("zh", "kind", "en", "plural", "rank", "rank_source", "binding", "note")
VERBS = (
    *("pattern", "regex", "event", "status", "state", "priority", "scope"),
    *("en", "example_zh", "example_en", "note"),
)
TOPICS = ("id", "kind", "parent", "en", "zh", "definition", "cues", "weak", "negative", "titled")
EXAMPLES = ("topic", "kind", "title")
BRANDS = ("brand", "name", "kind", "note")
BRAND_KINDS = ("english", "former", "short", "company")
TERMS = ("zh", "en", "abbreviation", "domain", "note")
HOLIDAYS = ("notice", "first", "last", "kind", "zh", "note")


def issuers(file: str, text: str) -> tuple[tuple[Row, Issuer], ...]:
    return tuple(
        (
            row,
            Issuer(
                zh=row.text("zh"),
                short_forms=row.list("short_forms"),
                en=row.text("en"),
                abbreviation=row.optional("abbreviation"),
                level=row.choice("level", LEVELS),
                parent=row.optional("parent"),
                region=row.text("region"),
                domains=row.list("domains"),
                wechat=row.optional("wechat"),
            ),
        )
        for row in rows(file, text, ISSUERS, ("zh",))
    )


def aliases(file: str, text: str) -> tuple[tuple[Row, Alias], ...]:
    return tuple((row, _alias(row)) for row in rows(file, text, ALIASES, ("alias", "issuer")))


def _alias(row: Row) -> Alias:
    years = [row.number(column, 1949, 2100) if row.optional(column) else 0 for column in ("from_year", "to_year")]
    if 0 not in years and years[0] > years[1]:
        raise CatalogError(row.at, f"the years run backwards ({years[0]} to {years[1]})", "Swap or mend them.")
    return Alias(
        alias=row.text("alias"),
        issuer=row.text("issuer"),
        kind=row.choice("kind", ("short", "former")),
        en=row.optional("en"),
        abbreviation=row.optional("abbreviation"),
        from_year=years[0],
        to_year=years[1],
    )


def instruments(file: str, text: str) -> tuple[Instrument, ...]:
    return tuple(
        Instrument(
            zh=row.text("zh"),
            kind=row.choice("kind", ("instrument", "modifier")),
            en=row.text("en"),
            plural=row.choice("plural", ("yes", "no")) == "yes",
            rank=row.text("rank"),
            binding=row.choice("binding", ("yes", "policy", "guidance", "depends", "no")),
        )
        for row in rows(file, text, INSTRUMENTS, ("zh",))
    )


def verbs(file: str, text: str) -> tuple[Verb, ...]:
    """Highest priority first; rows of one priority keep their order."""
    found = tuple(
        Verb(
            pattern=row.text("pattern"),
            regex=patterns.check(row.at, row.text("regex")),
            event=row.text("event"),
            status=row.choice("status", STATUSES),
            state=row.choice("state", STATES),
            priority=row.number("priority", 1, 200),
            scope=row.choice("scope", SCOPES),
            en=row.text("en"),
        )
        for row in rows(file, text, VERBS, ("pattern", "scope"))
    )
    return tuple(sorted(found, key=lambda verb: -verb.priority))


def terms(file: str, text: str) -> tuple[Term, ...]:
    return tuple(
        Term(
            zh=row.text("zh"),
            en=_sentence_part(row, "en"),
            domain=row.choice("domain", DOMAINS),
            note=row.optional("note"),
            abbreviation=row.optional("abbreviation"),
        )
        for row in rows(file, text, TERMS, ("zh",))
    )


def brands(file: str, text: str) -> tuple[Brand, ...]:
    """One name may belong to one brand only."""
    found = rows(file, text, BRANDS, ("name",))
    return tuple(Brand(row.text("brand"), row.text("name"), row.choice("kind", BRAND_KINDS)) for row in found)


def _sentence_part(row: Row, column: str) -> str:
    """English that can be put in a sentence: one wording, without alternatives or editor's notes."""
    english = row.text(column)
    if any(mark in english for mark in (";", "…", "...", "|")):
        raise CatalogError(row.at, f"{column} is {english!r}", "Write one wording; put the others into the note.")
    return english


def topics(file: str, text: str, examples_file: str, examples: str) -> tuple[tuple[Row, Topic], ...]:
    """The topics with their examples, titles in Chinese."""
    titles: dict[tuple[str, str], list[str]] = {}
    table = rows(file, text, TOPICS, ("id",))
    known = {row.text("id") for row in table}
    for row in rows(examples_file, examples, EXAMPLES, ("topic", "title")):
        topic, kind = row.text("topic"), row.choice("kind", ("example", "counter"))
        if topic not in known:
            raise CatalogError(row.at, f"topic {topic!r} is not in {file}", "Mend the id or add the topic.")
        titles.setdefault((topic, kind), []).append(row.text("title"))
    return tuple((row, _topic(row, titles)) for row in table)


def _topic(row: Row, titles: dict[tuple[str, str], list[str]]) -> Topic:
    id = row.text("id")
    topic = Topic(
        id=id,
        kind=row.choice("kind", TOPIC_KINDS),
        parent=row.optional("parent"),
        en=row.text("en"),
        zh=row.text("zh"),
        definition=row.optional("definition"),
        cues=row.list("cues"),
        weak=row.list("weak"),
        negative=row.list("negative"),
        titled=row.list("titled"),
        examples=tuple(titles.get((id, "example"), ())),
        counter_examples=tuple(titles.get((id, "counter"), ())),
    )
    if topic.kind == "group" and (topic.weak or topic.parent):
        raise CatalogError(
            row.at, f"the group {id} has weak cues or a parent", "A group has neither: move them to its topics."
        )
    if topic.kind != "group" and not (topic.cues and topic.parent and topic.definition):
        raise CatalogError(row.at, f"{id} lacks cues, a parent or a definition", "Fill in the cells.")
    kinds = (topic.cues, topic.titled, topic.weak, topic.negative)
    both = {cue for a, b in combinations(kinds, 2) for cue in set(a) & set(b)}
    if both:
        raise CatalogError(row.at, f"{id} names {sorted(both)[0]!r} as two kinds of cue", "Decide for one.")
    return topic


def workdays(file: str, text: str) -> Workdays:
    """The calendar of working days: one row of the table is a run of days off, or of weekend days worked."""
    off, made_up, years = set[date](), set[date](), set[int]()
    for row in rows(file, text, HOLIDAYS, ("first",)):
        year = row.number("notice", 2000, 2099)
        first, last = _day(row, "first"), _day(row, "last")
        if not timedelta(0) <= last - first <= _LONGEST_HOLIDAY or abs(first.year - year) > 1:
            raise CatalogError(row.at, f"{first} to {last} is no holiday of {year}", "Mend the days.")
        run = {first + timedelta(days=n) for n in range((last - first).days + 1)}
        kind = row.choice("kind", ("off", "work"))
        if kind == "work" and any(day.weekday() < 5 for day in run):
            raise CatalogError(
                row.at, f"{first} to {last} has days that are worked anyway", "Leave out Monday to Friday."
            )
        (off if kind == "off" else made_up).update(run)
        years.add(year)
    if both := off & made_up:
        raise CatalogError(f"{file}:1", f"{min(both)} is both off and worked", "Decide for one.")
    return Workdays(frozenset(off), frozenset(made_up), frozenset(years))


_LONGEST_HOLIDAY = timedelta(days=15)


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row.text(column))
    except ValueError as error:
        raise CatalogError(row.at, f"{column} is {row.text(column)!r}", "Write a day as 2024-10-01.") from error
