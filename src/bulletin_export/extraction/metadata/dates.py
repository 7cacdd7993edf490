"""Dates as they are printed on Chinese pages."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern

_DATE = lazy_pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*(?:年|[-/.]{1,2})\s*(?P<month>1[0-2]|0?[1-9])"
    r"\s*(?:月|[-/.]{1,2})\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*日?"
    r"(?:(?:[T\s\-–,，]|星期.|（星期.）|\(星期.\))*"
    r"(?P<hour>2[0-3]|[01]?\d)\s*(?:[:：]|时|點|点)\s*(?P<minute>[0-5]\d)"
    r"(?:[:：](?P<second>[0-5]\d))?(?:\.\d+)?分?"
    r"(?P<zone>\s?[+-]\d{2}:?\d{2}(?!\d)|Z(?![A-Za-z]))?)?"
)
_COMPACT = lazy_pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)"
    r"(?P<hour>)(?P<minute>)(?P<second>)(?P<zone>)"
)


def dates_in(text: str) -> Iterator[tuple[Date, re.Match[str]]]:
    """Yield every date in *text* with the match it was read from."""
    for match in _DATE.finditer(text):
        if _is_in_the_calendar(match):
            yield _date(match), match


def date_in(text: str) -> Date | None:
    """Return the first date in *text*; ``20200206`` counts when it is all there is."""
    first = next(dates_in(text), None)
    if first:
        return first[0]
    match = _COMPACT.fullmatch(text.strip())
    return _date(match) if match and _is_in_the_calendar(match) else None


def _is_in_the_calendar(match: re.Match[str]) -> bool:
    return int(match["day"]) <= monthrange(int(match["year"]), int(match["month"]))[1]


def _date(match: re.Match[str]) -> Date:
    value = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if match["hour"]:
        value += f"T{int(match['hour']):02}:{match['minute']}"
        if match["second"]:
            value += f":{match['second']}"
        if match["zone"]:
            zone = match["zone"].strip()
            value += zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return Date(value, match[0].strip())
