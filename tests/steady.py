"""Clean, read and profile a number of documents one after another; print the memory of the process on the way.

python -m tests.steady DOCUMENTS: a line `done RESIDENT_KB` each tenth of the way.
"""

import sys

from jingbao.core import clean as cleaner, read as reader
from jingbao.core.errors import PageError
from jingbao.core.group import keys, profile
from jingbao.core.values import Page
from tests.test_fuzz import SEEN, catalog, damaged


def resident() -> int:
    """Resident memory of this process now, in kB."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def main(documents: int) -> None:
    for n in range(1, documents + 1):
        original = damaged(
            (n, [("digit", (n % 97) / 97, 40, n)])
        )  # no two pages alike: nothing is answered from a cache
        name = f"{n:064x}"
        page = Page(original.url, original.url, SEEN, 200, original.content_type, name, len(original.content))
        try:
            document = cleaner.clean(page, original.content, catalog().sources, {})
            keys(profile(reader.read(document, catalog()), document))
        except PageError:
            continue
        finally:
            if n % (documents // 10) == 0:
                print(n, resident(), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
