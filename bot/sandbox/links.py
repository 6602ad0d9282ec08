"""Which addresses Telegram takes as links."""

from urllib.parse import urlsplit

from bot.sandbox.refusals import JsonObject

_TELEGRAM_SCHEMES = frozenset({"tg", "ton", "tonsite"})
USER_LINK = "tg://user?id="


class LinkError(ValueError):
    """Say why an address is no link, in TDLib's words."""


def checked_link(url: str) -> str:
    """Return `url` as Telegram keeps it; raise LinkError for what it takes for no link."""
    url = url.strip()
    head, found, _ = url.partition("://")
    scheme = head.lower() if found else "http"
    if scheme in _TELEGRAM_SCHEMES:
        return url
    if scheme not in {"http", "https"}:
        raise LinkError("Unsupported URL protocol")
    try:
        parts = urlsplit(url if found else f"http://{url}")
    except ValueError as error:
        raise LinkError("Wrong HTTP URL") from error
    host = parts.hostname or ""
    if not host:
        raise LinkError("URL host is empty")
    if "." not in host.strip(".") or any(char.isspace() for char in url):
        raise LinkError("Wrong HTTP URL")
    return parts._replace(scheme=scheme, path=parts.path or "/").geturl()


def link_entity(url: str, user: JsonObject | None = None) -> JsonObject | None:
    """Return the entity fields of a link, or None where Telegram drops the link silently."""
    if user is not None:
        return {"type": "text_mention", "user": user}
    try:
        return {"type": "text_link", "url": checked_link(url)}
    except LinkError:
        return None
