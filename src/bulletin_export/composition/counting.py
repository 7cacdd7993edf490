"""The numbers of headings and captions as words, for the formats that do not count themselves."""

from __future__ import annotations

from bulletin_export.composition import caption_numbers, heading_numbers
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition


def counted(publication: Publication, composition: Composition) -> Publication:
    """Return *publication* with the numbers that *composition* wants; itself, if it wants none."""
    publication = heading_numbers.numbered(publication, composition)
    return caption_numbers.numbered(publication, composition)
