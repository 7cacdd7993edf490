"""WordprocessingML as text, its properties always in schema order.

ISO/IEC 29500-1 §17.3.1.26 (pPr) and §17.3.2.28 (rPr) fix the order of properties;
Word calls a file with another order damaged. Nobody outside this module writes them
one after the other: properties are given by name and sorted here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang"
)
_ORDER = {
    "w:pPr": {name: place for place, name in enumerate(_PARAGRAPH.split())},
    "w:rPr": {name: place for place, name in enumerate(_RUN.split())},
}

#: Properties by the name of their element: its attributes, written out, or ``""``.
Properties = Mapping[str, str]

_SPECIAL = re.compile('[&<>"]')


def escaped(text: str) -> str:
    """Return *text* as it stands in XML, in content and in attributes."""
    if _SPECIAL.search(text) is None:
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def value(content: str | int) -> str:
    """Return the attribute ``w:val`` with *content*."""
    return f'w:val="{content}"'


def paragraph_properties(properties: Properties) -> str:
    """Return ``w:pPr`` with *properties* in the order of the schema."""
    return _properties("w:pPr", tuple(properties.items()))


def run_properties(properties: Properties) -> str:
    """Return ``w:rPr`` with *properties* in the order of the schema."""
    return _properties("w:rPr", tuple(properties.items()))


def paragraph(style: str, content: str, properties: Properties | None = None) -> str:
    """Return a paragraph of the style with id *style* around *content* (runs, links)."""
    if not properties:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    own = paragraph_properties({"pStyle": value(style), **properties})
    return f"<w:p>{own}{content}</w:p>"


def run(content: str, properties: Properties | None = None) -> str:
    """Return a run around *content*, which is XML."""
    return f"<w:r>{run_properties(properties) if properties else ''}{content}</w:r>"


def characters(text: str) -> str:
    """Return *text* as the content of a run: its line ends and tabs become elements."""
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return "<w:br/>".join(
            "<w:tab/>".join(map(_text, line.split("\t"))) for line in text.split("\n")
        )
    return _text(text)


def _text(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<w:t{space}>{escaped(text)}</w:t>"


def field(instruction: str, cached: str, properties: Properties | None = None) -> str:
    """Return a field (ISO/IEC 29500-1 §17.16) that shows *cached* until it is updated."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>', properties)
        + run(
            f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>', properties
        )
        + run('<w:fldChar w:fldCharType="separate"/>', properties)
        + (run(characters(cached), properties) if cached else "")
        + run('<w:fldChar w:fldCharType="end"/>', properties)
    )


# Few sets of properties occur, each many times.
@lru_cache(maxsize=1024)
def _properties(name: str, properties: tuple[tuple[str, str], ...]) -> str:
    order = _ORDER[name]
    inner = "".join(
        content
        if content.startswith("<")
        else f"<w:{key} {content}/>"
        if content
        else f"<w:{key}/>"
        for key, content in sorted(properties, key=lambda pair: order[pair[0]])
    )
    return f"<{name}>{inner}</{name}>"
