"""The steps over a database: nothing lost, nothing doubled, whatever comes in."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection

from jingbao import plugs
from jingbao.archive import store
from jingbao.archive.explain import explain
from jingbao.archive.models import DocumentRow, FlagRow, PageRow, ReadingRow
from jingbao.core.catalog import Catalog
from jingbao.core.errors import PrintingError, Unreadable
from jingbao.core.values import Flag, Page
from jingbao.desk.models import BriefRow, DevelopmentRow, MemberRow
from jingbao.intake.arrival import Arrival, Received
from jingbao.steps.add import add
from jingbao.steps.clean import clean
from jingbao.steps.draft import draft
from jingbao.steps.group import group
from jingbao.steps.issue import print_issue
from jingbao.steps.read import read

pytestmark = pytest.mark.django_db

SEEN = datetime(2024, 9, 1, tzinfo=UTC)
NOTICE = """<html><head><meta charset="utf-8"><title>通知</title></head><body>
<div class="nav"><a href="/">首页</a></div>
<h1>{title}</h1><p>发布时间：2024-08-{day} 来源：工业和信息化部</p>
<div class="content"><p>各省、自治区、直辖市通信管理局：</p>
<p>为促进{subject}健康发展，现印发给你们，请认真贯彻执行。各单位应当建立健全工作机制，加强组织领导，落实责任分工。</p>
<p>本通知自2024年10月1日起施行。</p><p>工业和信息化部</p><p>2024年8月1日</p></div></body></html>"""


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return plugs.catalog()


def notice(
    n: int, title: str = "工业和信息化部关于印发《人工智能安全管理办法》的通知", seen: datetime = SEEN
) -> Received:
    url = f"https://www.miit.gov.cn/zwgk/art/2024/art_{n}.html"
    content = NOTICE.format(title=title, day=f"{n:02}", subject="人工智能产业").encode()
    name = hashlib.sha256(content).hexdigest()
    return Received(Page(url, url, seen, 200, "text/html; charset=utf-8", name, len(content)), content)


def run(catalog: Catalog, *arrivals: Arrival) -> None:
    add(iter(arrivals))
    clean(catalog)
    read(catalog)
    group(catalog)
    draft(catalog)


def test_adding_twice_changes_nothing(catalog: Catalog) -> None:
    assert (add([notice(1), notice(2)]).new, PageRow.objects.count()) == (2, 2)
    again = add([notice(1), notice(2)])
    assert (again.new, again.known, PageRow.objects.count()) == (0, 2, 2)


def test_what_could_not_be_taken_in_is_one_flag_however_often_it_fails(catalog: Catalog) -> None:
    flag = Flag("unreadable", "a.html", "empty", "Save the page again.")
    add([flag, notice(1)])
    add([flag])
    assert [row.value for row in FlagRow.objects.all()] == [flag]
    assert PageRow.objects.count() == 1


def test_working_twice_changes_nothing(catalog: Catalog) -> None:
    run(catalog, notice(1), notice(2, "工业和信息化部关于印发《数据安全管理办法》的通知"))

    def state() -> list[Any]:
        return [
            list(model.objects.order_by("pk").values())
            for model in (PageRow, DocumentRow, ReadingRow, DevelopmentRow, MemberRow, BriefRow, FlagRow)
        ]

    before = state()
    run(catalog)
    assert state() == before


def test_a_page_that_is_none_becomes_a_flag_and_the_next_is_read(catalog: Catalog) -> None:
    content = b"\x00\x01 no page at all \xff\xfe"
    bad = Received(
        Page(
            "https://x.gov.cn/1",
            "https://x.gov.cn/1",
            SEEN,
            200,
            "text/html",
            hashlib.sha256(content).hexdigest(),
            len(content),
        ),
        content,
    )
    run(catalog, bad, notice(1))
    assert PageRow.objects.get(id=bad.page.id).state == "refused"
    assert FlagRow.objects.filter(page=bad.page.id).exists()
    assert ReadingRow.objects.count() == 1


def test_a_database_that_fails_is_no_fault_of_a_page_and_the_run_can_be_taken_up_again(catalog: Catalog) -> None:
    add([notice(1)])
    clean(catalog)
    read(catalog)
    group(catalog)
    table = DocumentRow._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO lost")
        with pytest.raises(DatabaseError):
            draft(catalog)
        cursor.execute(f"ALTER TABLE lost RENAME TO {table}")
    assert not FlagRow.objects.filter(step="draft").exists()
    assert draft(catalog) == 1
    assert BriefRow.objects.count() == 1


def test_a_newer_copy_of_a_page_takes_the_place_of_the_older_and_both_are_kept(catalog: Catalog) -> None:
    run(catalog, notice(1))
    old = notice(1)
    newer = edited(old, "10月1日", "11月1日", SEEN + timedelta(days=1))
    run(catalog, newer)
    assert PageRow.objects.count() == 2
    (development,) = DevelopmentRow.objects.all()
    (member,) = development.value.members
    assert member.page == newer.page.id
    assert explain(old.page.url).page == newer.page
    assert store.fetch(old.page.sha256) == old.content


def test_pages_about_one_instrument_are_one_development_whatever_the_order(catalog: Catalog) -> None:
    run(catalog, notice(3), notice(1))
    run(catalog, notice(2))
    (development,) = DevelopmentRow.objects.all()
    assert len(development.value.members) == 3


def test_an_issue_says_only_what_was_known_on_its_day(catalog: Catalog, home: Path) -> None:
    run(catalog, notice(5), notice(20))  # one development: first posted on 5 August, again on 20 August
    issue, folder = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 8, 10), catalog)
    (item,) = issue.items
    assert item.brief.url == notice(5).page.url
    assert "art_20" not in "".join(p.read_text(errors="ignore") for p in folder.iterdir() if p.is_file())


def edited(received: Received, before: str, after: str, seen: datetime) -> Received:
    content = received.content.replace(before.encode(), after.encode())
    assert content != received.content
    name = hashlib.sha256(content).hexdigest()
    page = replace(received.page, seen=seen, sha256=name, size=len(content))
    return Received(page, content)


def test_an_issue_keeps_to_the_copy_that_was_known_on_its_day(catalog: Catalog) -> None:
    """The page was posted on 5 August, seen on 1 September, and found edited on 5 October."""
    first = notice(5)
    run(catalog, first)
    before, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)
    run(catalog, edited(first, "10月1日", "11月1日", datetime(2024, 10, 5, tzinfo=UTC)))
    again, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)
    assert again == before
    later, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 10, 6), catalog)
    assert later != before
    assert FlagRow.objects.filter(code="page-changed", concerns=first.page.url).count() == 1


def test_copies_that_come_in_the_wrong_order_make_the_same_issue(catalog: Catalog) -> None:
    first = notice(5)
    run(catalog, edited(first, "10月1日", "11月1日", datetime(2024, 10, 5, tzinfo=UTC)))
    run(catalog, first)
    issue, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)
    words = " ".join(sentence.text for item in issue.items for sentence in item.sentences)
    assert "1 October 2024" in words
    assert "November" not in words
    later, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 10, 6), catalog)
    assert "1 November 2024" in " ".join(sentence.text for item in later.items for sentence in item.sentences)


def test_an_issue_names_what_could_not_be_drafted(catalog: Catalog) -> None:
    denied = notice(2, "工业和信息化部关于暂缓实施《数据出境管理办法》的公告")
    content = denied.content.decode()
    start, end = content.index("<p>各省"), content.index("<p>工业和信息化部</p>")
    text = "<p>经研究，决定暂缓实施《数据出境管理办法》，恢复实施的时间另行公告，请有关企业按原有要求办理相关手续。</p>"
    denied = edited(denied, content[start:end], text, SEEN)
    run(catalog, notice(1), denied)
    issue, _ = print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)
    assert [item.brief.url for item in issue.items] == [notice(1).page.url]
    assert ("not-drafted", denied.page.url) in [(flag.code, flag.concerns) for flag in issue.flags]


def test_an_issue_is_refused_while_pages_wait(catalog: Catalog) -> None:
    with pytest.raises(PrintingError, match="no page"):
        print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)
    run(catalog, notice(1))
    add([notice(2)])
    with pytest.raises(PrintingError, match="1 to be cleaned"):
        print_issue(date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 5), catalog)


def test_an_issue_that_ends_before_it_begins_is_refused(catalog: Catalog) -> None:
    with pytest.raises(PrintingError, match="before it begins"):
        print_issue(date(2024, 8, 1), date(2024, 7, 1), date(2024, 9, 1), catalog)


def test_bytes_that_changed_on_disk_are_not_used(home: Path) -> None:
    received = notice(1)
    store.keep(received.content, received.page.sha256)
    store.path_of(received.page.sha256).write_bytes(b"something else")
    with pytest.raises(Unreadable, match="no longer"):
        store.fetch(received.page.sha256)


def test_a_page_is_cleaned_again_when_its_attachment_arrives(catalog: Catalog) -> None:
    page = notice(1)
    content = page.content.replace(
        b"</div></body>", '<p>附件：<a href="/attach/a.txt">办法.txt</a></p></div></body>'.encode()
    )
    with_file = Received(
        Page(page.page.url, page.page.url, SEEN, 200, "text/html", hashlib.sha256(content).hexdigest(), len(content)),
        content,
    )
    run(catalog, with_file)
    assert explain(page.page.url).document.attachments[0].text == ""
    text = "第一条　各平台应当建立制度。".encode()
    url = "https://www.miit.gov.cn/attach/a.txt"
    run(
        catalog,
        Received(
            Page(url, url, SEEN, 200, "text/plain; charset=utf-8", hashlib.sha256(text).hexdigest(), len(text)), text
        ),
    )
    assert "各平台应当建立制度" in explain(page.page.url).document.attachments[0].text
    assert DevelopmentRow.objects.count() == 1


def test_arrivals_are_taken_in_lazily(catalog: Catalog) -> None:
    """A reader that breaks off loses only what it had not handed over in whole batches."""

    def arrivals() -> Iterator[Arrival]:
        for n in range(1, 27):
            yield notice(n)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        add(arrivals())
    assert PageRow.objects.count() == 25
