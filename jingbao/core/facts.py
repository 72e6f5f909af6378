"""A fact and what it can say, as frozen values. Text is Unicode, offsets count code points, days are ISO strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict


class Value:
    """What every value shares: JSON with an unknown key is refused."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Span(Value):
    """Where words stand in a Document.

    part: title, body, meta, url, or attachment:N (N counts from 1); start, end: code points, end excluded.
    """

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target(Value):
    """A quantified aim. by: YYYY, ISO date or empty; comparator: >=, <=, =, >, <, ~; unit: as printed, % for 百分之."""

    by: str
    what: str
    comparator: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Count(Value):
    """A stated number of things, e.g. 10件典型案例: number 10, unit 件, noun 典型案例; exact False for 近, 约, 余."""

    number: float
    unit: str
    noun: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Duty(Value):
    """What a modal word asks, and of whom. word: as printed (应当); bearer: as printed, '' where none is stated."""

    word: str
    bearer: str


@dataclass(frozen=True, slots=True)
class Penalty(Value):
    """A range of a fine, both ends included. least, most: None where open; unit: 元, 倍 (of a sum) or % (of a sum)."""

    least: float | None
    most: float | None
    unit: Literal["元", "倍", "%"]


@dataclass(frozen=True, slots=True)
class Channel(Value):
    """A way to answer a consultation or a call. value: an address or number in its usual form, or a web site's name."""

    kind: Literal["email", "post", "fax", "phone", "web"]
    value: str


@dataclass(frozen=True, slots=True)
class Relation(Value):
    """What a text has to do with another instrument. title: without 《》."""

    kind: Literal["based_on", "amends", "repeals", "implements", "interprets", "applies"]
    title: str


@dataclass(frozen=True, slots=True)
class PartEffect(Value):
    """A part of a text (第二十三条) that takes effect on a day of its own (ISO)."""

    part: str
    day: str


@dataclass(frozen=True, slots=True)
class RegisterSize(Value):
    """How long a register is. rows: data rows; entities: distinct names in them; title: the line over it, or ''."""

    rows: int
    entities: int
    title: str


FactValue = str | int | Target | Count | Duty | Penalty | Channel | Relation | PartEffect | RegisterSize


@dataclass(frozen=True, slots=True)
class Fact(Value):
    """One thing a page says, with its proof.

    name: one of docs/words.md; value: see there (days are ISO strings); quote: the original words, which stand at
    `span`; rule: what found it; derived_from: places in `Reading.facts` of the facts a derived one rests on.
    """

    name: str
    value: FactValue
    quote: str
    span: Span
    rule: str
    derived_from: tuple[int, ...] = ()
