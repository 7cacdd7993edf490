"""Rules about marks that come in pairs: quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.characters import blanks_end, has_han, is_han
from bulletin_export.transforms.clean.protection import Protection

Edits = list[tuple[int, int, str]]

_BRACKET = lazy_pattern(f"[()（）{PARAGRAPH_END}]")


def double_quotes(text: str, kept: Protection) -> Edits:
    """S11: straight quotes that pair up around or beside Han become curly ones."""
    parts = _places(text, '"', kept)
    return [edit for places in parts for edit in _curly(text, places)]


def _places(text: str, mark: str, kept: Protection) -> Iterator[list[int]]:
    """Yield where *mark* stands unprotected in each paragraph that *text* was split into."""
    start = 0
    for part in text.split(PARAGRAPH_END):
        if mark in part:
            found = re.finditer(mark, part)
            places = [start + match.start() for match in found]
            yield [place for place in places if not kept.covers(place)]
        start += len(part) + 1


def _curly(text: str, places: list[int]) -> Edits:
    if len(places) % 2:
        return []
    edits: Edits = []
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        touches = is_han(text[opening - 1 : opening]) or is_han(text[closing + 1 : closing + 2])
        if text[opening - 1 : opening].isdigit():
            return []
        if not touches and not has_han(text, opening, closing):
            return []
        edits += [(opening, opening + 1, "“"), (closing, closing + 1, "”")]
    return edits


def has_odd_quotes(text: str) -> bool:
    """Whether straight quotes stay because one is without a partner; inches do not count."""
    parts = text.split(PARAGRAPH_END)
    return any(part.count('"') % 2 and not re.search(r'\d"', part) for part in parts)


def single_quotes(text: str, kept: Protection) -> Edits:
    """S12: the same for single quotes; apostrophes make it a matter of choice."""
    edits: Edits = []
    for places in _places(text, "'", kept):
        if len(places) % 2:
            continue
        for opening, closing in zip(places[::2], places[1::2], strict=True):
            if has_han(text, opening, closing):
                edits += [(opening, opening + 1, "‘"), (closing, closing + 1, "’")]
    return edits


def brackets(text: str, kept: Protection) -> Edits:
    """S13: round brackets that hold or touch Han become full-width, as a pair."""
    edits: Edits = []
    open_places: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if kept.covers(place):
            continue
        if match[0] == PARAGRAPH_END:
            open_places.clear()
        elif match[0] in "(（":
            open_places.append(place)
        elif open_places:
            opening = open_places.pop()
            if _is_chinese_pair(text, opening, place):
                edits += [(opening, opening + 1, "（")] if text[opening] == "(" else []
                edits += [(place, place + 1, "）")] if match[0] == ")" else []
    return sorted(edits)


def _is_chinese_pair(text: str, opening: int, closing: int) -> bool:
    if has_han(text, opening, closing):
        return True
    before, after = text[opening - 1 : opening], text[closing + 1 : closing + 2]
    if before and (before in "_)" or (before.isascii() and before.isalnum())):
        return False
    if text[closing] == "）":  # blanks after it are going to go
        rest = blanks_end(text, closing + 1)
        after = text[rest : rest + 1]
    return is_han(before) or is_han(after)
