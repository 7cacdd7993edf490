"""Books for one reading system hold what it takes, and say what was changed for it."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

from builders import article, figure, img, publication
from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import size, sniff
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.profile import PROFILES
from writers.reading_back import parts


def _saved(image: Pillow.Image, form: str, **options) -> MediaItem:
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


CLEAR = _saved(Pillow.new("RGBA", (30, 20), (200, 0, 0, 10)), "PNG")
LARGE = _saved(Pillow.effect_noise((3000, 2000), 20), "JPEG", quality=60)
MOVING = _saved(
    Pillow.new("RGB", (8, 8), "red"), "GIF", save_all=True,
    append_images=[Pillow.new("RGB", (8, 8), "blue")],
)  # fmt: skip
WEB = _saved(Pillow.new("RGB", (9, 9), "green"), "WEBP")
ALL = (CLEAR, LARGE, MOVING, WEB)
ONE = publication(article(*(figure(img(one.name, "图")) for one in ALL), media=ALL))


@pytest.mark.parametrize("name", list(PROFILES))
def test_every_picture_is_one_that_the_reading_system_takes(name):
    profile = PROFILES[name]
    result = EpubWriter().write(ONE, load_template("plain", {"epub.profile": name}), None)
    pictures = [data for file, data in parts(result.data).items() if "/pictures/" in file]
    assert len(pictures) == len(ALL)
    for data in pictures:
        wide, high = size(data)
        assert sniff(data) in profile.accepted
        assert wide * high <= (profile.limits.pixels or wide * high)
        assert len(data) <= (profile.limits.bytes or len(data))
    kept = {one.data for one in ALL} & {*pictures}
    said = [one.facts["image"] for one in result.diagnostics if one.code == "image-fitted"]
    assert {*said} == {one.name for one in ALL if one.data not in kept}
    assert len(said) == len(ALL) - len(kept)


def test_a_plain_book_keeps_what_is_no_foreign_kind():
    result = EpubWriter().write(ONE, load_template("plain"), None)
    assert [one.facts["image"] for one in result.diagnostics] == [WEB.name]


def test_some_reading_systems_always_get_the_older_contents():
    template = load_template("plain", {"epub.profile": "kindle", "epub.ncx": False})
    assert "EPUB/toc.ncx" in parts(EpubWriter().write(ONE, template, None).data)


def test_a_book_larger_than_the_reading_system_takes_is_named(monkeypatch):
    monkeypatch.setitem(PROFILES, "kobo", replace(PROFILES["kobo"], book=1000))
    template = load_template("plain", {"epub.profile": "kobo"})
    codes = [one.code for one in EpubWriter().write(ONE, template, None).diagnostics]
    assert codes.count("book-large") == 1
