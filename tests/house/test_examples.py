"""The examples are what they are said to be."""

from pathlib import Path

from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.nodes import Node
from bulletin_export.model.walk import walk
from torture import torture

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_the_torture_file_is_the_torture_publication():
    data = (EXAMPLES / "torture.json").read_bytes()
    assert data == to_json(torture()) + b"\n", "run: make golden"
    assert from_json(data) == torture()


def test_the_torture_publication_holds_every_node():
    seen = {type(node) for article in torture().articles() for node in walk(article.blocks)}
    assert seen == set(Node.__args__)


def test_the_page_labelled_gb2312_holds_gb18030_bytes():
    data = (EXAMPLES / "pages" / "breaks.html").read_bytes()
    assert b"charset=gb2312" in data
    assert "镕铸" in data.decode("gb18030")
    # 镕 is not in GB 2312: who believes the label loses it.
    assert "镕铸" not in data.decode("gb2312", errors="replace")
