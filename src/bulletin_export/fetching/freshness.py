"""How long an answer may be taken for true without asking again (RFC 9111 §4.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from bulletin_export.patterns import lazy_pattern

#: Where the server says nothing: at least ten minutes, a tenth of the time since the
#: page was changed (§4.2.2), at most a day.
_LEAST = 600.0
_MOST = 86_400.0
#: No server's word is taken for longer than a year.
_LONGEST = 365 * 86_400.0
#: What may be kept though the server does not say so (RFC 9110 §15.1), of what we make use of.
_KEPT_BY_DEFAULT = frozenset((200, 203, 301, 308, 404, 410))
_KEPT_IF_TOLD = frozenset((302, 303, 307))
_DIRECTIVE = lazy_pattern(r'\s*([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,]*)))?\s*(?:,|$)')


def directives(header: str) -> dict[str, str]:
    """Return what a Cache-Control *header* says, names in lower case."""
    found = _DIRECTIVE.findall(header)
    return {name.lower(): quoted or plain for name, quoted, plain in found}


def may_keep(status: int, headers: Mapping[str, str]) -> bool:
    """Tell whether an answer may be kept at all, for this one person (§3)."""
    said = directives(headers.get("cache-control", ""))
    if "no-store" in said:
        return False
    if status in _KEPT_IF_TOLD:
        return "max-age" in said or "expires" in headers
    return status in _KEPT_BY_DEFAULT


def fresh_until(headers: Mapping[str, str], received: float) -> float:
    """Return until when an answer *received* at that time (seconds since 1970) is fresh."""
    said = directives(headers.get("cache-control", ""))
    if "no-cache" in said:
        return received
    lifetime = _lifetime(said, headers, received)
    return received + max(0.0, min(lifetime, _LONGEST) - _number(headers.get("age", "")))


def _lifetime(said: Mapping[str, str], headers: Mapping[str, str], received: float) -> float:
    if "max-age" in said:
        return _number(said["max-age"])
    sent = _seconds(headers.get("date", "")) or received
    if "expires" in headers:
        return max(0.0, (_seconds(headers["expires"]) or 0.0) - sent)
    changed = _seconds(headers.get("last-modified", ""))
    age = sent - changed if changed is not None else 0.0
    return min(max(_LEAST, age / 10), _MOST)


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"[0-9]{1,12}", text) else 0.0


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except (ValueError, OverflowError, OSError):
        return None
