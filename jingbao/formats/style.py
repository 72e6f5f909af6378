"""The design system as text, and its colours by name for places that know no custom properties (e-mail)."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Literal

STYLE = files("jingbao.formats").joinpath("style.css").read_text(encoding="utf-8")

_ROOT = re.compile(r":root \{([^{}]*)\}")
_COLOUR = re.compile(r"--([a-z]+): (#[0-9a-f]{6});")


def colours(scheme: Literal["light", "dark"]) -> dict[str, str]:
    """Colour by name (paper, ink, seal …) in a scheme, as #rrggbb, read from the stylesheet."""
    blocks = _ROOT.findall(STYLE)
    return dict(_COLOUR.findall(blocks[0 if scheme == "light" else 1]))


def icon() -> str:
    """The seal as an address of its own, for <link rel="icon">: nothing is asked of a server."""
    paper, seal = (colours("light")[name].replace("#", "%23") for name in ("paper", "seal"))
    return (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
        f"%3Crect width='32' height='32' rx='3' fill='{seal}'/%3E"
        f"%3Ctext x='16' y='24' font-size='22' text-anchor='middle' fill='{paper}'%3E京%3C/text%3E%3C/svg%3E"
    )
