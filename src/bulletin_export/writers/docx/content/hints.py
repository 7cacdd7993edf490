"""Which pieces of a text carry the East Asian hint, and which are in another language.

Marks that Chinese and Latin print share (“ ” ‘ ’ — … ·) are drawn by Word in the Latin
face unless their run carries the hint (ISO/IEC 29500-1 §17.3.2.26). So a run that holds
them has it, and the same marks inside an English sentence stand in a run without. Letters
with accents, Greek and Cyrillic would be drawn in the Chinese face by the hint: they go without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from bulletin_export.composition.languages import RIGHT_TO_LEFT, strangers
from bulletin_export.patterns import lazy_pattern

_HINT = 'w:hint="eastAsia"'
#: Marks that what stands beside them decides about.
_SHARED = (
    "\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u02c7\u02c9\u2010-\u2027\u2030-\u205e\u2100-\u2bff"
)
#: Signs that Latin faces lack as a rule, and what offices put into the private area: in a
#: Chinese paragraph they are Chinese.
_SIGNS = "\u2030-\u2038\u203b\u2100-\u2121\u2123-\u2bff\ue000-\uf8ff"
#: Letters that the hint would change.
_WESTERN = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u058f\u1e00-\u1fff"
#: Scripts with a language of their own, beyond those.
_STRANGE = "\u0370-\u1fff\u3041-\u30fa\uac00-\ud7a3\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uff9d"
_DELICATE = lazy_pattern(f"[{_SHARED}\ue000-\uf8ff{_STRANGE}]")
_HAS_MARKS = lazy_pattern(f"[{_SHARED}\ue000-\uf8ff]")
_HAS_STRANGERS = lazy_pattern(f"[{_STRANGE}]")
_HAS_WESTERN = lazy_pattern(f"[{_WESTERN}]")
_SHARED_ONES = lazy_pattern(rf"[{_SHARED}][\s{_SHARED}]*")
#: Doubled dashes and dots, a sign, a mark; a word of the West with the words beside it.
_TOKENS = lazy_pattern(
    rf"(?P<sign>——+|……+|[{_SIGNS}])|(?P<mark>[{_SHARED}])"
    rf"|[A-Za-z]{{0,40}}[{_WESTERN}][A-Za-z{_WESTERN}]*(?:[ ,.:;!?–—-]{{1,3}}[A-Za-z{_WESTERN}]+)*"
)
#: Where Chinese and its marks begin, and end before; sorted, for bisection: a regular
#: expression of them takes a millisecond to compile.
_CHINESE_EDGES = "\u2e80\ua000\uf900\ufb00\ufe30\ufe50\uff00\ufff0\U00020000\U00040000"
_CHINESE_ONES = lazy_pattern("[\u2e80-\u9fff\uff00-\uffef]+")
_WORDS = lazy_pattern("[A-Za-z\u00c0-\u052f][!-~\u00c0-\u052f]*")
_BEFORE = lazy_pattern(rf"[^\s{_SHARED}](?=[\s{_SHARED}]*\Z)")
_AFTER = lazy_pattern(rf"[\s{_SHARED}]*([^\s{_SHARED}])")
_PAIRS = {"“": "”", "‘": "’"}
#: No more than this many characters on either side are looked at for the script around a mark.
_REACH = 24

#: What ``w:lang`` says (BCP 47): for the slot that sets the script.
_LANGUAGES = {
    "el": 'w:val="el-GR"', "ru": 'w:val="ru-RU"', "ja": 'w:eastAsia="ja-JP"',
    "ko": 'w:eastAsia="ko-KR"', "he": 'w:bidi="he-IL"', "ar": 'w:bidi="ar-SA"',
    "ug": 'w:bidi="ug-CN"', "hi": 'w:bidi="hi-IN"', "th": 'w:bidi="th-TH"',
    "bo": 'w:bidi="bo-CN"', "mn": 'w:bidi="mn-Mong-CN"',
}  # fmt: skip


def is_plain(text: str) -> bool:
    """Tell whether *text* is Chinese or English, and looks the same with the hint and without."""
    return _DELICATE.search(text) is None


def is_chinese(text: str) -> bool:
    """Tell whether *text* is mainly Chinese: no fewer characters of it than words of others."""
    if _WORDS.search(text) is None:
        return _CHINESE_ONES.search(text) is not None
    count = sum(map(len, _CHINESE_ONES.findall(text)))
    return count > 0 and count >= len(_WORDS.findall(text))


def _is_chinese_one(character: str) -> bool:
    return bisect_right(_CHINESE_EDGES, character) % 2 == 1


def pieces(text: str, *, chinese: bool) -> Iterator[tuple[Mapping[str, str], str]]:
    """Cut *text* where hint or language change; yield the properties of the run and the piece.

    *chinese* tells the script of the paragraph; it decides where the text itself does not.
    """
    for hint, piece in _hinted(text, chinese=chinese):
        properties = {"rFonts": hint} if hint else {}
        if _HAS_STRANGERS.search(piece) is None:
            yield properties, piece
            continue
        for part, language in strangers(piece):
            yield {**properties, **_language(language)}, part


def _language(name: str) -> dict[str, str]:
    if not name:
        return {}
    direction = {"rtl": ""} if name in RIGHT_TO_LEFT else {}
    return {"lang": _LANGUAGES[name], **direction}


def _hinted(text: str, *, chinese: bool) -> Iterator[tuple[str, str]]:
    if _HAS_MARKS.search(text) is None:
        yield "", text
        return
    chinese = chinese or is_chinese(text)
    if chinese and _HAS_WESTERN.search(text) is None and not _parts_latin(text):
        yield _HINT, text
        return
    start, kept = 0, _HINT if chinese else ""
    for begin, end, hint in _paired(text, _decided(text, chinese)):
        if hint == kept:
            continue
        if begin > start:
            yield kept, text[start:begin]
        yield hint, text[begin:end]
        start = end
    if start < len(text):
        yield kept, text[start:]


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


def _decided(text: str, chinese: bool) -> list[tuple[int, int, str]]:
    """Return the marks and Western words of *text*, each with its hint."""
    found = []
    for token in _TOKENS.finditer(text):
        match token.lastgroup:
            case "sign":
                hint = _HINT if chinese else ""
            case "mark":
                hint = _hint_of(token, text, chinese)
            case _:
                hint = ""
        found.append((*token.span(), hint))
    return found


def _paired(text: str, marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return *marks* with both quotes of a pair hinted where one of them is."""
    opened: list[int] = []
    for number, (begin, end, hint) in enumerate(marks):
        if text[begin] in _PAIRS:
            opened.append(number)
        elif (
            opened
            and text[begin] == _PAIRS[text[marks[opened[-1]][0]]]
            and not _is_apostrophe(text, begin)
        ):
            first = opened.pop()
            shared = hint or marks[first][2]
            marks[first] = (*marks[first][:2], shared)
            marks[number] = (begin, end, shared)
    return marks


def _is_apostrophe(text: str, at: int) -> bool:
    """Tell whether the mark *at* stands between two letters of a Latin word."""
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return len(around) == 2 and around.isalpha() and not any(map(_is_chinese_one, around))


def _hint_of(token: re.Match[str], text: str, chinese: bool) -> str:
    begin, end = token.span()
    before = _BEFORE.search(text[max(0, begin - _REACH) : begin])
    after = _AFTER.match(text[end : end + _REACH])
    sides = [_is_chinese_one(side) for side in (before and before[0], after and after[1]) if side]
    if len(sides) == 2:
        chinese = any(sides) if chinese else all(sides)
    return _HINT if chinese else ""
