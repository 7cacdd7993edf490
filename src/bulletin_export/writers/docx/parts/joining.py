"""What joins the parts of a package: content types and relationships.

The same bytes that python-docx writes (a test compares them). To load python-docx for them
would take longer than to write the whole document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONSHIPS = "_rels/.rels"
DOCUMENT, CORE, APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OPC = "application/vnd.openxmlformats-package."
_OOXML = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_OOXML}wordprocessingml."


class Kind(NamedTuple):
    """What a part is to the main document.

    The names of python-docx's constants for content type and relationship, and the id.
    """

    content_type: str
    relationship: str
    identifier: str


def joints(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """Return content types and relationships of a package with parts of these *kinds*, by name.

    ISO/IEC 29500-2 §10.1.2 and §9.3; beside them there are the main document and the properties.
    """
    types = {
        APP: f"{_OOXML}extended-properties+xml",
        CORE: f"{_OPC}core-properties+xml",
        DOCUMENT: f"{_WORD}document.main+xml",
        **{name: _content_type(kind.content_type) for name, kind in kinds.items()},
    }
    whole = (
        ("rId1", f"{_OFFICE}officeDocument", DOCUMENT),
        ("rId2", f"{_PACKAGE}relationships/metadata/core-properties", CORE),
        ("rId3", f"{_OFFICE}extended-properties", APP),
    )
    document = (
        (kind.identifier, _OFFICE + _camel(kind.relationship), name.removeprefix("word/"))
        for name, kind in kinds.items()
    )
    return {
        CONTENT_TYPES: _types(types),
        PACKAGE_RELATIONSHIPS: _relationships(whole),
        RELATIONSHIPS: _relationships(document),
    }


def _types(types: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in sorted(types.items())
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="{_OPC}relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: Iterable[tuple[str, str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for identifier, kind, target in targets
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">{written}</Relationships>'


def _content_type(constant: str) -> str:
    family, _, name = constant.partition("_")
    return f"{_WORD if family == 'WML' else _OOXML}{_camel(name)}+xml"


def _camel(constant: str) -> str:
    """Return ``FONT_TABLE`` as ``fontTable``, which all these names are made by."""
    first, *others = constant.lower().split("_")
    return first + "".join(map(str.title, others))
