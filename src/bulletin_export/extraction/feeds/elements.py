"""Elements of feeds by short names: ``title``, ``dc:date``, ``media:content``.

Feeds write namespaces wrongly or not at all, and choose what prefixes they like; a short
name is the same for all of them.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from bulletin_export.extraction.feeds.words import one_line

#: Direct children by short name, in the order of the feed.
Fields: TypeAlias = dict[str, list[Any]]

#: Namespaces by a part of their address that all versions and misspellings share; what is
#: in none of them goes by the prefix that the feed gives it.
_PREFIXES = (
    ("purl.org/dc/terms", "dcterms"),
    ("purl.org/dc/", "dc"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("search.yahoo.com/mrss", "media"),
    ("itunes.com/dtds", "itunes"),
    ("rssnamespace.org/feedburner", "feedburner"),
    ("pheedo.com/namespace", "feedburner"),
    ("/excerpt", "excerpt"),
    ("wordpress.org/export", "wp"),
    ("w3.org/1999/xhtml", "xhtml"),
    ("w3.org/2005/atom", "atom"),
    ("purl.org/atom", "atom"),
)
_MODULES = "purl.org/rss/1.0/modules"
#: Namespaces of RSS itself, of which there should be none or one.
_CORE = ("purl.org/rss/1.0", "my.netscape.com/rdf", "channel.netscape.com", "purl.org/net/rss1",
         "backend.userland.com", "blogs.law.harvard.edu")  # fmt: skip


class ShortNames:
    """Short names of the elements of one document, each found out once."""

    def __init__(self, root: Any) -> None:
        space = root.tag.rpartition("}")[0][1:].lower()
        # The root's own namespace is what the document is about, whatever it is called.
        self._own = space if "rdf-syntax" not in space else ""
        self._is_atom = root.tag.rpartition("}")[2].lower() == "feed"
        self._known: dict[str, str] = {}

    def of(self, element: Any) -> str:
        """Return the short name of *element*."""
        tag = element.tag
        known = self._known.get(tag)
        if known is None:
            known = self._known[tag] = self._short(tag, element.prefix)
        return known

    def fields(self, element: Any) -> Fields:
        """Return the children of *element* by short name."""
        fields: Fields = {}
        for child in element:
            name = self.of(child)
            if name in fields:
                fields[name].append(child)
            else:
                fields[name] = [child]
        return fields

    def _short(self, tag: Any, prefix: str | None) -> str:
        if not isinstance(tag, str):
            return "#"
        address, _, local = tag.rpartition("}")
        space, local = address[1:].lower(), local.lower()
        if not address:  # with the prefix, if nobody declared it
            return local.removeprefix("rss:")
        if space == self._own or (_MODULES not in space and any(one in space for one in _CORE)):
            return local
        known = next((short for part, short in _PREFIXES if part in space), prefix or "")
        if not known or (known == "atom" and self._is_atom):
            return local
        return f"{known.lower()}:{local}"


def text_of(element: Any) -> str:
    """Return the characters inside *element* as they are."""
    return element.text or "" if not len(element) else "".join(element.itertext())


def line_of(element: Any) -> str:
    """Return the characters inside *element* on one line."""
    return one_line(text_of(element))


def first(fields: Fields, *names: str) -> Any:
    """Return the first element called one of *names* that holds something, or None."""
    for name in names:
        for element in fields.get(name, ()):
            if len(element) or (element.text and element.text.strip()):
                return element
    return None


def first_line(fields: Fields, *names: str) -> str:
    """Return the text of the first element called one of *names* that has some."""
    element = first(fields, *names)
    return "" if element is None else line_of(element)


def attribute(element: Any, name: str) -> str:
    """Return the attribute *name* of *element*, whatever its case, without outer blanks."""
    value = element.get(name)
    if value is None:
        low = name.lower()
        value = next((v for k, v in element.items() if k.rpartition("}")[2].lower() == low), "")
    return value.strip()  # type: ignore[no-any-return]
