"""Files that are no document of a house, or mean harm."""

from __future__ import annotations

import pytest

from builders import p
from bulletin_export.errors import UnusableDocumentError
from offices import article, filled, office, parts, repacked

GOOD = office("{{body}}")
MAIN = parts(GOOD)["word/document.xml"]
TYPES = parts(GOOD)["[Content_Types].xml"]
RELS = parts(GOOD)["word/_rels/document.xml.rels"]
_TYPE = b"wordprocessingml.document.main+xml"
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"word/document.xml": None}, "no-word-document"),
        ({"[Content_Types].xml": None}, "no-word-document"),
        ({"_rels/.rels": None}, "no-word-document"),
        ({"word/document.xml": b"<w:document"}, "part-broken"),
        ({"word/document.xml": _BOMB}, "part-broken"),
        ({"word/styles.xml": b"not XML"}, "part-broken"),
        ({"word/document.xml": b'<w:document xmlns:w="urn:other"><w:body/></w:document>'},
         "part-broken"),
        ({"word/document.xml": MAIN.replace(b"w:body", b"w:sdt")}, "no-word-document"),
        ({"[Content_Types].xml": TYPES.replace(_TYPE, b"spreadsheetml.sheet.main+xml")},
         "no-word-document"),
        ({"[Content_Types].xml": TYPES.replace(
            b"application/vnd.openxmlformats-officedocument." + _TYPE,
            b"application/vnd.ms-word.document.macroEnabled.main+xml")}, "has-macros"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_refused_and_says_why(changes, reason):
    with pytest.raises(UnusableDocumentError) as caught:
        filled(repacked(GOOD, changes), article(p("正文")))
    assert caught.value.reason.code == reason
    assert caught.value.document == "office.docx"


def test_a_template_of_word_becomes_a_document():
    data = repacked(
        GOOD,
        {"[Content_Types].xml": TYPES.replace(_TYPE, _TYPE.replace(b".document.", b".template."))},
    )
    types = parts(filled(data, article(p("正文"))).data)["[Content_Types].xml"]
    assert _TYPE in types
    assert b"template.main" not in types


def test_what_is_taken_from_outside_is_told():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    outside = f'<Relationship Id="rOut" Type="{kind}" Target="http://example.cn/a.png" TargetMode="External"/></Relationships>'
    data = repacked(
        GOOD, {"word/_rels/document.xml.rels": RELS.replace(b"</Relationships>", outside.encode())}
    )
    result = filled(data, article(p("正文")))
    (remark,) = result.diagnostics
    assert remark.code == "document-leads-outside"
    assert remark.facts["target"] == "http://example.cn/a.png"


def test_signatures_are_left_out_as_the_text_is_another_one():
    data = repacked(GOOD, {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    result = filled(data, article(p("正文")))
    assert "_xmlsignatures/sig1.xml" not in parts(result.data)
    assert [one.code for one in result.diagnostics] == ["document-unsigned"]


def test_an_article_that_says_nothing_can_be_written():
    assert filled(GOOD, article()).data
