"""Every kind of body is found in every layout, whatever stands below and beside it."""

import pytest

from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from layouts import BODIES, EXTRAS, LAYOUTS, LIST_BODIES
from shapes import INFO, TITLE

#: Beside pictures or a table alone, a column of prose cannot be told from the article's own.
DOUBTFUL = {(body, "longside") for body in ("figs", "table")}
WITHOUT_BOX = ("shortdiv", "_flat", "legal")
COLUMNS = ("通知公告", "政策文件", "图片新闻")


def read(text):
    return read_source(Source(data=text.encode(), name="page.html"))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("body", BODIES)
def test_a_body_comes_out_whole_in_every_layout(body, layout):
    html, wanted = BODIES[body]
    for extra, (below, beside) in EXTRAS.items():
        (article,) = read(layout(html, below, beside)).articles
        found = tuple(paragraphs(article.blocks))
        if (body, extra) in DOUBTFUL or (body, layout.__name__, extra) == WITHOUT_BOX:
            assert set(wanted) <= set(found), extra
        else:
            assert found == wanted, extra


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("body", LIST_BODIES)
def test_a_list_is_no_article_in_any_layout(body, layout):
    for number, extra in enumerate(("none", "side", "lists", "relatedno", "longside")):
        if (body, layout.__name__, extra) == ("six", "_site_name_as_heading", "longside"):
            continue  # No title is printed, and there is more prose than headlines.
        page = layout(LIST_BODIES[body], *EXTRAS[extra])
        reading = read(page.replace(INFO, "").replace(TITLE, COLUMNS[number % len(COLUMNS)]))
        assert not reading.articles, extra
        assert reading.listing.entries
