"""Pages come in from every container with the address, moment and type that the container records."""

import gzip
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import docx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from jingbao.core.values import Flag
from jingbao.intake import Received, arrivals
from tests.shared import REPLICA, needs_shared

ROOT = Path(__file__).resolve().parents[1]
SEEN = datetime(2024, 9, 5, 1, 0, tzinfo=UTC)
URL = "https://www.miit.gov.cn/zwgk/art/2024/art_1.html"
HTML = (
    "<!DOCTYPE html><html><head><title>关于开展试点工作的通知</title></head><body>各有关单位：…</body></html>".encode()
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def taken(path: Path, url: str | None = None) -> tuple[list[Received], list[Flag]]:
    found = list(arrivals(path, url=url, seen=SEEN))
    return [a for a in found if isinstance(a, Received)], [a for a in found if isinstance(a, Flag)]


def codes(flags: list[Flag]) -> list[str]:
    return [flag.code for flag in flags]


def word_file() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("附件1 申报书")
    document.save(file)
    return file.getvalue()


def sheet_file() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def write_warc(path: Path, records: Callable[[WARCWriter], None], packed: bool = True) -> Path:
    with path.open("wb") as file:
        records(WARCWriter(file, gzip=packed))
    return path


def put(writer: WARCWriter, url: str, body: bytes, status: str = "200 OK", **headers: str) -> None:
    sent = [(name.replace("_", "-"), value) for name, value in headers.items()]
    http = StatusAndHeaders(status, sent, protocol="HTTP/1.1")
    dated = {"WARC-Date": "2024-07-04T08:30:00Z"}
    writer.write_record(
        writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http, warc_headers_dict=dated)
    )


# ---- one file


def test_a_single_file_takes_the_given_address_and_moment(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (page,), flags = taken(tmp_path / "a.html", URL + "#top")
    assert page.content == HTML
    assert (page.page.url, page.page.answered_url) == (URL, URL)
    assert (page.page.seen, page.page.status, page.page.content_type) == (SEEN, 200, "text/html")
    assert page.page.size == len(HTML)
    assert flags == []


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    for wrong in (
        "www.miit.gov.cn/a.html",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://miit.gov.cn@evil.example/",
    ):
        pages, (flag,) = taken(tmp_path / "a.html", wrong)
        assert pages == []
        assert flag.code == "unreadable"
        assert wrong in flag.cause


@pytest.mark.parametrize(
    ("head", "address", "flagged"),
    [
        (f"<!-- saved from url=(0048){URL} --><link rel=canonical href=https://other.example/x.html>", URL, []),
        (f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Jul 04 2024 -->", URL, []),
        (f"<link rel='canonical' href='{URL}'><base href='https://other.example/y.html'>", URL, ["address-claimed"]),
        (f"<base href='{URL}'><meta property='og:url' content='https://other.example/'>", URL, ["address-claimed"]),
        (f"<base href='https://www.miit.gov.cn/'><meta property='og:url' content='{URL}'>", URL, ["address-claimed"]),
        ("<!-- saved from url=(0014)about:internet -->", "saved:通知 %231.html", ["address-unknown"]),
        ("<link rel=canonical href='https://www.miit.gov.cn/'>", "saved:通知 %231.html", ["address-unknown"]),
        ("<link rel=canonical href='/art_1.html'>", "saved:通知 %231.html", ["address-unknown"]),
    ],
)
def test_the_address_of_a_saved_page_is_found_in_it(
    tmp_path: Path, head: str, address: str, flagged: list[str]
) -> None:
    path = tmp_path / "通知 #1.html"
    path.write_bytes(f"<!DOCTYPE html>\n{head}<html><body>正文</body></html>".encode("gb18030"))
    (page,), flags = taken(path)
    assert page.page.url == address
    assert codes(flags) == flagged


# ---- a folder


def test_a_folder_is_walked_in_order_and_types_come_from_the_bytes(tmp_path: Path) -> None:
    files = {
        "1.pdf": (HTML, "text/html"),  # a wrong extension changes nothing
        "2.html": (b"%PDF-1.7\n...", "application/pdf"),
        "3/附件1.docx": (word_file(), WORD),
        "3/附件2.xlsx": (sheet_file(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "4.txt": ("工业和信息化部公告\n2024年第1号\n".encode(), "text/plain"),
        "5.json": (b'{"rows": []}\n', "application/json"),
        "6.xml": (b'<?xml version="1.0"?><rss/>', "application/xml"),
        "7": (b"\xff\xfe" + "<html><body>正文</body></html>".encode("utf-16-le"), "text/html"),
    }
    for name, (content, _) in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    pages, flags = taken(tmp_path)
    assert [(p.page.url, p.page.content_type) for p in pages] == [(f"saved:{n}", t) for n, (_, t) in files.items()]
    assert set(codes(flags)) == {"address-unknown"}
    assert len(flags) == len(files)


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "通知.html").write_bytes(f"<!-- saved from url=(0048){URL} -->".encode() + HTML)
    for name in ("通知_files/frame.html", ".git/page.html", "other/style.css", "other/logo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\x89PNG\r\n" if name.endswith("png") else b"body {}")
    pages, flags = taken(tmp_path)
    assert [p.page.url for p in pages] == [URL]
    assert sorted(codes(flags)) == ["no-page", "unreadable"]


def test_a_folder_gives_the_same_pages_twice(tmp_path: Path) -> None:
    for name in ("b/2.html", "a/1.html", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(HTML + name.encode())
    first, second = taken(tmp_path), taken(tmp_path)
    assert first == second
    assert [p.page.url for p in first[0]] == ["saved:a/1.html", "saved:b/2.html", "saved:c.html"]


def test_arrivals_are_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.html").write_bytes(HTML)
    coming = arrivals(tmp_path, url=None, seen=SEEN)
    next(coming)
    (tmp_path / "b.html").unlink()
    assert "unreadable" in [a.code for a in coming if isinstance(a, Flag)]


# ---- an index


def index(folder: Path, *rows: str) -> Path:
    lines = ["url\tfile\tstatus\tcontent_type\tnote", *rows]
    (folder / "pages_a.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_of_an_index_only_the_recorded_facts_count(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"<html><link rel=canonical href=https://other.example/z.html>")
    (tmp_path / "not-named.html").write_bytes(HTML)
    index(tmp_path, f"{URL}#1\tx\t200\ttext/html;charset=ISO-8859-1\tit lies", f"{URL}?2\tx\t412\ttext/html\t")
    (page,), (flag,) = taken(tmp_path)
    assert (page.page.url, page.page.content_type) == (URL, "text/html;charset=ISO-8859-1")
    assert flag.code == "no-page"
    assert flag.concerns.endswith("pages_a.tsv:3")


@needs_shared
def test_the_replica_gives_its_pages_and_flags_its_error_answers() -> None:
    pages, flags = taken(REPLICA)
    assert (len(pages), codes(flags)) == (321, ["no-page"] * 6)


# ---- MHTML


def mhtml(*parts: MIMEText | MIMEApplication, **headers: str) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Date"] = "Thu, 4 Jul 2024 08:30:00 -0000"
    for name, value in headers.items():
        whole[name.replace("_", "-")] = value
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


def located(part: MIMEText | MIMEApplication, location: str) -> MIMEText | MIMEApplication:
    part["Content-Location"] = location
    return part


def test_mhtml_gives_the_page_and_its_documents_but_no_pictures_or_frames(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(
        mhtml(
            located(MIMEText(HTML.decode(), "html", "utf-8"), URL),
            located(MIMEText("<html>广告</html>", "html", "utf-8"), "https://ads.example/frame.html"),
            located(MIMEText("p {}", "css"), "https://www.miit.gov.cn/a.css"),
            located(MIMEApplication(word_file(), "octet-stream"), "https://www.miit.gov.cn/附件1.docx"),
            located(MIMEApplication(b"\x89PNG\r\n", "octet-stream"), "https://www.miit.gov.cn/logo"),
            Snapshot_Content_Location=URL + "#a",
        )
    )
    (page, attachment), flags = taken(path)
    assert (page.page.url, page.content) == (URL, HTML)
    assert page.page.content_type == "text/html; charset=utf-8"
    assert page.page.seen == datetime(2024, 7, 4, 8, 30, tzinfo=UTC)
    assert attachment.page.url == "https://www.miit.gov.cn/附件1.docx"
    assert attachment.content == word_file() or attachment.content.startswith(b"PK")
    assert flags == []


def test_mhtml_of_other_browsers_names_its_page_by_its_start_and_location(tmp_path: Path) -> None:
    frame = located(MIMEText("<html>广告</html>", "html", "utf-8"), "https://ads.example/frame.html")
    main = located(MIMEText(HTML.decode(), "html", "utf-8"), URL)
    main["Content-ID"] = "<main@saved>"
    path = tmp_path / "page.mht"
    path.write_bytes(mhtml(frame, main).replace(b'type="text/html"', b'type="text/html"; start="<main@saved>"'))
    (page,), flags = taken(path)
    assert (page.page.url, page.content, flags) == (URL, HTML, [])


# ---- e-mail


def mail(text: str = "See attached.", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Li Lei <li.lei@firm.example>", "han.meimei@firm.example"
    message["Subject"], message["Date"] = "Fwd: 通知", "Fri, 5 Jul 2024 09:00:00 +0800"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_mail_brings_its_attachments_and_not_its_own_text(tmp_path: Path) -> None:
    message = mail(f"请看 {URL}, and my card: https://firm.example/", f'<a href="{URL}">here</a>')
    message.add_attachment(
        f"<!-- saved from url=(0048){URL} -->".encode() + HTML, maintype="text", subtype="html", filename="通知.html"
    )
    message.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="附件1：申报书.docx")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    path = tmp_path / "forwarded.eml"
    path.write_bytes(message.as_bytes())
    (page, attachment), flags = taken(path)
    assert page.page.url == URL
    assert page.page.seen == datetime(2024, 7, 5, 1, 0, tzinfo=UTC)
    assert attachment.page.url.startswith("saved:forwarded.eml/")
    assert attachment.page.url.endswith("/附件1：申报书.docx")
    assert attachment.page.content_type == WORD
    assert codes(flags) == ["address-unknown", "mail-links"]
    assert flags[1].cause == f"its text links to 1 page: {URL}"


def test_a_mail_with_nothing_but_text_gives_that_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "note.eml"
    path.write_bytes(mail("工业和信息化部发布通知。\n").as_bytes())
    (page,), (flag,) = taken(path)
    assert page.page.url == "saved:note.eml"
    assert page.page.content_type == "text/plain; charset=utf-8"
    assert page.content.decode() == "工业和信息化部发布通知。\n"
    assert b"li.lei" not in page.content
    assert (flag.code, flag.todo) == ("mail-text", "Save the official page and add that instead.")


def test_a_saved_page_attached_as_mhtml_is_opened(tmp_path: Path) -> None:
    message = mail()
    saved = mhtml(located(MIMEText(HTML.decode(), "html", "utf-8"), URL), Snapshot_Content_Location=URL)
    message.add_attachment(saved, maintype="application", subtype="octet-stream", filename="page.mhtml")
    path = tmp_path / "forwarded.eml"
    path.write_bytes(message.as_bytes())
    (page,), flags = taken(path)
    assert (page.page.url, page.content, flags) == (URL, HTML, [])


def test_a_mail_forwarded_as_an_attachment_is_looked_into(tmp_path: Path) -> None:
    inner = mail()
    inner.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="a.docx")
    outer = mail("fyi")
    outer.add_attachment(inner)
    path = tmp_path / "outer.eml"
    path.write_bytes(outer.as_bytes())
    (page,), flags = taken(path)
    assert page.page.content_type == WORD
    assert codes(flags) == ["address-unknown"]


# ---- WARC and WET


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_gives_its_answers_with_their_own_dates(tmp_path: Path, packed: bool) -> None:
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (HTML[:7], HTML[7:])) + b"0\r\n\r\n"

    def records(writer: WARCWriter) -> None:
        writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
        put(writer, URL, HTML, Content_Type="text/html; charset=gb2312")
        put(writer, URL + "?2", gzip.compress(HTML), Content_Type="text/html", Content_Encoding="gzip")
        put(writer, URL + "?3", chunked, Content_Type="text/html", Transfer_Encoding="chunked")
        put(writer, URL + "?4", HTML, Content_Type="text/html", Transfer_Encoding="chunked", Content_Encoding="gzip")
        put(writer, "https://www.miit.gov.cn/logo.png", b"\x89PNG", Content_Type="image/png")
        put(writer, URL + "?gone", HTML, "404 Not Found", Content_Type="text/html")
        put(writer, URL + "?moved", b"", "301 Moved", Location=URL)
        writer.write_record(writer.create_revisit_record(URL, "sha1:X", URL, "2024-07-01T00:00:00Z"))
        writer.write_record(writer.create_warc_record("dns:miit.gov.cn", "response", io.BytesIO(b"1.2.3.4")))

    pages, (flag,) = taken(write_warc(tmp_path / "pages", records, packed))
    assert [p.page.url for p in pages] == [URL, URL + "?2", URL + "?3", URL + "?4"]
    assert {p.content for p in pages} == {HTML}
    assert pages[0].page.content_type == "text/html; charset=gb2312"
    assert pages[0].page.seen == datetime(2024, 7, 4, 8, 30, tzinfo=UTC)
    assert flag.code == "no-page"
    assert flag.cause.endswith("1 with status 301, 1 with status 404")


def test_a_warc_packed_as_one_gzip_stream_is_read_too(tmp_path: Path) -> None:
    def records(writer: WARCWriter) -> None:
        put(writer, URL, HTML)
        put(writer, URL + "?2", HTML)

    plain = write_warc(tmp_path / "plain", records, packed=False)
    (tmp_path / "whole.gz").write_bytes(gzip.compress(plain.read_bytes()))
    pages, flags = taken(tmp_path / "whole.gz")
    assert (len(pages), flags) == (2, [])


def test_a_wet_file_gives_utf_8_text(tmp_path: Path) -> None:
    def records(writer: WARCWriter) -> None:
        text = "关于开展试点工作的通知\n工信厅科〔2024〕8号\n".encode()
        writer.write_record(
            writer.create_warc_record(URL, "conversion", io.BytesIO(text), warc_content_type="text/plain")
        )

    (page,), flags = taken(write_warc(tmp_path / "a.warc.wet.gz", records))
    assert (page.page.url, page.page.content_type) == (URL, "text/plain; charset=utf-8")
    assert page.content.decode().startswith("关于开展")
    assert flags == []
