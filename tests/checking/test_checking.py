"""What is no Word document is refused in one sentence, however hostile."""

import io
import zipfile

import pytest

from builders import article, p
from bulletin_export import pipeline
from bulletin_export.checking import check
from bulletin_export.errors import MalformedSourceError, UncheckableFileError
from bulletin_export.model.publication import Publication, Section
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from validators.archives import changed

BOMB = b"<w:p/>" * 3_000_000
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""


@pytest.fixture(scope="module")
def good() -> bytes:
    one = Publication(sections=(Section((article(p("正文。")),)),), title="题")
    return pipeline.write(one, "docx", load_template("plain"), None).data


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    return changed(data, lambda name, old: content if name == part else old)


def packed(**parts: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return result.getvalue()


def refusal(data: bytes, kind: type[Exception], name: str = "a.docx") -> str:
    with pytest.raises(kind) as caught:
        check(Source(data=data, name=name))
    return str(caught.value)


def test_a_plain_article_has_no_fault(good):
    assert check(Source(data=good, name="a.docx")) == ()


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0 old Word"])
def test_what_is_no_archive_is_no_word_document(data):
    assert "a.docx is not what it claims to be" in refusal(data, MalformedSourceError)


def test_a_file_that_was_cut_off_is_refused(good):
    assert "a.docx" in refusal(good[: len(good) // 2], MalformedSourceError)


def test_another_archive_that_is_called_docx_is_refused():
    assert "no Word document" in refusal(packed(a=b"1"), MalformedSourceError)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"text"])
def test_files_of_other_kinds_are_a_wrong_call_that_names_the_right_ones(data):
    assert refusal(data, UncheckableFileError, "a.pdf")
    with pytest.raises(UncheckableFileError) as caught:
        check(Source(data=data, name="a.bin"))
    assert ".docx" in caught.value.hint("en")
    assert caught.value.exit_code == 2


def test_a_bomb_is_not_unpacked(good):
    document = b'<w:document xmlns:w="x"><w:body>' + BOMB + b"</w:body></w:document>"
    data = with_part(good, "word/document.xml", document)
    said = refusal(repacked(data), MalformedSourceError)
    assert "unpacks to far more" in said


def repacked(data: bytes) -> bytes:
    before = zipfile.ZipFile(io.BytesIO(data))
    return packed(**{name: before.read(name) for name in before.namelist()})


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_entities_are_refused(good, part):
    assert "declares entities" in refusal(with_part(good, part, LAUGHS), MalformedSourceError)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_broken_xml_names_its_part(good, part):
    assert part in refusal(with_part(good, part, b"<w:document><unclosed>"), MalformedSourceError)


def test_a_locked_file_is_said_to_be_locked(good):
    locked = bytearray(good)
    at = locked.rfind(b"PK\x01\x02", 0, locked.rfind(b"word/document.xml"))
    locked[at + 8] |= 1
    assert "password" in refusal(bytes(locked), MalformedSourceError)


def test_a_file_without_its_main_part_is_refused(good):
    data = changed(good, lambda name, old: None if name == "word/document.xml" else old)
    assert "no Word document" in refusal(data, MalformedSourceError)
