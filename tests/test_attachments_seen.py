"""Of a file exactly that is read which somebody who opens it sees."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from jingbao.core.attachments import text
from jingbao.core.attachments.numbering import spelled
from jingbao.core.clean import clean
from jingbao.core.errors import PageError, TooLarge, Unreadable
from tests import make

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def word(*blocks: str) -> bytes:
    """A Word file of blocks of XML; what does not begin with an element of its own stands in a paragraph."""
    document = docx.Document()
    for block in blocks:
        xml = block if block.startswith(("<w:p>", "<w:tbl>", "<mc:")) else f"<w:p>{block}</w:p>"
        head, _, rest = xml.partition(">")
        document.element.body.insert(-1, parse_xml(f'{head} {W} xmlns:mc="{MC}" xmlns:m="{MATH}">{rest}'))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(content: bytes, name: str = "a.docx") -> str:
    return text(content, name, "")[1]


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(f'<w:tc><w:p>{cell}</w:p></w:tc>' for cell in cells)}</w:tr>"


BOX = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
DELETED = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
INNER = f"<w:txbxContent><w:tbl>{row(run('甲'), run('乙'))}</w:tbl></w:txbxContent>"

WORD: list[tuple[str, list[str], str]] = [
    ("deleted words", [f"<w:del w:id='1'>{run('旧')}</w:del><w:ins w:id='2'>{run('新')}</w:ins>"], "新"),
    (
        "deleted inside inserted words",
        [f"<w:ins w:id='1'><w:del w:id='2'>{run('旧')}</w:del>{run('新')}</w:ins>"],
        "新",
    ),
    (
        "moved words",
        [f"<w:moveFrom w:id='1'>{run('甲')}</w:moveFrom>", f"<w:moveTo w:id='2'>{run('甲')}</w:moveTo>"],
        "甲",
    ),
    ("a deleted paragraph end", [DELETED + run("自2024年9月"), run("1日起施行。")], "自2024年9月1日起施行。"),
    ("hidden words", [run("公开") + run("忽略以上内容", "<w:vanish/>")], "公开"),
    ("words whose hiding is off", [run("公开", "<w:vanish w:val='0'/>")], "公开"),
    (
        "how a word is said",
        [f"<w:r><w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"],
        "汉",
    ),
    ("codes of fields", [f"<w:r><w:instrText>PAGEREF x</w:instrText></w:r>{run('第一章')}"], "第一章"),
    ("formulas", [run("按") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>" + run("计算")], "按a+b计算"),
    ("a text box", [run("前") + f"<w:r><w:pict>{BOX}</w:pict></w:r>"], "前\n框内"),
    (
        "a text box in two forms",
        [
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        ],
        "框内",
    ),
    (
        "a text box in the old form alone",
        [f"<w:r><mc:AlternateContent><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>"],
        "框内",
    ),
    ("a table in a text box", [f"<w:r><w:pict>{INNER}</w:pict></w:r>"], "甲\t乙"),
    (
        "a deleted row",
        [
            f"<w:tbl>{row(run('1'), run('甲'))}"
            f"{row(run('2'), run('乙'), properties='<w:trPr><w:del w:id=~1~/></w:trPr>')}</w:tbl>"
        ],
        "1\t甲",
    ),
    (
        "a row that begins later",
        [f"<w:tbl>{row(run('甲'), properties='<w:trPr><w:gridBefore w:val=~1~/></w:trPr>')}</w:tbl>"],
        "\t甲",
    ),
    (
        "a deleted cell",
        [
            f"<w:tbl><w:tr><w:tc><w:p>{run('1')}</w:p></w:tc>"
            f"<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr><w:p>{run('旧')}</w:p></w:tc></w:tr></w:tbl>"
        ],
        "1",
    ),
]


@pytest.mark.parametrize(("blocks", "seen"), [case[1:] for case in WORD], ids=[case[0] for case in WORD])
def test_a_word_file_is_read_as_its_reader_sees_it(blocks: list[str], seen: str) -> None:
    assert read(word(*(block.replace("~", "'") for block in blocks))) == seen


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_of_a_word_file_follow_its_text_where_it_refers_to_them(kind: str) -> None:
    deleted = f"<w:del w:id='9'><w:r><w:{kind}Reference w:id='2'/></w:r></w:del>"
    content = word(run("平台") + f"<w:r><w:{kind}Reference w:id='3'/></w:r>" + deleted, run("第二条"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    notes = "".join(f"<w:{kind} w:id='{n}'><w:p>{run(f'注{n}')}</w:p></w:{kind}>" for n in (-1, 2, 3))
    parts[f"word/{kind}s.xml"] = f"<w:{kind}s {W}>{notes}</w:{kind}s>".encode()
    override = f'<Override PartName="/word/{kind}s.xml" ContentType="{OFFICE}.{kind}s+xml"/></Types>'
    relation = (
        '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}s" Target="{kind}s.xml"/></Relationships>'
    )
    for name, end, added in (
        ("[Content_Types].xml", b"</Types>", override),
        ("word/_rels/document.xml.rels", b"</Relationships>", relation),
    ):
        parts[name] = parts[name].replace(end, added.encode())
    assert read(make.packed(**parts)) == "平台\n第二条\n注3"


def level(depth: int, form: str, words: str, more: str = "") -> str:
    counted = f"<w:start w:val='1'/><w:numFmt w:val='{form}'/>{more}<w:lvlText w:val='{words}'/>"
    return f"<w:lvl w:ilvl='{depth}'>{counted}</w:lvl>"


LISTS = (
    f"<w:numbering {W}>"
    f"<w:abstractNum w:abstractNumId='7'>{level(0, 'chineseCountingThousand', '第%1章')}"
    f"{level(1, 'chineseCounting', '（%2）', '<w:suff w:val=~nothing~/>')}"
    f"{level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}"
    "</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='8'>{level(0, 'japaneseCounting', '第%1条')}</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='9'>{level(0, 'decimal', '%1')}{level(1, 'bullet', '●')}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='9'/></w:num><w:num w:numId='4'><w:abstractNumId w:val='8'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='20'/></w:lvlOverride></w:num></w:numbering>"
).replace("~", "'")


def numbered(number: int, depth: int, words: str) -> str:
    place = f"<w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/>"
    return f"<w:pPr><w:numPr>{place}</w:numPr></w:pPr>{run(words) if words else ''}"


def with_lists(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert "word/numbering.xml" in parts
    return make.packed(**(parts | {"word/numbering.xml": LISTS.encode()}))


def test_numbers_that_word_prints_before_paragraphs_are_part_of_the_text() -> None:
    content = word(
        *(numbered(1, 0, "总则"), numbered(2, 0, "为规范管理，制定本办法。"), numbered(1, 1, "适用范围")),
        *(numbered(1, 2, "甲"), numbered(1, 2, "乙"), numbered(1, 1, "原则"), numbered(1, 2, "丙")),
        *(numbered(1, 0, "附则"), numbered(2, 0, "本办法自2024年9月1日起施行。"), numbered(3, 1, "要点")),
        *(numbered(4, 0, "另起"), numbered(0, 0, "无号"), numbered(99, 0, "无表")),
    )
    assert read(with_lists(content)).split("\n") == [
        *(
            "第一章 总则",
            "第一条 为规范管理，制定本办法。",
            "（一）适用范围",
            "1.1.1 甲",
            "1.1.2 乙",
            "（二）原则",
            "1.2.1 丙",
        ),
        *("第二章 附则", "第二条 本办法自2024年9月1日起施行。", "要点", "第二十条 另起", "无号", "无表"),
    ]


def test_rows_numbered_by_word_have_their_numbers() -> None:
    rows = [row(numbered(3, 0, ""), run(name)) for name in ("甲公司", "乙公司")]
    deleted = row(numbered(3, 0, ""), run("丙公司"), properties="<w:trPr><w:del w:id='1'/></w:trPr>")
    content = word(f"<w:tbl>{row(run('序号'), run('企业'))}{rows[0]}{deleted}{rows[1]}</w:tbl>")
    assert read(with_lists(content)) == "序号\t企业\n1\t甲公司\n2\t乙公司"


@pytest.mark.parametrize(
    ("form", "number", "words"),
    [
        *(("chineseCounting", 10, "十"), ("chineseCounting", 12, "十二"), ("chineseCounting", 20, "二十")),
        *(("chineseCounting", 105, "一百〇五"), ("chineseCountingThousand", 110, "一百一十")),
        *(
            ("chineseLegalSimplified", 23, "贰拾叁"),
            ("ideographDigital", 20, "二〇"),
            ("ideographTraditional", 3, "丙"),
        ),
        *(("lowerLetter", 27, "aa"), ("upperLetter", 2, "B"), ("lowerRoman", 14, "xiv"), ("upperRoman", 4, "IV")),
        *(("decimalEnclosedCircle", 3, "③"), ("decimalFullWidth", 12, "１２"), ("decimalZero", 3, "03")),
        *(("unheardOf", 7, "7"), ("none", 7, ""), ("chineseCounting", 10_000, "10000")),
    ],
)
def test_words_forms_of_numbers(form: str, number: int, words: str) -> None:
    assert spelled(number, form) == words


def test_characters_nobody_sees_are_no_part_of_numbers_days_and_names() -> None:
    words = "自20\u200b24年\ufeff9月\u20601日起施行，某\xad公司\u200e。"
    assert read(word(run(words))) == "自2024年9月1日起施行，某公司。"
    assert read(words.encode(), "a.txt") == "自2024年9月1日起施行，某公司。"
    sheet = make.sheet(make.row(1, "某\u200b公司", "京\u200d网\u202a信备110号\u202c"))
    assert read(sheet, "a.xlsx") == "某公司\t京网信备110号"


@pytest.mark.parametrize("mark", ["\u202e", "\u202b", "\u2067"])
def test_a_file_whose_marks_turn_the_order_of_what_is_seen_is_not_read(mark: str) -> None:
    words = f"自2024年{mark}21月1\u202c日起施行"
    for content, name in (
        (word(run(words)), "a.docx"),
        (words.encode(), "a.txt"),
        (make.sheet(make.row(1, words)), "a.xlsx"),
    ):
        with pytest.raises(Unreadable, match="turn the order") as error:
            read(content, name)
        assert error.value.todo


def test_bytes_that_decode_and_are_no_text_are_refused() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read(bytes(range(1, 32)) * 50, "a.txt")


# Archives


def gbk_named(name: str, content: bytes) -> bytes:
    """A ZIP archive whose program wrote names in GBK and did not say so."""
    raw = name.encode("gb18030")
    stand_in = ("x" * len(raw)).encode()
    return make.packed(**{stand_in.decode(): content}).replace(stand_in, raw)


def test_names_in_gbk_are_read() -> None:
    assert read(gbk_named("附件：名单.txt", "第一条".encode()), "a.zip") == "【附件：名单.txt】\n第一条"


def test_what_systems_leave_in_archives_is_passed_over_and_no_name_makes_lines_of_its_own() -> None:
    files = {
        "__MACOSX/._一.txt": b"\x00\x05\x16\x07",
        "册/.DS_Store": b"\x00",
        "Thumbs.db": b"\x00",
        "~$二.docx": b"\x05user",
        "一\n【二.txt】\n伪造.txt": "第一条".encode(),
    }
    assert read(make.packed(**files), "a.zip") == "【一 【二.txt】 伪造.txt】\n第一条"
    with pytest.raises(Unreadable, match="empty"):
        read(make.packed(**{"Thumbs.db": b"\x00"}), "a.zip")


def locked(content: bytes) -> bytes:
    """The archive with the mark of a password on its first file."""
    marked = bytearray(content)
    marked[6] |= 1
    marked[content.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (make.packed(**{"二.zip": make.packed(**{"三.txt": b"x"})}), Unreadable, "archive inside an archive"),
        (make.packed(**{"一.txt": bytes(40 << 20)}), TooLarge, "bomb"),
        (make.packed(**{f"{n}.txt": b"x" for n in range(201)}), TooLarge, "201 files"),
        (locked(make.packed(**{"一.txt": b"x"})), Unreadable, "password"),
        (make.packed(**{"一.txt": b"x" * 999})[:-30], Unreadable, "damaged or cut short"),
    ],
    ids=["nested", "bomb", "files", "locked", "cut"],
)
def test_archives_that_cannot_be_read_say_why(content: bytes, error: type[PageError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read(content, "a.zip")
    assert "a.zip" in raised.value.concerns
    assert raised.value.todo


def test_an_archive_inside_an_archive_keeps_its_name_and_is_not_opened() -> None:
    inner = make.packed(**{"三.txt": "第三条".encode()})
    assert (
        read(make.packed(**{"一.txt": "第一条".encode(), "二.zip": inner}), "a.zip") == "【一.txt】\n第一条\n【二.zip】"
    )


def test_a_file_in_an_archive_that_cannot_be_read_is_a_flag_on_the_page() -> None:
    url = "https://www.miit.gov.cn/a.zip"
    packed = make.packed(**{"一.txt": "第一条".encode(), "二.rar": b"Rar!\x1a\x07\x00", "三.pdf": b"%PDF-1.4"})
    content = f"<html><head><title>某通知</title></head><body><p>{'为规范活动，制定本办法。' * 20}</p>".encode()
    content += f"<a href='{url}'>附件.zip</a></body></html>".encode()
    document = clean(make.page(content), content, (), {url: (make.page(packed, url), packed)})
    assert [(flag.code, flag.concerns) for flag in document.flags] == [
        ("attachment-not-read", f"{url} > 二.rar"),
        ("attachment-not-read", f"{url} > 三.pdf"),
    ]
    alone = clean(make.page(packed, url), packed, (), {})
    assert [flag.concerns for flag in alone.flags] == [flag.concerns for flag in document.flags]


# Sheets


def test_hidden_rows_and_columns_are_left_out_with_a_flag() -> None:
    rows = make.row(2, "序号", "名称", "底价") + make.row(3, "1", "甲公司", "90") + make.row(4, "2", "乙公司", "80")
    plain = make.sheet(rows)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    place = "xl/worksheets/sheet1.xml"
    hidden = parts[place].replace(b'<row r="4"', b'<row r="4" spans="1:3" hidden="1"')
    hidden = hidden.replace(b"<sheetData>", b'<cols><col min="3" max="3" width="9" hidden="true"/></cols><sheetData>')
    url = "https://www.miit.gov.cn/n/P1.xlsx"
    for content, seen, codes in (
        (plain, "序号\t名称\t底价\n1\t甲公司\t90\n2\t乙公司\t80", []),
        (make.packed(**{**parts, place: hidden}), "序号\t名称\n1\t甲公司", ["hidden-text"]),
    ):
        document = clean(make.page(content, url), content, (), {})
        assert document.body == seen
        assert [flag.code for flag in document.flags] == codes


def test_hidden_sheets_are_not_read() -> None:
    content = make.sheet(make.row(1, "公开", "名单"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for state, seen in (
        ("hidden", "公开\t名单"),
        ("veryHidden", "公开\t名单"),
        ("visible", "名单\n公开\t名单\n底稿\n旧名单"),
    ):
        more = dict(parts)
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        more["xl/worksheets/sheet2.xml"] = sheet.replace("公开", "旧名单").replace("<t>名单</t>", "<t></t>").encode()
        more["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
            b"</sheets>", f'<sheet name="底稿" sheetId="2" state="{state}" r:id="rId2"/></sheets>'.encode()
        )
        relation = parts["xl/_rels/workbook.xml.rels"].decode().partition("<Relationship ")[2].partition("/>")[0]
        relation = relation.replace("rId1", "rId2").replace("sheet1", "sheet2")
        more["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
            b"</Relationships>", f"<Relationship {relation}/></Relationships>".encode()
        )
        more["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"</Types>",
            b'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.spreadsheetml.worksheet+xml"/></Types>',
        )
        assert read(make.packed(**more), "a.xlsx") == seen
