"""When two written addresses mean the same page."""

from urllib.parse import unquote, urlsplit


def address_key(url: str) -> str:
    """An address for comparison: no scheme, no fragment, no final slash, percent-escapes read, host in lower case.

    Official sites answer alike on http and https, and write Chinese attachment names raw or escaped.
    """
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    scheme = f"{parts.scheme}:" if parts.scheme not in ("http", "https") else ""
    return scheme + host + unquote(parts.path).rstrip("/") + query
