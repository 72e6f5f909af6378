"""What grouping needs of a page, and the index keys under which pages that could belong together meet."""

import re
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from jingbao.core.address import address_key
from jingbao.core.group.fold import body, campaigns, core, fold, happening, named, squeeze
from jingbao.core.group.points import plain
from jingbao.core.group.sketch import bands, sketch
from jingbao.core.values import Count, Document, Reading, Relation, Role, Value, digest

FORTNIGHT = 14
TOLD_WITHIN = 30  # days between an announcement and words about it, or a copy known by its name alone
EXPLAINED_WITHIN = 120  # days between an announcement and explanations by authorities
COPIED_WITHIN = 400  # days: local sites repost late
START = 12  # characters of a name by which a page that states little else is found
_CLAUSE_LEAST = 10
_CLAUSES = 400
_LEAD = 300
_HEADING = 300
_TOLD = 8  # runs of a heading under which a page without a name is found
_MOST = 40  # bodies, names, counts: what a page has more of is noise or an attack
_SPLIT = re.compile(r"[,，.。;；:：!！?？\n]")
_DIGEST = re.compile(r"(?:一周|每周|本周|周报|月报|日报|双周|要闻|速递|速览|简报|汇总|盘点|合集|动态)")
_ROUND = re.compile(
    r"第?([二三四2-4])次(?:公开|向社会){0,2}(?:征求|审议)|第([二三四2-4])(?:次征求意见)?稿|(再次).{0,6}征求"
)
_ROUNDS = {"二": "2", "三": "3", "四": "4", "再次": "2"}
_ACTS = {
    "amended": ("修改", "修正"),
    "repealed": ("废止", "停止执行", "失效"),
    "extended": ("延长", "延期"),
    "suspended": ("撤回", "撤销", "暂缓", "暂停", "中止", "终止", "推迟"),
    "corrected": ("更正", "勘误"),
    "": ("贯彻", "落实", "宣传", "宣贯", "培训"),
}
_ACT = re.compile(f"(?:{'|'.join(word for words in _ACTS.values() for word in words)})(?!案)")
_FIGURES = re.compile(r"\d{1,9}")
_CODES = {"国令": "国务院令"}  # how the State Council numbers its orders, and how others write it
_NUMBERED = re.compile(
    r"(?:令|公告|通告)(?:\d{4}年?)?第?\d{1,5}号(?:\((.{5,120})\))?$"
)  # a name only where one follows
_SUM = re.compile(r"(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)(?:万|亿|万亿)?元")
_FINED, _TOLD_FIRST, _TELLING = 20_000, 500, 3
_BOOK = re.compile(r"《[^《》]{1,200}》")


@dataclass(frozen=True, slots=True)
class Profile(Value):
    """A page as grouping sees it; titles and names folded (simplified, without punctuation).

    status: '' where the page has none; marks: batch, period, edition, round of consultation, 公示: what keeps the
    members of a series apart, each '' where not stated; names: cores of the instruments the page is about; mentions:
    others its heading names; cited: the first one its first lines name; act: what a page does to a text rather than
    being it (修改, 贯彻 …); affects: what it does to which other instruments (amended, repealed, extended, suspended,
    corrected); bodies: issuing authorities without their offices; region: theirs; lead: where the text begins; sketch:
    of the body; clauses: hashes of its longer clauses; gathering: a digest of many developments; fines: sums of
    money of a measure that are not round (34.42亿元), of a report those of its beginning.
    """

    reading: str
    address: str
    role: Role
    status: str
    number: str
    forwards: bool
    marks: tuple[str, str, str, str, str]
    title: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    cited: str
    happening: str
    act: str
    affects: tuple[tuple[str, str], ...]
    bodies: tuple[str, ...]
    region: str
    day: date | None
    lead: str
    sketch: str
    clauses: tuple[int, ...]
    counts: tuple[tuple[str, float], ...]
    gathering: bool
    fines: tuple[str, ...] = ()

    @property
    def stage(self) -> str:
        """Stages that never merge; a list, an approval or a case release is a text that is out."""
        stages = {"": "", "draft_for_comment": "draft", "open_call": "call", "event": "event"}
        return stages.get(self.status, "text")

    @property
    def stray(self) -> bool:
        """Whether nothing but wording tells what the page is about: it names neither instrument nor authority."""
        return not (self.names or self.bodies)

    @property
    def number_key(self) -> tuple[str, str]:
        """Of a document number, what stands before its first figure, and its figures: (工信部科, 2024-8)."""
        name, *_ = _FIGURES.split(fold(self.number))
        name = "" if "签署" in name else name.removesuffix("第")  # 国务院总理签署第745号国务院令: any order so numbered
        return _CODES.get(name, name), "-".join(_FIGURES.findall(fold(self.number)))

    @property
    def firsthand(self) -> bool:
        """Whether the page carries the announcement itself, not words about it."""
        return self.role in ("official", "copy")


def profile(reading: Reading, document: Document) -> Profile:
    """What grouping needs of a page; total: a page that states nothing has an empty profile and stands alone."""
    title = (reading.text("title") or document.title)[:_HEADING]
    heading = plain(title)
    bare = _BOOK.sub("", heading)
    role = role_of(reading)
    published = reading.text("published")
    text = plain(document.body)
    told = role == "press" and reading.text("status") == "case_release"  # a newspaper calls a collection as it likes
    instruments = () if told else tuple(dict.fromkeys(_instruments(reading)))[:_MOST]
    if reading.text("status") == "campaign":
        instruments = (*instruments, *campaigns(title))
    bodies = tuple(dict.fromkeys(body(str(value)) for value in reading.values("issuer")))[:_MOST]
    act = "".join(_ACT.findall(bare)[:1])
    return Profile(
        reading=reading.id,
        address=address_key(reading.url),
        role=role,
        status=reading.text("status"),
        number=reading.text("document_number"),
        forwards=reading.first("forwarder") is not None or "转发" in bare,
        marks=_marks(reading, heading),
        title=fold(title),
        names=_names(role, title, instruments),
        mentions=tuple(dict.fromkeys(name for name in named(title) if name not in instruments)),
        cited=_cited(reading, document.body),
        happening=happening(title),
        act=act,
        affects=_affects(reading, act, title),
        bodies=bodies,
        region=_region(reading),
        day=date.fromisoformat(published) if published else None,
        lead=squeeze(text[: 4 * _LEAD])[:_LEAD],
        sketch=sketch(document.body),
        clauses=_clauses(text),
        counts=tuple(dict.fromkeys(_counts(reading)))[:_MOST],
        gathering=bool(_DIGEST.search(bare)) and not instruments,
        fines=_fines(heading + "\n" + text, role) if reading.text("status") == "enforcement" else (),
    )


def _fines(text: str, role: Role) -> tuple[str, ...]:
    """Sums with at least three figures that tell: 50万元 is fined every day, 34.42亿元 once."""
    searched = text[: _FINED if role in ("official", "copy") else _TOLD_FIRST]
    found = (m for m in _SUM.finditer(searched) if len(m[1].replace(".", "").strip("0")) >= _TELLING)
    return tuple(dict.fromkeys(m[0] for m in found))[:_MOST]


def keys(page: Profile) -> tuple[str, ...]:
    """Index keys, at most 40 characters each: two pages that could belong together share one within its `reach`.

    There are some forty, and a few hundred for a page that names neither an instrument nor an authority.
    """
    found = [f"address:{digest(page.address)}"]
    if page.number:
        before, figures = page.number_key
        found += [f"number:{one}:{figures}"[:40] for one in (digest(before)[:8], *(name[:1] for name in page.bodies))]
    found += [f"name:{digest(name)}" for name in (*page.names, *page.mentions, page.cited, page.happening) if name]
    found += [f"told:{name[:START]}" for name in page.names if len(name) >= START]
    if page.stray:
        found += [f"told:{run}" for text in (page.title, page.lead) for run in sorted(_runs(text))]
    elif page.firsthand and not page.names:
        found += [
            f"told:{run}" for run in sorted(_runs(page.title), key=lambda run: (crc32(run.encode()), run))[:_TOLD]
        ]
    found += bands(page.sketch)
    if page.day is not None:
        near = page.day.toordinal() // FORTNIGHT
        found += [f"day:{digest(one)}:{n}" for one in page.bodies or ("",) for n in (near, near + 1)]
    return tuple(dict.fromkeys(found))


def _runs(text: str) -> set[str]:
    return {text[n : n + START] for n in range(len(text) - START + 1)}


def reach(key: str) -> int | None:
    """Days between two pages beyond which this key in common says nothing; None where it always counts."""
    return {"name": EXPLAINED_WITHIN, "told": FORTNIGHT, "text": COPIED_WITHIN, "day": FORTNIGHT}.get(
        key.partition(":")[0]
    )


def role_of(reading: Reading) -> Role:
    """The role read from the page; a page without one is trusted no further than an unknown host."""
    roles: tuple[Role, ...] = ("official", "copy", "interpretation", "press")
    stated = reading.text("role")
    return next((role for role in roles if role == stated), "untrusted")


def _marks(reading: Reading, heading: str) -> tuple[str, str, str, str, str]:
    return (
        reading.text("batch"),
        reading.text("period"),
        reading.text("edition"),
        _round(heading),
        "proposed" if "公示" in heading else "",
    )


def _round(heading: str) -> str:
    """Which round of consultation a heading says it is: 2, 3, 4, or '' for the first or none."""
    found = _ROUND.search(heading)
    word = next((group for group in found.groups() if group), "") if found else ""
    return _ROUNDS.get(word, word)


def _region(reading: Reading) -> str:
    """Where the issuer is; '' where the page states none: the site alone may be that of a copy."""
    issuer = reading.first("issuer")
    return reading.text("region") if issuer is not None and issuer.span.part != "url" else ""


def _affects(reading: Reading, act: str, title: str) -> tuple[tuple[str, str], ...]:
    """What a page does to other instruments: by its heading, and by the relations that were read."""
    doing = next((kind for kind, words in _ACTS.items() if act in words), "") if act else ""
    found = [(doing, name) for name in named(title)] if doing else []
    done = {"amends": "amended", "repeals": "repealed"}
    for relation in reading.values("relation"):
        if isinstance(relation, Relation) and relation.kind in done and (name := core(relation.title)):
            found.append((done[relation.kind], name))
    return tuple(dict.fromkeys(found))[:_MOST]


def _names(role: Role, title: str, instruments: tuple[str, ...]) -> tuple[str, ...]:
    """What a page is about; the heading of an announcement counts too, in case one copy is read as its cover."""
    numbered = _NUMBERED.search(re.sub(r"[〔〕\s]", "", plain(title)))
    heading = core(numbered[1] or "") if numbered else core(title) if instruments else ""
    own = (heading,) if role in ("official", "copy") and heading else ()
    return tuple(name for name in dict.fromkeys((*instruments, *own)) if not _NUMBERED.search(name))


def _instruments(reading: Reading) -> list[str]:
    return [
        found
        for value in reading.values("instrument")
        for part in str(value)[:_HEADING].split("；")
        if (found := core(part))
    ]


def _cited(reading: Reading, body: str) -> str:
    early = (f for f in reading.all("cites") if f.span.part == "body" and f.span.start < _LEAD)
    first = min(early, key=lambda fact: fact.span.start, default=None)
    return core(str(first.value)) if first else next(iter(campaigns(body[:_LEAD])), "")


def _clauses(text: str) -> tuple[int, ...]:
    folded = (squeeze(clause) for clause in _SPLIT.split(text))
    return tuple(sorted({crc32(clause.encode()) for clause in folded if len(clause) >= _CLAUSE_LEAST})[:_CLAUSES])


def _counts(reading: Reading) -> list[tuple[str, float]]:
    return [(f.unit + f.noun, f.number) for f in reading.values("count") if isinstance(f, Count) and f.exact and f.noun]
