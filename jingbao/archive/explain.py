"""What was read from one page, looked up by address or id."""

from dataclasses import dataclass

from jingbao.archive.models import PageRow
from jingbao.core.address import address_key
from jingbao.core.errors import Unreadable
from jingbao.core.values import Document, Flag, Page, Reading

EXPECTED = ("title", "issuer", "status", "published")  # what every announcement should state


@dataclass(frozen=True)
class Explained:
    """A page with all that is known of it; document and reading are None where the page was refused or waits."""

    page: Page
    state: str
    document: Document | None
    reading: Reading | None
    because: str
    flags: tuple[Flag, ...]


def explain(wanted: str) -> Explained:
    """The newest page at an address, or the page with that id."""
    rows = PageRow.objects.filter(address=address_key(wanted)) | PageRow.objects.filter(id=wanted)
    row = rows.order_by("-seen", "id").first()
    if row is None:
        raise Unreadable(wanted, "no page with this address or id is in the archive", "Add it with `jingbao add`.")
    document = row.documents.filter(current=True).first()
    reading = row.readings.first()
    return Explained(
        page=row.value,
        state=row.state,
        document=document.value if document else None,
        reading=reading.value if reading else None,
        because=reading.because if reading else "",
        flags=tuple(flag.value for flag in row.flags.order_by("step", "code", "id")),
    )
