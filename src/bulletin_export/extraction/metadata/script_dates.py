"""The time of publication where a page keeps it for its scripts alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bulletin_export.extraction.metadata.facts import Found, Rule
from bulletin_export.extraction.metadata.machine_dates import machine_date
from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern

#: Names under which sites keep the time, the surest first.
_NAMES = (
    "datePublished|publish_?time|publish_?date|publishedAt|pub_?time|pub_?date",
    "news_?time|post_?time|display_?time|ptime|create_?time|ct",
)
_VALUES = tuple(
    lazy_pattern(
        rf"""(?<![\w$.-])["']?(?P<name>{names})["']?\s*[:=]\s*["']?"""
        r"(?P<value>(?:19|20)\d\d[-/.年][\d:T+ Z月日/.-]{5,24}|1\d{9}(?:\d{3})?(?!\d))",
        2,
    )
    for names in _NAMES
)


def date_in_scripts(scripts: Iterable[Any]) -> Found[Date] | None:
    """Return the time that *scripts*, elements, keep under a well-known name.

    None where they keep several: those of other articles too.
    """
    texts = [script.text for script in scripts if script.text]
    every: list[Found[Date]] = []
    for pattern in _VALUES:
        found = [*_dates(pattern, texts)]
        days = {one.value.value[:10] for one in found}
        if not every and len(days) > 1:
            return None
        # The time of day may stand under the weaker name.
        day = (every or found)[0].value.value[:10] if every or found else ""
        every.extend(one for one in found if one.value.value[:10] == day)
    return max(every, key=lambda one: len(one.value.value) > 10, default=None)


def _dates(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[Found[Date]]:
    for match in (match for text in texts for match in pattern.finditer(text)):
        date = machine_date(match["value"])
        if date:
            yield Found(date, Rule.SCRIPT, f"script: {match['name']}")
