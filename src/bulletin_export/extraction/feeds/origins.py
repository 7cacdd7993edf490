"""Where in a feed a value stood."""

from __future__ import annotations

from functools import lru_cache

from bulletin_export.model.evidence import Origin

#: What the values of all entries of all feeds have in common.
RULE = "feed-element"


@lru_cache(maxsize=256)
def origin(field: str, place: str) -> Origin:
    """Return the note that *field* was taken from the element *place*."""
    return Origin(field, RULE, place)
