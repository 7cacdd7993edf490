"""Parts inside the article's container that are not the article's."""

from __future__ import annotations

from typing import Any

from bulletin_export.extraction.naming import is_named_advert, name_of

_FORM_TEXT = 150
_FURNITURE_TEXT = 60


def is_entry_form(form: Any) -> bool:
    """Whether *form* asks for something; some systems wrap a whole page into a form."""
    size = len("".join(form.itertext()).strip())
    return size < _FORM_TEXT and not form.xpath(".//p|.//h1|.//table")


def is_furniture_text(element: Any) -> bool:
    """Whether *element*, named like furniture, reads like it: a few words, or many links."""
    text = "".join(element.itertext()).strip()
    if len(text) < _FURNITURE_TEXT:
        has_picture = element.find(".//img") is not None
        return is_named_advert(name_of(element)) or not (text.endswith("。") or has_picture)
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked * 10 > len(text) * 3
