"""Rules about punctuation: half-width marks in Chinese text become full-width ones."""

from __future__ import annotations

import re

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.characters import (
    HAN,
    INNER_BLANK,
    OPENERS,
    blanks_end,
    blanks_start,
    is_chinese,
    is_han,
)
from bulletin_export.transforms.clean.protection import Protection

Edits = list[tuple[int, int, str]]

# Brackets that are left by now have no Han in them: what smiles stays.
_MARK = lazy_pattern(r"[,;:?!](?!(?<=[;:])-?(?:\)|\((?!\w)))")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_ELLIPSIS = lazy_pattern(r"\.{3,}|。{3,}|·{3,}|…+")
DOTS = ("...", "。。。", "···", "…")
_HYPHENS = lazy_pattern("-{2,}")
_FULL_STOP = lazy_pattern(
    r'\.(?=[”’」』）)"]?(?:[\n\u2029]|$)|[ \u00a0\u3000]+(?P<next>[^ \u00a0\u3000]))'
)
#: What numbers a heading or an item (一. 总则), at most so long.
_NUMERALS = frozenset("第一二三四五六七八九十百")
_LONGEST_NUMERAL = 5
#: Marks that end a name or a quotation, and that begin one.
_ENDS = frozenset("”』》）」")
_BEGINNINGS = frozenset("“『《（「")
#: What a mark before Chinese does not end: nothing, an opening mark, another mark.
_NO_END = frozenset(["", "\n", PARAGRAPH_END, *OPENERS, *"([{<,;:?!"])


def _found(pattern: re.Pattern[str], text: str, kept: Protection, new: str) -> Edits:
    return [
        (*match.span(), new) for match in pattern.finditer(text) if not kept.covers(match.start())
    ]


def ellipses(text: str, kept: Protection) -> Edits:
    """S9: dots after Han are an ellipsis of six."""
    edits: Edits = []
    for match in _ELLIPSIS.finditer(text):
        start = blanks_start(text, match.start())
        before = text[start - 1 : start]
        is_chinese_dots = is_han(before) or before in _ENDS
        is_done = len(match[0]) > 1 and match[0][0] == "…"
        if is_chinese_dots and not is_done and not kept.covers(match.start()):
            edits.append((*match.span(), "……"))
    return edits


def dashes(text: str, kept: Protection) -> Edits:
    """S10: hyphens between Han are a dash of two em."""
    edits: Edits = []
    for match in _HYPHENS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        is_between = (is_han(before) or before in _ENDS) and (is_han(after) or after in _BEGINNINGS)
        if is_between and end - start <= 4 and not kept.covers(start):
            edits.append((start, end, "——"))
    return edits


def after_chinese(text: str, kept: Protection) -> Edits:
    """S14: , ; : ? ! after Han or a Chinese mark become full-width, blanks before them go."""
    edits: Edits = []
    # No protected stretch with Han before a mark in it but an entry of references: [1] 甲,乙[J].
    is_sure = "[" not in text
    for match in _MARK.finditer(text):
        place = match.start()
        if is_sure and is_han(text[place - 1 : place]):  # nearly always
            edits.append((place, place + 1, _WIDE[text[place]]))
            continue
        if kept.covers(place):
            continue
        start = blanks_start(text, place)
        # A mark that was just widened counts as Chinese, too: ``?!``, ``!”,``.
        widened = edits[-1][1] if edits else -1
        if start == widened or _is_chinese_before(text, start, place, widened):
            # Two edits: a bound between blank and mark stays between what is beside them.
            edits += [(start, place, "")] if start < place else []
            edits.append((place, place + 1, _WIDE[match[0]]))
    return edits


def _is_chinese_before(text: str, start: int, place: int, widened: int) -> bool:
    before = text[start - 1 : start]
    if before in ("”", "’"):
        after = text[place + 1 : place + 2]
        inner = blanks_start(text, start - 1)
        if inner == widened or is_chinese(text[inner - 1 : inner]):
            return True
        return is_han(after) or after in ("“", "‘")
    return is_chinese(before)


def before_chinese(text: str, kept: Protection) -> Edits:
    """S15: the same five after what is not Chinese when Han or an opening mark follows.

    Between the mark and Han there may be blanks if the text had Han before.
    """
    edits: Edits = []
    first_han: int | None = None
    for match in _MARK.finditer(text):
        place, end = match.span()
        after = text[end : end + 1]
        if after in INNER_BLANK:
            if first_han is None:
                first_han = _first_han(text)
            if place < first_han or not _is_han_at(text, blanks_end(text, end)):
                continue
        elif not after or not (is_han(after) or after in OPENERS):
            continue
        start = blanks_start(text, place)
        before = text[start - 1 : start]
        if before in _NO_END or is_chinese(before):
            continue
        if not kept.covers(place):
            edits += [(start, place, "")] if start < place else []
            edits.append((place, end, _WIDE[match[0]]))
    return edits


def _is_han_at(text: str, place: int) -> bool:
    return is_han(text[place : place + 1])


def _first_han(text: str) -> int:
    return next((i for i, one in enumerate(text) if is_han(one)), len(text))


def full_stops(text: str, kept: Protection) -> Edits:
    """S16: a full stop after Han, at the end or before a blank and Han."""
    edits: Edits = []
    for match in _FULL_STOP.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], match["next"]
        is_chinese_stop = (is_han(before) or before in _ENDS) and (after is None or is_han(after))
        if not is_chinese_stop or kept.covers(start):
            continue
        if after is None or not _begins_with_numeral(text, start):
            edits.append((start, end, "。"))
    return edits


def _begins_with_numeral(text: str, end: int) -> bool:
    """Whether nothing but a numeral stands before *end* in its line."""
    start = end
    while start and text[start - 1] in _NUMERALS and end - start <= _LONGEST_NUMERAL:
        start -= 1
    return start < end and (start == 0 or text[start - 1] in ("\n", PARAGRAPH_END))


def full_stops_between_han(text: str, kept: Protection) -> Edits:
    """S16: a full stop between two Han too; on request, for it may stand in a name."""
    return _found(_STOP_BETWEEN_HAN, text, kept, "。")


def middle_dots(text: str, kept: Protection) -> Edits:
    """S23: look-alikes of the dot in foreign names become U+00B7; on request."""
    return _found(_MIDDLE_DOT, text, kept, "·")


def document_numbers(text: str, _: Protection) -> Edits:
    """S23: the year of a document number stands in 〔〕 (GB/T 9704-2012, 7.2.5); on request."""
    edits: Edits = []
    for match in _DOCUMENT_NUMBER.finditer(text):
        start, end = match.span("year")
        edits += [(start - 1, start, "〔"), (end, end + 1, "〕")]
    return edits


def connectors(text: str, _: Protection) -> Edits:
    """S23: a hyphen between Han becomes a dash, a tilde a full-width one; on request."""
    return [
        (*match.span(), "—" if match[0] == "-" else "～") for match in _CONNECTOR.finditer(text)
    ]


def book_titles(text: str, _: Protection) -> Edits:
    """S23: angle brackets around Han become 《》; on request."""
    edits: Edits = []
    for match in _BOOK_TITLE.finditer(text):
        edits += [(match.start(), match.start() + 1, "《"), (match.end() - 1, match.end(), "》")]
    return edits


_STOP_BETWEEN_HAN = lazy_pattern(rf"(?<=[{HAN}])\.(?=[{HAN}])")
_MIDDLE_DOT = lazy_pattern(f"(?<=[{HAN}])[•・‧.](?=[{HAN}])")
_DOCUMENT_NUMBER = lazy_pattern(r"[\[(（［](?P<year>(?:19|20)\d\d)[\])）］](?=第?\d+号)")
_CONNECTOR = lazy_pattern(f"(?<=[{HAN}])[-~](?=[{HAN}])")
_BOOK_TITLE = lazy_pattern(f"<[^<>\n]*[{HAN}][^<>\n]*>")
