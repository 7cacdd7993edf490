"""Documents of the house: named by an option or a key, read once, refused with a reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from bulletin_export import pipeline
from bulletin_export.errors import InvalidTemplateError, UnusableDocumentError
from bulletin_export.styling import house_document
from bulletin_export.styling.load import load_template
from bulletin_export.styling.looks import Looks
from offices import office, written


def _folder(path, toml):
    path.mkdir()
    (path / "template.toml").write_text(toml, "utf-8")
    return path


def test_a_document_is_a_template_on_the_ground(tmp_path):
    template = load_template(written(tmp_path / "office.docx", office("{{body}}")))
    assert template.name == "office.docx"
    assert template.is_document
    assert template.house.data == (tmp_path / "office.docx").read_bytes()
    assert template.styles == load_template("plain").styles


def test_a_key_names_a_document_beside_the_template_and_is_inherited(tmp_path):
    base = _folder(tmp_path / "base", '[word]\ntemplate = "letter/office.docx"\n')
    (base / "letter").mkdir()
    data = written(base / "letter" / "office.docx", office("{{body}}")).read_bytes()
    child = _folder(tmp_path / "child", 'extends = "base"\n')
    for folder in (base, child):
        template = load_template(folder)
        assert template.house.data == data
        assert not template.is_document
    off = _folder(tmp_path / "off", 'extends = "base"\n[word]\ntemplate = ""\n')
    assert load_template(off).house is None


def test_a_change_names_a_document_from_where_one_works(tmp_path, monkeypatch):
    written(tmp_path / "office.docx", office("{{body}}"))
    monkeypatch.chdir(tmp_path)
    template = load_template("gongwen", {"word.template": "office.docx"})
    assert template.house is not None
    assert template.name == "gongwen"


def test_a_key_of_another_kind_is_blamed_on_the_template(tmp_path):
    folder = _folder(tmp_path / "base", "[word]\ntemplate = 3\n")
    with pytest.raises(InvalidTemplateError) as caught:
        load_template(folder)
    assert caught.value.key == "word.template"


def _zip(entries) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is-empty"),
        (b"%PDF-1.7 not a document at all", "no-zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "locked-or-old"),
        (office("{{body}}")[:2000], "no-zip"),
        (_zip((f"part{n}.xml", b"") for n in range(5000)), "too-many-parts"),
    ],
)
def test_a_file_that_is_no_package_is_refused_with_its_path(tmp_path, data, reason):
    path = written(tmp_path / "office.docx", data)
    with pytest.raises(UnusableDocumentError) as caught:
        load_template(path)
    assert caught.value.reason.code == reason
    assert str(path) in caught.value.sentence("zh")
    assert ".docx" in caught.value.hint("zh")


def test_a_document_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(house_document, "_MOST_BYTES", 1 << 20)
    path = written(tmp_path / "office.docx", _zip([("word/document.xml", bytes(1 << 21))]))
    with pytest.raises(UnusableDocumentError) as caught:
        load_template(path)
    assert caught.value.reason.code == "unpacks-without-end"


@pytest.mark.parametrize("name", ["a.docm", "a.dotm", "a.doc", "a.wps", "a.odt", "a.rtf"])
def test_other_kinds_of_documents_are_told_apart(tmp_path, name):
    with pytest.raises(UnusableDocumentError) as caught:
        load_template(tmp_path / name)
    assert caught.value.reason.code == "not-docx"


def test_a_document_that_is_not_there_is_not_looked_for_among_the_templates(tmp_path):
    with pytest.raises(UnusableDocumentError) as caught:
        load_template(tmp_path / "office.docx")
    assert caught.value.reason.code == "no-such-file"


def test_looks_do_not_carry_the_bytes_of_a_document(tmp_path):
    with_document = load_template(written(tmp_path / "office.docx", office("{{body}}")))
    assert Looks(with_document).template.house is None


def test_placeholders_are_looked_at_before_any_work_is_done(tmp_path):
    from bulletin_export.errors import InvalidPlaceholderError

    template = load_template(written(tmp_path / "office.docx", office("{{titel}}", "{{body}}")))
    assert pipeline.require_house(["pdf"], template) == []
    with pytest.raises(InvalidPlaceholderError):
        pipeline.require_house(["docx"], template)
