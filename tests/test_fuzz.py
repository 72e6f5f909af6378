"""Damaged pages: whatever is done to them, clean and read end with a Document or a clear refusal, and each day and
number that is read stands in its quotation when a second reader, written apart, parses it again."""

import csv
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from jingbao import plugs
from jingbao.core import clean as cleaner, read as reader
from jingbao.core.catalog import Catalog
from jingbao.core.errors import PageError
from jingbao.core.group import keys, profile
from jingbao.core.values import Document, Page, Reading, from_json, to_json
from tests.independent import wrong

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "jingbao" / "demo", ROOT / "tests" / "practice")
SEEN = datetime(2025, 12, 31, tzinfo=UTC)
BYTES = (b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\x81\x30\x81\x30")
WORDS = (
    "\u202e2024年8月31日\u202c", "\u200b", "\ufeff", "<div>" * 3000, "</html>", "</body></html><p>", "<!--", "<script>",
    "<table><tr><td colspan=9999 rowspan=9999>一</td></tr>", "&#xD800;&#0;&#x202e;", "９９９９年１３月４０日",
    "二〇二四年二月三十日", "2024年2月29日", "自本通知发布之日起99999999日内", "自发布之日起三十个工作日内将意见反馈",
    "截止日期为2024年9月31日前", "《" * 500, "〔２０２４〕第００号", "工信部〔2024〕99999999999号",
    "到2025年，达到" + "9" * 400 + "项",
    "处五万元以上一万元以下罚款", "第" + "一百" * 200 + "条", "应当" * 2000, "一" * 5000, "\t" * 2000, "1" * 5000,
    "等九千九百部门", "（征求意见稿）",
)  # fmt: skip
PAYLOADS = (*BYTES, *(words.encode() for words in WORDS))


@dataclass(frozen=True)
class Original:
    url: str
    content_type: str
    content: bytes


@lru_cache(maxsize=1)
def originals() -> tuple[Original, ...]:
    """The pages and files of the demonstration and of the practice set."""
    found = []
    for folder in FOLDERS:
        for index in sorted(folder.glob("pages*.tsv")):
            with index.open(encoding="utf-8", newline="") as lines:
                for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                    found.append(Original(row["url"], row["content_type"], (folder / row["file"]).read_bytes()))
    return tuple(found)


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    return plugs.catalog()


# How a page is damaged: (what, where as a share of its length, how much, with which payload or other page).
damages = st.lists(
    st.tuples(
        st.sampled_from(("cut", "repeat", "insert", "move", "digit", "splice", "flip")),
        st.floats(0, 1),
        st.integers(1, 4000),
        st.integers(0, 1_000_000),
    ),
    min_size=1,
    max_size=6,
)
cases = st.tuples(st.integers(0, 1_000_000), damages)
Case = tuple[int, list[tuple[str, float, int, int]]]


def damaged(case: Case) -> Original:
    """A page after the damage."""
    every = originals()
    page, content = every[case[0] % len(every)], every[case[0] % len(every)].content
    for what, share, size, seed in case[1]:
        at = int(share * len(content))
        match what:
            case "cut":
                content = content[:at] + content[at + size :]
            case "repeat":
                content = content[:at] + content[at : at + size] * (seed % 5 + 1) + content[at + size :]
            case "insert":
                content = content[:at] + PAYLOADS[seed % len(PAYLOADS)] + content[at:]
            case "move":
                piece, rest = content[at : at + size], content[:at] + content[at + size :]
                to = seed % (len(rest) + 1)
                content = rest[:to] + piece + rest[to:]
            case "digit":
                content = content[:at] + content[at : at + size].translate(_ROTATED) + content[at + size :]
            case "splice":
                other = every[seed % len(every)].content
                content = content[:at] + other[seed % (len(other) + 1) :]
            case "flip":
                content = content[:at] + bytes([seed % 256]) + content[at + 1 :]
    return Original(page.url, page.content_type, content[:2_000_000])


_ROTATED = bytes.maketrans(b"0123456789", b"9012345678")


def judge(case: Case) -> None:
    original = damaged(case)
    name = sha256(original.content).hexdigest()
    page = Page(original.url, original.url, SEEN, 200, original.content_type, name, len(original.content))
    try:
        document = cleaner.clean(page, original.content, catalog().sources, {})
    except PageError as refused:
        told = refused.todo
        assert told
        return
    assert from_json(Document, to_json(document)) == document
    reading = reader.read(document, catalog())
    assert from_json(Reading, to_json(reading)) == reading
    assert keys(profile(reading, document)) is not None
    assert list(wrong(reading)) == []


COMMON = {"deadline": None, "derandomize": True, "database": None, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=500, **COMMON)  # type: ignore[arg-type]
@given(cases)
def test_no_damage_crashes_the_line_or_makes_it_misread_a_day_or_number(case: Case) -> None:
    judge(case)


@pytest.mark.prove
@settings(max_examples=20_000, **COMMON)  # type: ignore[arg-type]
@given(cases)
def test_no_damage_of_20_000_crashes_the_line_or_makes_it_misread(case: Case) -> None:
    judge(case)


def test_what_the_originals_state_is_parsed_alike_by_the_second_reader() -> None:
    read = 0
    for n in range(len(originals())):
        original = originals()[n]
        name = sha256(original.content).hexdigest()
        page = Page(original.url, original.url, SEEN, 200, original.content_type, name, len(original.content))
        try:
            document = cleaner.clean(page, original.content, catalog().sources, {})
        except PageError:
            continue
        reading = reader.read(document, catalog())
        read += sum(fact.name in ("signed", "published", "target", "count", "penalty") for fact in reading.facts)
        assert list(wrong(reading)) == [], original.url
    assert read > 300
