"""Captions are counted, figures and tables apart; those that bring a number keep it."""

import pytest

import builders as b
from bulletin_export.composition.caption_numbers import Captions, numbered
from bulletin_export.model.text import paragraphs
from bulletin_export.styling.template import Composition

WANTED = Composition(number_captions=True)


def test_figures_and_tables_are_counted_apart():
    captions = Captions()
    kinds = ("图", "表", "图")
    assert [captions.number(kind, "甲").label for kind in kinds] == ["图1　", "表1　", "图2　"]


def test_a_plain_number_counts_and_the_next_goes_on_from_it():
    captions = Captions()
    typed, after = captions.number("图", "图3　甲"), captions.number("图", "乙")
    assert (typed.number, typed.start, typed.end, typed.jumps) == (3, 1, 2, True)
    assert (after.number, after.end, after.jumps) == (4, 0, False)


@pytest.mark.parametrize(
    "text", ["图2-1 甲", "附图1 甲", "Fig. 3 甲", "图一　甲", "表1 甲", "图１甲"]
)
def test_another_number_is_left_alone(text):
    assert Captions().number("图", text) is None


@pytest.mark.parametrize("text", ["图书馆外景", "图中为会场", "2020年2月的会场", "图片说明"])
def test_words_are_no_numbers(text):
    assert Captions().number("图", text).number == 1


def test_other_formats_print_the_numbers_in_reading_order():
    inner = b.table(b.tr("丙"), caption="内表")
    article = b.article(
        b.figure(b.img(), caption="甲"),
        b.figure(b.img()),
        b.table(b.tr(b.td(inner)), caption="外表"),
        b.quote(b.ul(b.li(b.figure(b.img(), caption="图5 乙"), b.figure(b.img(), caption="丁")))),
    )
    for found in numbered(b.publication(article, article), WANTED).articles():
        assert list(paragraphs(found.blocks)) == [
            "图1　甲", "表1　外表", "表2　内表", "丙", "图5 乙", "图6　丁",
        ]  # fmt: skip


def test_no_number_is_put_anywhere_by_default():
    whole = b.publication(b.article(b.figure(b.img(), caption="甲")))
    assert numbered(whole, Composition()) is whole
