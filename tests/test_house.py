"""The rules of the house: sizes, purity, completeness of the manual, a saved page for every source."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from jingbao import plugs
from jingbao.core.lifecycle import STATES
from jingbao.core.values import Status

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(p for p in (ROOT / "jingbao").rglob("*.py") if "migrations" not in p.parts)
PURE = [p for p in CODE if {"core", "formats", "writers"} & set(p.relative_to(ROOT / "jingbao").parts[:1])]
EIGHT = ("Source", "Page", "Document", "Reading", "Development", "Brief", "Issue", "Message")

# The boundaries of one page or one development, where whatever fails becomes a Flag and the run goes on.
BOUNDARIES = {"_clean_page", "_read_document", "_draft_development"}

FORBIDDEN_NAMES = {"open", "input", "print", "exec", "eval", "__import__"}
FORBIDDEN_CALLS = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("date", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
}
FORBIDDEN_IMPORTS = {
    "os",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "urllib.request",
    "http",
    "time",
    "pathlib",
    "tempfile",
    "threading",
    "multiprocessing",
    "asyncio",
    "django",
    "sqlite3",
    "shutil",
}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_file_is_over_350_lines_and_no_function_over_40(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) <= 350
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", PURE, ids=name)
def test_the_pure_side_has_no_clock_disk_network_or_chance(path: Path) -> None:
    found = []
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                found += [a.name for a in names if {a.name, a.name.split(".")[0]} & FORBIDDEN_IMPORTS]
            case ast.ImportFrom(module="pathlib", names=names):  # paths as text are pure, paths on disk are not
                found += [a.name for a in names if not a.name.startswith("Pure")]
            case ast.ImportFrom(module=str(module)) if {module, module.split(".")[0]} & FORBIDDEN_IMPORTS:
                found.append(module)
            case ast.Call(func=ast.Name(id=called)) if called in FORBIDDEN_NAMES:
                found.append(called)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr)) if (owner, attr) in FORBIDDEN_CALLS:
                found.append(f"{owner}.{attr}")
    assert found == []


def test_a_broad_except_stands_only_at_named_boundaries() -> None:
    found = set()
    for path in CODE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                handlers = [h for h in ast.walk(node) if isinstance(h, ast.ExceptHandler)]
                if any(h.type is None or getattr(h.type, "id", "") in ("Exception", "BaseException") for h in handlers):
                    found.add(node.name)
    assert found == BOUNDARIES


def test_no_file_is_called_utils_helper_manager_handler_or_process() -> None:
    words = {"utils", "util", "helper", "helpers", "manager", "handler", "handlers", "process", "common", "misc"}
    assert [name(p) for p in CODE if p.stem in words] == []


def test_every_source_has_a_saved_page() -> None:
    saved = {facts.parent.name for facts in (ROOT / "tests/pages").glob("*/*.facts.json")}
    without = [source.name for source in plugs.catalog().sources if source.name not in saved]
    assert without == [], "save one with: ./run record SOURCE FILE --url URL"


def test_the_eight_words_are_values_and_explained() -> None:
    values = (ROOT / "jingbao/core/values.py").read_text(encoding="utf-8")
    words = (ROOT / "docs/words.md").read_text(encoding="utf-8")
    for word in EIGHT:
        assert f"class {word}(Value)" in values
        assert f"| **{word}** |" in words


def test_the_manual_names_every_fact_and_every_state_and_status() -> None:
    words = (ROOT / "docs/words.md").read_text(encoding="utf-8")
    used = set()
    for path in (ROOT / "jingbao/core/read").rglob("*.py"):
        for node in ast.walk(tree(path)):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="sheet"), attr="add" | "derive"),
                    args=[ast.Constant(value=str(fact)), *_],
                ):
                    used.add(fact)
    documented = set(re.findall(r"^\| `([a-z_]+)` \|", words, re.M))
    assert used, "no fact is noted in core/read"
    assert used <= documented
    assert set(STATES) <= documented
    assert set(Status.__args__) <= documented


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    explained = (ROOT / "docs/libraries.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", dependency)[0] for dependency in project["dependencies"]]
    assert [n for n in names if f"| {n} |" not in explained] == []


def test_every_command_is_in_the_manual() -> None:
    manual = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    commands = sorted(p.stem for p in (ROOT / "jingbao/management/commands").glob("[a-z]*.py"))
    assert [c for c in commands if f"## jingbao {c}" not in manual] == []
