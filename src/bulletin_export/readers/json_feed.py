"""JSON Feed 1.0 and 1.1 into articles, one for each item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.encoding import decode
from bulletin_export.extraction.feeds.content import Content
from bulletin_export.extraction.feeds.dates import date_of
from bulletin_export.extraction.feeds.entries import FeedEntry, FeedFacts, reading_of
from bulletin_export.extraction.feeds.origins import origin
from bulletin_export.extraction.feeds.people import People, people_in
from bulletin_export.extraction.feeds.pictures import Enclosure
from bulletin_export.extraction.feeds.words import description_of, one_line, plain_title
from bulletin_export.patterns import lazy_pattern
from bulletin_export.readers.base import ReadResult
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

_ITEMS = lazy_pattern(r'"items"\s*:\s*\[')
_NEXT = lazy_pattern(r"\{\s*\"")
_FIELDS = ("url", "external_url", "title", "content_html", "content_text", "summary", "id")

#: So many beginnings of objects that are none, and it is no feed.
_MOST_FAILURES = 10_000

Object = dict[str, Any]


class JsonFeedReader:
    """Reads JSON Feed; fields of the wrong type count as not given."""

    def read(self, source: Source) -> ReadResult:
        """Return an article for each item, and the feed as a list.

        Raises:
            MalformedSourceError: It is not JSON, and no item in it is.
        """
        decoded = decode(source.data, source.media_type, source.name, source.encoding)
        feed, diagnostics = _parsed(decoded.text, source.name)
        facts = _facts(feed, source.address)
        items = [item for item in _objects(feed, "items") if not item.keys().isdisjoint(_FIELDS)]
        entries = (_entry(item, facts, source.address) for item in items)
        reading = reading_of(facts, entries, source.name)
        remarks = (*decoded.diagnostics, *diagnostics, *reading.diagnostics)
        return ReadResult(reading.articles, remarks, reading.listing)


def _parsed(text: str, name: str) -> tuple[Object, tuple[Diagnostic, ...]]:
    try:
        feed = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        feed = _recovered(text)
        if feed is None:
            raise MalformedSourceError(
                source=name, reason=phrase("bad-json", detail=str(error))
            ) from None
        items = feed["items"]
        facts: dict[str, str | int] = {"place": _fault(text), "count": len(items)}
        return feed, (Diagnostic(code="json-recovered", where=name, facts=facts),)
    return (feed if isinstance(feed, dict) else {}), ()


def _fault(text: str) -> int:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos
    except RecursionError:
        pass
    return 0


def _recovered(text: str) -> Object | None:
    """Return what can be read of a broken feed: its head, and each item that is whole."""
    start = _ITEMS.search(text)
    if start is None:
        return None
    head = text[: start.end()] + "]}"
    try:
        feed = msgspec.json.decode(head)
    except msgspec.DecodeError:
        feed = {}
    items = list(_whole_objects(text, start.end()))
    return {**feed, "items": items} if items or feed else None


def _whole_objects(text: str, place: int) -> Iterator[Object]:
    decoder, failures = json.JSONDecoder(strict=False), 0
    at = _NEXT.search(text, place)
    while at and failures < _MOST_FAILURES:
        try:
            found, place = decoder.raw_decode(text, at.start())
        except (json.JSONDecodeError, RecursionError):
            place, failures = at.end(), failures + 1
        else:
            # The parts of a broken item are objects too, and no items.
            if not found.keys().isdisjoint(_FIELDS[:6]) and "name" not in found:
                yield found
        at = _NEXT.search(text, place)


def _facts(feed: Object, address: str) -> FeedFacts:
    home = _text(feed, "home_page_url") or _text(feed, "feed_url")
    return FeedFacts(
        title=plain_title(_text(feed, "title")),
        address=absolute(home, address) if home else "",
        language=_text(feed, "language"),
        contributors=_people(feed).contributors,
    )


def _entry(item: Object, feed: FeedFacts, address: str) -> FeedEntry:
    base = feed.address or address
    given = _text(item, "url") or _text(item, "external_url")
    link = absolute(given, base) if given else ""
    identity = _text(item, "id")
    if not link and identity.startswith(("http://", "https://")):
        link = identity
    date, field = _date(item)
    html, plain = _text(item, "content_html"), _text(item, "content_text")
    summary = _text(item, "summary")
    people = _people(item)
    is_whole = bool(html.strip() or plain.strip())
    # Relative addresses are no part of JSON Feed; the item's own page is the best guess.
    content = Content(html or plain or summary, is_plain=not html.strip(), base=link or base)
    origins = (("title", bool(_text(item, "title")), "title"), ("date", date is not None, field),
               ("author", bool(people.contributors), "authors"))  # fmt: skip
    return FeedEntry(
        title=plain_title(_text(item, "title")),
        link=link,
        date=date,
        contributors=people.contributors,
        source=people.source,
        section=next(iter(_tags(item)), ""),
        subjects=_tags(item),
        description=description_of(summary) if is_whole else "",
        language=_text(item, "language"),
        content=content,
        is_summary=not is_whole,
        is_whole=is_whole,
        enclosures=tuple(_enclosures(item, base)),
        origins=tuple(origin(name, place) for name, is_given, place in origins if is_given),
    )


def _date(item: Object) -> tuple[Any, str]:
    for field in ("date_published", "date_modified"):
        date = date_of(_text(item, field))
        if date:
            return date, field
    return None, ""


def _people(item: Object) -> People:
    authors = _objects(item, "authors") or [_object(item, "author")]
    return people_in([name for one in authors if (name := _text(one, "name"))])


def _tags(item: Object) -> tuple[str, ...]:
    tags = item.get("tags")
    found = (
        (plain_title(tag) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _enclosures(item: Object, base: str) -> Iterator[Enclosure]:
    for one in _objects(item, "attachments"):
        address = _text(one, "url")
        if address:
            yield Enclosure(
                absolute(address, base), _text(one, "mime_type"), one_line(_text(one, "title"))
            )
    for name in ("image", "banner_image"):
        address = _text(item, name)
        if address:
            yield Enclosure(absolute(address, base), "image", is_preview=True)


def _text(item: Object, name: str) -> str:
    value = item.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _object(item: Object, name: str) -> Object:
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def _objects(item: Object, name: str) -> list[Object]:
    value = item.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
