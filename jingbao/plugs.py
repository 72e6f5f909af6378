"""What lies in a folder: the catalog's files, and the modules of a package. Adding one means adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

from jingbao.core.catalog.entries import Catalog
from jingbao.core.catalog.load import load
from jingbao.core.errors import CatalogError

CATALOG = Path(__file__).resolve().parent / "catalog"
_LARGEST = 8_000_000  # bytes; a catalog file beyond is not one


def catalog(beat: str = "china-tmt", folder: Path | None = None) -> Catalog:
    """The checked catalog of a beat. folder: where its files lie, the package's own when not given."""
    root = folder or CATALOG
    paths = sorted(path for suffix in ("*.tsv", "*.toml") for path in root.rglob(suffix))
    return load({path.relative_to(root).as_posix(): _text(root, path) for path in paths}, beat)


def _text(root: Path, path: Path) -> str:
    at = f"{path.relative_to(root).as_posix()}:1"
    if path.stat().st_size > _LARGEST:
        raise CatalogError(at, f"more than {_LARGEST:,} bytes", "Split it.")
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CatalogError(f"{at[:-2]}:{line}", "not UTF-8", "Save the file as UTF-8.") from error


def modules(package: str) -> dict[str, ModuleType]:
    """The modules of a package such as `jingbao.formats`, by name, those whose name starts with _ left out."""
    home = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(home.__path__) if not found.name.startswith("_"))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}
