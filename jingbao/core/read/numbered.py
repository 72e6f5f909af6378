"""How document numbers are printed: code, year in brackets, number; and the lines that hold nothing else.

By GB/T 9704 a number is 工信部联科〔2024〕206号. Brackets of every kind, figures of full width, blanks, 第 and leading
zeros stand in running text as well. What is looser (one bracket missing, 〔2024年〕, 〔二〇二四〕, no 号) is a number
only where nothing else can stand: under its label, or on a line of its own at the head or foot of a text.
"""

from __future__ import annotations

import re
import unicodedata

from jingbao.core.dates import numeral

NUMBER = re.compile(
    r"(?P<code>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]通告"  # 粤通: a telecom authority
    r"|[\u4e00-\u9fff]{1,14}+(?<!令)(?<!公告)(?<!通告))\s{0,3}(?:[〔\[［﹝【]|(?<=[\u4e00-\u9fff]{2})[(（])\s{0,2}(?P<year>(?:19|20|１９|２０)\d{2})\s{0,2}[〕\]］﹞】)）]"
    r"\s{0,3}(?:第\s{0,2})?(?P<no>(?![0０]+\D)\d{1,5})\s{0,2}号"
)
_CODE = r"(?P<code>[\u4e00-\u9fff]{2,14}(?<![令第年])(?<!公告)(?<!通告))"
_YEAR = r"(?P<year>(?:19|20|１９|２０)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s{0,2}年?"
_NO = r"(?:第\s{0,2})?(?P<no>(?![0０]{1,5}(?:\D|$))\d{1,5}|[一二三四五六七八九十百]{1,5})"
_OPEN, _CLOSE = r"[〔\[［﹝【(（〈<＜《{｛「『〖]", r"[〕\]］﹞】)）〉>＞》}｝」』〗]"
_PRINTED = "|".join(
    rf"{_CODE}\s{{0,3}}{opening}\s{{0,2}}{_YEAR}\s{{0,2}}{closing}\s{{0,3}}{_NO}\s{{0,2}}{end}".replace(
        "(?P<", f"(?P<{letter}_"
    )
    for letter, opening, closing, end in (
        ("a", _OPEN, f"{_CLOSE}?", "号"),
        ("b", "", _CLOSE, "号"),
        ("c", _OPEN, _CLOSE, r"(?![\d号])"),
    )
)
_LOOSE = re.compile(_PRINTED)
_KIND = (
    r"(?:(?<![\u4e00-\u9fff])(?:字\s{0,3}号|编\s{0,3}号)|(?:发文|公文|文件)(?:字号|文号|编号|号)|通知文号|文\s{0,6}号)"
)
_LABEL = rf"{_KIND}[】\]]?\s{{0,3}}"
LABEL = re.compile(rf"{_LABEL}[：:]\s{{0,3}}|^[（(【\[\s]{{0,2}}{_LABEL}")
# What may stand before and after a number on its line: copy number, class of secrecy, urgency, signer, day.
_FIRST = re.compile(r"(?:(?:[A-CＡ-Ｃ]类?|特急|加急|急件|平急|特提|主动公开|公开|[\d/-]{6,24})[\s\u3000]{1,6}){1,3}")
_LAST = re.compile(
    r"(?:[\s\u3000|｜]{0,8}(?:签发人\s?[：:]?[\u4e00-\u9fff·\s\u3000]{2,16}|\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?"
    r"|[A-CＡ-Ｃ]类?|[（(]?此件[^（）()]{2,16}[）)]?|[（(]?(?:主动|依申请|不予)?公开[）)]?)){1,3}"
)
_BRACKETS = "（）()【】[] \u3000"


def normal(m: re.Match[str]) -> str:
    """A number with six-cornered brackets, half-width figures, without 第, blanks or leading zeros."""
    held = {name.rpartition("_")[2]: text for name, text in m.groupdict().items() if text}
    year, number = (numeral(unicodedata.normalize("NFKC", held[name]).replace("○", "〇")) for name in ("year", "no"))
    return f"{held['code']}〔{year}〕{number}号"


def whole(text: str) -> re.Match[str] | None:
    """The number that a line or a cell is, printed as it may be."""
    return NUMBER.fullmatch(text) or _LOOSE.fullmatch(text)


def of_line(line: str, *, edge: bool) -> re.Match[str] | None:
    """The number of a line that has nothing else, or names it 文号. edge: whether the line stands at the head or foot
    of its text, where a number may be printed loosely and have its class, signer or day beside it."""
    if label := LABEL.search(line):
        return NUMBER.match(line, label.end()) or _LOOSE.match(line, label.end())
    bare = line.strip(_BRACKETS)
    if edge and (first := _FIRST.match(bare)):
        bare = bare[first.end() :]
    found = NUMBER.match(bare) or (_LOOSE.match(bare) if edge else None)
    rest = bare[found.end() :].strip(" \u3000、") if found else ""
    while rest and (more := NUMBER.match(rest)):  # a joint text has a number of each
        rest = rest[more.end() :].strip(" \u3000、")
    return found if not rest or (edge and _LAST.fullmatch(rest)) else None


def act(line: str) -> str:
    """A line at the head of a text less brackets and the label of a number: 文号：公告2024年第18号."""
    label = LABEL.search(line) if "号" in line else None
    return (line[label.end() :] if label else line).strip(_BRACKETS)
