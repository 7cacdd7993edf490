"""Boxes of links inside the part that holds the article."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.extraction.body.furniture import is_attachment
from bulletin_export.extraction.body.outline import Line, Part

_FEWEST = 2
_MOSTLY = 0.7
#: So much of the part must be left when its links are gone, or they are the article.
_REST = 40.0


def menus_in(part: Part, lines: list[Line]) -> tuple[Part, ...]:
    """Return the boxes inside *part* that hold links and next to nothing else.

    None, when the part would be empty without them; and never links to files.
    """
    found = tuple(_menus(part, lines))
    gone = {n for menu in found for n in range(menu.first_line, menu.last_line)}
    rest = sum(lines[n].weight for n in range(part.first_line, part.last_line) if n not in gone)
    return found if rest > _REST else ()


def _menus(part: Part, lines: list[Line]) -> Iterator[Part]:
    waiting = list(reversed(part.parts))
    while waiting:
        box = waiting.pop()
        if _is_menu(box, lines):
            yield box
        else:
            waiting.extend(reversed(box.parts))


def _is_menu(box: Part, lines: list[Line]) -> bool:
    own = lines[box.first_line : box.last_line]
    if box.images or sum(line.is_linked for line in own) < _FEWEST or box.element.tag == "table":
        return False
    size, linked = sum(len(line.text) for line in own), sum(line.linked for line in own)
    return linked > _MOSTLY * size and not _holds_files(box)


def _holds_files(box: Part) -> bool:
    return any(
        is_attachment((link.get("href") or "") + " " + "".join(link.itertext()))
        for link in box.element.iter("a")
    )
