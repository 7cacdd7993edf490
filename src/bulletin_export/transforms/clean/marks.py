"""Rules about punctuation: half-width marks in Chinese text become full-width ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.characters import (
    ANY_BLANK,
    HAN,
    OPENERS,
    has_han,
    is_chinese,
    is_han,
)
from bulletin_export.transforms.clean.protection import Spans

Edits = list[tuple[int, int, str]]

_MARK = lazy_pattern("[,;:?!]")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_INNER_BLANK = ANY_BLANK - {"\n"}
_ELLIPSIS = lazy_pattern(r"\.{3,}|。{3,}|·{3,}|…+")
_HYPHENS = lazy_pattern("-{2,}")
_FULL_STOP = lazy_pattern(
    r'\.(?=[”’」』）)"]?(?:[\n\u2029]|$)|[ \u00a0\u3000]+(?P<next>[^ \u00a0\u3000]))'
)
#: Marks that end a name or a quotation, and that begin one.
_ENDS = frozenset("”』》）」")
_BEGINNINGS = frozenset("“『《（「")
_BRACKET = lazy_pattern(f"[()（）{PARAGRAPH_END}]")


def _is_protected(position: int, spans: Spans) -> bool:
    if not spans:
        return False
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return index >= 0 and position < spans[index][1]


def _found(pattern: re.Pattern[str], text: str, spans: Spans, new: str) -> Edits:
    return [
        (*match.span(), new)
        for match in pattern.finditer(text)
        if not _is_protected(match.start(), spans)
    ]


def ellipses(text: str, spans: Spans) -> Edits:
    """S9: dots after Han are an ellipsis of six."""
    if "…" not in text and not ("..." in text or "。。。" in text or "···" in text):
        return []
    edits: Edits = []
    for match in _ELLIPSIS.finditer(text):
        start = match.start()
        while start and text[start - 1] in _INNER_BLANK:
            start -= 1
        before = text[start - 1 : start]
        is_chinese_dots = is_han(before) or before in _ENDS
        is_done = len(match[0]) > 1 and match[0][0] == "…"
        if is_chinese_dots and not is_done and not _is_protected(match.start(), spans):
            edits.append((*match.span(), "……"))
    return edits


def dashes(text: str, spans: Spans) -> Edits:
    """S10: hyphens between Han are a dash of two em."""
    if "--" not in text:
        return []
    edits: Edits = []
    for match in _HYPHENS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        is_between = (is_han(before) or before in _ENDS) and (is_han(after) or after in _BEGINNINGS)
        if is_between and end - start <= 4 and not _is_protected(start, spans):
            edits.append((start, end, "——"))
    return edits


def double_quotes(text: str, spans: Spans) -> Edits:
    """S11: straight quotes that pair up around or beside Han become curly ones."""
    parts = _places(text, '"', spans)
    return [edit for places in parts for edit in _curly(text, places)]


def _places(text: str, mark: str, spans: Spans) -> Iterator[list[int]]:
    """Yield where *mark* stands unprotected in each paragraph that *text* was split into."""
    start = 0
    for part in text.split(PARAGRAPH_END):
        if mark in part:
            found = re.finditer(mark, part)
            places = [start + match.start() for match in found]
            yield [place for place in places if not _is_protected(place, spans)]
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


def single_quotes(text: str, spans: Spans) -> Edits:
    """S12: the same for single quotes; apostrophes make it a matter of choice."""
    edits: Edits = []
    for places in _places(text, "'", spans):
        if len(places) % 2:
            continue
        for opening, closing in zip(places[::2], places[1::2], strict=True):
            if has_han(text, opening, closing):
                edits += [(opening, opening + 1, "‘"), (closing, closing + 1, "’")]
    return edits


def brackets(text: str, spans: Spans) -> Edits:
    """S13: round brackets that hold or touch Han become full-width, as a pair."""
    edits: Edits = []
    open_places: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if _is_protected(place, spans):
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
        rest = closing + 1
        while text[rest : rest + 1] in _INNER_BLANK:
            rest += 1
        after = text[rest : rest + 1]
    return is_han(before) or is_han(after)


def after_chinese(text: str, spans: Spans) -> Edits:
    """S14: , ; : ? ! after Han or a Chinese mark become full-width, blanks before them go."""
    edits: Edits = []
    widened = -1
    for match in _MARK.finditer(text):
        place = start = match.start()
        if is_han(text[place - 1 : place]):  # nearly always; no protected span begins with a mark
            widened = place + 1
            edits.append((place, widened, _WIDE[text[place]]))
            continue
        if spans and _is_protected(place, spans):
            continue
        while start and text[start - 1] in _INNER_BLANK:
            start -= 1
        # A mark that was just widened counts as Chinese, too: ``?!``, ``!”,``.
        if start == widened or _is_chinese_before(text, start, place, widened):
            # Two edits: a bound between blank and mark stays between what is beside them.
            edits += [(start, place, "")] if start < place else []
            edits.append((place, place + 1, _WIDE[match[0]]))
            widened = place + 1
    return edits


def _is_chinese_before(text: str, start: int, place: int, widened: int) -> bool:
    before = text[start - 1 : start]
    if before in ("”", "’"):
        after = text[place + 1 : place + 2]
        inner = start - 1
        while inner and text[inner - 1] in _INNER_BLANK:
            inner -= 1
        if inner == widened or is_chinese(text[inner - 1 : inner]):
            return True
        return is_han(after) or after in ("“", "‘")
    return is_chinese(before)


def before_chinese(text: str, spans: Spans) -> Edits:
    """S15: the same five after Latin letters or digits when Han or an opening mark follows."""
    edits: Edits = []
    for match in _MARK.finditer(text):
        place = match.start()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if not after or not (is_han(after) or after in OPENERS) or _is_protected(place, spans):
            continue
        if before == "%" or before.isalnum() or _is_protected(place - 1, spans):
            edits.append((place, place + 1, _WIDE[match[0]]))
    return edits


def full_stops(text: str, spans: Spans) -> Edits:
    """S16: a full stop after Han, at the end or before a blank and Han."""
    edits: Edits = []
    for match in _FULL_STOP.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], match["next"]
        is_chinese_stop = (is_han(before) or before in _ENDS) and (after is None or is_han(after))
        if is_chinese_stop and not _is_protected(start, spans):
            edits.append((start, end, "。"))
    return edits


def full_stops_between_han(text: str, spans: Spans) -> Edits:
    """S16: a full stop between two Han too; on request, for it may stand in a name."""
    return _found(_STOP_BETWEEN_HAN, text, spans, "。")


def middle_dots(text: str, spans: Spans) -> Edits:
    """S23: look-alikes of the dot in foreign names become U+00B7; on request."""
    return _found(_MIDDLE_DOT, text, spans, "·")


def document_numbers(text: str, _: Spans) -> Edits:
    """S23: the year of a document number stands in 〔〕 (GB/T 9704-2012, 7.2.5); on request."""
    edits: Edits = []
    for match in _DOCUMENT_NUMBER.finditer(text):
        start, end = match.span("year")
        edits += [(start - 1, start, "〔"), (end, end + 1, "〕")]
    return edits


def connectors(text: str, _: Spans) -> Edits:
    """S23: a hyphen between Han becomes a dash, a tilde a full-width one; on request."""
    return [
        (*match.span(), "—" if match[0] == "-" else "～") for match in _CONNECTOR.finditer(text)
    ]


def book_titles(text: str, _: Spans) -> Edits:
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
