from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import reduced, size


def _item(form: str, mode: str, width: int = 400, height: int = 200) -> MediaItem:
    noise = Image.effect_noise((width, height), 60)
    image = noise.convert("I").convert("I;16") if mode == "I;16" else noise.convert(mode)
    buffer = BytesIO()
    image.save(buffer, form)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


@pytest.mark.parametrize(
    ("form", "mode"),
    [("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")]
    + [("JPEG", mode) for mode in ("L", "RGB")],
)
def test_every_kind_of_pixel_can_be_reduced(form: str, mode: str) -> None:
    item = _item(form, mode)
    found = reduced(item, 100)
    assert found.name == item.name
    if found is not item:
        assert size(found.data) == (100, 50)
        assert Image.open(BytesIO(found.data)).format == form
    assert found is not item or mode == "1"


def test_what_is_small_enough_stays_the_same_object() -> None:
    item = _item("PNG", "L")
    assert reduced(item, 400) is item


def test_the_same_picture_gives_the_same_bytes() -> None:
    item = _item("JPEG", "RGB")
    first = reduced(item, 100)
    reduced.cache_clear()
    assert reduced(item, 100) == first


def test_a_picture_cut_off_is_broken() -> None:
    item = _item("PNG", "RGB")
    with pytest.raises(BrokenPictureError):
        reduced(MediaItem.of(item.data[:4000], "image/png"), 100)
