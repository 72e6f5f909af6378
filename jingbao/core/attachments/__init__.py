"""attachments: PDF, DOCX, XLSX, XLS, ZIP, CSV and plain text -> text, in the order of the file."""

from jingbao.core.attachments.kind import kind
from jingbao.core.attachments.text import text

__all__ = ["kind", "text"]
