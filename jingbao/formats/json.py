"""Issue -> JSON: the value itself, as `from_json` reads it; its schema is issue.schema.json beside this file."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from jingbao.core.values import Issue, to_json
from jingbao.formats.plain import HARMFUL

SUFFIX = ".json"
MEDIA_TYPE = "application/json"
SCHEMA_ID = "urn:jingbao:schema:issue:1"


def render(issue: Issue) -> bytes:
    """The Issue in UTF-8. Characters that would disturb a display are written as escapes; no value is changed."""
    text = json.dumps(json.loads(to_json(issue)), ensure_ascii=False, indent=1)
    return (HARMFUL.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n").encode()


def schema() -> str:
    """The JSON Schema of the files, from the values themselves."""
    found = TypeAdapter(Issue).json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Jingbao issue",
    }
    return json.dumps(head | {name: part for name, part in found.items() if name != "title"}, indent=2) + "\n"
