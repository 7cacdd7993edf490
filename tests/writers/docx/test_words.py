"""The words in Word are the words in the model, paragraph by paragraph."""

from hypothesis import HealthCheck, given, settings

import builders as b
import strategies
from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from writers.docx.opened import TEMPLATE, all_of, names, part, words, written

modest = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def expected(article):
    return unbroken(front.words(article, TEMPLATE.composition))


def unbroken(texts):
    """Lines of a title that is too wide are parted by a break, in place of a blank or of nothing."""
    return ["".join(text.split()) for text in texts]


@modest
@given(strategies.articles())
def test_any_article_keeps_its_words(article):
    assert unbroken(words(written(article))) == expected(article)


@modest
@given(strategies.publications())
def test_any_publication_keeps_the_words_of_its_articles_in_order(publication):
    found = iter(unbroken(words(written(publication))))
    texts = [text for article in publication.articles() for text in expected(article)]
    assert [text for text in texts if text not in found] == []


def test_a_line_break_and_a_tab_are_read_back():
    article = b.article(b.p("上行", b.br, "下行"), b.pre("a\tb\nc"), title="题")
    assert words(written(article)) == ["题", "上行\n下行", "a\tb\nc"]


def test_blanks_at_the_edges_of_a_run_are_kept():
    assert (
        words(written(b.article(b.p("甲 ", b.strong(" 乙"), "　丙"), title="题")))[1]
        == "甲  乙　丙"
    )


def test_a_note_stands_in_its_own_part_with_its_words():
    result = written(b.article(b.p("正文", b.note("脚注甲。", "脚注乙。"), "之后")))
    assert words(result)[1] == "正文之后"
    notes = all_of(part(result, "word/footnotes.xml"), "//w:footnote[@w:id='2']/w:p")
    texts = ["".join(all_of(note, ".//w:t/text()")) for note in notes]
    assert texts == [" 脚注甲。", "脚注乙。"]


def test_a_note_inside_a_note_is_printed_where_its_mark_would_be():
    result = written(b.article(b.p("正文", b.note(b.p("外", b.note("内"))))))
    notes = part(result, "word/footnotes.xml")
    assert "".join(all_of(notes, "//w:t/text()")) == " 外（内）"


def test_an_article_without_notes_has_no_part_for_them():
    assert "word/footnotes.xml" not in names(written(b.article("一段")))


def test_a_list_of_contents_names_every_section_and_article():
    one, two = b.article("正文", title="第一篇"), b.article("正文", title="第二篇")
    whole = Publication(
        sections=(Section((one,), "要闻"), Section((two,))), title="简报", has_contents=True
    )
    assert [text.split("\t")[0] for text in words(written(whole))[:5]] == [
        "简报", "目录", "要闻", "第一篇", "第二篇",
    ]  # fmt: skip
