"""read: DocumentRow -> ReadingRow."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from jingbao.archive.models import DocumentRow, FlagRow, PageRow, ReadingRow, ReferenceRow
from jingbao.core import read as reader
from jingbao.core.catalog import Catalog
from jingbao.core.errors import JingbaoError
from jingbao.core.read.beat import on_beat
from jingbao.core.read.registers import of_document
from jingbao.core.values import Flag, digest, to_json
from jingbao.steps.progress import Progress, batches, silent
from jingbao.steps.registers import keep


def readable() -> QuerySet[DocumentRow]:
    """Documents that tell something: announcements, and files that belong to no page we hold; every copy of each."""
    attached = ReferenceRow.objects.filter(address=OuterRef("page__address"))
    return DocumentRow.objects.filter(Q(kind="article") | Q(~Exists(attached), kind="attachment"), current=True)


def present() -> QuerySet[DocumentRow]:
    """Of those, the copy of each address that was seen last."""
    newest = PageRow.objects.filter(address=OuterRef("page__address")).order_by("-seen", "id").values("id")[:1]
    return readable().filter(page_id=newest)


def waiting(catalog: Catalog) -> list[str]:
    """Ids of the documents that this reader and catalog have not read."""
    made_with = _made_with(catalog)
    done = ReadingRow.objects.filter(document=OuterRef("pk"), made_with=made_with)
    failed = FlagRow.objects.filter(page=OuterRef("page"), step="read", code="reader-failed", concerns=made_with)
    return list(readable().filter(~Exists(done), ~Exists(failed)).order_by("id").values_list("id", flat=True))


def _made_with(catalog: Catalog) -> str:
    return digest(reader.VERSION, catalog.fingerprint)


def read(catalog: Catalog, limit: int | None = None, progress: Progress = silent) -> int:
    """Read what has no Reading by this reader and catalog yet; return how many were read."""
    made_with = _made_with(catalog)
    todo = waiting(catalog)
    count = 0
    for batch in batches(todo := todo[:limit]):
        with transaction.atomic():
            for row in DocumentRow.objects.filter(id__in=batch).select_related("page").order_by("id"):
                count += _read_document(row, catalog, made_with)
        progress(len(batch), len(todo))
    return count


def _read_document(row: DocumentRow, catalog: Catalog, made_with: str) -> bool:
    """The boundary of one page: a reader that fails leaves a Flag, and the next page is read."""
    FlagRow.objects.filter(page=row.page, step="read").delete()
    try:
        document = row.value
        reading = reader.read(document, catalog)
        registers = of_document(document)
        relevant, because = on_beat(reading, catalog)
    except JingbaoError as error:
        return _fail(row, made_with, f"{error.cause} ({error.todo})")
    except Exception as error:  # noqa: BLE001 - one hostile page must not stop the others
        return _fail(row, made_with, f"{type(error).__name__}: {error}")
    ReadingRow.objects.filter(page=row.page).delete()  # readings by older readers, and their places in developments
    saved = ReadingRow.objects.create(
        id=digest(reading.id, made_with),
        document=row,
        page=row.page,
        made_with=made_with,
        on_beat=relevant,
        because=because,
        published=reading.text("published"),
        value_json=to_json(reading),
    )
    keep(saved, registers, catalog)
    for flag in reading.flags:
        FlagRow.save_once("read", flag, row.page_id)
    if not relevant:
        todo = "Nothing, if it does not concern the beat; else add what names its subject to the beat's topics."
        FlagRow.save_once("read", Flag("off-beat", reading.url, because, todo, "note"), row.page_id)
    return True


def _fail(row: DocumentRow, made_with: str, cause: str) -> bool:
    """Keep the failure under the reader's version, so that only another reader or catalog tries again."""
    todo = f"Report the page {row.page.value.url}; the rest goes on."
    FlagRow.save_once(
        "read", Flag("reader-failed", made_with, f"{row.page.value.url}: {cause}"[:500], todo), row.page_id
    )
    return False
