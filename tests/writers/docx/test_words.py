"""The words in Word are the words in the model, paragraph by paragraph."""

import builders as b
import strategies
from hypothesis import HealthCheck, given, settings
from writers.docx.opened import TEMPLATE, words, written

from bulletin_export.composition import front


def expected(article):
    return list(front.words(article, TEMPLATE.composition))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.articles())
def test_any_article_keeps_its_words(article):
    assert words(written(article)) == expected(article)
