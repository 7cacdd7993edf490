"""Where in a document something stands, in words that a clerk finds it by."""

from __future__ import annotations

import re

from lxml import etree

from bulletin_export.wording import Phrase, phrase
from bulletin_export.writers.docx.house.opening import W


def part_phrase(word: str, part: str) -> Phrase:
    """Return what *part*, referred to as *word* (``header``), is called."""
    number = re.search(r"(\d+)\.xml$", part)
    return phrase(f"part-{word}", number=int(number[1]) if number else 1)


def spot(paragraph: etree._Element, part: Phrase) -> Phrase:
    """Return where *paragraph* stands in *part*: its table, row and cell, or its number."""
    box = next(paragraph.iterancestors(f"{W}txbxContent"), None)
    if box is not None:
        return phrase("place-box", part=spot(next(box.iterancestors(f"{W}p")), part))
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return phrase("place-paragraph", part=part, number=_number(paragraph))
    row = next(cell.iterancestors(f"{W}tr"))
    table = next(row.iterancestors(f"{W}tbl"))
    tables = paragraph.getroottree().getroot().iter(f"{W}tbl")
    number = next(n for n, one in enumerate(tables, 1) if one is table)
    place = {"table": number, "row": _number(row), "cell": _number(cell)}
    return phrase("place-cell", part=part, **place)


def _number(element: etree._Element) -> int:
    """Return the place of *element* among the like of it before it, from 1 on."""
    return 1 + sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
