"""EPUB 3.3: strict XHTML made here, packed by ebooklib."""

from bulletin_export.writers.epub.writer import EpubWriter

__all__ = ["EpubWriter"]
