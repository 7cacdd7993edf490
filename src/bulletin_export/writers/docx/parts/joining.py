"""What joins the parts of a package: content types and relationships.

python-docx's packaging layer joins parts. To load it would take longer than to write a whole
document, so what it makes of the parts that our documents have is said here, byte for byte;
a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.package import Package

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


#: The kinds of parts of which we know what python-docx makes.
_KNOWN = frozenset(
    {"STYLES", "SETTINGS", "THEME", "FONT_TABLE", "HEADER", "FOOTER", "NUMBERING"}
    | {"FOOTNOTES", "ENDNOTES"}
)


def joints(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """Return content types and relationships of a package with parts of these *kinds*, by name.

    ISO/IEC 29500-2 §10.1.2 and §9.3; beside them there are the main document and the properties.
    """
    if not all(kind.relationship in _KNOWN for kind in kinds.values()):
        return joined_by_python_docx(kinds)
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


def joined_by_python_docx(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """Return what `joints` does, for parts of any kind that python-docx knows."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.package import Package

    package = Package()

    def part(name: str, content_type: str) -> Part:
        return Part(PackURI(f"/{name}"), content_type, b"", package)

    document = part(DOCUMENT, CONTENT_TYPE.WML_DOCUMENT_MAIN)
    core = part(CORE, CONTENT_TYPE.OPC_CORE_PROPERTIES)
    app = part(APP, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for name, kind in kinds.items():
        target = part(name, getattr(CONTENT_TYPE, kind.content_type))
        relationship = getattr(RELATIONSHIP_TYPE, kind.relationship)
        document.load_rel(relationship, target, kind.identifier)
    return _saved(package)


def _saved(package: Package) -> dict[str, str]:
    import zipfile

    buffer = BytesIO()
    package.save(buffer)
    with zipfile.ZipFile(buffer) as file:
        names = (CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS)
        return {name: file.read(name).decode() for name in names}


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
