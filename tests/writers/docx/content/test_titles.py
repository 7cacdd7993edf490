"""Long titles break between their clauses."""

from io import BytesIO

from docx import Document

from builders import article, publication
from bulletin_export.styling.load import load_template
from bulletin_export.writers.docx import DocxWriter

LONG = "市委常委会会议暨全市防汛工作会议强调 绷紧安全度汛这根弦 全力保障人民群众生命财产安全"


def title_of(text: str) -> str:
    written = DocxWriter().write(
        publication(article("正文", title=text)), load_template("plain"), None
    )
    return Document(BytesIO(written.data)).paragraphs[0].text


def test_a_title_too_wide_for_a_line_breaks_at_its_blanks_alone() -> None:
    assert title_of(LONG) == LONG.replace(" ", "\n")


def test_a_title_that_fits_keeps_its_blanks() -> None:
    assert title_of("绷紧安全 全力保障") == "绷紧安全 全力保障"


def test_blanks_between_latin_words_never_break_a_title() -> None:
    text = "A long English title of many words that cannot stand on a single line of the page"
    assert title_of(text) == text


def test_no_line_of_a_title_begins_with_a_mark_that_must_not() -> None:
    text = LONG.replace(" 全力", " ，全力")
    assert "\n，" not in title_of(text)
