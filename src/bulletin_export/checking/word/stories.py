"""The stories of a document (ISO/IEC 29500-1 §11.2), one block after the other.

The main part of ten thousand articles has hundreds of megabytes, so it is never in memory as a
whole: each block is looked at and forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from lxml import etree

from bulletin_export.checking.word.namespaces import SECTION, TABLE, TEXT, P, W
from bulletin_export.checking.word.package import DAMAGE, Package
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.wording import Phrase, phrase

_KINDS = ("footnotes", "endnotes", "header", "footer", "comments")
_CONTAINERS = frozenset(
    W + name for name in ("body", "footnote", "endnote", "comment", "hdr", "ftr")
)
_BLOCKS = (P, TABLE, SECTION, *(W + name for name in ("sdt", "bookmarkStart", "bookmarkEnd")))
_SHOWN = 16


class Place(msgspec.Struct, frozen=True):
    """Where something was found, for people: part, number of the paragraph, its first words."""

    part: str
    paragraph: int = 0
    words: str = ""

    def phrase(self) -> Phrase:
        """The words for it."""
        if not self.paragraph:
            return phrase("in-part", part=self.part)
        if not self.words:
            return phrase("in-paragraph", part=self.part, number=self.paragraph)
        return phrase("in-words", part=self.part, number=self.paragraph, words=self.words)

    def found(
        self, code: str, severity: Severity = Severity.WARNING, **facts: object
    ) -> Diagnostic:
        """Return the finding *code* at this place."""
        return Diagnostic(code=code, severity=severity, facts={"place": self.phrase(), **facts})


class Block(msgspec.Struct, frozen=True):
    """One paragraph, table, section or bookmark that stands directly in a story."""

    element: Any
    part: str
    #: Which story: the part, and the number of the note in it.
    story: tuple[str, int]
    #: How many paragraphs stand before it in its part.
    before: int

    def place(self, element: Any = None) -> Place:
        """Return where *element*, in this block, stands."""
        inside = self.element if element is None else element
        paragraph = next(inside.iterancestors(P), None) if inside.tag != P else inside
        if paragraph is None:  # A table: its first paragraph is what people find.
            paragraph = next(inside.iter(P), None)
        number = self.before
        if paragraph is not None:
            number += 1 + next(n for n, p in enumerate(self.element.iter(P)) if p is paragraph)
        words = "" if paragraph is None else words_of(paragraph)
        shown = words[:_SHOWN] + "…" * (len(words) > _SHOWN)
        return Place(self.part, number, shown)


def words_of(element: Any) -> str:
    """Return the characters that stand in *element*."""
    return "".join(text.text or "" for text in element.iter(TEXT))


def stories(package: Package) -> Mapping[str, str]:
    """Return the parts that hold stories, each with its kind; the main one first."""
    parts = {package.main: "document"}
    for kind in _KINDS:
        parts |= dict.fromkeys(package.all_of(package.main, kind), kind)
    return parts


def blocks(package: Package, part: str) -> Iterator[Block]:
    """Yield the blocks of the stories in *part*; each is gone when the next one comes.

    Raises:
        MalformedSourceError: The part is damaged, a bomb, or no XML.
    """
    number = before = 0
    parent: Any = None
    try:
        with package.stream(part) as file:
            for element in _elements(file):
                around = element.getparent()
                if around is None or around.tag not in _CONTAINERS:
                    continue
                if around is not parent:
                    package.forbid_declarations(element, part)
                    parent, number = around, number + 1
                yield Block(element, part, (part, number), before)
                before += sum(1 for _ in element.iter(P))
                _forget(element)
    except (*DAMAGE, etree.XMLSyntaxError) as error:
        raise package.malformed("part-broken", part=part) from error


def _elements(file: Any) -> Iterator[Any]:
    return (
        element
        for _, element in etree.iterparse(
            file, events=("end",), tag=_BLOCKS, resolve_entities=False, no_network=True,
            load_dtd=False, remove_comments=True, remove_pis=True,
        )
    )  # fmt: skip


def _forget(element: Any) -> None:
    """Free *element* and what stands before it; it stays itself until the parser has left it."""
    element.clear(keep_tail=True)
    while (older := element.getprevious()) is not None:
        element.getparent().remove(older)
