"""Text of messages in whatever dress."""

import pytest

from bulletin_export.extraction.news.markup import plain_paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一段。\n二段。\n", ["一段。", "二段。"]),
        ("第一段上半，\n下半。\n\n第二段。\n", ["第一段上半，下半。", "第二段。"]),
        ("  The first\nparagraph.\n  The second.\n", ["The first paragraph.", "The second."]),
        ("short\n" + "a long line " * 20, ["short", ("a long line " * 20).strip()]),
        ("", []),
        ("\n\n", []),
        ("一行", ["一行"]),
    ],
)
def test_plain_text_is_parted_as_it_was_meant(text, expected):
    assert list(plain_paragraphs(text)) == expected
