"""Every format prints the whole issue, proves each sentence, and is not fooled by what a page says."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from importlib.resources import files
from itertools import pairwise
from time import process_time
from types import ModuleType

import jsonschema
import pytest
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from jingbao import plugs
from jingbao.core.errors import PrintingError, ReadingError
from jingbao.core.lifecycle import STATES
from jingbao.core.values import Issue, Item, Span, Status, from_json
from jingbao.formats import email, html, json as json_format, markdown, printed, source, text
from jingbao.formats.plain import host, plain, web_address
from jingbao.formats.style import STYLE, colours
from jingbao.formats.templates import cited, mixed
from tests.samples import HOSTILE, NOTICE, sample_issue, sample_page

FORMATS = {name: m for name, m in plugs.modules("jingbao.formats").items() if hasattr(m, "SUFFIX")}
ISSUE = sample_issue()
HAN = re.compile("[\u3400-\u9fff]")


def page(issue: Issue = ISSUE) -> LexborHTMLParser:
    return LexborHTMLParser(html.render(issue).decode())


def mail(issue: Issue = ISSUE) -> tuple[EmailMessage, str, str]:
    message = message_from_bytes(email.render(issue), policy=default)
    assert isinstance(message, EmailMessage)
    words, styled = message.iter_parts()
    return message, words.get_content(), styled.get_content()  # type: ignore[attr-defined]


def readable(name: str, module: ModuleType, issue: Issue = ISSUE) -> str:
    """What a person gets of a format, spaces and line ends as one space, markup and escapes taken away."""
    content = module.render(issue).decode()
    if name == "email":
        content = mail(issue)[1] + LexborHTMLParser(mail(issue)[2]).text()
    elif name == "html":
        content = LexborHTMLParser(content).text()
    elif name == "markdown":
        content = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", content)
    return " ".join(content.split())


def with_text(hostile: str) -> Issue:
    """The sample with a text put wherever a page or a person could have written one."""
    section = ISSUE.sections[0]
    item = section.items[0]
    brief = replace(item.brief, title=hostile, number=hostile, url=hostile, region=hostile)
    first, *others = item.sentences
    citation = replace(first.citations[0], quote=hostile, url=hostile)
    said = (replace(first, text=hostile, citations=(citation,)), *others)
    changed = replace(section, items=(replace(item, brief=brief, headline=hostile, sentences=said), *section.items[1:]))
    return replace(
        ISSUE, sections=(changed, *ISSUE.sections[1:]), introduction=hostile, contact=hostile, edition=hostile
    )


def test_the_formats_are_those_an_issue_promises() -> None:
    assert {m.SUFFIX for m in FORMATS.values()} >= {".html", ".eml", ".txt", ".md", ".json"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_prints_every_item_once_with_the_notice(name: str) -> None:
    found = readable(name, FORMATS[name])
    assert NOTICE in found
    for item in ISSUE.items:
        assert " ".join(item.headline.split()[:4]) in found
    counts = {
        "html": len(page().css("article.item > h3")),
        "email": len([h for h in LexborHTMLParser(mail()[2]).css("h3") if h.css_first("span.day")]),
        "text": len(re.findall(r"^\d+\. ", text.render(ISSUE).decode(), re.M)),
        "markdown": len(re.findall(r"^### \d+\. ", markdown.render(ISSUE).decode(), re.M)),
        "json": sum(len(s["items"]) for s in json.loads(json_format.render(ISSUE))["sections"]),
    }
    assert counts.get(name, len(ISSUE.items)) == len(ISSUE.items) == 5


@pytest.mark.parametrize("name", FORMATS)
def test_every_sentence_and_every_quotation_is_in_every_format(name: str) -> None:
    found = re.sub(r"\s", "", readable(name, FORMATS[name]))
    for item in ISSUE.items[:3]:
        for sentence in (*item.sentences, item.brief.headline):
            assert re.sub(r"\s", "", sentence.text) in (found.replace('\\"', '"'))
            assert all(re.sub(r"\s", "", citation.quote) in found for citation in sentence.citations)


@pytest.mark.parametrize("name", FORMATS)
def test_every_date_to_watch_says_what_it_is_with_its_quotation(name: str) -> None:
    found = re.sub(r"\s", "", readable(name, FORMATS[name]))
    if name == "email":
        found = re.sub(r"\s", "", LexborHTMLParser(mail()[2]).text())
    table = found if name == "json" else found[: found.index("工业和信息化部国家标准化管理委员会关于印发")]
    for number, watch in ISSUE.watches:
        said = printed.watch_said(watch, ISSUE.items[number - 1])
        assert re.sub(r"\s", "", watch.citation.quote) in table
        assert re.sub(r"\s", "", said) in table
        assert watch.what != "target" or said in {s.text[:-1] for s in ISSUE.items[number - 1].sentences}


def test_a_target_no_sentence_says_is_not_printed() -> None:
    watch, item = next(w for _, w in ISSUE.watches if w.what == "target"), ISSUE.items[0]
    silent = replace(item, sentences=item.sentences[:1])
    with pytest.raises(PrintingError, match="no sentence says the target"):
        printed.watch_said(watch, silent)


@pytest.mark.parametrize("name", FORMATS)
def test_an_issue_without_a_notice_carries_none(name: str) -> None:
    assert NOTICE not in readable(name, FORMATS[name], replace(ISSUE, notice=""))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_prints_a_direction_override_or_a_control(name: str) -> None:
    content = FORMATS[name].render(ISSUE)
    if name == "email":
        content = "".join(mail()[1:]).encode()
    assert "\u202e" not in content.decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", content.decode())


def test_another_process_prints_the_same_bytes() -> None:
    code = (
        "import hashlib; from jingbao import plugs; from tests.samples import sample_issue; i = sample_issue();"
        "print([hashlib.sha256(m.render(i)).hexdigest()"
        " for m in plugs.modules('jingbao.formats').values() if hasattr(m, 'SUFFIX')])"
    )
    printed_here, printed_there = (
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert printed_here == printed_there
    assert len(printed_here) > 300


# The web page


def test_each_sentence_opens_on_exactly_the_words_it_rests_on() -> None:
    for node, item in zip(page().css("article.item"), ISSUE.items, strict=True):
        facts = [s for s in item.sentences if s.kind == "fact"]
        for opened, sentence in zip(node.css(".prose details.said"), facts, strict=True):
            quotes = [q.text() for q in opened.css("blockquote[lang=zh-Hans]")]
            assert quotes == list(dict.fromkeys(" ".join(plain(c.quote).split()) for c in sentence.citations))
        places = [a.attributes["href"] for a in node.css(".where a")]
        assert places
        assert set(places) == {printed.place(c) for s in (*item.sentences, item.brief.headline) for c in s.citations}


def test_a_comment_stands_apart_with_its_author_and_opens_on_nothing() -> None:
    (view,) = page().css(".view")
    assert view.text(separator=" ", strip=True).startswith("View of A. Sample")
    assert view.css_first("sup") is None


def test_the_wording_is_that_of_the_day_of_printing() -> None:
    assert "The consultation closes on 15 September 2024." in page().text()
    later = page(replace(ISSUE, printed=date(2024, 9, 16))).text()
    assert "The consultation closed on 15 September 2024." in later
    assert "The consultation closes on" not in later


def test_headings_nest_landmarks_stand_and_names_are_unique() -> None:
    tree = page()
    levels = [int(h.tag[1]) for h in tree.css("h1,h2,h3,h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for landmark in ("body > header", "main", "nav[aria-labelledby]", "body > footer"):
        assert len(tree.css(landmark)) == 1, landmark
    ids = Counter(n.attributes["id"] for n in tree.css("[id]"))
    assert [i for i, count in ids.items() if count > 1] == []
    pointed = {a.attributes["href"][1:] for a in tree.css("a[href^='#']")}  # type: ignore[index]
    labelled = {n.attributes["aria-labelledby"] for n in tree.css("[aria-labelledby]")}
    assert pointed | labelled <= set(ids)
    assert tree.css_first("html").attributes["lang"] == "en-GB"  # type: ignore[union-attr]


def _is_chinese(node: LexborNode | None) -> bool:
    while node is not None:
        if node.attributes and "lang" in node.attributes:
            return str(node.attributes["lang"]).startswith("zh")
        node = node.parent
    return False


@pytest.mark.parametrize("which", ["issue", "copy"])
def test_every_chinese_run_is_marked_as_chinese(which: str) -> None:
    tree = page() if which == "issue" else LexborHTMLParser(copy())
    body = tree.body
    assert body is not None
    found = [n for n in body.traverse(include_text=True) if n.tag == "-text" and HAN.search(n.text_content or "")]
    assert len(found) > 10
    assert [n.text_content for n in found if not _is_chinese(n.parent)] == []


def test_the_page_has_no_script_loads_nothing_and_links_only_to_the_web() -> None:
    tree = page()
    assert tree.css("script, link:not([rel=icon]), img, iframe, object, embed, form, base, svg") == []
    assert str(tree.css_first("link").attributes["href"]).startswith("data:image/svg+xml,")  # type: ignore[union-attr]
    assert [n for n in tree.css("*") for a in n.attributes if a.startswith("on") or a == "style"] == []
    hrefs = [str(a.attributes["href"]) for a in tree.css("a")]
    assert all(re.match(r"(https?://|#|sources/[0-9a-f]{20}\.html)", href) for href in hrefs)
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_what_is_written_on_a_hostile_page_is_printed_as_text() -> None:
    words = page().text()
    assert '</summary><script>alert("1")</script>\ufffd〕4202〔' in words
    assert "javascript:alert(1)//https://www.miit.gov.cn/" in words


SHAPE = [n.tag for n in page(with_text("Text")).css("*")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip))
def test_no_text_changes_the_structure_of_the_page(words: str) -> None:
    shape = [n.tag for n in page(with_text(words)).css("*")]
    assert Counter(shape) - Counter(["span"] * 200) == Counter(SHAPE) - Counter(["span"] * 200)


def test_topics_carry_their_printed_names_and_marks_say_where_a_text_stands() -> None:
    marks = [n.text(separator=" | ", strip=True) for n in page().css(".marks")]
    assert marks[0] == "issued | national · Internet of Things · standards"
    assert marks[1].startswith("draft for comment")
    assert marks[4].startswith("issued for trial | in force from 1 October 2024")
    later = printed.marks(ISSUE.items[4], date(2024, 10, 1))
    assert later == ("issued for trial", "in force")


def test_every_status_and_state_has_its_word_and_no_other_passes() -> None:
    assert set(printed.STATUS) == set(Status.__args__)
    assert set(printed.STATE) == set(STATES)
    item = ISSUE.items[0]
    with pytest.raises(PrintingError):
        printed.marks(replace(item, brief=replace(item.brief, state="unheard-of")), ISSUE.printed)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 7, 1), date(2024, 8, 31), "July–August 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2023, 12, 1), date(2024, 1, 31), "December 2023 – January 2024"),
        (date(2024, 7, 3), date(2024, 7, 17), "3–17 July 2024"),
        (date(2024, 7, 3), date(2024, 8, 5), "3 July – 5 August 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 – 2 January 2024"),
        (date(2024, 7, 3), date(2024, 7, 3), "3 July 2024"),
    ],
)
def test_a_period_is_printed_as_people_write_it(start: date, end: date, words: str) -> None:
    assert printed.period(replace(ISSUE, start=start, end=end)) == words


def test_a_headline_carries_its_date_once() -> None:
    item = replace(ISSUE.items[0], headline=f"{ISSUE.items[0].headline} (26 August)")
    for given_item in (item, ISSUE.items[0]):
        found = printed.entry(given_item, ISSUE)
        assert f"{found.headline} {found.day}".count("(26 August)") == 1


def test_chinese_inside_english_is_marked_with_its_figures() -> None:
    assert str(mixed("the 《电信条例》 (No. 5)")) == 'the <span lang="zh-Hans">《电信条例》</span> (No. 5)'
    assert str(mixed("工信部〔2024〕5号 <b>")) == '<span lang="zh-Hans">工信部〔2024〕5号</span> &lt;b&gt;'


def test_numbers_of_items_in_a_highlight_lead_to_them() -> None:
    (first, second) = page().css("#highlights ~ p.text")
    assert [a.attributes["href"] for a in first.css("a")] == ["#item-1"]
    assert [a.attributes["href"] for a in second.css("a")] == ["#item-3", "#item-2"]
    assert str(cited("Items 4, 5 and 9 <b>, item 4x", (4, 5))) == (
        'Items <a href="#item-4">4</a>, <a href="#item-5">5</a> and 9 &lt;b&gt;, item 4x'
    )


@pytest.mark.parametrize("unit", ["（", "中a", "a", "中 ", "items 1, 1 and ", "[1]", "https://a", "1", "\\", "<\u202e"])
def test_long_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    words = unit * (200_000 // len(unit))
    began = process_time()
    for _ in cited(words, (1,)), markdown.safe(words), web_address(words), *text.wrap(words):
        pass
    assert process_time() - began < 5


def test_quotations_in_a_row_are_cited_as_a_range() -> None:
    quote = printed.entry(ISSUE.items[0], ISSUE).quotes[0]
    for numbers, words in (((1, 2, 3, 5), "1–3,5"), ((1, 2), "1,2"), ((), ""), ((4,), "4"), ((1, 3, 4, 5), "1,3–5")):
        assert printed.Line("", tuple(replace(quote, number=n) for n in numbers), "").numbers == words


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://www.miit.gov.cn@evil.example/",
        "https://a b/",
        'https://a/"onclick=',
        "https://a/\u202egpj",
        "//evil.example",
        "ftp://a/",
        "http://[::1",
        " https://a/",
        "https://a/" + "x" * 3000,
    ],
)
def test_what_is_no_plain_web_address_becomes_no_link(url: str) -> None:
    assert web_address(url) == ""
    assert host(url) == ""
    assert markdown.link("x", url).startswith("x: ")


def test_web_addresses_stay_as_they_are() -> None:
    url = "http://www.cac.gov.cn/文件.docx?a=(1)&b=2#c"
    assert web_address(url) == url
    assert host(url) == "www.cac.gov.cn"


# Contrast and type

TEXTS, GROUNDS = ("ink", "muted", "seal", "link", "kept", "doubt"), ("paper", "surface")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_text_and_ground_reaches_four_and_a_half(scheme: str) -> None:
    colour = colours(scheme)  # type: ignore[arg-type]
    pairs = [(t, g) for t in TEXTS for g in GROUNDS] + [(t, "light") for t in ("ink", "link", "kept", "doubt")]
    pairs.append(("paper", "seal"))
    low = {pair: round(contrast(colour[pair[0]], colour[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_on_the_quotation_light_only_ink_is_set() -> None:
    rules = [rule for rule in re.findall(r"\{([^{}]*)\}", STYLE) if "background: var(--light)" in rule]
    assert len(rules) >= 2
    assert all("color: var(--ink)" in rule for rule in rules)


def test_the_stylesheet_uses_no_colour_but_those_it_names() -> None:
    body = re.sub(r":root \{[^{}]*\}", "", STYLE)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", body) == []
    used = set(re.findall(r"var\((--[a-z0-9]+)\)", STYLE))
    assert used <= set(re.findall(r"(--[a-z0-9]+):", STYLE))


# Plain text, Markdown, e-mail, JSON


def test_plain_text_keeps_to_its_width() -> None:
    long = [line for line in text.render(ISSUE).decode().splitlines() if text.columns(line) > text.WIDTH]
    assert long == []


def test_wrapping_parts_no_mark_from_its_character() -> None:
    words = "国家互联网信息办公室关于《生成式人工智能服务管理暂行办法》（征求意见稿）公开征求意见的通知。" * 3
    lines = list(text.wrap(words, "[1] ", "    "))
    assert "".join(lines).replace(" ", "") == f"[1]{words}"
    assert all(text.columns(line) <= text.WIDTH + 4 for line in lines)
    assert not [line for line in lines[1:] if line.strip()[0] in "，。、）》"]
    assert not [line for line in lines if line.strip()[-1] in "（《"]


def parsed(issue: Issue) -> list[tuple[str, str, str]]:
    """Type, text and link of every token of the Markdown, inline ones included."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render(issue).decode())
    flat = [t for token in tokens for t in (token, *(token.children or ()))]
    return [(t.type, t.content, str(t.attrs.get("href", t.attrs.get("src", "")))) for t in flat]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>[]()!*_`#|~\\-+=1.:/&;@ \nhtps中ab"), min_size=1, max_size=40))
def test_no_text_is_markdown_html_or_a_link(words: str) -> None:
    found = parsed(with_text(words))
    assert not [
        t for t in found if t[0] in ("html_block", "html_inline", "image", "code_inline", "fence", "code_block")
    ]
    assert all(re.match(r"https?://[^/]|sources/[0-9a-f]{20}\.html", t[2]) for t in found if t[0] == "link_open")


def test_markdown_footnotes_are_all_defined_and_all_used() -> None:
    words = markdown.render(ISSUE).decode()
    defined = re.findall(r"^\[\^(\d+-\d+)\]:", words, re.M)
    used = re.findall(r"\[\^(\d+-\d+)\](?!:)", words)
    assert sorted(set(used)) == sorted(defined)
    assert len(set(defined)) == len(defined)


def test_the_mail_has_two_parts_a_fixed_date_and_no_header_from_a_page() -> None:
    message, words, styled = mail(replace(ISSUE, edition="Update\r\nBcc: all@example.org"))
    assert message.get_content_type() == "multipart/alternative"
    assert message["Bcc"] is None
    assert message["Subject"] == "Update Bcc: all@example.org, July–August 2024"
    assert message["Date"] == "Thu, 05 Sep 2024 00:00:00 +0800"
    assert words.startswith("京報")
    assert "prefers-color-scheme: dark" in styled


def test_the_mail_is_one_column_of_tables_that_loads_nothing() -> None:
    styled = mail()[2]
    tree = LexborHTMLParser(styled)
    assert "max-width:640px" in styled
    assert tree.css("img, link, script, form, iframe") == []
    assert "@import" not in styled
    assert "fonts.g" not in styled
    assert all(re.match("https?://", str(a.attributes["href"])) for a in tree.css("a"))
    assert HOSTILE.split("\u202e")[0] in tree.text()


def test_json_holds_the_issue_and_fits_its_published_schema() -> None:
    content = json_format.render(ISSUE)
    assert from_json(Issue, content) == ISSUE
    schema = json.loads(files("jingbao.formats").joinpath("issue.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator.validate(json.loads(content))
    broken = json.loads(content)
    broken["sections"][0]["items"][0]["brief"]["surprise"] = 1
    assert not validator.is_valid(broken)


def test_the_published_schema_is_that_of_the_values() -> None:
    published = files("jingbao.formats").joinpath("issue.schema.json").read_text(encoding="utf-8")
    again = "python -c 'from jingbao.formats.json import schema; print(schema(), end=\"\")'"
    assert published == json_format.schema(), f"write it again: {again} > jingbao/formats/issue.schema.json"
    schema = json.loads(published)
    assert schema["$id"]
    assert schema["title"]
    assert all(part.get("description") for part in [schema, *schema["$defs"].values()])


# The archived copy


def copy(*more: Span) -> str:
    of, document = sample_page()
    item: Item = ISSUE.items[0]
    spans = {c.span for s in (item.brief.headline, *item.sentences) for c in s.citations}
    return source.render(of, document, (*spans, *more), NOTICE).decode()


def lit(tree: LexborHTMLParser) -> str:
    return "".join(mark.text() for mark in tree.css("mark"))


def test_the_copy_shows_evidence_text_and_notice() -> None:
    of, document = sample_page()
    words = LexborHTMLParser(copy()).text()
    assert NOTICE in words
    assert of.sha256 in words
    assert "1 September 2024, 09:30 China time" in words
    for line in (*document.body.split("\n")[:4], document.title, "2024-08-26", "感知、网络、平台、应用协同发展。"):
        assert line in words


def test_every_link_of_the_issue_into_the_copy_arrives_at_its_quotation() -> None:
    of, document = sample_page()
    tree = LexborHTMLParser(copy())
    links = [str(a.attributes["href"]) for a in page().css(f"a[href^='sources/{of.id}.html#']")]
    assert len(links) >= 8
    for link in links:
        name = link.split("#")[1]
        _, part, start = name.split("-")
        (mark,) = tree.css(f"[id='{name}']")
        assert document.part(part)[int(start) :].startswith(mark.text())


def test_overlapping_quotations_are_lit_once_and_each_can_be_pointed_at() -> None:
    of, document = sample_page()
    spans = (Span("body", 20, 30), Span("body", 25, 40), Span("body", 25, 28), Span("body", 20, 60))
    tree = LexborHTMLParser(source.render(of, document, spans, "").decode())
    assert lit(tree) == document.body[20:60]
    assert {m.attributes["id"] for m in tree.css("mark[id]")} == {"q-body-20", "q-body-25"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 280), st.integers(1, 12)), max_size=12))
def test_exactly_the_quoted_characters_are_lit(found: list[tuple[int, int]]) -> None:
    of, document = sample_page()
    spans = tuple(Span("body", start, min(start + length, len(document.body))) for start, length in found)
    covered = {n for span in spans for n in range(span.start, span.end)}
    tree = LexborHTMLParser(source.render(of, document, spans, "").decode())
    assert lit(tree) == "".join(c for n, c in enumerate(document.body) if n in covered and c not in "\n\t")


def test_a_quotation_that_begins_with_a_line_end_keeps_its_name() -> None:
    of, document = sample_page()
    start = document.body.index("\n")
    tree = LexborHTMLParser(source.render(of, document, (Span("body", start, start + 5),), "").decode())
    (mark,) = tree.css(f"[id='q-body-{start}']")
    assert mark.text() == document.body[start + 1 : start + 5]


@pytest.mark.parametrize("span", [Span("body", 5, 5), Span("body", 0, 10**6), Span("body", -1, 3), Span("no", 0, 1)])
def test_a_quotation_outside_the_document_is_refused(span: Span) -> None:
    of, document = sample_page()
    with pytest.raises(ReadingError):
        source.render(of, document, (span,), "")


def test_nothing_of_a_hostile_page_is_passed_on() -> None:
    of, document = sample_page()
    bad = replace(document, title=HOSTILE, body=f"{HOSTILE}\t<b>x</b>\n{HOSTILE}", meta=f"tag:x\t{HOSTILE}")
    where = replace(of, url="javascript:alert(1)", answered_url=HOSTILE)
    tree = LexborHTMLParser(source.render(where, bad, (Span("body", 2, 30),), HOSTILE).decode())
    assert tree.css("script, b, img, style + script") == []
    assert all(re.match(r"https?://|\.\./|[0-9a-f]{20}\.bin", str(a.attributes["href"])) for a in tree.css("a"))
    assert "\u202e" not in tree.text()
