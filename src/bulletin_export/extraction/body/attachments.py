"""The list of files that come with a notice, in a box of its own below the body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from bulletin_export.extraction.body.furniture import is_attachment
from bulletin_export.patterns import lazy_pattern

_HEAD = lazy_pattern(
    r"[\s【\[（(]*(?:相关|相關)?附件(?:下载|下載|列表|信息)?\s*\d*\s*[】\]）):：\s]"
)
_LONGEST = 2000
#: So many boxes up from the body, and so many below it, may the list stand.
_LEVELS, _BOXES = 3, 4


def attachments_below(body: Any) -> tuple[Any, ...]:
    """Return the boxes below the element *body* that list files, and nothing else."""
    element = body
    for _ in range(_LEVELS):
        found = tuple(_lists(element))
        if found or element.getparent() is None or element.getparent().tag == "body":
            return found
        element = element.getparent()
    return ()


def _lists(element: Any) -> Iterator[Any]:
    below = (one for one in element.itersiblings() if isinstance(one.tag, str))
    for box in islice(below, _BOXES):
        if _is_list(box):
            yield box


def _is_list(box: Any) -> bool:
    links = list(islice(box.iter("a"), 100))
    if not links or box.tag in ("td", "tr"):
        return False
    text = "".join(box.itertext())
    if len(text) > _LONGEST or not _HEAD.match(text):
        return False
    return all(is_attachment(f"{link.get('href')} {''.join(link.itertext())}") for link in links)
