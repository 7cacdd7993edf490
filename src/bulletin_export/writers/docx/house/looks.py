"""A template as it comes out in the document of a house: its page, its styles, its sizes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Furniture, FurnitureLine, Role, Template
from bulletin_export.units import Length
from bulletin_export.writers.docx.house import placeholders
from bulletin_export.writers.docx.house.house_styles import size_of
from bulletin_export.writers.docx.house.prepared import House, prepared
from bulletin_export.writers.docx.house.styles import Matched, matched
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.roles import style_id


class HouseLook(NamedTuple):
    """A template as it comes out in the document of a house."""

    house: House
    template: Template
    styles: Matched
    languages: Languages


@lru_cache(maxsize=8)
def house_look(looks: Looks, document: HouseDocument, languages: Languages) -> HouseLook:
    """Return the template of *looks* with page, sizes and styles of the house's *document*."""
    house, template = prepared(document), looks.template
    lists = house.numbering.number if house.numbering else 0
    page = replace(house.page, column_rule=template.page.column_rule)
    composition = replace(template.composition, heading_numbers="none")
    template = replace(template, house=None, embed_fonts=False, page=page, composition=composition)
    styles = matched(template, languages, house.styles, lists)
    own = {role: template.style(role) for role in Role}
    for role, look in own.items():
        name = styles.identifiers.get(style_id(role), "")
        if name in house.styles.by_id:
            own[role] = replace(look, size=Length(size_of(name, house.styles) / 2))
    # Head, foot, cover and numbers are the house's affair.
    furniture = Furniture(
        footer=FurnitureLine(),
        front_numbers="continue",
        cover="masthead",
        contents=template.furniture.contents or placeholders.CONTENTS in house.said,
    )
    effective = replace(template, styles=own, furniture=furniture)
    return HouseLook(house, effective, styles, languages)
