"""Word: python-docx joins and packs the parts, a thin layer of our own writes them.

python-docx has no words for what a Chinese document needs (East Asian faces and hints,
character indents, numbering that restarts, notes, fields, ruby), and building trees
costs it ten times what writing the same XML costs. So `markup` writes elements in
schema order, and `package` lets python-docx make the package around them.
"""

from bulletin_export.writers.docx.writer import DocxWriter

__all__ = ["DocxWriter"]
