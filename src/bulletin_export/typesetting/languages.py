"""In which language a stretch of text is, as far as its script tells."""

from __future__ import annotations

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
_AMONG_HAN = lazy_pattern(f"(?a:(?P<en>{_LATIN})|(?P<ja>{_KANA})|(?P<ko>{_HANGUL}))")
_AMONG_LATIN = lazy_pattern(f"(?P<ja>{_KANA})|(?P<ko>{_HANGUL})|(?P<zh>{_HAN})")


def passages(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield *text*, which stands among words of *language*, in pieces with their languages.

    An empty language means the one around it (BCP 47 else).
    """
    family = language.partition("-")[0]
    end = 0
    for match in (_AMONG_HAN if family in ("", "zh") else _AMONG_LATIN).finditer(text):
        found = match.lastgroup or ""
        if found == family or (family == "ja" and found == "zh"):
            continue
        start = match.start()
        if start > end:
            yield text[end:start], ""
        end = match.end()
        yield match[0], found
    if end < len(text) or not text:
        yield text[end:], ""
