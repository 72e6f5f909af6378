"""The templates of the formats: everything put in is cleaned and escaped, without exception."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from jingbao.formats import plain, printed, style

# A run of Chinese: from one Han character or opening mark to the last Han character or mark, figures inside included.
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u3001-\u301f\uff01-\uff5e"
_RUN = re.compile(f"[{_MARKS}]{{0,4}}[{_HAN}](?:[{_HAN}{_MARKS}]|[0-9A-Za-z]{{1,12}}(?=[{_HAN}{_MARKS}]))*")

_CITED = re.compile(r"\b[Ii]tems? \d{1,3}(?:(?:, | and )\d{1,3}){0,99}\b")
_NUMBER = re.compile(r"\d+")


def mixed(text: str) -> Markup:
    """English with its Chinese runs marked as Chinese."""
    text = plain.line(text)
    parts, last = [], 0
    for run in _RUN.finditer(text):
        parts += [escape(text[last : run.start()]), Markup('<span lang="zh-Hans">{}</span>').format(run[0])]
        last = run.end()
    return Markup("").join((*parts, escape(text[last:])))


def cited(text: str, numbers: tuple[int, ...]) -> Markup:
    """`mixed`, in which the numbers of items link to them: (item 3), Items 4, 5 and 7."""

    def link(match: re.Match[str]) -> str:
        return f'<a href="#item-{match[0]}">{match[0]}</a>' if int(match[0]) in numbers else match[0]

    return Markup(_CITED.sub(lambda found: _NUMBER.sub(link, found[0]), mixed(text)))  # noqa: S704 (escaped by mixed)


def _clean(value: Any) -> Any:
    """Every expression of a template passes here before it is escaped."""
    return plain.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


TEMPLATES = Environment(
    loader=PackageLoader("jingbao.formats", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    finalize=_clean,
)
TEMPLATES.filters |= {
    "mixed": mixed,
    "cited": cited,
    "line": plain.line,
    "web_address": plain.web_address,
    "host": plain.host,
    "day": printed.full_day,
    "copy": printed.copy,
    "watch_label": printed.watch_label,
    "watch_said": printed.watch_said,
}
TEMPLATES.globals |= {"style": Markup(style.STYLE), "icon": style.icon(), "hint": printed.HINT}  # noqa: S704 (our own file)


def fill(name: str, /, **values: Any) -> str:
    """A template filled in."""
    return TEMPLATES.get_template(name).render(**values)
