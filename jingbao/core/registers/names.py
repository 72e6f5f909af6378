"""When two written names may mean the same party: full, short, English, former and group forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Match = Literal["same", "form", "brand", "part"]

_PUNCTUATION = re.compile(r"[\s·•・,，.。、:：;；'’‘\"“”《》〈〉\-—–_&]")
_LEGAL = (
    *("股份有限公司", "有限责任公司", "普通合伙", "有限合伙", "合伙企业", "有限公司", "集团公司", "总公司", "分公司"),
    *("子公司", "公司", "集团", "控股", "股份"),
)
_ENGLISH_LEGAL = re.compile(
    r"[\s,]{1,4}(?:company|corporation|corp|incorporated|inc|limited|ltd|co|llc|plc|group|holdings?|technology|technologies)\.?$"
)
_TRADE = (
    *("人工智能", "计算机", "互联网", "云计算", "信息", "网络", "网讯", "科技", "技术", "系统", "软件", "服务", "发展"),
    *("数据", "智能", "电子", "商务", "通信", "通讯", "数码", "在线", "文化", "传媒", "传播", "广告", "投资", "管理"),
    *("咨询", "工程", "实业", "贸易", "产业", "创新", "国际", "数字", "移动", "电信", "股份", "集团", "控股", "中国"),
)
_BRACKETED = re.compile(r"[(（][^()（）]{0,30}[)）]")
_PLACE = re.compile(
    r"^(?:中国|(?:[一-龥]{2,7}?(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省))?(?:[一-龥]{2,6}?(?:自治州|新区|(?<![城超集门股])市))?"
    r"(?:[一-龥]{2,4}?(?:(?<![社园景校])区|县)(?=[一-龥]{4}))?)"
)
_SHORTEST = 2  # characters of a name looked for inside others


@dataclass(frozen=True)
class Names:
    """What is known of names beyond their letters.

    places: short names of places (北京) that may stand before a name; brands: brand by every form of it (see `form`).
    """

    places: tuple[str, ...] = ()
    brands: Mapping[str, str] = field(default_factory=dict)


def known(places: Iterable[str], brands: Iterable[tuple[str, str]]) -> Names:
    """places: as written; brands: (brand, another name of it)."""
    short = sorted({p for p in places if len(p) >= 2}, key=lambda p: (-len(p), p))
    forms: dict[str, str] = {}
    for brand, name in brands:
        forms[form(brand)] = forms[form(name)] = brand
    return Names(tuple(short), forms)


@lru_cache(maxsize=65_536)
def same_form(name: str) -> str:
    """A name in one spelling: width, case, brackets, spaces and points apart it is what is printed."""
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", name[:300])).casefold()


@lru_cache(maxsize=65_536)
def form(name: str) -> str:
    """A name without its legal form and what stands in brackets, for comparison: Baidu, Inc. → baidu."""
    plain = unicodedata.normalize("NFKC", name[:300]).casefold().strip()
    while (shorter := _ENGLISH_LEGAL.sub("", plain)) != plain and shorter:
        plain = shorter
    bare = _PUNCTUATION.sub("", _BRACKETED.sub("", plain) or plain)
    return _without(bare, _LEGAL) or bare


def _without(name: str, ends: tuple[str, ...]) -> str:
    """A name without the words at its end, however many; longer words come first in `ends`."""
    while end := next((word for word in ends if name.endswith(word)), ""):
        name = name[: -len(end)]
    return name


def core(name: str, names: Names) -> str:
    """The name's own word: no place before it, no legal form and trade behind it.

    深圳市腾讯计算机系统有限公司 → 腾讯. Where nothing of two characters would be left, the longer form stands.
    """
    left = form(name)
    place = _PLACE.match(left)
    cut = left[place.end() :] if place else left
    if cut == left:
        cut = next((left[len(p) :] for p in names.places if left.startswith(p)), left)
    cut = cut if len(cut) >= _SHORTEST else left
    own = _without(cut, _TRADE)
    return own if len(own) >= _SHORTEST else cut


def brand(name: str, names: Names) -> str:
    """The brand a name is a form of, or ''."""
    spellings = (form(name), core(name, names))
    return next((names.brands[spelling] for spelling in spellings if spelling in names.brands), "")


def starts(wanted: str, names: Names) -> tuple[str, ...]:
    """How names that belong to what is looked for may begin: its own word, and the short forms of its brand."""
    own = brand(wanted, names)
    found = [core(wanted, names), *(spelling for spelling, of in names.brands.items() if own and of == own)]
    return tuple(dict.fromkeys(spelling for spelling in found if len(spelling) >= _SHORTEST))


def match(wanted: str, name: str, names: Names) -> Match | None:
    """How a name fits what is looked for: the same, another form of it, another name of its brand, or part of it."""
    if same_form(wanted) == same_form(name):
        return "same"
    own = core(name, names)
    if core(wanted, names) == own or form(wanted) == form(name):
        return "form"
    if (of := brand(wanted, names)) and of == brand(name, names):
        return "brand"
    bare = same_form(wanted)
    if own.startswith(starts(wanted, names)) or (len(bare) >= _SHORTEST and bare in same_form(name)):
        return "part"
    return None
