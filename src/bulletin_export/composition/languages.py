"""In which language a stretch of text is, as far as its script tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_export.patterns import lazy_pattern

#: Three words or numbers with blanks between: less may be a name or a term of any language.
_WORD = r"[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’./@&%—–-]*"
_BETWEEN = r"[,;:!?\"”’)—–…]*[ \u00a0]+[\"“‘(—–]*"
_LATIN = rf"{_WORD}(?:{_BETWEEN}(?:{_WORD}|\d[\w.,%-]*)){{2,}}[!?\"”’)…]*"
#: From one kana to another, with the Han between; ``の`` alone is Chinese advertising.
_KANA = r"[ぁ-ゖァ-ヺｦ-ﾝ](?:[\u4e00-\u9fff々ー・]{0,6}[ぁ-ゖァ-ヺｦ-ﾝー])+"
_HANGUL = r"[가-힣](?:[ 가-힣]*[가-힣])?"
_HAN = r"[\u3400-\u9fff\uf900-\ufaff][\u3000-\u303f\u3400-\u9fff\uf900-\ufaff，！？；：]*"
#: Letters that tell a language, as far as bulletins hold it. Two of them at least: a lone
#: letter (α, Я) is a sign. What only Uyghur has is asked before Arabic.
_LETTERS = {
    "el": r"\u0370-\u03ff\u1f00-\u1fff",
    "ru": r"\u0400-\u052f",
    "he": r"\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hi": r"\u0900-\u097f",
    "th": r"\u0e00-\u0e7f",
    "bo": r"\u0f00-\u0fff",
    "mn": r"\u1800-\u18af",
}
_ASIDE = r"[ \u00a0\d,.:;!?'’\"“”«»()–—-]"
_OTHERS = "|".join(
    f"(?P<{language}>[{letters}]{{2,}}(?:{_ASIDE}{{1,6}}[{letters}]+)*)"
    for language, letters in _LETTERS.items()
)
_STRANGERS = rf"(?a:(?P<ja>{_KANA})|(?P<ko>{_HANGUL})|{_OTHERS})"
_UYGHUR = lazy_pattern("[\u06c6-\u06c8\u06cb\u06d0\u06d5]")
_AMONG_HAN = lazy_pattern(f"(?a:(?P<en>{_LATIN}))|{_STRANGERS}")
_AMONG_ALL = lazy_pattern(_STRANGERS)
#: What is there wherever the first of those finds something; the other two take long to compile.
_HINT = lazy_pattern("[A-Za-z\u00c0-\u024f][^ \u00a0]*[ \u00a0]|[ぁ-ヺｦ-ﾝ]")
#: What the letters of other scripts begin with in UTF-8.
_LEADS = bytes([*range(0xCD, 0xDC), 0xE0, 0xE1, *range(0xEA, 0xEE)])
_AMONG_LATIN = lazy_pattern(f"{_STRANGERS}|(?P<zh>{_HAN})")
#: Written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "he", "ug"})


def passages(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield *text*, which stands among words of *language*, in pieces with their languages.

    An empty language means the one around it (BCP 47 else).
    """
    family = language.partition("-")[0]
    is_among_han = family in ("", "zh")
    if is_among_han and not may_hold_others(text):
        yield text, ""
        return
    yield from _pieces(_AMONG_HAN if is_among_han else _AMONG_LATIN, text, family)


def strangers(text: str) -> Iterator[tuple[str, str]]:
    """Yield *text* in pieces with their languages; Chinese and what is Latin have none."""
    return _pieces(_AMONG_ALL, text, "")


def _pieces(pattern: re.Pattern[str], text: str, family: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in pattern.finditer(text):
        found = match.lastgroup or ""
        if found == "ar" and _UYGHUR.search(match[0]):
            found = "ug"
        if found == family or (family == "ja" and found == "zh"):
            continue
        start = match.start()
        if start > end:
            yield text[end:start], ""
        end = match.end()
        yield match[0], found
    if end < len(text) or not text:
        yield text[end:], ""


def may_hold_others(text: str) -> bool:
    """Tell, quickly, whether Chinese *text* may hold passages in other languages."""
    if text.isascii() and " " not in text:
        return False
    data = text.encode("utf-8", "ignore")
    return len(data.translate(None, _LEADS)) < len(data) or _HINT.search(text) is not None
