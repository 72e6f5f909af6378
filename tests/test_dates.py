"""Days and periods of Chinese texts."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from jingbao.core.dates import days, in_address, numeral, short_days
from jingbao.core.lengths import length, lengths, within
from jingbao.core.ranges import points, ranges
from jingbao.core.workdays import Workdays


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("一百零五", 105),
        ("两", 2),
        ("二〇二四", 2024),
        ("１５", 15),
        ("三百二十一", 321),
        ("廿五", 25),
        ("卅", 30),
        ("两万", 20_000),
        ("一万二千", 12_000),
        ("3万", 30_000),
    ],
)
def test_a_numeral_has_its_value(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize("text", ["", "甲", "十百", "一二十"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2024年7月26日", "２０２４年７月２６日", "2024 年 7 月 26 日", "2024\n年7月26日", "2024-07-26", "2024/7/26",
        "2024.7.26",
        "二〇二四年七月二十六日", "二○二四年七月二十六日", "二零二四年七月二十六日", "二O二四年七月二十六日",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form(text: str) -> None:
    (found,) = days(f"印发于{text}起")
    assert found.day == date(2024, 7, 26)
    assert f"印发于{text}起"[found.start : found.end] == text


@pytest.mark.parametrize("text", ["2024年2月30日", "2024年13月1日", "版本 2024.8", "1024年1月1日", "12024年1月1日"])
def test_a_day_that_does_not_exist_is_not_read(text: str) -> None:
    assert days(text) == ()


def test_a_short_day_falls_on_or_after_the_day_of_the_page() -> None:
    (found,) = short_days("请于1月31日前报送")
    assert found.since(date(2024, 12, 20)) == date(2025, 1, 31)
    assert found.since(date(2025, 1, 31)) == date(2025, 1, 31)
    assert short_days("2024年1月31日") == ()


def test_the_29th_of_february_is_found_only_where_it_is() -> None:
    (found,) = short_days("2月29日")
    assert found.since(date(2024, 1, 1)) == date(2024, 2, 29)
    assert found.since(date(2025, 1, 1)) is None


def test_a_period_keeps_its_act_and_unit() -> None:
    (first, second) = within("意见请自公告发布之日起30日内反馈；自收到通知之日起二十个工作日内作出决定。")
    assert (first.act, first.length.days, first.over) == ("发布", 30, False)
    assert (second.act, second.length.working) == ("收到", 20)
    (third,) = within("自公布之日起3个月后施行")
    assert (third.act, third.length.months, third.over) == ("公布", 3, True)


@pytest.mark.parametrize(
    ("text", "months", "count", "working"),
    [
        ("两年半", 30, 0, 0), ("一个半月", 1, 15, 0), ("三周", 0, 21, 0), ("10个工作日", 0, 0, 10), ("半年", 6, 0, 0),
        ("30日", 0, 30, 0), ("十五个自然日", 0, 15, 0), ("1年零6个月", 18, 0, 0), ("三十（30）日", 0, 30, 0),
        ("一个季度", 3, 0, 0), ("一个星期又三天", 0, 10, 0),
    ],
)  # fmt: skip
def test_a_length_of_time_has_its_months_days_and_working_days(
    text: str, months: int, count: int, working: int
) -> None:
    (found,) = lengths(f"期限为{text}。")
    assert (found.months, found.days, found.working) == (months, count, working)


def _after(day: date, text: str) -> date | None:
    found = length(text)
    assert found is not None
    return found.after(day, WORK)


WORK = Workdays(frozenset({date(2024, 9, 16), date(2024, 9, 17)}), frozenset({date(2024, 9, 14)}), frozenset({2024}))


def test_a_length_of_time_is_added_by_the_calendar() -> None:
    assert _after(date(2024, 8, 31), "1个月") == date(2024, 9, 30)
    assert _after(date(2024, 2, 29), "一年") == date(2025, 2, 28)
    assert _after(date(2024, 8, 1), "30天") == date(2024, 8, 31)


def test_working_days_are_counted_by_the_notice_of_the_year() -> None:
    assert _after(date(2024, 9, 11), "5个工作日") == date(2024, 9, 19)  # Saturday the 14th is worked, 15 to 17 are off


def test_working_days_of_a_year_without_a_notice_are_not_guessed() -> None:
    assert _after(date(2024, 12, 30), "5个工作日") is None
    assert _after(date(2023, 1, 3), "1个工作日") is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年8月14日-9月16日", date(2024, 8, 14), date(2024, 9, 16)),
        ("2024年12月20日至1月10日", date(2024, 12, 20), date(2025, 1, 10)),
        ("12月20日至次年1月10日", date(2024, 12, 20), date(2025, 1, 10)),
        ("2024年8月14—16日", date(2024, 8, 14), date(2024, 8, 16)),
        ("8月14日（星期三）9时至9月16日17:00", date(2024, 8, 14), date(2024, 9, 16)),
        ("二〇二四年八月十四日至九月十六日", date(2024, 8, 14), date(2024, 9, 16)),
        ("2024-08-14至2024-09-16", date(2024, 8, 14), date(2024, 9, 16)),
        ("2024—2028年", date(2024, 1, 1), date(2028, 12, 31)),
        ("2024年1-6月", date(2024, 1, 1), date(2024, 6, 30)),
    ],
)
def test_a_range_takes_from_its_left_end_what_its_right_end_leaves_out(text: str, first: date, last: date) -> None:
    (found,) = ranges(f"时间为{text}。")
    assert found.days(date(2024, 8, 12)) == (first, last)


def test_a_range_that_runs_backward_is_none() -> None:
    assert ranges("2024年8月31日—30日") == ()


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("9月底", date(2024, 9, 30)), ("9月上旬", date(2024, 9, 10)), ("2月下旬", date(2025, 2, 28)),
        ("年底前", date(2024, 12, 31)), ("本月20日", date(2024, 8, 20)), ("明年1月31日", date(2025, 1, 31)),
        ("2024年第三季度", date(2024, 9, 30)), ("2025年上半年", date(2025, 6, 30)), ("元月5日", date(2025, 1, 5)),
        ("2024年12月", date(2024, 12, 31)), ("廿", None),
    ],
)  # fmt: skip
def test_a_time_with_something_left_out_is_completed_from_the_day_of_the_page(text: str, last: date | None) -> None:
    assert [point.after(date(2024, 8, 12)) for point in points(text)] == ([last] if last else [])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.gov.cn/zc/202408/t20240826_28.html", date(2024, 8, 26)),
        ("https://a.cn/html/2024-07/04/nw.D1_3.htm", date(2024, 7, 4)),
        ("https://a.cn/tech/2024/0826/c1010_40.html", date(2024, 8, 26)),
        ("https://a.cn/20240726/324168b17225.html", date(2024, 7, 26)),
        ("https://a.cn/news/2024/8/1/22011.html", date(2024, 8, 1)),
    ],
)
def test_an_address_tells_its_day(url: str, day: date) -> None:
    found = in_address(url)
    assert found is not None
    assert found.day == day


def test_an_address_without_a_day_tells_none() -> None:
    assert in_address("https://www.miit.gov.cn/art/2024/art_f50ec2bb86b8ec3aec38de24801cde65.html") is None
    assert in_address("https://a.cn/post_11452101.html") is None


@given(st.dates(min_value=date(1949, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_that_is_printed_is_read_back(day: date) -> None:
    assert [found.day for found in days(f"{day.year}年{day.month}月{day.day}日")] == [day]
    assert [found.day for found in days(day.isoformat())] == [day]


@given(st.text(alphabet="12０〇二十年月日-/. 自起内天个", max_size=300))
def test_no_text_breaks_the_reader_of_days(text: str) -> None:
    for found in days(text):
        assert text[found.start : found.end].strip()
    for one in (*points(text), *ranges(text), *lengths(text), *within(text)):
        assert 0 <= one.start < one.end <= len(text)
    short_days(text)
