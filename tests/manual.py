"""./run docs: write the generated pages of the manual; `test_manual.py` compares them."""

import argparse
import os
from pathlib import Path

import django
from django.core.management import get_commands, load_command_class

from jingbao.management.base import EVERYONES

ROOT = Path(__file__).resolve().parents[1]


def commands() -> str:
    """docs/commands.md: what each command says of itself."""
    parts = ["# Commands\n\nWritten by `./run docs` from the commands themselves.\n"]
    for name, app in sorted(get_commands().items()):
        if app != "jingbao":
            continue
        command = load_command_class(app, name)
        own = [a for a in command.create_parser("jingbao", name)._actions if a.dest not in {*EVERYONES, "help"}]
        parts.append(f"## jingbao {name}\n\n{command.help}\n")
        parts.append("\n".join(f"- `{_shape(action)}`: {action.help or 'see above'}" for action in own) + "\n")
    return "\n".join(parts).replace("\n\n\n", "\n\n")


def _shape(action: argparse.Action) -> str:
    """How an argument is typed: --seen SEEN, [STEP]."""
    value = str(action.metavar or ("|".join(action.choices) if action.choices else action.dest.upper()))
    if action.option_strings:
        return action.option_strings[0] + ("" if action.nargs == 0 else f" {value}")
    return f"[{value}]" if action.nargs == "?" else value


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
