"""The steps in order, with a bar each: what `jingbao work` and `jingbao demo` run."""

from collections.abc import Callable, Iterator

from django.conf import settings

from jingbao import plugs
from jingbao.core.catalog import Catalog
from jingbao.management.ready import progress
from jingbao.steps.clean import clean
from jingbao.steps.draft import draft
from jingbao.steps.group import group
from jingbao.steps.progress import Progress
from jingbao.steps.read import read


def _clean(catalog: Catalog, limit: int | None, tell: Progress) -> str:
    done = clean(catalog, limit, tell)
    return f"clean: {done.documents} documents, {done.refused} refused (see `jingbao flags`)."


def _read(catalog: Catalog, limit: int | None, tell: Progress) -> str:
    return f"read: {read(catalog, limit, tell)} readings."


def _group(catalog: Catalog, limit: int | None, tell: Progress) -> str:
    done = group(catalog, limit, tell)
    return f"group: {done.readings} readings placed; {done.developments} developments."


def _draft(catalog: Catalog, limit: int | None, tell: Progress) -> str:
    return f"draft: {draft(catalog, limit, tell)} drafts."


STEPS: dict[str, Callable[[Catalog, int | None, Progress], str]] = {
    "clean": _clean,
    "read": _read,
    "group": _group,
    "draft": _draft,
}


def work(only: str | None = None, limit: int | None = None) -> Iterator[str]:
    """Run the steps (or one); yield a line on each as it ends."""
    catalog = plugs.catalog(settings.BEAT)
    for name, step in STEPS.items():
        if only in (None, name):
            with progress(name) as tell:
                line = step(catalog, limit, tell)
            yield line
