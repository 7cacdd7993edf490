"""Our own JSON form into articles."""

from __future__ import annotations

import msgspec

from bulletin_export.errors import MalformedSourceError, NoArticleError
from bulletin_export.model.interchange import from_json
from bulletin_export.readers.base import ReadResult
from bulletin_export.sources import Source
from bulletin_export.wording import phrase


class JsonReader:
    """Reads what ``--to json`` wrote."""

    def read(self, source: Source) -> ReadResult:
        """Return the articles of the publication in *source*.

        Raises:
            MalformedSourceError: It is not that form; the reason names the place.
            NoArticleError: The publication is empty.
        """
        try:
            publication = from_json(source.data.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            raise MalformedSourceError(
                source=source.name, reason=phrase("bad-json", detail=str(error))
            ) from error
        articles = tuple(publication.articles())
        if not articles:
            raise NoArticleError(source=source.name, reason=phrase("empty-publication"))
        return ReadResult(articles)
