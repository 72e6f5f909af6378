"""nfra.gov.cn: pages are shells; lists and documents are static JSON files."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jingbao.core.families.record import Record, dicts, text_of
from jingbao.core.families.row import Row, absolute, day
from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title=".wenzhang-title, .ItemDetailRed-header-row",
    body=".wenzhang-content, .Section0",
    published="",
    links="",
)

_DOCUMENT = "/cn/static/data/DocInfo/SelectByDocId/data_docId={}.json"
_PAGE = "/cn/view/pages/ItemDetail.html?docId={}"
_META = (("documentNo", "发文字号"), ("indexNo", "索引号"), ("docSource", "source"), ("publishDate", "published"))


def find(data: Any, url: str) -> tuple[Row, ...] | None:
    """Rows of a list answer; the address is built from docId; None for anything else."""
    inner = data.get("data") if isinstance(data, dict) else None
    items = inner.get("rows") if isinstance(inner, dict) else None
    if not isinstance(items, list) or not all("docId" in item for item in dicts(items)):
        return None
    item_id = re.search(r"data_itemId=(\d{1,9})", url)
    return tuple(_row(item, url, item_id.group(1) if item_id else "") for item in dicts(items))


def _row(item: Any, url: str, item_id: str) -> Row:
    target = _PAGE.format(text_of(item, "docId"))
    if item_id:
        target += f"&itemId={item_id}"
    if kind := text_of(item, "generaltype"):
        target += f"&generaltype={kind}"
    title = text_of(item, "docTitle") or text_of(item, "docSubtitle")
    return Row(" ".join(title.split()), absolute(url, target), day(text_of(item, "publishDate")))


def data_url(url: str) -> str:
    """The address of the JSON that a shell page shows, or '' when the page is none of this family."""
    parts = urlsplit(url)
    if not parts.path.endswith("/ItemDetail.html"):
        return ""
    document = parse_qs(parts.query).get("docId", [""])[0]
    return absolute(url, _DOCUMENT.format(document)) if document.isdecimal() else ""


def record(data: Any) -> Record | None:
    """The document of a JSON answer; None for anything else."""
    inner = data.get("data") if isinstance(data, dict) else None
    if not isinstance(inner, dict) or not isinstance(inner.get("docClob"), str):
        return None
    files = [(text_of(inner, key), "") for key in ("docFileUrl", "pdfFileUrl")]
    for item in dicts(inner.get("attachmentInfoVOList")):
        address = next((v for k, v in item.items() if k.lower().endswith("url") and isinstance(v, str)), "")
        name = next((v for k, v in item.items() if k.lower().endswith("name") and isinstance(v, str)), "")
        files.append((address, name))
    return Record(
        title=text_of(inner, "docTitle") or text_of(inner, "docSubtitle"),
        html=inner["docClob"],
        meta=tuple((label, value) for key, label in _META if (value := text_of(inner, key))),
        files=tuple(file for file in dict.fromkeys(files) if file[0]),
    )
