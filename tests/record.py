"""./run record SOURCE FILE --url URL: keep a page as a test, with what must be read from it.

`./run record` alone records all again; review the difference before you commit it.
"""

import argparse
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jingbao import plugs
from jingbao.core.clean import clean
from jingbao.core.read import read
from jingbao.core.values import Page, to_json

PAGES = Path(__file__).parent / "pages"
FACTS = ".facts.json"


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
        value = fact.value if isinstance(fact.value, str | int) else json.loads(to_json(fact.value))
        facts.setdefault(fact.name, []).append({"value": value, "quote": fact.quote})
    return {"url": url, "content_type": content_type, "kind": document.kind, "title": document.title, "facts": facts}


def expect(saved: Path, url: str, content_type: str) -> None:
    """Write what is read from the page now beside it."""
    answer = reading_of(saved, url, content_type)
    text = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
    saved.with_suffix(FACTS).write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", choices=[source.name for source in plugs.catalog().sources])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--url")
    parser.add_argument("--content-type", default="text/html")
    given = parser.parse_args()
    if given.source is None:
        for facts, saved in pairs():
            old = json.loads(facts.read_text(encoding="utf-8"))
            expect(saved, old["url"], old["content_type"])
        print("Recorded again: review the difference, then commit it.")
        return
    if given.file is None or given.url is None:
        parser.error("give SOURCE FILE --url URL, or nothing to record all again")
    folder = PAGES / given.source
    folder.mkdir(parents=True, exist_ok=True)
    saved = folder / given.file.name
    if saved.resolve() != given.file.resolve():
        saved.write_bytes(given.file.read_bytes())
    expect(saved, given.url, given.content_type)
    print(f"{saved} and its facts: review them, then commit both.")


def pairs() -> list[tuple[Path, Path]]:
    """Every expectation with the page it belongs to."""
    found = []
    for facts in sorted(PAGES.glob(f"*/*{FACTS}")):
        stem = facts.name.removesuffix(FACTS)
        (saved,) = (p for p in facts.parent.glob(f"{stem}.*") if p != facts)
        found.append((facts, saved))
    return found


if __name__ == "__main__":
    main()
