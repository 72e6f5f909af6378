"""The subject of titles written by hand before the cues were tuned, on all topics of the beat and beside it."""

import csv
from pathlib import Path

from jingbao import plugs
from jingbao.core.read import read
from jingbao.core.read.beat import on_beat
from jingbao.core.values import Document

TABLE = Path(__file__).with_name("topics_titles.tsv")
OTHERS = Path(__file__).with_name("other_titles.tsv")
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


def test_titles_of_other_desks_are_not_of_the_beat() -> None:
    catalog = plugs.catalog()
    with OTHERS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    taken = {}
    for row in rows:
        url, body = f"https://{row['host']}/art_1.htm", "现将有关事项通知如下，请认真贯彻执行。"
        document = Document(
            "page", url, "1", "inputs", "article", row["title"], body, "visible:published\t2024-12-31", ()
        )
        relevant, why = on_beat(read(document, catalog).prove(document), catalog)
        taken |= {row["title"]: why} if relevant else {}
    assert len(rows) > 50
    assert not taken
