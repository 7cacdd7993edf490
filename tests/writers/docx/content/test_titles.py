"""Long titles break by sense: between their clauses, and between phrases."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from builders import article, publication
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.title import set_title
from bulletin_export.writers.docx import DocxWriter
from bulletin_export.writers.docx.content.titles import title_runs
from faces import book_of

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


def test_a_clause_too_wide_for_a_line_breaks_between_its_phrases() -> None:
    text = "关于进一步加强全县农村饮水安全工程建设和运行管理工作的实施意见"
    assert title_of(text).split("\n") == [
        "关于进一步加强全县农村饮水",
        "安全工程建设和运行管理工作的实施意见",
    ]


@pytest.mark.parametrize("length", range(17, 60, 3))
def test_no_line_is_a_lone_character_or_begins_with_a_particle(length: int) -> None:
    words = "关于做好春季农业生产和森林防火以及农村人居环境整治提升行动的重点工作任务清单的通知" * 2
    *_, last = lines = title_of(words[:length]).split("\n")
    assert "".join(lines) == words[:length]
    assert len(last) > 1
    assert not any(line.startswith("的") for line in lines)


def test_a_title_has_the_same_lines_in_pdf(faces: Path) -> None:
    text = "省人民政府办公厅关于转发省发展改革委等部门推动我省先进制造业深度融合发展实施方案的通知"
    template = load_template("plain")
    style, book = template.style(Role.TITLE), book_of(faces)
    chain = book.chain(style.font, style.latin)
    margins = style.length(style.margin_left).pt + style.length(style.margin_right).pt
    lines = set_title(
        [Span(text, chain, style.size.pt)],
        measure=template.page.measure.pt - margins,
        composition=template.composition,
    )
    assert title_of(text).split("\n") == [line.text for line in lines]


def test_a_title_over_three_columns_breaks_by_the_width_of_them_all() -> None:
    said = "老街新生：望川县古城改造见闻"
    assert "<w:br/>" not in title_runs(said, Role.TITLE, load_template("newspaper"))
    assert "<w:br/>" in title_runs(said * 3, Role.TITLE, load_template("newspaper"))
