"""The long torture publication keeps what it promises."""

from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.nodes import Node, Note, Table
from bulletin_export.model.walk import walk
from bulletin_export.typesetting.pages import lay_out
from looks import template
from torture_long import torture_long

LONG = torture_long()


def test_it_holds_every_node():
    seen = {type(node) for article in LONG.articles() for node in walk(article.blocks)}
    assert seen == set(Node.__args__)


def test_it_survives_its_json_form():
    assert from_json(to_json(LONG)) == LONG


def test_it_has_notes_and_tables_within_one_another():
    nodes = [node for article in LONG.articles() for node in walk(article.blocks)]
    inside_notes = [
        inner for node in nodes if isinstance(node, Note) for inner in walk(node.blocks)
    ]
    assert any(isinstance(inner, Table) for inner in inside_notes)
    tables = [node for node in nodes if isinstance(node, Table)]
    inside_tables = [inner for table in tables for inner in walk((table,)) if inner is not table]
    assert any(isinstance(inner, Note) for inner in inside_tables)
    assert any(isinstance(inner, Table) for inner in inside_tables)


def test_it_fills_sixty_pages(test_book):
    assert len(lay_out(LONG, template(), test_book).pages) >= 60
