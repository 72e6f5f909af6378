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
