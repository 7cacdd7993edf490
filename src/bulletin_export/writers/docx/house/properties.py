"""The core properties of the house, with those of the publication laid over them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from bulletin_export.model.publication import Publication
from bulletin_export.writers.docx.house.opening import Package
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.parts.properties import core_xml

_PREFIXES = {
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
}
#: The house's title and times are those of an empty form.
_NEVER_KEPT = frozenset({"dc:title", "cp:lastPrinted", "cp:revision"})
_END = "</cp:coreProperties>"


def kept_properties(package: Package) -> dict[str, str]:
    """Return the properties of the house that a publication may keep: name to XML."""
    if not package.core:
        return {}
    kept = {}
    for element in package.tree(package.core):
        qualified = etree.QName(element)
        prefix = _PREFIXES.get(qualified.namespace or "")
        name = f"{prefix}:{qualified.localname}"
        if prefix and element.text and name not in _NEVER_KEPT:
            kept[name] = f"<{name}>{escaped(element.text)}</{name}>"
    return kept


def properties_xml(publication: Publication, kept: Mapping[str, str]) -> str:
    """Return the part (ISO/IEC 29500-2 §11): what the publication says, then what is *kept*."""
    ours = core_xml(publication)
    more = "".join(xml for name, xml in kept.items() if f"<{name}>" not in ours)
    return ours.replace(_END, more + _END)
