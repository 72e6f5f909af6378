"""What every command of ours shares: no options of Django's in the way."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """A command whose --help lists its own options only; Django's still work."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        for action in parser._actions:
            if action.dest in EVERYONES:
                action.help = argparse.SUPPRESS
        return parser


EVERYONES = {action.dest for action in BaseCommand().create_parser("jingbao", "x")._actions} - {"help"}


def count(text: str) -> int:
    """A whole number from 1, as an argument."""
    value = int(text) if text.isdecimal() else 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 upwards")
    return value


def port(text: str) -> int:
    """A port number, as an argument."""
    value = int(text) if text.isdecimal() else 0
    if not 1 <= value <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to 65535")
    return value
