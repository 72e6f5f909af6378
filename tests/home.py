"""Running the whole line in a home of its own, as a user would."""

import os
import subprocess
import sys
from pathlib import Path

from jingbao.management.commands.demo import PERIOD, PRINTED, SEEN

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "jingbao" / "demo"


def jingbao(home: Path, *args: str, kill: tuple[str, int] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command with JINGBAO_HOME = home; with `kill`, until the nth call of that function."""
    start = ["-m", "tests.killed", kill[0], str(kill[1])] if kill else ["-m", "jingbao.command"]
    env = {**os.environ, "JINGBAO_HOME": str(home), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, *start, *args], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def succeed(home: Path, *args: str) -> str:
    done = jingbao(home, *args)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def add(home: Path, *paths: Path) -> str:
    return succeed(home, "add", *map(str, paths), "--seen", SEEN)


def issue(home: Path) -> Path:
    succeed(home, "issue", PERIOD, "--printed", PRINTED)
    return home / "out" / PERIOD


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its path."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
