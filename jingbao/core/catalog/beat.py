"""beat.toml -> Beat: what one newsletter watches and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from jingbao.core.catalog.entries import Beat, Topic
from jingbao.core.catalog.text import Table, one_of, toml
from jingbao.core.errors import CatalogError
from jingbao.core.values import Category, LegalBlock

SECTIONS: tuple[Category, ...] = get_args(Category)
_WORDS = ("name", "edition", "subject", "contact", "editors", "spelling", "topics", "other_desks")
_KEYS = (*_WORDS, "remit", "section", "legal")
LEGAL = ("disclaimer", "practice", "translation", "copyright", "privacy", "ai")


def beat(file: str, text: str, folder: str, topics: Mapping[str, Topic]) -> Beat:
    """Read a beat. folder: its folder's name, which `name` must repeat; topics: by id."""
    top = toml(file, text)
    top.expect(_KEYS)
    if top.text("name") != folder:
        raise CatalogError(top.at("name"), f"name is {top.text('name')!r}", f"Write {folder!r}, as the folder.")
    return Beat(
        name=folder,
        edition=top.text("edition"),
        subject=top.text("subject"),
        contact=top.text("contact"),
        editors=top.text("editors"),
        spelling=one_of(top.at("spelling"), "spelling", top.text("spelling"), ("british", "american")),
        topics=_topics(top, topics),
        other_desks=top.texts("other_desks"),
        remit=_remit(top.table("remit"), topics),
        sections=tuple(
            (one_of(table.at("name"), "name", table.text("name"), SECTIONS), table.text("title"))
            for table in _each(top, "section", SECTIONS, ("name", "title"))
        ),
        legal=tuple(
            LegalBlock(*(table.text(key) for key in ("name", "version", "title", "text")))
            for table in _each(top, "legal", LEGAL, ("name", "version", "title", "text"))
        ),
    )


def _topics(top: Table, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The subjects that count, groups opened, in the order written."""
    found: dict[str, None] = {}
    for id in top.texts("topics"):
        if id not in topics or topics[id].kind.endswith("form"):
            raise CatalogError(top.at("topics"), f"{id!r} is no group or subject of topics.tsv", "Mend the id.")
        group = topics[id].kind == "group"
        subjects = [t.id for t in topics.values() if t.parent == id and t.kind == "subject"] if group else [id]
        found.update(dict.fromkeys(subjects))
    if not found:
        raise CatalogError(top.at("topics"), "no subject counts", "Name a group that has subjects.")
    return tuple(found)


def _remit(table: Table, topics: Mapping[str, Topic]) -> tuple[tuple[str, str], ...]:
    """Ends of names of authorities, each with the subject that their acts are filed under."""
    for end in table.values:
        if table.text(end) not in topics or topics[table.text(end)].kind != "subject":
            raise CatalogError(table.at(end), f"{table.text(end)!r} is no subject of topics.tsv", "Mend the id.")
    if not table.values:
        raise CatalogError(table.at(), "no authority is named", "Name one, with its subject.")
    return tuple((end, table.text(end)) for end in table.values)


def _each(top: Table, key: str, names: tuple[str, ...], keys: tuple[str, ...]) -> tuple[Table, ...]:
    """The members of [[key]], each of exactly those keys, in which each of `names` stands exactly once."""
    seen: set[str] = set()
    for table in top.tables(key):
        table.expect(keys)
        name = one_of(table.at("name"), "name", table.text("name"), names)
        if name in seen:
            raise CatalogError(table.at("name"), f"a second {key} {name!r}", "Remove one.")
        seen.add(name)
    for name in names:
        if name not in seen:
            raise CatalogError(top.at(key), f"no {key} {name!r}", f"Add [[{key}]] with name = {name!r}.")
    return top.tables(key)
