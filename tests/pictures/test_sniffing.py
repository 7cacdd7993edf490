from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bulletin_export.pictures import sniff


def _bytes(form: str, mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, (3, 2)).save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP", "AVIF"])
def test_a_picture_is_known_by_its_first_bytes(form: str) -> None:
    assert sniff(_bytes(form)) == f"image/{form.lower()}"


@pytest.mark.parametrize(
    "text",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\ufeff<?xml version='1.0'?>\n<!-- 图 --><!DOCTYPE svg>\n<svg:svg xmlns:svg='x'/>",
    ],
)
def test_a_drawing_is_known_by_its_root_element(text: str) -> None:
    assert sniff(text.encode()) == "image/svg+xml"


@pytest.mark.parametrize("data", [b"", b"<html><svg></svg></html>", b"RIFF....WAVE", "图".encode()])
def test_what_is_no_picture_has_no_media_type(data: bytes) -> None:
    assert sniff(data) is None
