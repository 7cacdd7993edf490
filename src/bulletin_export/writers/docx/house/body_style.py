"""What the text of articles looks like where the house has no style by one of our names for it."""

from __future__ import annotations

from lxml import etree

from bulletin_export.styling.template import Role
from bulletin_export.writers.docx.house.house_styles import (
    HouseStyles,
    chain,
    is_heading,
    names_a_face,
    says,
    value,
)
from bulletin_export.writers.docx.house.opening import W
from bulletin_export.writers.docx.house.splicing import fragment
from bulletin_export.writers.docx.house.style_names import candidates
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.roles import STYLE_NAMES

#: What attributes say that might as well be left out.
_USUAL = frozenset({"0", "false", "left", "start", "auto", "240"})
#: What a paragraph says for itself and not for those like it.
_OWN = frozenset(f"{W}{name}" for name in (
    "pStyle", "numPr", "sectPr", "rPr", "pPrChange", "framePr", "keepNext", "pageBreakBefore",
    "outlineLvl", "cnfStyle", "divId"))  # fmt: skip
_OWN_OF_RUNS = frozenset(f"{W}{name}" for name in (
    "rStyle", "rPrChange", "highlight", "noProof", "webHidden", "vanish", "ins", "del",
    "lang"))  # fmt: skip


def body_look(house: HouseStyles) -> tuple[str, str]:
    """Return the house's style for the text of articles, or the looks of one to be added.

    The style of the paragraph of ``{{body}}``, if it is no heading and not just Normal; its own
    formatting; a style called Body Text or the like; Normal, if the house gave it a face.
    """
    normal = house.defaults.get("paragraph", "")
    style, formatting = _formatting(house)
    if formatting:
        return "", _based_on(style or normal) + formatting
    if style and style != normal and not is_heading(style, house):
        return style, ""
    name = STYLE_NAMES[Role.BODY]
    for word in candidates(name.name, name.identifier)[2:]:
        if found := house.by_name.get(("paragraph", word)):
            return found, ""
    if normal and names_a_face(house.by_id[normal]):
        indent = (
            ""
            if says(normal, "ind", house)
            else '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
        )
        justified = "" if says(normal, "jc", house) else '<w:jc w:val="both"/>'
        own = f"<w:pPr>{indent}{justified}</w:pPr>" if indent or justified else ""
        return "", _based_on(normal) + own
    return "", ""


def _formatting(house: HouseStyles) -> tuple[str, str]:
    """Return style and direct formatting of the paragraph that ``{{body}}`` stands in."""
    paragraph = house.body
    if paragraph is None:
        return "", ""
    root = paragraph.getroottree().getroot()
    own = paragraph.find(f"{W}pPr")
    style = "" if own is None else value(own, "pStyle")
    above = chain(style or house.defaults.get("paragraph", ""), house)
    said = [] if own is None else [one for one in own if one.tag not in _OWN]
    said = [one for one in said if not _is_said(one, above)]
    run = paragraph.find(f".//{W}r/{W}rPr")
    runs = [] if run is None else [one for one in run if _is_look_of_runs(one)]
    text = _wrapped("pPr", said, root) + _wrapped("rPr", runs, root)
    return style if style in house.by_id else "", text


def _is_said(element: etree._Element, above: list[etree._Element]) -> bool:
    """Tell whether a style *above* says what *element* says, or nobody needs to.

    LibreOffice says everything again in every paragraph.
    """
    places = [style.find(f"{W}pPr/{element.tag}") for style in above]
    for name, written in element.attrib.items():
        said = (place.get(name) for place in places if place is not None)
        if written != next(filter(None, said), written if written in _USUAL else None):
            return False
    return True


def _is_look_of_runs(element: etree._Element) -> bool:
    if element.tag in _OWN_OF_RUNS or not str(element.tag).startswith(W):
        return False
    # The hint tells the script of the letters of the placeholder, not a look.
    return element.tag != f"{W}rFonts" or set(element.attrib) > {f"{W}hint"}


def _wrapped(name: str, elements: list[etree._Element], root: etree._Element) -> str:
    inner = "".join(fragment(one, root) for one in elements)
    return f"<w:{name}>{inner}</w:{name}>" if inner else ""


def _based_on(style: str) -> str:
    return (
        f'<w:basedOn w:val="{escaped(style)}"/><w:uiPriority w:val="1"/><w:qFormat/>'
        if style
        else ""
    )
