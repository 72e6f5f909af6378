"""clean: PageRow -> DocumentRow."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import DatabaseError, transaction
from django.db.models import Q

from jingbao.archive import store
from jingbao.archive.models import DocumentRow, FlagRow, PageRow, ReferenceRow
from jingbao.core import clean as cleaner
from jingbao.core.address import address_key
from jingbao.core.catalog import Catalog
from jingbao.core.errors import PageError
from jingbao.core.values import Document, Flag, Page, to_json
from jingbao.steps.convert import convert_files
from jingbao.steps.progress import Progress, batches, silent


@dataclass(frozen=True)
class Cleaned:
    """documents: made; refused: pages that are none, each with a Flag."""

    documents: int = 0
    refused: int = 0


def waiting() -> list[str]:
    """Ids of the pages to clean, in an order that depends on content alone."""
    stale = Q(state="new") | ~Q(version=cleaner.VERSION)
    return list(PageRow.objects.filter(stale).order_by("id").values_list("id", flat=True))


def clean(catalog: Catalog, limit: int | None = None, progress: Progress = silent) -> Cleaned:
    """Clean what waits, then convert the files no reader here reads and clean again what they belong to.

    Each batch is one transaction: killed at any moment, it is done or not done.
    """
    done = _clean_waiting(catalog, limit, progress)
    if not convert_files():
        return done
    again = _clean_waiting(catalog, limit, progress)
    return Cleaned(done.documents + again.documents, done.refused + again.refused)


def _clean_waiting(catalog: Catalog, limit: int | None, progress: Progress) -> Cleaned:
    documents = refused = 0
    todo = waiting()[:limit]
    for batch in batches(todo):
        with transaction.atomic():
            for row in PageRow.objects.filter(id__in=batch).order_by("id"):
                if _clean_page(row, catalog):
                    documents += 1
                else:
                    refused += 1
        progress(len(batch), len(todo))
    return Cleaned(documents, refused)


def _clean_page(row: PageRow, catalog: Catalog) -> bool:
    """The boundary of one page: whatever is wrong with it becomes a Flag, and the next page is cleaned."""
    FlagRow.objects.filter(page=row, step="clean").delete()
    try:
        document = _document(row, catalog)
    except PageError as error:
        _refuse(row, Flag(_code(error), row.value.url, error.cause, error.todo))
        return False
    except DatabaseError:
        raise  # no fault of the page: nothing is noted, and the run can be taken up again
    except Exception as error:  # noqa: BLE001 - one hostile page must not stop the others
        cause = f"the cleaner failed on it ({type(error).__name__}: {error})"
        _refuse(row, Flag("cleaner-failed", row.value.url, cause[:500], "Report the page; the rest goes on."))
        return False
    DocumentRow.objects.filter(page=row).exclude(id=document.id).update(current=False)
    DocumentRow.objects.update_or_create(
        id=document.id,
        defaults={"page": row, "kind": document.kind, "current": True, "value_json": to_json(document)},
    )
    for flag in document.flags:
        FlagRow.save_once("clean", flag, row.id)
    PageRow.objects.filter(id=row.id).update(state="clean", version=cleaner.VERSION)
    return True


def _document(row: PageRow, catalog: Catalog) -> Document:
    page = row.value
    content = store.fetch(page.sha256)
    wanted = cleaner.references(page, content)
    related = _archived(wanted, row)
    copies = cleaner.copies(related)
    related |= _archived(copies, row)
    ReferenceRow.objects.filter(page=row).delete()
    addresses = dict.fromkeys(address_key(url) for url in (*wanted, *copies))
    ReferenceRow.objects.bulk_create(ReferenceRow(page=row, address=key) for key in addresses)
    return cleaner.clean(page, content, catalog.sources, related)


def _archived(addresses: Iterable[str], row: PageRow) -> dict[str, tuple[Page, bytes]]:
    """What the archive holds of some addresses: the copy of each seen last, with its bytes."""
    held: dict[str, tuple[Page, bytes]] = {}
    for url in addresses:
        found = PageRow.objects.filter(address=address_key(url)).order_by("-seen", "id").first()
        if found is not None and found.id != row.id:
            held[url] = (found.value, store.fetch(found.sha256))
    return held


def _refuse(row: PageRow, flag: Flag) -> None:
    FlagRow.save_once("clean", flag, row.id)
    DocumentRow.objects.filter(page=row).update(current=False)
    PageRow.objects.filter(id=row.id).update(state="refused", version=cleaner.VERSION)


def _code(error: PageError) -> str:
    """Unreadable -> unreadable, NotAPage -> not-a-page."""
    name = type(error).__name__
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).removeprefix("-")
