"""Styles of paragraphs that stand apart from others of their role; see `standing`.

Those of Word's own lists are in every document, so that people can use them; others are
added to the documents that need them.
"""

from __future__ import annotations

from bulletin_export.styling.template import Align, Role, Template
from bulletin_export.writers.docx.markup import Properties, paragraph_properties, value
from bulletin_export.writers.docx.parts.numbering import BULLETS, NUMBERS
from bulletin_export.writers.docx.parts.standing import (
    BUILTIN_LEVELS,
    GROWING,
    Manner,
    Standing,
    hang,
    left,
)

_INSTANCES = {Manner.BULLET: BULLETS, Manner.NUMBER: NUMBERS}
_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
_SHOWN = '<w:uiPriority w:val="36"/><w:unhideWhenUsed/><w:qFormat/>'


def list_styles(template: Template) -> str:
    """Return the styles of lists that are in every document: five levels, as Word has them."""
    return "".join(
        derived_style(Standing(Role.LIST, "", manner, level), template)
        for manner in (Manner.BULLET, Manner.NUMBER, Manner.CONTINUED)
        for level in range(1, BUILTIN_LEVELS + 1)
    )


class DerivedStyles:
    """The styles that one document needs beside those of its template."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._made: dict[Standing, str] = {}
        #: The id of each, and that of the style of the template that it comes from.
        self.bases: dict[str, str] = {}

    def identifier(self, standing: Standing) -> str:
        """Return the id of the style of a paragraph that stands so; it is made if need be."""
        if standing.grows and standing.role in GROWING:
            standing = standing._replace(grows=False)
        if not (standing.steps or standing.grows):
            return standing.base
        identifier = standing.identifier
        if standing not in self._made and not is_common(standing):
            if standing.grows:
                self.identifier(standing._replace(grows=False))
            self._made[standing] = derived_style(standing, self._template)
            self.bases[identifier] = standing.base
        return identifier

    def xml(self) -> str:
        """Return the styles that were made, those that others are based on first."""
        return "".join(self._made.values())


def is_common(standing: Standing) -> bool:
    """Tell whether every document has the style of *standing*."""
    is_list = standing.role is Role.LIST and standing.steps <= BUILTIN_LEVELS
    return is_list and standing.manner is not Manner.PLAIN and not standing.grows


def derived_style(standing: Standing, template: Template) -> str:
    """Return the style of *standing* (ISO/IEC 29500-1 §17.7.4.17)."""
    name = standing.style_name
    custom = "" if name.is_builtin else ' w:customStyle="1"'
    properties = _grown(standing, template) if standing.grows else _indented(standing, template)
    after = f'<w:next w:val="{standing.parent}"/>' if standing.grows else ""
    shown = _SHOWN if is_common(standing) and standing.steps <= 2 else _HIDDEN
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name.identifier}">{name.xml}'
        f'<w:basedOn w:val="{standing.parent}"/>{after}{shown}'
        f"{paragraph_properties(properties) if properties else ''}</w:style>"
    )


def _grown(standing: Standing, template: Template) -> Properties:
    pitch = template.style(standing.role).pitch.twips
    return {"spacing": f'w:line="{pitch}" w:lineRule="atLeast"'}


def _indented(standing: Standing, template: Template) -> Properties:
    properties: dict[str, str] = {}
    if standing.manner and template.style(standing.role).align is Align.CENTRE:
        properties["jc"] = value("left")
    if standing.is_marked and standing.role is Role.LIST:
        if is_common(standing):
            properties["numPr"] = numbered(_INSTANCES[standing.manner], standing.steps - 1)
        # Its indents are those of its level.
        return properties
    # Indents in characters, which the style of the role may have, would outweigh ours in twips.
    indents = f'w:leftChars="0" w:left="{left(template, standing)}"'
    if standing.is_marked:
        indents += f' w:hangingChars="0" w:hanging="{hang(template, standing)}"'
    elif standing.manner:
        indents += ' w:firstLineChars="0" w:firstLine="0"'
    return {**properties, "ind": indents}


def numbered(instance: int, level: int) -> str:
    """Return ``w:numPr`` for *level* (0 to 8) of the list *instance*."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
