"""A clause in English before it is inflected: what is done, to what, where and for what."""

from __future__ import annotations

from dataclasses import dataclass

from jingbao.writers.rules.english import gerund, join


@dataclass(frozen=True, slots=True)
class Clause:
    """verbs: base forms, none for a noun phrase; text: the object, or the noun phrase as it stands in general."""

    verbs: tuple[str, ...]
    text: str
    tail: str = ""  # where, for whom
    name: str = ""  # the verb as a noun, where it has one

    @property
    def doing(self) -> str:
        """As a gerund: 'strengthening and improving X'; a noun phrase as it is."""
        return self._with(join([gerund(verb) for verb in self.verbs]) if self.verbs else "")

    @property
    def base(self) -> str:
        """In its base form: 'strengthen and improve X'; a noun phrase as it is."""
        return self._with(join(self.verbs) if self.verbs else "")

    @property
    def nominal(self) -> str:
        """As a noun where the verb has one, 'the adjustment of X in Y'; else as a gerund."""
        return self._with(f"the {self.name} of") if self.name else self.doing

    def _with(self, verb: str) -> str:
        return " ".join(part for part in (verb, self.text, self.tail) if part)
