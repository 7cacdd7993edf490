"""All that the tags of a page say of its article, before a word of it is read."""

from __future__ import annotations

from typing import Any

import msgspec

from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.metadata.breadcrumbs import trails
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule, merged
from bulletin_export.extraction.metadata.json_ld import from_json_ld
from bulletin_export.extraction.metadata.machine_dates import date_in_address
from bulletin_export.extraction.metadata.marked_elements import from_microdata, from_named_elements
from bulletin_export.extraction.metadata.meta_tags import (
    MetaTags,
    account,
    from_meta_tags,
    meta_tags,
    named_author,
)
from bulletin_export.extraction.metadata.page_names import page_names
from bulletin_export.extraction.saving import ATTRIBUTE
from bulletin_export.model.article import Date


class Head(msgspec.Struct, frozen=True):
    """What tags say.

    ``given`` is what the page declares about its article, ``marked`` what elements with
    well-known names hold, ``named`` whom the author's meta tag names, ``day`` that in the
    address, ``trails`` the breadcrumbs; ``scripts`` are elements.
    """

    given: Facts
    marked: Facts
    named: Found[tuple[str, ...]] | None = None
    day: Found[Date] | None = None
    trails: tuple[str, ...] = ()
    scripts: tuple[Any, ...] = ()

    @property
    def title(self) -> str:
        """What the page declares as its title."""
        return self.given.title.value if self.given.title else ""

    @property
    def publisher(self) -> str:
        """What the page declares as its site."""
        return self.given.publisher.value if self.given.publisher else ""

    @property
    def address(self) -> str:
        """Where the page says that it lives."""
        return self.given.address.value if self.given.address else ""


def read_head(root: Any, address: str) -> Head:
    """Return what the tags of the page *root*, that lives at *address*, say."""
    tags = meta_tags(root)
    names = page_names(root)
    government, open_graph, dublin_core, other = from_meta_tags(tags, address)
    # In this order they are believed.
    given = merged(
        (
            _canonical(root, address),
            government,
            open_graph,
            from_json_ld(root),
            dublin_core,
            from_microdata(root),
            other,
            account(tags),
            _declared_language(root, tags),
        )
    )
    # What the element itself declares about language says more than the network's locale.
    given.language = _declared_language(root, tags).language or given.language
    where = address or (given.address.value if given.address else "")
    day = date_in_address(where)
    return Head(
        given=given,
        marked=from_named_elements(root, names),
        named=named_author(tags),
        trails=tuple(trails(root, names)),
        scripts=tuple(root.iter("script")),
        day=Found(day, Rule.ADDRESS, where) if day else None,
    )


def _canonical(root: Any, base: str) -> Facts:
    for link in root.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical" and link.get("href"):
            address = absolute(link.get("href"), base)
            if "://" in address:
                return Facts(address=Found(address, Rule.DECLARED, "link[rel=canonical]"))
    origin = root.get(ATTRIBUTE)
    return Facts(address=Found(origin, Rule.ADDRESS, "saved from")) if origin else Facts()


def _declared_language(root: Any, tags: MetaTags) -> Facts:
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        value = (root.get(name) or "").strip()
        if value:
            return Facts(language=Found(value, Rule.DECLARED, "html[lang]"))
    for tag in tags.get("content-language", ()):
        return Facts(language=Found(tag.content, Rule.DECLARED, tag.place))
    return Facts()
