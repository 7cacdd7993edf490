"""Pictures as bytes: what kind they are, how large, and in a form that a writer accepts.

Pillow, lxml and the SVG rasteriser are loaded when the first picture needs them.
"""

from bulletin_export.pictures.preparing import prepared
from bulletin_export.pictures.reducing import reduced
from bulletin_export.pictures.sizing import MAX_PIXELS, size
from bulletin_export.pictures.sniffing import sniff

__all__ = ["MAX_PIXELS", "prepared", "reduced", "size", "sniff"]
