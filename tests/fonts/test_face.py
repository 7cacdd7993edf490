"""Measuring a face."""

import pytest
from fontTools.ttLib import TTFont

from bulletin_export.errors import UnsupportedFontError
from bulletin_export.fonts.face import FaceFile, FontFace


@pytest.fixture
def song(faces):
    return FontFace(FaceFile(faces / "a.otf"))


def test_advances_are_those_of_the_file(song, faces):
    font = TTFont(faces / "a.otf")
    widths, names = font["hmtx"], font.getBestCmap()
    for character in "中A，·i㛃𬬻":
        expected = widths[names[ord(character)]][0] / font["head"].unitsPerEm
        assert song.advance(character) == expected


def test_a_character_above_the_first_plane_is_one_character(song):
    assert song.has("𬬻")
    assert not song.has("𠮷")


def test_the_ink_of_a_closing_mark_lies_in_its_left_half(song):
    left, right = song.ink("，")
    assert 0 < left < right < 0.5
    assert song.ink(" ") == (0, 0)


def test_what_has_no_ink_takes_no_room_and_is_never_missing(song):
    for character in "\u200b\ufe00\U000e0100\u2060":
        assert song.has(character)
        assert song.advance(character) == 0


def test_a_no_break_space_is_a_space(faces):
    kai = FontFace(FaceFile(faces / "c.ttf"))
    assert kai.advance("\u00a0") == kai.advance(" ") > 0


def test_a_pinned_weight_changes_the_advance(faces):
    thin, bold = (FontFace(FaceFile(faces / "e.ttf", 0, weight)) for weight in (100, 900))
    assert bold.advance("A") - thin.advance("A") == pytest.approx(0.08)


def test_an_emboldened_face_measures_like_itself(song):
    bold = song.emboldened()
    assert bold.is_emboldened
    assert not song.is_emboldened
    assert bold.advance("i") == song.advance("i")


def test_what_is_no_font_is_refused_by_name(tmp_path):
    for name, data in (("empty.ttf", b""), ("text.otf", b"once upon a time")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnsupportedFontError, match=name):
            FontFace(FaceFile(tmp_path / name))
    with pytest.raises(UnsupportedFontError, match="nowhere"):
        FontFace(FaceFile(tmp_path / "nowhere.ttf"))
