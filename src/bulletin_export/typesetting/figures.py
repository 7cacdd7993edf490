"""Pictures at their natural size, or as large as the frame allows."""

from __future__ import annotations

from bulletin_export.model.nodes import Image
from bulletin_export.typesetting.layout import UNTAGGED, PlacedPicture, Rule
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip, changed, merged, stacked
from bulletin_export.typesetting.tagging import tag_picture

#: Width of the lines of a frame, in points, and the blank inside it, in em.
HAIRLINE, PADDING = 0.5, 0.5
#: Rather than leave a hole in a column, a picture becomes smaller, down to this part.
_SMALLEST_PART = 0.6


def picture_strip(
    image: Image, place: Place, setting: Setting, *, depth: float = 0.0, tag: int = UNTAGGED
) -> Strip:
    """Return the picture centred; never wider than *place* or taller than *depth*.

    Both sides shrink alike; nothing is enlarged. The picture must be a usable one.
    """
    width, height = setting.sizes[image.media]
    ratio = min(1.0, place.measure / width, (depth or place.depth) / height)
    width, height = width * ratio, height * ratio
    x = place.left + (place.measure - width) / 2
    if tag == UNTAGGED:
        tag = tag_picture(image, place.tag, setting)
    picture = PlacedPicture(x, 0.0, width, height, image.media, image.description, tag)
    blank = setting.look(place.role).pitch / 3
    return Strip(
        height=height,
        pictures=(picture,),
        space_before=blank,
        space_after=blank,
        shrinks_to=_SMALLEST_PART,
    )


def framed(strips: list[Strip], place: Place, padding: float) -> Strip:
    """Return *strips*, set to a place that is *padding* narrower on each side, in a frame."""
    inside = stacked(strips, y=padding)
    height = inside.height + 2 * padding
    left, width = place.left, place.measure
    rules = (
        Rule(left, 0.0, width, HAIRLINE),
        Rule(left, height - HAIRLINE, width, HAIRLINE),
        Rule(left, 0.0, HAIRLINE, height),
        Rule(left + width - HAIRLINE, 0.0, HAIRLINE, height),
    )
    edges = (strips[0].space_before, strips[-1].space_after)
    frame = Strip(height=height, rules=rules)
    return changed(
        merged([frame, inside], height=height), space_before=edges[0], space_after=edges[1]
    )
