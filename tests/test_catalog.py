"""The catalog loads, and every slip in it is named by file and line with what to do."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from jingbao import plugs
from jingbao.core.catalog import patterns, tables
from jingbao.core.catalog.entries import Catalog, Topic
from jingbao.core.catalog.load import load
from jingbao.core.errors import CatalogError

LEGAL = "".join(
    f'[[legal]]\nname = "{name}"\nversion = "1"\ntitle = "T"\ntext = "Words."\n'
    for name in ("disclaimer", "practice", "translation", "copyright", "privacy", "ai")
)
BEAT = (
    'name = "china-health"\nedition = "China Health Update"\nsubject = "health law in China"\ncontact = "Reply."\n'
    'editors = "The editors"\nspelling = "british"\ntopics = ["health"]\n'
    'other_desks = ["烟草"]\n[remit]\n"药品监督管理局" = "devices"\n'
    '[[section]]\nname = "industry"\ntitle = "Industry"\n[[section]]\nname = "legislative"\ntitle = "Law"\n'
    '[[section]]\nname = "enforcement"\ntitle = "Enforcement"\n' + LEGAL
)
SOURCE = (
    'name = "NMPA: notices"\nissuer = "国家药品监督管理局"\nfamily = "static"\nlist = "https://www.nmpa.gov.cn/a/"\n'
    'hosts = ["www.nmpa.gov.cn"]\nevery = "6h"\n[politeness]\nper_minute = 6\n'
    '[[layout]]\nlinks = "li a"\ntitle = "h1"\nbody = "div.text"\npublished = ""\n'
    '[[layout]]\nuntil = 2024-01-31\nlinks = "li a"\ntitle = "h2"\nbody = "#old"\npublished = ".date"\n'
    "[expect]\nlinks_per_list = 10\ndays_between_pages = 7\n"
)
FILES = {
    "issuers.tsv": "\t".join(tables.ISSUERS)
    + "\n国务院\t国院\tState Council\t\tstate-council\t\tnational\tgov.cn\t\t"
    + "\n国家药品监督管理局\t国家药监局; 药监局\tNational Medical Products Administration\tNMPA\tnational-bureau"
    + "\t国务院\tnational\tnmpa.gov.cn\t\t\n",
    "issuer_aliases.tsv": "\t".join(tables.ALIASES)
    + "\n国家食品药品监督管理局\t国家药品监督管理局\tformer\tState Food and Drug Administration\tSFDA\t2003\t2013\t\n",
    "instruments.tsv": "\t".join(tables.INSTRUMENTS) + "\n办法\tinstrument\tmeasures\tyes\t4 or 5\tnone\tyes\t\n",
    "verbs.tsv": "\t".join(tables.VERBS)
    + "\n印发\t印发\tissue\tissued\tissued\t30\ttitle\tissued\t…\t…\t"
    + "\n征求意见\t征求.{0,80}意见\tconsult\tdraft_for_comment\tdraft_for_comment\t100\ttitle\tproposed\t…\t…\t\n",
    "brands.tsv": "\t".join(tables.BRANDS) + "\n百度\tBaidu\tenglish\t\n",
    "terms.tsv": "\t".join(tables.TERMS) + "\n医疗器械\tmedical device\t\tgeneral\t\n",
    "holidays.tsv": "\t".join(tables.HOLIDAYS)
    + "\n2024\t2024-10-01\t2024-10-07\toff\t国庆节\t"
    + "\n2024\t2024-09-29\t2024-09-29\twork\t国庆节\t\n",
    "beats/china-health/beat.toml": BEAT,
    "beats/china-health/topics.tsv": "\t".join(tables.TOPICS)
    + "\nhealth\tgroup\t\tHealth\t卫生\t\t\t\t\t\n"
    + "devices\tsubject\thealth\tDevices\t器械\tMedical devices\t医疗器械\t\t\t\n",
    "beats/china-health/topic_examples.tsv": "\t".join(tables.EXAMPLES) + "\ndevices\texample\t医疗器械监督管理办法\n",
    "sources/nmpa.toml": SOURCE,
}


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The small catalog with one slip in it."""
    assert old in FILES[file], f"{old!r} is not in {file}"
    return {**FILES, file: FILES[file].replace(old, new, 1)}


@pytest.fixture(scope="module")
def real() -> Catalog:
    return plugs.catalog()


def test_another_beat_is_another_folder() -> None:
    catalog = load(FILES, "china-health")
    assert catalog.beat.edition == "China Health Update"
    assert catalog.beat.topics == ("devices",)
    assert [name for name, _ in catalog.beat.sections] == ["industry", "legislative", "enforcement"]
    assert catalog.topics["devices"].examples == ("医疗器械监督管理办法",)
    assert catalog.sources[0].layouts[1].body == "#old"
    assert [verb.priority for verb in catalog.verbs] == [100, 30]


def test_the_holidays_of_the_catalog_make_its_working_days() -> None:
    work = load(FILES, "china-health").workdays
    assert work.after(date(2024, 9, 28), 3) == date(2024, 10, 8)  # Sunday 29 is worked, then 30, then the 8th
    assert work.after(date(2024, 12, 31), 1) is None


def test_the_working_days_of_2024_are_251(real: Catalog) -> None:
    days = (date(2024, 1, 1) + timedelta(days=n) for n in range(366))
    assert sum(bool(real.workdays.works(day)) for day in days) == 251


def test_another_beats_files_do_not_change_the_fingerprint() -> None:
    more = {**FILES, "beats/china-energy/beat.toml": "not read"}
    assert load(more, "china-health").fingerprint == load(FILES, "china-health").fingerprint
    edited = changed("terms.tsv", "medical device", "medical appliance")
    assert load(edited, "china-health").fingerprint != load(FILES, "china-health").fingerprint


B = "beats/china-health"
SLIPS = [
    # file, what stands there, what stands there instead, FILE:LINE, words of the message
    ("issuers.tsv", "zh\tshort_forms", "zh\tshort_form", "issuers.tsv:1", "unknown column 'short_form'"),
    ("issuers.tsv", "\tnote\n", "\n", "issuers.tsv:1", "missing column 'note'"),
    ("issuers.tsv", "zh\tshort_forms", "short_forms\tzh", "issuers.tsv:1", "out of order"),
    ("issuers.tsv", "zh\tshort_forms", "\ufeffzh\tshort_forms", "issuers.tsv:1", "byte order mark"),
    ("issuers.tsv", "state-council", "council", "issuers.tsv:2", "level is 'council'"),
    ("issuers.tsv", "\tState Council", "\t State Council", "issuers.tsv:2", "space at its edge"),
    ("issuers.tsv", "\tState Council", "", "issuers.tsv:2", "9 cells for 10 columns"),
    ("issuers.tsv", "\n国家药品", "\n\n国家药品", "issuers.tsv:3", "empty"),
    ("issuers.tsv", "national-bureau\t国务院", "national-bureau\t国务部", "issuers.tsv:3", "parent '国务部'"),
    ("issuers.tsv", "state-council\t", "state-council\t国家药品监督管理局", "issuers.tsv:2", "its own ancestor"),
    ("issuers.tsv", "国家药监局; 药监局", "国家药监局; 国院", "issuers.tsv:3", "already at issuers.tsv:2"),
    ("issuers.tsv", "国家药监局; 药监局", "国家药监局; 国家药监局", "issuers.tsv:3", "twice"),
    ("issuers.tsv", "国家药监局; 药监局", "国家药监局;", "issuers.tsv:3", "empty member"),
    (
        "issuers.tsv",
        "\n国家药品监督管理局\t国家药监局; 药监局",
        "\n国务院\t",
        "issuers.tsv:3",
        "already at issuers.tsv:2",
    ),
    (
        "issuer_aliases.tsv",
        "\t国家药品监督管理局\t",
        "\t药监总局\t",
        "issuer_aliases.tsv:2",
        "'药监总局' is not in issuers",
    ),
    ("issuer_aliases.tsv", "国家食品药品监督管理局", "国务院", "issuer_aliases.tsv:2", "an issuer itself"),
    ("issuer_aliases.tsv", "2003\t2013", "2013\t2003", "issuer_aliases.tsv:2", "backwards"),
    ("issuer_aliases.tsv", "2003", "ca. 2003", "issuer_aliases.tsv:2", "whole number"),
    ("issuer_aliases.tsv", "former", "old", "issuer_aliases.tsv:2", "kind is 'old'"),
    ("instruments.tsv", "\tyes\t\n", "\tperhaps\t\n", "instruments.tsv:2", "binding is 'perhaps'"),
    ("verbs.tsv", "\tissued\tissued\t30", "\tfinal\tissued\t30", "verbs.tsv:2", "status is 'final'"),
    ("verbs.tsv", "\tissued\tissued\t30", "\tissued\tfinal\t30", "verbs.tsv:2", "state is 'final'"),
    ("verbs.tsv", "\t30\ttitle", "\thigh\ttitle", "verbs.tsv:2", "priority is 'high'"),
    ("verbs.tsv", "\t30\ttitle", "\t30\turl", "verbs.tsv:2", "scope is 'url'"),
    ("verbs.tsv", "征求.{0,80}意见", "征求.*意见", "verbs.tsv:3", "unbounded"),
    ("verbs.tsv", "征求.{0,80}意见", "征求(.{0,80}意见", "verbs.tsv:3", "no regular expression"),
    ("terms.tsv", "medical device", "medical device; medical appliance", "terms.tsv:2", "Write one wording"),
    ("holidays.tsv", "2024-10-07", "2024-10-32", "holidays.tsv:2", "last is '2024-10-32'"),
    ("holidays.tsv", "2024-10-07", "2024-12-07", "holidays.tsv:2", "no holiday of 2024"),
    ("holidays.tsv", "\toff\t", "\tfree\t", "holidays.tsv:2", "kind is 'free'"),
    ("holidays.tsv", "2024-09-29\t2024-09-29", "2024-09-30\t2024-09-30", "holidays.tsv:3", "worked anyway"),
    ("terms.tsv", "\t\tgeneral\t", "\t\thealt\t", "terms.tsv:2", "domain is 'healt'"),
    (f"{B}/topics.tsv", "subject\thealth", "subject\thealthcare", f"{B}/topics.tsv:3", "'healthcare' is no group"),
    (f"{B}/topics.tsv", "\t医疗器械\t\t\t\n", "\t医疗器械\t医疗器械\t\t\n", f"{B}/topics.tsv:3", "two kinds of cue"),
    (f"{B}/topics.tsv", "\t医疗器械\t\t\t\n", "\t\t\t\t\n", f"{B}/topics.tsv:3", "lacks cues"),
    (f"{B}/topic_examples.tsv", "devices\t", "device\t", f"{B}/topic_examples.tsv:2", "topic 'device'"),
    (f"{B}/beat.toml", '["health"]', '["helth"]', f"{B}/beat.toml:7", "'helth'"),
    (f"{B}/beat.toml", '["烟草"]', "[]", f"{B}/beat.toml:8", "at least one"),
    (f"{B}/beat.toml", "spelling", "speling", f"{B}/beat.toml:6", "unknown key 'speling'"),
    (f"{B}/beat.toml", '"british"', '"oxford"', f"{B}/beat.toml:6", "spelling is 'oxford'"),
    (f"{B}/beat.toml", '"china-health"', '"china-tmt"', f"{B}/beat.toml:1", "Write 'china-health'"),
    (f"{B}/beat.toml", '"devices"', '"health"', f"{B}/beat.toml:10", "no subject"),
    (f"{B}/beat.toml", 'name = "industry"', 'name = "law"', f"{B}/beat.toml:12", "name is 'law'"),
    (f"{B}/beat.toml", 'name = "privacy"', 'name = "ai"', f"{B}/beat.toml:46", "a second legal 'ai'"),
    (f"{B}/beat.toml", 'title = "Law"', "title = 3", f"{B}/beat.toml:16", "type str"),
    (f"{B}/beat.toml", 'contact = "Reply."', "contact Reply", f"{B}/beat.toml:4", "no TOML"),
    ("sources/nmpa.toml", "国家药品监督管理局", "药监局", "sources/nmpa.toml:2", "is not in issuers.tsv"),
    ("sources/nmpa.toml", '"static"', '"magic"', "sources/nmpa.toml:3", "family is 'magic'"),
    ("sources/nmpa.toml", "https://www", "www", "sources/nmpa.toml:4", "full http or https address"),
    ("sources/nmpa.toml", '["www.nmpa.gov.cn"]', '["nmpa.gov.cn"]', "sources/nmpa.toml:5", "not among the hosts"),
    ("sources/nmpa.toml", '"6h"', '"often"', "sources/nmpa.toml:6", "every is 'often'"),
    ("sources/nmpa.toml", "per_minute = 6", "per_minute = 0", "sources/nmpa.toml:8", "at least 1"),
    ("sources/nmpa.toml", "per_minute = 6", "", "sources/nmpa.toml:7", "missing key 'per_minute'"),
    ("sources/nmpa.toml", '"div.text"', '"div..text"', "sources/nmpa.toml:12", "no CSS selector"),
    ("sources/nmpa.toml", "until = 2024-01-31\n", "", "sources/nmpa.toml:14", "Newest first"),
    ("sources/nmpa.toml", 'title = "h2"', 'headline = "h2"', "sources/nmpa.toml:17", "unknown key 'headline'"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "words"), SLIPS, ids=[f"{s[3]} {s[4]}" for s in SLIPS])
def test_a_slip_is_named_by_file_and_line(file: str, old: str, new: str, at: str, words: str) -> None:
    with pytest.raises(CatalogError) as caught:
        load(changed(file, old, new), "china-health")
    assert caught.value.concerns == at
    assert words in str(caught.value)
    assert caught.value.todo.endswith(".")


def test_a_file_that_is_missing_or_misnamed_is_an_error() -> None:
    with pytest.raises(CatalogError, match=r"verbs\.tsv:1: the file is not there"):
        load({name: text for name, text in FILES.items() if name != "verbs.tsv"}, "china-health")
    with pytest.raises(CatalogError, match=r"isuers\.tsv:1: no such file"):
        load({**FILES, "isuers.tsv": ""}, "china-health")
    with pytest.raises(CatalogError, match=r"beats/china-space/beat\.toml:1.*china-space"):
        load(FILES, "china-space")


def test_one_name_may_pass_from_body_to_body_but_not_belong_to_two_at_once() -> None:
    row = "国家食品药品监督管理局\t国务院\tformer\t\t\t{}\t{}\t\n"
    table = FILES["issuer_aliases.tsv"]
    assert load({**FILES, "issuer_aliases.tsv": table + row.format(1998, 2003)}, "china-health").aliases
    with pytest.raises(CatalogError, match=r"issuer_aliases\.tsv:3: .*Part them by years"):
        load({**FILES, "issuer_aliases.tsv": table + row.format(2001, 2008)}, "china-health")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="gb18030" if name == "terms.tsv" else "utf-8")
    with pytest.raises(CatalogError, match=r"^terms\.tsv:2: not UTF-8"):
        plugs.catalog("china-health", tmp_path)
    (tmp_path / "terms.tsv").write_text(FILES["terms.tsv"], encoding="utf-8")
    assert plugs.catalog("china-health", tmp_path) == load(FILES, "china-health")


@pytest.mark.parametrize("pattern", ["a{0,60}b", r"\(.{1,9}\)?x", "[a*]b", r"a\*b", "(?:ab)?c{2}", "[^)]{0,9}x?(?=y)z"])
def test_a_bounded_pattern_may_run(pattern: str) -> None:
    assert patterns.check("verbs.tsv:2", pattern) == pattern


@pytest.mark.parametrize(
    "pattern",
    ["a*b", "a+", "a{2,}b", "(?:a{0,9}b){0,9}c", "(?:(?:a{1,3}))+", "a{0,900}b", "((?:ab?){0,9}){2}", "a?", "[", "(a"],
)
def test_a_pattern_that_could_run_away_is_refused(pattern: str) -> None:
    with pytest.raises(CatalogError, match=r"verbs\.tsv:2"):
        patterns.check("verbs.tsv:2", pattern)


def test_the_real_catalog_is_whole(real: Catalog) -> None:
    assert len(real.issuers) > 450
    assert len(real.terms) > 900
    assert {source.issuer for source in real.sources} <= set(real.issuers)
    assert {topic.parent for topic in real.topics.values()} - {""} <= set(real.topics)
    assert {name for name, _ in real.beat.sections} == {"legislative", "enforcement", "industry"}
    assert all(block.version and len(block.text) > 80 for block in real.beat.legal)


def test_every_subject_finds_its_examples_and_not_its_counter_examples(real: Catalog) -> None:
    subjects = [topic for topic in real.topics.values() if topic.kind == "subject"]
    assert set(real.beat.topics) == {topic.id for topic in subjects}
    for topic in subjects:
        assert len(topic.examples) >= 2, topic.id
        assert len(topic.counter_examples) >= 2, topic.id
        assert [title for title in topic.examples if not about(topic, title)] == [], topic.id
        assert [title for title in topic.counter_examples if about(topic, title)] == [], topic.id


def about(topic: Topic, title: str) -> bool:
    """The rule of the cues: a strong one must be there, a weak one counts a quarter, a negative one subtracts."""
    strong = sum(cue in title for cue in topic.cues)
    weak = sum(cue in title for cue in topic.weak)
    return strong > 0 and strong + weak / 4 - sum(cue in title for cue in topic.negative) >= 1


def test_english_of_the_catalog_holds_no_notes(real: Catalog) -> None:
    for text in [term.en for term in real.terms.values()] + [issuer.en for issuer in real.issuers.values()]:
        assert not re.search(r"[;…\[\]|]|do not use|[Ss]eed item|\bor\b / ", text), text
        assert not re.search(r"[㐀-鿿]", text), text


STATUSES: list[tuple[str, str]] = [
    ("某某部关于印发《数据安全管理办法》的通知", "issued"),
    ("某某部关于印发《数据安全管理规定（试行）》的通知", "trial"),
    ("某某部关于《数据安全管理办法（征求意见稿）》公开征求意见的通知", "draft_for_comment"),
    ("某某部关于印发《数据安全管理办法（征求意见稿）》的通知", "draft_for_comment"),
    ("某某省数据条例（草案）", "draft_for_comment"),
    ("某某部：拟规范人脸识别应用", "draft_for_comment"),
    ("关于公开征集《数据安全管理办法》意见的公告", "draft_for_comment"),
    ("某某部办公厅关于征集数据安全典型案例的通知", "open_call"),
    ("某某部办公厅关于开展数据安全试点城市遴选的通知", "open_call"),
    ("某某部办公厅关于公布数据安全试点城市名单的通知", "list"),
    ("关于数据安全典型案例征集结果的公示", "list"),
    ("最高人民法院发布数据权益典型案例", "case_release"),
    ("关于侵害用户权益行为的APP通报（2023年第3批）", "enforcement"),
    ("某某部约谈多家平台企业", "enforcement"),
    ("国务院关于同意设立某某试验区的批复", "approved"),
    ("某某办关于开展“清朗·网络直播”专项行动的通知", "campaign"),
    ("2025全球数字经济大会在京开幕", "event"),
    ("2023年前三季度通信业经济运行情况", "report"),
    ("关于防范虚拟货币诈骗的风险提示", "statement"),
]


@pytest.mark.parametrize(("title", "status"), STATUSES, ids=[title for title, _ in STATUSES])
def test_the_strongest_verb_tells_what_a_page_does(real: Catalog, title: str, status: str) -> None:
    found = [verb for verb in real.verbs if verb.scope == "title" and re.search(verb.regex, title)]
    assert found[0].status == status, found[0].pattern


def test_no_title_with_a_draft_marker_counts_as_issued(real: Catalog) -> None:
    covers: list[Callable[[str], str]] = [
        lambda name: f"关于印发《{name}》的通知",
        lambda name: f"关于发布《{name}》的公告",
        lambda name: f"某某部修订发布《{name}》",
        lambda name: f"关于公布《{name}》的令第16号",
        lambda name: f"《{name}》典型案例名单公布",
    ]
    for marker in (
        "征求意见稿",
        "公开征求意见稿",
        "修订草案",
        "草案",
        "送审稿",
        "报批稿",
        "讨论稿",
        "修订草案征求意见稿",
    ):
        for cover in covers:
            title = cover(f"数据安全管理办法（{marker}）")
            best = next(verb for verb in real.verbs if verb.scope == "title" and re.search(verb.regex, title))
            assert best.status == "draft_for_comment", title


def test_hostile_text_keeps_no_verb_busy(real: Catalog) -> None:
    started = time.perf_counter()
    for text in ("关于的通", "征求意", "公布发布认定名", "开展组织做好申", "（" * 4, "关于开展试点的", "罚款处以元"):
        for verb in real.verbs:
            re.search(verb.regex, text * (20_000 // len(text)))
    assert time.perf_counter() - started < 5


def test_formats_and_the_like_are_found_by_listing_their_folder() -> None:
    found = plugs.modules("jingbao.core.catalog")
    assert {"entries", "load", "tables"} <= set(found)
    assert found["load"].load is load
