"""Passages in another language are told by their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.composition.languages import passages, strangers

FOREIGN = [
    ("他说Привет, мир! 很好", "Привет, мир", "ru"),
    ("希腊语Καλημέρα κόσμε。", "Καλημέρα κόσμε", "el"),
    ("日文：テストです。", "テストです", "ja"),
    ("韩文：한국어 시험。", "한국어 시험", "ko"),
    ("阿拉伯文：مرحبا بالعالم。", "مرحبا بالعالم", "ar"),
    ("维吾尔文：ئۇيغۇرچە。", "ئۇيغۇرچە", "ug"),
    ("希伯来文：שלום עולם。", "שלום עולם", "he"),
    ("泰文：ภาษาไทย。", "ภาษาไทย", "th"),
    ("藏文：བོད་ཡིག。", "བོད་ཡིག", "bo"),
    ("蒙古文：ᠮᠣᠩᠭᠣᠯ。", "ᠮᠣᠩᠭᠣᠯ", "mn"),
    ("印地文：हिन्दी。", "हिन्दी", "hi"),
]


@pytest.mark.parametrize(("text", "words", "language"), FOREIGN)
@pytest.mark.parametrize("cut", [strangers, lambda text: passages(text, "zh")])
def test_letters_tell_the_language(text, words, language, cut):
    assert (words, language) in list(cut(text))


@pytest.mark.parametrize("text", ["α粒子与β射线", "Я", "地球の美", "plain words of English"])
def test_a_sign_or_english_is_no_stranger(text):
    assert list(strangers(text)) == [(text, "")]


def test_english_sentences_are_passages_of_chinese_text():
    assert ("good morning to you", "en") in list(passages("他说 good morning to you 再见", "zh"))


@given(st.text("中文。“”aбвאبกのテ한 ,1", max_size=40), st.sampled_from(["zh", "en", "ja", ""]))
def test_no_character_is_lost(text, language):
    assert "".join(piece for piece, _ in passages(text, language)) == text
    assert "".join(piece for piece, _ in strangers(text)) == text
