"""Boxes of links inside the part that holds the article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bulletin_export.extraction.blocks.table_shape import is_layout
from bulletin_export.extraction.body.furniture import is_attachment, is_embedded
from bulletin_export.extraction.outline import Line, Part

_FEWEST = 2
_FEWEST_CARDS = 3
_MOST_LINES = 6
_LONGEST_CARD = 400
_HEADLINE = 8
_MOSTLY = 0.7
#: So much of the part must be left when its links are gone, or they are the article.
_REST = 40.0


def menus_in(part: Part, lines: list[Line]) -> tuple[Part, ...]:
    """Return the boxes inside *part* that lead to other articles.

    None, when next to nothing would be left without them; and never links to files.
    """
    menus = tuple(_menus(part, lines))
    cards = tuple(_cards(part, lines))
    rest = _weight((part,), lines) - _weight(menus, lines)
    beside = _weight(cards, lines)
    if cards and (rest - beside > max(_REST, beside / 2) or _is_announced(cards[0], lines)):
        return (*menus, *cards)
    return menus if rest > _REST else ()


def _weight(parts: tuple[Part, ...], lines: list[Line]) -> float:
    return sum(line.weight for one in parts for line in lines[one.first_line : one.last_line])


def _is_announced(card: Part, lines: list[Line]) -> bool:
    return card.first_line > 0 and is_embedded(lines[card.first_line - 1].text)


def _cards(part: Part, lines: list[Line]) -> Iterator[Part]:
    """Yield the boxes inside *part* that present other articles: a headline and a summary."""
    for above in part.every():
        if len(above.parts) < _FEWEST_CARDS:
            continue
        for _, run in groupby(above.parts, key=lambda one: (one.element.tag, one.name)):
            boxes = tuple(run)
            if len(boxes) >= _FEWEST_CARDS and all(_is_card(one, lines) for one in boxes):
                yield from boxes


def _is_card(box: Part, lines: list[Line]) -> bool:
    own = lines[box.first_line : min(box.last_line, box.first_line + _MOST_LINES + 1)]
    if not 1 < len(own) <= _MOST_LINES or sum(len(line.text) for line in own) > _LONGEST_CARD:
        return False
    return any(line.is_linked and len(line.text) >= _HEADLINE for line in own[:2])


def _menus(part: Part, lines: list[Line]) -> Iterator[Part]:
    waiting = list(reversed(part.parts))
    every = range(part.last_line - 1, part.first_line - 1, -1)
    told = next((n for n in every if lines[n].weight), -1)
    while waiting:
        box = waiting.pop()
        if box.element.tag == "table" and not is_layout(box.element):
            continue
        if _is_menu(box, lines) or (box.first_line > told and _is_line_of_links(box, lines)):
            yield box
        else:
            waiting.extend(reversed(box.parts))


def _is_menu(box: Part, lines: list[Line]) -> bool:
    own = lines[box.first_line : box.last_line]
    if box.images or sum(line.is_linked for line in own) < _FEWEST or box.element.tag == "table":
        return False
    size, linked = sum(len(line.text) for line in own), sum(line.linked for line in own)
    return linked > _MOSTLY * size and not _holds_files(box)


def _is_line_of_links(box: Part, lines: list[Line]) -> bool:
    """Whether *box* is a line of links and nothing else, as key words below a text are."""
    if box.last_line - box.first_line != 1 or box.images or box.element.tag in ("td", "th", "p"):
        return False
    line = lines[box.first_line]
    size = len(line.text) - line.text.count(" ")
    is_linked = len(line.anchors) >= _FEWEST and line.linked * 10 >= size * 9
    return is_linked and not _holds_files(box)


def _holds_files(box: Part) -> bool:
    return any(
        is_attachment((link.get("href") or "") + " " + "".join(link.itertext()))
        for link in box.element.iter("a")
    )
