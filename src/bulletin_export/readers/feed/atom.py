"""Feeds and entries of Atom 1.0 (RFC 4287) and 0.3."""

from __future__ import annotations

import binascii
from typing import Any

from lxml import etree

from bulletin_export.extraction.feeds.content import Content
from bulletin_export.extraction.feeds.elements import (
    Fields,
    ShortNames,
    attribute,
    first,
    first_line,
    line_of,
    text_of,
)
from bulletin_export.extraction.feeds.entries import FeedEntry, FeedFacts
from bulletin_export.extraction.feeds.origins import origin
from bulletin_export.extraction.feeds.people import people_in
from bulletin_export.extraction.feeds.pictures import Enclosure
from bulletin_export.extraction.feeds.words import description_of, is_html, one_line, plain_title
from bulletin_export.readers.feed.addresses import Addresses
from bulletin_export.readers.feed.media import enclosures_of
from bulletin_export.readers.feed.persons import names_of
from bulletin_export.readers.feed.rss import dated

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = (
    "published", "issued", "created", "dc:date", "dcterms:issued", "pubdate", "updated",
    "modified", "dcterms:modified",
)  # fmt: skip
_AUTHORS = ("author", "dc:creator", "itunes:author")
_HTML = ("html", "text/html", "application/xhtml+xml", "xhtml")


def atom_facts(root: Any, names: ShortNames, addresses: Addresses) -> FeedFacts:
    """Return what the feed *root* says of itself."""
    fields = names.fields(root)
    language = (root.get(_XML_LANG) or first_line(fields, "language", "dc:language")).strip()
    return FeedFacts(
        title=_words(first(fields, "title")),
        address=_link(fields, addresses),
        language=language,
        rights=_words(first(fields, "rights", "copyright", "dc:rights")),
        contributors=people_in(names_of(fields, _AUTHORS, names), language).contributors,
    )


def atom_entry(
    element: Any, names: ShortNames, addresses: Addresses, language: str = ""
) -> FeedEntry:
    """Return what the *element* ``entry`` says; *language* is that of the feed."""
    fields = names.fields(element)
    origin_feed = names.fields(fields["source"][0]) if "source" in fields else {}
    date, date_name = dated(fields, _DATES, language)
    persons = names_of(fields, _AUTHORS, names) or names_of(origin_feed, _AUTHORS, names)
    people = people_in(persons, language)
    content, brief = _best(fields.get("content", [])), first(fields, "summary", "media:description")
    if content is None and brief is None and "media:group" in fields:
        brief = first(names.fields(fields["media:group"][0]), "media:description")
    text = content if content is not None else brief
    title = first(fields, "title", "media:title", "dc:title")
    link = _link(fields, addresses)
    source = _words(first(origin_feed, "title")) or first_line(fields, "dc:source")
    has_both = content is not None and brief is not None
    origins = (("title", "title" if title is not None else ""), ("date", date_name),
               ("author", "author" if people.contributors else ""))  # fmt: skip
    return FeedEntry(
        title=_words(title),
        link=link,
        original=first_line(fields, "feedburner:origlink"),
        date=date,
        contributors=people.contributors,
        source=source or people.source,
        section=next(iter(_subjects(fields)), ""),
        subjects=_subjects(fields),
        rights=_words(first(fields, "rights", "copyright", "dc:rights")),
        description=description_of(_content(brief, "").plain) if has_both else "",
        language=element.get(_XML_LANG) or (text.get(_XML_LANG) if text is not None else "") or "",
        content=None if text is None else _content(text, addresses.base_of(text) or link),
        is_summary=content is None,
        is_whole=content is not None,
        enclosures=(*_out_of_line(fields, addresses),
                    *enclosures_of(fields, names, addresses)),
        origins=tuple(origin(field, place) for field, place in origins if place),
    )  # fmt: skip


def _best(contents: list[Any]) -> Any:
    """Return the richest of several contents; one that stands elsewhere has no text here."""
    full = [one for one in contents if len(one) or (one.text and one.text.strip())]
    return max(full, key=_is_rich, default=None)


def _is_rich(element: Any) -> bool:
    return attribute(element, "type").lower() in _HTML


def _content(element: Any, base: str) -> Content:
    """Return the text construct *element* (RFC 4287 §3.1, §4.1.3; Atom 0.3 §4.13)."""
    if len(element):
        return Content(element=element, base=base)
    kind, text = attribute(element, "type").lower(), text_of(element)
    if attribute(element, "mode").lower() == "base64" or _is_base64(kind):
        text = _decoded(text)
    is_markup = kind in _HTML or is_html(text)
    return Content(text, is_plain=not is_markup, base=base)


def _is_base64(kind: str) -> bool:
    """Whether content of this media *kind* comes in base 64 (RFC 4287 §4.1.3.3)."""
    is_text = kind in ("", "text", *_HTML) or kind.startswith("text/") or "xml" in kind
    return not is_text and "/" in kind


def _decoded(text: str) -> str:
    try:
        return binascii.a2b_base64(text.encode("ascii", "ignore")).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return text  # It was not encoded after all.


def _words(element: Any) -> str:
    """Return the words of the text construct *element*, without markup."""
    if element is None:
        return ""
    if len(element):
        etree.strip_elements(element, "{*}script", "{*}style", with_tail=False)
        return line_of(element)
    kind = attribute(element, "type").lower()
    text = text_of(element)
    if attribute(element, "mode").lower() == "base64" or _is_base64(kind):
        text = _decoded(text)
        kind = "html"
    return plain_title(text) if kind in _HTML or "&" in text or "<" in text else one_line(text)


def _link(fields: Fields, addresses: Addresses) -> str:
    candidates = [
        one for one in fields.get("link", ()) if attribute(one, "rel").lower() in ("", "alternate")
    ]
    html = [one for one in candidates if attribute(one, "type").lower() in ("", *_HTML)]
    for link in html or candidates:
        address = attribute(link, "href") or line_of(link)
        if address:
            return addresses.absolute(one_line(address).replace(" ", "%20"), link)
    identity = first_line(fields, "id")
    return identity if identity.startswith(("http://", "https://")) else ""


def _subjects(fields: Fields) -> tuple[str, ...]:
    texts = (
        attribute(one, "label") or attribute(one, "term") or line_of(one)
        for name in ("category", "dc:subject", "media:category")
        for one in fields.get(name, ())
    )
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def _out_of_line(fields: Fields, addresses: Addresses) -> tuple[Enclosure, ...]:
    """Return the contents that stand elsewhere (RFC 4287 §4.1.3.2)."""
    return tuple(
        Enclosure(addresses.absolute(address, one), attribute(one, "type"))
        for one in fields.get("content", ())
        if (address := attribute(one, "src"))
    )
