"""registers: tables of a page and its files -> rows, names, stated numbers, lookups, comparisons."""

import os
import shutil
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from jingbao import convert, plugs
from jingbao.archive.models import FlagRow, NameRow, PageRow, ReadingRow, RegisterRow
from jingbao.core.attachments import text as file_text
from jingbao.core.catalog import Catalog
from jingbao.core.errors import TooLarge, Unreadable
from jingbao.core.export import answer
from jingbao.core.read import read as read_document
from jingbao.core.registers import Register, compare, match, registers, rows_of_longest_table
from jingbao.core.values import Attachment, Document, RegisterSize
from jingbao.intake.arrival import Received, received
from jingbao.steps import convert as converting
from jingbao.steps.add import add
from jingbao.steps.clean import clean
from jingbao.steps.group import group
from jingbao.steps.lookup import compared, kept, lookup
from jingbao.steps.read import read
from jingbao.steps.registers import known_names
from tests import make
from tests.home import jingbao, succeed

SEEN = datetime(2024, 9, 1, tzinfo=UTC)
HEAD = "序号\t企业名称\t产品"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return plugs.catalog()


def only(text: str) -> Register:
    (found,) = registers(text, "body", "https://a/")
    return found


def listed(*rows: str, head: str = HEAD, title: str = "存在问题的企业名单") -> Register:
    return only("\n".join((title, head, *rows)))


def shown(register: Register) -> list[str]:
    return ["|".join(row.cells) for row in register.rows]


def test_rows_and_names_are_counted_apart() -> None:
    found = listed("1\t甲有限公司\t一", "2\t乙有限公司\t二", "3\t甲有限公司\t三")
    assert (found.title, len(found.rows), found.entities) == ("存在问题的企业名单", 3, ("甲有限公司", "乙有限公司"))


def test_one_name_in_two_spellings_is_one_name() -> None:
    found = listed("1\t甲（北京）有限公司\t一", "2\t甲(北京)有限公司\t二")
    assert found.entities == ("甲（北京）有限公司",)


def test_a_head_of_two_lines_gives_one_label_a_column() -> None:
    found = only("企业名单\n序号\t企业\t\t指标\n序号\t名称\t地区\t数量\n1\t甲有限公司\t北京\t3")
    assert found.header == ("序号", "企业 名称", "企业 地区", "指标 数量")
    assert shown(found) == ["1|甲有限公司|北京|3"]


def test_lines_over_the_head_and_units_and_notes_are_no_rows() -> None:
    text = "附件1\n某某目录\n单位：万元\t\t\n序号\t产品名称\t金额\n1\t甲\t3\n2\t乙\t4\n注：金额含税\t见说明"
    assert shown(only(text)) == ["1|甲|3", "2|乙|4"]


@pytest.mark.parametrize("total", ["合计\t\t2", "\t合　计\t2", "总计（家）\t\t2", "小计\t\t2"])
def test_totals_are_no_rows(total: str) -> None:
    assert len(listed("1\t甲有限公司\t一", "2\t乙有限公司\t二", total).rows) == 2


def test_a_name_that_begins_like_a_total_is_a_row() -> None:
    assert listed("1\t总计算力有限公司\t一").entities == ("总计算力有限公司",)


def test_a_blank_under_a_merged_cell_says_what_stands_above() -> None:
    found = listed("1\t甲有限公司\t一", "\t\t二", "2\t乙有限公司\t三")
    assert shown(found) == ["1|甲有限公司|一", "1|甲有限公司|二", "2|乙有限公司|三"]
    assert found.flags == ()


def test_a_blank_in_a_column_that_sorts_rows_says_what_stands_above() -> None:
    found = only("试点城市名单\n序号\t省份\t试点城市\n1\t河北\t石家庄市\n2\t\t保定市\n3\t山西\t太原市")
    assert shown(found)[1] == "2|河北|保定市"
    assert found.entities == ("石家庄市", "保定市", "太原市")


def test_a_head_that_is_repeated_is_no_row_and_parts_no_table() -> None:
    found = listed("1\t甲有限公司\t一", HEAD, "2\t乙有限公司\t二", "第2页", HEAD, "3\t丙有限公司\t三")
    assert len(found.rows) == 3


def test_sections_belong_to_one_register_and_may_count_from_one_again() -> None:
    found = listed("一、北京市", "1\t甲有限公司\t一", "2\t乙有限公司\t二", "二、上海市", "1\t丙有限公司\t三")
    assert (len(found.rows), found.flags) == (3, ())


def test_two_annexes_are_two_registers() -> None:
    text = f"附件1\n通过企业名单\n{HEAD}\n1\t甲有限公司\t一\n附件2\n未通过企业名单\n{HEAD}\n1\t乙有限公司\t二"
    found = registers(text, "attachment:1", "https://a/")
    assert [r.title for r in found] == ["通过企业名单", "未通过企业名单"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("1\t甲有限公司\t一", "3\t乙有限公司\t二"), "3 after 1"),
        (("1\t甲有限公司\t一", "1\t乙有限公司\t二"), "1 twice"),
    ],
)
def test_numbers_left_out_or_given_twice_are_flagged(rows: tuple[str, ...], words: str) -> None:
    (flag,) = listed(*rows).flags
    assert (flag.code, words in flag.cause) == ("register-numbering", True)


def test_a_number_that_stands_beside_each_line_of_one_name_is_no_fault() -> None:
    assert listed("1\t甲有限公司\t一", "1\t甲有限公司\t二", "2\t乙有限公司\t三").flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "类别\t雷达名称\t频率范围\n航空雷达\t一次监视雷达\t2700—2900MHz\n气象雷达\t天气雷达\t5300—5700MHz",
        "企业类型\t年主营业务收入\t研发投入占比\n本体制造\t不少于5000万元\t不低于5%",
        "申报单位\t\t联系人\t\n地址\t\t邮编\t\n简介\t（500字以内）\t\t",
        "推荐汇总表\n序号\t案例名称\t申报单位\n1\t\t\n2\t\t\n…\t\t",
        "联系人：张三\t电话：010-12345678",
        "\t\t\t\n\t\t",
        "甲\t" * 300 + "\n" + "乙\t" * 300,
    ],
)
def test_limits_classes_forms_and_blank_templates_are_no_registers(text: str) -> None:
    assert registers(text, "body", "https://a/") == ()


def test_who_recommends_or_supervises_is_not_who_is_named() -> None:
    found = only(
        "入选名单\n序号\t项目名称\t申报单位\t推荐单位\n1\t甲平台\t甲大学\t某省通信管理局\n2\t乙平台\t乙有限公司\t某省通信管理局"
    )
    assert found.entities == ("甲大学", "乙有限公司")


def test_what_is_headed_by_its_name_alone_is_what_is_listed() -> None:
    found = only("审批信息\n序号\t名称\t出版单位\n1\t甲游戏\t某出版社\n2\t乙游戏\t某出版社")
    assert found.entities == ("甲游戏", "乙游戏")


def test_bodies_are_found_by_what_the_cells_are_where_the_head_does_not_tell() -> None:
    found = only("牵头方\t参与情况\n甲大学\t一\n乙研究院\t二")
    assert found.entities == ("甲大学", "乙研究院")


def test_a_name_cut_by_a_pages_edge_is_one_name() -> None:
    found = listed("1\t广州某某信息技术\t一", "\t股份有限公司\t二", "2\t乙有限公司\t三")
    assert found.entities == ("广州某某信息技术股份有限公司", "乙有限公司")


def test_blocks_side_by_side_are_one_register_in_the_order_of_their_numbers() -> None:
    head = "序号\t单位名称\t序号\t单位名称"
    down = only(f"成员单位名单\n{head}\n1\t甲有限公司\t3\t丙有限公司\n2\t乙有限公司")
    across = only(f"成员单位名单\n{head}\n1\t甲有限公司\t2\t乙有限公司\n3\t丙有限公司")
    for found in (down, across):
        assert shown(found) == ["1|甲有限公司", "2|乙有限公司", "3|丙有限公司"]
        assert found.flags == ()


def test_a_city_that_is_a_province_stands_in_one_cell_over_both_columns() -> None:
    found = only("试点城市名单\n序号\t省份\t城市\n1\t河北省\t石家庄市\n2\t天津市\n3\t山西省\t太原市")
    assert found.entities == ("石家庄市", "天津市", "太原市")


def test_rows_without_a_head_are_a_register_when_they_count_from_one() -> None:
    found = only("企业名单如下\n1\t甲有限公司\t北京\n2\t乙有限公司\t上海\n4\t丙有限公司\t上海")
    assert (found.header, len(found.rows), len(found.entities)) == (("", "", ""), 3, 3)
    assert [flag.code for flag in found.flags] == ["register-numbering"]


def test_a_sentence_that_speaks_of_a_list_makes_a_table_one() -> None:
    found = only("现将试点城市名单予以公布，请认真贯彻执行。\n省份\t数量\t城市\n河北\t2\t石家庄市\n河北\t2\t唐山市")
    assert (found.title, found.entities) == ("", ("石家庄市", "唐山市"))


def test_a_cell_of_several_cities_names_each() -> None:
    found = only("试点城市名单\n序号\t省份\t试点城市\n1\t河北\t石家庄市、唐山市\n2\t山西\t太原市")
    assert (len(found.rows), found.entities) == (2, ("石家庄市", "唐山市", "太原市"))


def test_a_cell_that_lists_several_bodies_names_each() -> None:
    assert listed("1\t甲有限公司、乙大学\t一").entities == ("甲有限公司", "乙大学")
    assert listed("1\t甲、乙和丙有限公司\t一").entities == ("甲、乙和丙有限公司",)


def test_rows_of_a_file_are_those_of_its_longest_table_register_or_not() -> None:
    assert rows_of_longest_table("模式\t带宽\n甲\t10\n乙\t20\n合计\t30") == 2
    assert rows_of_longest_table("没有表格") is None


def document(body: str, *files: str) -> Document:
    attachments = tuple(
        Attachment(f"https://a/{n}.xlsx", f"{n}.xlsx", "xlsx", "p", text) for n, text in enumerate(files)
    )
    return Document(
        "p", "https://www.miit.gov.cn/a.html", "2", "i", "article", "关于公布试点企业名单的通知", body, "", attachments
    )


def test_a_reading_tells_the_longest_register_first_with_its_head_as_proof(catalog: Catalog) -> None:
    rows = "\n".join(f"{n}\t第{n}有限公司\t一" for n in range(1, 37))
    page = document(
        f"现公布36家企业名单（见附件）。\n部分企业名单\n{HEAD}\n1\t第1有限公司\t一", f"企业名单\n{HEAD}\n{rows}"
    )
    reading = read_document(page, catalog)
    first, second = reading.all("register")
    assert (first.value, first.quote, first.span.part) == (RegisterSize(36, 36, "企业名单"), HEAD, "attachment:1")
    assert second.value == RegisterSize(1, 1, "部分企业名单")
    assert answer(reading, page, "", None, catalog)["register"] == {"rows": 36, "entities": 36}
    assert [flag.code for flag in reading.flags if flag.code.startswith("register")] == []


@pytest.mark.parametrize(("stated", "flagged"), [("2家", False), ("3家", False), ("5家", True), ("约5家", False)])
def test_a_stated_number_must_fit_rows_or_names(catalog: Catalog, stated: str, flagged: bool) -> None:
    rows = "1\t甲有限公司\t一\n\t\t二\n2\t乙有限公司\t三"
    page = document(f"现将{stated}企业名单予以公布。\n企业名单\n{HEAD}\n{rows}")
    codes = [flag.code for flag in read_document(page, catalog).flags]
    assert ("register-count" in codes) is flagged


def test_a_number_over_the_table_must_fit_too(catalog: Catalog) -> None:
    page = document(f"企业名单\n（排名不分先后，共3家企业）\n{HEAD}\n1\t甲有限公司\t一\n2\t乙有限公司\t二")
    assert "register-count" in [flag.code for flag in read_document(page, catalog).flags]


NAMES = [
    ("百度", "北京百度网讯科技有限公司", "form"),
    ("Baidu", "北京百度网讯科技有限公司", "brand"),
    ("Baidu, Inc.", "百度在线网络技术（北京）有限公司", "brand"),
    ("腾讯", "深圳市腾讯计算机系统有限公司", "form"),
    ("TENCENT", "腾讯科技(深圳)有限公司", "brand"),
    ("美团", "北京三快在线科技有限公司", "brand"),
    ("北京字节跳动科技有限公司", "北京抖音信息服务有限公司", "brand"),
    ("蚂蚁金服", "蚂蚁科技集团股份有限公司", "brand"),
    ("甲（上海）有限公司", "甲(上海)有限公司", "same"),
    ("百度", "百度智能云", "part"),
    ("理想", "北京理想国文化有限公司", "part"),
    ("百度", "北京千度科技有限公司", None),
    ("腾讯", "北京百度网讯科技有限公司", None),
    ("智慧城市科技有限公司", "数字城市科技有限公司", None),
]


@pytest.mark.parametrize(("wanted", "name", "how"), NAMES)
def test_a_name_is_known_in_its_short_english_former_and_group_forms(
    wanted: str, name: str, how: str | None, catalog: Catalog
) -> None:
    assert match(wanted, name, known_names(catalog)) == how


def test_a_later_batch_tells_what_was_added_removed_and_changed() -> None:
    earlier = listed("1\t甲有限公司\t一", "2\t乙有限公司\t二", "3\t丙有限公司\t三", "4\t丙有限公司\t四")
    later = listed("1\t丙有限公司\t四", "2\t甲（北京）有限公司\t一", "3\t丁有限公司\t五", "4\t丙有限公司\t三改")
    found = compare(earlier, later)
    assert [row.cells[1] for row in found.added] == ["甲（北京）有限公司", "丁有限公司"]
    assert [row.cells[1] for row in found.removed] == ["甲有限公司", "乙有限公司"]
    assert [(c.before.cells[2], c.after.cells[2], c.columns) for c in found.changed] == [("三", "三改", ("产品",))]
    assert found.same == 1


def test_columns_are_compared_by_their_labels_whatever_their_order() -> None:
    earlier = listed("1\t甲有限公司\t一")
    later = listed("1\t新列\t一\t甲有限公司", head="序号\t备注\t产品\t企业名称")
    found = compare(earlier, later)
    assert (found.columns, found.same, found.added, found.removed) == (("企业名称", "产品"), 1, (), ())


def test_an_xlsx_with_merged_cells_a_word_file_and_a_pdf_of_one_register_give_the_same(tmp_path: Path) -> None:
    lines = [("1", "甲有限公司", "一"), ("1", "甲有限公司", "二"), ("2", "乙有限公司", "三"), ("3", "丙有限公司", "四")]
    sheet = "".join(make.row(n, *line) for n, line in enumerate((tuple(HEAD.split("\t")), *lines), 1))
    cells = [(n, c, 1, 1, word) for n, line in enumerate((HEAD.split("\t"), *lines)) for c, word in enumerate(line)]
    files = {
        "a.xlsx": make.sheet(sheet),
        "a.docx": make.word("企业名单", rows=(tuple(HEAD.split("\t")), *lines)),
        "a.pdf": make.pdf_of([make.ruled(*cells)]),
    }
    for name, content in files.items():
        found = only(file_text(content, name, "")[1])
        assert (len(found.rows), len(found.entities), found.flags) == (4, 3, ()), name


@pytest.mark.parametrize(
    "text", ["\t" * 100_000, "甲\t" * 50_000, ("序号\t名称\n" * 20_000), "（\t" * 30_000 + "\n" * 999]
)
def test_endless_tables_are_bounded(text: str) -> None:
    assert len(registers(text, "body", "https://a/")) <= 500


# -- over a database ---------------------------------------------------------------------------------

PAGE = """<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>
<p>发布时间：2024-0{month}-05 来源：工业和信息化部</p><div class="content"><p>各有关单位：</p>
<p>为促进人工智能产业健康发展，现将{count}家企业名单予以公布，请认真贯彻执行，加强组织领导，落实责任分工。</p>
{table}<p>工业和信息化部</p><p>2024年{month}月1日</p></div></body></html>"""


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def notice(month: int, *names: str, link: str = "") -> Received:
    rows = "".join(f"<tr><td>{n}</td><td>{name}</td><td>应用</td></tr>" for n, name in enumerate(names, 1))
    head = "<tr><th>序号</th><th>企业名称</th><th>产品</th></tr>"
    table = f"<p>入选企业名单</p><table>{head}{rows}</table>" if names else ""
    title = f"工业和信息化部关于公布第{'一二三四五六七八九'[month - 1]}批人工智能企业名单的通知"
    content = PAGE.format(title=title, month=month, count=len(names), table=table + link).encode()
    return received(f"https://www.miit.gov.cn/zwgk/art/2024/art_{month}.html", content, "text/html", SEEN)


def work(catalog: Catalog, *arrivals: Received) -> None:
    add(arrivals)
    clean(catalog)
    read(catalog)
    group(catalog)


@pytest.mark.django_db
def test_archived_registers_are_listed_looked_up_and_compared(home: Path, catalog: Catalog) -> None:
    work(
        catalog,
        notice(1, "北京百度网讯科技有限公司", "深圳市腾讯计算机系统有限公司", "某某有限公司"),
        notice(2, "北京百度网讯科技有限公司", "北京三快在线科技有限公司", "某某有限公司"),
    )
    first, second = kept()
    assert [len(found.register.rows) for found in (first, second)] == [3, 3]
    assert first.development != second.development
    assert [found.id for found in kept(str(second.development))] == [second.id]
    assert [found.id for found in kept(first.url)] == [first.id]
    found = lookup("Baidu", catalog)
    assert [(f.kept.id, f.row.number, f.how) for f in found] == [(first.id, 1, "brand"), (second.id, 1, "brand")]
    assert [f.name for f in lookup("美团", catalog)] == ["北京三快在线科技有限公司"]
    assert lookup("不在其中的公司", catalog) == []
    _, _, comparison = compared(first.id, second.id)
    assert [row.cells[1] for row in comparison.added] == ["北京三快在线科技有限公司"]
    assert [row.cells[1] for row in comparison.removed] == ["深圳市腾讯计算机系统有限公司"]
    with pytest.raises(Unreadable, match="no register has this number"):
        compared(first.id, 999_999)


@pytest.mark.django_db
def test_a_page_read_again_keeps_no_rows_of_the_older_reading(home: Path, catalog: Catalog) -> None:
    work(catalog, notice(1, "甲有限公司", "乙有限公司"))
    ReadingRow.objects.update(made_with="older")
    read(catalog)
    assert (RegisterRow.objects.count(), NameRow.objects.count()) == (1, 2)


@pytest.mark.django_db
def test_names_with_signs_of_a_search_are_taken_as_they_stand(home: Path, catalog: Catalog) -> None:
    work(catalog, notice(1, "百%度有限公司", "乙有限公司"))
    assert [f.name for f in lookup("%度", catalog)] == ["百%度有限公司"]
    with pytest.raises(Unreadable):
        lookup("  ", catalog)


# -- conversion --------------------------------------------------------------------------------------

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None and "JINGBAO_REQUIRE_ALL" not in os.environ, reason="LibreOffice is not installed"
)
RTF = (
    r"{\rtf1\ansi\uc1 {\fonttbl{\f0 SimSun;}}\f0 "
    + "".join(f"\\u{ord(c)}?" for c in "入选企业名单")
    + r"\par "
    + "".join(
        r"\trowd\cellx1000\cellx4000\cellx6000 "
        + "".join(r"\intbl " + "".join(f"\\u{ord(c)}?" for c in cell) + r"\cell " for cell in line)
        + r"\row "
        for line in (HEAD.split("\t"), ("1", "甲有限公司", "应用"), ("2", "乙有限公司", "应用"))
    )
    + r"\pard\par}"
).encode("ascii")
LINK = '<p>附件：<a href="/files/list.rtf">入选企业名单.rtf</a> <a href="/files/list.docx">说明.docx</a></p>'


def rtf() -> Received:
    return received("https://www.miit.gov.cn/files/list.rtf", RTF, "application/rtf", SEEN)


@needs_office
def test_a_file_is_converted_to_the_same_bytes_each_time_and_leaves_nothing_behind() -> None:
    one, other = convert.convert(RTF, "docx", "a.rtf"), convert.convert(RTF, "docx", "a.rtf")
    assert one == other
    assert file_text(one, "a.docx", "")[1].split("\n") == [
        "入选企业名单",
        HEAD,
        "1\t甲有限公司\t应用",
        "2\t乙有限公司\t应用",
    ]


@needs_office
def test_a_file_that_is_none_is_a_clear_error() -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le") + b"\x00\xff" * 4_000
    with pytest.raises(Unreadable) as error:
        convert.convert(content, "docx", "a.doc")
    assert "LibreOffice" in error.value.cause
    assert error.value.todo


@needs_office
@pytest.mark.django_db
def test_a_file_of_an_old_kind_is_converted_archived_and_read_with_its_page(home: Path, catalog: Catalog) -> None:
    work(catalog, notice(1, "甲有限公司", link=LINK), rtf())
    row = ReadingRow.objects.get()
    file, _ = row.document.value.attachments
    assert (file.page, "乙有限公司" in file.text) == (rtf().page.id, True)
    assert {len(found.register.rows) for found in kept()} == {1, 2}
    assert not FlagRow.objects.filter(code="attachment-not-read").exists()
    pages = PageRow.objects.count()
    assert converting.waiting() == []
    work(catalog, rtf())
    assert (PageRow.objects.count(), ReadingRow.objects.count()) == (pages, 1)


@needs_office
@pytest.mark.parametrize(
    ("point", "nth"),
    [
        pytest.param("jingbao.steps.add:_save", 1, marks=pytest.mark.prove),
        pytest.param("jingbao.convert:convert", 1, marks=pytest.mark.prove),
        pytest.param("jingbao.steps.convert:convert_files", 1, marks=pytest.mark.prove),
    ],
)
def test_a_run_killed_while_it_converts_makes_the_same_facts_when_it_is_run_again(
    point: str, nth: int, tmp_path: Path
) -> None:
    folder, homes = tmp_path / "in", (tmp_path / "killed", tmp_path / "whole")
    folder.mkdir()
    page = notice(1, "甲有限公司", link=LINK)
    (folder / "page.html").write_bytes(page.content)
    (folder / "list.rtf").write_bytes(RTF)
    index = ["url\tfile\tstatus\tcontent_type", f"{page.page.url}\tpage.html\t200\ttext/html"]
    index.append(f"{rtf().page.url}\tlist.rtf\t200\tapplication/rtf")
    (folder / "pages.tsv").write_text("\n".join(index) + "\n", encoding="utf-8")
    for at in homes:
        succeed(at, "add", str(folder), "--seen", "2024-09-01")
    assert jingbao(homes[0], "work", kill=(point, nth)).returncode == -9
    for at in homes:
        succeed(at, "work")
        succeed(at, "export", "readings", "--jsonl", str(at / "out.jsonl"))
    one, other = ((at / "out.jsonl").read_text(encoding="utf-8") for at in homes)
    assert one == other
    assert '"register": {"rows": 2, "entities": 2}' in one


@needs_office
@pytest.mark.django_db
def test_a_run_killed_between_conversion_and_cleaning_goes_on(home: Path, catalog: Catalog) -> None:
    add([notice(1, "甲有限公司", link=LINK), rtf()])
    clean(catalog)
    ((address, held),) = PageRow.objects.filter(address__startswith="converted:").values_list("address", "pk")
    PageRow.objects.filter(pk=held).delete()
    assert [place for place, _ in converting.waiting()] == [address]
    assert converting.convert_files() == 1
    assert PageRow.objects.filter(state="new").count() == 3  # the copy, its file, and the page it belongs to
    clean(catalog)
    read(catalog)
    assert "乙有限公司" in ReadingRow.objects.get().document.value.attachments[0].text


@pytest.mark.django_db
def test_without_the_program_the_page_says_what_to_install(
    home: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    convert.program.cache_clear()
    try:
        work(catalog, notice(1, "甲有限公司", link=LINK), rtf())
        with pytest.raises(Unreadable, match="not installed"):
            convert.convert(RTF, "docx", "a.rtf")
    finally:
        convert.program.cache_clear()
    flag = FlagRow.objects.get(code="attachment-not-read").value
    assert "Install LibreOffice" in flag.todo
    assert FlagRow.objects.filter(code="unreadable").count() == 1  # the file by itself
    assert replace(flag, todo="").concerns.endswith("list.rtf")


@needs_office
@pytest.mark.django_db
def test_a_file_that_cannot_be_converted_is_tried_once_and_flagged(home: Path, catalog: Catalog) -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le") + b"\x00\xff" * 4_000
    broken = received("https://www.miit.gov.cn/files/list.rtf", content, "application/msword", SEEN)
    work(catalog, notice(1, "甲有限公司", link=LINK), broken)
    assert [row.value.concerns for row in FlagRow.objects.filter(step="convert")] == [broken.page.url]
    assert converting.waiting() == []


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name that is none."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    convert.program.cache_clear()


@pytest.fixture
def fresh() -> Iterator[None]:
    yield
    convert.program.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"trap '' TERM\nsleep 61 & echo $! > {tmp_path}/child\nwait", monkeypatch)
    monkeypatch.setattr(convert, "SECONDS", 2)
    with pytest.raises(Unreadable, match="more than 2 seconds"):
        convert.convert(RTF, "docx", "a.rtf")
    child = Path("/proc") / (tmp_path / "child").read_text().strip() / "cmdline"
    for _ in range(50):  # init may take a moment to bury it
        if not child.exists() or not child.read_bytes():
            break
        time.sleep(0.1)
    assert not child.exists() or not child.read_bytes()


@pytest.mark.usefixtures("fresh")
def test_a_program_that_writes_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "mkdir out; yes | head -c 70000000 > out/file.docx", monkeypatch)
    with pytest.raises((Unreadable, TooLarge)):
        convert.convert(RTF, "docx", "a.rtf")


@pytest.mark.skipif(not convert.alone(), reason="this system does not let a program be cut off from the network")
@pytest.mark.usefixtures("fresh")
def test_the_program_has_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        reach = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        program(tmp_path, f'python3 -c "{reach}"; echo $? > {tmp_path}/answer', monkeypatch)
        with pytest.raises(Unreadable, match="could not convert"):
            convert.convert(RTF, "docx", "a.rtf")
    assert (tmp_path / "answer").read_text().strip() == "1"


# -- commands ----------------------------------------------------------------------------------------


def said(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_commands_tell_which_development_register_and_row(home: Path, catalog: Catalog) -> None:
    work(catalog, notice(1, "北京百度网讯科技有限公司", "甲有限公司"), notice(2, "甲有限公司", "乙有限公司"))
    one, other = (str(found.id) for found in kept())
    listing = said("registers", "--rows")
    assert "2 rows, 2 names  入选企业名单" in listing
    assert "1 | 北京百度网讯科技有限公司 | 应用" in listing
    assert listing.endswith("2 registers.\n")
    answer = said("lookup", "Baidu")
    assert "北京百度网讯科技有限公司  (same brand)" in answer
    assert f"register {one}, row 1" in answer
    assert said("lookup", "某某") == "No archived register names it.\n"
    difference = said("compare", one, other)
    assert "+ 2: 2 | 乙有限公司 | 应用" in difference
    assert "- 1: 1 | 北京百度网讯科技有限公司 | 应用" in difference
    assert "1 added, 1 removed, 0 changed, 1 the same" in difference
