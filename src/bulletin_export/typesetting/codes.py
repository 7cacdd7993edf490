"""The QR code of the page that an article was made from, at its end."""

from __future__ import annotations

from bulletin_export.pictures.codes import printed_side, qr_code
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import PlacedPicture
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip

#: Begins the name of a picture that is the code of the address behind it.
CODE = "qr:"


def code_strips(address: str, place: Place, setting: Setting) -> list[Strip]:
    """Return the code of *address* as a picture, if the template wants one and it can be had."""
    code = qr_code(address) if setting.template.composition.qr and address else None
    if code is None:
        return []
    side = min(printed_side(code), place.measure, place.depth)
    alt = f"二维码：{address}"
    picture = PlacedPicture(
        place.left + setting.look(Role.ADDRESS).left,
        0.0,
        side,
        side,
        CODE + address,
        alt,
        setting.tagged("Figure", place.tag, alt=alt),
    )
    return [Strip(height=side, pictures=(picture,))]
