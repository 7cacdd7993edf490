"""The package is the same bytes every time, complete, and safe whatever the words are."""

import io

import docx
import msgspec
import pytest

import builders as b
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.model.media import MediaItem
from bulletin_export.writers.docx.parts.package import Skeleton
from writers.docx.opened import TEMPLATE, all_of, names, part, words, written

TEXT = "会议指出，要“坚持到底”——不动摇。"
GIF = MediaItem.of(
    b"GIF89a\x02\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x01"
    b"\x00\x00\x02\x02L\n\x00;",
    "image/gif",
)


def test_the_same_publication_gives_the_same_bytes():
    article = b.article(TEXT, b.p("图", b.img(GIF.name)), b.ul("甲"), media=(GIF,))
    first = written(article).data
    written(b.article("另一篇", b.p(b.note("注"))))
    assert written(article).data == first


def test_nothing_of_the_clock_gets_into_the_file():
    properties = docx.Document(io.BytesIO(written(b.article(TEXT)).data)).core_properties
    assert properties.created.isoformat() == "1980-01-01T00:00:00+00:00"
    assert properties.modified == properties.created


def test_there_are_no_parts_that_nobody_needs():
    assert names(written(b.article(TEXT))) == [
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/document.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/theme/theme1.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/header2.xml",
    ]


def test_a_picture_is_kept_once_with_its_content_type():
    article = b.article(b.figure(b.img(GIF.name), b.img(GIF.name)), media=(GIF,))
    result = written(article)
    assert [name for name in names(result) if "media/" in name] == [f"word/media/{GIF.name}"]
    types = part(result, "[Content_Types].xml")
    assert types.xpath("*[@Extension='gif']/@ContentType") == ["image/gif"]


def test_characters_that_xml_forbids_are_left_out_with_a_remark():
    article = b.article(b.p("甲\x00乙\x0b丙\ufffe丁\ud800", b.note("注\x01释")), title="题\x07目")
    result = written(article)
    assert words(result) == ["题目", "甲乙丙丁"]
    assert {remark.code for remark in result.diagnostics} == {"characters-removed"}


@pytest.mark.parametrize("hostile", ["<w:p/>", "&amp;", '"', "]]>", "<!--", "'", "&#0;"])
def test_markup_in_the_words_stays_words(hostile):
    article = b.article(b.p(hostile, b.code(hostile)), b.pre(hostile), title=hostile)
    assert words(written(article)) == [hostile, hostile * 2, hostile]


def test_markup_in_descriptions_addresses_and_titles_stays_text():
    image = b.img(GIF.name, '"><x a="')
    article = b.article(b.figure(image), media=(GIF,), address='http://a.cn/?"<&>', title="'\"<")
    result = written(article)
    assert all_of(part(result), "//@descr") == ['"><x a="'] * 2
    assert part(result, "word/header1.xml") is not None


def test_what_nests_without_end_is_refused():
    block = b.p("底")
    for _ in range(3000):
        block = b.quote(block)
    with pytest.raises(UnwritablePublicationError):
        written(b.article(block))


def test_two_templates_do_not_share_their_styles():
    other = msgspec.structs.replace(TEMPLATE, word_fonts="open")
    article = b.article(TEXT)
    mine = written(article).data
    assert written(article, other).data != mine
    assert written(article).data == mine


def test_what_is_kept_between_documents_cannot_be_changed():
    with pytest.raises(AttributeError):
        Skeleton({}, "", "").content_types = "x"
