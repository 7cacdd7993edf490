"""Which face sets which character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace


def face(faces, name, index=0):
    return FontFace(FaceFile(faces / name, index))


@pytest.fixture(scope="session")
def chain(faces):
    return FontChain(face(faces, "c.ttf"), face(faces, "d.ttc"), [face(faces, "b.otf")])


def names(chain, text):
    return [(one.name, run) for one, run in chain.itemise(text)]


def test_letters_and_digits_are_set_in_the_latin_face(chain):
    assert names(chain, "中国2020年a") == [
        ("Bulletin Test Kai", "中国"),
        ("Bulletin Test Serif", "2020"),
        ("Bulletin Test Kai", "年"),
        ("Bulletin Test Serif", "a"),
    ]


def test_the_next_face_sets_what_the_first_one_lacks(chain):
    assert names(chain, "中镕国") == [
        ("Bulletin Test Kai", "中"),
        ("Noto Sans SC", "镕"),
        ("Bulletin Test Kai", "国"),
    ]


def test_what_nobody_has_stays_in_the_first_face(chain):
    assert chain.face("𠮷") is chain.own
    assert chain.is_missing("𠮷")
    assert not chain.is_missing("镕")


def test_quotation_marks_never_come_from_the_latin_face(faces):
    song, latin = face(faces, "a.otf"), face(faces, "a.otf")
    chain = FontChain(song, latin)
    assert [chain.face(mark) for mark in "“”‘’—…"] == [song] * 6
    assert chain.face("A") is latin


def test_a_narrow_middle_dot_comes_from_a_face_where_it_is_full_width(faces):
    song, hei = face(faces, "a.otf"), face(faces, "b.otf")
    assert song.advance("·") < 0.9 <= hei.advance("·")
    assert FontChain(song, None, [hei]).face("·") is hei
    assert FontChain(song).face("·") is song


def test_no_face_is_opened_before_it_is_needed(faces):
    def others():
        pytest.fail("opened")
        yield

    chain = FontChain(face(faces, "a.otf"), None, others())
    assert "".join(run for _, run in chain.itemise("中文，“好”")) == "中文，“好”"


@given(st.text())
def test_the_runs_put_together_are_the_text(chain, text):
    runs = list(chain.itemise(text))
    assert "".join(run for _, run in runs) == text
    assert all(run for _, run in runs)
    assert all(before is not after for (before, _), (after, _) in pairwise(runs))
