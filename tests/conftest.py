"""Shared set-up of the tests: nothing here reaches a network."""

import pytest

LONGEST = ("test_line.py", "test_intake_bad.py", "test_commands.py", "test_formats_browser.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let files that take long go first: a worker that begins one at the end keeps the suite waiting."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
