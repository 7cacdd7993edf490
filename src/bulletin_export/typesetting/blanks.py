"""Blanks, and characters that are not drawn as themselves."""

from __future__ import annotations

from bulletin_export.typesetting.classes import (
    JOINERS,
    KINDS,
    NO_BREAK_BLANKS,
    UNDRAWN,
    ZERO_WIDTH_SPACE,
    Kind,
    keeps_distance,
)
from bulletin_export.typesetting.draft import Draft
from bulletin_export.typesetting.measured import BOUND, FREE, RIGID, SOLID, Elastic, Rank
from bulletin_export.typesetting.pieces import Special
from bulletin_export.typesetting.widths import advances
from bulletin_export.typesetting.words import autospace

_WORD_SPACE_LEAST, _WORD_SPACE_MOST = 0.25, 0.5
#: Blanks that are not drawn, in em; U+0020 and U+00A0 are as wide as the face says.
_WIDTHS = {
    "\t": 1.0, "\u3000": 1.0, "\u2000": 0.5, "\u2001": 1.0, "\u2002": 0.5, "\u2003": 1.0,
    "\u2004": 1 / 3, "\u2005": 0.25, "\u2006": 1 / 6, "\u2007": 0.5, "\u2008": 0.25,
    "\u2009": 0.2, "\u200a": 0.1, "\u202f": 0.2, "\u205f": 4 / 18,
}  # fmt: skip


def set_blanks(draft: Draft, start: int, end: int) -> None:
    """Set the blanks from *start* to *end*: a line may end after them, never before.

    One U+0020 between Han and Western text is the gap between them (T12).
    """
    text = draft.text
    is_bound = start == 0 or draft.glue[start] != FREE
    draft.trail(start, end)
    draft.glue[start:end] = bytes((BOUND,)) * (end - start)
    draft.gaps[start:end] = bytes(end - start)
    if end == start + 1 and text[start] == " " and _parts_han_from_word(text, start):
        _set_gap(draft, start)
    else:
        for index in range(start, end):
            _set_blank(draft, index, text[index])
    if is_bound or text[end - 1] in NO_BREAK_BLANKS:
        draft.glue[end] = BOUND


def _parts_han_from_word(text: str, index: int) -> bool:
    around = text[index - 1 : index + 2] if index else ""
    if len(around) < 3:
        return False
    before, after = around[0], around[2]
    if KINDS[before] is Kind.HAN:
        return KINDS[after] is Kind.WORD and keeps_distance(after)
    return KINDS[after] is Kind.HAN and KINDS[before] is Kind.WORD and keeps_distance(before)


def _set_gap(draft: Draft, index: int) -> None:
    gap, elastic = autospace(draft, draft.run_at(index).size)
    draft.widths[index] = draft.autospaces[index + 1] = gap
    draft.specials.append(Special(index, index + 1, solid=True, glyphs=""))
    draft.give(index + 1, elastic)


def _set_blank(draft: Draft, index: int, blank: str) -> None:
    run = draft.run_at(index)
    if blank not in " \u00a0":
        draft.widths[index] = _WIDTHS[blank] * run.size
        draft.specials.append(Special(index, index + 1, solid=False, glyphs=""))
        return
    width = draft.widths[index] = advances(run.face, run.size)[" "]
    shrink = max(0.0, width - _WORD_SPACE_LEAST * run.size)
    stretch = max(0.0, _WORD_SPACE_MOST * run.size - width)
    if index:
        draft.give(index + 1, Elastic(Rank.WORD_SPACE, shrink, stretch))
    if blank == "\u00a0":
        draft.specials.append(Special(index, index + 1, solid=False, glyphs=""))
    elif draft.specials and draft.specials[-1].end == index and draft.specials[-1].solid:
        draft.specials.append(Special(index, index + 1, solid=True))


def set_nothing(draft: Draft, start: int, end: int) -> None:
    """Give joiners, selectors, soft hyphens no room, no box and no break (T32).

    A zero width space is a place where a line may end.
    """
    text = draft.text
    is_bound = start == 0 or draft.glue[start] == BOUND
    draft.trail(start, end)
    for index in range(start, end):
        draft.widths[index] = 0.0
        draft.glue[index], draft.gaps[index] = SOLID, RIGID
    draft.specials.append(Special(start, end, solid=True, glyphs=""))
    between = text[max(0, start - 1) : start] + text[end : end + 1]
    in_word = len(between) == 2 and KINDS[between[0]] is KINDS[between[1]] is Kind.WORD
    if is_bound:
        draft.glue[end] = BOUND
    elif ZERO_WIDTH_SPACE in text[start:end]:
        draft.glue[end] = FREE
    elif in_word or text[end - 1] in JOINERS:
        draft.glue[end], draft.gaps[end] = SOLID, RIGID


def set_modifiers(draft: Draft, start: int, end: int) -> None:
    """Keep what modifies a character with it; what follows meets that one (LB9)."""
    draft.glue[end] = draft.glue[start]
    for index in range(start, end):
        draft.glue[index], draft.gaps[index] = SOLID, RIGID


def set_picture(draft: Draft, index: int) -> None:
    """Leave an inline picture a square of 1 em, in a run of its own that holds U+FFFC."""
    draft.widths[index] = draft.run_at(index).size
    draft.specials.append(Special(index, index + 1, solid=True, glyphs="\ufffc"))


def hide_undrawn(draft: Draft, start: int, end: int) -> None:
    """Draw nothing for tabs and zero width characters of verbatim text."""
    for match in UNDRAWN.finditer(draft.text, start, end):
        for index in range(match.start(), match.end()):
            width = 1.0 if draft.text[index] == "\t" else 0.0
            draft.widths[index] = width * draft.run_at(index).size
        draft.specials.append(Special(match.start(), match.end(), solid=True, glyphs=""))
