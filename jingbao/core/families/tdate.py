"""t-date (TRS WCM): MNR, NDRC, Beijing, Fujian, SPP; plain lists, articles at …/YYYYMM/tYYYYMMDD_id.html."""

from __future__ import annotations

from jingbao.core.values import Layout

LAYOUT = Layout(
    until=None,
    title="h1, .header-title, .detail_tit",
    body=".TRS_Editor, .TRS_UEDITOR, #fontzoom, #mainText, #detailCont",
    published="",
    links="",
)
