from __future__ import annotations

from io import BytesIO
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bulletin_export.errors import BrokenPictureError
from bulletin_export.pictures import size


def _bytes(form: str, width: int = 7, height: int = 5, **options: object) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, form, **options)
    return buffer.getvalue()


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP", "AVIF"])
def test_the_size_is_width_and_height_in_pixels(form: str) -> None:
    assert size(_bytes(form)) == (7, 5)


def test_a_progressive_jpeg_is_measured_too() -> None:
    assert size(_bytes("JPEG", 300, 200, progressive=True)) == (300, 200)


def test_a_photograph_stored_on_its_side_is_measured_upright() -> None:
    assert size(_bytes("JPEG", exif=_exif(6))) == (5, 7)
    assert size(_bytes("JPEG", exif=_exif(3))) == (7, 5)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("width='30' height='20px'", (30, 20)),
        ("width='1in' viewBox='0 0 4 3'", (96, 72)),
        ("viewBox='0 0 640 480'", (640, 480)),
        ("width='100%' viewBox='0,0,64,48'", (64, 48)),
        ("", (300, 150)),
    ],
)
def test_a_drawing_is_measured_by_its_attributes_then_its_view_box(
    attributes: str, expected: tuple[int, int]
) -> None:
    assert size(f"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>".encode()) == expected


def test_a_picture_that_claims_too_many_pixels_is_refused() -> None:
    bomb = _bytes("PNG")[:16] + pack(">II", 60_000, 60_000) + b"\x08\x02\x00\x00\x00"
    with pytest.raises(BrokenPictureError, match="too many"):
        size(bomb, "bomb.png")


def test_an_error_names_the_picture() -> None:
    with pytest.raises(BrokenPictureError) as caught:
        size(b"GIF89a", "a.gif")
    assert caught.value.image == "a.gif"
    assert "a.gif" in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP"]), st.data())
def test_a_damaged_picture_is_measured_or_refused(form: str, data: st.DataObject) -> None:
    whole = bytearray(_bytes(form))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        width, height = size(broken)
    except BrokenPictureError:
        return
    assert width > 0
    assert height > 0
