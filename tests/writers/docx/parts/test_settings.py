"""Settings follow template and language, in the order of the schema."""

from typing import get_args

import msgspec
import pytest
from lxml import etree

from bulletin_export.styling.template import Composition, Furniture, PageStyle
from bulletin_export.typesetting.classes import Level, prohibitions
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.parts.settings import settings_xml
from writers.docx.opened import TEMPLATE, W, all_of

#: GB/T 15834, 5.1: what begins and what ends no line.
NO_START = "、，。．：；？！”’）〕］｝〉》」』】〗·・‧–—～〜/／％%‰℃°′″々"
NO_END = "“‘（〔［｛〈《「『【〖￥¥$€£№§/／"


def settings(language="zh-CN", *, page=None, furniture=None, composition=None, **more):
    template = msgspec.structs.replace(
        TEMPLATE,
        page=page or PageStyle(),
        furniture=furniture or Furniture(),
        composition=composition or Composition(),
    )
    languages = Languages.of(language, template.composition.region)
    return etree.fromstring(settings_xml(template, languages, **more).encode())


def listed(root, name):
    [element] = all_of(root, f"w:{name}")
    return element.get(f"{W}lang"), set(element.get(f"{W}val"))


def test_prohibitions_are_those_of_the_standard():
    root = settings()
    language, start = listed(root, "noLineBreaksBefore")
    assert (language, set(NO_START) - start) == ("zh-CN", set())
    language, end = listed(root, "noLineBreaksAfter")
    assert (language, set(NO_END) - end) == ("zh-CN", set())
    # Word's own list has the interpunct among those that end no line.
    assert "·" not in end


@pytest.mark.parametrize("level", [one for one in get_args(Level) if one in ("basic", "gb")])
def test_prohibitions_follow_the_level_of_the_template(level):
    root = settings(composition=Composition(level=level))
    expected = prohibitions(level, "GB")
    chinese = {mark for mark in expected.no_start if mark in NO_START + "…"}
    start = listed(root, "noLineBreaksBefore")[1]
    assert chinese <= start
    assert ("…" in start) == ("…" in expected.no_start)


def test_without_prohibitions_there_are_no_lists():
    root = settings(composition=Composition(level="none"))
    assert not all_of(root, "w:noLineBreaksBefore | w:noLineBreaksAfter")


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("zh-TW", "zh-TW"),
        ("zh-HK", "zh-TW"),
        ("zh-Hant", "zh-TW"),
        ("ja", "ja-JP"),
        ("zh", "zh-CN"),
    ],
)
def test_lists_are_those_of_the_language(language, named):
    root = settings(language)
    assert listed(root, "noLineBreaksBefore")[0] == named
    assert ("っ" in listed(root, "noLineBreaksBefore")[1]) == (named == "ja-JP")


@pytest.mark.parametrize(
    ("language", "region", "western", "east_asian"),
    [
        ("zh-CN", "GB", "en-US", "zh-CN"),
        ("zh_TW", "GB", "en-US", "zh-TW"),
        ("zh-HK", "GB", "en-US", "zh-HK"),
        ("en", "GB", "en-US", "zh-CN"),
        ("en-GB", "TW", "en-GB", "zh-TW"),
        ("de", "JP", "de-DE", "ja-JP"),
        ('"><x', "GB", "en-US", "zh-CN"),
        ("", "HK", "en-US", "zh-HK"),
    ],
)
def test_both_kinds_of_words_have_a_language(language, region, western, east_asian):
    root = settings(language, composition=Composition(region=region))
    [theme] = all_of(root, "w:themeFontLang")
    assert (theme.get(f"{W}val"), theme.get(f"{W}eastAsia")) == (western, east_asian)


def test_two_sided_printing_is_said_where_it_is_wanted():
    assert not all_of(settings(), "w:mirrorMargins | w:evenAndOddHeaders")
    assert all_of(settings(page=PageStyle(mirrored=True)), "w:mirrorMargins")
    assert all_of(settings(furniture=Furniture(mirrored=True)), "w:evenAndOddHeaders")


def test_notes_and_fonts_are_said_where_there_are_any():
    path = "w:footnotePr | w:endnotePr | w:embedTrueTypeFonts"
    assert not all_of(settings(), path)
    full = settings(has_footnotes=True, has_endnotes=True, embeds_fonts=True)
    assert len(all_of(full, path)) == 3
    assert all_of(full, "w:endnotePr/w:endnote/@w:id") == ["-1", "0", "1"]


def test_word_is_asked_to_compress_and_not_to_update():
    root = settings()
    assert all_of(root, "w:characterSpacingControl/@w:val") == ["compressPunctuation"]
    assert all_of(root, "w:zoom/@w:percent") == ["100"]
    mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert all_of(root, mode) == ["15"]
    assert not all_of(root, "w:updateFields")
