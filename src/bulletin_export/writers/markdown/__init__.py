"""Markdown: CommonMark 0.31 with pipe tables and footnotes."""

from bulletin_export.writers.markdown.writer import MarkdownWriter

__all__ = ["MarkdownWriter"]
