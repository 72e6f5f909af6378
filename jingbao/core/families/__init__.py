"""families: what sites of one content system share. One module each, with LAYOUT and, where lists are data, find()."""

from typing import Any

from jingbao.core.families import cac, contentid, gkmlpt, govcn, hex, jpaas, nfra, tdate
from jingbao.core.families.row import Row
from jingbao.core.values import Layout

LAYOUTS: dict[str, Layout] = {
    "jpaas": jpaas.LAYOUT,
    "t-date": tdate.LAYOUT,
    "govcn-json": govcn.LAYOUT,
    "cac-json": cac.LAYOUT,
    "nfra-json": nfra.LAYOUT,
    "gkmlpt": gkmlpt.LAYOUT,
    "hex": hex.LAYOUT,
    "content-id": contentid.LAYOUT,
}


def find(data: Any, url: str) -> tuple[Row, ...] | None:
    """Rows of a list that came as JSON from `url`; None when no family knows its shape."""
    for family in (govcn, cac, nfra, gkmlpt):
        rows: tuple[Row, ...] | None = family.find(data, url)
        if rows is not None:
            return rows
    return None
