"""Laws that hold for any text."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article, br, code, em, img, link, note, p, ruby, strong, td, tr
from builders import table as table_of
from bulletin_export.model.nodes import Code, Image, Note
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.transforms.base import PARAGRAPH_END, undone
from bulletin_export.transforms.clean import clean
from bulletin_export.transforms.clean.text import Cleaner

HAN = re.compile("[\u3400-\u9fff]")
DIGITS = re.compile("[0-9]")

ALPHABET = (
    "汉字会议强调要，。、：；？！,.;:?!\"'()（）“”《》…·-—  \u00a0\u3000\u2003abcX019%℃/@\\&\n"
)
texts = st.text(st.sampled_from(ALPHABET), max_size=60)
anything = st.text(max_size=40)


@settings(max_examples=6000)
@given(texts)
def test_cleaning_twice_is_cleaning_once(text):
    once = Cleaner().clean(text)
    again = [Cleaner().clean(part) for part in once.split(PARAGRAPH_END)]
    assert again == once.split(PARAGRAPH_END)


@settings(max_examples=3000)
@given(st.one_of(texts, anything))
def test_changes_replayed_backwards_give_the_input(text):
    cleaner = Cleaner()
    cleaned = cleaner.clean(text)
    assert undone(cleaned, cleaner.changes) == text


@settings(max_examples=3000)
@given(texts)
def test_no_han_and_no_digit_changes(text):
    cleaned = Cleaner().clean(text)
    assert HAN.findall(cleaned) == HAN.findall(text)
    assert DIGITS.findall(cleaned) == DIGITS.findall(text)


@settings(max_examples=2000)
@given(anything)
def test_only_composition_changes_characters_of_unknown_scripts(text):
    def letters(value):
        value = unicodedata.normalize("NFKC", value)
        return [one for one in value if unicodedata.category(one) in ("Lo", "Lu", "Nd")]

    assert letters(Cleaner().clean(text)) == letters(text)


@settings(max_examples=2000)
@given(st.lists(texts, min_size=1, max_size=5))
def test_marks_around_pieces_do_not_change_what_becomes_of_the_text(parts):
    parts = [part.replace("\n", "") for part in parts]
    plain = Cleaner().clean("".join(parts))
    pieces = Cleaner().clean_pieces(parts, [False] * len(parts))
    assert "".join(pieces) == plain


@settings(max_examples=1500)
@given(st.lists(texts, min_size=3, max_size=3))
def test_an_article_cleaned_twice_is_the_article_cleaned_once(parts):
    one, two, three = (part.replace("\n", "") for part in parts)
    given = article(
        p(
            one,
            strong(two),
            em(link("http://x.cn/", three)),
            br,
            "尾 ,",
            ruby("汉", "hàn"),
            code("a , b"),
        ),
        p(img("a.png"), note(p(one)), two),
        table_of(tr(td(two), td(three)), tr(td("甲"), td("乙"))),
        title=one or "题",
    )
    once = clean(given).article
    again = clean(once)
    assert again.article == once
    assert not again.changes
    assert list(find(once, Code)) == list(find(given, Code))
    assert len(list(find(once, Image))) == len(list(find(once, Note))) == 1
    assert all(text.strip() for text in paragraphs(once.blocks))
