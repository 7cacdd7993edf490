"""All names that a page gives its elements, gathered once for everybody who looks for some.

Most names are none of ours: to look at all of them once is faster than to look for each.
"""

from __future__ import annotations

from typing import Any

import msgspec
from lxml import etree

_CLASSES: Any = etree.XPath("//@class", smart_strings=False)
_IDS: Any = etree.XPath("//@id", smart_strings=False)


class PageNames(msgspec.Struct, frozen=True):
    """The class and id attributes of a page, each once, in order."""

    classes: tuple[str, ...]
    ids: tuple[str, ...]


def page_names(root: Any) -> PageNames:
    """Return the names on the page *root*."""
    return PageNames(tuple(dict.fromkeys(_CLASSES(root))), tuple(dict.fromkeys(_IDS(root))))
