"""No text keeps a regular expression busy: each pattern on 100 kB of text made against it, under `./run prove`."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jingbao import plugs
from jingbao.core.read.lore import lore
from tests.adversary import SIZE, Found, of_catalog, patterns, texts

LIMIT = 0.05  # seconds of processor time for 100 kB: what takes longer is named
NOISE = 2  # a busy machine takes up to so many times as long; a pattern that goes wrong takes a thousand
STOP = 2.0  # seconds after which a pattern is given up
TRIES = 5  # a slow answer is asked again: the machine may have been busy


def test_the_patterns_of_the_program_are_found_with_the_way_they_are_used() -> None:
    found = {pattern.where: pattern for pattern in patterns()}
    assert len(found) > 150
    assert found["jingbao.core.dates._FULL"].use == "search"
    assert found["jingbao.core.read.title._PREFIX"].use == "match"


def test_texts_are_made_from_the_pattern_and_have_the_size() -> None:
    (number,) = (p.pattern for p in patterns() if p.where == "jingbao.core.read.numbered.NUMBER")
    made = list(texts(number))
    assert {len(text) for text in made} == {SIZE}
    assert any("〔" in text for text in made)


@pytest.mark.prove
def test_no_pattern_is_kept_busy_by_100_kb_made_against_it() -> None:
    found = patterns() + of_catalog(lore(plugs.catalog()))
    slow, worst = [], (0.0, "")
    for pattern in found:
        taken = max(_seconds(pattern, text) for text in texts(pattern.pattern))
        worst = max(worst, (taken, pattern.where))
        if taken > LIMIT:
            slow.append((taken, pattern.where))
    print(f"\n{len(found)} patterns on 100 kB each; the slowest {worst[1]}, {worst[0] * 1000:.0f} ms")
    print("over 50 ms: " + (", ".join(f"{where} {taken * 1000:.0f} ms" for taken, where in slow) or "none"))
    assert [where for taken, where in slow if taken > NOISE * LIMIT] == []


def _seconds(found: Found, text: str) -> float:
    best = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        with _stopped():
            match found.use:
                case "search":
                    for _ in found.pattern.finditer(text[: found.longest]):
                        pass
                case "match":
                    found.pattern.match(text)
                case _:
                    found.pattern.fullmatch(text)
        best = min(best, time.process_time() - start)
        if not LIMIT < best < STOP / 2:
            break
    return best


@contextmanager
def _stopped() -> Iterator[None]:
    """Give up on a pattern that would take far too long: how long it is no longer matters."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, STOP)
    try:
        yield
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
