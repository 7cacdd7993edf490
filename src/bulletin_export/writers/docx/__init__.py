"""Word: python-docx joins and packs the parts, a thin layer of our own writes them.

python-docx has no words for what a Chinese document needs (East Asian faces and hints,
character indents, numbering that restarts, notes, fields, ruby), and it parses, changes
and packs its template anew for each document: 14 ms of CPU time for an article of 3,800
characters that takes 0.6 ms here. So `markup` writes elements in schema order, and
`package` lets python-docx make the package around them once.
"""

from bulletin_export.writers.docx.writer import DocxWriter

__all__ = ["DocxWriter"]
