"""The links of a development to what it follows and what follows it, as LinkRow."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jingbao.core.group import WORDS, Chain, Profile, chain, chain_keys, settle
from jingbao.core.values import to_json
from jingbao.desk.models import DevelopmentRow, KeyRow, LinkRow, MemberRow
from jingbao.steps.known import known_days

NEAREST = 20  # members looked at on each side of a development under one key: names in common have an end


@dataclass(frozen=True)
class Linked:
    """What a development follows, or is followed by. url: of its cited page; known: first day both were known."""

    link: Chain
    url: str
    follows: bool
    known: date

    def __str__(self) -> str:
        before, after = WORDS[self.link.kind]
        if self.follows:
            return f"follows {self.url} ({before} of {_said(self.link.since)}): {self.link.because}"
        return f"is followed by {self.url} ({after} of {_said(self.link.day)}): {self.link.because}"


def link(number: int) -> None:
    """Link a development anew to those it shares an index key of chains with."""
    LinkRow.objects.filter(Q(earlier=number) | Q(later=number)).delete()
    members = _members([number])
    own = tuple(profile for profile, _ in members[number])
    by_reading = {profile.reading: row for rows in members.values() for profile, row in rows}
    others = _members(sorted(followed(own) - {number}))
    by_reading |= {profile.reading: row for rows in others.values() for profile, row in rows}
    for other, rows in others.items():
        found = chain((number, own), (other, tuple(profile for profile, _ in rows)))
        if found is not None:
            days = known_days(by_reading[reading].reading for reading in found.rests)
            LinkRow.objects.create(
                earlier_id=found.earlier, later_id=found.later, known=max(days.values()), value_json=to_json(found)
            )


def linked(number: int, on: date | None = None) -> tuple[Linked, ...]:
    """The nearest links of a development, oldest first; on: only what could be known by that day.

    Links of its neighbours decide which are nearest, so they are looked at too.
    """
    near = {number}
    for row in _rows(near, on):
        near |= {row.earlier_id, row.later_id}
    rows = {row.value: row for row in _rows(near, on)}
    found = []
    for one in settle(tuple(rows)):
        if number in (one.earlier, one.later):
            other = one.earlier if number == one.later else one.later
            value = DevelopmentRow.objects.get(id=other).value
            found.append(Linked(one, value.members[0].url, number == one.later, rows[one].known))
    return tuple(found)


def links_of(page: str) -> tuple[Linked, ...]:
    """The links of the development of a page (by its id); none while it has no place."""
    member = MemberRow.objects.filter(reading__page=page).order_by("development").first()
    return linked(member.development_id) if member else ()


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _rows(numbers: set[int], on: date | None) -> list[LinkRow]:
    rows = LinkRow.objects.filter(Q(earlier__in=numbers) | Q(later__in=numbers))
    return list((rows if on is None else rows.filter(known__lte=on)).order_by("earlier", "later"))


def _members(numbers: list[int]) -> dict[int, list[tuple[Profile, MemberRow]]]:
    found: dict[int, list[tuple[Profile, MemberRow]]] = {}
    rows = MemberRow.objects.filter(development__in=numbers).select_related("reading__page")
    for row in rows.order_by("development", "pk"):
        found.setdefault(row.development_id, []).append((row.profile, row))
    return found


def followed(own: tuple[Profile, ...]) -> set[int]:
    """Numbers of the developments under the same keys of chains, the nearest in time on both sides."""
    days = [profile.day.toordinal() for profile in own if profile.day is not None]
    if not days:
        return set()
    near: set[int] = set()
    for key in sorted({key for profile in own for key in chain_keys(profile)}):
        rows = KeyRow.objects.filter(key=key)
        before = rows.filter(day__lte=max(days)).order_by("-day", "member")[:NEAREST]
        after = rows.filter(day__gt=min(days)).order_by("day", "member")[:NEAREST]
        near |= {n for side in (before, after) for n in side.values_list("member__development", flat=True)}
    return near
