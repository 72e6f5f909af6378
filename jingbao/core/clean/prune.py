"""Take out of a parsed page whatever a reader of it would not see."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jingbao.core.clean import names

_UNSEEN = ",".join(sorted(names.UNSEEN - {"head", "title", "meta", "link"}))
_HIDDEN = "[hidden]," + ",".join(f".{name}" for name in names.HIDDEN_CLASSES)
_MAX_SHEET = 200_000
_MAX_SELECTORS = 2_000
_MAX_CLASSES = 200  # each is looked for at every element
_CLASS = re.compile(r"\.([A-Za-z][\w-]{0,60})")


def prune(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Remove scripts, form fields and hidden elements. Returns the texts of hidden elements."""
    classes = _hidden_by_sheet(tree)
    _remove(tree.css(_UNSEEN))
    hidden = _remove([node for node in tree.css("[style]") if _hides(node)])
    hidden += _remove(tree.css(_HIDDEN))
    # What waits for a script to show it (WeChat articles do) is no hidden text when it is most of the text.
    late = [node for node in tree.css("[style]") if names.hiding(node.attributes.get("style") or "")]
    if late:
        prose = _prose(tree.body)
        hidden += _remove([node for node in late if _prose(node) * 2 < prose])
    if classes:
        by_sheet = tree.css(",".join(f".{name}" for name in sorted(classes)[:_MAX_CLASSES]))
        by_sheet = [node for node in by_sheet if "display" not in (node.attributes.get("style") or "")]
        # Where a style sheet hides much of the text, a script shows it again (tabs, late loading): keep it.
        if by_sheet and sum(map(_prose, by_sheet[:200])) * 3 < _prose(tree.body):
            hidden += _remove(by_sheet)
    return tuple(hidden)


def _prose(node: LexborNode | None) -> int:
    """Characters outside links."""
    if node is None:
        return 0
    return len(node.text() or "") - sum(len(anchor.text() or "") for anchor in node.css("a"))


def _hides(node: LexborNode) -> bool:
    """Whether the element's own style hides it for good."""
    style = node.attributes.get("style") or ""
    if names.hiding(style):
        return not names.awaits_script(style)
    if not names.no_size(style):
        return False
    return all(inner.mem_id == node.mem_id for inner in node.css("[style*=font-size]"))


def _remove(nodes: list[LexborNode]) -> list[str]:
    """Destroy the nodes of one query, last first: touching what an ancestor took with it would crash the process."""
    kept = {node.mem_id: node for node in nodes if node.tag not in ("html", "body")}  # a query may repeat a node
    texts: list[str] = []
    for node in reversed(kept.values()):
        if node.tag != "script":
            texts.append(" ".join((node.text() or "").split()))
        node.decompose()
    return texts


def _hidden_by_sheet(tree: LexborHTMLParser) -> set[str]:
    """Classes that a rule of the page's own style sheets hides, `.hide{display:none}`, and no other rule shows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for sheet in tree.css("style"):
        text = (sheet.text() or "")[:_MAX_SHEET]
        if "none" not in text:
            continue
        for rule in text.split("}"):
            selectors, _, declarations = rule.rpartition("{")
            if "display" not in declarations:
                continue
            if not names.hiding(declarations):
                shown.update(_CLASS.findall(selectors[-_MAX_SELECTORS:]))
            elif "{" not in selectors:  # not inside @media
                singles = (_CLASS.fullmatch(one.strip()) for one in selectors[-_MAX_SELECTORS:].split(","))
                hidden.update(single.group(1) for single in singles if single)
    return hidden - shown
