"""One climber for everybody: it forgets no cell, no caption, no note."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from builders import (
    article,
    em,
    figure,
    h,
    img,
    li,
    link,
    note,
    ol,
    p,
    quote,
    strong,
    table,
    td,
    tr,
    ul,
)
from bulletin_export.model.nodes import (
    Image,
    ListItem,
    Note,
    Paragraph,
    TableCell,
    TableRow,
    Text,
    ThematicBreak,
)
from bulletin_export.model.walk import find, map_blocks, map_inlines, walk
from strategies import articles


def words(one):
    return [node.value for node in find(one, Text)]


@pytest.mark.parametrize(
    "content",
    [
        p("词"),
        h(1, "词"),
        quote("词"),
        ul("词"),
        ol(li("词")),
        ul(li("词", ul("词"))),
        table(tr("词")),
        table(tr(td("词", ul("词")))),
        table(caption="词"),
        figure(img("a.png"), caption="词"),
        p(note("词")),
        p(link("https://e.cn/", em(strong("词")))),
        table(tr(td(p(note(quote("词")))))),
    ],
    ids=lambda content: type(content).__name__,
)
def test_words_are_found_and_changed_wherever_they_stand(content):
    one = article(content)
    found = words(one)
    assert set(found) == {"词"}
    changed = map_inlines(one, lambda i: Text("字") if isinstance(i, Text) else i)
    assert words(changed) == ["字"] * len(found)


@settings(max_examples=50, deadline=None)
@given(articles())
def test_a_map_that_changes_nothing_gives_an_equal_article(one):
    assert map_inlines(one, lambda inline: inline) == one
    assert map_blocks(one, lambda block: block) == one


@settings(max_examples=50, deadline=None)
@given(articles())
def test_untouched_blocks_stay_the_same_objects(one):
    same = map_inlines(one, lambda inline: inline)
    assert all(new is old for new, old in zip(same.blocks, one.blocks, strict=True))


@settings(max_examples=50, deadline=None)
@given(articles())
def test_a_map_meets_every_inline_that_a_walk_meets(one):
    met = []
    map_inlines(one, lambda inline: met.append(inline) or inline)
    texts = sum(isinstance(node, Text) for node in met)
    assert texts == sum(1 for _ in find(one, Text))


def test_a_walk_yields_parents_before_children_in_reading_order():
    tree = table(tr(td("一"), "二"), caption="题")
    kinds = [type(node) for node in walk((tree,))]
    assert kinds[1:5] == [Text, TableRow, TableCell, Paragraph]
    assert [n.value for n in walk((p("一", em("二"), "三"),)) if isinstance(n, Text)] == [
        "一", "二", "三",
    ]  # fmt: skip


def test_the_pictures_of_a_figure_are_found():
    assert [image.media for image in find(article(figure(img("a"), img("b"))), Image)] == ["a", "b"]


def test_a_tuple_replaces_one_by_several_and_an_empty_one_removes():
    one = article(p("甲", note("注")), ThematicBreak(), "乙")
    doubled = map_inlines(one, lambda i: (i, i) if isinstance(i, Text) else i)
    assert words(doubled) == ["甲", "甲", "注", "注", "乙", "乙"]
    bare = map_inlines(one, lambda i: () if isinstance(i, Note) else i)
    assert words(bare) == ["甲", "乙"]
    no_rule = map_blocks(one, lambda b: () if isinstance(b, ThematicBreak) else b)
    assert len(no_rule.blocks) == 2


def test_blocks_in_items_cells_and_notes_are_mapped_too():
    one = article(ul(li("甲")), table(tr("乙")), p("丙", note("丁")))
    seen = []

    def look(block):
        if isinstance(block, Paragraph):
            seen.append(block)
        return block

    map_blocks(one, look)
    assert len(seen) == 4


def test_the_article_given_is_not_changed():
    one = article(p("甲"))
    map_inlines(one, lambda i: Text("乙"))
    assert words(one) == ["甲"]
    assert list(find(article(ul("甲")), ListItem))
