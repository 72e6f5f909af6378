"""The catalog's files -> a checked Catalog. Refuses what it does not know, naming FILE:LINE and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from jingbao.core.catalog import tables
from jingbao.core.catalog.beat import beat as read_beat
from jingbao.core.catalog.entries import Alias, Catalog, Issuer, Topic
from jingbao.core.catalog.sources import source as read_source
from jingbao.core.catalog.text import Row
from jingbao.core.errors import CatalogError
from jingbao.core.values import Source, digest

_TABLES = (
    *("issuers.tsv", "issuer_aliases.tsv", "instruments.tsv", "verbs.tsv", "terms.tsv"),
    *("brands.tsv", "holidays.tsv"),
)
_BEAT = ("beat.toml", "topics.tsv", "topic_examples.tsv")


def load(files: Mapping[str, str], beat: str) -> Catalog:
    """Read one beat's catalog.

    files: text by path relative to the catalog's folder, `/` between the parts; beat: name of a folder in `beats/`.
    Raises CatalogError whose `concerns` is FILE:LINE.
    """
    own = {name: f"beats/{beat}/{name}" for name in _BEAT}
    _check_names(files, beat, own)
    issuers = tables.issuers("issuers.tsv", files["issuers.tsv"])
    names = {entry.zh: entry for _, entry in issuers}
    aliases = _aliases(tables.aliases("issuer_aliases.tsv", files["issuer_aliases.tsv"]), issuers, names)
    topics = tables.topics(
        own["topics.tsv"],
        files[own["topics.tsv"]],
        own["topic_examples.tsv"],
        files[own["topic_examples.tsv"]],
    )
    _check_issuers(issuers, names)
    _check_topics(topics)
    by_id = {entry.id: entry for _, entry in topics}
    instruments = tables.instruments("instruments.tsv", files["instruments.tsv"])
    terms = tables.terms("terms.tsv", files["terms.tsv"])
    return Catalog(
        issuers=names | _former(aliases, names),
        aliases=aliases,
        instruments={entry.zh: entry for entry in instruments},
        verbs=tables.verbs("verbs.tsv", files["verbs.tsv"]),
        topics=by_id,
        terms={entry.zh: entry for entry in terms},
        brands=tables.brands("brands.tsv", files["brands.tsv"]),
        sources=_sources(files, names),
        beat=read_beat(own["beat.toml"], files[own["beat.toml"]], beat, by_id),
        workdays=tables.workdays("holidays.tsv", files["holidays.tsv"]),
        fingerprint=digest(*(part for name in sorted(files) if _read(name, beat) for part in (name, files[name]))),
    )


def _read(name: str, beat: str) -> bool:
    """Whether a file counts for that beat: another beat's files do not."""
    return not name.startswith("beats/") or name.startswith(f"beats/{beat}/")


def _check_names(files: Mapping[str, str], beat: str, own: Mapping[str, str]) -> None:
    for name in (*_TABLES, *own.values()):
        if name not in files:
            raise CatalogError(f"{name}:1", "the file is not there", f"Add it, or check the name of the beat ({beat}).")
    for name in files:
        parts = name.split("/")
        known = (
            name in _TABLES
            or (parts[0] == "sources" and len(parts) == 2 and name.endswith(".toml"))
            or (parts[0] == "beats" and len(parts) == 3 and parts[2] in _BEAT)
        )
        if not known:
            raise CatalogError(f"{name}:1", "no such file belongs to a catalog", "Mend its name or remove it.")


def _check_issuers(issuers: tuple[tuple[Row, Issuer], ...], names: Mapping[str, Issuer]) -> None:
    for row, issuer in issuers:
        if issuer.parent and issuer.parent not in names:
            raise CatalogError(row.at, f"parent {issuer.parent!r} is no issuer", "Add the parent or mend the name.")
    for row, issuer in issuers:
        seen = {issuer.zh}
        above = issuer.parent
        while above:
            if above in seen:
                raise CatalogError(row.at, f"{issuer.zh} is its own ancestor through {above}", "Mend a parent.")
            seen.add(above)
            above = names[above].parent


def _aliases(
    written: tuple[tuple[Row, Alias], ...], issuers: tuple[tuple[Row, Issuer], ...], names: Mapping[str, Issuer]
) -> tuple[Alias, ...]:
    """The short forms of all issuers and the aliases written beside them; no name may mean two bodies in one year."""
    short = (
        (row, Alias(form, issuer.zh, "short", issuer.en, issuer.abbreviation, 0, 0))
        for row, issuer in issuers
        for form in issuer.short_forms
    )
    found = (*short, *written)
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for row, alias in found:
        if alias.issuer not in names:
            raise CatalogError(row.at, f"issuer {alias.issuer!r} is not in issuers.tsv", "Add it or mend the name.")
        if alias.alias in names:
            raise CatalogError(row.at, f"{alias.alias!r} is an issuer itself", "Remove it here.")
        first, last = alias.from_year or 1, alias.to_year or 9999
        for other_first, other_last, at in spans.setdefault(alias.alias, []):
            if first < other_last and other_first < last:
                raise CatalogError(row.at, f"{alias.alias!r} has a meaning already at {at}", "Part them by years.")
        spans[alias.alias].append((first, last, row.at))
    return tuple(alias for _, alias in found)


def _former(aliases: tuple[Alias, ...], names: Mapping[str, Issuer]) -> dict[str, Issuer]:
    """Bodies that are no more, under the fullest of the names that share an English name and years: a text of their
    time is theirs, not their successor's."""
    groups: dict[tuple[str, str, int, int], list[Alias]] = {}
    for alias in aliases:
        if alias.kind == "former":
            groups.setdefault((alias.issuer, alias.en, alias.from_year, alias.to_year), []).append(alias)
    found: dict[str, Issuer] = {}
    for group in groups.values():
        zh, *short = sorted((alias.alias for alias in group), key=len, reverse=True)
        now = names[group[0].issuer]
        abbreviation = next((alias.abbreviation for alias in group if alias.abbreviation), "")
        found[zh] = Issuer(
            zh, tuple(short), group[0].en or now.en, abbreviation, now.level, "", now.region, (), "", successor=now.zh
        )
    return found


def _check_topics(topics: tuple[tuple[Row, Topic], ...]) -> None:
    groups = {topic.id for _, topic in topics if topic.kind == "group"}
    for row, topic in topics:
        if topic.parent and topic.parent not in groups:
            raise CatalogError(row.at, f"parent {topic.parent!r} is no group", "Add the group or mend the name.")


def _sources(files: Mapping[str, str], issuers: Mapping[str, Issuer]) -> tuple[Source, ...]:
    """In the order of their file names."""
    return tuple(read_source(name, files[name], issuers) for name in sorted(files) if name.startswith("sources/"))
