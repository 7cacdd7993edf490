"""The torture publication for Word holds what it promises."""

from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.nodes import BulletList, Image, Node, Note, OrderedList, Table
from bulletin_export.model.walk import find, walk
from torture_word import LINKS, NOTES, OFFICIAL, PICTURES, torture_word

WORD = torture_word()


def deepest(blocks, kinds, depth=0):
    found = [depth]
    for block in blocks:
        inner = depth + isinstance(block, kinds)
        for name in ("blocks", "items", "rows", "cells"):
            found.append(deepest(getattr(block, name, ()), kinds, inner))
        found.append(inner)
    return max(found)


def counted(kind):
    return sum(1 for article in WORD.articles() for _ in find(article, kind))


def test_it_holds_every_node():
    assert {type(one) for a in WORD.articles() for one in walk(a.blocks)} == set(Node.__args__)


def test_it_holds_as_many_of_each_as_it_says():
    assert counted(Note) >= NOTES
    assert counted(Image) >= PICTURES
    links = [article for article in WORD.articles() if article.headline.title.startswith("两百")]
    assert sum(1 for one in walk(links[0].blocks) if type(one).__name__ == "Link") > 2 * LINKS


def test_it_nests_deeper_than_word_counts():
    blocks = [block for article in WORD.articles() for block in article.blocks]
    assert deepest(blocks, Table) >= 5
    assert deepest(blocks, (BulletList, OrderedList)) >= 10


def test_it_has_an_official_document_of_each_form():
    assert {one.notice.form for one in WORD.articles() if one.notice} == set(OFFICIAL)


def test_it_survives_its_json_form():
    assert from_json(to_json(WORD)) == WORD
