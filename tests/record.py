"""./run record SOURCE FILE --url URL: keep a page as a test, with what must be read from it.

Recording again overwrites the expectation: review the difference before you commit it.
"""

import argparse
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jingbao.core.clean import clean
from jingbao.core.read import read

from jingbao import plugs
from jingbao.core.values import Count, Page, Target, to_json

PAGES = Path(__file__).parent / "pages"


def reading_of(file: Path, url: str, content_type: str) -> dict[str, Any]:
    """What is read from one saved page, in a form a person can review."""
    content = file.read_bytes()
    page = Page(
        url, url, datetime(2024, 9, 5, tzinfo=UTC), 200, content_type, hashlib.sha256(content).hexdigest(), len(content)
    )
    catalog = plugs.catalog()
    document = clean(page, content, catalog.sources, {})
    reading = read(document, catalog)
    facts: dict[str, list[Any]] = {}
    for fact in reading.facts:
        value = json.loads(to_json(fact.value)) if isinstance(fact.value, Target | Count) else fact.value
        facts.setdefault(fact.name, []).append({"value": value, "quote": fact.quote})
    return {"url": url, "content_type": content_type, "kind": document.kind, "title": document.title, "facts": facts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", choices=[source.name for source in plugs.catalog().sources])
    parser.add_argument("file", type=Path)
    parser.add_argument("--url", required=True)
    parser.add_argument("--content-type", default="text/html")
    given = parser.parse_args()
    folder = PAGES / given.source
    folder.mkdir(parents=True, exist_ok=True)
    saved = folder / given.file.name
    if saved.resolve() != given.file.resolve():
        saved.write_bytes(given.file.read_bytes())
    expected = saved.with_suffix(".json")
    answer = reading_of(saved, given.url, given.content_type)
    expected.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{saved} and {expected}: review them, then commit both.")


if __name__ == "__main__":
    main()
