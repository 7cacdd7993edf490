"""Books into articles: our own as they were written, other people's by their documents."""

from bulletin_export.readers.epub.reader import EpubReader

__all__ = ["EpubReader"]
