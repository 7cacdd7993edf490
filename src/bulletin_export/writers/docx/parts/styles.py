"""The styles part: every role of the template as a named style.

Each style says everything about its looks (four font names, no theme reference), so
nothing is inherited from what Word or LibreOffice would think of by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bulletin_export.styling.template import Align, Role, Template, TextStyle
from bulletin_export.units import Measure
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    Properties,
    paragraph_properties,
    run_properties,
    value,
)
from bulletin_export.writers.docx.parts.character_styles import common_looks, style_xml
from bulletin_export.writers.docx.parts.derived_styles import list_styles, numbered
from bulletin_export.writers.docx.parts.notice_styles import notice_styles, of_role, pitch
from bulletin_export.writers.docx.parts.numbering import HEADINGS
from bulletin_export.writers.docx.parts.page_styles import (
    even_side,
    page_styles,
    running_line,
)
from bulletin_export.writers.docx.parts.standing import GROWING, indent, indents
from bulletin_export.writers.docx.parts.table_styles import table_styles
from bulletin_export.writers.docx.parts.word_fonts import style_fonts
from bulletin_export.writers.docx.roles import STYLE_NAMES, StyleName, outline_level, style_id

_JUSTIFICATION = {
    Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right",
}  # fmt: skip
#: What an article may begin with.
_OPENING = frozenset({Role.SECTION_TITLE, Role.KICKER, Role.TITLE})
_NO_LEFT = {"margin_left": Measure(0, "em"), "indent": Measure(0, "em")}
_THIN = '<w:{} w:val="single" w:sz="4" w:space="3" w:color="auto"/>'
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "between")
)


def styles_xml(template: Template, languages: Languages) -> str:
    """Return the styles part (ISO/IEC 29500-1 §17.7.4.18) for *template*."""
    styles = [_defaults(template, languages), _LATENT, _normal(template)]
    styles += (_DEFAULT_CHARACTERS, _PLAIN_TABLE)
    styles += (_role_style(template, role) for role in Role)
    styles.append(list_styles(template))
    styles += _own_styles(template)
    styles += (_page_style(template, *one) for one in page_styles(template))
    styles += _even_styles(template)
    styles += (
        _style(own.kind, own.name, own.paragraphs, own.runs, based_on=own.based_on, rest=own.tables)
        for own in notice_styles(template)
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(styles)}{STYLES_END}"


#: Further styles go before it.
STYLES_END = "</w:styles>"
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
_DEFAULT_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
#: Notes after the article look as those at the foot of the page.
_ENDNOTE_TEXT = (
    f'<w:style w:type="paragraph" w:styleId="{roles.ENDNOTE_TEXT.identifier}">'
    f'<w:name w:val="{roles.ENDNOTE_TEXT.name}"/><w:basedOn w:val="{style_id(Role.NOTE)}"/>'
    '<w:uiPriority w:val="1"/><w:qFormat/></w:style>'
)
_PLAIN_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)


def _defaults(template: Template, languages: Languages) -> str:
    body = template.style(Role.BODY)
    characters = _characters(template, body, tracking=False)
    runs = run_properties({**characters, "lang": languages.attributes})
    paragraphs = paragraph_properties(_composition(template))
    return (
        f"<w:docDefaults><w:rPrDefault>{runs}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraphs}</w:pPrDefault></w:docDefaults>"
    )


def _composition(template: Template) -> Properties:
    """Prohibition, hanging and gaps for every paragraph; all five are said outright."""
    composition = template.composition
    # LibreOffice shifts lines for ever when it levels columns and keeps lines together there.
    keeps_lines = composition.widows > 1 and template.page.columns == 1
    gaps = value(int(composition.autospace > 0))
    return {
        "widowControl": "" if keeps_lines else value(0),
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
        f"<w:qFormat/>{run_properties({'rFonts': fonts})}</w:style>"
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
    if role in (Role.HEADER, Role.FOOTER):
        properties |= running_line(template, role)
    if look.background:
        properties["shd"] = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.background[1:]}"/>'
    if look.box != "none":
        sides = ("top", "bottom") if look.box == "rules" else ("top", "left", "bottom", "right")
        properties["pBdr"] = f"<w:pBdr>{''.join(_THIN.format(side) for side in sides)}</w:pBdr>"
    if role is Role.MISSING:
        properties |= _framed(look)
    properties |= of_role(template, role)
    if level and template.composition.heading_numbers != "none":
        # Levels 1 to 6 of headings are 0 to 5 of their list; the title has no number.
        properties["numPr"] = numbered(HEADINGS, level - 1)
    return _style(
        "paragraph",
        STYLE_NAMES[role],
        properties,
        _characters(template, look),
        style_id(role if role in roles.REPEATED else Role.BODY),
        priority=roles.PRIORITIES.get(role, 9 if level is not None else 10),
    )
    after = style_id(role if role in roles.REPEATED else Role.BODY)
    priority = roles.PRIORITIES.get(role, 9 if level is not None else 10)
    names = STYLE_NAMES[role]
    return _style("paragraph", names, properties, _characters(template, look), after, priority)


def _framed(look: TextStyle) -> Properties:
    # Lines stand outside the indents.
    left, right = (look.length(side).twips + 90 for side in (look.margin_left, look.margin_right))
    return {"pBdr": f"<w:pBdr>{_FRAME}</w:pBdr>", "ind": f'w:left="{left}" w:right="{right}"'}


def _paragraphs(template: Template, role: Role, look: TextStyle) -> Properties:
    rule = "atLeast" if role in GROWING else "exact"
    before, after = _blank(template, role, look)
    properties = {
        "spacing": f'w:before="{before}" w:after="{after}" '
        f'w:line="{look.pitch.twips}" w:lineRule="{rule}"',
        "jc": value(_JUSTIFICATION[look.align]),
    }
    # The left indents of lists are those of their levels.
    if found := indents(look if role is not Role.LIST else replace(look, **_NO_LEFT)):
        properties["ind"] = found
    if template.page.grid.lines and not _is_on_grid(template, look):
        properties["snapToGrid"] = value(0)
    flags = {
        "keepNext": look.keep_with_next,
        "keepLines": look.keep_together,
        "pageBreakBefore": look.page_break_before,
    }
    return {**properties, **{name: "" for name, on in flags.items() if on}}


def _blank(template: Template, role: Role, look: TextStyle) -> tuple[int, int]:
    """Return the space before and after, in twips.

    PDF leaves out the space before at the top of a page; Word and LibreOffice do not after a
    break. So what begins pages has none, and what may stand above a title says the title's.
    """
    before, after = look.length(look.space_before).twips, look.length(look.space_after).twips
    title = template.style(Role.TITLE)
    tops = {Role.PUBLICATION_TITLE}
    if template.furniture.cover != "masthead":
        tops.add(Role.CONTENTS_TITLE)
    if title.page_break_before:
        tops |= _OPENING
        if role in _OPENING - {Role.TITLE}:
            after = max(after, title.length(title.space_before).twips)
    return 0 if role in tops else before, after


def _is_on_grid(template: Template, look: TextStyle) -> bool:
    """Tell whether lines of *look* are those of the grid, which sets them in their middle."""
    fits = abs(look.pitch.twips - pitch(template)) <= 1
    return fits and look.size <= template.style(Role.BODY).size


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
    count = 0 if template.word.character_grid else template.page.grid.characters
    size = template.style(Role.BODY).size.pt
    return int((template.page.measure.pt / count - size) * 20 // 1) if count else 0


def _own_styles(template: Template) -> list[str]:
    body = template.style(Role.BODY)
    body_fonts = {"rFonts": style_fonts(template, body)}
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>'
    auto = 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"'
    small = 'w:before="0" w:after="0" w:line="120" w:lineRule="exact"'
    centred = {"spacing": auto, "jc": value("center")}
    address = template.style(Role.ADDRESS)
    code_place = {"spacing": auto, "jc": value("left")}
    if left := indent("left", address, address.margin_left):
        code_place["ind"] = left
    return [
        _style("paragraph", roles.PICTURE, centred, body_fonts),
        _style("paragraph", roles.CODE_OF_ADDRESS, code_place, body_fonts),
        _style("paragraph", roles.RULE, {"pBdr": rule, "spacing": auto}, body_fonts),
        _style("paragraph", roles.SPACER, {"spacing": small}, body_fonts),
        *(style_xml(look.name, look.properties) for look in common_looks(template)),
        _ENDNOTE_TEXT,
        *table_styles(template),
        *_beside(template),
    ]


def _page_style(template: Template, name: StyleName, look: TextStyle, own: Properties) -> str:
    properties = {**_paragraphs(template, Role.HEADER, look), **own}
    return _style("paragraph", name, properties, _characters(template, look))


def _even_styles(template: Template) -> Iterator[str]:
    """Yield the styles of head and foot on even pages, where they stand at the other side."""
    for role, style in (
        (Role.HEADER, roles.HEADER_EVEN),
        (Role.FOOTER, roles.FOOTER_EVEN),
    ):
        if side := even_side(template, role):
            yield (
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.identifier}">'
                f'{style.xml}<w:basedOn w:val="{style_id(role)}"/>'
                f'<w:uiPriority w:val="1"/><w:qFormat/>'
                f"{paragraph_properties({'jc': side})}</w:style>"
            )


def _style(
    kind: str,
    name: StyleName,
    paragraphs: Properties,
    runs: Properties,
    after: str = "",
    *,
    based_on: str = "",
    rest: str = "",
    priority: int = 10,
) -> str:
    based_on = based_on or ("Normal" if kind == "paragraph" else "DefaultParagraphFont")
    custom = "" if name.is_builtin else ' w:customStyle="1"'
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{name.identifier}">'
        f'{name.xml}<w:basedOn w:val="{based_on}"/>{following}'
        f'<w:uiPriority w:val="{priority}"/><w:qFormat/>'
        f"{paragraph_properties(paragraphs) if paragraphs else ''}"
        f"{run_properties(runs) if runs else ''}{rest}</w:style>"
    )


def _beside(template: Template) -> tuple[str, ...]:
    if template.word.pictures == "inline":
        return ()
    from bulletin_export.writers.docx.parts.picture_styles import beside_styles

    return tuple(beside_styles())
