"""How a step tells how far it is."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")

BATCH = 25  # rows saved in one transaction: little is done again after a kill, and few commits are waited for


class Progress(Protocol):
    """Called with the number of things done since the last call, and of how many in all (None: unknown)."""

    def __call__(self, done: int, of: int | None) -> None: ...


def silent(done: int, of: int | None) -> None:
    """Tell nobody."""


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
