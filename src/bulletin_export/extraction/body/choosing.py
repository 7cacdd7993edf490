"""Which part of the page is the article's body."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.extraction.body.outline import Outline, Part
from bulletin_export.extraction.naming import is_known_container
from bulletin_export.patterns import lazy_pattern

#: A part must keep this share of the running text for the search to go on inside it.
_SHARE = 0.7
#: Less running text than this is no candidate: a short page, or only pictures.
_ENOUGH = 60.0
_KNOWN_SHARE = 0.2
_SIBLING = 40.0
_MARKS = lazy_pattern("[，。；？！]")


def choose(outline: Outline) -> Part | None:
    """Return the part that holds the body, or None when no part has enough running text."""
    root = outline.root
    if root.weight < _ENOUGH:
        return None
    known = [part for part in _all(root) if part.name and is_known_container(part.element)]
    if known:
        best = max(known, key=lambda part: part.weight)
        if best.weight > _KNOWN_SHARE * root.weight and best.weight > _ENOUGH:
            return best
    return _descended(root)


def _all(root: Part) -> Iterator[Part]:
    waiting = [root]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(reversed(part.parts))


def _descended(part: Part) -> Part:
    """Go down as long as one part inside holds nearly all running text."""
    while part.parts:
        best = max(part.parts, key=lambda one: one.weight)
        if best.weight < _SHARE * part.weight or _is_leaf(best) or best.element.tag == "pre":
            break
        if any(_is_twin(other, best) for other in part.parts if other is not best):
            break
        part = best
    return part


def _is_leaf(part: Part) -> bool:
    """Whether *part* is one paragraph rather than a box of several."""
    return not part.parts and part.last_line - part.first_line <= 1


def _is_twin(other: Part, best: Part) -> bool:
    """Whether *other* continues what *best* holds: the same kind of box, with text of its own."""
    if other.factor < 0.5 or other.weight < _SIBLING:
        return False
    one, two = other.element, best.element
    return one.tag == two.tag and one.get("class") == two.get("class") and not one.get("id")
