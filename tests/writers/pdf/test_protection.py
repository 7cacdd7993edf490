"""Locked files: who opens them, what may be done, and that they claim nothing they are not."""

import sys
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

import builders
from bulletin_export import pipeline
from bulletin_export.errors import MissingExtraError, UnprotectedFormatError
from bulletin_export.model.publication import Attachment
from bulletin_export.styling.template import PdfStyle
from faces import book_of
from looks import template

ONE = builders.publication(builders.article("春耕备耕有序推进。", title="题"))


@pytest.fixture
def locked(faces):
    """Returns the finished file of an article, and the remarks, with what is said of PDF."""

    def made(to="pdf", publication=ONE, **style):
        look = replace(template(), pdf=PdfStyle(**style))
        return pipeline.write(publication, to, look, book_of(faces))

    return made


def codes(result):
    return [remark.code for remark in result.diagnostics]


def test_only_the_password_opens_the_file_and_its_text_is_whole(locked):
    data = locked(password="春江花月").data
    for wrong in ("", "春江", "x"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(data), password=wrong)
    with pikepdf.open(BytesIO(data), password="春江花月") as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        assert file.encryption.stream_method is pikepdf.models.encryption.EncryptionMethod.aesv3
        assert not file.owner_password_matched
        assert not file.check_pdf_syntax()
        file.save(opened := BytesIO())
    assert "春耕备耕有序推进。" in PdfReader(opened).pages[0].extract_text()


def test_permissions_bind_whoever_has_no_owner_password(locked):
    data = locked(owner_password="主编", permissions=("print",)).data
    with pikepdf.open(BytesIO(data)) as file:
        granted = {right for right, is_granted in file.allow._asdict().items() if is_granted}
    assert granted == {"accessibility", "print_highres", "print_lowres"}
    with pikepdf.open(BytesIO(data), password="主编") as file:
        assert file.owner_password_matched


@pytest.mark.parametrize("style", [{"password": "a"}, {"owner_password": "b"}, {"permissions": ()}])
def test_an_encrypted_file_claims_no_archive_but_still_accessibility(locked, style):
    result = locked(**style)
    assert "pdf-not-archival" in codes(result)
    with pikepdf.open(BytesIO(result.data), password=style.get("password", "")) as file:
        assert file.is_encrypted
        told = file.Root.Metadata.read_bytes()
    assert b"pdfaid" not in told
    assert b"<pdfuaid:part>1<" in told


def test_a_file_without_locks_is_an_archive(locked):
    result = locked()
    assert "pdf-not-archival" not in codes(result)
    assert b"<pdfaid:part>2<" in result.data
    assert result.data == locked().data


@pytest.mark.parametrize("to", ["docx", "epub", "md", "txt", "json"])
def test_no_other_format_leaves_unlocked_where_there_is_a_password(locked, to):
    for style in ({"password": "a"}, {"owner_password": "a"}):
        with pytest.raises(UnprotectedFormatError) as error:
            locked(to, **style)
        assert error.value.exit_code == 2
        assert "a" not in error.value.facts.values()
    assert locked(to, permissions=()).data == locked(to).data


def test_without_the_package_the_error_says_what_to_install(locked, monkeypatch):
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(MissingExtraError) as error:
        locked(password="a")
    assert "pip install 'bulletin-export[encrypt]'" in error.value.hint()


def test_formats_that_leave_the_source_say_so(locked):
    given = replace(ONE, attachments=(Attachment("a.html", "text/html", b"<p>"),))
    for to in ("docx", "epub", "md", "txt"):
        assert "source-not-attached" in codes(locked(to, given))
        assert "source-not-attached" not in codes(locked(to))
    for to in ("pdf", "json"):
        assert "source-not-attached" not in codes(locked(to, given))
