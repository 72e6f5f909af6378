"""What the catalog holds, as frozen values. The files are described in CONTRIBUTING.md; `load` checks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jingbao.core.address import GOVERNMENT, on_domain
from jingbao.core.values import Category, LegalBlock, Source, Status
from jingbao.core.workdays import NO_NOTICE, Workdays


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues. zh: full name, the key; short_forms: usable only where no place name stands before them;
    level: see README of the catalog; parent: zh of the parent or ''; region: English, 'national' or a place;
    successor: zh of the body that has taken the place of one that is no more, '' for those of today."""

    zh: str
    short_forms: tuple[str, ...]
    en: str
    abbreviation: str
    level: str
    parent: str
    region: str
    domains: tuple[str, ...]
    wechat: str
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an issuer, valid in years [from_year, to_year]; 0 means open. kind: short or former."""

    alias: str
    issuer: str
    kind: str
    en: str
    abbreviation: str
    from_year: int
    to_year: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """A type of instrument or a title modifier. zh: the word; kind: instrument or modifier; binding: as printed."""

    zh: str
    kind: str
    en: str
    plural: bool
    rank: str
    binding: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A pattern of announcements. status: what the page does; state: where the instrument then stands;
    scope: title or body; the highest priority wins."""

    pattern: str
    regex: str
    event: str
    status: Status
    state: str
    priority: int
    scope: Literal["title", "body"]
    en: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject or form. cues: strong words; titled: strong in a title, weak in a text; weak: count a quarter and never
    alone; negative: subtract.

    A leading form stands before subjects that only the text names.
    """

    id: str
    kind: Literal["group", "subject", "form", "leading form"]
    parent: str
    en: str
    zh: str
    definition: str
    cues: tuple[str, ...]
    titled: tuple[str, ...]
    weak: tuple[str, ...]
    negative: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of art and its English. en: can be put in a sentence as it is; abbreviation: for later mentions."""

    zh: str
    en: str
    domain: str
    note: str
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """Another name of a brand, for looking up names in registers. kind: english, former, short, or company."""

    brand: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Beat:
    """What one newsletter watches and how it looks.

    topics: ids that count; other_desks: words of titles on subjects of others; remit: ends of the names of authorities
    all of whose acts count, with the subject of those that name none; sections: (name, printed title) in order; legal:
    blocks without which nothing is printed.
    """

    name: str
    edition: str
    subject: str
    contact: str
    editors: str
    spelling: str
    topics: tuple[str, ...]
    other_desks: tuple[str, ...]
    remit: tuple[tuple[str, str], ...]
    sections: tuple[tuple[Category, str], ...]
    legal: tuple[LegalBlock, ...]


@dataclass(frozen=True)
class Catalog:
    """Everything checked, keyed for use. fingerprint: digest of all files, so that what was made from it can tell."""

    issuers: Mapping[str, Issuer]
    aliases: tuple[Alias, ...]
    instruments: Mapping[str, Instrument]
    verbs: tuple[Verb, ...]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
    sources: tuple[Source, ...]
    beat: Beat
    fingerprint: str
    brands: tuple[Brand, ...] = ()
    workdays: Workdays = NO_NOTICE

    def authority(self, url: str) -> bool:
        """Whether an address is on a site of some authority."""
        own = (domain for issuer in self.issuers.values() for domain in issuer.domains)
        return on_domain(url, (*GOVERNMENT, *own))
