"""Pictures keep their pixels, and mostly their bytes."""

from io import BytesIO

import pytest
from PIL import Image

from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.typesetting.layout import PlacedPicture
from bulletin_export.writers.pdf.images import picture
from painted import page, pdf, reader


def made(mode, form, **options):
    image = Image.radial_gradient("L").resize((40, 30)).convert("RGB")
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((40, 30)))
    image = image.convert(mode)
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return image, MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


def placed(item):
    pictures = {item.name: picture(item)}
    place = PlacedPicture(50, 60, 80, 60, item.name, "说明")
    return pdf(page(pictures=(place,)), pictures=pictures)


@pytest.mark.parametrize("mode", ["L", "RGB", "P"])
def test_a_plain_png_goes_in_undecoded_and_comes_out_equal(mode):
    image, item = made(mode, "PNG")
    data = placed(item)
    (found,) = reader(data).pages[0].images
    assert found.image.convert("RGB").tobytes() == image.convert("RGB").tobytes()
    assert item.data[60:90] in data


def test_transparency_becomes_a_mask():
    image, item = made("RGBA", "PNG")
    (found,) = reader(placed(item)).pages[0].images
    assert found.image.getchannel("A").tobytes() == image.getchannel("A").tobytes()


@pytest.mark.parametrize(("mode", "space"), [("L", "Gray"), ("RGB", "RGB")])
def test_a_jpeg_goes_in_as_it_is(mode, space):
    _, item = made(mode, "JPEG")
    data = placed(item)
    (found,) = reader(data).pages[0]["/Resources"]["/XObject"].values()
    assert item.data in data
    assert found.get_object()["/ColorSpace"] == f"/Device{space}"
    assert (found.get_object()["/Width"], found.get_object()["/Height"]) == (40, 30)


def test_a_jpeg_in_four_inks_becomes_one_in_the_colours_of_screens():
    _, item = made("CMYK", "JPEG")
    assert picture(item).space == b"/DeviceRGB"


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_pictures_for_the_press_have_no_colours(mode):
    _, item = made(mode, "PNG")
    assert picture(item, is_grey=True).space == b"/DeviceGray"


def test_a_picture_stands_where_it_was_placed():
    _, item = made("L", "PNG")
    found = reader(placed(item)).pages[0].get_contents().get_data()
    assert b"q 80.000 0 0 60.000 50.000 721.890 cm /P1 Do Q" in found


def test_the_same_picture_twice_is_stored_once():
    _, item = made("L", "PNG")
    place = PlacedPicture(50, 60, 80, 60, item.name, "")
    pages = [page(pictures=(place, place)), page(pictures=(place,))]
    assert pdf(*pages, pictures={item.name: picture(item)}).count(b"/Subtype /Image") == 1


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_cut_off_picture_is_refused_by_name(form):
    _, item = made("RGB", form)
    broken = MediaItem("x.bin", item.media_type, item.data[:60])
    with pytest.raises(BrokenPictureError, match=r"x\.bin"):
        picture(broken)
