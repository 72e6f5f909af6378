"""Which lines of a page are its text."""

from __future__ import annotations

from collections.abc import Collection

from jingbao.core.clean import names
from jingbao.core.clean.walk import Block, Line, Walk, squash

# Elements that make up a text rather than frame it: where they stand beside a block, the text is all of them.
_PARAGRAPHS = frozenset({"p", "table", "ul", "ol", "dl", "blockquote", "pre", "h4", "h5", "h6"})
_PROSE = _PARAGRAPHS | {"section", "article", "center"}
_SHARE = 0.55  # of the text an element must hold to be entered
_HEAD = 12  # lines in which a text may still begin
_SMALL = 60.0  # weight under which a page has no running text


def container(walk: Walk) -> Block | None:
    """The innermost element that holds the text: entered as long as one child outweighs all that is not furniture."""
    block = walk.root
    while block is not None:
        child = max(block.children, key=lambda b: b.weight, default=None)
        if child is None or child.weight < _SHARE * block.weight or child.tag in _PARAGRAPHS:
            return block
        if names.BODY.search(block.name) and not _parts_of_wrapper(block, child):
            return block
        beside = [b for b in block.children if b is not child and b.weight > 5]
        loose = block.weight - sum(b.weight for b in block.children)
        if loose > 0.1 * block.weight or any(_is_text(b, child, walk) for b in beside):
            return block
        block = child
    return None


def _parts_of_wrapper(block: Block, child: Block) -> bool:
    """An editor's wrapper inside a body element: nothing is lost by entering it."""
    return child.weight >= 0.999 * block.weight and child.last - child.first == block.last - block.first


def _is_text(block: Block, main: Block, walk: Walk) -> bool:
    """Whether an element beside the main block belongs to the text as well."""
    if block.tag in _PROSE:
        return not all(_furniture(line.text) for line in walk.lines[block.first : block.last])
    return bool(names.BODY.search(block.name)) or block.weight > 0.3 * main.weight


def _furniture(text: str) -> bool:
    return names.is_noise(text) or (len(text) < 150 and bool(names.INFO.search(text)))


def named(walk: Walk) -> Block | None:
    """The outermost element whose name says that it is the text (for pages whose text is pictures or files)."""
    waiting = [walk.root] if walk.root else []
    while waiting:
        block = waiting.pop(0)
        if names.BODY.search(block.name):
            return block
        waiting += block.children
    return None


def text(lines: list[Line], title: str, skip: Collection[int], offset: int) -> str:
    """The body as text.

    lines: of the container, which begin at `offset` of the page's; skip: places (in the page) of the metadata table.
    The title above the text, the line of date and source, furniture, and boxes that lead elsewhere go.
    """
    kept = [line for n, line in enumerate(lines, offset) if n not in skip]
    kept = kept[_head(kept, squash(title)) :]
    kept = kept[: _tail(kept)]
    return "\n".join(line.text for line in kept if line.table or not names.is_noise(line.text))


def _head(lines: list[Line], title: str) -> int:
    """How many of the first lines are the title, what stands above it, and the line of date and source."""
    first = _after_title(lines[:_HEAD], title)
    for n, line in enumerate(lines[first : first + _HEAD], first):
        words = squash(line.text)
        if line.table:
            break
        if _furniture(line.text) or names.ONLY_DATE.fullmatch(line.text) or (line.heading and words in title):
            first = n + 1
        elif line.links < len(words) or len(words) > 30:
            break
    return first


def _after_title(lines: list[Line], title: str) -> int:
    """The place after the lines that together are the title, 0 where it does not open the text."""
    if not title:
        return 0
    for start in range(len(lines)):
        joined = ""
        for n, line in enumerate(lines[start:], start):
            joined += squash(line.text)
            if joined == title:
                return n + 1
            if not title.startswith(joined):
                break
        if lines[start].table or "。" in lines[start].text or len(lines[start].text) > 60:
            break
    return 0


def _tail(lines: list[Line]) -> int:
    """Where a box of links to other pages or the site's disclaimer begins, else the end."""
    for n, line in enumerate(lines):
        if names.DISCLAIMER.fullmatch(line.text) and n:
            return n
        if names.LEADS_AWAY.fullmatch(line.text):
            rest = lines[n + 1 : n + 40]
            if all(other.links * 2 > len(squash(other.text)) or names.is_noise(other.text) for other in rest):
                return n
    return len(lines)


def is_small(block: Block | None) -> bool:
    return block is None or block.weight < _SMALL
