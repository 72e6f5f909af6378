"""How a step tells how far it is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")

HEAVY = 20_000_000  # bytes
BATCH = 25  # rows saved in one transaction: little is done again after a kill, and few commits are waited for


class Progress(Protocol):
    """Called with the number of things done since the last call, and of how many in all (None: unknown)."""

    def __call__(self, done: int, of: int | None) -> None: ...


def silent(done: int, of: int | None) -> None:
    """Tell nobody."""


def batches(items: Iterable[T], weight: Callable[[T], int] = lambda item: 0) -> Iterator[list[T]]:
    """The items in lists of at most BATCH, each closed as soon as it weighs HEAVY (bytes held in memory)."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH or sum(map(weight, batch)) >= HEAVY:
            yield batch
            batch = []
    if batch:
        yield batch
