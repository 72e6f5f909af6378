"""Bad input is named, with what to do; the rest goes on; memory stays small."""

import gzip
import io
import os
import random
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.test_intake import HTML, ROOT, SEEN, URL, codes, index, mail, mhtml, put, taken, write_warc

MB = 2**20


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Without the rights of root, who may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def peak(path: Path, pages: int, flags: list[str]) -> float:
    """Megabytes at most used by a program of its own that takes in `path` and finds this many pages and these flags."""
    program = f"""
from pathlib import Path
from tests.test_intake import Received, SEEN, arrivals
pages, flags = 0, []
for arrival in arrivals(Path({str(path)!r}), url=None, seen=SEEN):
    if isinstance(arrival, Received):
        pages += 1
    else:
        flags.append(arrival.code)
assert (pages, flags) == ({pages}, {flags}), (pages, flags)
# Not resource.getrusage: it counts what the parent used before this program began.
print(int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return float(done.stdout)


# ---- files


def test_an_empty_an_unknown_and_a_missing_file_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "1-empty.html").write_bytes(b"")
    (tmp_path / "2-blank.html").write_bytes(b" \n\n")
    (tmp_path / "3-unknown.html").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(500))
    (tmp_path / "4-picture.pdf").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "5.html").write_bytes(HTML)
    (page,), flags = taken(tmp_path)
    assert page.page.url == "saved:5.html"
    assert codes(flags) == ["unreadable"] * 4 + ["address-unknown"]
    assert [Path(flag.concerns).name[0] for flag in flags] == list("12345")
    assert all(flag.cause and flag.todo for flag in flags)
    assert codes(taken(tmp_path / "not-there.html")[1]) == ["unreadable"]


def test_a_file_of_200_mb_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "big.html").open("wb") as file:
        file.write(HTML)
        file.truncate(200 * MB)
    (tmp_path / "small.html").write_bytes(HTML)
    assert peak(tmp_path, 1, ["too-large", "address-unknown"]) < 150


def test_links_and_special_files_are_refused_and_loops_end(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_bytes(HTML)
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "page.html").write_bytes(HTML)
    (folder / "a-inside.html").symlink_to(folder / "page.html")
    (folder / "b-outside.html").symlink_to(outside)
    (folder / "c-nowhere.html").symlink_to(folder / "gone.html")
    (folder / "d-itself.html").symlink_to(folder / "d-itself.html")
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "e-devices").symlink_to("/dev")
    os.mkfifo(folder / "f-pipe")
    (page,), flags = taken(folder)
    assert page.page.url == "saved:page.html"
    assert [Path(f.concerns).name for f in flags if f.code == "unreadable"] == [
        "b-outside.html",
        "c-nowhere.html",
        "d-itself.html",
        "e-devices",
        "f-pipe",
    ]
    assert codes(taken(folder / "f-pipe")[1]) == ["unreadable"]


def test_files_and_folders_one_may_not_read_are_flagged() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        for file in ("1.html", "2.html", "3.warc", "closed/4.html"):
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(HTML)
        folder.chmod(0o755)
        (folder / "1.html").chmod(0)
        (folder / "3.warc").chmod(0)
        (folder / "closed").chmod(0)
        with ordinary_user():
            (page,), flags = taken(folder)
        (folder / "closed").chmod(0o755)
    assert page.page.url == "saved:2.html"
    assert [(f.code, Path(f.concerns).name) for f in flags] == [
        ("unreadable", "1.html"),
        ("address-unknown", "2.html"),
        ("unreadable", "3.warc"),
        ("unreadable", "closed"),
    ]
    assert "Permission denied" in flags[0].cause


def test_a_file_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/\xb9\xab\xb8\xe6.html"))).write_bytes(HTML)
    (page,), (flag,) = taken(tmp_path)
    assert page.page.url == r"saved:\xb9\xab\xb8\xe6.html"
    assert flag.concerns.encode().endswith(rb"\xb9\xab\xb8\xe6.html")


def test_folders_a_thousand_deep_do_not_stop_the_walk(tmp_path: Path) -> None:
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):  # longer than the system accepts as one path
        os.mkdir("dddd", dir_fd=at)
        below = os.open("dddd", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    (tmp_path / "e.html").write_bytes(HTML)
    (page,), flags = taken(tmp_path)
    subprocess.run(["rm", "-rf", tmp_path / "dddd"], check=True)  # pytest's own clean-up cannot go that deep
    assert page.page.url == "saved:e.html"
    assert codes(flags) == ["unreadable", "address-unknown"]


def test_a_zip_that_names_a_million_files_is_refused_in_little_memory(tmp_path: Path) -> None:
    count = 700_000
    entry = (
        struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    )
    names = entry * count
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(names), 4)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, 4 + len(names), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + names + end64 + where + end)
    assert peak(tmp_path, 0, ["too-large"]) < 200


# ---- an index


def test_rows_that_cannot_be_used_are_named_by_line(tmp_path: Path) -> None:
    (tmp_path / "outside.html").write_bytes(HTML)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "page.html").write_bytes(HTML)
    (folder / "empty.html").write_bytes(b"")
    (folder / "link.html").symlink_to(tmp_path / "outside.html")
    with (folder / "big.html").open("wb") as file:
        file.truncate(60 * MB)
    index(
        folder,
        f"{URL}\t../outside.html\t200\ttext/html\t",
        f"{URL}\t{tmp_path}/outside.html\t200\ttext/html\t",
        f"{URL}\tlink.html\t200\ttext/html\t",
        f"{URL}\tmissing.html\t200\ttext/html\t",
        f"{URL}\tempty.html\t200\ttext/html\t",
        f"{URL}\tbig.html\t200\ttext/html\t",
        f"{URL}\tpage.html\t200 OK\ttext/html\t",
        f"{URL}\tpage.html\t200",
        "ftp://x.example/\tpage.html\t200\ttext/html\t",
        f"{URL}\t\t200\ttext/html\t",
        f"{URL}\tpa\0ge.html\t200\ttext/html\t",
        f"{URL}\tpage.html\t200\ttext/html\t",
    )
    (page,), flags = taken(folder)
    assert page.page.url == URL
    assert [flag.concerns.rpartition(":")[2] for flag in flags] == [str(n) for n in range(2, 13)]
    assert codes(flags) == ["unreadable"] * 5 + ["too-large"] + ["unreadable"] * 5
    assert "lies outside the folder" in flags[0].cause
    assert "missing.html" in flags[3].cause


def test_a_broken_index_does_not_stop_the_next_one(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(HTML)
    (tmp_path / "pages_0.tsv").write_text("url\tfile\n", encoding="utf-8")
    (tmp_path / "pages_1.tsv").write_bytes("url\tfile\tstatus\tcontent_type\n公告\t\t\t\n".encode("gb18030"))
    (tmp_path / "pages_2.tsv").mkdir()
    (tmp_path / "pages_3.tsv").write_text("url\tfile\tstatus\tcontent_type\n" + "x" * 30_000, encoding="utf-8")
    index(tmp_path, f"{URL}\tpage.html\t200\ttext/html\t")
    (page,), flags = taken(tmp_path)
    assert page.page.url == URL
    assert codes(flags) == ["unreadable", "unreadable", "unreadable", "too-large"]
    assert "status and content_type" in flags[0].cause


# ---- MHTML and e-mail


def test_deeply_nested_mime_is_refused(tmp_path: Path) -> None:
    part: MIMEMultipart | MIMEText = MIMEText("x")
    for _ in range(150):
        outer = MIMEMultipart()
        outer.attach(part)
        part = outer
    (tmp_path / "a.eml").write_bytes(b"From: a@b.example\r\nTo: c@d.example\r\n" + part.as_bytes())
    (tmp_path / "b.html").write_bytes(HTML)
    pages, flags = taken(tmp_path)
    assert len(pages) == 1
    assert codes(flags) == ["too-large", "address-unknown"]
    assert "inside one another" in flags[0].cause


@pytest.mark.parametrize(
    "text",
    [
        b"a\n" * 800_000,
        b"--B\nContent-Type: text/plain" + b";" * 1_000_000 + b"\n\nx\n",
        b"--B\rContent-Type: text/plain;\r " + b";\r " * 100_000 + b"\r\rx\r",
    ],
    ids=["lines", "parameters", "folded"],
)
def test_a_mail_that_would_take_long_to_parse_is_refused(tmp_path: Path, text: bytes) -> None:
    head = b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=B\n\n"
    (tmp_path / "a.eml").write_bytes(head + text + b"--B--\n")
    assert codes(taken(tmp_path / "a.eml")[1]) == ["too-large"]


def test_the_largest_mhtml_taken_in_needs_less_than_400_mb(tmp_path: Path) -> None:
    body = ("<html>" + "正文" * 3_600_000).encode()
    path = tmp_path / "a.mhtml"
    path.write_bytes(mhtml(MIMEText(body.decode(), "html", "utf-8"), Snapshot_Content_Location=URL))
    assert 25 * MB < path.stat().st_size < 30 * MB
    assert peak(path, 1, []) < 400


def test_a_cut_mail_gives_what_was_read_and_says_that_it_is_cut(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(HTML, maintype="text", subtype="html", filename="a.html")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes()[:-30])
    pages, flags = taken(path)
    assert len(pages) == 1
    assert codes(flags) == ["address-unknown", "cut-short"]


def test_hostile_headers_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"From: a@b.example\nTo: c@d.example\nDate: Thu, 99 Foo 99999 99:99:99 +9999\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=B\n\n"
        b'--B\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="=?nope?B?=A=?= ../x\x01.pdf"\n'
        b"\n%PDF-1.7\n--B\nContent-Type: application/pdf; charset==?\xff?q?x?=\n"
        b"Content-Disposition: attachment; filename*=ut\x00f-8''x.pdf\n\n%PDF-1.4\n"
        b"--B\nContent-Type: =?x\nContent-Transfer-Encoding: base64\n\n%%%not base64%%%\n--B--\n"
    )
    pages, flags = taken(path)
    assert [page.page.url.rpartition("/")[2] for page in pages] == ["x.pdf", "attachment"]
    assert {page.page.seen for page in pages} == {SEEN}
    assert set(codes(flags)) <= {"address-unknown", "damaged", "unreadable"}


def test_an_mhtml_without_a_page_is_flagged(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(mhtml(MIMEText("p {}", "css")))
    assert codes(taken(tmp_path / "a.mhtml")[1]) == ["unreadable"]


# ---- WARC


def two(writer: WARCWriter) -> None:
    put(writer, URL, HTML)
    put(
        writer, URL + "?2", HTML + random.Random(1).randbytes(4000)
    )  # the same each time: damage must be found each time


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [1500, 4])
def test_of_a_cut_warc_the_whole_records_are_kept(tmp_path: Path, packed: bool, cut: int) -> None:
    path = write_warc(tmp_path / "a.warc", two, packed)
    path.write_bytes(path.read_bytes()[:-cut])
    pages, flags = taken(path)
    # Cut by 4 bytes, the packed file lacks only its checksum, the plain one only the empty lines.
    assert [p.page.url for p in pages] == ([URL] if cut == 1500 else [URL, URL + "?2"])
    assert codes(flags) == ([] if cut == 4 and not packed else ["cut-short"])
    for flag in flags:
        assert flag.concerns == str(path)
        assert f"near byte {path.stat().st_size}" in flag.cause


def test_a_warc_cut_anywhere_never_gives_a_part_of_a_page(tmp_path: Path) -> None:
    for packed in (True, False):
        whole = write_warc(tmp_path / "whole", two, packed).read_bytes()
        contents = {p.content for p in taken(tmp_path / "whole")[0]}
        for length in range(20, len(whole), 97):
            (tmp_path / "cut").write_bytes(whole[:length])
            assert {p.content for p in taken(tmp_path / "cut")[0]} <= contents


def test_damage_in_the_middle_of_a_warc_is_flagged_with_its_place(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc.gz", two)
    content = bytearray(path.read_bytes())
    content[-2000:-1900] = bytes(100)
    path.write_bytes(content)
    pages, (flag,) = taken(path)
    assert [p.page.url for p in pages] == [URL]
    assert flag.code == "cut-short"
    assert "near byte" in flag.cause


@pytest.mark.parametrize(
    ("headers", "body", "code"),
    [
        ({"Content_Encoding": "gzip"}, gzip.compress(bytes(55 * MB)), "too-large"),
        ({"Content_Encoding": "deflate"}, zlib.compress(bytes(55 * MB)), "too-large"),
        ({"Content_Encoding": "gzip"}, gzip.compress(os.urandom(9000))[:5000], "unreadable"),
        ({"Content_Encoding": "gzip"}, b"\x1f\x8b" + bytes(100), "unreadable"),
        ({"Content_Encoding": "br"}, HTML, "unreadable"),
        ({"Transfer_Encoding": "chunked"}, b"5\r\nabcde\r\nff\r\nabc", "unreadable"),
        ({"Transfer_Encoding": "chunked"}, b"5\r\nabcde\r\n-5\r\nabcde", "unreadable"),
    ],
)
def test_a_bad_body_is_flagged_by_its_address_and_the_next_is_read(
    tmp_path: Path, headers: dict[str, str], body: bytes, code: str
) -> None:
    def records(writer: WARCWriter) -> None:
        put(writer, URL, body, **headers)
        put(writer, URL + "?2", HTML)

    (page,), (flag,) = taken(write_warc(tmp_path / "a.warc.gz", records))
    assert page.page.url == URL + "?2"
    assert (flag.code, flag.concerns.endswith(f" > {URL}")) == (code, True)


def test_large_records_and_gzip_bombs_are_passed_over_in_little_memory(tmp_path: Path) -> None:
    def records(writer: WARCWriter) -> None:
        put(writer, URL, bytes(55 * MB))
        put(writer, URL + "?2", gzip.compress(bytes(55 * MB)), Content_Encoding="gzip")
        put(writer, URL + "?3", os.urandom(5 * MB).hex().encode() * 4, Content_Type="text/plain")
        put(writer, URL + "?4", HTML)

    path = write_warc(tmp_path / "a.warc.gz", records)
    assert peak(path, 2, ["too-large", "too-large"]) < 300


def test_a_warc_that_is_one_endless_line_is_a_bomb(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.warc.gz", "wb") as file:
        file.write(b"WARC/1.0\r\nX: ")
        for _ in range(100):
            file.write(b"a" * MB)
    assert peak(tmp_path / "a.warc.gz", 0, ["cut-short"]) < 150


def test_a_record_that_unpacks_without_end_is_given_up(tmp_path: Path) -> None:
    # 1.2 GB of zeros as gzip members of 1 MB: 1.2 MB on disk.
    member = gzip.compress(bytes(MB))
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nContent-Length: {3000 * MB}\r\n\r\n".encode()
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(head) + member * 1200)
    pages, flags = taken(tmp_path / "a.warc.gz")
    assert pages == []
    assert codes(flags) == ["too-large", "cut-short"]
    assert "as a bomb does" in flags[1].cause


def test_a_page_the_archiver_cut_is_taken_in_and_flagged(tmp_path: Path) -> None:
    def records(writer: WARCWriter) -> None:
        http = StatusAndHeaders("200 OK", [], protocol="HTTP/1.1")
        extra = {"WARC-Truncated": "length", "WARC-Date": "yesterday"}
        writer.write_record(
            writer.create_warc_record(URL, "response", io.BytesIO(HTML), http_headers=http, warc_headers_dict=extra)
        )

    (page,), (flag,) = taken(write_warc(tmp_path / "a.warc", records, packed=False))
    assert page.content == HTML
    assert (flag.code, flag.concerns.endswith(URL)) == ("cut-short", True)


def test_a_gzip_file_of_something_else_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML))
    assert codes(taken(tmp_path / "a.html.gz")[1]) == ["unreadable"]
