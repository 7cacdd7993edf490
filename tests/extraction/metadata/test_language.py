"""The text has the last word on its language."""

import pytest

from bulletin_export.extraction.metadata.language import language_of


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("", "会议强调要抓好落实", "zh-CN"),
        ("zh", "会议强调要抓好落实", "zh-CN"),
        ("en", "会议强调要抓好落实这项工作", "zh-CN"),
        ("", "這個國家的會議說明經濟發展問題", "zh-TW"),
        ("", "これは日本語の文章です", "ja"),
        ("", "안녕하세요 여러분", "ko"),
        ("", "The meeting was held in Hefei.", "en"),
        ("zh-hans", "会议", "zh-CN"),
    ],
)
def test_the_text_has_the_last_word_on_its_language(declared, text, language):
    assert language_of(declared, "", (text,)) == language
