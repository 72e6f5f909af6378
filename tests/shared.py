"""Where the shared test data lie, and which of them nobody may look at while writing rules."""

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

SHARED = Path(os.environ.get("JINGBAO_SHARED", Path(__file__).resolve().parents[2] / "shared"))
REPLICA = SHARED / "data" / "replica"

needs_shared = pytest.mark.skipif(not REPLICA.is_dir(), reason=f"the shared test data are not at {SHARED}")


def held_back(url: str) -> bool:
    """Whether a page belongs to the third of the hosts that is scored but never opened (by SHA-256 of the host)."""
    return int(hashlib.sha256(urlsplit(url).netloc.encode()).hexdigest(), 16) % 3 == 0
