"""Near-duplicate texts: one-permutation MinHash over runs of five characters.

Every run is hashed once; the first seven bits of the hash choose one of 128 bins, and each bin keeps its least hash.
The share of bins on which two texts agree estimates the share of runs they have in common (Jaccard), within 0.04.
"""

import numpy as np
from numpy.typing import NDArray

from jingbao.core.group.points import letters

BINS = 128
ROWS = 5  # bins a band holds: texts alike in three quarters of their runs share a band in 999 of 1,000 cases
_BANDS = BINS // ROWS
_RUN = 5
_SHORTEST = 40  # shorter texts say too little
_LONGEST = 200_000
_DIGITS = 4  # hexadecimal, of one bin

_STEP, _STEPS, _MIX = (np.array(n & 0xFFFFFFFF, dtype=np.uint32) for n in (0x9E3779B1, 0x9E3779B1**2, 0x85EBCA6B))
_HALF, _THIRD = (np.array(n, dtype=np.uint32) for n in (16, 13))
_BIN = np.array(25, dtype=np.uint32)  # bits below the seven that choose the bin
_LAST = np.array(BINS - 1, dtype=np.uint32)
_PLACES = np.arange(BINS, dtype=np.uint32)
_EDGES = _PLACES << _BIN
_POWERS = np.array([pow(0x9E3779B97F4A7C15, n, 1 << 64) for n in range(1, ROWS + 1)], dtype=np.uint64)
_SALTS = np.arange(_BANDS, dtype=np.uint64) * np.uint64(0xBF58476D1CE4E5B9)


def sketch(text: str) -> str:
    """Of any text, 128 numbers of 16 bits in hexadecimal; '' for a text too short to compare."""
    found = letters(text)[:_LONGEST]
    if len(found) < _SHORTEST:
        return ""
    single = found.astype(np.uint32)
    double = single[:-1] * _STEP + single[1:]
    runs = (double[:-3] * _STEPS + double[2:-1]) * _STEP + single[_RUN - 1 :]
    runs ^= runs >> _HALF
    runs *= _MIX
    runs ^= runs >> _THIRD
    runs *= _STEP
    runs.sort()
    return _least(runs)


def _least(ordered: NDArray[np.uint32]) -> str:
    """The least hash of each bin; an empty bin borrows from the next filled one, marked by the distance.

    (Densification by rotation; Shrivastava and Li 2014, https://proceedings.mlr.press/v32/shrivastava14.html.)
    """
    values = ordered.take(ordered.searchsorted(_EDGES), mode="wrap")
    distance = ((values >> _BIN) - _PLACES) & _LAST
    return (values + distance * _MIX).astype("<u2").tobytes().hex()


def likeness(a: str, b: str) -> float:
    """Estimated share of runs that two texts have in common (0 to 1); 0 where either has no sketch."""
    return int(np.count_nonzero(_numbers(a) == _numbers(b))) / BINS if a and b else 0.0


def bands(sketched: str) -> tuple[str, ...]:
    """Index keys: texts that are much alike share one."""
    return tuple(f"text:{value:016x}" for value in band_numbers(sketched))


def band_numbers(sketched: str) -> list[int]:
    """What the index keys are made of: 64 bits a band, in which its place counts."""
    if not sketched:
        return []
    mixed = _numbers(sketched)[: _BANDS * ROWS].reshape(_BANDS, ROWS).astype(np.uint64).dot(_POWERS)
    mixed += _SALTS
    found: list[int] = mixed.tolist()
    return found


def _numbers(sketched: str) -> NDArray[np.uint16]:
    return np.frombuffer(bytes.fromhex(sketched), dtype="<u2")
