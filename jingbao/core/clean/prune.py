"""Take out of a parsed page whatever a reader of it would not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jingbao.core.clean import names
from jingbao.core.clean.walk import prose

_UNSEEN = names.UNSEEN - {"head", "title", "meta", "link"}
_HIDDEN = "[hidden]," + ",".join(f".{name}" for name in names.HIDDEN_CLASSES)
_MAX_SHEET = 200_000
_MAX_SELECTORS = 2_000
_MAX_CLASSES = 200  # each is looked for at every element
_NONE = re.compile(r"display\s*+:\s*+none")
_CLASS = re.compile(r"\.([A-Za-z][\w-]{0,60})")


def prune(tree: LexborHTMLParser, present: frozenset[str]) -> tuple[str, ...]:
    """Remove scripts, form fields and hidden elements. present: names of elements, in lower case, without which none is
    in the tree. Returns the texts of hidden elements."""
    sheets = [(sheet.text() or "")[:_MAX_SHEET] for sheet in tree.css("style")] if "style" in present else []
    if unseen := _UNSEEN & present:
        _remove(tree.css(",".join(unseen)), seen=False)
    styled = tree.css("[style]")
    hidden = _remove([node for node in styled if _hides(node)])
    hidden += _remove(tree.css(_HIDDEN))
    # What waits for a script to show it (WeChat articles do) is no hidden text when it is most of the text.
    late = [node for node in (tree.css("[style]") if hidden else styled) if names.style(_style(node)).hides]
    if late:
        whole = prose(tree.body)
        hidden += _remove([node for node in late if prose(node) * 2 < whole])
    by_sheet = _hidden_by_sheet(tree, sheets)
    # Where a style sheet hides much of the text, a script shows it again (tabs, late loading): keep it.
    if by_sheet and sum(map(prose, by_sheet[:200])) * 3 < prose(tree.body):
        hidden += _remove(by_sheet)
    return tuple(hidden)


def _style(node: LexborNode) -> str:
    return node.attributes.get("style") or ""


def _hides(node: LexborNode) -> bool:
    """Whether the element's own style hides it for good."""
    style = names.style(_style(node))
    if style.hides or not style.no_size:
        return style.hides and not style.late
    return all(inner.mem_id == node.mem_id for inner in node.css("[style*=font-size]"))


def _remove(nodes: list[LexborNode], *, seen: bool = True) -> list[str]:
    """Destroy the nodes of one query, last first: touching what an ancestor took with it would crash the process.

    Returns their texts if these can be seen.
    """
    kept = {node.mem_id: node for node in nodes if node.tag not in ("html", "body")}  # a query may repeat a node
    texts: list[str] = []
    for node in reversed(kept.values()):
        if seen:
            texts.append(" ".join((node.text() or "").split()))
        node.decompose()
    return texts


def _hidden_by_sheet(tree: LexborHTMLParser, sheets: list[str]) -> list[LexborNode]:
    """Elements of a class that a rule of the page's own style sheets hides, `.hide{display:none}`, and none shows."""
    hidden = sorted({name for sheet in sheets for name in _hidden_classes(sheet)})[:_MAX_CLASSES]
    found = tree.css(",".join(f".{name}" for name in hidden)) if hidden else []
    classes = [(node, (node.attributes.get("class") or "").split()) for node in found if "display" not in _style(node)]
    used = {name for _, names in classes for name in names}.intersection(hidden)
    shown = {name for name in used if any(_shows(sheet, name) for sheet in sheets)}
    return [node for node, names in classes if not used.isdisjoint(names) and not shown.issuperset(used & set(names))]


def _hidden_classes(sheet: str) -> Iterator[str]:
    for match in _NONE.finditer(sheet):
        start = sheet.rfind("}", 0, match.start()) + 1
        selectors, _, _ = sheet[start : match.start()].rpartition("{")
        if "{" not in selectors:  # not inside @media
            singles = (_CLASS.fullmatch(one.strip()) for one in selectors[-_MAX_SELECTORS:].split(","))
            yield from (single.group(1) for single in singles if single)


def _shows(sheet: str, name: str) -> bool:
    """Whether a rule that names the class says how to display something."""
    for match in re.finditer(rf"\.{name}(?![\w-])[^{{}}]{{0,2000}}\{{([^}}]{{0,2000}})", sheet):
        declarations = match.group(1)
        if "display" in declarations and not _NONE.search(declarations):
            return True
    return False
