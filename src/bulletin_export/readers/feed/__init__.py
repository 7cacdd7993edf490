"""RSS and Atom into articles, one for each entry."""

from bulletin_export.readers.feed.reader import FeedReader

__all__ = ["FeedReader"]
