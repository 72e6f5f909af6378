"""./run docs: write the generated pages of the manual; `test_manual.py` compares them."""

import io
import os
import re
from pathlib import Path

import django
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parents[1]


def commands() -> str:
    """docs/commands.md: what each command says of itself."""
    os.environ["COLUMNS"] = "100"  # argparse folds lines to the terminal's width
    parts = ["# Commands\n\nWritten by `./run docs` from the commands themselves.\n"]
    for name, app in sorted(get_commands().items()):
        if app != "jingbao":
            continue
        parser = load_command_class(app, name).create_parser("jingbao", name)
        text = io.StringIO()
        parser.print_help(text)
        own = re.split(r"\n  (?:--version|-h, --help) ", text.getvalue())[0].rstrip()
        parts.append(f"## jingbao {name}\n\n```\n{own}\n```\n")
    return "\n".join(parts)


def sources() -> str:
    """docs/sources.md: what is watched."""
    from jingbao import plugs

    lines = [
        "# Sources\n",
        "Written by `./run docs` from `jingbao/catalog/sources`. Addresses are taken from public notes and were not",
        "confirmed on the live sites.\n",
        "| source | what | issuer | family | list |",
        "|---|---|---|---|---|",
    ]
    lines += [f"| {s.name} | {s.label} | {s.issuer} | {s.family} | <{s.list}> |" for s in plugs.catalog().sources]
    return "\n".join(lines) + "\n"


PAGES = {"commands.md": commands, "sources.md": sources}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingbao.settings")
    django.setup()
    for page, write in PAGES.items():
        (ROOT / "docs" / page).write_text(write(), encoding="utf-8")
        print(f"docs/{page}")
