"""The numbers in the list of contents are those of our own pages, or honest guesses."""

import pytest
from msgspec.structs import replace

import builders as b
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.typesetting.pages import lay_out
from bulletin_export.writers.docx import pagination
from bulletin_export.writers.docx.pagination import page_numbers
from writers.docx.opened import NoFonts

LONG = b.article(*["正文" * 200] * 20, title="长文", kicker="引题")
SHORT = b.article("一段", title="短文")
WHOLE = Publication(
    sections=(Section((LONG, SHORT), "要闻"), Section((SHORT, LONG))),
    title="简报",
    has_contents=True,
)


def printed(publication, template, fonts):
    """Return the number printed at the foot of the page on which each article begins."""
    layout = lay_out(publication, template, fonts)
    count = sum(1 for _ in publication.articles())
    marks = {f"article-{index}" for index in range(1, count + 1)}
    places = {
        anchor.name: page.label
        for page in layout.pages
        for anchor in page.anchors
        if anchor.name in marks
    }
    return [places[f"article-{index}"] for index in range(1, count + 1)]


@pytest.mark.parametrize("name", ["plain", "gongwen", "clipping", "newspaper"])
def test_each_article_has_the_number_of_the_page_that_pdf_puts_it_on(name):
    template, fonts = load_template(name), FontBook()
    assert page_numbers(WHOLE, template, fonts) == (printed(WHOLE, template, fonts), ())


def test_numbers_without_a_typeface_are_reckoned_and_it_is_said():
    numbers, [remark] = page_numbers(WHOLE, load_template("plain"), NoFonts())
    assert numbers[0] == "1"
    assert int(numbers[1]) > 5
    assert remark.code == "contents-reckoned"


def test_a_publication_too_large_to_be_laid_out_is_reckoned(monkeypatch):
    monkeypatch.setattr(pagination, "MOST_LAID_OUT", 3)
    assert [one.code for one in page_numbers(WHOLE, load_template("plain"), FontBook())[1]] == [
        "contents-reckoned"
    ]


@pytest.mark.parametrize("fonts", [FontBook(), NoFonts()])
def test_pages_counted_on_begin_after_the_contents(fonts):
    template = load_template("plain", {"furniture.front_numbers": "continue"})
    first = int(page_numbers(WHOLE, template, fonts)[0][0])
    begun = int(page_numbers(WHOLE, load_template("plain"), fonts)[0][0])
    assert (begun, first) == (1, 2)


def test_an_empty_list_of_sections_has_no_numbers():
    assert page_numbers(replace(WHOLE, sections=()), load_template("plain"), FontBook())[0] == []
