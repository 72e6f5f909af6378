"""One walk over a pruned page: its lines, and which element holds which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jingbao.core import invisible
from jingbao.core.clean import names
from jingbao.core.clean.tables import is_data, rows

_MAX_DEPTH = 200  # beyond it an element's text is taken flat: Python's stack is no place for a hostile page
_MAX_LINES = 200_000
_MAX_NAME = 300  # characters of the class and id of an element
_LARGE = ("4", "5", "6", "7", "+1", "+2", "+3", "+4")  # sizes of <font> in which old pages print titles
_AROUND = frozenset({"nav", "footer", "aside"})
_HEADINGS = frozenset({"h1", "h2", "h3", "font"})  # <font> comes here for its size
_SHORT = 300  # characters of a tool bar in which a day of posting may stand
_WRAP = re.compile(r"(?<=[\u2e80-\uffef])[ \t\r\f]*\n[ \t\r\n\f]*(?=[\u2e80-\uffef])")
_PLAIN_INLINE = names.INLINE - {"a", "img", "font"}


def fold(text: str) -> str:
    """White space runs (the ideographic space too) as one space; a line break between two Han is no space."""
    if "\n" in text:
        text = _WRAP.sub("", text)
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(invisible.without(text).split())


def squash(text: str) -> str:
    """Without any white space, for comparison."""
    return "".join(text.split())


def prose(node: LexborNode | None) -> int:
    """Characters outside links."""
    if node is None:
        return 0
    return len(node.text() or "") - sum(len(anchor.text() or "") for anchor in node.css("a"))


@dataclass(slots=True)
class Line:
    """A visible line. links: characters of it that lead elsewhere; heading: printed as a title."""

    text: str
    links: int
    heading: bool
    table: bool = False


@dataclass(slots=True)
class Block:
    """An element: lines[first:last] are its own. weight: running text in it."""

    node: LexborNode
    tag: str
    name: str
    first: int
    last: int = 0
    weight: float = 0.0
    children: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Link:
    """An anchor outside navigation. line: where it stands."""

    href: str
    text: str
    title: str
    line: int


@dataclass(slots=True)
class Picture:
    src: str
    line: int


def _around(nodes: list[LexborNode]) -> frozenset[int]:
    """Ids of the elements around some nodes, and of these."""
    found: set[int] = set()
    for node in nodes:
        around: LexborNode | None = node
        while around is not None and around.mem_id not in found:
            found.add(around.mem_id)
            around = around.parent
    return frozenset(found)


class Walk:
    """The result: lines, root block, headings (line lists), links, pictures."""

    def __init__(self, tree: LexborHTMLParser, *, trust_names: bool = True) -> None:
        self.lines: list[Line] = []
        self.headings: list[tuple[str, ...]] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.too_deep = False  # whether elements lie deeper than was looked
        self._trust_names = trust_names
        self._left_out: list[LexborNode] = []
        self._parts: list[str] = []
        self._link_chars = 0
        self._in_heading = False
        self._tree = tree
        body = tree.body or tree.root
        self.root = Block(body, "body", "", 0) if body is not None else None
        if self.root is not None:
            self._inside(self.root.node, self.root, 0)
            self._break()
            self.root.last = len(self.lines)

    def left_out_more(self, size: int) -> bool:
        """Whether the elements taken for what stands around a text can have more than so much weight."""
        texts = [(node.text(), node) for node in self._left_out]
        found = [(len(text), 1 if names.ENDS_SENTENCE.search(text) else 0.3, node) for text, node in texts]
        most = sum(length * share for length, share, _ in found)
        for length, share, node in sorted(found, key=lambda one: -one[0]):  # the longest decide soonest
            if most <= size:
                return False
            most -= (length - prose(node)) * share
        return most > size

    def left_out(self, longest: int) -> Iterator[str]:
        """The texts of elements taken for what stands around a text, those over a length left out."""
        return (text for node in self._left_out if 0 < len(text := node.text(separator=" ")) <= longest)

    @cached_property
    def blocks(self) -> dict[int, Block]:
        """Blocks by their nodes' ids."""
        found: dict[int, Block] = {}
        waiting = list(self.root.children) if self.root else []
        while waiting:
            block = waiting.pop()
            found[block.node.mem_id] = block
            waiting += block.children
        return found

    @property
    def is_whole(self) -> bool:
        """Whether all of the page was looked at, and none of it flat."""
        return not self.too_deep and len(self.lines) < _MAX_LINES

    def _break(self) -> None:
        """End the line under way."""
        text = fold("".join(self._parts))
        if text and len(self.lines) < _MAX_LINES:
            self.lines.append(Line(text, self._link_chars, self._in_heading))
        self._parts.clear()
        self._link_chars = 0

    def _inside(self, node: LexborNode, block: Block, depth: int) -> None:
        parts, child = self._parts, node.first_child
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                text = child.text_content or ""
                if not text.isspace():
                    self._text(text, block)
                elif parts:
                    parts.append(text)
            elif tag in _PLAIN_INLINE and depth < _MAX_DEPTH:
                self._inside(child, block, depth + 1)  # the most frequent, whose attributes do not matter
            elif tag == "br":
                if parts:
                    self._break()
            elif tag[0] not in "-!" and tag not in names.UNSEEN:
                self._element(child, tag, block, depth)
            child = child.next

    def _text(self, text: str, block: Block) -> None:
        self._parts.append(text)
        plain = text.strip()
        size = len(plain)
        if (
            size < 2
            or self._in_heading
            or (size < 48 and not "\u4e00" <= plain[0] <= "\u9fff" and names.ONLY_DATE.fullmatch(plain))
        ):
            return
        if names.ENDS_SENTENCE.search(plain):
            if not (size < 120 and (names.INFO.search(plain) or names.NOISE.fullmatch(plain))):
                block.weight += size
        else:
            block.weight += 0.3 * size

    def _element(self, node: LexborNode, tag: str, block: Block, depth: int) -> None:
        if depth >= _MAX_DEPTH:
            self.too_deep = True
            self._text(node.text(), block)
            return
        attributes = node.attributes
        if tag == "a":
            self._anchor(node, attributes, block, depth)
        elif tag == "img":
            if src := attributes.get("src"):
                self.pictures.append(Picture(src, len(self.lines)))
        elif tag in names.INLINE and not (tag == "font" and (attributes.get("size") or "3") in _LARGE):
            self._inside(node, block, depth + 1)
        elif tag == "table" and is_data(node):
            self._table(node, block)
        else:
            self._block(node, tag, attributes, block, depth)

    def _anchor(self, node: LexborNode, attributes: dict[str, str | None], block: Block, depth: int) -> None:
        href = (attributes.get("href") or "").strip()
        before, weight, line = len(self._parts), block.weight, len(self.lines)
        self._inside(node, block, depth + 1)
        text = fold("".join(self._parts[before:])) if len(self.lines) == line else fold(node.text())
        if href and href[0] != "#":
            block.weight = weight
            if len(self.lines) == line and not names.FILE.search(href):
                self._link_chars += len(text) - text.count(" ")
            self.links.append(Link(href, text, fold(attributes.get("title") or ""), line))

    def _table(self, node: LexborNode, block: Block) -> None:
        self._break()
        first = len(self.lines)
        inner = Block(node, "table", "", first)
        for row, cells in zip(node.css("tr"), rows(node), strict=False):
            for anchor in row.css("a[href]"):
                title = fold(anchor.attributes.get("title") or "")
                self.links.append(Link(anchor.attributes["href"] or "", fold(anchor.text()), title, len(self.lines)))
            text = "\t".join(fold(cell) for cell in cells).rstrip("\t")
            if text.strip() and len(self.lines) < _MAX_LINES:
                self.lines.append(Line(text, 0, False, True))
                inner.weight += 0.5 * len(text)
        inner.last = len(self.lines)
        block.children.append(inner)
        block.weight += inner.weight

    def _block(self, node: LexborNode, tag: str, attributes: dict[str, str | None], block: Block, depth: int) -> None:
        name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()[:_MAX_NAME] if attributes else ""
        role = names.role(name) if name else names.NO_ROLE
        if self._trust_names and (role.chrome or tag in _AROUND) and self._is_chrome(node, tag, role):
            self._left_out.append(node)
            return
        if self._parts:
            self._break()
        inner = Block(node, tag, name, len(self.lines))
        heading = tag in _HEADINGS or (role.heading and self._is_heading(node))
        outer, self._in_heading = self._in_heading, self._in_heading or heading
        self._inside(node, inner, depth + 1)
        if self._parts:
            self._break()
        self._in_heading = outer
        inner.last = len(self.lines)
        if heading and not outer and 0 < inner.last - inner.first <= 6:
            self.headings.append(tuple(line.text for line in self.lines[inner.first : inner.last]))
        block.children.append(inner)
        block.weight += inner.weight

    def _is_chrome(self, node: LexborNode, tag: str, role: names.Role) -> bool:
        if tag in _AROUND:
            return True
        if role.tool and names.DATE.search(shown := node.text()[:_SHORT]):
            return not names.INFO.search(shown)
        return node.mem_id not in self._around_h1

    @cached_property
    def _around_h1(self) -> frozenset[int]:
        return _around(self._tree.css("h1"))

    @staticmethod
    def _is_heading(node: LexborNode) -> bool:
        return len(squash(node.text())) <= 150 and node.css_first("p,table,ul") is None
