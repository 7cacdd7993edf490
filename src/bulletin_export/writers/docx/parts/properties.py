"""Core properties: what file managers and libraries show about a document."""

from __future__ import annotations

from datetime import UTC, datetime

from bulletin_export.model.publication import Publication
from bulletin_export.writers.docx.markup import DECLARATION, escaped

#: 1980-01-01, the zero of ZIP archives: what a file says whose time nobody knows.
_EPOCH = 315_532_800
#: 9999-12-31T23:59:59Z, the last moment that can be written.
_LAST = 253_402_300_799
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_xml(publication: Publication) -> str:
    """Return the core properties part (ISO/IEC 29500-2 §11)."""
    articles = list(publication.heads())
    sources = dict.fromkeys(one.metadata.source for one in articles if one.metadata.source)
    subjects = dict.fromkeys(word for one in articles for word in one.metadata.subjects)
    sections = dict.fromkeys(section.title for section in publication.sections if section.title)
    seconds = min(max(publication.modified, 0), _LAST) or _EPOCH
    moment = datetime.fromtimestamp(seconds, UTC)
    time = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    facts = (
        ("dc:title", publication.title),
        ("dc:subject", "；".join(sections)),
        ("dc:creator", "；".join(sources) or publication.publisher),
        ("cp:keywords", "，".join(subjects)),
        ("dc:language", publication.language),
    )
    written = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in facts if text)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{written}{times}</cp:coreProperties>"
