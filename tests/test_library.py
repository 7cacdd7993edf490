"""What scripts use."""

from pathlib import Path

import pytest

import bulletin_export as be
from builders import article


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_every_name_that_is_promised_is_there():
    assert {"read", "write", "convert", "bundle", "Article"} <= set(be.__all__)
    for name in be.__all__:
        assert getattr(be, name) is not None
    assert set(be.__all__) <= set(dir(be))
    with pytest.raises(AttributeError, match="no_such_name"):
        be.no_such_name  # noqa: B018


def test_an_article_is_converted_and_read_again():
    one = article("正文", title="题", date="2020-02-06")
    done = be.convert(one, "out/a.json")
    assert done.path == Path("out/a.json")
    assert be.read("out/a.json").articles == (one,)
    assert be.read(Path("out/a.json").read_bytes()).articles == (one,)
    assert be.read(be.Source(data=Path("out/a.json").read_bytes())).articles == (one,)


def test_many_inputs_of_any_kind_become_one_publication():
    one, two = article("一", title="甲"), article("二", title="乙")
    be.convert(one, "a.json")
    done = be.bundle(["a.json", Path("a.json").read_bytes(), two], "all.epub", title="简报")
    assert done.publication.title == "简报"
    assert [a.headline.title for a in done.publication.articles()] == ["甲", "甲", "乙"]
    assert Path("all.epub").read_bytes() == be.write(done.publication, "epub").data


def test_a_wrong_ending_is_refused_before_anything_is_read():
    with pytest.raises(be.UsageError, match="output"):
        be.convert("missing.html", "a.doc")


def test_what_cannot_be_read_is_an_error_of_ours():
    with pytest.raises(be.ReadError):
        be.read("missing.html")
    with pytest.raises(be.ReadError):
        be.read(b"")


@pytest.mark.parametrize("wrong", [None, 3, ["a.html"], bytearray(b"<p>")])
def test_what_is_no_page_is_a_wrong_type(wrong):
    with pytest.raises(TypeError, match="not"):
        be.read(wrong)
    with pytest.raises(TypeError, match="not"):
        be.write(wrong, "txt")


def test_an_address_is_not_taken_for_a_file():
    with pytest.raises(be.errors.NetworkRefusedError):
        be.read("https://example.org/a.html")


def test_a_bundle_of_nothing_is_no_file(tmp_path):
    with pytest.raises(be.errors.UnwritablePublicationError):
        be.bundle([], tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "wrong", [{"sort": "daet"}, {"group_by": "dat"}, {"group_by": ["source", "dat"]}]
)
def test_a_wrong_choice_is_said_with_the_nearest(tmp_path, wrong):
    with pytest.raises(be.errors.InvalidOptionError) as caught:
        be.bundle([b"<p>x"], tmp_path / "a.txt", **wrong)
    assert "did you mean date?" in caught.value.hint()


def test_a_bundle_of_one_name_is_told_from_a_list(tmp_path):
    with pytest.raises(TypeError, match="list"):
        be.bundle("a.html", tmp_path / "a.txt")


def test_pages_travel_with_what_is_made_of_them_if_asked():
    from pypdf import PdfReader

    page = (
        "<!DOCTYPE html><meta charset=utf-8><h1>秋粮入库</h1><p>来源：某报　时间：2021-10-01</p><div>"
        "<p>各地秋粮陆续入库，仓容充足，价格平稳，农民喜获丰收，干劲十足。</p>"
        "<p>有关部门加强调度，保障收购资金及时到位，确保农民种粮卖得出、卖得好，不打白条。</p></div>"
    ).encode()
    Path("a.html").write_bytes(page)
    done = be.convert("a.html", "a.pdf", attach_source=True)
    assert [one.data for one in done.publication.attachments] == [page]
    assert list(PdfReader("a.pdf").attachments) == ["a.html"]
    assert not be.convert("a.html", "b.pdf").publication.attachments


def test_a_password_is_a_key_of_the_template():
    look = be.load_template("plain", {"pdf.password": "春江"})
    with pytest.raises(be.UsageError, match="docx"):
        be.convert(article("正文"), "a.docx", template=look)
    be.convert(article("正文"), "a.pdf", template=look)
    assert b"/Encrypt" in Path("a.pdf").read_bytes()
