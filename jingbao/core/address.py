"""When two written addresses mean the same page."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

GOVERNMENT = ("gov.cn", "gov.hk", "gov.mo")


def address_key(url: str) -> str:
    """An address for comparison: no scheme, no fragment, no final slash, percent-escapes read, host in lower case.

    Official sites answer alike on http and https, and write Chinese attachment names raw or escaped.
    """
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    scheme = f"{parts.scheme}:" if parts.scheme not in ("http", "https") else ""
    return scheme + host + unquote(parts.path).rstrip("/") + query


def on_domain(url: str, domains: Iterable[str]) -> bool:
    """Whether the host of an address is one of the domains or below one."""
    host = urlsplit(url).hostname or ""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
