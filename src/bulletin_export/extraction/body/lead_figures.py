"""Pictures that open an article and stand between its headline and the box of its text."""

from __future__ import annotations

import re
from typing import Any

from bulletin_export.extraction.addresses import declared_size
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.naming import name_of
from bulletin_export.extraction.outline import Outline, Part
from bulletin_export.patterns import lazy_pattern

#: A picture that says that it is smaller, in pixels, is a portrait or a sign.
_SMALLEST = 200
#: So many characters a caption has, and what else stands in its box.
_LONGEST = 160
_SIGN = lazy_pattern(
    r"logo|icon|avatar|portrait|touxiang|head(?:img|pic|_|/)|qr|ewm|erwei|weixin|wechat|btn|button"
    r"|share|banner|guanggao|advert|/ads?[/_.-]|blank|loading|print|close|arrow|line|dot|bg",
    re.IGNORECASE,
)


def lead_figures(part: Part, page: Outline, title: Title) -> tuple[Part, ...]:
    """Return the boxes between *title* and *part*, the text's own, that hold a picture alone."""
    if not 0 <= title.last_line < part.first_line:
        return ()
    found: list[Part] = []
    waiting = [page.root]
    while waiting:
        box = waiting.pop()
        if not box.images or box.factor < 0.5 or box is part or box.first_line > part.first_line:
            continue
        if box.first_line > title.last_line and box.last_line <= part.first_line:
            if _is_figure(box, page):
                found.append(box)
        else:
            waiting.extend(reversed(box.parts))
    return tuple(found)


def _is_figure(box: Part, page: Outline) -> bool:
    lines = page.lines[box.first_line : box.last_line]
    if sum(len(line.text) for line in lines) > _LONGEST or any(line.is_linked for line in lines):
        return False
    return all(map(_is_large, box.element.iter("img")))


def _is_large(image: Any) -> bool:
    sizes = (declared_size(image, "width"), declared_size(image, "height"))
    if any(size is not None and size < _SMALLEST for size in sizes):
        return False
    around = (image, image.getparent())
    named = " ".join((image.get("src") or "", *map(name_of, around)))
    return _SIGN.search(named) is None
