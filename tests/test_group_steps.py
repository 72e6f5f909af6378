"""Grouping over a database: links between developments, and what one more page costs."""

from datetime import date, timedelta

import pytest

from jingbao.archive.models import DocumentRow, PageRow, ReadingRow
from jingbao.core.catalog import Catalog
from jingbao.core.group import VERSION, chain_keys, keys, profile
from jingbao.core.values import Document, Fact, Reading, Span, to_json
from jingbao.desk.models import DevelopmentRow, KeyRow, LinkRow, MemberRow
from jingbao.steps.group import candidates, group, sharing
from jingbao.steps.link import NEAREST, followed, linked, links_of
from tests.test_steps import NOTICE, SEEN, catalog as catalog, edited, home as home, notice, run

pytestmark = pytest.mark.django_db


DRAFTED = "公开征求对《人工智能安全管理办法（征求意见稿）》的意见"


def test_a_draft_and_its_final_text_are_linked_whichever_comes_first(catalog: Catalog) -> None:
    draft_page, final = notice(1, DRAFTED), notice(20)
    run(catalog, final)
    run(catalog, draft_page)
    assert DevelopmentRow.objects.count() == 2
    (row,) = LinkRow.objects.all()
    assert (row.value.kind, row.value.since, row.value.day) == ("final", date(2024, 8, 1), date(2024, 8, 20))
    (ahead,) = links_of(draft_page.page.id)
    (back,) = links_of(final.page.id)
    assert str(back).startswith(f"follows {draft_page.page.url} (draft of 1 August 2024): ")
    assert str(ahead).startswith(f"is followed by {final.page.url} (final text of 20 August 2024): ")
    before = list(LinkRow.objects.values_list("earlier", "later", "value_json"))
    run(catalog)
    assert list(LinkRow.objects.values_list("earlier", "later", "value_json")) == before


def test_a_link_is_known_from_the_day_on_which_both_pages_were(catalog: Catalog) -> None:
    run(catalog, notice(1, DRAFTED), notice(20))
    number = MemberRow.objects.get(reading__page=notice(1, DRAFTED).page.id).development_id
    assert linked(number, date(2024, 8, 19)) == ()
    (known,) = linked(number, date(2024, 8, 20))
    assert known.known == date(2024, 8, 20)


def test_a_link_goes_with_the_page_it_rests_on(catalog: Catalog) -> None:
    run(catalog, notice(1, DRAFTED), notice(20))
    other = edited(notice(20), "人工智能安全管理办法", "物联网卡登记规定", SEEN + timedelta(days=1))
    run(catalog, other)
    assert LinkRow.objects.count() == 0


def test_developments_of_other_rules_are_put_together_anew(catalog: Catalog) -> None:
    run(catalog, notice(1), notice(2))
    DevelopmentRow.objects.update(made_with="0")
    MemberRow.objects.update(profile_json="{}")  # what an older version kept cannot be read
    run(catalog)
    (development,) = DevelopmentRow.objects.all()
    assert len(development.value.members) == 2


def test_a_development_that_lost_a_page_is_put_together_anew(catalog: Catalog) -> None:
    run(catalog, notice(1), notice(2), notice(3))
    ReadingRow.objects.filter(page=notice(2).page.id).delete()
    group(catalog)
    (development,) = DevelopmentRow.objects.all()
    assert len(development.value.members) == 2


SERIES = "工业和信息化部关于印发《人工智能安全管理办法》的通知"


def of_series(name: str, day: date) -> tuple[Reading, Document]:
    """A page like any other of its series but for its address and day."""
    text = NOTICE.format(title="", day="01", subject="人工智能产业")
    document = Document(name, f"https://www.miit.gov.cn/{name}", "1", "", "article", SERIES, text, "", ())
    facts = {
        "title": SERIES,
        "instrument": SERIES,
        "issuer": "工业和信息化部",
        "role": "official",
        "status": "issued",
        "published": day.isoformat(),
    }
    found = (Fact(key, value, "x", Span("title", 0, 1), "test") for key, value in facts.items())
    return Reading(name, name, document.url, "1", tuple(found)), document


def archive_of(count: int) -> None:
    """An archive of so many pages of one series, one in sixty days, each a development of its own."""
    for n in range(1, count + 1):
        name, day = f"old{n}", date(2024, 7, 1) - timedelta(days=60 * n)
        traits = profile(*of_series(name, day))
        page = PageRow.objects.create(id=name, address=name, sha256=name, seen=SEEN, state="clean", value_json="{}")
        document = DocumentRow.objects.create(id=name, page=page, kind="article", current=True, value_json="{}")
        reading = ReadingRow.objects.create(
            id=name, document=document, page=page, made_with="1", on_beat=False, because="", published="", value_json=""
        )
        home = DevelopmentRow.objects.create(made_with=VERSION, size=1, developed="x")
        member = MemberRow.objects.create(reading=reading, development=home, because="", profile_json=to_json(traits))
        found = (*keys(traits), *chain_keys(traits))
        KeyRow.objects.bulk_create(KeyRow(member=member, key=key, day=day.toordinal()) for key in found)


@pytest.mark.parametrize("count", [30, 300])
def test_one_more_page_looks_at_no_more_pages_in_a_larger_archive(count: int) -> None:
    """The new page shares name, authority, opening and text with every page there is."""
    archive_of(count)
    new = profile(*of_series("new", date(2024, 7, 10)))
    assert len(MemberRow.objects.all()) == count
    near = candidates(keys(new), date(2024, 7, 10).toordinal())
    assert sum(len(members) for _, members in near) == 6  # of 400 days, within which a text may be copied
    assert 0 < len(followed((new,))) <= NEAREST


def test_the_search_for_candidates_uses_the_index() -> None:
    wanted = sharing(("name:a", "text:b", "address:c"), date(2024, 8, 1).toordinal())
    plan = KeyRow.objects.filter(wanted).explain()
    assert "key_and_day" in plan
    assert "SCAN" not in plan
