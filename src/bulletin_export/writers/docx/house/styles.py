"""Our styles among those of the house: taken by name, or added.

What is added stands on a base of its own, which says all that our documents say for every
paragraph, so that the house's Normal does not shine through; only the text of articles, if
the house has no style for it, looks like the paragraph in which ``{{body}}`` stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.house.opening import Package, W
from bulletin_export.writers.docx.house.splicing import fragment
from bulletin_export.writers.docx.house.style_names import candidates, key
from bulletin_export.writers.docx.markup import escaped, paragraph_properties, run_properties
from bulletin_export.writers.docx.parts.styles import styles_xml
from bulletin_export.writers.docx.roles import style_id

_BASE, _BASE_NAME = "BulletinBase", "简报基准"
_REFERENCE = re.compile(r'<w:(?:basedOn|next|link|pStyle) w:val="([^"]*)"/>')
#: Half-points: what Word takes where nobody says a size.
_DEFAULT_SIZE = 20
#: What attributes say that might as well be left out.
_USUAL = frozenset({"0", "false", "left", "start", "auto", "240"})
#: What a paragraph says for itself and not for those like it.
_OWN = frozenset(f"{W}{name}" for name in (
    "pStyle", "numPr", "sectPr", "rPr", "pPrChange", "framePr", "keepNext", "pageBreakBefore",
    "outlineLvl", "cnfStyle", "divId"))  # fmt: skip
_OWN_OF_RUNS = frozenset(f"{W}{name}" for name in (
    "rStyle", "rPrChange", "highlight", "noProof", "webHidden", "vanish", "ins", "del",
    "lang"))  # fmt: skip


class OwnStyle(NamedTuple):
    """A style of ours: what it is, and the whole of it as XML with our ids."""

    identifier: str
    name: str
    kind: str
    xml: str


class HouseStyles(NamedTuple):
    """The styles of the house's document, and what the paragraph of the body looks like."""

    root: etree._Element
    #: Kind (paragraph, character, table) and key of the name, to the id.
    by_name: Mapping[tuple[str, str], str]
    by_id: Mapping[str, etree._Element]
    #: Ids of the default style by kind.
    defaults: Mapping[str, str]
    body: etree._Element | None


class Matched(NamedTuple):
    """Our ids as they are in the house's document, and the text of what may be added."""

    identifiers: Mapping[str, str]
    names: Mapping[str, str]
    #: By our id; what the house has is not there.
    additions: Mapping[str, str]
    before: str
    after: str

    def xml(self, used: Iterable[str]) -> str:
        """Return the styles part with those of the *used* styles that the house lacks."""
        wanted = self._needed(used)
        return self.before + "".join(self.additions[one] for one in wanted) + self.after

    def _needed(self, used: Iterable[str]) -> list[str]:
        open_, needed = sorted(set(used) & set(self.additions)), set[str]()
        while open_:
            one = open_.pop()
            if one in needed:
                continue
            needed.add(one)
            named = _REFERENCE.findall(self.additions[one])
            back = {new: old for old, new in self.identifiers.items()}
            open_ += [back[new] for new in named if back.get(new) in self.additions]
        return [one for one in self.additions if one in needed]


def house_styles(package: Package, body: etree._Element | None) -> HouseStyles:
    """Return the styles of *package*; *body* is the paragraph that ``{{body}}`` stands in."""
    parts = package.targets("styles")
    root = package.tree(parts[0]) if parts else etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
    by_name: dict[tuple[str, str], str] = {}
    by_id: dict[str, etree._Element] = {}
    defaults: dict[str, str] = {}
    for style in root.findall(f"{W}style"):
        kind, identifier = style.get(f"{W}type", "paragraph"), style.get(f"{W}styleId", "")
        by_id.setdefault(identifier, style)
        if style.get(f"{W}default") in ("1", "true", "on"):
            defaults.setdefault(kind, identifier)
        for name in _names(style):
            by_name.setdefault((kind, key(name)), identifier)
    return HouseStyles(root, by_name, by_id, defaults, body)


def _names(style: etree._Element) -> list[str]:
    names = [_value(style, "name")]
    return names + [one for one in _value(style, "aliases").split(",") if one.strip()]


def matched(template: Template, house: HouseStyles) -> Matched:
    """Return how the styles of *template* are found in, or added to, those of the *house*."""
    root = etree.fromstring(styles_xml(template).encode())
    ours = [_own_style(style, root) for style in root.findall(f"{W}style")]
    identifiers, names = _found(ours, house)
    body = style_id(Role.BODY)
    look = None
    if body not in identifiers:
        chosen, look = _body(house)
        if chosen:
            identifiers[body] = chosen
    taken = {*house.by_id, *identifiers.values()}
    additions = [one for one in ours if one.identifier not in identifiers]
    for one in additions:
        identifiers[one.identifier] = _free(one.identifier, taken)
    identifiers["Normal"] = _free(_BASE, taken)
    spelled = {one.identifier: _spelled(one, house) for one in additions}
    texts = {one.identifier: _renamed(one, identifiers, spelled) for one in additions}
    if look:
        texts[body] = _body_style(identifiers[body], spelled[body], look)
    base = {"Normal": _base_style(root, identifiers["Normal"])}
    text = etree.tostring(house.root, encoding="unicode")
    end = text.rindex("</") if "</" in text else len(text)
    if text.rstrip().endswith("/>") and not len(house.root):
        text = text.rstrip().removesuffix("/>") + "></w:styles>"
        end = text.rindex("</")
    return Matched(identifiers, names | spelled, base | texts, text[:end], text[end:])


def _own_style(style: etree._Element, root: etree._Element) -> OwnStyle:
    return OwnStyle(
        style.get(f"{W}styleId", ""),
        _value(style, "name"),
        style.get(f"{W}type", "paragraph"),
        fragment(style, root),
    )


def _found(ours: list[OwnStyle], house: HouseStyles) -> tuple[dict[str, str], dict[str, str]]:
    """Return the house's ids and names for those of *ours* that it has."""
    identifiers, names = {}, {}
    for one in ours:
        if one.identifier == "Normal":
            continue
        wanted = candidates(one.name, one.identifier)
        if one.identifier == style_id(Role.BODY):
            # What else it may be called comes after how the place of the body looks.
            wanted = wanted[:2]
        own = (house.by_name.get((one.kind, word)) for word in wanted)
        default = house.defaults.get(one.kind, "") if one.identifier in _DEFAULTS else ""
        found = next(filter(None, own), "") or default
        if found:
            identifiers[one.identifier] = found
            names[one.identifier] = _value(house.by_id[found], "name")
    return identifiers, names


_DEFAULTS = frozenset({"DefaultParagraphFont", "TableNormal"})


def _body(house: HouseStyles) -> tuple[str, str]:
    """Return the house's style for the text of articles, or the looks of one to be added.

    The style of the paragraph of ``{{body}}``, if it is no heading and not just Normal; its own
    formatting; a style called Body Text or the like; Normal, if the house gave it a face.
    """
    normal = house.defaults.get("paragraph", "")
    style, formatting = _formatting(house)
    if formatting:
        return "", _based_on(style or normal) + formatting
    if style and style != normal and not _is_heading(style, house):
        return style, ""
    for word in candidates("正文段落", style_id(Role.BODY))[2:]:
        if found := house.by_name.get(("paragraph", word)):
            return found, ""
    if normal and _names_a_face(house.by_id[normal]):
        indent = (
            ""
            if _says(normal, "ind", house)
            else '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
        )
        justified = "" if _says(normal, "jc", house) else '<w:jc w:val="both"/>'
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
    style = "" if own is None else _value(own, "pStyle")
    chain = _chain(style or house.defaults.get("paragraph", ""), house)
    said = [] if own is None else [one for one in own if one.tag not in _OWN]
    said = [one for one in said if not _is_said(one, chain)]
    run = paragraph.find(f".//{W}r/{W}rPr")
    runs = [] if run is None else [one for one in run if _is_look_of_runs(one)]
    text = _wrapped("pPr", said, root) + _wrapped("rPr", runs, root)
    return style if style in house.by_id else "", text


def _is_said(element: etree._Element, chain: list[etree._Element]) -> bool:
    """Tell whether a style of *chain* says what *element* says, or nobody needs to.

    LibreOffice says everything again in every paragraph.
    """
    places = [style.find(f"{W}pPr/{element.tag}") for style in chain]
    for name, value in element.attrib.items():
        said = (place.get(name) for place in places if place is not None)
        if value != next(filter(None, said), value if value in _USUAL else None):
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


def _body_style(identifier: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{escaped(name)}"/>{look}</w:style>'
    )


def _is_heading(style: str, house: HouseStyles) -> bool:
    return _says(style, "outlineLvl", house)


def _says(style: str, name: str, house: HouseStyles) -> bool:
    """Tell whether *style*, or one it is based on, has the paragraph property *name*."""
    return any(one.find(f"{W}pPr/{W}{name}") is not None for one in _chain(style, house))


def _chain(style: str, house: HouseStyles) -> list[etree._Element]:
    found: list[etree._Element] = []
    while style in house.by_id and house.by_id[style] not in found:
        found.append(house.by_id[style])
        style = _value(found[-1], "basedOn")
    return found


def _names_a_face(style: etree._Element) -> bool:
    fonts = style.find(f"{W}rPr/{W}rFonts")
    return fonts is not None and any(f"{W}{slot}" in fonts.attrib for slot in ("ascii", "eastAsia"))


def _free(identifier: str, taken: set[str]) -> str:
    """Return *identifier*, numbered if it is *taken*; it is then."""
    number, free = 1, identifier
    while free in taken:
        number += 1
        free = f"{identifier}{number}"
    taken.add(free)
    return free


def _spelled(style: OwnStyle, house: HouseStyles) -> str:
    """Return the name of a style to be added; names are unique among styles of all kinds."""
    is_taken = any((kind, key(style.name)) in house.by_name for kind in _KINDS)
    return f"{style.name}（简报）" if is_taken else style.name


_KINDS = ("paragraph", "character", "table", "numbering")


def _renamed(style: OwnStyle, identifiers: Mapping[str, str], names: Mapping[str, str]) -> str:
    text = _REFERENCE.sub(
        lambda match: match[0].replace(
            f'"{match[1]}"', f'"{escaped(identifiers.get(match[1], match[1]))}"'
        ),
        style.xml,
    )
    text = text.replace(
        f'w:styleId="{style.identifier}"', f'w:styleId="{identifiers[style.identifier]}"', 1
    )
    text = text.replace(' w:default="1"', "", 1)
    return text.replace(
        f'<w:name w:val="{escaped(style.name)}"/>',
        f'<w:name w:val="{escaped(names[style.identifier])}"/>',
        1,
    )


def _base_style(root: etree._Element, identifier: str) -> str:
    """Return the style on which ours stand: our defaults and our Normal in one."""
    normal = next(one for one in root.findall(f"{W}style") if one.get(f"{W}styleId") == "Normal")
    runs = _laid_over(root.find(f".//{W}rPrDefault/{W}rPr"), normal.find(f"{W}rPr"), root)
    lines = _laid_over(root.find(f".//{W}pPrDefault/{W}pPr"), normal.find(f"{W}pPr"), root)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{_BASE_NAME}"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f"{paragraph_properties(lines)}{run_properties(runs)}</w:style>"
    )


def _laid_over(
    below: etree._Element | None, above: etree._Element | None, root: etree._Element
) -> dict[str, str]:
    elements = [*(() if below is None else below), *(() if above is None else above)]
    return {etree.QName(one).localname: fragment(one, root) for one in elements}


def size_of(style: str, house: HouseStyles) -> int:
    """Return the size of type of *style* in half-points."""
    default = house.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    places = [one.find(f"{W}rPr") for one in _chain(style, house)]
    for place in (*places, default):
        size = "" if place is None else _value(place, "sz")
        if size.isdigit() and int(size):
            return int(size)
    return _DEFAULT_SIZE


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
