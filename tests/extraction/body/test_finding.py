"""The article is found on pages of every shape, and what stands beside it is not lost unsaid."""

import pytest

from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from shapes import NEWS, SHAPES, page, tags
from site_shapes import SITE_SHAPES

ALL = {**SHAPES, **SITE_SHAPES}


def read(text):
    return read_source(Source(data=text.encode(), name="page.html"))


@pytest.mark.parametrize("name", ALL)
def test_the_paragraphs_of_the_article_come_out_whole_and_alone(name):
    shape = ALL[name]
    (article,) = read(shape.page).articles
    assert article.headline.title
    assert tuple(paragraphs(article.blocks)) == shape.paragraphs


@pytest.mark.parametrize("name", ALL)
def test_how_the_body_was_found_is_told(name):
    (article,) = read(ALL[name].page).articles
    assert 0 < article.evidence.confidence <= 1
    assert article.evidence.body


def confidence(name):
    return read(SHAPES[name].page).articles[0].evidence.confidence


def test_a_known_container_is_surer_than_a_scored_one_and_that_than_hidden_text():
    assert confidence("known container") > confidence("p in a nameless box")
    assert confidence("p in a nameless box") > confidence("in noscript")


def test_what_is_left_out_of_the_container_is_listed():
    links = "<p><a href=http://x.cn/1>热线</a> <a href=http://x.cn/2>投稿</a></p>"
    reading = read(page(f"<div class=TRS_Editor>{tags('p')}{links}<p>【打印】【关闭】</p></div>"))
    assert tuple(paragraphs(reading.articles[0].blocks)) == NEWS
    left = [one for one in reading.changes[0] if one.field == "left-out"]
    assert [one.before for one in left] == ["热线 投稿", "【打印】【关闭】"]
    assert {(one.rule, one.block, one.after) for one in left} == {("page-furniture", 5, "")}
