"""The JSON form is read back as it was written, and faults are named by their place."""

import json

import pytest

from builders import article, p, publication, strong, ul
from bulletin_export.errors import MalformedSourceError, NoArticleError
from bulletin_export.model.interchange import to_json
from bulletin_export.model.publication import Publication
from bulletin_export.readers.json import JsonReader
from bulletin_export.sources import Source


def read(data):
    return JsonReader().read(Source(data=data, name="issue.json")).articles


def test_what_was_written_is_read_back():
    articles = (article(p("甲", strong("乙")), title="一"), article(ul("丙", "丁"), title="二"))
    assert read(to_json(publication(*articles))) == articles


def test_a_byte_order_mark_does_not_matter():
    given = article("甲")
    assert read(b"\xef\xbb\xbf" + to_json(publication(given))) == (given,)


def test_a_fault_is_named_by_its_place():
    data = json.loads(to_json(publication(article("甲"))))
    data["publication"]["sections"][0]["articles"][0]["blocks"][0]["node"] = "Poem"
    with pytest.raises(MalformedSourceError, match=r"sections\[0\]\.articles\[0\]\.blocks\[0\]"):
        read(json.dumps(data).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_our_json_is_refused(data):
    with pytest.raises(MalformedSourceError):
        read(data)


def test_a_publication_without_articles_is_no_source():
    with pytest.raises(NoArticleError):
        read(to_json(Publication(sections=())))
