"""The styles part of the house's document, as it is searched: by name, by id, along its chains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from bulletin_export.writers.docx.house.opening import Package, W
from bulletin_export.writers.docx.house.style_names import key

#: Half-points: what Word takes where nobody says a size.
_DEFAULT_SIZE = 20


class HouseStyles(NamedTuple):
    """The styles of the house's document, and what the paragraph of the body looks like."""

    root: etree._Element
    #: Kind (paragraph, character, table) and key of the name, to the id.
    by_name: Mapping[tuple[str, str], str]
    by_id: Mapping[str, etree._Element]
    #: Ids of the default style by kind.
    defaults: Mapping[str, str]
    body: etree._Element | None


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
    names = [value(style, "name")]
    return names + [one for one in value(style, "aliases").split(",") if one.strip()]


def is_heading(style: str, house: HouseStyles) -> bool:
    """Tell whether *style* has a level in the outline."""
    return says(style, "outlineLvl", house)


def says(style: str, name: str, house: HouseStyles) -> bool:
    """Tell whether *style*, or one it is based on, has the paragraph property *name*."""
    return any(one.find(f"{W}pPr/{W}{name}") is not None for one in chain(style, house))


def chain(style: str, house: HouseStyles) -> list[etree._Element]:
    """Return *style* and what it is based on, the nearest first."""
    found: list[etree._Element] = []
    while style in house.by_id and house.by_id[style] not in found:
        found.append(house.by_id[style])
        style = value(found[-1], "basedOn")
    return found


def names_a_face(style: etree._Element) -> bool:
    """Tell whether *style* names a typeface of its own, not one of the theme."""
    fonts = style.find(f"{W}rPr/{W}rFonts")
    return fonts is not None and any(f"{W}{slot}" in fonts.attrib for slot in ("ascii", "eastAsia"))


def size_of(style: str, house: HouseStyles) -> int:
    """Return the size of type of *style* in half-points."""
    default = house.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    places = [one.find(f"{W}rPr") for one in chain(style, house)]
    for place in (*places, default):
        size = "" if place is None else value(place, "sz")
        if size.isdigit() and int(size):
            return int(size)
    return _DEFAULT_SIZE


def value(element: etree._Element, name: str) -> str:
    """Return what the child *name* of *element* has as its ``w:val``; nothing without it."""
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
