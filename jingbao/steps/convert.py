"""convert: files that no reader of ours reads -> readable copies, archived as Pages under an address of their own.

A page that has such a file refers to the copy by address, whether it is there or not; so what is left to convert is
what is referred to and not there, and a run that is killed goes on where it was.
"""

import hashlib

from django.db.models import Exists, OuterRef

from jingbao import convert
from jingbao.archive import store
from jingbao.archive.models import FlagRow, PageRow, ReferenceRow
from jingbao.core.errors import PageError
from jingbao.core.values import Flag, Page
from jingbao.intake.arrival import Received
from jingbao.steps.add import add

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def waiting() -> list[tuple[str, PageRow]]:
    """(address of the copy, file to convert), in the order of the addresses; files that failed once are left out."""
    held = PageRow.objects.filter(address=OuterRef("address"))
    missing = ReferenceRow.objects.filter(~Exists(held), address__startswith="converted:")
    found = []
    for address in sorted(set(missing.values_list("address", flat=True))):
        sha256 = address.removeprefix("converted:").partition(".")[0]
        row = PageRow.objects.filter(sha256=sha256).order_by("seen", "id").first()
        if row is not None and not FlagRow.objects.filter(page=row, step="convert").exists():
            found.append((address, row))
    return found


def convert_files() -> int:
    """Convert what waits, one file after the other; return how many copies were archived. Without the program: 0."""
    todo = waiting() if convert.program() else []
    return sum(_convert_file(address, row) for address, row in todo)


def _convert_file(address: str, row: PageRow) -> bool:
    """The boundary of one file: one that cannot be converted leaves a Flag, and the next is converted."""
    page, target = row.value, address.rpartition(".")[2]
    try:
        content = convert.convert(store.fetch(page.sha256), target, page.url)
    except PageError as error:
        FlagRow.save_once("convert", Flag("not-converted", page.url, error.cause, error.todo), row.id)
        return False
    sha256 = hashlib.sha256(content).hexdigest()
    copy = Page(address, address, page.seen, 200, _TYPES[target], sha256, len(content))
    return add([Received(copy, content)]).new == 1
