"""A cut face is a font file that other programs take."""

import struct
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from bulletin_export.fonts.cut import cut, is_free, is_true_type
from bulletin_export.fonts.face import FaceFile, FontFace


def made(faces, text="中国人", name="c.ttf", weight=0):
    return cut(FontFace(FaceFile(faces / name, 0, weight)), text, "Bulletin Test 1")


def test_it_has_the_characters_and_names_of_its_own(faces):
    font = TTFont(BytesIO(made(faces)))
    assert {chr(code) for code in font.getBestCmap()} == set("中国人")
    assert {font["name"].getDebugName(number) for number in (1, 4)} == {"Bulletin Test 1"}
    assert font["name"].getDebugName(6) == "BulletinTest1"
    assert "Bulletin Test Kai" not in str(font["name"].names)


def test_its_checksums_are_right(faces):
    data = made(faces)
    font = TTFont(BytesIO(data), checkChecksums=2)
    assert "glyf" in font
    whole = sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF
    assert whole == 0xB1B0AFBA


def test_a_variable_face_is_cut_at_its_weight(faces):
    assert "fvar" not in TTFont(BytesIO(made(faces, "中", "e.ttf", 700)))


def test_the_same_cut_has_the_same_bytes(faces):
    assert made(faces, "中国人") == made(faces, "人国中")


@pytest.mark.parametrize(
    ("name", "free", "true_type"),
    [("c.ttf", True, True), ("h.ttf", False, True), ("f.otf", True, False), ("g.otf", True, False)],
)
def test_makers_and_outlines_decide_what_may_travel(faces, name, free, true_type):
    face = FontFace(FaceFile(faces / name))
    assert (is_free(face), is_true_type(face)) == (free, true_type)
