"""The QR code of the page that an article was made from, at its end."""

from __future__ import annotations

from math import ceil

from bulletin_export.model.media import MediaItem
from bulletin_export.pictures.codes import code_png, printed_side, qr_code
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.drawings import Picture
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph

#: At least so many dots an inch, and a whole number of them for each module.
_DPI = 600
_EMU_PER_POINT = 12_700


def code_xml(address: str, story: Story, width: int) -> str:
    """Return a paragraph with the code of *address*, no wider than *width* (twips).

    Nothing where there is no address; one too long for a code is remarked on.
    """
    code = qr_code(address) if address else None
    if code is None:
        if address:
            story.document.remark("address-too-long", address=f"{address[:60]}…")
        return ""
    side = min(printed_side(code), width / 20)
    png = code_png(code, ceil(side / 72 * _DPI / code.side))
    picture = Picture(MediaItem.of(png, "image/png"), code.side, code.side)
    story.document.pictures.add(picture)
    square = (round(side * _EMU_PER_POINT),) * 2
    drawing = story.drawing(picture, f"二维码：{address}", square)
    return paragraph(roles.CODE_OF_ADDRESS.identifier, drawing.inline())
