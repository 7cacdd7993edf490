"""Dates as programs write them: in meta tags, JSON-LD, attributes and addresses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from bulletin_export.extraction.metadata.dates import date_in, labelled_date_in
from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern

_EPOCH = lazy_pattern(r"(1[0-9]{9})(?:\d{3}|\.\d+)?")
#: All of China keeps one time.
_CHINA = timezone(timedelta(hours=8))
_IN_ADDRESS = (
    lazy_pattern(
        r"[/_t-](?P<year>20[0-3]\d|199\d)[-/_]?(?P<month>0[1-9]|1[0-2])[-/_]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    ),
    lazy_pattern(
        r"/(?P<year>20[0-3]\d|199\d)/(?P<month>[1-9]|1[0-2])/(?P<day>[1-9]|[12]\d|3[01])/"
    ),
    lazy_pattern(
        r"/(?P<short>[012]\d)/(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])/\d{2}/"
    ),
    lazy_pattern(
        r"[/_t-](?P<year>20[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\d{4,9}(?!\d)"
    ),
)


def machine_date(text: str) -> Date | None:
    """Return the date that *text* is: ISO 8601, what is printed, or seconds since 1970.

    Seconds are told in China's time, with its offset.
    """
    text = text.strip()[:80]
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), UTC).astimezone(_CHINA)
        return Date(moment.isoformat(), text)
    date = date_in(text)
    if date is None and ":" in text:
        spotted = labelled_date_in(text)
        date = spotted.date if spotted and not spotted.date.value.startswith("--") else None
    return date


def date_in_address(address: str) -> Date | None:
    """Return the day that *address* tells: ``/2020/1008/``, ``/202010/08/``, ``t20201008_``."""
    path = address.partition("://")[2].partition("?")[0].partition("/")[2]
    for form in _IN_ADDRESS:
        match = form.search("/" + path)
        if match:
            parts = match.groupdict()
            year = parts.get("year") or "20" + parts["short"]
            date = date_in(f"{year}-{int(parts['month']):02}-{int(parts['day']):02}")
            if date:
                return Date(date.value, match[0].strip("/_-t"))
    return None
