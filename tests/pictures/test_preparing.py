from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import prepared, size, sniff

PRINT = frozenset({"image/png", "image/jpeg"})


def _item(form: str, image: Image.Image | None = None, **options: object) -> MediaItem:
    buffer = BytesIO()
    (image or Image.new("RGB", (8, 4), "teal")).save(buffer, form, **options)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


def _svg(inside: str, attributes: str = "width='20' height='10'") -> MediaItem:
    text = f"""<svg xmlns='http://www.w3.org/2000/svg'
        xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>{inside}</svg>"""
    return MediaItem.of(text.encode(), "image/svg+xml")


def _pixel(item: MediaItem, at: tuple[int, int] = (1, 1)) -> object:
    return Image.open(BytesIO(item.data)).convert("RGBA").getpixel(at)


def test_an_accepted_picture_stays_the_same_object() -> None:
    item = _item("JPEG")
    assert prepared(item, PRINT) is item


def test_the_bytes_decide_on_the_kind_and_not_the_declaration() -> None:
    liar = MediaItem.of(_item("PNG").data, "image/jpeg")
    assert prepared(liar, PRINT).media_type == "image/png"
    assert prepared(liar, PRINT).name.endswith(".png")


@pytest.mark.parametrize("form", ["WEBP", "AVIF", "GIF", "BMP", "TIFF"])
def test_other_kinds_become_png_or_jpeg_of_the_same_size(form: str) -> None:
    result = prepared(_item(form), PRINT)
    assert result.media_type in PRINT
    assert sniff(result.data) == result.media_type
    assert size(result.data) == (8, 4)


def test_photographs_become_jpeg_and_drawings_png() -> None:
    assert prepared(_item("WEBP"), PRINT).media_type == "image/jpeg"
    assert prepared(_item("WEBP", lossless=True), PRINT).media_type == "image/png"
    assert prepared(_item("WEBP"), frozenset({"image/png"})).media_type == "image/png"


def test_transparency_survives() -> None:
    glass = Image.new("RGBA", (8, 4), (200, 0, 0, 0))
    for form in ("WEBP", "TIFF", "GIF"):
        assert _pixel(prepared(_item(form, glass), PRINT))[3] == 0


def test_print_colours_become_screen_colours() -> None:
    red = Image.new("CMYK", (8, 4), (0, 255, 255, 0))
    red_on_screen = _pixel(prepared(_item("TIFF", red), PRINT))
    assert red_on_screen[0] > 200
    assert red_on_screen[1] < 60


def test_the_first_picture_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (8, 4), colour) for colour in ("red", "blue")]
    moving = _item("GIF", frames[0], save_all=True, append_images=frames[1:])
    assert _pixel(prepared(moving, PRINT)) == (255, 0, 0, 255)


def test_a_photograph_stored_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    result = prepared(_item("JPEG", exif=exif), PRINT)
    assert size(result.data) == (4, 8)
    assert Image.open(BytesIO(result.data)).size == (4, 8)


def test_a_drawing_gets_two_pixels_for_each_of_its_own() -> None:
    result = prepared(_svg("<rect width='20' height='10' fill='#00f'/>"), PRINT)
    assert result.media_type == "image/png"
    assert size(result.data) == (40, 20)
    assert _pixel(result) == (0, 0, 255, 255)


def test_a_drawing_reaches_no_file_outside_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(_item("PNG", Image.new("RGB", (20, 10), "red")).data)
    for target in (str(secret), secret.as_uri(), secret.name):
        reaching = _svg(f"<image width='20' height='10' xlink:href='{target}' href='{target}'/>")
        assert _pixel(prepared(reaching, PRINT)) == (0, 0, 0, 0)


def test_a_drawing_keeps_the_pictures_inside_itself() -> None:
    inside = b64encode(_item("PNG", Image.new("RGB", (20, 10), "red")).data).decode()
    drawing = _svg(f"<image width='20' height='10' href='data:image/png;base64,{inside}'/>")
    assert _pixel(prepared(drawing, PRINT)) == (255, 0, 0, 255)


@pytest.mark.parametrize(
    "item",
    [
        _svg("", "width='90000' height='90000'"),
        _svg("", "width='1e999' height='1e999'"),
        _svg("<g>"),
        MediaItem.of(_item("WEBP").data[:40], "image/webp"),
        MediaItem.of(_item("TIFF").data[:20], "image/tiff"),
        MediaItem.of(b"no picture", "image/png"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(item: MediaItem) -> None:
    with pytest.raises(BrokenPictureError) as caught:
        prepared(item, PRINT)
    assert caught.value.image == item.name


def test_a_drawing_without_end_is_stopped() -> None:
    blur = "<filter id='f' x='-9' y='-9' width='30' height='30'>%s</filter>"
    blurs = blur % ("<feGaussianBlur stdDeviation='500'/>" * 50)
    painted = "<rect width='4000' height='4000' filter='url(#f)'/>" * 20
    with pytest.raises(BrokenPictureError, match="too much"):
        prepared(_svg(blurs + painted, "width='4000' height='4000'"), PRINT)


def test_a_rich_drawing_looks_the_same_when_it_is_drawn_apart() -> None:
    rich = _svg("<rect width='900' height='900' fill='#00f'/>" * 999, "width='900' height='900'")
    assert _pixel(prepared(rich, PRINT)) == (0, 0, 255, 255)


def test_the_same_picture_gives_the_same_bytes() -> None:
    for item in (_item("WEBP"), _item("GIF"), _svg("<circle cx='5' cy='5' r='4'/>")):
        assert prepared(item, PRINT) == prepared(item, PRINT)


def test_a_huge_drawing_is_drawn_smaller() -> None:
    width, height = size(prepared(_svg("", "width='7000' height='7000'"), PRINT).data)
    assert width == height == 4000


def test_a_picture_too_large_to_be_converted_is_refused() -> None:
    huge = _item("WEBP", Image.new("1", (6000, 4001)).convert("L"))
    with pytest.raises(BrokenPictureError, match="too many"):
        prepared(huge, PRINT)
