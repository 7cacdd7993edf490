"""References by id: to other parts, styles, lists and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import VAL, R, W
from bulletin_export.checking.word.stories import Block, Place
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.wording import phrase

_RELATIONSHIPS: Any = etree.XPath("descendant-or-self::*/@r:*", namespaces={"r": R[1:-1]})
_STYLES = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character", f"{W}tblStyle": "table"}
_NOTES = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
    f"{W}commentReference": "comment",
}
#: The number that takes a paragraph out of all lists (§17.9.18).
_NO_LIST = "0"


def relationships(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find ids that lead to no relationship of the part (§9.3), or to a part that is not there."""
    known = document.package.relationships(block.part)
    for named in _RELATIONSHIPS(block.element):
        one = known.get(named)
        if one is None or not (one.is_external or one.target in document.package.parts):
            yield _missing(block.place(named.getparent()), "relationship", str(named))


def styles(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find names of styles that are not there, or of another kind."""
    known = document.styles.by_id
    for element in block.element.iter(*_STYLES):
        name = element.get(VAL, "")
        if name not in known or known[name].kind != _STYLES[element.tag]:
            yield _missing(block.place(element), "style", name)


def lists_and_notes(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find paragraphs of a list, and marks of a note, that are not there."""
    for element in block.element.iter(f"{W}numId"):
        name = element.get(VAL, "")
        if name != _NO_LIST and name not in document.lists:
            yield _missing(block.place(element), "list", name)
    for element in block.element.iter(*_NOTES):
        kind, name = _NOTES[element.tag], element.get(f"{W}id", "")
        if name not in document.notes[kind]:
            yield _missing(block.place(element), kind, name)


def style_names(document: Document) -> Iterator[Diagnostic]:
    """Find styles that are based on, followed by or linked to one that is not there."""
    known = document.styles.by_id
    place = Place(document.package.first_of(document.package.main, "styles"))
    for style in known.values():
        for name in style.names:
            if name not in known:
                yield _missing(place, "style", name)


def parts(document: Document) -> Iterator[Diagnostic]:
    """Find relationships to parts that are not there, and parts that nothing refers to."""
    package = document.package
    seen, coming = {""}, [""]
    while coming:
        part = coming.pop()
        for name, one in package.relationships(part).items():
            if one.is_external or one.target in seen:
                continue
            if one.target not in package.parts:
                yield _missing(Place(part or "_rels/.rels"), "relationship", name)
                continue
            seen.add(one.target)
            coming.append(one.target)
    own = (name for name in package.parts if not _is_of_the_package(name))
    for name in own:
        if name not in seen:
            yield Place(name).found("part-unused")
        elif not package.type_of(name):
            yield Place(name).found("part-untyped", Severity.ERROR)


def _is_of_the_package(name: str) -> bool:
    return name == "[Content_Types].xml" or name.endswith(".rels")


def _missing(place: Place, kind: str, name: str) -> Diagnostic:
    return place.found("reference-missing", Severity.ERROR, kind=phrase(f"kind-{kind}"), name=name)
