"""Pictures inside a paragraph: small ones stand in the line, large ones beside the text.

A paragraph is never torn apart for a picture: what comes after it might be a mark
that must not begin a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from bulletin_export.model.nodes import Image
from bulletin_export.typesetting.layout import (
    UNTAGGED,
    Line,
    Part,
    PlacedPicture,
    Run,
    Span,
)
from bulletin_export.typesetting.setting import Look, Setting
from bulletin_export.typesetting.strips import ASCENT
from bulletin_export.typesetting.tagging import tag_picture

#: Stands for a picture in the text of a span (Unicode, 23.8: object replacement).
PICTURE = "\ufffc"
#: A picture up to so many em high and wide is part of its line.
_SMALL = 2.0


class Parted(NamedTuple):
    """The content of a paragraph, told apart by where it stands."""

    #: Large pictures before the first word, to be set above.
    above: list[Image]
    content: list[Span]
    #: What stands for each U+FFFC of the content, in order.
    small: list[Image]
    #: Large pictures after the first word, to be set below.
    below: list[Image]


def parted(
    items: Iterable[Span | Image], look: Look, setting: Setting, tag: int = UNTAGGED
) -> Parted:
    """Return *items* with small pictures turned into spans and large ones taken out.

    *tag* is that of the paragraph.
    """
    result = Parted([], [], [], [])
    for item in items:
        if isinstance(item, Span):
            result.content.append(item)
        elif max(setting.sizes[item.media]) <= _SMALL * look.size:
            own = tag_picture(item, tag, setting)
            result.content.append(Span(PICTURE, look.chain, look.size, tag=own))
            result.small.append(item)
        else:
            (result.below if result.content else result.above).append(item)
    if not any(one.text.strip() for one in result.content if one.text != PICTURE):
        return Parted(result.above + result.small + result.below, [], [], [])
    return result


def placed(
    lines: Sequence[Line], images: Sequence[Image], setting: Setting
) -> Iterator[tuple[Line, tuple[PlacedPicture, ...]]]:
    """Yield *lines* without the squares kept free for *images*, and the pictures in them.

    A picture's place is from the line's origin and its baseline.
    """
    waiting = iter(images)
    for line in lines:
        if PICTURE not in line.text:
            yield line, ()
            continue
        tags = iter([part.tag for part in line.parts for _ in range(part.text.count(PICTURE))])
        pictures = tuple(
            _in_square(run, next(waiting), setting, next(tags, UNTAGGED))
            for run in line.runs
            if run.text == PICTURE
        )
        words = tuple(run for run in line.runs if run.text != PICTURE)
        # Where a picture stands among the words, a part without runs stays.
        parts = tuple(Part("", 0, one.tag) if one.text == PICTURE else one for one in line.parts)
        text = line.text.replace(PICTURE, "")
        yield msgspec.structs.replace(line, text=text, runs=words, parts=parts), pictures


def _in_square(run: Run, image: Image, setting: Setting, tag: int) -> PlacedPicture:
    """Return *image* in the em square of *run*, as large as it may be, in its middle."""
    width, height = setting.sizes[image.media]
    ratio = min(1.0, run.size / width, run.size / height)
    width, height = width * ratio, height * ratio
    x = run.x + (run.size - width) / 2
    y = (run.size - height) / 2 - ASCENT * run.size
    return PlacedPicture(x, y, width, height, image.media, image.description, tag)
