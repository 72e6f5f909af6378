"""attachments: bytes of files -> (kind, text)."""

import pytest

from jingbao.core.attachments import text
from jingbao.core.errors import NoText, TooLarge, Unreadable
from tests import make

LINES = ["第一条 为规范小额贷款公司行为，制定本办法。", "第二条 本办法自2024年8月1日起施行。"]


def test_a_pdf_gives_its_lines_without_the_spaces_that_the_library_puts_beside_digits() -> None:
    kind, found = text(make.pdf(["物联网标准体系建设指南（2024版）", "到2025年，新制定标准30项以上。"]), "a.pdf", "")
    assert kind == "pdf"
    assert found.split("\n") == ["物联网标准体系建设指南（2024版）", "到2025年，新制定标准30项以上。"]


def test_cells_of_a_table_in_a_pdf_are_parted_by_tabs() -> None:
    _, found = text(make.pdf(["序号\t企业名称\t批次", "1\t某某科技有限公司\t7"]), "a.pdf", "")
    assert found.split("\n") == ["序号\t企业名称\t批次", "1\t某某科技有限公司\t7"]


def test_lines_of_a_pdf_that_break_in_a_sentence_are_joined_and_page_numbers_go() -> None:
    long = "为深入贯彻落实党中央、国务院关于加快数字政府建设和政务服务电子证照应用的决策部署，方便广大道路"
    _, found = text(make.pdf([long, "运输经营者，决定推广应用。", "— 1 —"], ["二、工作目标", "— 2 —"]), "a.pdf", "")
    assert found.split("\n") == [long + "运输经营者，决定推广应用。", "二、工作目标"]


def test_a_word_file_gives_paragraphs_and_table_rows_in_order() -> None:
    content = make.word("试点城市名单", "特此公布。", rows=(("序号", "城市"), ("1", "北京")))
    assert text(content, "a.docx", "") == ("docx", "试点城市名单\n序号\t城市\n1\t北京\n特此公布。")


def test_text_that_was_inserted_counts_and_text_that_was_deleted_does_not() -> None:
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraph = document.add_paragraph("自2024年")
    paragraph._p.append(parse_xml(f'<w:ins xmlns:w="{space}"><w:r><w:t>9</w:t></w:r></w:ins>'))
    paragraph._p.append(parse_xml(f'<w:del xmlns:w="{space}"><w:r><w:delText>8</w:delText></w:r></w:del>'))
    paragraph.add_run("月1日起施行")
    out = make.io.BytesIO()
    document.save(out)
    assert text(out.getvalue(), "a.docx", "")[1] == "自2024年9月1日起施行"


def test_a_sheet_gives_tab_separated_rows_with_whole_numbers() -> None:
    number = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2.5</v></c></row>'
    assert text(make.sheet(make.row(1, "序号", "数值") + number), "a.xlsx", "") == ("xlsx", "序号\t数值\n1\t2.5")


def test_a_zip_gives_the_texts_of_its_files_and_keeps_the_names_of_unreadable_ones() -> None:
    files = {"一.txt": "第一条".encode(), "二.docx": make.word("第二条"), "三.rar": b"Rar!\x1a\x07\x00"}
    assert text(make.packed(**files), "a.zip", "") == ("zip", "【一.txt】\n第一条\n【二.docx】\n第二条\n【三.rar】")


def test_plain_text_and_csv_are_read_in_gb18030_too() -> None:
    assert text("第一条".encode("gb18030"), "a.txt", "") == ("text", "第一条")
    assert text("序号,名称\n1,某公司\n".encode("gb18030"), "a.csv", "") == ("csv", "序号\t名称\n1\t某公司")


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a", "a.html"])
def test_the_kind_is_told_by_the_bytes_not_by_the_name(name: str) -> None:
    assert text(make.pdf(LINES), name, "application/msword")[0] == "pdf"


@pytest.mark.parametrize(
    ("start", "name", "words"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "a.doc", "old format"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "a.wps", "Kingsoft Writer"),
        (make.packed(**{"OFD.xml": b"<x/>"}), "a.ofd", "OFD"),
        (b"Rar!\x1a\x07", "a.rar", "RAR"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "a.pdf", "web page"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"\x00\x01\x02\x03", "a.bin", "no known kind"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(start: bytes, name: str, words: str) -> None:
    with pytest.raises(Unreadable) as error:
        text(start, name, "")
    assert words in error.value.cause
    assert error.value.concerns == name
    assert error.value.todo


def test_a_picture_holds_no_text() -> None:
    with pytest.raises(NoText):
        text(b"\x89PNG\r\n\x1a\n", "a.png", "image/png")


def test_a_sheet_whose_values_lie_too_far_apart_is_too_large() -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    with pytest.raises(TooLarge, match="1048576 rows"):
        text(make.sheet(make.row(1, "a") + far), "a.xlsx", "")
