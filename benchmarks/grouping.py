"""Near-duplicates among 100,000 texts made from real law text, one by one on one core, beside datasketch.

python -m benchmarks.grouping [--texts N] [--peer N]

Texts: 6 to 16 sentences of `law-texts`, drawn by a fixed seed; a fifth of them are copies of others with one planted
edit: K0 a source and date line put before, K1 a sentence dropped, K2 a sentence put in, K3 2 % of the characters
changed. The work that is timed is the product's own (`core/group`): normalise, sign, look up, compare, insert, in order
of arrival. The peer does the same work on fewer texts made in the same way (--peer N), because it is many times slower.
Ends with an error where recall, candidates or a join is not as promised; speed is printed, and judged by nobody.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import process_time

import numpy as np

from jingbao.core.group.fold import squeeze
from jingbao.core.group.points import plain
from jingbao.core.group.same import COPY
from jingbao.core.group.sketch import band_numbers, likeness, sketch
from tests.shared import SHARED

SEED = 20240801
TEXTS = 100_000
PEER = 3_000
KINDS = ("K0 source line added", "K1 sentence dropped", "K2 sentence put in", "K3 2 % changed")
LAWS = SHARED / "data" / "law-texts" / "texts.jsonl.gz"
RECALL, CANDIDATES, SHARED_RUNS = 0.95, 1.5, 0.5  # promised: at least, at most, at least
_SENTENCE = re.compile(r"[^。；\n]{1,400}[。；]")
_SHORTEST, _LONGEST = 15, 100  # a sentence; one alone must not fill half a text
_RUN = 5
_PEER_ALIKE = 0.7  # datasketch's best threshold on such texts


@dataclass(frozen=True)
class Made:
    """A text. copy_of: place of its original in the list, None for an original; kind: of the edit, -1 for none."""

    text: str
    copy_of: int | None = None
    kind: int = -1


@dataclass
class Found:
    """joined: pairs of places that were taken for one text; candidates: by query; seconds: of one core."""

    joined: list[tuple[int, int]] = field(default_factory=list)
    candidates: list[int] = field(default_factory=list)
    seconds: float = 0.0


def sentences() -> list[str]:
    """All different sentences of the law texts that are neither very short nor very long, in a fixed order."""
    found: set[str] = set()
    for line in gzip.decompress(LAWS.read_bytes()).decode().splitlines():
        body = json.loads(line)["text"].split("-->")[-1]
        found |= {s.strip() for s in _SENTENCE.findall(body) if _SHORTEST <= len(s.strip()) <= _LONGEST}
    return sorted(found)


def make(count: int, seed: int = SEED) -> list[Made]:
    """Texts in order of arrival: a fifth are copies, the edit kinds in turn; a copy may come before its original."""
    chance, known = random.Random(seed), sentences()
    originals = [chance.sample(known, chance.randint(6, 16)) for _ in range(count - count // 5)]
    copied = chance.sample(range(len(originals)), count // 5)
    order = chance.sample(range(count), count)  # order[n]: what arrives n-th
    place = {what: n for n, what in enumerate(order)}
    characters = "".join(known)
    texts = [Made("".join(parts)) for parts in originals]
    texts += [
        Made(_edit(originals[what], n % len(KINDS), known, characters, chance), place[what], n % len(KINDS))
        for n, what in enumerate(copied)
    ]
    return [texts[what] for what in order]


def _edit(parts: Sequence[str], kind: int, known: Sequence[str], characters: str, chance: random.Random) -> str:
    where = chance.randrange(len(parts))
    match kind:
        case 0:
            day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            return f"来源：{chance.choice(known)[:8]} 发布时间：{day}\n" + "".join(parts)
        case 1:
            return "".join(p for n, p in enumerate(parts) if n != where)
        case 2:
            return "".join((*parts[:where], chance.choice(known), *parts[where:]))
    text = list("".join(parts))
    for n in chance.sample(range(len(text)), round(len(text) * 0.02)):
        text[n] = chance.choice(characters)
    return "".join(text)


def ours(texts: Iterable[Made]) -> Found:
    """The product's sketch, index keys and test of likeness, with the index in memory."""
    found, signed = Found(), list[str]()
    first: dict[int, int] = {}
    more: defaultdict[int, list[int]] = defaultdict(list)
    start = process_time()
    for n, made in enumerate(texts):
        signature = sketch(made.text)
        near: set[int] = set()
        for key in band_numbers(signature):
            if (other := first.setdefault(key, n)) != n:
                near.add(other)
                near.update(more.get(key, ()))
                more[key].append(n)
        found.joined += [(other, n) for other in near if likeness(signed[other], signature) >= COPY]
        signed.append(signature)
        found.candidates.append(len(near))
    found.seconds = process_time() - start
    return found


def peer(texts: Iterable[Made]) -> Found:
    """datasketch: MinHash of 128 permutations over the same runs, and its index."""
    from datasketch import MinHash, MinHashLSH

    found, index = Found(), MinHashLSH(threshold=_PEER_ALIKE, num_perm=128)
    signed: list[MinHash] = []
    start = process_time()
    for n, made in enumerate(texts):
        folded = squeeze(plain(made.text))
        signature = MinHash(num_perm=128)
        signature.update_batch([run.encode() for run in runs(folded)])
        near = index.query(signature)
        found.joined += [(other, n) for other in near if signed[other].jaccard(signature) >= _PEER_ALIKE]
        index.insert(n, signature)
        signed.append(signature)
        found.candidates.append(len(near))
    found.seconds = process_time() - start
    return found


def runs(folded: str) -> set[str]:
    return {folded[n : n + _RUN] for n in range(len(folded) - _RUN + 1)}


def shared(one: Made, other: Made) -> float:
    """The exact share of runs two texts have in common."""
    a, b = runs(squeeze(plain(one.text))), runs(squeeze(plain(other.text)))
    return len(a & b) / len(a | b)


def recall(texts: Sequence[Made], found: Found) -> dict[str, float]:
    """Of each kind of copy, the share that was joined to its original."""
    joined = {frozenset(pair) for pair in found.joined}
    counts = {kind: [0, 0] for kind in KINDS}
    for n, made in enumerate(texts):
        if made.copy_of is not None and made.copy_of < len(texts):
            counts[KINDS[made.kind]][0] += frozenset((n, made.copy_of)) in joined
            counts[KINDS[made.kind]][1] += 1
    return {kind: right / of for kind, (right, of) in counts.items() if of}


def closest_strangers(texts: Sequence[Made]) -> float:
    """The largest share of runs that two originals have in common by chance; exact for the closest pairs.

    Pairs are ranked by the characters of the sentences they share, against those of the longer text: what is not
    among the closest shares less.
    """
    originals = [(made, _SENTENCE.findall(made.text)) for made in texts if made.copy_of is None]
    lengths = np.array([len(made.text) for made, _ in originals])
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, (_, parts) in enumerate(originals):
        for part in parts:
            holders[part].append(n)
    arrays = {part: np.array(numbers) for part, numbers in holders.items()}
    close: list[tuple[float, int, int]] = []
    for n, (_, parts) in enumerate(originals):
        near = np.concatenate([arrays[part] for part in parts])
        weights = np.repeat([len(part) for part in parts], [len(arrays[part]) for part in parts])
        common = np.bincount(near, weights, len(originals)) / np.maximum(lengths, lengths[n])
        common[: n + 1] = 0
        other = int(common.argmax())
        close.append((float(common[other]), n, other))
    return max(shared(originals[a][0], originals[b][0]) for _, a, b in sorted(close)[-50:])


def per_query(texts: Sequence[Made], found: Found) -> tuple[float, float]:
    """Candidates a query: over all texts, and over those whose copy or original had come before."""
    later = [max(n, made.copy_of) for n, made in enumerate(texts) if made.copy_of is not None]
    pairs = [found.candidates[n] for n in later if n < len(found.candidates)]
    return float(np.mean(found.candidates)), float(np.mean(pairs)) if pairs else 0.0


def broken(texts: Sequence[Made], found: Found, strangers: float) -> list[str]:
    """Sentences for what does not hold. strangers: see `closest_strangers`; else the texts would not test anything."""
    faults = [] if strangers < SHARED_RUNS else [f"two unrelated texts share {strangers:.2f} of their runs"]
    faults += [
        f"{kind}: {share:.3f} found, {RECALL} promised"
        for kind, share in recall(texts, found).items()
        if share < RECALL
    ]
    worst = max(per_query(texts, found))
    if worst > CANDIDATES:
        faults.append(f"{worst:.2f} candidates a query, {CANDIDATES} promised")
    return faults + [
        f"texts {a} and {b} were joined and share {share:.2f} of their runs"
        for a, b in found.joined
        if (share := shared(texts[a], texts[b])) < SHARED_RUNS
    ]


def report(name: str, texts: Sequence[Made], found: Found) -> None:
    kinds = " / ".join(f"{share:.3f}" for share in recall(texts, found).values())
    every, pairs = per_query(texts, found)
    print(
        f"{name:12}{len(texts):>8,} texts{len(texts) / found.seconds:>9,.0f} a second; recall K0/K1/K2/K3 {kinds}; "
        f"{every:.2f} candidates a query ({pairs:.2f} where a copy waits)"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=TEXTS, help=f"how many (default {TEXTS:,})")
    parser.add_argument("--peer", type=int, default=PEER, help=f"how many for the peer (default {PEER:,})")
    options = parser.parse_args(arguments)
    if not LAWS.is_file():
        print(f"The benchmark needs the shared test data, which are not at {SHARED}.", file=sys.stderr)
        return 2
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = make(options.texts)
    mean = sum(len(made.text) for made in texts) / len(texts)
    print(f"{len(texts):,} texts of {mean:.0f} characters on average from {len(sentences()):,} sentences, one core")
    sketch(texts[0].text)  # tables are made once
    found = ours(texts)
    report("jingbao", texts, found)
    if options.peer:
        some = make(options.peer)
        report("jingbao", some, ours(some))
        report("datasketch", some, peer(some))
    strangers = closest_strangers(texts)
    print(f"the two most alike of the unrelated texts share {strangers:.2f} of their runs")
    faults = broken(texts, found, strangers)
    print(f"{len(found.joined):,} pairs joined, each held against its exact share of runs")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    print("\n".join(faults[:20]) or "Recall, candidates and joins are as promised.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
