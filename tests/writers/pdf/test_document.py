"""The file as a whole."""

import shutil
import subprocess

import pytest

import builders as b
from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace
from painted import line, page, pdf, reader


@pytest.fixture
def one_page(faces):
    return page(line(FontChain(FontFace(FaceFile(faces / "a.otf"))), "中国"))


def test_title_authors_and_language_are_told(one_page):
    publication = b.publication(b.article(title="要闻（一）", authors=("张三", "李四")))
    found = reader(pdf(one_page, publication=publication))
    assert found.metadata.title == "要闻（一）"
    assert found.metadata.author == "张三、李四"
    root = found.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 — pypdf's own


def test_the_only_time_in_a_file_is_the_publication_s(one_page):
    import msgspec

    publication = b.publication(b.article())
    for modified, year in ((0, 1970), (1_580_995_800, 2020)):
        dated = msgspec.structs.replace(publication, modified=modified)
        assert reader(pdf(one_page, publication=dated)).metadata.creation_date.year == year


def test_the_same_input_gives_the_same_bytes_and_another_one_another_identifier(one_page, faces):
    other = page(line(FontChain(FontFace(FaceFile(faces / "a.otf"))), "国中"))
    assert pdf(one_page) == pdf(one_page)
    identifiers = [reader(pdf(one)).trailer["/ID"] for one in (one_page, other)]
    assert identifiers[0] != identifiers[1]


def test_streams_end_on_a_line_of_their_own(one_page):
    data = pdf(one_page)
    assert data.count(b"endstream") == data.count(b"\nendstream") >= 3


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(one_page, tmp_path):
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf(one_page))
    result = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
