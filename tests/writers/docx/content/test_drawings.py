"""Pictures go into the package with as many pixels as paper shows."""

import io
import zipfile

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

import builders as b
from bulletin_export.styling.template import WordStyle
from writers.docx.opened import TEMPLATE, part, picture, written

#: 300 dots an inch over the measure of the template, 160 mm.
MOST = round(TEMPLATE.page.measure.pt / 72 * 300)


def packed(article, template=TEMPLATE):
    """Return the pictures in the package."""
    with zipfile.ZipFile(io.BytesIO(written(article, template).data)) as package:
        names = [name for name in package.namelist() if "media/" in name]
        return [Pillow.open(io.BytesIO(package.read(name))) for name in names]


def shown(item, template=TEMPLATE):
    (found,) = packed(b.article(b.figure(b.img(item.name)), media=(item,)), template)
    return found


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_more_pixels_than_print_needs_are_reduced_in_kind(form):
    found = shown(picture(2600, 520, form))
    assert abs(found.width - MOST) <= 1
    assert abs(found.width / found.height - 5) < 0.05
    assert found.format == form


def test_a_picture_that_print_needs_is_kept_byte_for_byte():
    item = picture(600, 300, "JPEG")
    article = b.article(b.figure(b.img(item.name)), media=(item,))
    with zipfile.ZipFile(io.BytesIO(written(article).data)) as package:
        assert package.read(f"word/media/{item.name}") == item.data


def test_the_largest_use_decides_how_many_pixels_are_kept():
    item = picture(2600, 520, "JPEG")
    small = b.table(b.tr(b.td(b.figure(b.img(item.name))), "文" * 40))
    (found,) = packed(b.article(small, b.figure(b.img(item.name)), media=(item,)))
    assert abs(found.width - MOST) <= 1


def test_other_dots_an_inch_may_be_asked_for():
    item = picture(2600, 520, "JPEG")
    half = replace(TEMPLATE, word=WordStyle(dpi=150))
    never = replace(TEMPLATE, word=WordStyle(dpi=0))
    assert abs(shown(item, half).width - MOST / 2) <= 1
    assert shown(item, never).width == 2600


def test_the_colours_of_the_press_become_those_of_the_screen():
    assert shown(picture(60, 40, "JPEG", "CMYK")).mode == "RGB"


def test_an_animation_is_kept_unless_it_has_to_be_reduced():
    assert shown(picture(60, 40, "GIF", "P")).format == "GIF"
    assert shown(picture(2600, 40, "GIF", "P")).format == "PNG"


def test_a_photograph_from_a_turned_camera_is_upright():
    exif = Pillow.Exif()
    exif[0x0112] = 6
    item = picture(80, 40, "JPEG", exif=exif)
    assert shown(item).size == (40, 80)
    extent = next(
        part(written(b.article(b.figure(b.img(item.name)), media=(item,)))).iter("{*}extent")
    )
    assert int(extent.get("cy")) == 2 * int(extent.get("cx"))
