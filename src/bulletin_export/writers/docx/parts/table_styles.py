"""The styles of tables: rules, margins, conditions; and those of the text in cells."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.content.table_looks import (
    DENSITIES,
    Density,
    Variant,
    variants,
)
from bulletin_export.writers.docx.markup import paragraph_properties, run_properties, value
from bulletin_export.writers.docx.roles import style_id

_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MIDDLE = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
#: A head never stands alone at the foot of a page.
_FIRST_ROW = f'<w:tblStylePr w:type="firstRow"><w:pPr><w:keepNext/></w:pPr>{_MIDDLE}</w:tblStylePr>'
_FIRST_COLUMN = f'<w:tblStylePr w:type="firstCol">{_MIDDLE}</w:tblStylePr>'


def table_styles(template: Template) -> Iterator[str]:
    """Yield the styles of tables (§17.7.6) and of the variants of their text."""
    yield from (_table_style(density, template) for density in DENSITIES)
    yield from (_text_style(variant, template) for variant in variants())


def _table_style(density: Density, template: Template) -> str:
    look = template.style(Role.TABLE)
    side, above = density.padding(look), density.padding_above(look)
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", above), ("left", side), ("bottom", above), ("right", side))
    )
    identifier, name = density.table_style[:2]
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/>'
        f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        f"</w:tblPr>{_MIDDLE}{_FIRST_ROW}{_FIRST_COLUMN}</w:style>"
    )


def _text_style(variant: Variant, template: Template) -> str:
    look = template.style(variant.role)
    paragraphs, runs = {}, {}
    if variant.density.suffix:
        pitch = variant.density.pitch(look).twips
        paragraphs["spacing"] = f'w:line="{pitch}" w:lineRule="atLeast"'
        size = value(variant.density.size(look).half_points)
        runs = {"sz": size, "szCs": size}
    if variant.justification:
        paragraphs["jc"] = value(variant.justification)
    identifier, name = variant.name[:2]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{style_id(variant.role)}"/>'
        f'<w:uiPriority w:val="2"/>{paragraph_properties(paragraphs) if paragraphs else ""}'
        f"{run_properties(runs) if runs else ''}</w:style>"
    )
