"""What relative addresses in a feed start from (XML Base, RFC 4287 §2)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from bulletin_export.extraction.addresses import absolute


class Addresses:
    """The bases of one feed: ``xml:base``, else its site, else its own address."""

    def __init__(self, root: Any, own: str) -> None:
        self._own = own
        # Feeds with a base are few, and asking each element for its own takes time.
        self._has_bases = bool(root.xpath("boolean(//@xml:base)"))
        #: The site that the feed belongs to, once it is known.
        self.site = ""

    def base_of(self, element: Any) -> str:
        """Return what addresses inside *element* start from; maybe nothing."""
        fallback = self.site or self._own
        if not self._has_bases or not element.base:
            return fallback
        try:
            return urljoin(self._own or self.site, str(element.base))
        except ValueError:
            return fallback

    def absolute(self, address: str, element: Any) -> str:
        """Return *address*, which stands in *element*, in full if that can be."""
        if not address or "://" in address[:10]:
            return address
        return absolute(address, self.base_of(element))
