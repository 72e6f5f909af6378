"""Memory stays flat however many documents are read, under `./run prove`."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENTS = 20_000
GROWTH = 32_000  # kB from the first to the last tenths of the way: caches are full by then

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc, which is not here"),
]


def test_memory_is_flat_over_20_000_documents() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.steady", str(DOCUMENTS)], capture_output=True, text=True, check=True
    )
    measured = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    print("\n" + ", ".join(f"{count:,}: {kb // 1000} MB" for count, kb in measured))
    assert measured[-1][0] == DOCUMENTS
    least = [kb for _, kb in measured]  # a sample may fall into the reading of a large file: take the least of three
    assert min(least[-3:]) - min(least[:3]) < GROWTH
