"""The place of blocks: how much room they have, and which style their paragraphs take."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.parts.standing import Manner, Standing, left, step
from bulletin_export.writers.docx.roles import style_id

#: So many steps wide a place has to be for the next one to stand further in.
_LEAST_STEPS = 3


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
