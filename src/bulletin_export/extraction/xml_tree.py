"""XML of any quality into a tree: decoded by us, without entities, recovered where broken."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.encoding import decode
from bulletin_export.extraction.entities import (
    as_xml_knows,
    declares_entities,
    refuse_declarations,
    without_standard_entities,
)
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

#: What servers print before the document (warnings, blank lines) goes with the declaration.
_DECLARATION = lazy_pattern(r"<\?xml\b[^>]*\?>", re.IGNORECASE)
_FIRST_TAG = lazy_pattern(r"<[\w:!?]")
#: A start tag with more attributes than anybody writes: the parser compares each with each.
_ATTRIBUTE_LIMIT = 1000
_CROWDED = lazy_pattern(
    r"[^\s<>/!?=][^\s<>/]*+"
    rf"(?:\s*+[^\s=<>\"'/]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')){{{_ATTRIBUTE_LIMIT + 1}}}"
)
_LONG_TAG = 4 * _ATTRIBUTE_LIMIT
#: How far into the text a declaration is looked for.
_HEAD = 10_000

#: Namespaces that are not declared, or declared twice, lose nothing.
_HARMLESS = frozenset(("NAMESPACE",))


def parse_xml(source: Source, entries: tuple[str, ...] = ()) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return the root element of *source*, and remarks on its bytes and its form.

    No entity may be declared, no DTD is fetched; the named entities of HTML are known.
    *entries* are the local names of elements that make a list: where the XML is broken,
    each of them is read on its own, so that a fault in one costs none of the others.

    Raises:
        MalformedSourceError: There is no element in it, or it declares entities, or it
            nests without end, or a tag has more than 1,000 attributes.
    """
    decoded = decode(source.data, source.media_type, source.name, source.encoding)
    text = without_standard_entities(decoded.text)
    refuse_declarations(text, source.name)
    _refuse_crowds(text, source.name)
    text, first_line = _without_preface(text)
    text = as_xml_knows(text)
    root, faults = _parsed(text)
    if faults and entries:
        from bulletin_export.extraction.xml_entries import entry_by_entry

        mended, more = _parsed(entry_by_entry(text, entries, _parsed))
        if mended is not None:
            root, faults = mended, faults + [one for one in more if _is_limit(one)]
    _refuse(root, faults, source.name)
    return root, (*decoded.diagnostics, *_remarks(faults, first_line, source.name))


def _parsed(text: str) -> tuple[Any, list[Any]]:
    """Return the root element of *text*, or None, and what is wrong with it."""
    # The limits of libxml2 cut long texts off without a word; what they are there for,
    # entities, has just been refused.
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, [entry for entry in parser.error_log if entry.domain_name not in _HARMLESS]


def local_name(element: Any) -> str:
    """Return the name of *element* without its namespace, in lower case.

    A prefix that nobody declared goes too.
    """
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _without_preface(text: str) -> tuple[str, int]:
    """Return *text* from its declaration or first tag on, and the line that begins in."""
    declared = _DECLARATION.search(text, 0, _HEAD)
    first = None if declared else _FIRST_TAG.search(text)
    start = declared.end() if declared else first.start() if first else 0
    return text[start:], 1 + text.count("\n", 0, start)


def _refuse_crowds(text: str, name: str) -> None:
    parts = text.split("<") if len(text) > _LONG_TAG else ()
    if any(len(part) > _LONG_TAG and _CROWDED.match(part) for part in parts):
        reason = phrase("too-many-attributes", limit=_ATTRIBUTE_LIMIT)
        raise MalformedSourceError(source=name, reason=reason)


def _is_limit(fault: Any) -> bool:
    return bool(fault.type_name == "ERR_RESOURCE_LIMIT")


def _refuse(root: Any, faults: list[Any], name: str) -> None:
    if any(map(_is_limit, faults)):
        raise MalformedSourceError(source=name, reason=phrase("nests-without-end"))
    if root is None:
        raise MalformedSourceError(source=name, reason=phrase("no-element"))
    types = root.getroottree().docinfo.internalDTD
    if types is not None and any(True for _ in types.iterentities()):
        raise declares_entities(name)


def _remarks(faults: list[Any], first_line: int, name: str) -> tuple[Diagnostic, ...]:
    if not faults:
        return ()
    line = first_line + faults[0].line - 1
    facts: dict[str, str | int] = {"line": line, "detail": faults[0].message}
    return (Diagnostic(code="xml-recovered", where=name, facts=facts),)
