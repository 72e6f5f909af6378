"""Every regular expression of the program, and texts made to keep each one busy.

A pattern is tried the way its module uses it: with `search`, `match` or `fullmatch`. The texts come from the pattern
itself: what it all but matches, over and over, with the end that would complete a match left out.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import jingbao.core
import jingbao.intake
from jingbao.core.read.sheet import LONGEST_TITLE

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

SIZE = 100_000
_COST = {"fullmatch": 0, "match": 1, "search": 2}
_ANY = "一"
_CATEGORY = {
    "CATEGORY_DIGIT": "7",
    "CATEGORY_NOT_DIGIT": "一",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "一",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_WORD": "，",
}


@dataclass(frozen=True)
class Found:
    """A pattern, where it is defined, how it is used, and on how much text at once (a title's length, say)."""

    where: str
    pattern: re.Pattern[str]
    use: str
    longest: int = SIZE


def patterns() -> list[Found]:
    """Every compiled pattern that stands in a module of core or intake, also in tuples and mappings."""
    modules = [
        importlib.import_module(info.name)
        for package in (jingbao.core, jingbao.intake)
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    uses = [use for module in modules for use in _uses(module)]
    found = {}
    for module in modules:
        for name, value in vars(module).items():
            ways = [way for where, what, way in uses if what == name and where in (module.__name__, "")]
            use = max(ways, key=_COST.__getitem__, default="search")
            for pattern in _inside(value):
                found.setdefault(
                    (module.__name__, name, pattern.pattern), Found(f"{module.__name__}.{name}", pattern, use)
                )
    return list(found.values())


def of_catalog(lore: object) -> list[Found]:
    """The patterns a catalog is made into: of verbs, and of the events built from them."""
    return [
        Found(f"lore.{name}", pattern, "search", LONGEST_TITLE if name == "title_verbs" else SIZE)
        for name, value in vars(lore).items()
        for pattern in _inside(value)
    ]


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    match value:
        case re.Pattern(pattern=str()):
            yield value
        case tuple() | list() | frozenset() | set():
            for one in value:
                yield from _inside(one)
        case dict():
            for one in value.values():
                yield from _inside(one)


def _uses(module: ModuleType) -> Iterator[tuple[str, str, str]]:
    """How patterns are used in a module: (module or '' for one that is not its own, name, way).

    `_NAME.search(…)` uses its own, `names.NAME.search(…)` another module's; any other use counts as the most costly.
    """
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr):
                yield module.__name__, name, attr if attr in _COST else "search"
            case ast.Attribute(value=ast.Attribute(value=ast.Name(), attr=name), attr=attr):
                yield "", name, attr if attr in _COST else "search"


def texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Texts of SIZE characters: repeats of what the pattern nearly matches, and of each of its own characters."""
    parsed = sre_parse.parse(pattern.pattern, pattern.flags & ~re.UNICODE | re.UNICODE)
    for most in (1, 3, 40):
        for branch in range(4):
            whole = _sample(parsed, most, branch)
            for piece in (whole, whole[:-1], whole[: len(whole) // 2], whole[-1:], whole[:1]):
                if piece:
                    yield (piece * (SIZE // len(piece) + 1))[:SIZE]
            if len(whole) > 1:  # a long run of the middle with the right beginning
                yield (whole[0] + whole[1 : len(whole) // 2 + 1] * SIZE)[:SIZE]
    for character in sorted(set(_sample(parsed, 2, 0)))[:12]:
        yield character * SIZE
        yield (character + _ANY) * (SIZE // 2)
    yield _ANY * SIZE
    yield "7" * SIZE
    yield " " * SIZE
    yield "\n" * SIZE


def _sample(parsed: "sre_parse.SubPattern", most: int, branch: int) -> str:
    return "".join(_one(str(op), value, most, branch) for op, value in parsed)


def _one(op: str, value: object, most: int, branch: int) -> str:
    match op, value:
        case "LITERAL", int(code):
            return chr(code)
        case "NOT_LITERAL", int(code):
            return _ANY if chr(code) != _ANY else "a"
        case "ANY", _:
            return _ANY
        case "IN", list(members):
            return _member(members, branch)
        case "BRANCH", (_, list(branches)):
            return _sample(branches[branch % len(branches)], most, branch)
        case "SUBPATTERN", (*_, inner):
            return _sample(inner, most, branch)
        case "ATOMIC_GROUP", inner:
            return _sample(inner, most, branch)
        case (("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (int(low), high, inner)):
            times = max(low, min(most, int(str(high)) if str(high).isdigit() else most))
            return _sample(inner, most, branch) * times
        case _:
            return ""


def _member(members: list[tuple[object, object]], branch: int) -> str:
    if str(members[0][0]) == "NEGATE":
        refused = {value for op, value in members[1:] if str(op) == "LITERAL"}
        return next(c for c in "一a7，丁" if ord(c) not in refused)
    op, value = members[branch % len(members)]
    match str(op), value:
        case "LITERAL", int(code):
            return chr(code)
        case "RANGE", (int(low), int(high)):
            return chr(min(low + branch, high))
        case "CATEGORY", category:
            return _CATEGORY[str(category)]
    return _ANY
