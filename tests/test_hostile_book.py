"""A publication that wants to be an invalid book becomes a valid one, and nothing of it is lost."""

import pytest

from bulletin_export.checking import check
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.readers.epub import EpubReader
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from hostile_book import TITLES, hostile, ten_thousand


@pytest.fixture(scope="module")
def book():
    return EpubWriter().write(hostile(), load_template("plain"), None).data


def test_our_checker_has_nothing_to_say(book):
    assert check(Source(data=book, name="hostile.epub")) == ()


def test_it_reads_back_as_it_was_but_for_what_xml_forbids(book):
    read = EpubReader().read(Source(data=book, name="hostile.epub"))
    written, _ = without_forbidden(hostile())
    for before, after in zip(written.articles(), read.articles, strict=True):
        assert (after.headline, after.blocks) == (before.headline, before.blocks)


def test_it_has_every_odd_title():
    assert {one.headline.title for one in hostile().articles()} >= set(TITLES)


def test_ten_thousand_are_ten_thousand():
    assert ten_thousand().count == 10_000
