"""Pages and files made on the fly, for tests that need no saved ones."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime

import docx

from jingbao.core.values import Page

SEEN = datetime(2024, 9, 1, 4, 0, tzinfo=UTC)


def page(
    content: bytes, url: str = "https://www.miit.gov.cn/a/1.html", content_type: str = "text/html", status: int = 200
) -> Page:
    return Page(url, url, SEEN, status, content_type, hashlib.sha256(content).hexdigest(), len(content))


def pdf(*pages: list[str], encrypted: bool = False, turned: int = 0) -> bytes:
    """A PDF of Chinese text, a list of lines for each page; no lines make it blank."""
    return pdf_of(["\n".join(_cell(n, line) for n, line in enumerate(lines)) for lines in pages], encrypted, turned)


Cell = tuple[int, int, int, int, str]  # first row and column, rows and columns it spans, text (visual lines by LF)


def ruled(*cells: Cell, widths: tuple[int, ...] = (40, 160, 160), height: int = 36, boxes: bool = False) -> str:
    """Operators that draw a table with lines and set the texts; boxes: each cell as a rectangle."""
    edges = [60 + sum(widths[:n]) for n in range(len(widths) + 1)]
    out = []
    for row, column, rows, columns, text in cells:
        left, right = edges[column], edges[column + columns]
        top, bottom = 780 - height * row, 780 - height * (row + rows)
        if boxes:
            out.append(f"{left} {bottom} {right - left} {top - bottom} re S")
        else:
            sides = ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom))
            out += [f"{a} {b} m {c} {d} l S" for a, b, c, d in (*sides, (right, top, right, bottom))]
        for n, line in enumerate(text.split("\n")):
            if line:
                out.append(f"BT /F1 10 Tf {left + 3} {top - 13 - 12 * n} Td <{line.encode('utf-16-be').hex()}> Tj ET")
    return "\n".join(out)


def pdf_of(streams: list[str], encrypted: bool = False, turned: int = 0) -> bytes:
    """A PDF with a page for each stream of operators."""
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
    )
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
    kids = []
    for stream in streams:
        kids.append(f"{len(bodies) + 1} 0 R")
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/Rotate {turned}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(bodies) + 2} 0 R>>"
        )
        bodies.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    bodies[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>/ID[<{'00' * 16}><{'00' * 16}>]"
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"<</Size {len(bodies) + 1}/Root 1 0 R{lock if encrypted else ''}>>"
    out.write(f"trailer{trailer}\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def _cell(n: int, line: str) -> str:
    """Operators that set a line, its cells (parted by tabs) 150 points from each other."""
    shown = [
        f"BT /F1 12 Tf {60 + 150 * column} {760 - 20 * n} Td <{cell.encode('utf-16-be').hex()}> Tj ET"
        for column, cell in enumerate(line.split("\t"))
    ]
    return "\n".join(shown)


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A DOCX: the first paragraph, a table of `rows`, the other paragraphs."""
    document = docx.Document()
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph)
        if number == 0 and rows:
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    """A ZIP file; names with / and . are given as keyword arguments from a dict."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def sheet(rows: str) -> bytes:
    """An XLSX whose only sheet has this XML between <sheetData> and </sheetData>."""
    ns = "http://schemas.openxmlformats.org"
    main, rel = f"{ns}/spreadsheetml/2006/main", f"{ns}/officeDocument/2006/relationships"
    types = f"{ns}/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    link = f'<?xml version="1.0"?><Relationships xmlns="{ns}/package/2006/relationships">'
    parts = {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override '
        f'PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{link}<Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{link}<Relationship Id="rId1" Type="{rel}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }
    return packed(**{name: text.encode() for name, text in parts.items()})


def row(number: int, *cells: str) -> str:
    """XML of one row of text cells."""
    inner = "".join(f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{c}</t></is></c>' for n, c in enumerate(cells))
    return f'<row r="{number}">{inner}</row>'


def ofd(*pages: str) -> bytes:
    """An OFD file with a page for each text of XML objects (see `ofd_text`, `ofd_line`)."""
    ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    parts = {
        "OFD.xml": f'{head}<ofd:OFD {ns} Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{head}<ofd:Document {ns}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for n, objects in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = (
            f'{head}<ofd:Page {ns}><ofd:Content><ofd:Layer ID="1">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    return packed(**{name: text.encode() for name, text in parts.items()})


def ofd_text(x: float, y: float, text: str, size: float = 4.0) -> str:
    """A line of text whose box has its upper left corner at x, y (millimetres from the page's)."""
    return (
        f'<ofd:TextObject ID="2" Boundary="{x} {y} {size * len(text)} {size}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{0.86 * size}" DeltaX="g {max(len(text) - 1, 1)} {size}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd_line(x: float, y: float, right: float, bottom: float) -> str:
    """A straight line."""
    return (
        f'<ofd:PathObject ID="3" Boundary="{x} {y} {right - x} {bottom - y}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {right - x} {bottom - y}</ofd:AbbreviatedData></ofd:PathObject>"
    )
