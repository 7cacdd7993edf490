"""Properties: what file managers and libraries show about a document."""

from __future__ import annotations

from collections.abc import Iterable
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


_APPLICATION = "bulletin_export"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#: Word shows no more of a property.
_LONGEST = 255


def core_xml(publication: Publication) -> str:
    """Return the core properties part (ISO/IEC 29500-2 §11)."""
    articles = list(publication.heads())
    only = articles[0].metadata if len(articles) == 1 else None
    creator = _joined("；", (one.metadata.source for one in articles)) or publication.publisher
    facts = (
        ("dc:title", publication.title or (articles[0].headline.title if only else "")),
        ("dc:subject", _joined("；", (section.title for section in publication.sections))),
        ("dc:creator", creator),
        (
            "cp:keywords",
            _joined("，", (word for one in articles for word in one.metadata.subjects)),
        ),
        ("dc:description", only.description if only else ""),
        ("cp:lastModifiedBy", publication.publisher or creator),
        ("cp:revision", "1"),
        ("cp:category", _joined("；", (one.metadata.section for one in articles))),
        ("dc:language", publication.language),
    )
    written = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in facts if text)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_moment(publication)}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{written}{times}</cp:coreProperties>"


def app_xml(publication: Publication) -> str:
    """Return the extended properties part (ISO/IEC 29500-1 §22.2): whose document it is.

    It counts no pages and words: Word does when it saves.
    """
    publisher = publication.publisher
    company = f"<Company>{escaped(publisher)}</Company>" if publisher else ""
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}">'
        f"<Application>{_APPLICATION}</Application>{company}</Properties>"
    )


def _joined(between: str, texts: Iterable[str]) -> str:
    """Return *texts*, each once, as many as a property holds."""
    said = ""
    for text in dict.fromkeys(filter(None, texts)):
        longer = f"{said}{between}{text}" if said else text
        if len(longer) > _LONGEST:
            return said or text[:_LONGEST]
        said = longer
    return said


def _moment(publication: Publication) -> str:
    seconds = min(max(publication.modified, 0), _LAST) or _EPOCH
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
