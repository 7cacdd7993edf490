"""One whole conversion."""

import re

import pytest

from builders import article
from bulletin_export import pipeline, registry
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import (
    InvalidOptionError,
    MissingDependencyError,
    StrictError,
    UnknownFormatError,
    UnsupportedSourceError,
)
from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>秋粮入库_某报</title><h1>秋粮入库</h1>
<p>来源：某报　时间：2021-10-01</p><div>
<p>　　各地秋粮陆续入库，仓容充足,价格平稳，农民喜获丰收，干劲十足。</p>
<p>　　有关部门加强调度，保障收购资金及时到位，确保农民种粮卖得出、卖得好，不打白条。</p></div>"""


def test_a_page_becomes_an_article_cleaned_and_every_change_is_told():
    reading = read_source(Source(data=PAGE.encode(), name="a.html"))
    (one,) = reading.articles
    texts = list(paragraphs(one.blocks))
    assert texts[0].startswith("各地秋粮")
    assert "充足，价格" in texts[0]
    assert any(change.before == "　　" for change in reading.changes[0])


def test_our_own_form_is_taken_as_it_is():
    given = pipeline.publication_of([article("　　充足,价格", title="题")])
    reading = read_source(Source(data=to_json(given), name="a.json"))
    assert reading.articles == tuple(given.articles())
    assert reading.changes == ((),)


def test_a_publication_of_one_has_no_contents_and_takes_the_title_of_its_article():
    one = pipeline.publication_of([article("正文", title="题", date="2020-02-06T17:30")])
    assert (one.title, one.has_contents, one.date) == ("题", False, "2020-02-06")
    assert one.modified == 1580947200


@pytest.mark.parametrize("date", ["", "2020", "2020-13-45", "去年", "1066-10-14"])
def test_a_date_before_time_began_or_none_at_all_gives_zero(date):
    assert pipeline.publication_of([article("正文", date=date)]).modified == 0


def test_the_newest_article_dates_the_publication():
    dates = ["2020-02-06", "2021-01-01", ""]
    many = pipeline.publication_of([article("正文", date=date) for date in dates])
    assert many.date == "2021-01-01"
    assert pipeline.publication_of([article("正文", date="2020-02-06")], modified=7).modified == 7


@pytest.mark.parametrize(("value", "seconds"), [("", None), ("0", 0), ("1580947200", 1580947200)])
def test_the_epoch_is_read_from_the_environment(value, seconds):
    assert pipeline.source_date_epoch({"SOURCE_DATE_EPOCH": value}) == seconds


@pytest.mark.parametrize("value", ["x", "-1", "1.5", "999999999999", "9" * 5000, "１２"])
def test_an_epoch_that_is_no_number_of_seconds_is_refused(value):
    with pytest.raises(InvalidOptionError):
        pipeline.source_date_epoch({"SOURCE_DATE_EPOCH": value})


def test_one_and_many_are_written_the_same_way():
    plain = load_template("plain")
    for count in (1, 3):
        given = pipeline.publication_of([article(str(n), title=str(n)) for n in range(count)])
        assert from_json(pipeline.write(given, "json", plain).data) == given


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(UnknownFormatError, match="doc") as caught:
        pipeline.write(pipeline.publication_of([article("a")]), "doc", load_template("plain"))
    assert "docx" in caught.value.hint()


def test_a_missing_library_is_named(monkeypatch):
    entry = registry.Format("x", "no_such_library.writer:Writer", (".x",), (), "a test")
    monkeypatch.setattr(registry, "WRITERS", (entry,))
    with pytest.raises(MissingDependencyError, match="no_such_library"):
        pipeline.write(pipeline.publication_of([article("a")]), "x", load_template("plain"))


def test_strictness_lets_notes_pass_and_nothing_else():
    def remark(severity):
        return Diagnostic(code="image-missing", severity=severity, facts={"image": "a"})

    pipeline.forbid_warnings("a.html", [remark(Severity.INFO)])
    with pytest.raises(
        StrictError, match=re.escape("a.html: remarks that --strict does not allow: 2")
    ):
        pipeline.forbid_warnings("a.html", [remark(s) for s in Severity])


@pytest.mark.parametrize(
    ("name", "media_type", "data", "reader"),
    [
        ("a.html", "", b"", "html"),
        ("a.SHTML", "", b"x", "html"),
        ("-", "text/html", b"x", "html"),
        ("-", "", b"\xef\xbb\xbf \n<html>", "html"),
        ("-", "", "<p>".encode("utf-16"), "html"),
        ("-", "", b' {"a": 1}', "json"),
        ("a.json", "", b"<", "json"),
        ("page.php", "", b"<!DOCTYPE html>", "html"),
    ],
)
def test_a_reader_is_chosen_by_media_type_ending_or_first_bytes(name, media_type, data, reader):
    assert registry.reader_for(name, media_type, data).name == reader


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", b"%PDF-1.4", "application/pdf"),
        ("a.docx", b"PK\x03\x04", "application/zip"),
        ("a.html", b"\xd0\xcf\x11\xe0", "application/msword"),
        ("a.txt", "只有文字".encode(), "application/octet-stream"),
        ("-", b"x", "application/octet-stream"),
    ],
)
def test_what_nobody_reads_is_named_by_its_kind(name, data, kind):
    with pytest.raises(UnsupportedSourceError, match=kind):
        registry.reader_for(name, "", data)
