"""The navigation document (EPUB 3.3, 7): lists of links, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.checking.epub.container import fault
from bulletin_export.diagnostics import Diagnostic

_TYPE = "{http://www.idpf.org/2007/ops}type"
_LISTS = ("toc", "page-list", "landmarks")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "hgroup")


def faults(root: Any, path: str) -> Iterator[Diagnostic]:
    """Find what is wrong with the lists in the navigation document below *root*."""
    kinds = [one.get(_TYPE, "").strip() for one in root.iter("{*}nav")]
    if kinds.count("toc") != 1:
        yield fault("book-navigation-missing", path)
    for nav in root.iter("{*}nav"):
        kind = nav.get(_TYPE, "").strip()
        if kind in _LISTS:
            yield from _list_faults(nav, path)
            if kind == "landmarks":
                yield from _landmark_faults(nav, path)


def _list_faults(nav: Any, path: str) -> Iterator[Diagnostic]:
    place = f"{path}:{nav.sourceline}"
    names = _names(nav)
    allowed = (["ol"], [names[0], "ol"]) if names and names[0] in _HEADINGS else (["ol"],)
    if names not in allowed:
        yield fault("book-element", place, name=names[0] if names else "", parent="nav")
    for one in nav.iter("{*}nav", "{*}ol", "{*}li", "{*}a", "{*}span"):
        name, below = etree.QName(one).localname, _names(one)
        where = f"{path}:{one.sourceline}"
        if name == "ol" and "li" not in below:
            yield fault("book-required", where, name="li", element="ol")
        if name == "li" and below not in (["a"], ["a", "ol"], ["span", "ol"]):
            yield fault("book-element", where, name=" ".join(below), parent="li")
        if name in ("nav", "li") and _own_words(one):
            yield fault("book-text", where, element=name)
        if name in ("a", "span") and not _speaks(one):
            yield fault("book-required", where, name="text", element=name)


def _landmark_faults(nav: Any, path: str) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for one in nav.iter("{*}a"):
        place = (one.get(_TYPE, "").strip(), one.get("href", ""))
        where = f"{path}:{one.sourceline}"
        if not place[0]:
            yield fault("book-required", where, name="epub:type", element="a")
        elif place in seen:
            yield fault("book-element", where, name="a", parent="nav")
        seen.add(place)


def _names(one: Any) -> list[str]:
    return [etree.QName(child).localname for child in one.iterchildren(etree.Element)]


def _own_words(one: Any) -> bool:
    return bool("".join((one.text or "", *(child.tail or "" for child in one))).strip())


def _speaks(one: Any) -> bool:
    pictures = (image.get("alt") or "" for image in one.iter("{*}img"))
    return bool("".join((*one.itertext(), *pictures)).strip())
