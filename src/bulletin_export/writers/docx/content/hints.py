"""Which pieces of a text carry the East Asian hint.

Marks that Chinese and Latin print share (“ ” ‘ ’ — … ·) are drawn by Word in the Latin
face unless their run carries the hint (ISO/IEC 29500-1 §17.3.2.26); so a run that holds
them has it, and the same marks inside an English sentence stand in a run without.
Characters of the rare planes get a face that has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from bulletin_export.patterns import lazy_pattern
from bulletin_export.writers.docx.parts.word_fonts import RARE

_HINT = 'w:hint="eastAsia"'
_RARE_FONT = f'w:hint="eastAsia" w:eastAsia="{RARE.name}"'
_SHARED = "\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2100-\u2bff"
#: Marks of both scripts, and ideographs of planes 2 and 3.
_DELICATE = lazy_pattern(f"[{_SHARED}]|[\U00020000-\U0003ffff]+")
_SHARED_ONES = lazy_pattern(rf"[{_SHARED}][\s{_SHARED}]*")
_RARE = lazy_pattern("[\U00020000-\U0003ffff]")
#: Where Chinese and its marks begin, and end before; sorted, for bisection: a regular
#: expression of them takes a millisecond to compile.
_CHINESE_EDGES = "\u2e80\ua000\uf900\ufb00\ufe30\ufe50\uff00\ufff0\U00020000\U00040000"
_BEFORE = lazy_pattern(rf"[^\s{_SHARED}](?=[\s{_SHARED}]*\Z)")
_AFTER = lazy_pattern(rf"[\s{_SHARED}]*([^\s{_SHARED}])")
_PAIRS = {"“": "”", "‘": "’"}
#: No more than this many characters on either side are looked at for the script around a mark.
_REACH = 24


def is_plain(text: str) -> bool:
    """Tell whether *text* looks the same in Word with the hint and without."""
    return _DELICATE.search(text) is None


def is_chinese(text: str) -> bool:
    """Tell whether *text* holds Chinese characters or full-width marks."""
    return not text.isascii() and any(map(_is_chinese_one, text))


def _is_chinese_one(character: str) -> bool:
    return bisect_right(_CHINESE_EDGES, character) % 2 == 1


def _parts_latin(text: str) -> bool:
    """Tell whether marks of both scripts stand between Latin, blanks aside."""
    for match in _SHARED_ONES.finditer(text):
        begin, end = match.span()
        # The character after is looked at first: it is there without a search, and mostly Han.
        if end < len(text) and not _is_chinese_one(text[end]):
            before = text[:begin].rstrip()[-1:]
            if before and not _is_chinese_one(before):
                return True
    return False


def pieces(text: str, *, chinese: bool) -> Iterator[tuple[str, str]]:
    """Cut *text* where its fonts' attributes change; yield the attributes and the piece.

    *chinese* tells the script of the paragraph; it decides where the text itself does not.
    """
    chinese = chinese or is_chinese(text)
    if not (_parts_latin(text) or _RARE.search(text)):
        yield (_HINT if chinese else ""), text
        return
    start, kept = 0, _HINT if chinese else ""
    for begin, end, fonts in _paired(text, _marks(text, chinese)):
        if fonts == kept:
            continue
        if begin > start:
            yield kept, text[start:begin]
        yield fonts, text[begin:end]
        start = end
    if start < len(text):
        yield kept, text[start:]


def _marks(text: str, chinese: bool) -> list[tuple[int, int, str]]:
    return [(*m.span(), _fonts_of(m, text, chinese)) for m in _DELICATE.finditer(text)]


def _paired(text: str, marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return *marks* with both quotes of a pair hinted where one of them is."""
    opened: list[int] = []
    for number, (begin, end, fonts) in enumerate(marks):
        if text[begin] in _PAIRS:
            opened.append(number)
        elif opened and text[begin] == _PAIRS[text[marks[opened[-1]][0]]]:
            first = opened.pop()
            shared = fonts or marks[first][2]
            marks[first] = (*marks[first][:2], shared)
            marks[number] = (begin, end, shared)
    return marks


def _fonts_of(match: re.Match[str], text: str, chinese: bool) -> str:
    if match[0] >= "\U00020000":
        return _RARE_FONT
    begin, end = match.span()
    before = _BEFORE.search(text[max(0, begin - _REACH) : begin])
    after = _AFTER.match(text[end : end + _REACH])
    sides = [is_chinese(side) for side in (before and before[0], after and after[1]) if side]
    if len(sides) == 2:
        return _HINT if any(sides) else ""
    return _HINT if chinese else ""
