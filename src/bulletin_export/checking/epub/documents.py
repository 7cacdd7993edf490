"""XHTML documents (EPUB 3.3, 6.1): their markup, and what leads out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from bulletin_export.checking.epub.container import fault
from bulletin_export.checking.epub.values import (
    REQUIRED,
    REQUIRED_CHILDREN,
    has_stray_words,
    wrong_attributes,
)
from bulletin_export.checking.epub.vocabulary import (
    ATTRIBUTES,
    BLOCKS,
    CHILDREN,
    ELEMENTS,
    OWN_ATTRIBUTES,
    PARENTS,
    PHRASES,
    SINGLE,
    TRANSPARENT,
    UNCHECKED,
)
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.ocf import Container, Item, parser

_HTML = "{http://www.w3.org/1999/xhtml}"
_EPUB = "{http://www.idpf.org/2007/ops}"
#: The head of a document and what stands in it mean nothing to a reader.
_UNTYPED = frozenset(("html", "head", "title", "meta", "link", "style", "base"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SVG, _MATHML = "{http://www.w3.org/2000/svg}svg", "{http://www.w3.org/1998/Math/MathML}math"


class Page(NamedTuple):
    """What links ask of a document: places that are there, and addresses with their lines."""

    identifiers: frozenset[str]
    #: Element, address, line.
    addresses: tuple[tuple[str, str, int], ...]

    @classmethod
    def of(cls, root: Any) -> Page:
        """Return what links ask of the document below *root*."""
        found = (
            (etree.QName(one).localname, one.get(name), one.sourceline)
            for one in root.iter(etree.Element)
            for name in ("href", "src")
            if one.get(name) is not None
        )
        places = (one.get("id") for one in root.iter(etree.Element))
        return cls(frozenset(filter(None, places)), tuple(found))


def parsed(container: Container, item: Item) -> tuple[Any, list[Diagnostic]]:
    """Return the root of the document *item*, and a remark if it is none."""
    try:
        root = etree.fromstring(container.read(item.path), parser())
    except etree.XMLSyntaxError as error:
        place = f"{item.path}:{error.lineno}"
        return None, [fault("book-markup-broken", place, reason=error.msg)]
    info = root.getroottree().docinfo
    if info.doctype not in ("", "<!DOCTYPE html>") or root.tag != f"{_HTML}html":
        return root, [fault("book-doctype", item.path)]
    return root, []


def faults(root: Any, item: Item) -> Iterator[Diagnostic]:
    """Find what is wrong in the document below *root*."""
    title = root.find(f"{_HTML}head/{_HTML}title")
    if title is None or not (title.text or "").strip():
        yield fault("book-title-missing", item.path)
    names = Counter(one.get("id") for one in root.iter(etree.Element) if one.get("id"))
    for name, count in names.items():
        if count > 1:
            yield fault("book-id-twice", item.path, id=name)
    for one in root.iter(etree.Element):
        for name in (one.get("aria-labelledby") or "").split():
            if name not in names:
                yield fault("book-link-dead", f"{item.path}:{one.sourceline}", target=f"#{name}")
    yield from _property_faults(root, item)
    for one in root.iter(f"{_HTML}*"):
        place = f"{item.path}:{one.sourceline}"
        yield from _element_faults(one, place)
        yield from _attribute_faults(one, place)


def _property_faults(root: Any, item: Item) -> Iterator[Diagnostic]:
    """Compare what the manifest says of a document with what it holds (EPUB 3.3, 5.6.2.1)."""
    holds = {
        "svg": next(root.iter(_SVG), None) is not None,
        "mathml": next(root.iter(_MATHML), None) is not None,
        "scripted": next(root.iter(f"{_HTML}script", f"{_HTML}form"), None) is not None
        or any(name.startswith("on") for one in root.iter(f"{_HTML}*") for name in one.attrib),
    }
    for name, is_there in holds.items():
        if is_there != (name in item.properties):
            yield fault("book-property", item.path, name=name)


def _element_faults(one: Any, place: str) -> Iterator[Diagnostic]:
    name = one.tag.removeprefix(_HTML)
    parent = one.getparent()
    above = "" if parent is None else str(parent.tag).removeprefix(_HTML)
    around = one.iterancestors(f"{_HTML}*")
    firm = next((name for name in map(_local, around) if name not in TRANSPARENT), "")
    is_wrong = (
        name not in ELEMENTS
        or (name in PARENTS and above not in PARENTS[name])
        or (above in CHILDREN and name not in CHILDREN[above])
        or (name in BLOCKS and (above in PHRASES or firm in PHRASES))
        or (name in SINGLE and next(one.itersiblings(one.tag, preceding=True), None) is not None)
        or (name == "a" and next(one.iterancestors(f"{_HTML}a"), None) is not None)
    )
    if is_wrong:
        yield fault("book-element", place, name=name, parent=above)
    if has_stray_words(one, name):
        yield fault("book-text", place, element=name)
    for child in REQUIRED_CHILDREN.get(name, ()):
        if one.find(f"{_HTML}{child}") is None:
            yield fault("book-required", place, name=child, element=name)
    for wanted in REQUIRED.get(name, ()):
        if not one.get(wanted):
            yield fault("book-required", place, name=wanted, element=name)
    if name == "img" and one.get("alt") is None:
        yield fault("alt-text-missing", place)


def _local(one: Any) -> str:
    return str(one.tag).removeprefix(_HTML)


def _attribute_faults(one: Any, place: str) -> Iterator[Diagnostic]:
    name = one.tag.removeprefix(_HTML)
    known = OWN_ATTRIBUTES.get(name, ATTRIBUTES)
    for attribute in one.attrib:
        is_free = attribute.startswith(("aria-", "data-", "on", "{")) or name in UNCHECKED
        if attribute not in known and not is_free:
            yield fault("book-attribute", place, name=attribute, element=name)
    if name == "meta" and bool(one.get("name")) != (one.get("content") is not None):
        yield fault("book-required", place, name="name, content", element=name)
    for attribute in wrong_attributes(one):
        yield fault("book-attribute", place, name=attribute, element=name)
    if one.get(f"{_EPUB}type") is not None and name in _UNTYPED:
        yield fault("book-attribute", place, name="epub:type", element=name)
    language, twin = one.get("lang"), one.get(_XML_LANG)
    if language is not None and twin is not None and language.lower() != twin.lower():
        yield fault("book-attribute", place, name="lang", element=name)
    if one.get(f"{_EPUB}type") == "":
        yield fault("book-attribute", place, name="epub:type", element=name)
