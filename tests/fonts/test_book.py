"""From roles to faces."""

import pytest

from bulletin_export.diagnostics import Severity
from bulletin_export.errors import FontNotFoundError, UnsupportedFontError
from bulletin_export.fonts.book import FontBook, diagnostics_of
from bulletin_export.fonts.shelf import Shelf
from bulletin_export.typefaces import FontRole, LatinRole
from faces import book_of


def test_a_role_gets_the_face_that_the_template_prefers(test_book):
    chain = test_book.chain(FontRole.KAI, LatinRole.OWN)
    assert chain.own.name == "Bulletin Test Kai"
    assert chain.diagnostics == ()


def test_a_role_without_preference_gets_the_manifest_s_best(test_book):
    assert test_book.chain(FontRole.SONG, LatinRole.OWN).own.name == "Noto Serif SC"
    assert test_book.chain(FontRole.HEI, LatinRole.OWN).own.name == "Noto Sans SC"


def test_latin_letters_come_from_the_latin_role(test_book):
    chain = test_book.chain(FontRole.SONG, LatinRole.SERIF)
    assert chain.face("A").name == "Bulletin Test Serif"
    assert test_book.chain(FontRole.SONG, LatinRole.OWN).face("A").name == "Noto Serif SC"


def test_a_role_that_has_no_face_is_set_in_song_and_says_so(test_book):
    chain = test_book.chain(FontRole.FANGSONG, LatinRole.OWN)
    assert chain.own.name == "Noto Serif SC"
    (remark,) = chain.diagnostics
    assert (remark.code, remark.severity) == ("font-substituted", Severity.WARNING)
    assert remark.facts == {"role": "fangsong", "wanted": "仿宋体", "used": "Noto Serif SC"}


def test_a_song_that_stands_for_xiaobiaosong_is_made_as_heavy(test_book):
    chain = test_book.chain(FontRole.XIAOBIAOSONG, LatinRole.OWN)
    assert chain.own.name == "Noto Serif SC"
    assert chain.own.is_emboldened
    assert not test_book.chain(FontRole.SONG, LatinRole.OWN).own.is_emboldened


def test_a_preference_that_is_not_at_hand_is_named(faces):
    book = book_of(faces, {FontRole.HEI: ("方正黑体_GBK",)})
    (remark,) = book.chain(FontRole.HEI, LatinRole.OWN).diagnostics
    assert remark.facts["wanted"] == "方正黑体_GBK"


def test_a_missing_latin_face_is_only_worth_a_word(faces):
    (remark,) = book_of(faces, {}).chain(FontRole.SONG, LatinRole.SERIF).diagnostics
    assert remark.severity is Severity.INFO


def test_a_template_may_name_a_font_file(faces):
    book = FontBook({FontRole.SONG: (str(faces / "c.ttf"),)}, (Shelf("tests", (faces,)),))
    assert book.chain(FontRole.SONG, LatinRole.OWN).own.name == "Bulletin Test Kai"


def test_a_named_file_that_may_not_be_embedded_is_refused(faces):
    book = FontBook({FontRole.SONG: (str(faces / "h.ttf"),)}, ())
    with pytest.raises(UnsupportedFontError, match="forbids"):
        book.chain(FontRole.SONG, LatinRole.OWN)


def test_a_heavier_face_of_the_family_is_bold(faces):
    book = book_of(faces, {FontRole.SONG: ("Bulletin Test Variable",)})
    chain = book.chain(FontRole.SONG, LatinRole.OWN, bold=True)
    assert chain.own.weight == 700
    assert not chain.own.is_emboldened
    assert chain.diagnostics == ()


def test_without_a_heavier_face_outlines_are_thickened_and_it_says_so(test_book):
    chain = test_book.chain(FontRole.SONG, LatinRole.OWN, bold=True)
    assert chain.own.is_emboldened
    assert [remark.code for remark in chain.diagnostics] == ["font-emboldened"]


def test_the_same_chain_is_made_once(test_book):
    asked = [test_book.chain(FontRole.SONG, LatinRole.SERIF) for _ in range(2)]
    assert asked[0] is asked[1]


def test_a_machine_without_chinese_faces_is_told_what_to_install(tmp_path):
    with pytest.raises(FontNotFoundError) as caught:
        FontBook({}, (Shelf("empty", (tmp_path,)),)).chain(FontRole.SONG, LatinRole.OWN)
    assert "pip install" in caught.value.hint()


def test_far_shelves_stay_closed_while_near_ones_serve(faces):
    class Far(Shelf):
        @property
        def faces(self):
            pytest.fail("looked through")

    book = FontBook({}, (Shelf("near", (faces,)), Far("far", ())))
    chain = book.chain(FontRole.SONG, LatinRole.OWN)
    assert chain.face("中").name == chain.face("，").name == "Noto Serif SC"
    assert chain.face("镕").name == "Noto Sans SC"


def test_a_broken_font_file_is_told_once_its_shelf_was_looked_through(faces, tmp_path):
    (tmp_path / "half.otf").write_bytes((faces / "a.otf").read_bytes()[:100])
    book = FontBook({}, (Shelf("project", (tmp_path,)), Shelf("tests", (faces,))))
    assert book.collection.diagnostics() == ()
    book.chain(FontRole.SONG, LatinRole.OWN)
    (remark,) = book.collection.diagnostics()
    assert (remark.code, remark.where) == ("unsupported-font", str(tmp_path / "half.otf"))


def test_remarks_of_several_chains_are_told_once(test_book):
    chains = [test_book.chain(FontRole.FANGSONG, latin) for latin in LatinRole]
    assert [one.code for one in diagnostics_of(chains)] == ["font-substituted"]
