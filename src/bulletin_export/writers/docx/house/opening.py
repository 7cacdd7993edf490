"""The package of a house's document: its parts, what they are and what they refer to.

ISO/IEC 29500-2. Only what can be filled is accepted: a transitional document without macros,
in the form Word, WPS and LibreOffice write.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple, NoReturn

from lxml import etree

from bulletin_export.errors import UnusableDocumentError
from bulletin_export.styling.house_document import HouseDocument, parts_of
from bulletin_export.wording import Phrase, phrase

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT_TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_OF_TEMPLATE = _MAIN.replace(".document.main", ".template.main")
_MACROS = ("macroenabled", "vbaproject", "activex")
_SIGNATURES, _SIGNATURE_FOLDER = "/digital-signature/", "_xmlsignatures/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


class Relationship(NamedTuple):
    """One reference of a part (§9.3): *target* is the name of a part, or an address outside."""

    identifier: str
    kind: str
    target: str
    is_external: bool

    def is_a(self, word: str) -> bool:
        """Tell whether it is of the kind that ends in *word*: ``styles``, ``header``."""
        return self.kind == TYPES + word


class Package(NamedTuple):
    """What was found in the file."""

    name: str
    parts: Mapping[str, bytes]
    #: Content type by suffix, and by name of the part.
    suffixes: Mapping[str, str]
    types: Mapping[str, str]
    #: Name of the main document part, of the core properties or nothing.
    main: str
    core: str
    root: tuple[Relationship, ...]
    #: Whether somebody had signed what it says.
    is_signed: bool
    relationships: tuple[Relationship, ...]

    @property
    def folder(self) -> str:
        """Where the main part lies, with its slash."""
        folder = posixpath.dirname(self.main)
        return f"{folder}/" if folder else ""

    def targets(self, word: str) -> list[str]:
        """Return the parts that the main part refers to as *word*, those there are."""
        found = (one for one in self.relationships if one.is_a(word) and not one.is_external)
        return [one.target for one in found if one.target in self.parts]

    def tree(self, name: str) -> etree._Element:
        """Return the root element of the part *name*.

        Raises:
            UnusableDocumentError: It is no XML.
        """
        return _tree(self.parts[name], name, self.name)


def opened(document: HouseDocument) -> Package:
    """Return the package of *document*.

    Raises:
        UnusableDocumentError: It is no Word document, or one of a kind that is not filled.
    """
    name, parts = document.name, parts_of(document)
    suffixes, types = _content_types(parts, name)
    if any(word in kind.lower() for kind in types.values() for word in _MACROS):
        refuse(name, phrase("has-macros"))
    root = _relationships(parts, "", name)
    main = next((r.target for r in root if r.kind.endswith("/officeDocument")), "")
    if types.get(main) not in (_MAIN, _MAIN_OF_TEMPLATE) or main not in parts:
        refuse(name, phrase("no-word-document"))
    if next(r.kind for r in root if r.target == main).startswith(_STRICT):
        refuse(name, phrase("is-strict"))
    relationships = _relationships(parts, main, name)
    # What Word 2010 kept for itself: a second copy of the styles, which ours would contradict.
    effects = {one.target for one in relationships if one.kind.endswith("/stylesWithEffects")}
    gone = {part for part in parts if part.startswith(_SIGNATURE_FOLDER)} | effects
    return Package(
        name=name,
        parts={part: data for part, data in parts.items() if part not in gone},
        suffixes=suffixes,
        types={part: kind for part, kind in types.items() if part not in gone} | {main: _MAIN},
        main=main,
        core=next((r.target for r in root if r.kind == _CORE and r.target in parts), ""),
        is_signed=any(part.startswith(_SIGNATURE_FOLDER) for part in parts),
        root=tuple(one for one in root if _SIGNATURES not in one.kind),
        relationships=tuple(one for one in relationships if one.target not in gone),
    )


def refuse(name: str, reason: Phrase) -> NoReturn:
    """Say why the document called *name* is no template.

    Raises:
        UnusableDocumentError: Always.
    """
    raise UnusableDocumentError(document=name, reason=reason)


def parent(element: etree._Element) -> etree._Element:
    """Return what *element*, which is no root, stands in."""
    found = element.getparent()
    if found is None:
        raise LookupError(f"{element.tag} is the root")
    return found


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*; ``""`` is the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships_of(package: Package, part: str) -> tuple[Relationship, ...]:
    """Return the relationships of *part*."""
    return _relationships(package.parts, part, package.name)


def _content_types(parts: Mapping[str, bytes], name: str) -> tuple[dict[str, str], dict[str, str]]:
    if CONTENT_TYPES not in parts:
        refuse(name, phrase("no-word-document"))
    suffixes: dict[str, str] = {}
    types: dict[str, str] = {}
    for element in _tree(parts[CONTENT_TYPES], CONTENT_TYPES, name):
        kind = element.get("ContentType", "")
        if suffix := element.get("Extension"):
            suffixes[suffix.lower()] = kind
        elif part := element.get("PartName"):
            types[part.removeprefix("/")] = kind
    return suffixes, types


def _relationships(parts: Mapping[str, bytes], part: str, name: str) -> tuple[Relationship, ...]:
    own = relationships_name(part)
    if own not in parts:
        return ()
    folder = posixpath.dirname(part)
    return tuple(_relationship(element, folder) for element in _tree(parts[own], own, name))


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    is_external = element.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, is_external)


def _tree(data: bytes, part: str, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        refuse(name, phrase("part-broken", part=part))
    # No part of a package may declare a document type (§8.1.4), and those that do mean harm.
    declares = root.getroottree().docinfo.internalDTD is not None
    # Nor may a prefix of ours mean something else: Word and all others write it as we do.
    if declares or root.nsmap.get("w", W[1:-1]) != W[1:-1]:
        refuse(name, phrase("part-broken", part=part))
    return root
