"""The words in Word are the words in the model, paragraph by paragraph."""

from hypothesis import HealthCheck, given, settings

import strategies
from bulletin_export.composition import front
from writers.docx.opened import TEMPLATE, words, written


def expected(article):
    return list(front.words(article, TEMPLATE.composition))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.articles())
def test_any_article_keeps_its_words(article):
    assert words(written(article)) == expected(article)
