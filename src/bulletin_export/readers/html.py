"""HTML pages into articles, one for each page."""

from __future__ import annotations

from bulletin_export.errors import NoArticleError, UnsupportedSourceError
from bulletin_export.extraction.article import extract
from bulletin_export.extraction.encoding import decode
from bulletin_export.extraction.repair import parse
from bulletin_export.extraction.saving import note_origin
from bulletin_export.patterns import lazy_pattern
from bulletin_export.readers.base import ReadResult
from bulletin_export.sites.load import shipped_rules
from bulletin_export.sites.rules import SiteRule
from bulletin_export.sources import Source, too_large
from bulletin_export.wording import phrase

#: Bytes; a page of text is never that long, one with its pictures inside may be.
SIZE_LIMIT = 64 * 1024 * 1024

_JSON = lazy_pattern(r'\s*(?:\{\s*"|\[\s*[{"\[])')


class HtmlReader:
    """Reads a web page, from whatever site, in whatever encoding."""

    def read(self, source: Source, rules: tuple[SiteRule, ...] = ()) -> ReadResult:
        """Return the article on the page, found by one of *rules* or ours if it has one.

        Raises:
            UnsupportedSourceError: It is JSON, not a page.
            NoArticleError: The page holds no text at all.
            MalformedSourceError: It cannot be parsed.
            SourceTooLargeError: It is larger than `SIZE_LIMIT`.
        """
        if len(source.data) > SIZE_LIMIT:
            raise too_large(source.name, len(source.data), SIZE_LIMIT)
        decoded = decode(source.data, source.media_type, source.name, source.encoding)
        if _JSON.match(decoded.text):
            known = ("html", "json")
            raise UnsupportedSourceError(source=source.name, media_type="JSON", known=known)
        if not decoded.text.strip():
            raise NoArticleError(source=source.name, reason=phrase("empty-page"))
        root = parse(decoded.text, source.name)
        note_origin(root, decoded.text)
        extraction = extract(
            root, name=source.name, address=source.address, rules=(*rules, *shipped_rules())
        )
        diagnostics = (*decoded.diagnostics, *extraction.diagnostics)
        if extraction.article is None:
            return ReadResult((), diagnostics, listing=extraction.listing)
        return ReadResult((extraction.article,), diagnostics, left_out=(extraction.left_out,))
