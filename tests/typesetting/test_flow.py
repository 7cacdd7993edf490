"""Pages leave as soon as they are finished, and are the pages of the whole layout."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.typesetting.pages import Flow, lay_out
from looks import template
from metric import metric_book


def issue(count: int = 6) -> Publication:
    articles = tuple(
        b.article(*["正文一段，字数不少。" * 12] * 9, title=f"第{index}篇")
        for index in range(count)
    )
    return Publication(sections=(Section(articles, "要闻"),), title="简报", has_contents=True)


def test_a_page_leaves_before_the_next_article_but_one_is_set() -> None:
    flow = Flow(issue(), template(), metric_book())
    begun = [len({mark.anchor for mark in flow.bookmarks}) for _ in flow.leaves()]
    assert begun[0] <= 3
    assert begun == sorted(begun)
    assert begun[-1] == 8


def test_cover_and_contents_leave_last() -> None:
    fronts = [leaf.is_front for leaf in Flow(issue(), template(), metric_book()).leaves()]
    assert fronts == sorted(fronts)
    assert any(fronts)


def test_no_page_bears_a_tag_that_was_settled_before() -> None:
    settled: set[int] = set()
    for leaf in Flow(issue(), template(), metric_book()).leaves():
        used = {one.tag for one in leaf.page.lines} | {one.tag for one in leaf.page.links}
        assert not used & settled
        settled.update(*leaf.settled)
    assert settled


@pytest.mark.parametrize("manner", ["roman", "continue", "none"])
def test_what_tells_the_number_of_all_pages_comes_when_all_have_left(manner: str) -> None:
    how = template(footer="{page}/{pages}")
    how = replace(how, furniture=replace(how.furniture, front_numbers=manner))
    flow = Flow(issue(), how, metric_book())
    leaves = list(flow.leaves())
    late = [leaf for leaf in leaves if leaf.has_late_feet]
    feet = list(flow.late_feet())
    assert [leaf.page.label for leaf in late] == [page.label for page in feet]
    assert not any(leaf.page.furniture for leaf in leaves)
    whole = lay_out(issue(), how, metric_book())
    said = {page.label: [one.line.text for one in page.furniture] for page in whole.pages}
    body = sum(not leaf.is_front for leaf in leaves)
    total = len(leaves) if manner == "continue" else body
    assert said[leaves[body - 1].page.label][-1].endswith(f"/{total}")
