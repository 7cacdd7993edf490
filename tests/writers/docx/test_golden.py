"""Small publications and the main part that Word gets for them, to be read by people.

A case is a folder in ``tests/golden/writers/docx``: ``publication.json`` and
``document.xml``, which ``pytest --update-golden`` writes anew.
"""

from pathlib import Path

import pytest
from lxml import etree

from bulletin_export.model.interchange import from_json
from writers.docx.opened import part, written

CASES = Path(__file__).parents[2] / "golden" / "writers" / "docx"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_main_part_is_as_it_was_looked_at(case, request):
    publication = from_json((CASES / case / "publication.json").read_bytes())
    root = part(written(publication))
    etree.indent(root)
    found = etree.tostring(root, encoding="unicode") + "\n"
    file = CASES / case / "document.xml"
    if request.config.getoption("--rewrite"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
