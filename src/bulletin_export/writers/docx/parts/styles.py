"""The styles part: every role of the template as a named style.

Each style says everything about its looks (four font names, no theme reference), so
nothing is inherited from what Word or LibreOffice would think of by themselves.
"""

from __future__ import annotations

from bulletin_export.styling.template import Align, Composition, Role, Template, TextStyle
from bulletin_export.typefaces import FontRole
from bulletin_export.units import Measure
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    Properties,
    paragraph_properties,
    run_properties,
    value,
)
from bulletin_export.writers.docx.parts.notice_styles import notice_styles, of_role, pitch
from bulletin_export.writers.docx.parts.table_styles import table_styles
from bulletin_export.writers.docx.parts.word_fonts import fonts_attributes, style_fonts
from bulletin_export.writers.docx.roles import STYLE_NAMES, StyleName, outline_level, style_id

_JUSTIFICATION = {
    Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right",
}  # fmt: skip
#: Here lines may grow: narrow cells hold pictures, frames need room.
_GROWING = {Role.TABLE, Role.TABLE_HEADER, Role.MISSING, Role.NOTE, Role.HEADER, Role.FOOTER}
_LANGUAGE = 'w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"'
_THIN = '<w:{} w:val="single" w:sz="4" w:space="3" w:color="auto"/>'
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "between")
)


def styles_xml(template: Template) -> str:
    """Return the styles part (ISO/IEC 29500-1 §17.7.4.18) for *template*."""
    styles = [_defaults(template), _LATENT, _normal(template), _DEFAULT_CHARACTERS, _PLAIN_TABLE]
    styles += (_role_style(template, role) for role in Role)
    styles += _own_styles(template)
    styles += (
        _style(own.kind, own.name, own.paragraphs, own.runs, based_on=own.based_on, rest=own.tables)
        for own in notice_styles(template)
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(styles)}</w:styles>"


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
_DEFAULT_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_PLAIN_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)


def _defaults(template: Template) -> str:
    body = template.style(Role.BODY)
    runs = run_properties({**_characters(template, body, tracking=False), "lang": _LANGUAGE})
    paragraphs = paragraph_properties(_composition(template.composition))
    return (
        f"<w:docDefaults><w:rPrDefault>{runs}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraphs}</w:pPrDefault></w:docDefaults>"
    )


def _composition(composition: Composition) -> Properties:
    """Prohibition, hanging and gaps for every paragraph; all five are said outright."""
    gaps = value(int(composition.autospace > 0))
    return {
        "widowControl": "" if composition.widows > 1 else value(0),
        "kinsoku": value(int(composition.level != "none")),
        "wordWrap": "",
        "overflowPunct": value(int(composition.trim_end == "hang")),
        "topLinePunct": value(int(composition.trim_start != "none")),
        "autoSpaceDE": gaps,
        "autoSpaceDN": gaps,
    }


def _normal(template: Template) -> str:
    fonts = style_fonts(template, template.style(Role.BODY))
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{run_properties({'rFonts': fonts, 'lang': _LANGUAGE})}</w:style>"
    )


def _role_style(template: Template, role: Role) -> str:
    look = template.style(role)
    properties = dict(_paragraphs(template, role, look))
    level = outline_level(role)
    if level is not None:
        properties["outlineLvl"] = value(level)
    if role in (Role.CONTENTS_ENTRY, Role.CONTENTS_SECTION):
        width = template.page.measure.twips
        properties["tabs"] = (
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
        )
    if look.background:
        properties["shd"] = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.background[1:]}"/>'
    if look.box != "none":
        sides = ("top", "bottom") if look.box == "rules" else ("top", "left", "bottom", "right")
        properties["pBdr"] = f"<w:pBdr>{''.join(_THIN.format(side) for side in sides)}</w:pBdr>"
    if role is Role.MISSING:
        properties["pBdr"] = f"<w:pBdr>{_FRAME}</w:pBdr>"
    properties |= of_role(template, role)
    after = style_id(Role.BODY if level is not None else role)
    return _style("paragraph", STYLE_NAMES[role], properties, _characters(template, look), after)


def _paragraphs(template: Template, role: Role, look: TextStyle) -> Properties:
    rule = "atLeast" if role in _GROWING else "exact"
    before, after = look.length(look.space_before).twips, look.length(look.space_after).twips
    properties = {
        "spacing": f'w:before="{before}" w:after="{after}" '
        f'w:line="{look.pitch.twips}" w:lineRule="{rule}"',
        "jc": value(_JUSTIFICATION[look.align]),
    }
    # The indents of lists come with their numbers.
    if role is not Role.LIST and (indents := _indents(look)):
        properties["ind"] = indents
    if template.page.grid.lines and not _is_on_grid(template, look):
        properties["snapToGrid"] = value(0)
    flags = {
        "keepNext": look.keep_with_next,
        "keepLines": look.keep_together,
        "pageBreakBefore": look.page_break_before,
    }
    return {**properties, **{name: "" for name, on in flags.items() if on}}


def _is_on_grid(template: Template, look: TextStyle) -> bool:
    """Tell whether lines of *look* are those of the grid, which sets them in their middle."""
    fits = abs(look.pitch.twips - pitch(template)) <= 1
    return fits and look.size <= template.style(Role.BODY).size


def _indents(look: TextStyle) -> str:
    """The attributes of ``w:ind``: in hundredths of a character, with a twin in twips."""
    first = look.length(look.indent).pt
    sides = [
        _indent("left", look, look.margin_left),
        _indent("right", look, look.margin_right),
        _indent("firstLine" if first >= 0 else "hanging", look, look.indent),
    ]
    return " ".join(filter(None, sides))


def _indent(name: str, look: TextStyle, measure: Measure) -> str:
    twips = abs(look.length(measure).twips)
    if not twips:
        return ""
    hundredths = f'w:{name}Chars="{abs(round(measure.number * 100))}" '
    return (hundredths if measure.unit == "em" else "") + f'w:{name}="{twips}"'


def _characters(template: Template, look: TextStyle, *, tracking: bool = True) -> Properties:
    size = value(look.size.half_points)
    properties = {"rFonts": style_fonts(template, look), "sz": size, "szCs": size}
    if look.bold:
        properties |= {"b": "", "bCs": ""}
    if look.colour.lower() != "#000000":
        properties["color"] = value(look.colour.removeprefix("#").upper())
    step = _tracking(template) if tracking and look.size == template.style(Role.BODY).size else 0
    if step:
        properties["spacing"] = value(step)
    return properties


def _tracking(template: Template) -> int:
    """Twips added to each character of the body so that the grid's number fits a line."""
    count = template.page.grid.characters
    size = template.style(Role.BODY).size.pt
    return int((template.page.measure.pt / count - size) * 20 // 1) if count else 0


def _own_styles(template: Template) -> list[str]:
    body, code = template.style(Role.BODY), template.style(Role.CODE)
    missing = {"bdr": 'w:val="single" w:sz="4" w:space="0" w:color="808080"'}
    body_fonts = {"rFonts": style_fonts(template, body)}
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>'
    auto = 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"'
    small = 'w:before="0" w:after="0" w:line="120" w:lineRule="exact"'
    centred = {"spacing": auto, "jc": value("center")}
    kai_fonts = fonts_attributes(template, FontRole.KAI, body.latin)
    return [
        _style("paragraph", roles.PICTURE, centred, body_fonts),
        _style("paragraph", roles.RULE, {"pBdr": rule, "spacing": auto}, body_fonts),
        _style("paragraph", roles.SPACER, {"spacing": small}, body_fonts),
        _style("character", roles.EMPHASIS, {}, {"rFonts": kai_fonts}),
        _style("character", roles.HYPERLINK, {}, {"color": value("0563C1"), "u": value("single")}),
        _style("character", roles.INLINE_CODE, {}, {"rFonts": style_fonts(template, code)}),
        _style("character", roles.INLINE_MISSING, {}, missing),
        _style("character", roles.NOTE_MARK, {}, {"vertAlign": value("superscript")}),
        *table_styles(template),
    ]


def _style(
    kind: str,
    name: StyleName,
    paragraphs: Properties,
    runs: Properties,
    after: str = "",
    *,
    based_on: str = "",
    rest: str = "",
) -> str:
    based_on = based_on or ("Normal" if kind == "paragraph" else "DefaultParagraphFont")
    custom = "" if name.is_builtin else ' w:customStyle="1"'
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{name.identifier}">'
        f'<w:name w:val="{name.name}"/><w:basedOn w:val="{based_on}"/>{following}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>'
        f"{paragraph_properties(paragraphs) if paragraphs else ''}"
        f"{run_properties(runs) if runs else ''}{rest}</w:style>"
    )
