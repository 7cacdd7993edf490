"""News sites through the years: from each shape of page comes the article, whole and alone."""

import pytest

from bulletin_export.model.article import ContributorRole
from bulletin_export.model.nodes import Figure
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from portals import early, fronts, modern, others, social  # noqa: F401  they file their shapes
from portals.story import SHAPES


def article_of(name):
    reading = read_source(Source(data=SHAPES[name].html.encode(), name="page.html"))
    assert reading.listing is None
    (article,) = reading.articles
    return article


def names(article, *roles):
    return {one.name for one in article.metadata.contributors if one.role in roles}


@pytest.mark.parametrize("name", SHAPES)
def test_the_words_of_the_article_come_out_whole_and_alone(name):
    story = SHAPES[name].story
    found = [text.strip() for text in paragraphs(article_of(name).blocks)]
    beside = (
        "（完）",
        "（文/",
        "记者：请谈谈",
        "要点",
        "安装新浪",
        "本报记者",
        "（编辑",
        *story.captions,
    )
    told = [text.removesuffix("【详细】") for text in found if not text.startswith(beside)]
    assert [text for text in told if not text.endswith(":30")] == list(story.paragraphs)


@pytest.mark.parametrize("name", SHAPES)
def test_the_pictures_of_the_article_are_kept_and_no_others(name):
    blocks = article_of(name).blocks
    assert sum(isinstance(node, Figure) for node in walk(blocks)) == SHAPES[name].pictures


@pytest.mark.parametrize("name", SHAPES)
def test_the_headline_is_told_from_what_stands_above_and_below(name):
    headline, shape = article_of(name).headline, SHAPES[name]
    assert headline.title == shape.story.title
    for part in {"kicker", "subtitle"} & shape.shows:
        assert getattr(headline, part) == getattr(shape.story, part)


@pytest.mark.parametrize("name", SHAPES)
def test_time_and_source_are_those_of_the_article(name):
    data, (_, story, shows, _) = article_of(name).metadata, SHAPES[name]
    given = (data.date.value if data.date else "").replace("T", " ")
    wanted = story.date if "date" in shows else story.day if "day" in shows else ""
    assert given[: len(story.date)][: len(wanted) or None] == wanted
    assert data.source == (story.source if "source" in shows else "")


@pytest.mark.parametrize("name", SHAPES)
def test_people_are_named_for_what_they_did_and_none_is_invented(name):
    article, (_, story, shows, _) = article_of(name), SHAPES[name]
    authors = names(article, ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT)
    assert authors == ({story.author} if "author" in shows else set())
    if "editor" in shows:
        assert story.editor in names(article, ContributorRole.EDITOR)


@pytest.mark.parametrize("name", fronts.LISTS)
def test_a_page_that_only_leads_to_articles_is_none(name):
    reading = read_source(Source(data=fronts.LISTS[name].encode(), name="page.html"))
    assert not reading.articles
    assert len(reading.listing.entries) >= 8


@pytest.mark.parametrize("name", fronts.ARTICLES)
def test_an_article_full_of_links_is_one(name):
    reading = read_source(Source(data=fronts.ARTICLES[name].encode(), name="page.html"))
    assert reading.listing is None
    assert len(reading.articles) == 1
