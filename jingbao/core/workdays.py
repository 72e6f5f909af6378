"""Working days of China: Monday to Friday, as the State Council's yearly notice moves them.

A year without a notice in the table has no answer: holidays are set anew each year and are not to be guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_LONGEST = 2_000  # working days counted at most; no period of an announcement comes near


@dataclass(frozen=True, slots=True)
class Workdays:
    """off: days off by notice; made_up: weekend days worked; years: those whose notice is known."""

    off: frozenset[date]
    made_up: frozenset[date]
    years: frozenset[int]

    def works(self, day: date) -> bool | None:
        """Whether a day is a working day; None where its year's notice is not known."""
        if day.year not in self.years:
            return None
        return day in self.made_up or (day.weekday() < 5 and day not in self.off)

    def after(self, day: date, number: int) -> date | None:
        """The last of so many working days, the first of which comes after a day (Civil Code, Art. 201); None where
        the count meets a year whose notice is not known."""
        if not 0 < number <= _LONGEST:
            return None
        left = number
        while left:
            day += timedelta(days=1)
            works = self.works(day)
            if works is None:
                return None
            left -= works
        return day


NO_NOTICE = Workdays(frozenset(), frozenset(), frozenset())
