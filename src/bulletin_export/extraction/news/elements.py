"""Elements of an agency's XML, found by their local names, whatever their namespace.

Names are compared in lower case: agencies write ``HeadLine``, ``headline`` and ``Headline``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.extraction.xml_tree import local_name


def children(element: Any, *names: str) -> Iterator[Any]:
    """Yield the children of *element* called one of *names*."""
    return (one for one in element if local_name(one) in names)


def below(element: Any, *names: str) -> Iterator[Any]:
    """Yield the elements anywhere inside *element* called one of *names*, in document order."""
    return (one for one in element.iter() if one is not element and local_name(one) in names)


def child(element: Any, *path: str) -> Any:
    """Return what the *path* of names leads to from *element*, the first each time, or None."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def words(element: Any) -> str:
    """Return the text inside *element*, white space collapsed; nothing for None."""
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def line(element: Any) -> str:
    """Return the text inside *element* as it runs, white space collapsed; nothing for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def value(element: Any, name: str) -> str:
    """Return the attribute *name* (without namespace, in lower case) of *element*, stripped."""
    if element is None:
        return ""
    plain = element.get(name)
    if plain is None:
        found = (v for key, v in element.items() if key.rpartition("}")[2].lower() == name)
        plain = next(found, "")
    return str(plain).strip()


def language(element: Any) -> str:
    """Return the ``xml:lang`` that holds for *element*, or nothing."""
    while element is not None:
        if declared := value(element, "lang"):
            return declared
        element = element.getparent()
    return ""
