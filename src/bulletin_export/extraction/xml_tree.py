"""XML of any quality into a tree: decoded by us, without entities, recovered where broken."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.encoding import decode
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

_DECLARATION = lazy_pattern(r"\s*<\?xml\b[^>]*\?>", re.IGNORECASE)


def parse_xml(source: Source) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return the root element of *source*, and remarks on its bytes and its form.

    No entity is expanded but the five of XML, no DTD is fetched.

    Raises:
        MalformedSourceError: There is no element in it.
    """
    decoded = decode(source.data, source.media_type, source.name, source.encoding)
    text = _DECLARATION.sub("", decoded.text, count=1)
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise MalformedSourceError(source=source.name, reason=phrase("no-element"))
    return root, decoded.diagnostics


def local_name(element: Any) -> str:
    """Return the name of *element* without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
