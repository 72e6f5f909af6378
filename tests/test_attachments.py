"""attachments: bytes of files -> (kind, text)."""

import random

import pytest

from jingbao.core.attachments import kind, text
from jingbao.core.errors import NoText, PageError, TooLarge, Unreadable
from tests import make

LINES = ["第一条 为规范小额贷款公司行为，制定本办法。", "第二条 本办法自2024年8月1日起施行。"]


def test_a_pdf_gives_its_lines_without_the_spaces_that_the_library_puts_beside_digits() -> None:
    kind, found = text(make.pdf(["物联网标准体系建设指南（2024版）", "到2025年，新制定标准30项以上。"]), "a.pdf", "")
    assert kind == "pdf"
    assert found.split("\n") == ["物联网标准体系建设指南（2024版）", "到2025年，新制定标准30项以上。"]


def test_cells_of_a_table_in_a_pdf_are_parted_by_tabs() -> None:
    _, found = text(make.pdf(["序号\t企业名称\t批次", "1\t某某科技有限公司\t7"]), "a.pdf", "")
    assert found.split("\n") == ["序号\t企业名称\t批次", "1\t某某科技有限公司\t7"]


def test_a_blank_cell_of_a_table_without_lines_keeps_its_column() -> None:
    lines = ["序号\t企业\t批次", "1\t甲\t7", "2\t\t7", "\t丙\t8"]
    assert text(make.pdf(["企业名单", *lines, "特此公布。"]), "a.pdf", "")[1].split("\n")[1:-1] == lines


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


def test_a_kingsoft_sheet_that_holds_a_workbook_is_read_as_one() -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le")
    assert (kind(content, "a.et"), kind(b"{\\rtf1", "a.doc")) == ("xls", "rtf")


@pytest.mark.parametrize(
    ("start", "name", "words"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "a.doc", "old format"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "a.wps", "Kingsoft Writer"),
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


HEAD = ((0, 0, 1, 1, "序号"), (0, 1, 1, 1, "企业名称"), (0, 2, 1, 1, "产品"))


@pytest.mark.parametrize("boxes", [False, True])
@pytest.mark.parametrize("turned", [0, 90])
def test_the_lines_of_a_pdf_part_cells_whose_text_takes_several_lines(boxes: bool, turned: int) -> None:
    cells = (
        *HEAD,
        *(
            (1, 0, 2, 1, "1"),
            (1, 1, 2, 1, "北京某某网络\n科技有限公司"),
            (1, 2, 1, 1, "甲应用"),
            (2, 2, 1, 1, "乙应用"),
        ),
        (3, 0, 1, 3, "二、其他"),
        *((4, 0, 1, 1, "2"), (4, 1, 1, 1, ""), (4, 2, 1, 1, "Open\nModel")),
    )
    stream = make.ruled(*cells, boxes=boxes)
    if turned:
        stream = f"0 1 -1 0 842 0 cm {stream}"  # drawn on its side, so that the turned page shows it upright
    _, found = text(make.pdf_of([stream], turned=turned), "a.pdf", "")
    assert found.split("\n") == [
        "序号\t企业名称\t产品",
        "1\t北京某某网络科技有限公司\t甲应用",
        "1\t北京某某网络科技有限公司\t乙应用",
        "二、其他",
        "2\t\tOpen Model",
    ]


def test_a_table_over_two_pages_of_a_pdf_has_its_head_once_and_no_row_cut_in_two() -> None:
    first = make.ruled(*HEAD, (1, 0, 1, 1, "1"), (1, 1, 1, 1, "北京某某网络"), (1, 2, 1, 1, "应用甲之"))
    second = make.ruled(
        *HEAD,
        *((1, 0, 1, 1, ""), (1, 1, 1, 1, "科技有限公司"), (1, 2, 1, 1, "一")),
        *((2, 0, 1, 1, "2"), (2, 1, 1, 1, "上海某公司"), (2, 2, 1, 1, "应用乙")),
    )
    _, found = text(make.pdf_of([first, second]), "a.pdf", "")
    assert found.split("\n") == [
        "序号\t企业名称\t产品",
        "1\t北京某某网络科技有限公司\t应用甲之一",
        "2\t上海某公司\t应用乙",
    ]


def test_a_row_under_cells_merged_over_a_pages_edge_stays_a_row() -> None:
    widths = (40, 160, 100, 100)
    head = (*HEAD, (0, 3, 1, 1, "版本"))
    row = ((1, 0, 1, 1, "1"), (1, 1, 1, 1, "某公司"), (1, 2, 1, 1, "应用甲"), (1, 3, 1, 1, "1.0"))
    rest = ((1, 0, 1, 1, ""), (1, 1, 1, 1, ""), (1, 2, 1, 1, "应用乙"), (1, 3, 1, 1, "2.0"))
    pages = [make.ruled(*head, *row, widths=widths), make.ruled(*head, *rest, widths=widths)]
    _, found = text(make.pdf_of(pages), "a.pdf", "")
    assert found.split("\n")[1:] == ["1\t某公司\t应用甲\t1.0", "\t\t应用乙\t2.0"]


def test_a_blank_page_of_a_pdf_is_passed_over() -> None:
    assert text(make.pdf(["第一章总则"], [], ["第二章监督管理"]), "a.pdf", "")[1] == "第一章总则\n第二章监督管理"


def test_a_frame_around_a_text_makes_no_table() -> None:
    frame = "50 600 400 200 re S BT /F1 12 Tf 60 760 Td <{}> Tj ET".format("第一条总则".encode("utf-16-be").hex())
    assert text(make.pdf_of([frame]), "a.pdf", "")[1] == "第一条总则"


def test_merged_cells_of_a_word_file_stand_in_each_row_and_leave_their_columns_blank() -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    for line, cells in enumerate(
        (("序号", "企业", ""), ("1", "甲公司", "应用一"), ("", "", "应用二"), ("全表说明", "", ""))
    ):
        for column, words in enumerate(cells):
            table.cell(line, column).text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 0).merge(table.cell(3, 2))
    out = make.io.BytesIO()
    document.save(out)
    assert text(out.getvalue(), "a.docx", "")[1].split("\n") == [
        "序号\t企业",
        "1\t甲公司\t应用一",
        "1\t甲公司\t应用二",
        "全表说明",
    ]


def test_merged_cells_of_a_sheet_stand_in_each_row_that_has_a_value() -> None:
    rows = make.row(3, "序号", "公司", "产品") + make.row(4, "1", "甲", "x")
    rows += '<row r="5"><c r="C5" t="inlineStr"><is><t>y</t></is></c></row>'
    merged = '</sheetData><mergeCells><mergeCell ref="A4:A6"/><mergeCell ref="B4:B6"/></mergeCells><sheetData>'
    assert text(make.sheet(rows + merged), "a.xlsx", "")[1].split("\n") == ["序号\t公司\t产品", "1\t甲\tx", "1\t甲\ty"]


def test_a_sheet_of_countless_merged_cells_is_too_large() -> None:
    merges = "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(1, 200_100))
    content = make.sheet(make.row(1, "a") + f"</sheetData><mergeCells>{merges}</mergeCells><sheetData>")
    with pytest.raises(TooLarge, match="merged cells"):
        text(content, "a.xlsx", "")


def test_an_ofd_file_gives_its_lines_and_the_rows_of_its_drawn_tables() -> None:
    edges, lines = (20, 35, 100, 150), (40, 50, 60)
    drawn = [make.ofd_line(20, y, 150, y) for y in lines] + [make.ofd_line(x, 40, x, 60) for x in edges]
    texts = [make.ofd_text(60, 20, "试点企业名单")]
    texts += [make.ofd_text(x + 1, 42, t) for x, t in zip(edges, ("序号", "企业名称", "产品"), strict=False)]
    texts += [make.ofd_text(x + 1, 52, t) for x, t in zip(edges, ("1", "某某科技有限公司", "应用"), strict=False)]
    texts += [make.ofd_text(20, 70, "第一条 为规范管理，制定本办法。")]
    content = make.ofd("".join(drawn + texts), make.ofd_text(20, 20, "第二条 本办法自2024年8月1日起施行。"))
    assert text(content, "a.ofd", "") == (
        "ofd",
        "试点企业名单\n序号\t企业名称\t产品\n1\t某某科技有限公司\t应用\n第一条 为规范管理，制定本办法。\n"
        "第二条 本办法自2024年8月1日起施行。",
    )


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_an_ofd_file_are_refused(encoding: str) -> None:
    bomb = f"{BOMB}]><x>&j;</x>".encode(encoding)
    with pytest.raises(Unreadable, match="declares entities"):
        text(make.packed(**{"OFD.xml": bomb}), "a.ofd", "")


def test_entities_in_a_word_file_make_no_text() -> None:
    content = make.word("第一条")
    parts = {}
    with make.zipfile.ZipFile(make.io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode().replace("第一条", "第一条&j;")
    parts["word/document.xml"] = body.replace("?>", f"?>{BOMB}]>", 1).encode()
    try:
        found = text(make.packed(**parts), "a.docx", "")[1]
    except Unreadable:
        return
    assert len(found) < 100


def test_an_ofd_file_whose_parts_lead_outside_or_nowhere_is_refused() -> None:
    root = b"<OFD><DocBody><DocRoot>../../../etc/passwd</DocRoot></DocBody></OFD>"
    with pytest.raises(Unreadable, match="lacks its part etc/passwd"):
        text(make.packed(**{"OFD.xml": root}), "a.ofd", "")


def test_an_ofd_file_of_countless_pages_or_characters_is_too_large() -> None:
    pages = "".join('<Page BaseLoc="P.xml"/>' for _ in range(3_001))
    parts = {
        "OFD.xml": b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
        "D.xml": f"<Document><Pages>{pages}</Pages></Document>".encode(),
        "P.xml": f"<Page>{make.ofd_text(1, 1, '字')}</Page>".replace("ofd:", "").encode(),
    }
    with pytest.raises(TooLarge, match="3000 pages"):
        text(make.packed(**parts), "a.ofd", "")


def test_an_ofd_file_without_text_says_so() -> None:
    with pytest.raises(NoText):
        text(make.ofd(make.ofd_line(1, 1, 90, 1)), "a.ofd", "")


def test_a_pdf_of_100_000_pages_is_too_large() -> None:
    content = make.pdf(["一"]).replace(b"/Kids[4 0 R]/Count 1", b"/Kids[" + b"4 0 R " * 100_000 + b"]/Count 100000")
    with pytest.raises(TooLarge, match="pages"):
        text(content, "a.pdf", "")


def test_a_pdf_page_drawn_with_countless_lines_is_read_as_text() -> None:
    lines = "\n".join(f"{n % 500} 100 m {n % 500} 700 l S" for n in range(30_000))
    words = "BT /F1 12 Tf 60 760 Td <{}> Tj ET".format("线路示意图说明".encode("utf-16-be").hex())
    assert text(make.pdf_of([f"{words}\n{lines}"]), "a.pdf", "")[1] == "线路示意图说明"


def test_a_table_of_countless_cells_in_a_pdf_is_read_as_text() -> None:
    down = "\n".join(f"{x / 2} 100 m {x / 2} 700 l S" for x in range(0, 1_000, 6))
    across = "\n".join(f"0 {y} m 500 {y} l S" for y in range(100, 700, 3))
    words = "BT /F1 12 Tf 60 760 Td <{}> Tj ET".format("线路示意图说明".encode("utf-16-be").hex())
    assert text(make.pdf_of([f"{words}\n{down}\n{across}"]), "a.pdf", "")[1] == "线路示意图说明"


def test_damaged_files_of_every_kind_end_in_a_text_or_a_clear_error() -> None:
    chance = random.Random(7)
    errors: list[PageError] = []
    table = make.ruled((0, 0, 1, 1, "序号"), (0, 1, 1, 1, "名称"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "甲"))
    whole = [
        make.word("第一条", rows=(("序号", "名称"), ("1", "甲"))),
        make.sheet(make.row(1, "序号", "名称") + make.row(2, "1", "甲")),
        make.pdf_of([table]),
        make.ofd(make.ofd_text(1, 1, "文字") + make.ofd_line(1, 1, 50, 1)),
        make.packed(**{"一.txt": "第一条".encode(), "二.docx": make.word("第二条")}),
    ]
    for n in range(400):
        content = bytearray(whole[n % len(whole)])
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            assert all(text(bytes(content), "a", ""))
        except PageError as error:
            errors.append(error)
    assert 0 < len(errors) < 400
    assert all(error.concerns.startswith("a") and error.todo for error in errors)


@pytest.mark.parametrize("value", ["g 999999999 1", "1e999", "nan", "g", "g g g", "-9999999 -9999999", "M L Q A"])
def test_odd_numbers_in_an_ofd_file_move_no_bound(value: str) -> None:
    page = make.ofd_text(1, 1, "文字").replace("g 1 4.0", value) + make.ofd_line(1, 1, 50, 1).replace("M 0 0", value)
    assert sorted("".join(text(make.ofd(page), "a.ofd", "")[1].split())) == ["字", "文"]
