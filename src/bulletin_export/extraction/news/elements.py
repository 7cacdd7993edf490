"""Elements of an agency's XML, found by their local names, whatever their namespace.

Names are compared in lower case: agencies write ``HeadLine``, ``headline`` and ``Headline``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.patterns import lazy_pattern

_NAME = lazy_pattern(r"[^\W\d][\w.-]*")
#: No element of an agency has so many; each costs a search among the others.
_MOST_ATTRIBUTES = 64


def plainly_named(root: Any) -> Any:
    """Return the tree *root*, its elements and attributes given local names in lower case.

    Everything here wants such a tree; a search in it is then one of libxml2's own.
    """
    names: dict[str, str] = {}
    for element in root.iter(etree.Element):
        tag = element.tag
        name = names.get(tag) or names.setdefault(tag, _plain(tag))
        if name != tag:
            element.tag = name
        for key in element.keys()[:_MOST_ATTRIBUTES]:
            plain = names.get(key) or names.setdefault(key, _plain(key))
            if plain != key and element.get(plain) is None:
                element.set(plain, element.attrib.pop(key))
    return root


def _plain(name: str) -> str:
    """Return the local part of *name* in lower case; what is none in broken XML stays as it is."""
    local = name.rpartition("}")[2].rpartition(":")[2].lower()
    return local if _NAME.fullmatch(local) else name


def children(element: Any, *names: str) -> Iterator[Any]:
    """Yield the children of *element* called one of *names*."""
    return element.iterchildren(*names)  # type: ignore[no-any-return]


def below(element: Any, *names: str) -> Iterator[Any]:
    """Yield the elements anywhere inside *element* called one of *names*, in document order."""
    return element.iterdescendants(*names)  # type: ignore[no-any-return]


def child(element: Any, *path: str) -> Any:
    """Return what the *path* of names leads to from *element*, the first each time, or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(name), None)
    return element


def words(element: Any) -> str:
    """Return the text inside *element*, a blank between its parts; nothing for None."""
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def line(element: Any) -> str:
    """Return the text inside *element* as it runs, white space collapsed; nothing for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def value(element: Any, name: str) -> str:
    """Return the attribute *name* of *element*, stripped; nothing for None."""
    return "" if element is None else (element.get(name) or "").strip()


def language(element: Any) -> str:
    """Return the ``xml:lang`` that holds for *element*, or nothing."""
    while element is not None:
        if declared := value(element, "lang"):
            return declared
        element = element.getparent()
    return ""
