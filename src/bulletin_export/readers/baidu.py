"""Baidu's open protocol for news sources (互联网新闻开放协议 1.0) into articles."""

from __future__ import annotations

from typing import Any

from bulletin_export.errors import UnsupportedSourceError
from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.feeds.content import Content
from bulletin_export.extraction.feeds.dates import date_of
from bulletin_export.extraction.feeds.elements import ShortNames, first_line, line_of, text_of
from bulletin_export.extraction.feeds.entries import FeedEntry, FeedFacts, reading_of
from bulletin_export.extraction.feeds.origins import origin
from bulletin_export.extraction.feeds.people import people_in
from bulletin_export.extraction.feeds.pictures import Enclosure
from bulletin_export.extraction.feeds.words import description_of, plain_title
from bulletin_export.extraction.xml_tree import local_name, parse_xml
from bulletin_export.patterns import lazy_pattern
from bulletin_export.readers.base import ReadResult
from bulletin_export.sources import Source

_SEPARATORS = lazy_pattern(r"[\s,，;；、|]+")


class BaiduReader:
    """Reads ``<document><webSite>…<item><title><link><text><image><source><pubDate>``."""

    def read(self, source: Source) -> ReadResult:
        """Return an article for each item, with the full text that stands in it.

        Raises:
            UnsupportedSourceError: It is XML, but of another kind.
            MalformedSourceError: There is no element in it, or it declares entities.
        """
        root, diagnostics = parse_xml(source, entries=("item",))
        if local_name(root) != "document":
            kind = f"XML <{local_name(root)}>"
            raise UnsupportedSourceError(source=source.name, media_type=kind, known=("document",))
        names = ShortNames(root)
        site = first_line(names.fields(root), "website")
        facts = FeedFacts(title=_site_title(site), address=_site_address(site) or source.address)
        items = (one for one in root.iter("{*}*") if names.of(one) == "item")
        entries = (_entry(one, names, facts.address) for one in items)
        reading = reading_of(facts, entries, source.name)
        return ReadResult(reading.articles, (*diagnostics, *reading.diagnostics), reading.listing)


def _entry(element: Any, names: ShortNames, base: str) -> FeedEntry:
    fields = names.fields(element)
    address = first_line(fields, "link", "url")
    link = absolute(address, base) if address else ""
    text = next((one for name in ("text", "content") for one in fields.get(name, ())), None)
    summary = first_line(fields, "description")
    people = people_in([line_of(one) for one in fields.get("author", ())])
    date = date_of(first_line(fields, "pubdate", "pubtime", "date"), "zh")
    is_whole = text is not None and bool(len(text) or (text.text or "").strip())
    title = first_line(fields, "title")
    given = (("title", title, "title"), ("date", date, "pubDate"),
             ("source", first_line(fields, "source"), "source"),
             ("author", people.contributors, "author"))  # fmt: skip
    return FeedEntry(
        title=plain_title(title),
        link=link,
        date=date,
        contributors=people.contributors,
        source=plain_title(first_line(fields, "source")) or people.source,
        section=plain_title(first_line(fields, "category")),
        subjects=tuple(filter(None, _SEPARATORS.split(first_line(fields, "keywords")))),
        description=description_of(summary) if is_whole else "",
        language=first_line(fields, "language"),
        content=_content(text if is_whole else None, summary, link or base),
        is_summary=not is_whole,
        is_whole=is_whole,
        enclosures=tuple(
            Enclosure(absolute(line_of(one), base), "image", is_preview=name != "image")
            for name in ("image", "headlineimg")
            for one in fields.get(name, ())
            if line_of(one)
        ),
        origins=tuple(origin(field, place) for field, value, place in given if value),
    )


def _content(text: Any, summary: str, base: str) -> Content:
    if text is None:
        return Content(summary, base=base)
    return Content(element=text, base=base) if len(text) else Content(text_of(text), base=base)


def _site_title(site: str) -> str:
    return "" if "." in site and " " not in site else plain_title(site)


def _site_address(site: str) -> str:
    if "." not in site or " " in site:
        return ""
    return site if "://" in site else f"http://{site}/"
