"""The lists of a package: which part is what, and what the main part refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from bulletin_export.model.media import MediaItem
from bulletin_export.writers.docx.house.opening import TYPES, Package, Relationship
from bulletin_export.writers.docx.markup import DECLARATION, escaped

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CONTENT_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "docProps/core.xml"


def content_types_xml(
    package: Package, added: Iterable[str], media: Mapping[str, MediaItem]
) -> str:
    """Return the content types (§9.1.2) with those of *added* parts and of *media* by part."""
    suffixes, types = dict(package.suffixes), dict(package.types)
    for part in added:
        word = posixpath.basename(part).partition(".")[0].rstrip("0123456789")
        types[part] = _CORE_TYPE if word == "core" else f"{_WORD}{word}+xml"
    for part, item in media.items():
        suffix = part.rpartition(".")[2].lower()
        if suffixes.setdefault(suffix, item.media_type) != item.media_type:
            types[part] = item.media_type
    defaults = "".join(
        f'<Default Extension="{escaped(suffix)}" ContentType="{escaped(kind)}"/>'
        for suffix, kind in suffixes.items()
    )
    overrides = "".join(
        f'<Override PartName="/{escaped(part)}" ContentType="{escaped(kind)}"/>'
        for part, kind in types.items()
    )
    return f'{DECLARATION}<Types xmlns="{CONTENT_TYPES_NAMESPACE}">{defaults}{overrides}</Types>'


def relationships_xml(relationships: Iterable[Relationship]) -> str:
    """Return a relationships part (§9.3); targets are names of parts, or lie outside."""
    elements = "".join(map(_relationship, relationships))
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{elements}</Relationships>'


def _relationship(one: Relationship) -> str:
    mode = ' TargetMode="External"' if one.is_external else ""
    target = one.target if one.is_external else f"/{one.target}"
    return (
        f'<Relationship Id="{escaped(one.identifier)}" Type="{escaped(one.kind)}" '
        f'Target="{escaped(target)}"{mode}/>'
    )


def relationship_to(part: str, identifier: str) -> Relationship:
    """Return the relationship to *part*, a numbering, footnotes or styles part."""
    word = posixpath.basename(part).partition(".")[0].rstrip("0123456789")
    kind = _CORE if word == "core" else TYPES + word
    return Relationship(identifier, kind, part, False)
