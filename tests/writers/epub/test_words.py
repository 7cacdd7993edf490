"""No word is lost on the way into a book."""

from __future__ import annotations

from hypothesis import given, settings

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from strategies import articles, publications
from writers.reading_back import epub_paragraphs, parts, spine

PLAIN = load_template("plain")


def write(publication):
    return EpubWriter().write(publication, PLAIN, None).data


def documents_of_articles(data):
    files = parts(data)
    return [files[name] for name in spine(data) if "/article-" in name]


@settings(max_examples=60, deadline=None)
@given(articles())
def test_every_paragraph_of_an_article_can_be_read_back(article):
    data = write(Publication(sections=(Section((article,)),)))
    (document,) = documents_of_articles(data)
    assert epub_paragraphs(document) == list(front.words(article, PLAIN.composition))


@settings(max_examples=20, deadline=None)
@given(publications())
def test_every_paragraph_of_a_bundle_can_be_read_back_in_order(publication):
    data = write(publication)
    found = [epub_paragraphs(document) for document in documents_of_articles(data)]
    wanted = [list(front.words(one, PLAIN.composition)) for one in publication.articles()]
    assert found == wanted


@settings(max_examples=20, deadline=None)
@given(publications())
def test_the_same_publication_gives_the_same_bytes(publication):
    assert write(publication) == write(publication)
