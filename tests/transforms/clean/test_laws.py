"""Laws that hold for any text and any article."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from builders import article, br, code, em, img, link, note, p, ruby, strong, td, tr
from builders import table as table_of
from bulletin_export.model import nodes as n
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import Code, Image, Note
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.transforms.base import PARAGRAPH_END, undone
from bulletin_export.transforms.clean import chosen, clean
from bulletin_export.transforms.clean.protection import protected_spans
from bulletin_export.transforms.clean.replay import raw_texts, texts
from bulletin_export.transforms.clean.text import Cleaner

HAN = re.compile("[\u3400-\u9fff]")
DIGITS = re.compile("[0-9]")

#: Words that bring about what single characters hardly ever do together.
WORDS = (
    "https://a.cn/x?a=1,b=2", "a,b@c.com", "1,234.5", "10:30", "3:1", "2020-02-06", "f(x)", "$x,y$",
    "`a, b`", "He said, well, no.", "“Yes!”", "C:\\a", "/a/b.c", "&nbsp;", "...", "--", "。。。", "……",
    "——", "。  ", "！”\u00a0\u00a0", "(一)", '"好"', "，", " ,", "来源:", "责任编辑:", "?!",
)  # fmt: skip
ALPHABET = (
    "汉字会议强调要，。、：；？！,.;:?!\"'()（）“”《》…·-—  \u00a0\u3000\u2003abcX019%℃/@\\&~<>[]\n"
)
texts_of_marks = st.text(st.sampled_from(ALPHABET), max_size=60)
texts_of_words = st.lists(st.sampled_from([*WORDS, *ALPHABET]), max_size=24).map("".join)
messy = st.one_of(texts_of_marks, texts_of_words)
anything = st.text(max_size=40)
every_choice = pytest.mark.parametrize("choice", ["default", "all"])


def cleaned_parts(text, choice="default"):
    return Cleaner(chosen(choice)).clean(text).split(PARAGRAPH_END)


@every_choice
@settings(max_examples=400)
@given(text=messy)
@example(text='"。\u3000 字')
@example(text='"…  0"会"')
def test_cleaning_twice_is_cleaning_once(text, choice):
    once = cleaned_parts(text, choice)
    assert [Cleaner(chosen(choice)).clean(part) for part in once] == once


@every_choice
@settings(max_examples=300)
@given(text=st.one_of(messy, anything))
def test_changes_replayed_backwards_give_the_input(text, choice):
    cleaner = Cleaner(chosen(choice))
    cleaned = cleaner.clean(text)
    assert undone(cleaned, cleaner.changes) == text


@every_choice
@settings(max_examples=300)
@given(text=messy)
def test_no_han_and_no_digit_changes(text, choice):
    cleaned = Cleaner(chosen(f"{choice},-boilerplate")).clean(text)
    assert HAN.findall(cleaned) == HAN.findall(text)
    assert DIGITS.findall(cleaned) == DIGITS.findall(text)


@settings(max_examples=300)
@given(messy)
def test_letters_keep_their_order(text):
    def letters(value):
        return [one for one in value if one.isalnum()]

    assert letters(Cleaner().clean(text)) == letters(text)


@settings(max_examples=200)
@given(anything)
def test_only_composition_changes_characters_of_unknown_scripts(text):
    def letters(value):
        value = unicodedata.normalize("NFKC", value)
        return [one for one in value if unicodedata.category(one) in ("Lo", "Lu", "Nd")]

    assert letters(Cleaner().clean(text)) == letters(text)


@settings(max_examples=200)
@given(messy)
def test_protected_stretches_stay_letter_for_letter(text):
    text = Cleaner(chosen("none,+line-ends,+invisible,+edges")).clean(text)
    cleaned = Cleaner().clean(text)
    place = 0
    for start, end in protected_spans(text):
        span = re.sub(r"\s+", " ", text[start:end])
        place = cleaned.find(span, place)
        assert place >= 0, span
        place += len(span)


@settings(max_examples=200)
@given(st.lists(messy, min_size=1, max_size=5))
def test_marks_around_pieces_do_not_change_what_becomes_of_the_text(parts):
    parts = [part.replace("\n", "") for part in parts]
    plain = Cleaner().clean("".join(parts))
    pieces = Cleaner().clean_pieces(parts, [False] * len(parts))
    assert "".join(pieces) == plain


# --- whole articles ---------------------------------------------------------------------

_leaf = st.one_of(
    st.builds(n.Text, messy.filter(bool)),
    st.builds(n.Text, messy.filter(bool)),
    st.builds(n.Text, st.sampled_from(" ,，。\u3000")),
    st.builds(n.Code, st.sampled_from(["a , b", "“x ”", "甲 ,乙"])),
    st.just(n.LineBreak()),
    st.builds(n.Ruby, st.sampled_from("汉字"), st.just("zì")),
    st.builds(n.Image, st.just("a.png")),
)
_inline = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        *(st.builds(kind, st.lists(inner, min_size=1, max_size=3).map(tuple))
          for kind in (n.Strong, n.Emphasis, n.Superscript)),
        st.builds(n.Link, st.just("http://a.cn/"), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=4,
)  # fmt: skip
_line = st.lists(_inline, min_size=1, max_size=4).map(tuple)
_plain = st.builds(n.Paragraph, _line)
_note = st.deferred(
    lambda: st.builds(
        n.Note, st.lists(st.one_of(_plain, _noted), min_size=1, max_size=2).map(tuple)
    )
)
_noted = st.builds(n.Paragraph, st.tuples(_inline, _note, _inline))
_flat = st.one_of(
    _plain, _plain, _noted, st.builds(n.Heading, st.just(2), _line),
    st.builds(n.Figure, st.just((n.Image("b.png"),)), _line),
)  # fmt: skip
_blocks = st.one_of(
    _flat, _flat,
    st.builds(n.BlockQuote, st.lists(_flat, min_size=1, max_size=2).map(tuple)),
    st.builds(lambda blocks: n.BulletList((n.ListItem(tuple(blocks)),)), st.lists(_flat, min_size=1, max_size=2)),
    strategies.tables(_flat, max_rows=2, max_columns=2),
)  # fmt: skip
messy_articles = st.builds(
    Article,
    headline=st.builds(Headline, messy, messy),
    blocks=st.lists(_blocks, max_size=4).map(tuple),
)


@every_choice
@settings(max_examples=150)
@given(given=messy_articles)
def test_any_article_cleaned_twice_is_the_article_cleaned_once(given, choice):
    once = clean(given, chosen(choice)).article
    again = clean(once, chosen(choice))
    assert again.article == once
    assert not again.changes


@every_choice
@settings(max_examples=150)
@given(given=st.one_of(messy_articles, strategies.articles()))
def test_all_changes_of_an_article_replayed_backwards_give_its_raw_texts(given, choice):
    done = clean(given, chosen(choice))
    assert raw_texts(done.article, done.changes) == texts(given)
    in_title = [one for one in done.changes if one.field == "title"]
    assert undone(done.article.headline.title, in_title) == given.headline.title


@settings(max_examples=150)
@given(messy_articles)
def test_what_is_locked_in_an_article_stays(given):
    done = clean(given).article
    for kind in (Code, Image, n.Ruby):
        assert list(find(done, kind)) == list(find(given, kind))
    for kind in (Note, n.LineBreak):
        assert len(list(find(done, kind))) == len(list(find(given, kind)))


@settings(max_examples=100)
@given(st.lists(texts_of_marks, min_size=3, max_size=3))
@example(['"', '"会', '…  0"'])
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
