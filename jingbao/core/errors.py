"""Every error Jingbao raises on purpose.

    JingbaoError            id, cause, what to do next, permanent?
    ├── CatalogError        a file of the catalog is wrong (file and line named)
    ├── PageError           a page or file cannot be used
    │   ├── Unreadable      damaged, encrypted, empty, or of no known kind
    │   ├── TooLarge        over a stated limit of size, rows or depth
    │   ├── UndecidedText   no declared or tested character set decodes it
    │   ├── NotAPage        a challenge, an error answer, a shell without text
    │   ├── LeftOut         hidden rows or columns of a table: the rest of the file is read
    │   └── NoText          a picture-only PDF, a page of nothing but navigation
    ├── ReadingError        a fact whose quotation does not stand at its span
    └── PrintingError       an issue that may not be printed as asked

A surprise is an error; it becomes a `Flag` only at the boundary of one page, one host or one
subscriber, where the run goes on with the next.
"""


class JingbaoError(Exception):
    """Something that must not pass silently.

    concerns: id, path or address of the thing; cause: what was seen; todo: what a person does next;
    permanent: whether trying the same again can help (False) or not (True).
    """

    def __init__(self, concerns: str, cause: str, todo: str, *, permanent: bool = True) -> None:
        self.concerns = concerns
        self.cause = cause
        self.todo = todo
        self.permanent = permanent
        super().__init__(f"{concerns}: {cause}. {todo}")


class CatalogError(JingbaoError):
    """A file of the catalog breaks its schema or points nowhere; `concerns` is FILE:LINE."""


class PageError(JingbaoError):
    """One page or file cannot be used; the rest goes on."""


class Unreadable(PageError):
    """Damaged, encrypted, empty or of no known kind."""


class TooLarge(PageError):
    """Over a stated limit of size, rows or depth."""


class UndecidedText(PageError):
    """No declared or tested character set decodes the bytes."""


class NotAPage(PageError):
    """A challenge page, an error answer or an empty shell: a failure, never 'no news'."""


class LeftOut(PageError):
    """Part of a file is hidden from whoever opens it; the rest is read."""


class NoText(PageError):
    """There is nothing to read: pictures only, or navigation only."""


class ReadingError(JingbaoError):
    """A fact whose quotation does not stand at its span."""


class PrintingError(JingbaoError):
    """The issue may not be printed as asked."""
