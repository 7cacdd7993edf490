"""Pictures are brought within the limits of a device, and no further."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import size, sniff
from bulletin_export.pictures.fitting import Limits, fitted


def picture(form: str, width: int, height: int, mode: str = "RGB", **options) -> MediaItem:
    """A picture that packs badly."""
    buffer = BytesIO()
    noise = Pillow.effect_noise((width, height), 80).convert(mode)
    noise.save(buffer, form, **options)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


def test_a_picture_within_the_limits_is_left_as_it_is():
    for one in (picture("PNG", 40, 30), picture("JPEG", 40, 30), picture("GIF", 40, 30, "P")):
        limits = Limits(pixels=1200, bytes=10_000, opaque=True, still=True)
        assert fitted(one, limits) is one


@settings(max_examples=25)
@given(
    st.sampled_from(["PNG", "JPEG", "GIF"]), st.integers(20, 400), st.integers(20, 400),
    st.integers(400, 40_000), st.integers(3_000, 60_000),
)  # fmt: skip
def test_nothing_comes_out_larger_than_the_limits(form, width, height, pixels, most):
    one = picture(form, width, height, "P" if form == "GIF" else "RGB")
    fit = fitted(one, Limits(pixels=pixels, bytes=most))
    wide, high = size(fit.data)
    assert wide * high <= pixels
    assert len(fit.data) <= most
    assert sniff(fit.data) == fit.media_type
    assert fitted(one, Limits(pixels=pixels, bytes=most)) == fit


def test_the_shape_is_kept():
    wide, high = size(fitted(picture("JPEG", 800, 200), Limits(pixels=40_000)).data)
    assert wide / high == pytest.approx(4, rel=0.02)


def test_what_is_transparent_stands_on_white():
    clear = Pillow.new("RGBA", (4, 4), (255, 0, 0, 0))
    buffer = BytesIO()
    clear.save(buffer, "PNG")
    one = MediaItem.of(buffer.getvalue(), "image/png")
    assert fitted(one, Limits(still=True)) is one
    with Pillow.open(BytesIO(fitted(one, Limits(opaque=True)).data)) as made:
        assert made.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)


def test_of_an_animation_the_first_picture_is_left():
    frames = [Pillow.new("RGB", (8, 8), name) for name in ("red", "blue")]
    buffer = BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    one = MediaItem.of(buffer.getvalue(), "image/gif")
    assert fitted(one, Limits(opaque=True)) is one
    fit = fitted(one, Limits(still=True))
    assert fit.media_type == "image/png"
    assert size(fit.data) == (8, 8)
