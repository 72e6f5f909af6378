"""The subject of titles written by hand, spread over the topics of the beat, before the cues were tuned."""

import csv
from pathlib import Path

from jingbao import plugs
from jingbao.core.read import read
from jingbao.core.values import Document

TABLE = Path(__file__).with_name("topics_titles.tsv")
FIRST, SECOND = 0.92, 0.98


def test_the_subject_of_a_title_stands_first_or_second_among_its_topics() -> None:
    catalog = plugs.catalog()
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    first, second = set[str](), set[str]()
    for row in rows:
        title, url = row["title"], "https://www.gov.cn/zwgk/art_1.html"
        document = Document("page", url, "1", "inputs", "article", title, "", "visible:published\t2024-12-31", ())
        found = read(document, catalog).prove(document).values("topic")
        first |= {title} if row["topic"] in found[:1] else set()
        second |= {title} if row["topic"] in found[:2] else set()
    titles = {row["title"] for row in rows}
    assert len(titles) == len(rows)
    assert {row["topic"] for row in rows} <= set(catalog.topics)
    assert len(first) >= FIRST * len(rows), titles - first
    assert len(second) >= SECOND * len(rows), titles - second
