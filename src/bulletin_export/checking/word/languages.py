"""Languages: every tag is one, and Chinese text is not called English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import P_STYLE, R_PR, R_STYLE, RUN, VAL, P, W
from bulletin_export.checking.word.stories import Block, Place, words_of
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.patterns import lazy_pattern

_LANG = f"{W}lang"
_NAMES = (VAL, f"{W}eastAsia", f"{W}bidi")
#: A tag as BCP 47 (RFC 5646, 2.1) makes them, with a primary language that is a code.
_TAG = lazy_pattern(
    r"(?:[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x-none)",
    re.IGNORECASE,
)
_HAN = lazy_pattern("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
#: What tells Japanese and Korean from Chinese.
_OWN_LETTERS = {
    "ja": lazy_pattern("[\u3041-\u30ff\u31f0-\u31ff]"),
    "ko": lazy_pattern("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
}
_CHINESE = frozenset({"zh", "yue", "wuu", "nan", "hak", "lzh", "cmn", "gan", "hsn"})


def tags(root: Any, place: Place) -> Iterator[Diagnostic]:
    """Find what is no tag of a language in a part without stories."""
    for element in root.iter(_LANG, f"{W}themeFontLang"):
        for tag in (element.get(name) for name in _NAMES):
            if tag is not None and not _TAG.fullmatch(tag):
                yield place.found("language-wrong", tag=tag)


class Languages:
    """Finds Chinese characters whose language, by run, styles or defaults, is another."""

    def __init__(self, document: Document) -> None:
        self._styles = document.styles
        self._by_style: dict[str, str] = {}
        #: Japanese and Korean of Han characters alone: wrong, unless letters of theirs come, too.
        self._doubtful: dict[str, Place] = {}
        self._proven = {document.language.partition("-")[0].lower()}

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        for element in block.element.iter(_LANG):
            for tag in (element.get(name) for name in _NAMES):
                if tag is not None and not _TAG.fullmatch(tag):
                    yield block.place(element).found("language-wrong", tag=tag)
        for paragraph in block.element.iter(P):
            style = paragraph.find(f"{W}pPr/{P_STYLE}")
            language = self._of_style("" if style is None else style.get(VAL, ""))
            for run, own in self._runs(paragraph, language):
                yield from self._judged(run, own, block)

    def end(self) -> Iterator[Diagnostic]:
        """Say which languages had no letter of their own anywhere."""
        for tag, place in self._doubtful.items():
            if tag.partition("-")[0].lower() not in self._proven:
                yield place.found("han-language-wrong", tag=tag)

    def _of_style(self, style: str) -> str:
        if style not in self._by_style:
            known = self._styles
            self._by_style[style] = known.east_asian(style or known.default) or known.language
        return self._by_style[style]

    def _runs(self, paragraph: Any, language: str) -> Iterator[tuple[Any, str]]:
        """Yield what has to be looked at: all, or in a Chinese paragraph what says otherwise."""
        if _primary(language) in _CHINESE:
            for element in paragraph.iter(_LANG):
                run = element.getparent().getparent()
                if run.tag == RUN and (own := element.get(f"{W}eastAsia")):
                    yield run, own
            return
        for run in paragraph.iter(RUN):
            own = run.find(f"{R_PR}/{_LANG}")
            style = run.find(f"{R_PR}/{R_STYLE}")
            by_style = "" if style is None else self._styles.east_asian(style.get(VAL, ""))
            said = "" if own is None else own.get(f"{W}eastAsia", "")
            yield run, said or by_style or language

    def _judged(self, run: Any, tag: str, block: Block) -> Iterator[Diagnostic]:
        primary = _primary(tag)
        if primary in _CHINESE:
            return
        words = words_of(run)
        letters = _OWN_LETTERS.get(primary)
        if letters is None:
            if _HAN.search(words):
                yield block.place(run).found("han-language-wrong", tag=tag)
        elif letters.search(words):
            self._proven.add(primary)
        elif _HAN.search(words) and tag not in self._doubtful:
            self._doubtful[tag] = block.place(run)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
