"""Footnotes: a mark in the text that leads to a block, and that block.

What is found here stands as a `Note` where its mark was, and no longer at the end. A mark
whose block is not found stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from bulletin_export.extraction.naming import words_of
from bulletin_export.model.nodes import Block, Paragraph, Text
from bulletin_export.patterns import lazy_pattern

_MARK = lazy_pattern(
    r"\s*(?:[\[［（(【〔]\s*(?:注释?|note|fn)?\s*[:：]?\s*(?:\d{1,3}|[a-z*†‡①-⑳])\s*[\]］）)】〕]"
    r"|(?:注释?|note)?\s*\d{1,3}|[*†‡①-⑳❶-❿㊀-㊉])\s*",
    re.IGNORECASE,
)
_RETURN = lazy_pattern(r"(?:\s|[↩↑^⤴🔙⏎↵←]\ufe0e?|返回.{0,3}|back|jump up)+", re.IGNORECASE)
_LABEL = lazy_pattern(
    r"\s*[\[【—\-]*\s*(?:注\s*释?|脚注|尾注|附注|备注|註釋?|参考(?:文献|资料|来源)|參考(?:文獻|資料)"
    r"|Notes?|Footnotes?|Endnotes?|References?)\s*[\]】—\-:：]*\s*",
    re.IGNORECASE,
)
_LEADING = lazy_pattern(
    r"\s*[\[［（(【]?\s*(?:注\s*)?(?:\d{1,3}|[a-z*†‡①-⑳])\s*[\]］）)】]?\s*[.．、:：]?\s*",
    re.IGNORECASE,
)
_BOXES = words_of("p li div dd dt aside section td blockquote footer")
#: Boxes that may as well be parts of the text, unless they begin or are named like notes.
_SECTIONS = words_of("div section td blockquote footer")
_NAME = lazy_pattern(r"note|\bfn|ftn|zhu", re.IGNORECASE)
_LONGEST = 3000
_MOST = 2000
_MOST_MARKS = 50


class References(msgspec.Struct, frozen=True):
    """The footnotes of a tree: lxml elements, known by identity."""

    #: The block that each mark leads to.
    targets: dict[Any, Any] = {}
    #: What is left out where it stands: those blocks, and labels over them.
    moved: frozenset[Any] = frozenset()
    #: Links from a block back to its mark.
    returns: frozenset[Any] = frozenset()


NONE = References()


def references(root: Any) -> References:
    """Return the footnotes below *root*, an lxml element."""
    links = [link for link in root.iter("a") if (link.get("href") or "")[:1] == "#"]
    links = [link for link in links if len(link.get("href")) > 1][:_MOST]
    if not links:
        return NONE
    places = _places(root, {link.get("href")[1:] for link in links})
    order = {element: index for index, element in enumerate(root.iter())} if places else {}
    texts: dict[Any, str] = {}
    marks: defaultdict[Any, list[Any]] = defaultdict(list)
    for link in links:
        place = places.get(link.get("href")[1:])
        box = None if place is None else _box(place, root)
        mark = _mark(link)
        if box is None or mark is None or len(marks[box]) >= _MOST_MARKS:
            continue
        if box not in texts:
            texts[box] = "".join(box.itertext()).strip()
        if order[box] > order[mark] and _is_note(link, mark, box, texts[box]):
            marks[box].append(mark)
    targets = {mark: box for box, found in marks.items() for mark in found}
    return _resolved(root, targets) if targets else NONE


def without_number(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the *blocks* of a note without the number it begins with: it gets a new one."""
    match blocks:
        case (Paragraph(children=(Text(value), *inlines)), *rest):
            number = _LEADING.match(value)
            if number is None or not number[0].strip():
                return blocks
            value = value[number.end() :]
            children = (Text(value), *inlines) if value else tuple(inlines)
            return (Paragraph(children), *rest) if children else tuple(rest)
        case _:
            return blocks


def _places(root: Any, wanted: set[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name")):
            if name in wanted:
                found.setdefault(name, element)
    return found


def _box(place: Any, root: Any) -> Any:
    """Return the block that *place* is, or begins."""
    while place is not None and place is not root and place.tag not in _BOXES:
        place = place.getparent()
    return None if place is root else place


def _mark(link: Any) -> Any:
    """Return the element that is all of the mark which *link* makes, or None if it is none."""
    kind = f"{link.get('role') or ''} {link.get('epub:type') or ''} {link.get('rel') or ''}"
    text = "".join(link.itertext())
    above = link.getparent()
    if "noteref" not in kind and "footnote" not in kind and not _MARK.fullmatch(text):
        return None
    if above is not None and above.tag == "sup" and _MARK.fullmatch("".join(above.itertext())):
        return above
    return link


def _is_raised(link: Any) -> bool:
    kind = f"{link.get('role') or ''} {link.get('epub:type') or ''}"
    above = link.getparent()
    style = (link.get("style") or "") + (above.get("style") or "" if above is not None else "")
    return (
        "noteref" in kind
        or (above is not None and above.tag == "sup")
        or link.find(".//sup") is not None
        or "super" in style
    )


def _is_note(link: Any, mark: Any, box: Any, text: str) -> bool:
    """Whether *box*, which says *text*, is a note on *link* and does not hold it."""
    if not 0 < len(text) <= _LONGEST or any(above is box for above in mark.iterancestors()):
        return False
    written = "".join(mark.itertext()).strip()
    number = "".join(one for one in written if one.isalnum() or one in "*†‡")
    if box.tag in _SECTIONS and not (number in text[:6] or _NAME.search(_kind(box))):
        return False
    if _is_raised(link):
        return True
    if written.isascii() and written.isalnum():  # a bare number: more likely a page's
        return False
    return box.tag == "li" or number in text[:6]


def _resolved(root: Any, targets: dict[Any, Any]) -> References:
    boxes = set(targets.values())
    # A box that holds another one is no note but the list of them.
    nested = {above for box in boxes for above in box.iterancestors() if above in boxes}
    targets = {mark: box for mark, box in targets.items() if box not in nested}
    boxes -= nested
    names = {name for mark in targets for name in _names(mark)}
    returns = frozenset(link for box in boxes for link in _returns(box, names))
    return References(targets, frozenset([*boxes, *_labels(root, boxes)]), returns)


def _kind(element: Any) -> str:
    names = ("id", "class", "role", "epub:type")
    return " ".join(element.get(name) or "" for name in names)


def _names(mark: Any) -> Iterator[str]:
    """Yield what links back to *mark* may lead to: it, what is in it, what it begins."""
    above = mark.getparent()
    for element in (*mark.iter(), *([] if above is None else [above])):
        yield from filter(None, (element.get("id"), element.get("name")))


def _returns(box: Any, names: set[str]) -> Iterator[Any]:
    for link in box.iter("a"):
        target = link.get("href") or ""
        kind = f"{link.get('role') or ''} {link.get('class') or ''} {link.get('rev') or ''}"
        is_arrow = bool(_RETURN.fullmatch("".join(link.itertext())))
        if target[:1] == "#" and (is_arrow or "back" in kind or target[1:] in names):
            yield link


def _labels(root: Any, boxes: set[Any]) -> Iterator[Any]:
    """Yield the headings and rules that stood over notes and now stand over nothing."""
    for parent in {box.getparent() for box in boxes}:
        children = list(parent)
        first = next(index for index, one in enumerate(children) if one in boxes)
        if any(one not in boxes and not _is_label(one) for one in children[first:]):
            continue
        above = list(_before(children[first]))
        yield from (one for one in children[first:] if one not in boxes)
        yield from above
        if len(above) == first:
            yield from _above_emptied(parent, root)


def _above_emptied(element: Any, root: Any) -> Iterator[Any]:
    """Yield the labels above *element*, a box that holds nothing more, and above its boxes."""
    while element is not root and element.tag != "body" and not (element.text or "").strip():
        yield from (labels := list(_before(element)))
        parent = element.getparent()
        if parent is None or len(parent) != len(labels) + 1 or (element.tail or "").strip():
            break
        element = parent


def _before(element: Any) -> Iterator[Any]:
    above = element.getprevious()
    while above is not None and _is_label(above):
        yield above
        above = above.getprevious()


def _is_label(element: Any) -> bool:
    """Whether *element* only announces notes: a word like 注释, a rule, nothing at all."""
    if (element.tail or "").strip():
        return False
    if element.tag in ("hr", "br"):
        return True
    text = "".join(element.itertext())
    return bool(_LABEL.fullmatch(text)) or (not text.strip() and not len(element))
