"""Measures of the gate that the replica's own score.py does not have, in its form: name -> {accuracy or f1, n}."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from jingbao.core.address import address_key

Answer = dict[str, Any]
Measures = dict[str, dict[str, float]]
DATES = ("signed", "published", "effective", "expires", "comment_deadline", "submission_deadline")
_OUT = ("issued", "trial")
_OPEN = ("draft_for_comment", "open_call")


def extra(gold: list[Answer], given: list[Answer], body_name: Callable[[str], str]) -> Measures:
    """Order of issuers, values where the gold has none, drafts and calls named issued, registers, links.

    body_name: score.py's normal form of a body's name. Pages that the gold calls relevant count, disputed values do
    not (`score_skip`, `accept`).
    """
    answers = {address_key(str(a["url"])): a for a in given}
    pairs = [(g, answers.get(address_key(g["url"]), {})) for g in gold if g["relevant"]]
    found = {
        "issuers_order": _share([_in_order(g, a, body_name) for g, a in pairs if len(g["issuers"]) > 1]),
        "drafts_not_named_issued": _share([a.get("status") not in _OUT for g, a in pairs if g["status"] in _OPEN]),
        "no_stray_document_number": _share([not a.get("document_number") for g, a in pairs if _silent(g, "number")]),
        "register_entities": _share([_entities(g, a) for g, a in pairs if _distinct(g) is not None]),
    }
    for name in DATES:
        strays = [not (a.get("dates") or {}).get(name) for g, a in pairs if _silent(g, name)]
        found[f"no_stray_{name}"] = _share(strays)
    found |= _chains(gold, answers)
    return {name: value for name, value in found.items() if value["n"]}


def _chains(gold: list[Answer], answers: dict[str, Answer]) -> Measures:
    """Stages of one chain that follow one another: the share linked; and of the links, the share within one chain.

    Answers that do not speak of links are not measured by them.
    """
    if not any("follows" in a for a in answers.values()):
        return {}
    pages = [(g, a) for g in gold if (a := answers.get(address_key(g["url"])))]
    stages: dict[str, dict[str, list[tuple[Answer, Answer]]]] = {}
    for g, a in pages:
        if g.get("chain"):
            stages.setdefault(g["chain"], {}).setdefault(str(g.get("stage")), []).append((g, a))
    linked = []
    for parts in stages.values():
        ordered = sorted(parts.values(), key=lambda part: min(g["dates"].get("published") or "9999" for g, _ in part))
        for before, after in pairwise(ordered):
            groups = {a["group"] for _, a in before}
            linked.append(any(groups & set(a.get("follows") or []) for _, a in after))
    chains_of: dict[str, set[str]] = {}
    for g, a in pages:
        chains_of.setdefault(a["group"], set()).add(g.get("chain") or "")
    links = {(a["group"], one) for _, a in pages for one in a.get("follows") or [] if one in chains_of}
    right = [bool((chains_of[later] & chains_of[one]) - {""}) for later, one in links]
    return {"chain_links": _share(linked), "chain_links_within": _share(right)}


def _share(right: list[bool]) -> dict[str, float]:
    return {"accuracy": round(sum(right) / len(right), 4) if right else 1.0, "n": len(right)}


def _in_order(g: Answer, a: Answer, body_name: Callable[[str], str]) -> bool:
    """Whether the issuers that both name come in the gold's order, the lead first; a page without any is wrong."""
    wanted, got = ([body_name(x) for x in one.get("issuers") or []] for one in (g, a))
    common = [x for x in got if x in wanted]
    return bool(common) and got[:1] == wanted[:1] and common == [x for x in wanted if x in got]


def _silent(g: Answer, name: str) -> bool:
    """Whether the gold says that the page does not state a value."""
    skip = set(g.get("score_skip") or [])
    if name == "number":
        return not g["document_number"] and "document_number" not in skip
    accepted = (g.get("accept") or {}).get(f"dates.{name}")
    return not g["dates"].get(name) and not accepted and not skip & {"dates", f"dates.{name}"}


def _distinct(g: Answer) -> int | None:
    register = g.get("register")
    if not isinstance(register, dict):
        return None
    return next((register[k] for k in ("entities", "companies", "cities") if isinstance(register.get(k), int)), None)


def _entities(g: Answer, a: Answer) -> bool:
    return bool((a.get("register") or {}).get("entities") == _distinct(g))
