"""Where a paragraph stands, and the style that says so: no paragraph has indents of its own.

Most paragraphs stand plainly in the style of their role. Entries of lists, what follows
their first paragraph, quotations inside others and lines that hold a picture stand in
styles derived from it, which say only what differs: who changes the style of the role
changes them all.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from bulletin_export.styling.template import Role, Template, TextStyle
from bulletin_export.units import Measure
from bulletin_export.writers.docx.roles import STYLE_NAMES, StyleName, style_id

#: Levels of lists for which Word has styles of its own.
BUILTIN_LEVELS = 5
#: Their lines may grow: narrow cells hold pictures, frames need room. Lines of other roles are
#: exact, so that they stand level; a paragraph with a picture takes a style derived from theirs.
GROWING = frozenset({Role.TABLE, Role.TABLE_HEADER, Role.MISSING, Role.NOTE})
#: One step to the right, in em: cells and notes have little room.
_STEP, _NARROW_STEP = 2.0, 1.5
_NARROW = frozenset({Role.TABLE, Role.TABLE_HEADER, Role.NOTE})
#: So many steps wide a place has to be for the next one to stand further in.
_LEAST_STEPS = 3
#: What is left of the column for the words of the deepest entry, in em.
_LEAST_ROOM = 6


class Manner(StrEnum):
    """How a paragraph begins: as its role says, with a mark, or below one that has a mark."""

    PLAIN = ""
    BULLET = "Bullet"
    NUMBER = "Number"
    CONTINUED = "Continue"


_LIST_NAMES = {Manner.BULLET: "List Bullet", Manner.NUMBER: "List Number",
               Manner.CONTINUED: "List Continue"}  # fmt: skip
_WORDS = {
    Manner.PLAIN: "",
    Manner.BULLET: "·项目",
    Manner.NUMBER: "·编号",
    Manner.CONTINUED: "·续段",
}


class Standing(NamedTuple):
    """A role, and what sets a paragraph apart from others of it."""

    role: Role
    #: What the id of the style of the role has behind it (text in cells).
    variant: str = ""
    manner: Manner = Manner.PLAIN
    #: How far in it stands.
    steps: int = 0
    #: Whether its lines are as high as the pictures and readings in them.
    grows: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether a bullet or number stands before it."""
        return self.manner in (Manner.BULLET, Manner.NUMBER)

    @property
    def base(self) -> str:
        """The id of the style of the role."""
        return STYLE_NAMES[self.role].identifier + self.variant

    @property
    def identifier(self) -> str:
        """The id of the style."""
        grown = "Growing" if self.grows else ""
        if self.role is Role.LIST and self.manner:
            return f"List{self.manner}{self.steps if self.steps > 1 else ''}{grown}"
        level = (self.steps + (not self.manner)) or ""
        return f"{self.base}{self.manner}{level if level != 1 else ''}{grown}"

    @property
    def parent(self) -> str:
        """The id of the style that it is based on."""
        return self._replace(grows=False).identifier if self.grows else self.base

    @property
    def style_name(self) -> StyleName:
        """What the style is called."""
        level = self.steps if self.manner else self.steps + 1
        number = f" {level}" if level > 1 else ""
        grown = "（含图）" if self.grows else ""
        if self.role is Role.LIST and self.manner:
            builtin = level <= BUILTIN_LEVELS and not self.grows
            return StyleName(self.identifier, _LIST_NAMES[self.manner] + number + grown, builtin)
        name = STYLE_NAMES[self.role].chinese + (f"·{self.variant}" if self.variant else "")
        return StyleName(self.identifier, name + _WORDS[self.manner] + number + grown)


class Place(msgspec.Struct, frozen=True):
    """Where blocks stand; lengths in twips."""

    #: From edge to edge of the column or cell, less what is left free.
    width: int
    role: Role = Role.BODY
    #: What is left free at the left.
    indent: int = 0
    #: How many lists are around.
    depth: int = 0
    #: How many steps further in than plain text of its role.
    steps: int = 0
    #: Whether this is below the first paragraph of an entry.
    is_entry: bool = False
    #: What the id of the style has behind that of its role.
    variant: str = ""

    @property
    def style(self) -> str:
        """The id of the style of plain paragraphs of its role."""
        return style_id(self.role) + self.variant

    def standing(self, manner: Manner = Manner.PLAIN, *, grows: bool = False) -> Standing:
        """Return where a paragraph stands here."""
        manner = manner or (Manner.CONTINUED if self.is_entry else Manner.PLAIN)
        return Standing(self.role, self.variant, manner, self.steps, grows)

    def inner(self, role: Role, steps: int, template: Template) -> Place:
        """Return the place for text of *role*, *steps* further in if there is room for that."""
        if self.width < _LEAST_STEPS * step(template, role):
            return replace(self, role=role)
        inner = replace(self, role=role, steps=self.steps + steps)
        edge = left(template, inner.standing()) if inner.steps else 0
        return replace(inner, width=max(self.width + self.indent - edge, 1), indent=edge)


def column_width(template: Template) -> int:
    """Return the width of a column of the page, in twips."""
    page = template.page
    gap = template.style(Role.BODY).length(page.column_gap).twips
    return (page.measure.twips - gap * (page.columns - 1)) // page.columns


def step(template: Template, role: Role) -> int:
    """Return how far one step goes in text of *role*, in twips; so far marks hang, too."""
    if role in _NARROW:
        return round(_NARROW_STEP * template.style(role).size.twips)
    return round(_STEP * template.style(Role.BODY).size.twips)


def left(template: Template, standing: Standing) -> int:
    """Return how far a paragraph stands from the left edge of its column or cell, in twips."""
    look = template.style(standing.role)
    margin = look.length(look.margin_left).twips
    whole = margin + standing.steps * step(template, standing.role)
    return max(min(whole, column_width(template) - _LEAST_ROOM * look.size.twips), margin)


def hang(template: Template, standing: Standing) -> int:
    """Return how far the mark of an entry hangs out to the left of its text, in twips."""
    return min(left(template, standing), step(template, standing.role))


def indents(look: TextStyle) -> str:
    """Return the attributes of ``w:ind``: in hundredths of a character, with a twin in twips."""
    first = look.length(look.indent).pt
    sides = [
        indent("left", look, look.margin_left),
        indent("right", look, look.margin_right),
        indent("firstLine" if first >= 0 else "hanging", look, look.indent),
    ]
    return " ".join(filter(None, sides))


def indent(name: str, look: TextStyle, measure: Measure) -> str:
    """Return the attributes of one indent, or nothing where *measure* is none."""
    twips = abs(look.length(measure).twips)
    if not twips:
        return ""
    hundredths = f'w:{name}Chars="{abs(round(measure.number * 100))}" '
    return (hundredths if measure.unit == "em" else "") + f'w:{name}="{twips}"'
