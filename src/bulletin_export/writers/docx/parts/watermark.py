"""The watermark: a line of WordArt behind the text, as Word itself puts it into heads."""

from __future__ import annotations

from bulletin_export.composition.stamps import ANGLE, FACES, PALE, watermark_size
from bulletin_export.styling.template import Template
from bulletin_export.writers.docx.markup import escaped, run
from bulletin_export.writers.docx.parts.word_fonts import chinese_font
from bulletin_export.writers.docx.widths import em_width

#: VML (ECMA-376-4 §14), which Word looks for when it is told to take a watermark away.
NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
#: Plain text in a straight line: shape type 136 of VML.
_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles>'
    '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{height:.1f}pt;"
    "rotation:{angle:.0f};z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:page;mso-position-vertical:center;"
    "mso-position-vertical-relative:page"
)


def watermark_run(template: Template, number: int) -> str:
    """Return the run with the watermark of *template* for the head *number*; nothing without one.

    It stands in the middle of the page, rises to the right, and lies behind the text.
    """
    text = " ".join(template.furniture.watermark.split())
    if not text:
        return ""
    natural = em_width(text)
    size = watermark_size(template.page, natural)
    place = _PLACE.format(width=natural * size, height=size, angle=360 - ANGLE)
    face = escaped(chinese_font(template, FACES[0]))
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="{escaped(text)}" style="{place}" o:allowincell="f" '
        f'fillcolor="{PALE}" stroked="f"><v:textpath style="font-family:&quot;{face}&quot;;'
        f'font-size:1pt" string="{escaped(text)}"/>'
        '<w10:wrap anchorx="page" anchory="page"/></v:shape>'
    )
    return run(f"<w:pict>{_TYPE}{shape}</w:pict>", {"noProof": ""})
