"""Colours as operators, and the profiles that say what they mean."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

import builders as b
from bulletin_export.typesetting.layout import Layout, Rule
from bulletin_export.writers.pdf import profiles
from bulletin_export.writers.pdf.colour import ink
from bulletin_export.writers.pdf.document import paint
from painted import content, page, reader


@pytest.mark.parametrize(
    ("colours", "colour", "operators"),
    [
        ("screen", "#FF0000", b"1 0 0 rg 1 0 0 RG"),
        ("grey", "#FF0000", b"0.299 g 0.299 G"),
        ("press", "#FF0000", b"0 0.8 0.8 0 k 0 0.8 0.8 0 K"),
        ("press", "#000000", b"0 g 0 G"),
        ("press", "#0000FF", b"0.114 g 0.114 G"),
    ],
)
def test_colours_are_spelled_for_their_use(colours, colour, operators):
    assert ink(colours)(colour) == operators


@pytest.mark.parametrize(("colours", "channels"), [("screen", 3), ("grey", 3), ("press", 4)])
def test_the_intent_fits_the_colours(colours, channels):
    made = page(rules=(Rule(10, 20, 100, 1, "#FF0000"),))
    data = paint(Layout((made,)), b.publication(b.article()), None, colours)
    (intent,) = reader(data).trailer["/Root"]["/OutputIntents"]
    assert intent.get_object()["/DestOutputProfile"]["/N"] == channels
    assert (b" k" in content(data)) == (colours == "press")


@pytest.mark.parametrize(
    ("profile", "mode", "colour", "wanted"),
    [
        (profiles.srgb(), "RGB", (12, 200, 96), (12, 200, 96)),
        (profiles.offset(), "CMYK", (0, 0, 0, 0), (255, 255, 255)),
        (profiles.offset(), "CMYK", (0, 204, 204, 0), (227, 84, 68)),
    ],
)
def test_profiles_mean_the_colours_they_say(profile, mode, colour, wanted):
    ours = ImageCms.ImageCmsProfile(BytesIO(profile))
    transform = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), mode, "RGB")
    found = ImageCms.applyTransform(Image.new(mode, (1, 1), colour), transform).getpixel((0, 0))
    assert all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))
