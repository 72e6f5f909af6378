"""Days and periods of Chinese texts."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from jingbao.core.dates import after, days, in_address, length, numeral, periods, short_days


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("二十三", 23), ("一百零五", 105), ("两", 2), ("二〇二四", 2024), ("１５", 15), ("三百二十一", 321)],
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


def test_a_period_keeps_its_trigger_and_unit() -> None:
    (first, second) = periods("意见请自公告发布之日起30日内反馈；自收到申请之日起二十个工作日内作出决定。")
    assert (first.trigger, first.number, first.unit) == ("公告发布", 30, "day")
    assert (second.trigger, second.number, second.unit) == ("收到申请", 20, "working day")


def test_a_length_of_time_is_added_by_the_calendar() -> None:
    assert length("本办法有效期5年") == (5, "year")
    assert after(date(2024, 8, 31), 1, "month") == date(2024, 9, 30)
    assert after(date(2024, 2, 29), 1, "year") == date(2025, 2, 28)
    assert after(date(2024, 8, 1), 30, "day") == date(2024, 8, 31)
    assert after(date(2024, 8, 1), 15, "working day") is None


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
    periods(text)
    short_days(text)
