"""Formats by name: the one table to look at, and the one line to add.

Nothing here is imported before it is asked for; `load` does that. Packages from
outside add formats by the entry point groups ``bulletin_export.readers`` and
``bulletin_export.writers``: an entry point's name is the format's name, and it
leads to a `Format`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from bulletin_export.errors import NoArticleError, UnknownFormatError, UnsupportedSourceError
from bulletin_export.sniffing import beginning, head
from bulletin_export.wording import nearest, phrase

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from bulletin_export.readers.base import Reader
    from bulletin_export.writers.base import Writer


class Format(msgspec.Struct, frozen=True):
    """One reader or writer: where its class lives and which files are its own."""

    name: str
    #: ``module:class``.
    target: str
    #: File name endings, lower case, with their dot; a writer uses the first.
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    about: str
    #: Distribution that brings it; empty for our own.
    origin: str = ""
    #: A reader of our own article model, which is taken as it is.
    is_model: bool = False
    #: A reader that takes rules for single sites beside the source.
    follows_sites: bool = False
    #: Of a folder its files are not taken: they are the work of the same program, most likely.
    only_named: bool = False
    #: What its files begin with, as `sniffing.beginning` says it: the names of root elements.
    roots: tuple[str, ...] = ()
    #: Bytes in lower case; one of them stands near the start of every such file. For
    #: formats that share a root with others; the more special one is listed first.
    signs: tuple[bytes, ...] = ()

    def load(self) -> Any:
        """Import the class and return an instance."""
        module, _, name = self.target.partition(":")
        return getattr(import_module(module), name)()


READERS = (
    Format("html", "bulletin_export.readers.html:HtmlReader",
           (".html", ".htm", ".xhtml", ".shtml", ".mht.html"),
           ("text/html", "application/xhtml+xml"), "web page", follows_sites=True, roots=("html",)),
    Format("json", "bulletin_export.readers.json:JsonReader", (".json",),
           ("application/json",), "article model", is_model=True,
           roots=("{",), signs=(b'"bulletin_export"',)),
    Format("epub", "bulletin_export.readers.epub:EpubReader", (".epub",),
           ("application/epub+zip",), "EPUB 2, 3", is_model=True, only_named=True),
    Format("json-feed", "bulletin_export.readers.json_feed:JsonFeedReader", (),
           ("application/feed+json",), "JSON Feed 1.0, 1.1",
           roots=("{",), signs=(b"jsonfeed.org", b'"items"')),
    Format("feed", "bulletin_export.readers.feed:FeedReader",
           (".xml", ".rss", ".atom", ".rdf"),
           ("application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "text/xml", "application/xml"),
           "RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, WordPress WXR",
           roots=("rss", "feed", "rdf", "channel")),
    Format("sitemap", "bulletin_export.readers.sitemap:SitemapReader", (".xml.gz",),
           (), "sitemap, list of sitemaps, list of addresses",
           roots=("urlset", "sitemapindex", "http")),
    Format("opml", "bulletin_export.readers.opml:OpmlReader", (".opml",),
           ("text/x-opml",), "list of feeds (OPML)", roots=("opml",)),
    Format("baidu", "bulletin_export.readers.baidu:BaiduReader", (),
           (), "Baidu's open news protocol",
           roots=("document",), signs=(b"<website", b"<item")),
    Format("nitf", "bulletin_export.readers.nitf:NitfReader", (".nitf",),
           ("application/nitf+xml", "text/vnd.iptc.nitf"), "NITF 3 of news agencies",
           roots=("nitf",)),
    Format("newsml", "bulletin_export.readers.news_ml:NewsMLReader", (".newsml",),
           ("application/vnd.iptc.g2.newsmessage+xml", "application/vnd.iptc.g2.newsitem+xml",
            "application/vnd.iptc.g2.packageitem+xml", "text/vnd.iptc.newsml"),
           "NewsML-G2 and 1.2 of news agencies",
           roots=("newsml", "newsitem", "newsmessage", "packageitem", "conceptitem",
                  "knowledgeitem", "planningitem")),
)  # fmt: skip

WRITERS = (
    Format("docx", "bulletin_export.writers.docx:DocxWriter", (".docx",),
           ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), "Word"),
    Format("pdf", "bulletin_export.writers.pdf:PdfWriter", (".pdf",), ("application/pdf",), "PDF"),
    Format("epub", "bulletin_export.writers.epub:EpubWriter", (".epub",),
           ("application/epub+zip",), "EPUB 3"),
    Format("md", "bulletin_export.writers.markdown:MarkdownWriter", (".md",),
           ("text/markdown",), "Markdown (CommonMark with pipe tables)"),
    Format("txt", "bulletin_export.writers.plain_text:PlainTextWriter", (".txt",),
           ("text/plain",), "plain text"),
    Format("json", "bulletin_export.writers.json:JsonWriter", (".json",),
           ("application/json",), "article model"),
)  # fmt: skip

#: What some files begin with that are often given the ending of a page.
_FOREIGN = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\xd0\xcf\x11\xe0": "application/msword",
    b"{\\rtf": "application/rtf",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}
#: What a book has behind the header of its first file (EPUB 3.3, 4.3.2 and C.1).
_BOOK = b"mimetypeapplication/epub+zip"
_FIRST_BYTES = {"html": b"<", "json": b"{"}


def readers() -> Mapping[str, Format]:
    """Every reader by name, our own first."""
    return _with_outsiders(READERS, "bulletin_export.readers")


def writers() -> Mapping[str, Format]:
    """Every writer by name, our own first."""
    return _with_outsiders(WRITERS, "bulletin_export.writers")


def reader(name: str) -> Reader:
    """Return the reader called *name*.

    Raises:
        UnknownFormatError: Nobody has registered it.
    """
    return _found(name, READERS, readers).load()  # type: ignore[no-any-return]


def writer(name: str) -> Writer:
    """Return the writer called *name*.

    Raises:
        UnknownFormatError: Nobody has registered it.
    """
    return _found(name, WRITERS, writers).load()  # type: ignore[no-any-return]


def writer_format(name: str) -> Format:
    """Return the entry of the writer called *name*, without importing it.

    Raises:
        UnknownFormatError: Nobody has registered it.
    """
    return _found(name, WRITERS, writers)


def reader_for(name: str, media_type: str, data: bytes) -> Format:
    """Return the reader for a source: what it holds beats its media type, and that its ending.

    Raises:
        UnsupportedSourceError: Nobody reads such a thing.
        NoArticleError: There is not one byte.
    """
    foreign = next((kind for mark, kind in _FOREIGN.items() if data.startswith(mark)), "")
    if foreign == "application/zip" and data[30:58] == _BOOK:
        return next(entry for entry in READERS if entry.name == "epub")
    if not foreign:
        for table in (lambda: {entry.name: entry for entry in READERS}, readers):
            entries = tuple(table().values())
            found = _by_content(entries, data) or _by_label(entries, name, media_type, data)
            if found:
                return found
    if not data:
        raise NoArticleError(source=name, reason=phrase("empty-page"))
    kind = foreign or media_type or "application/octet-stream"
    raise UnsupportedSourceError(source=name, media_type=kind, known=tuple(readers()))


def _by_content(entries: tuple[Format, ...], data: bytes) -> Format | None:
    known = frozenset(root for entry in entries for root in entry.roots)
    root = beginning(data, known)
    alike = [entry for entry in entries if root in entry.roots]
    start = head(data).lower() if any(entry.signs for entry in alike) else b""
    for entry in alike:
        if not entry.signs or any(sign in start for sign in entry.signs):
            return entry
    return None


def _by_label(
    entries: tuple[Format, ...], name: str, media_type: str, data: bytes
) -> Format | None:
    said, ending = media_type.partition(";")[0].strip().lower(), name.lower()
    for entry in entries:
        if said in entry.media_types or ending.endswith(entry.suffixes):
            return entry
    return next((entry for entry in entries if _looks_like(entry, data)), None)


def writer_by_suffix(suffix: str) -> Format | None:
    """Return the writer whose files end in *suffix*, if there is one."""
    for entry in WRITERS:
        if suffix in entry.suffixes:
            return entry
    return next((one for one in writers().values() if suffix in one.suffixes), None)


def _found(name: str, own: tuple[Format, ...], everybody: Any) -> Format:
    # Looking for entry points costs milliseconds; our own formats never need it.
    for entry in own:
        if entry.name == name:
            return entry
    known = everybody()
    if name not in known:
        raise UnknownFormatError(name=name, known=tuple(known), advice=nearest(name, known))
    return known[name]  # type: ignore[no-any-return]


def _with_outsiders(own: tuple[Format, ...], group: str) -> Mapping[str, Format]:
    table = {entry.name: entry for entry in own}
    for point in entry_points(group=group):
        if point.name not in table:
            entry = point.load()
            origin = point.dist.name if point.dist else entry.origin
            table[point.name] = replace(entry, name=point.name, origin=origin)
    return table


def entry_points(*, group: str) -> EntryPoints:
    """Return what other packages registered; only looking costs milliseconds of imports."""
    from importlib.metadata import entry_points as registered

    return registered(group=group)


def _looks_like(entry: Format, data: bytes) -> bool:
    first = data[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    return bool(first) and first == _FIRST_BYTES.get(entry.name)
