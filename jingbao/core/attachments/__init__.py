"""attachments: PDF, OFD, DOCX, XLSX, XLS, ZIP, CSV and plain text -> text, in the order of the file."""

from jingbao.core.attachments.kind import CONVERTED, converted_address, kind
from jingbao.core.attachments.text import text

__all__ = ["CONVERTED", "converted_address", "kind", "text"]
