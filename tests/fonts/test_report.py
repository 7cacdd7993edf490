"""What ``fonts list`` and ``fonts check`` tell."""

import pytest

from bulletin_export.fonts.book import FontBook
from bulletin_export.fonts.report import roles, settings
from bulletin_export.fonts.shelf import Shelf
from bulletin_export.typefaces import FontRole, LatinRole


def test_every_role_is_told_with_face_file_shelf_and_licence(test_book, faces):
    told = {report.role: report.faces for report in roles(test_book)}
    assert set(told) == {*FontRole, LatinRole.SERIF, LatinRole.SANS}
    song = told[FontRole.SONG][0]
    assert song == ("Noto Serif SC", str(faces / "a.otf"), "tests", "OFL-1.1")
    assert [face.name for face in told[FontRole.SONG]] == ["Noto Serif SC", "Noto Sans SC"]
    assert told[LatinRole.SERIF][0].name == "Bulletin Test Serif"


def test_a_role_that_cannot_be_set_is_told_too():
    assert all(report.faces == () for report in roles(FontBook({}, (Shelf("empty", ()),))))


@pytest.mark.parametrize(("text", "missing"), [("朱镕基\nA", ""), ("𠮷野", "𠮷")])
def test_each_character_is_told_with_its_face(test_book, text, missing):
    chain = test_book.chain(FontRole.SONG, LatinRole.SERIF)
    told = {
        one.face.name if one.face else "": one.characters
        for one in settings(test_book, chain, text)
    }
    assert told.get("", "") == missing
    assert sorted("".join(told.values())) == sorted(text.replace("\n", ""))
