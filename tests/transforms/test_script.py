"""Simplified to traditional characters and back."""

import sys

import pytest
from msgspec.structs import replace

from builders import article, code, link, note, p, publication, strong
from bulletin_export.errors import InvalidOptionError, MissingExtraError
from bulletin_export.model.article import Metadata
from bulletin_export.model.interchange import to_json
from bulletin_export.model.text import paragraphs
from bulletin_export.reading import ReadSettings, read_source
from bulletin_export.sources import Source
from bulletin_export.transforms.clean import chosen, clean
from bulletin_export.transforms.clean.replay import raw_texts, texts
from bulletin_export.transforms.script import CONVERSIONS, conversion, tagged


def converted(given, name):
    done = clean(given, (*chosen("none"), conversion(name)))
    return done, tagged(done.article, name).article


def test_titles_metadata_text_and_notes_are_converted_and_logged():
    given = article(
        p("這裏的", strong("軟體"), "，乾隆年間", note(p("註腳與頭髮"))),
        title="國務院發佈",
        source="臺灣日報",
    )
    done, article_ = converted(given, "t2s")
    assert article_.headline.title == "国务院发布"
    assert article_.metadata.language == "zh-CN"
    assert list(paragraphs(article_.blocks)) == ["这里的软体，乾隆年间"]
    assert texts(article_)[1] == "注脚与头发"
    assert {change.rule for change in done.changes} == {"t2s"}
    assert raw_texts(done.article, done.changes) == texts(given)


def test_words_may_change_their_length():
    given = article(p("滑鼠和計算機網路"), title="題")
    done, article_ = converted(given, "tw2sp")
    assert raw_texts(done.article, done.changes) == texts(given)
    assert "鼠标" in texts(article_)[0]


def test_marks_keep_their_words_when_those_change_their_length():
    given = article(p("用", strong("滑鼠"), "和", strong("記憶體"), "的計算機網路"), title="題")
    done, article_ = converted(given, "tw2sp")
    assert raw_texts(done.article, done.changes) == texts(given)
    assert article_.blocks[0] == p("用", strong("鼠标"), "和", strong("内存"), "的计算机网络")


def test_code_and_addresses_stay():
    given = article(p(code("國"), link("http://a.cn/國", "國"), "見http://a.cn/a"), title="題")
    _, article_ = converted(given, "t2s")
    one, two, three = article_.blocks[0].children
    assert (one, two.target, two.children[0].value) == (code("國"), "http://a.cn/國", "国")
    assert three.value == "见http://a.cn/a"


@pytest.mark.parametrize("name", CONVERSIONS)
def test_every_conversion_is_there_and_names_its_language(name):
    assert conversion(name).name == name
    assert CONVERSIONS[name].startswith("zh")


def test_reading_converts_only_when_asked_and_our_own_form_too():
    given = article(p("國 ,家"), title="國")
    source = Source(data=to_json(publication(given)), name="a.json")
    assert read_source(source).articles == (given,)
    reading = read_source(source, settings=ReadSettings(conversion="t2s"))
    assert texts(reading.articles[0]) == ["国 ,家"]
    page = Source(data="<h1>國家</h1><p>國家,大事.</p>".encode(), name="a.html")
    assert "國家，大事。" in texts(read_source(page).articles[0])
    reading = read_source(page, settings=ReadSettings(conversion="t2s"))
    assert "国家，大事。" in texts(reading.articles[0])


def test_an_unknown_conversion_is_refused_with_the_nearest():
    with pytest.raises(InvalidOptionError, match="t2x") as error:
        conversion("t2x")
    assert "t2s" in error.value.hint()


def test_without_the_package_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "opencc", None)
    conversion.cache_clear()
    with pytest.raises(MissingExtraError) as error:
        conversion("s2hk")
    assert error.value.exit_code == 2
    assert "pip install 'bulletin-export[opencc]'" in error.value.hint()
    conversion.cache_clear()


def test_other_languages_keep_their_name():
    given = replace(article(p("國")), metadata=Metadata(language="ja"))
    assert tagged(given, "t2s").article is given
