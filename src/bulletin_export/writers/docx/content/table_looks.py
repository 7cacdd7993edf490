"""The styles that tables come in: three densities, and where the text of a cell stands.

No cell has looks of its own: who changes 表格文字 changes every table of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_export.composition.column_widths import PADDING, PADDING_ABOVE
from bulletin_export.model.nodes import Alignment
from bulletin_export.styling.template import Role, TextStyle
from bulletin_export.units import Length
from bulletin_export.writers.docx.roles import STYLE_NAMES, TABLE_STYLE, StyleName

#: Type below this size, in points, is not read: words are broken instead.
_SMALLEST = 5.5


class Density(NamedTuple):
    """How much a table has to carry: its type is *scale* of the usual size."""

    suffix: str
    name: str
    scale: float

    @property
    def table_style(self) -> StyleName:
        """The style of the table itself."""
        identifier, name = TABLE_STYLE[:2]
        return StyleName(identifier + self.suffix, name + (f"（{self.name}）" if self.name else ""))

    def size(self, look: TextStyle) -> Length:
        """Return the size of type of *look*, in half points as Word has them."""
        return Length(max(round(look.size.pt * self.scale * 2) / 2, min(_SMALLEST, look.size.pt)))

    def pitch(self, look: TextStyle) -> Length:
        """Return the line pitch of *look*."""
        return Length(look.pitch.pt * self.size(look).pt / look.size.pt)

    def padding(self, look: TextStyle) -> int:
        """Return the inner margin of a cell on either side, in twips."""
        return round(PADDING * self.size(look).twips)

    def padding_above(self, look: TextStyle) -> int:
        """Return the inner margin of a cell above and below, in twips."""
        return round(PADDING_ABOVE * self.size(look).twips)


#: From the roomiest on; the table takes the first that breaks no word.
DENSITIES = (Density("", "", 1.0), Density("Small", "小字", 0.8), Density("Tiny", "最小字", 0.6))

_PLACES = {
    Alignment.START: ("", "", ""),
    Alignment.CENTRE: ("Centre", "居中", "center"),
    Alignment.END: ("Right", "居右", "right"),
}


class Variant(NamedTuple):
    """A style of text in cells that differs from that of its *role* in size or place."""

    name: StyleName
    role: Role
    density: Density
    #: ``w:jc``, or nothing where it is the role's.
    justification: str


def variant_suffix(density: Density, alignment: Alignment) -> str:
    """Return what the id of a style has behind that of its role."""
    return density.suffix + _PLACES[alignment][0]


def variants() -> Iterator[Variant]:
    """Yield all styles of text in cells but those of the two roles themselves."""
    for role in (Role.TABLE, Role.TABLE_HEADER):
        base = STYLE_NAMES[role]
        for density in DENSITIES:
            for alignment, (_, place, justification) in _PLACES.items():
                suffix = variant_suffix(density, alignment)
                if suffix:
                    words = "，".join(filter(None, (density.name, place)))
                    name = StyleName(base.identifier + suffix, f"{base.name}（{words}）")
                    yield Variant(name, role, density, justification)
