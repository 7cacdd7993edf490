"""What a book says about itself."""

from __future__ import annotations

import msgspec
import pytest
from lxml import etree

from builders import article
from bulletin_export.model.article import Metadata
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.markup import is_language_tag, language_tag
from writers.reading_back import OPF, XHTML, parts

DC = "{http://purl.org/dc/elements/1.1/}"
PLAIN = load_template("plain")


def known(number, **facts):
    metadata = Metadata(address=f"http://e.cn/{number}", source="甲报", **facts)
    return msgspec.structs.replace(article("文", title=f"第{number}篇"), metadata=metadata)


def bundle(*articles, **facts):
    return Publication(sections=(Section(articles, "要闻"),), title="简报", **facts)


def package(one):
    return etree.fromstring(parts(EpubWriter().write(one, PLAIN, None).data)["EPUB/content.opf"])


def said(one, name):
    return [element.text for element in package(one).iter(f"{DC}{name}")]


def metas(one):
    return {
        meta.get("property") or meta.get("name"): meta.text or meta.get("content")
        for meta in package(one).iter(f"{OPF}meta")
    }


@pytest.mark.parametrize(
    ("collection", "issue", "name", "position"),
    [
        ("皖江丛刊", "128", "皖江丛刊", "128"),
        ("皖江丛刊", "2020年第6期", "皖江丛刊", "6"),
        ("皖江丛刊", "2020年第6期（总第007期）", "皖江丛刊", "7"),
        ("皖江丛刊", "Vol. 12", "皖江丛刊", "12"),
        ("皖江丛刊", "增刊", "皖江丛刊", None),
        ("", "3", "简报", "3"),
        ("", "", None, None),
    ],
)
def test_an_issue_belongs_to_its_collection(collection, issue, name, position):
    found = metas(bundle(known(1), known(2), collection=collection, issue=issue))
    assert found.get("belongs-to-collection") == found.get("calibre:series") == name
    assert found.get("collection-type") == ("series" if name else None)
    assert found.get("group-position") == found.get("calibre:series_index") == position


def test_the_title_page_names_collection_issue_and_day():
    one = bundle(
        known(1), known(2), collection="皖江丛刊", issue="128", date="2020-02-08", has_contents=True
    )
    page = parts(EpubWriter().write(one, PLAIN, None).data)["EPUB/title.xhtml"].decode()
    assert "皖江丛刊　第128期　2020年2月8日" in page


def test_a_bundle_names_the_pages_it_was_made_from_each_once():
    assert said(bundle(known(1), known(2), known(1)), "source") == [
        "http://e.cn/1",
        "http://e.cn/2",
    ]


def test_very_many_pages_are_named_in_their_documents_alone():
    one = bundle(*(known(number) for number in range(101)))
    assert said(one, "source") == []
    document = etree.fromstring(
        parts(EpubWriter().write(one, PLAIN, None).data)["EPUB/article-0101.xhtml"]
    )
    found = {meta.get("name"): meta.get("content") for meta in document.iter(f"{XHTML}meta")}
    assert found["dcterms.source"] == "http://e.cn/100"
    assert found["dcterms.publisher"] == "甲报"


def test_rights_are_those_of_the_book_where_all_agree():
    assert said(bundle(known(1, rights="甲"), known(2, rights="甲")), "rights") == ["甲"]
    assert said(bundle(known(1, rights="甲"), known(2)), "rights") == []


def test_the_subjects_of_a_bundle_are_the_commonest_of_its_articles():
    many = [known(n, subjects=("春耕", f"词{n}")) for n in range(30)]
    found = said(bundle(*many), "subject")
    assert (found[0], len(found)) == ("春耕", 20)


def test_a_bundle_says_what_is_in_it():
    assert said(bundle(known(1), known(2)), "description") == ["收文2篇：要闻"]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("zh-CN", "zh-CN"), ("zh_hans_cn", "zh-Hans-CN"), ("EN-us", "en-US"), ("zh-yue-HK", "zh-yue-HK"),
        ("de-CH-1996", "de-CH-1996"), ("zh-u-co-pinyin", "zh-u-co-pinyin"), ("en-x-our", "en-x-our"),
        ("es-419", "es-419"),
    ],
)  # fmt: skip
def test_a_language_tag_is_written_as_custom_has_it(written, tag):
    assert language_tag(written, "en") == tag


@pytest.mark.parametrize(
    "written",
    [
        "",
        "chinese",
        "中文",
        "x",
        "i-klingon",
        "zh-CN-CN",
        "de-1996-1996",
        "en-a-bb-a-cc",
        "zh-",
        "e",
    ],
)
def test_what_is_no_language_tag_is_not_written(written):
    assert not is_language_tag(written)
    assert language_tag(written, "en") == "en"
    assert language_tag(written) == "zh-CN"


def test_a_language_that_is_none_is_said_and_replaced():
    one = bundle(known(1, language="chinese"), known(2), language="klingonese")
    result = EpubWriter().write(one, PLAIN, None)
    assert [(d.code, d.where, d.facts["used"]) for d in result.diagnostics] == [
        ("language-unknown", "", "zh-CN"),
        ("language-unknown", "第1篇", "zh-CN"),
    ]
    assert said(one, "language") == ["zh-CN"]
