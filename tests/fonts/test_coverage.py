"""No character is set in another face, or in none, without a word."""

import pytest

from bulletin_export.diagnostics import Severity
from bulletin_export.fonts.coverage import Passage, check_coverage
from bulletin_export.typefaces import FontRole, LatinRole


@pytest.fixture
def song(test_book):
    return test_book.chain(FontRole.SONG, LatinRole.SERIF)


def test_text_that_its_faces_have_is_no_matter(song):
    text = "2020年，“张三·李四”说：OK……——\u00a0\u200b"
    assert check_coverage([Passage("一", song, text)]) == ()


def test_a_substituted_character_is_named_with_code_point_face_article_and_count(song):
    (remark,) = check_coverage([Passage("要闻", song, "朱镕"), Passage("要闻", song, "镕镕")])
    assert (remark.code, remark.severity, remark.where) == (
        "character-substituted", Severity.WARNING, "要闻",
    )  # fmt: skip
    assert remark.facts == {
        "character": "镕", "code": "U+9555", "count": 3,
        "face": "Noto Sans SC", "wanted": "Noto Serif SC",
    }  # fmt: skip


def test_a_missing_character_is_an_error(song):
    (remark,) = check_coverage([Passage("要闻", song, "𠮷野家")])
    assert (remark.code, remark.severity) == ("character-missing", Severity.ERROR)
    assert remark.facts == {"character": "𠮷", "code": "U+20BB7", "count": 1}
    assert "𠮷" in remark.message
    assert "U+20BB7" in remark.sentence("zh")


def test_each_article_has_its_own_remark(song):
    remarks = check_coverage([Passage("甲", song, "镕"), Passage("乙", song, "镕")])
    assert [remark.where for remark in remarks] == ["甲", "乙"]
