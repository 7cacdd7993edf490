"""Parts inside the article's container that are not the article's."""

from __future__ import annotations

from typing import Any

from bulletin_export.extraction.naming import is_hidden, is_named_advert, name_of
from bulletin_export.patterns import lazy_pattern

_FORM_TEXT = 150
_FURNITURE_TEXT = 60
#: What is kept from screen readers is an ornament or said twice, unless it is as long as this.
_SPOKEN_TEXT = 200
_NO_SIZE = lazy_pattern(r"font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)")


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


def is_unseen(element: Any) -> bool:
    """Whether nobody sees *element*: it is hidden, an ornament for the eye, or of no size."""
    if is_hidden(element):
        return True
    if element.get("aria-hidden") == "true":
        has_picture = next(element.iter("img", "table"), None) is not None
        return not has_picture and len("".join(element.itertext())) <= _SPOKEN_TEXT
    style = element.get("style")
    if style and "font-size" in style and not len(element) and _NO_SIZE.search(style):
        return True
    # Forums mix letters that only a copy shows into the text.
    return bool(element.get("class") == "jammer")
