"""The words of a tree, the measure of every output."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from builders import (
    article,
    br,
    code,
    em,
    figure,
    h,
    hr,
    img,
    li,
    link,
    note,
    ol,
    p,
    pre,
    quote,
    ruby,
    strike,
    strong,
    sub,
    sup,
    table,
    td,
    tr,
    u,
    ul,
)
from bulletin_export.model.nodes import Code, Note, Ruby, Text
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import map_inlines, walk
from strategies import articles


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (Text("甲"), "甲"),
        (code("f(x)"), "f(x)"),
        (br, "\n"),
        (ruby("汉", "hàn"), "汉"),
        (img("a.png", "会场"), ""),
        (note("注"), ""),
        (link("https://e.cn/", "甲", em("乙")), "甲乙"),
        (em("甲"), "甲"),
        (strong(u("甲")), "甲"),
        (strike("甲"), "甲"),
        (p(sup("甲"), sub("乙")).children[0], "甲"),
    ],
)
def test_an_inline_says(inline, text):
    assert plain_text((inline,)) == text


@pytest.mark.parametrize(
    ("block", "texts"),
    [
        (p("甲", "乙"), ["甲乙"]),
        (h(2, "题"), ["题"]),
        (quote("甲", quote("乙")), ["甲", "乙"]),
        (ul(li("甲", ol("乙")), "丙"), ["甲", "乙", "丙"]),
        (pre("x\n y"), ["x\n y"]),
        (hr, []),
        (table(tr(td("甲", "乙"), "丙"), caption="表"), ["表", "甲", "乙", "丙"]),
        (figure(img("a.png", "会场"), caption="图"), ["图"]),
        (p(""), []),
        (p("\u3000 "), []),
        (p(img("a.png")), []),
    ],
)
def test_a_block_says_paragraph_by_paragraph(block, texts):
    assert list(paragraphs((block,))) == texts


@settings(max_examples=60, deadline=None)
@given(articles())
def test_no_characters_are_lost_or_made_up(one):
    bare = map_inlines(one, lambda inline: () if isinstance(inline, Note) else inline)
    leaves = "".join(
        node.base if isinstance(node, Ruby) else node.value
        for node in walk(bare.blocks)
        if isinstance(node, (Text, Code, Ruby)) or type(node).__name__ == "CodeBlock"
    )
    assert "".join("".join(paragraphs(one.blocks)).split()) == "".join(leaves.split())


def test_an_empty_article_says_nothing():
    assert list(paragraphs(article().blocks)) == []
