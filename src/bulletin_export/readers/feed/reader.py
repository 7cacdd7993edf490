"""The feed as a whole: what it says of itself, and its entries in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.errors import UnsupportedSourceError
from bulletin_export.extraction.feeds.elements import ShortNames
from bulletin_export.extraction.feeds.entries import FeedEntry, FeedFacts, reading_of
from bulletin_export.extraction.xml_tree import local_name, parse_xml
from bulletin_export.readers.base import ReadResult
from bulletin_export.readers.feed.addresses import Addresses
from bulletin_export.readers.feed.atom import atom_entry, atom_facts
from bulletin_export.readers.feed.rss import rss_entry, rss_facts
from bulletin_export.readers.feed.wordpress import is_export, wordpress_entries
from bulletin_export.sources import Source

_RSS = ("rss", "rdf", "channel")
_ENTRIES = ("item", "entry")
_TAGS = tuple(
    f"{{*}}{prefix}{written}"
    for name in _ENTRIES
    for written in (name, name.title(), name.upper())
    for prefix in ("", "rss:")
)


class FeedReader:
    """Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and the export files of WordPress."""

    def read(self, source: Source) -> ReadResult:
        """Return an article for each entry, and the feed as a list.

        Raises:
            UnsupportedSourceError: It is XML, but no feed.
            MalformedSourceError: There is no element in it, or it declares entities.
        """
        root, diagnostics = parse_xml(source, entries=("item", "entry"))
        kind = local_name(root)
        if kind not in (*_RSS, "feed"):
            known = ("rss", "rdf", "feed")
            raise UnsupportedSourceError(
                source=source.name, media_type=f"XML <{kind}>", known=known
            )
        names = ShortNames(root)
        facts, entries = _atom(root, names, source) if kind == "feed" else _rss(root, names, source)
        reading = reading_of(facts, entries, source.name)
        return ReadResult(reading.articles, (*diagnostics, *reading.diagnostics), reading.listing)


def _atom(root: Any, names: ShortNames, source: Source) -> tuple[FeedFacts, Iterator[FeedEntry]]:
    addresses = Addresses(root, source.address)
    facts = atom_facts(root, names, addresses)
    addresses.site = facts.address
    elements = _entries(root, names)
    return facts, (atom_entry(one, names, addresses, facts.language) for one in elements)


def _rss(root: Any, names: ShortNames, source: Source) -> tuple[FeedFacts, Iterator[FeedEntry]]:
    addresses = Addresses(root, source.address)
    facts = rss_facts(root, names, addresses)
    addresses.site = facts.address
    elements = _entries(root, names)

    def entry(element: Any) -> FeedEntry:
        return rss_entry(element, names, addresses, facts.language)

    if is_export(root):
        return facts, wordpress_entries(elements, names, entry)
    return facts, map(entry, elements)


def _entries(root: Any, names: ShortNames) -> Iterator[Any]:
    """Yield the entries below *root*, wherever they stand."""
    # RSS 1.0 has them beside the channel, RSS 2.0 inside it, broken feeds anywhere.
    return (one for one in root.iter(*_TAGS) if names.of(one) in _ENTRIES)
