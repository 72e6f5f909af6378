"""Headers of laws: acts, days, bodies and numbers, by the conventions of tests/labels/README.md."""

import pytest

from jingbao.core.read.headers import LONGEST, adopter, events
from tests.gate_headers import score

Short = tuple[str, str | None, tuple[str, ...], str | None]


def short(header: str) -> list[Short]:
    return [(e.act, e.day.isoformat() if e.day else None, e.bodies, e.number) for e in events(header)]


@pytest.mark.parametrize(
    ("header", "acts"),
    [
        (
            "1988年11月22日 国务院第26次常务会议通过 "
            "1988年12月1日 中华人民共和国国务院令第20号发布 自1989年1月1日起施行",
            [
                ("adopted", "1988-11-22", ("国务院",), None),
                ("promulgated", "1988-12-01", ("国务院",), "国务院令第20号"),
                ("in_force", "1989-01-01", (), None),
            ],
        ),
        (
            "2001年1月5日 甲市第九届人民代表大会常务委员会第三次会议通过"
            "并经2001年3月1日乙省第九届人民代表大会常务委员会第二次会议批准的"
            "《甲市人民代表大会常务委员会关于修改〈甲市条例〉的决定》修正",
            [
                ("adopted", "2001-01-05", ("甲市人民代表大会常务委员会",), None),
                ("amended", "2001-03-01", ("乙省人民代表大会常务委员会",), None),
            ],
        ),
        (
            "1980年12月27日 国家经济委员会\n国家档案局发布",
            [("promulgated", "1980-12-27", ("国家经济委员会", "国家档案局"), None)],
        ),
        (
            "1985年9月18日 国务院发布\n发布之日施行",
            [("promulgated", "1985-09-18", ("国务院",), None), ("in_force", "1985-09-18", (), None)],
        ),
        ("典型案例\n最高人民法院发布\n2022-03-15", [("promulgated", "2022-03-15", ("最高人民法院",), None)]),
        (
            "２００２年６月２９日 第九届全国人民代表大会常务委员会第二十八次会议通过",
            [("adopted", "2002-06-29", ("全国人民代表大会常务委员会",), None)],
        ),
        (
            "2016年4月15日 甲市人民代表大会常务委员会公告第1号公布",
            [("promulgated", "2016-04-15", ("甲市人民代表大会常务委员会",), "公告第1号")],
        ),
        ("法释〔2021〕11号", []),
    ],
)
def test_each_dated_clause_is_an_act(header: str, acts: list[Short]) -> None:
    assert short(header) == acts


def test_who_passed_a_text_stands_in_the_sentence_that_promulgates_it() -> None:
    sentence = "《某条例》已由甲市第十六届人民代表大会常务委员会第十次会议于2025年1月10日通过，现予公布。"
    found = adopter(sentence)
    assert found is not None
    assert found[0] == "甲市人民代表大会常务委员会"


def test_no_more_than_the_longest_header_is_read() -> None:
    piece = "2024年1月1日通过"
    assert len(events(piece * 100_000)) in (LONGEST // len(piece), LONGEST // len(piece) + 1)
    assert events("《" * 100_000) == ()


def test_events_are_scored_in_order_and_a_missing_one_costs() -> None:
    one = {"act": "adopted", "date": "2024-01-01", "body": frozenset({"国务院"}), "number": None}
    other = {**one, "act": "approved", "number": "国务院令第1号"}
    assert score([([one, other], [one, other])])["act"] == (1.0, 2)
    assert score([([one, other], [one])])["act"][0] == pytest.approx(2 / 3)
    assert score([([one, other], [other, one])])["act"] == (0.0, 2)
    assert score([([one, other], [one, {**other, "number": None}])])["number"] == (0.0, 1)
