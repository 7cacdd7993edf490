"""Links from one article of a publication to another: no way leads out of the file for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from bulletin_export.composition.links import external
from bulletin_export.model.publication import Publication


class InnerPlace(NamedTuple):
    """An article by its index, and the name of a place in it, or nothing."""

    article: int
    fragment: str = ""


def articles_by_page(publication: Publication) -> dict[str, int]:
    """Return the index of the article from each page; of several from one page the first."""
    found: dict[str, int] = {}
    for index, article in enumerate(publication.heads()):
        if page := _page(article.metadata.address)[0]:
            found.setdefault(page, index)
    return found


def inner_place(target: str, articles: Mapping[str, int]) -> InnerPlace | None:
    """Return which of *articles*, by their pages, a link to *target* leads to; None if outside."""
    if not articles or "://" not in target:
        return None
    page, fragment = _page(target)
    index = articles.get(page)
    return None if index is None else InnerPlace(index, unquote(fragment))


def _page(address: str) -> tuple[str, str]:
    """Return page and fragment; ``http`` and ``https`` are one page, and so is a bare host."""
    scheme, _, rest = external(address).partition("://")
    page, _, fragment = rest.partition("#")
    if not page or scheme not in ("http", "https"):
        return "", ""
    return page if "/" in page else f"{page}/", fragment
