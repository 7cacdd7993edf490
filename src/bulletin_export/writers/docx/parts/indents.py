"""Indents of paragraphs as the template says them."""

from __future__ import annotations

from bulletin_export.styling.template import TextStyle
from bulletin_export.units import Measure


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
