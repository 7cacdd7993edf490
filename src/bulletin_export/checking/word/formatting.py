"""Formatting: by named styles, with faces by name, and no space made of empty paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import P_PR, P_STYLE, R_PR, VAL, P, W
from bulletin_export.checking.word.stories import Block, words_of
from bulletin_export.diagnostics import Diagnostic

_FONTS, _HINT = f"{W}rFonts", f"{W}hint"
#: What a paragraph of the text may say beside its style; a frame is a place, not a look.
_OF_PARAGRAPHS = frozenset(
    W + name
    for name in ("pStyle", "numPr", "keepNext", "pageBreakBefore", "framePr", "sectPr", "rPr",
                 "bidi")
)  # fmt: skip
#: What a run may say: stress, position, language.
_OF_RUNS = frozenset(
    W + name
    for name in ("rStyle", "rFonts", "b", "bCs", "strike", "u", "vertAlign", "rtl", "cs", "lang",
                 "noProof", "webHidden")
)  # fmt: skip
_READING = f"{W}rt"
_PLACED = f"{W}tblPr/{W}tblpPr"
_FURNITURE = ("hdr", "ftr")
_SEEN = tuple(
    W + name
    for name in ("drawing", "pict", "object", "br", "sym", "fldChar", "fldSimple", "sectPr", "ruby",
                 "footnoteReference", "endnoteReference", "separator", "continuationSeparator",
                 "footnoteRef", "endnoteRef", "numPr", "bookmarkStart", "sdt")
)  # fmt: skip


def direct_formatting(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find looks in the text that come from no style; heads and feet may have them."""
    del document
    if block.element.getparent().tag in (W + name for name in _FURNITURE):
        return
    for properties in block.element.iter(P_PR):
        strange = [one.tag for one in properties if one.tag not in _OF_PARAGRAPHS]
        if strange:
            yield _direct(block, properties, strange[0])
    for properties in block.element.iter(R_PR):
        strange = [one.tag for one in properties if one.tag not in _OF_RUNS or _names_a_face(one)]
        if strange and next(properties.iterancestors(_READING), None) is None:
            yield _direct(block, properties, strange[0])


def _names_a_face(element: Any) -> bool:
    return element.tag == _FONTS and any(name != _HINT for name in element.keys())  # noqa: SIM118


def _direct(block: Block, element: Any, tag: str) -> Diagnostic:
    name = f"w:{tag.removeprefix(W)}"
    return block.place(element).found("direct-formatting", property=name)


def theme_fonts(root: Any) -> str:
    """Return the first attribute in *root* that takes a face from the theme, or nothing.

    Word follows it before the face that is named beside it (§17.3.2.26), and the theme of a
    document often names a Japanese one.
    """
    names = (name for fonts in root.iter(_FONTS) for name in fonts.keys())  # noqa: SIM118
    return next((name.removeprefix(W) for name in names if name.endswith("Theme")), "")


def themed_runs(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find runs whose face comes from the theme."""
    del document
    if name := theme_fonts(block.element):
        yield block.place().found("theme-font", attribute=name)


class EmptyParagraphs:
    """Finds empty paragraphs one after the other: space is a matter of styles."""

    def __init__(self, document: Document) -> None:
        self._styles = document.styles
        self._story: tuple[str, int] | None = None
        self._is_after_empty = self._is_anchor = False

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block, and into the cells of a table."""
        if block.story != self._story:
            self._story, self._is_after_empty = block.story, False
        if block.element.tag == P:
            is_empty = not self._is_anchor and self._is_empty(block.element)
            if is_empty and self._is_after_empty:
                yield block.place().found("empty-paragraphs")
            self._is_after_empty, self._is_anchor = is_empty, False
            return
        # A table that is placed on the page is anchored to the paragraph after it (§17.4.57).
        self._is_after_empty, self._is_anchor = False, block.element.find(_PLACED) is not None
        for paragraph in block.element.iter(P):
            before = paragraph.getprevious()
            if before is not None and before.tag == P and self._are_empty(before, paragraph):
                yield block.place(paragraph).found("empty-paragraphs")

    def end(self) -> Iterator[Diagnostic]:
        """Say nothing more."""
        yield from ()

    def _are_empty(self, *paragraphs: Any) -> bool:
        return all(map(self._is_empty, paragraphs))

    def _is_empty(self, paragraph: Any) -> bool:
        """Tell whether nobody sees anything of *paragraph*."""
        if words_of(paragraph).strip() or next(paragraph.iter(*_SEEN), None) is not None:
            return False
        style = paragraph.find(f"{P_PR}/{P_STYLE}")
        return not self._styles.is_seen_empty("" if style is None else style.get(VAL, ""))
