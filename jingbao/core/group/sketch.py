"""Near-duplicate texts: one-permutation MinHash over runs of five characters."""

import hashlib
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

BINS = 128
ROWS = 5  # bins a band holds: texts alike in three quarters of their runs share a band in 999 of 1,000 cases
_RUN = 5
_SHORTEST = 40  # shorter texts say too little
_LONGEST = 200_000
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def sketch(folded: str) -> tuple[int, ...]:
    """128 numbers that are alike as far as the sets of runs are; () for a text too short to compare."""
    if len(folded) < _SHORTEST:
        return ()
    points = np.frombuffer(folded[:_LONGEST].encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    count = len(points) - _RUN + 1
    runs = np.zeros(count, dtype=np.uint64)
    for offset in range(_RUN):
        runs = (runs * _MULTIPLIER) ^ points[offset : offset + count]
        runs ^= runs >> np.uint64(29)
    runs = np.sort(runs * _MULTIPLIER)  # the highest seven bits choose the bin, the next 32 are the value
    bins = (runs >> np.uint64(57)).astype(np.int64)
    filled, first = np.unique(bins, return_index=True)
    values = (runs[first] >> np.uint64(25)) & np.uint64(0xFFFFFFFF)
    return tuple(int(value) for value in _fill(filled, values))


def _fill(filled: NDArray[np.int64], values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Empty bins borrow from the next filled one, marked by the distance (densification by rotation)."""
    places = np.searchsorted(filled, np.arange(BINS))
    following = np.where(places < len(filled), places, 0)
    distance = (filled[following] - np.arange(BINS)) % BINS
    full: NDArray[np.uint64] = (values[following] + distance.astype(np.uint64) * _MULTIPLIER) & np.uint64(0xFFFFFFFF)
    return full


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimated share of runs that two texts have in common (0 to 1); 0 where either has no sketch."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / BINS if a and b else 0.0


def bands(values: tuple[int, ...]) -> tuple[str, ...]:
    """Index keys: texts that are much alike share one."""
    edges = range(0, len(values) - ROWS + 2, ROWS)
    return tuple(f"text:{n}:{_short(values[start:end])}" for n, (start, end) in enumerate(pairwise(edges)))


def _short(values: tuple[int, ...]) -> str:
    return hashlib.blake2b(repr(values).encode(), digest_size=8).hexdigest()
