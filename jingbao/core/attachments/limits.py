"""How much of a file is read. Beyond these limits the answer is TooLarge, never a slow or a partial reading."""

from jingbao.core.errors import TooLarge

MAX_BYTES = 50 * 1024 * 1024  # of one page or file as received
MAX_TEXT = 5_000_000  # characters of one file
MAX_PAGES = 3_000  # of a PDF
MAX_CELLS = 3_000_000  # of the smallest rectangle around a sheet's values: about 100 MB in memory
MAX_XML = 30 * 1024 * 1024  # of one part of a Word file: its tree takes ten times that
MAX_UNPACKED = 200 * 1024 * 1024  # of everything inside an archive or Office file
MAX_RATIO = 150  # unpacked to packed, for parts over 1 MB; long real tables reach about 60
MAX_FILES = 200  # inside a ZIP archive

_TODO = "Read it by hand, or split it into smaller files and add those."


def too_large(concerns: str, cause: str) -> TooLarge:
    return TooLarge(concerns, cause, _TODO)


def check_size(content: bytes, concerns: str) -> None:
    """Refuse a page or file over 50 MB."""
    if len(content) > MAX_BYTES:
        raise too_large(
            concerns, f"the file has {len(content) / 2**20:.0f} MB, more than the {MAX_BYTES // 2**20} MB read"
        )
