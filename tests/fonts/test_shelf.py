"""Faces are known by what they say of themselves."""

import pytest

from bulletin_export.fonts.shelf import Shelf, read_faces


@pytest.fixture
def shelf(faces):
    return Shelf("tests", (faces,))


@pytest.mark.parametrize(
    ("wanted", "file"),
    [
        ("Noto Serif SC", "a.otf"),
        ("NotoSansSC-Regular", "b.otf"),
        ("测试楷体", "c.ttf"),
        ("bulletin test kai", "c.ttf"),
    ],
)
def test_a_face_is_found_by_every_name_in_its_name_table(shelf, wanted, file):
    assert shelf.find(wanted).path.name == file


def test_the_name_of_a_file_means_nothing(shelf):
    assert shelf.find("a") is None
    assert shelf.find("a.otf") is None


def test_the_members_of_a_collection_are_told_apart(shelf):
    serif, sans = shelf.find("Bulletin Test Serif"), shelf.find("Bulletin Test Sans")
    assert serif.path == sans.path
    assert (serif.index, sans.index) == (0, 1)


def test_a_variable_face_is_pinned_at_regular_and_not_at_its_default(shelf):
    assert shelf.find("Bulletin Test Variable").weight == 400


def test_a_weight_in_the_name_pins_a_variable_face(shelf):
    assert shelf.find("Bulletin Test Variable SemiBold").weight == 600
    assert shelf.find("Noto Serif SC SemiBold") is None


def test_a_bold_face_is_one_of_the_same_family(shelf):
    assert shelf.find_bold(("Bulletin Test Variable",)).weight == 700
    assert shelf.find_bold(("Noto Serif SC",)) is None


def test_a_face_that_may_not_be_embedded_is_left_out(shelf, faces):
    assert read_faces(faces / "h.ttf")[0].facts.fs_type == 2
    assert shelf.find("Bulletin Test Restricted") is None


def test_a_file_that_is_no_font_is_passed_over_and_remembered(faces, tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    shelf = Shelf("tests", (tmp_path, faces / "c.ttf"))
    assert [face.facts.name for face in shelf.faces] == ["Bulletin Test Kai"]
    assert shelf.broken == [str(tmp_path / "broken.ttf")]


def test_a_folder_that_is_not_there_holds_no_faces(tmp_path):
    assert Shelf("tests", (tmp_path / "nowhere",)).faces == ()
