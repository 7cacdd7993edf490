"""Lines in a box: tinted, between rules, or framed all round, as a style wants it."""

from __future__ import annotations

from bulletin_export.styling.template import TextStyle
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.setting import Place
from bulletin_export.typesetting.strips import Strip, changed, merged, stacked

#: Blank between the edge of a box and its text, in em of the text.
_PADDING = 0.4


def padding(style: TextStyle) -> float:
    """Return the blank around text of *style* in its box; none without a box."""
    return _PADDING * style.size.pt if style.box != "none" or style.background else 0.0


def boxed(strips: list[Strip], place: Place, style: TextStyle) -> list[Strip]:
    """Return *strips*, set inside *place* without its padding, as one strip in their box."""
    blank = padding(style)
    if not blank or not strips:
        return strips
    inside = stacked(strips, y=blank / 2)
    height, left, width = inside.height + blank, place.left, place.measure
    rules = []
    if style.background:
        rules.append(Rule(left, 0.0, width, height, style.background))
    if style.box != "none":
        rules.append(Rule(left, 0.0, width, HAIRLINE))
        rules.append(Rule(left, height - HAIRLINE, width, HAIRLINE))
    if style.box == "frame":
        rules.append(Rule(left, 0.0, HAIRLINE, height))
        rules.append(Rule(left + width - HAIRLINE, 0.0, HAIRLINE, height))
    whole = merged([Strip(height=height, rules=tuple(rules)), inside], height=height)
    first, last = strips[0], strips[-1]
    return [
        changed(
            whole,
            space_before=first.space_before,
            space_after=last.space_after,
            keeps=last.keeps,
            anchors=first.anchors,
        )
    ]
