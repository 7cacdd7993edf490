"""Dates of news messages: ISO 8601, extended and basic, with the offset they were given."""

from __future__ import annotations

from calendar import monthrange
from email.utils import parsedate_to_datetime

from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern

_ISO = lazy_pattern(
    r"(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d)"
    r"(?:[T ]\s*(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)"
    r"(?::?(?P<second>[0-5]\d|60)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?(?!\d)"
)


def timestamp(text: str) -> Date | None:
    """Return the date that *text* begins with (ISO 8601-1, 5.2 to 5.4; else RFC 5322), or None."""
    text = text.strip()
    match = _ISO.match(text)
    if match is None:
        return _mail_date(text)
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    if not month or not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    if not day:
        return Date(f"{year}-{month}", text)
    if not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return None
    return Date(f"{year}-{month}-{day}{_time(match.groupdict())}", text)


def _time(parts: dict[str, str | None]) -> str:
    hour, minute, second, zone = (parts[name] for name in ("hour", "minute", "second", "zone"))
    if hour is None or hour == "24":  # Midnight at the end of the day: the day is what counts.
        return ""
    clock = f"T{hour}:{minute}" + (f":{second}" if second and second != "60" else "")
    if not zone or zone == "Z":
        return clock + (zone or "")
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{clock}{zone[0]}{digits[:2]}:{digits[2:]}"


def _mail_date(text: str) -> Date | None:
    try:
        found = parsedate_to_datetime(text[:100])
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return Date(found.isoformat(), text)
