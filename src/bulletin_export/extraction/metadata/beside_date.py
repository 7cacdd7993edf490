"""Who and what stands next to a date without a label."""

from __future__ import annotations

from bulletin_export.extraction.metadata.dates import Spotted
from bulletin_export.extraction.metadata.outlets import (
    as_source,
    looks_like_outlet,
    may_stand_beside_date,
    without_mark,
)
from bulletin_export.extraction.metadata.people import is_likely_name
from bulletin_export.patterns import lazy_pattern

_GAPS = lazy_pattern(r"[\s|｜]+")


def source_beside(text: str, date: Spotted) -> str:
    """Return the paper or office named next to *date*, the best-looking first."""
    after, before = _pieces(text[date.end :])[:6], _pieces(text[: date.start])[-6:]
    if text[: date.start].rstrip().endswith(("于", "於")):  # Who wrote then, not whose it is.
        before = []
    outlets = (piece for piece in (*after, *before[::-1]) if looks_like_outlet(piece))
    neighbours = (piece for piece in (*after[:1], *before[-1:]) if may_stand_beside_date(piece))
    return next(iter((*outlets, *neighbours)), "")


def persons_beside(text: str, date: Spotted) -> tuple[str, ...]:
    """Return the author who stands next to *date* without a label.

    A name of two may be a word, unless a paper, a name and the date are all there is.
    """
    after, before = _pieces(text[date.end :]), _pieces(text[: date.start])
    near = (*after[:2], *before[-2:])
    every = (*before, *after)
    is_plain = len(every) == 2 and any(map(looks_like_outlet, every))
    shortest = 2 if is_plain else 3
    return tuple(one for one in near if len(one) >= shortest and is_likely_name(one))[:1]


def _pieces(text: str) -> list[str]:
    return [piece for piece in map(as_source, map(without_mark, _GAPS.split(text))) if piece]
