"""The styles of pictures that stand in a frame beside the text, and of their captions."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.styling.template import Role
from bulletin_export.writers.docx.markup import Properties, paragraph_properties
from bulletin_export.writers.docx.roles import BESIDE, PICTURE, STYLE_NAMES, StyleName

_NO_INDENTS = 'w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"'


def beside_styles() -> Iterator[str]:
    """Yield the two styles, which have what they share with those of other figures from them."""
    yield _style(PICTURE, {"keepNext": ""})
    yield _style(STYLE_NAMES[Role.CAPTION], {"ind": _NO_INDENTS})


def _style(base: StyleName, properties: Properties) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{base.identifier}{BESIDE}">'
        f'<w:name w:val="{base.name}（绕排）"/><w:basedOn w:val="{base.identifier}"/>'
        f'<w:uiPriority w:val="2"/>{paragraph_properties(properties)}</w:style>'
    )
