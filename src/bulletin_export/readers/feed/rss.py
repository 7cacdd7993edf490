"""Channels and items of RSS 0.9x, 1.0 and 2.0, with the modules that are in use."""

from __future__ import annotations

from typing import Any

from bulletin_export.extraction.feeds.content import Content
from bulletin_export.extraction.feeds.dates import date_of
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
from bulletin_export.extraction.feeds.words import description_of, plain_of_html, plain_title
from bulletin_export.model.article import Date
from bulletin_export.model.evidence import Origin
from bulletin_export.readers.feed.addresses import Addresses
from bulletin_export.readers.feed.media import enclosures_of
from bulletin_export.readers.feed.persons import names_of

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_DATES = (
    "pubdate", "atom:published", "published", "dc:date", "dcterms:issued", "issued", "dc:created",
    "dcterms:created", "created", "atom:issued", "date", "atom:updated", "updated", "wp:post_date",
    "dcterms:modified", "modified",
)  # fmt: skip
_AUTHORS = ("dc:creator", "author", "itunes:author", "atom:author", "creator", "dc:author")
_FULL = ("content:encoded", "encoded", "xhtml:body", "body", "content", "atom:content",
         "fulltext", "fullitem", "full-text", "yandex:full-text")  # fmt: skip
_SUMMARY = ("description", "summary", "dc:description", "itunes:summary", "atom:summary",
            "media:description", "abstract", "tagline")  # fmt: skip
_SUBJECTS = ("category", "dc:subject", "itunes:keywords", "media:keywords", "atom:category",
             "itunes:category", "media:category", "tags")  # fmt: skip
_RIGHTS = ("rights", "dc:rights", "copyright", "media:copyright", "atom:rights", "dcterms:rights")


def rss_facts(root: Any, names: ShortNames, addresses: Addresses) -> FeedFacts:
    """Return what the channel of the feed *root* says of itself."""
    channel = next((one for one in root if names.of(one) == "channel"), root)
    fields = names.fields(channel)
    language = first_line(fields, "language", "dc:language") or channel.get(_XML_LANG)
    return FeedFacts(
        title=plain_title(first_line(fields, "title", "dc:title", "itunes:title")),
        address=_link(fields, channel, addresses),
        language=(language or root.get(_XML_LANG) or "").strip(),
        rights=plain_of_html(first_line(fields, *_RIGHTS)),
    )


def rss_entry(
    element: Any, names: ShortNames, addresses: Addresses, language: str = ""
) -> FeedEntry:
    """Return what the *element* ``item`` says; *language* is that of the feed."""
    fields = names.fields(element)
    title = first(fields, "title", "dc:title", "media:title", "itunes:title")
    date, date_name = dated(fields, _DATES, language)
    author = next((name for name in _AUTHORS if name in fields), "")
    date = date or date_of(attribute(element, "lastmod"), language)
    people = people_in(names_of(fields, _AUTHORS, names), language)
    full, brief = _texts(fields, names)
    link = _link(fields, element, addresses)
    source = plain_title(first_line(fields, "source", "dc:source"))
    subjects = _subjects(fields)
    return FeedEntry(
        title="" if title is None else plain_title(line_of(title)),
        link=link,
        original=first_line(fields, "feedburner:origlink"),
        date=date,
        contributors=people.contributors,
        source=("" if "://" in source else source) or people.source,
        section=_section(fields),
        subjects=subjects,
        rights=plain_of_html(first_line(fields, *_RIGHTS)),
        description="" if full is None or brief is None else description_of(text_of(brief)),
        language=element.get(_XML_LANG) or first_line(fields, "dc:language", "language"),
        content=_content(brief if full is None else full, link, addresses),
        is_whole=full is not None,
        enclosures=enclosures_of(fields, names, addresses),
        origins=_origins(title, names, date_name, author if people.contributors else ""),
    )


def dated(fields: Fields, names: tuple[str, ...], language: str) -> tuple[Date | None, str]:
    """Return the first of the elements called *names* that is a date, and its name."""
    for name in names:
        for element in fields.get(name, ()):
            date = date_of(text_of(element), language)
            if date:
                return date, name
    return None, ""


def _origins(title: Any, names: ShortNames, date: str, author: str) -> tuple[Origin, ...]:
    found = (
        ("title", "" if title is None else names.of(title)), ("date", date), ("author", author)
    )  # fmt: skip
    return tuple(origin(field, place) for field, place in found if place)


def _content(text: Any, link: str, addresses: Addresses) -> Content | None:
    if text is None:
        return None
    base = addresses.base_of(text) or link
    # Markup that nobody escaped came as elements.
    if len(text):
        return Content(element=text, base=base)
    return Content(text_of(text), base=base)


def _texts(fields: Fields, names: ShortNames) -> tuple[Any, Any]:
    """Return the elements with the full text and with the summary, each maybe None.

    Some feeds have the whole text in the description and a teaser where the whole should be.
    """
    full, brief = first(fields, *_FULL), first(fields, *_SUMMARY)
    if full is None and brief is None and "media:group" in fields:
        brief = first(names.fields(fields["media:group"][0]), "media:description")
    if full is not None and brief is not None and 2 * len(text_of(full)) < len(text_of(brief)):
        return brief, None
    return full, brief


def _link(fields: Fields, element: Any, addresses: Addresses) -> str:
    for name in ("link", "atom:link", "url"):
        for link in fields.get(name, ()):
            if attribute(link, "rel").lower() in ("", "alternate"):
                address = line_of(link) or attribute(link, "href")
                if address:
                    return addresses.absolute(address.replace(" ", "%20"), link)
    for guid in fields.get("guid", ()):
        address, said = line_of(guid), attribute(guid, "isPermaLink").lower()
        if said == "true":
            address = addresses.absolute(address, guid)
        if said != "false" and _is_address(address):
            return address
    candidates = (
        element.get(_RDF_ABOUT),
        attribute(element, "href"),
        first_line(fields, "dc:identifier"),
    )
    return next((one for one in candidates if one and _is_address(one)), "")


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def _subjects(fields: Fields) -> tuple[str, ...]:
    found: list[str] = []
    for name in filter(fields.__contains__, _SUBJECTS):
        for element in fields[name]:
            text = line_of(element)
            if text and not name.endswith("keywords"):
                found.append(plain_title(text))
                continue
            said = (attribute(element, one) for one in ("label", "term", "text"))
            text = text or next(filter(None, said), "")
            found += map(plain_title, text.split(",") if name.endswith("keywords") else [text])
            found += (attribute(one, "text") for one in element.iterdescendants("{*}category"))
    return tuple(dict.fromkeys(filter(None, found)))


def _section(fields: Fields) -> str:
    """Return the first category that is no mere key word (WordPress marks them)."""
    for element in fields.get("category", ()):
        if attribute(element, "domain") not in ("post_tag", "tag", "post_format"):
            return plain_title(line_of(element))
    return ""
