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
#: What is there wherever the first of those finds something; the other two take long to compile.
_HINT = lazy_pattern("[A-Za-z\u00c0-\u024f][^ \u00a0]*[ \u00a0]|[ぁ-ヺｦ-ﾝ]")
#: What hangul begins with in UTF-8.
_HANGUL_LEADS = b"\xea\xeb\xec\xed"
_AMONG_LATIN = lazy_pattern(f"(?P<ja>{_KANA})|(?P<ko>{_HANGUL})|(?P<zh>{_HAN})")


def passages(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield *text*, which stands among words of *language*, in pieces with their languages.

    An empty language means the one around it (BCP 47 else).
    """
    family = language.partition("-")[0]
    is_among_han = family in ("", "zh")
    if is_among_han and not _may_hold_others(text):
        yield text, ""
        return
    end = 0
    for match in (_AMONG_HAN if is_among_han else _AMONG_LATIN).finditer(text):
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


def _may_hold_others(text: str) -> bool:
    if text.isascii() and " " not in text:
        return False
    data = text.encode("utf-8", "ignore")
    return len(data.translate(None, _HANGUL_LEADS)) < len(data) or _HINT.search(text) is not None
