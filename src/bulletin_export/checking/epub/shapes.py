"""The files around the documents: which elements and attributes they consist of, as tables.

Package document (EPUB 3.3, 5), container (4.2.6.3.1), and NCX (OPF 2.0.1, 2.4.1).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from bulletin_export.checking.epub.container import fault
from bulletin_export.checking.epub.vocabulary import words
from bulletin_export.diagnostics import Diagnostic

_ANY_TEXT = re.compile(r"[\s\S]*")
_DIRECTION = re.compile("ltr|rtl|auto")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_TOKEN = re.compile(r"\S+")


class Shape(NamedTuple):
    """What an element may hold; a name that ends in ``!`` must be there."""

    children: str = ""
    attributes: str = ""
    has_text: bool = False
    #: Children of which there is one at most.
    single: str = ""


_WORDS = Shape(attributes="id lang dir", has_text=True)
PACKAGE: Mapping[str, Shape] = {
    "package": Shape(
        "metadata! manifest! spine! guide bindings collection",
        "version! unique-identifier! prefix lang dir id",
        single="metadata manifest spine guide",
    ),
    "metadata": Shape(
        "title! identifier! language! contributor coverage creator date description format "
        "publisher relation rights source subject type meta link"
    ),
    **dict.fromkeys(
        words("title contributor coverage creator description publisher relation rights subject"),
        _WORDS,
    ),
    **dict.fromkeys(
        words("identifier language date format source type"),
        Shape(attributes="id", has_text=True),
    ),
    "meta": Shape(attributes="property refines id scheme lang dir name content", has_text=True),
    "link": Shape(attributes="rel! href! media-type id properties refines hreflang"),
    "manifest": Shape("item!", "id"),
    "item": Shape(attributes="id! href! media-type! properties fallback media-overlay"),
    "spine": Shape("itemref!", "id toc page-progression-direction"),
    "itemref": Shape(attributes="idref! linear id properties"),
}
CONTAINER: Mapping[str, Shape] = {
    "container": Shape("rootfiles! links", "version!", single="rootfiles"),
    "rootfiles": Shape("rootfile!"),
    "rootfile": Shape(attributes="full-path! media-type! media layout language accessMode label"),
    "links": Shape("link!"),
    "link": Shape(attributes="rel! href! media-type"),
}
OLDER_CONTENTS: Mapping[str, Shape] = {
    "ncx": Shape(
        "head! docTitle! docAuthor navMap! pageList navList",
        "version! lang dir",
        single="head docTitle navMap pageList",
    ),
    "head": Shape("meta! smilCustomTest"),
    "meta": Shape(attributes="name! content! scheme"),
    "docTitle": Shape("text! audio img", "id", single="text"),
    "docAuthor": Shape("text! audio img", "id", single="text"),
    "text": Shape(attributes="id class", has_text=True),
    "navMap": Shape("navInfo navLabel navPoint!", "id"),
    "navPoint": Shape("navLabel! content! navPoint", "id! class playOrder", single="content"),
    "navLabel": Shape("text! audio img", "lang dir", single="text"),
    "navInfo": Shape("text audio img", "lang dir"),
    "content": Shape(attributes="id src!"),
}
#: What attributes may say, by element and attribute.
_VALUES = {
    ("package", "dir"): _DIRECTION,
    ("package", "id"): _NAME,
    ("package", "lang"): re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    ("spine", "page-progression-direction"): re.compile("ltr|rtl|default"),
    ("itemref", "linear"): re.compile("yes|no"),
    ("container", "version"): re.compile(r"1\.0"),
    ("rootfile", "media-type"): re.compile(r"application/oebps-package\+xml"),
    ("ncx", "lang"): re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    ("ncx", "version"): re.compile("2005-1"),
    ("item", "id"): _NAME,
    ("navPoint", "id"): _NAME,
    ("meta", "id"): _NAME,
    ("meta", "property"): _TOKEN,
    ("meta", "scheme"): _TOKEN,
    ("item", "media-type"): re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+"),
    ("navPoint", "playOrder"): re.compile(r"\d+"),
    ("item", "href"): re.compile(".+"),
    ("creator", "id"): _NAME,
    ("contributor", "id"): _NAME,
    ("identifier", "id"): _NAME,
}


def shape_faults(root: Any, place: str, shapes: Mapping[str, Shape]) -> Iterator[Diagnostic]:
    """Find elements and attributes that *shapes* do not know, and those that are missing."""
    for one in root.iter(etree.Element):
        name = etree.QName(one).localname
        parent = one.getparent()
        above = "" if parent is None else etree.QName(parent).localname
        where = f"{place}:{one.sourceline}"
        shape = shapes.get(name)
        if shape is None or (above in shapes and name not in _names(shapes[above].children)):
            yield fault("book-element", where, name=name, parent=above)
            continue
        yield from _content_faults(one, name, shape, where)
        yield from _attribute_faults(one, name, shape, where)


def _content_faults(one: Any, name: str, shape: Shape, where: str) -> Iterator[Diagnostic]:
    below = Counter(etree.QName(child).localname for child in one.iterchildren(etree.Element))
    for wanted in _wanted(shape.children):
        if not below[wanted]:
            yield fault("book-required", where, name=wanted, element=name)
    for single in shape.single.split():
        if below[single] > 1:
            yield fault("book-element", where, name=single, parent=name)
    order = [child for child in _names(shape.children) if child in shape.single.split()]
    found = [child for child in below if child in order]
    if name == "package" and found != [child for child in order if child in found]:
        yield fault("book-element", where, name=found[0], parent=name)
    said = "".join((one.text or "", *(child.tail or "" for child in one))).strip()
    if said and not shape.has_text:
        yield fault("book-text", where, element=name)


def _attribute_faults(one: Any, name: str, shape: Shape, where: str) -> Iterator[Diagnostic]:
    known = _names(shape.attributes)
    own = {etree.QName(key).localname: value for key, value in one.attrib.items()}
    for key, value in own.items():
        wanted = _VALUES.get((name, key), _ANY_TEXT)
        if key not in known or not wanted.fullmatch(value.strip()):
            yield fault("book-attribute", where, name=key, element=name)
    for missing in _wanted(shape.attributes):
        if not own.get(missing, "").strip():
            yield fault("book-required", where, name=missing, element=name)
    if name == "meta" and "property" in known and "property" not in own:
        for missing in sorted({"name", "content"} - own.keys()):
            yield fault("book-required", where, name=missing, element=name)


def _names(text: str) -> list[str]:
    return text.replace("!", "").split()


def _wanted(text: str) -> Iterator[str]:
    return (one[:-1] for one in text.split() if one.endswith("!"))
