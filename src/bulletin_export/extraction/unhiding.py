"""Bodies that a page hides until its script has run: we run none."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree

from bulletin_export.extraction.naming import is_hidden

#: What may be hidden; `is_hidden` says whether it is.
_SUSPECTS = etree.XPath("/descendant::*[@style | @hidden]")
_WORDS = etree.XPath("string()", smart_strings=False)
_PIECES = etree.XPath(
    "descendant::text()[not(parent::script or parent::noscript)]", smart_strings=False
)
#: Sentences of a text that is worth showing.
_SENTENCES = 3
_ENDS = "。！？.!?"
#: Boxes in boxes that are opened.
_LEVELS = 8


def unhide(root: Any) -> None:
    """Show, in the tree *root*, hidden parts that hold more than half of the page's text."""
    whole = -1
    closed: Any = None
    opened = 0
    for element in cast("list[Any]", _SUSPECTS(root)):
        if not is_hidden(element) or (closed is not None and _is_inside(element, closed)):
            continue
        closed = element
        text = _text(element)
        if sum(map(text.count, _ENDS)) < _SENTENCES or opened >= _LEVELS:
            continue
        if whole < 0:
            whole = len(_text(root))
        if len(text) * 2 > whole:
            _show(element)
            closed, opened = None, opened + 1


def _show(element: Any) -> None:
    for name in ("style", "hidden"):
        element.attrib.pop(name, None)


def _is_inside(element: Any, box: Any) -> bool:
    return any(above is box for above in element.iterancestors())


def _text(element: Any) -> str:
    """Return the text of *element*, blanks and scripts left out."""
    if next(element.iter("script", "noscript"), None) is None:
        return "".join(str(_WORDS(element)).split())
    return "".join("".join(cast("list[str]", _PIECES(element))).split())
