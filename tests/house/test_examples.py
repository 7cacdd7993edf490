"""The examples are what they are said to be."""

import runpy
from pathlib import Path

from bulletin_export import pipeline
from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.nodes import Node
from bulletin_export.model.walk import walk
from bulletin_export.styling.load import load_template
from torture import torture

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_the_torture_file_is_the_torture_publication():
    data = (EXAMPLES / "torture.json").read_bytes()
    assert data == to_json(torture()) + b"\n", "run: make golden"
    assert from_json(data) == torture()


def test_the_torture_publication_holds_every_node():
    seen = {type(node) for article in torture().articles() for node in walk(article.blocks)}
    assert seen == set(Node.__args__)


def test_the_office_template_is_filled(tmp_path):
    path = tmp_path / "简报.docx"
    runpy.run_path(str(EXAMPLES / "office_template.py"))["office_template"]().save(str(path))
    result = pipeline.write(torture(), "docx", load_template(path))
    assert result.data.startswith(b"PK")
    assert not [one for one in result.diagnostics if one.code == "document-leads-outside"]


def test_the_page_labelled_gb2312_holds_gb18030_bytes():
    data = (EXAMPLES / "pages" / "breaks.html").read_bytes()
    assert b"charset=gb2312" in data
    assert "镕铸" in data.decode("gb18030")
    # 镕 is not in GB 2312: who believes the label loses it.
    assert "镕铸" not in data.decode("gb2312", errors="replace")
