"""From a publication to a file."""

import os
import subprocess
import sys

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

import builders as b
from bulletin_export.model.media import MediaItem
from bulletin_export.typesetting.pages import lay_out
from bulletin_export.writers.pdf import PdfWriter
from looks import template
from painted import poppler, reader, text
from strategies import articles

TEMPLATE = template()
PARAGRAPH = "据了解，这一做法已在全市推广，2020年以来共有3.5万人受益，“群众说好才是真的好”。"


def written(publication, book):
    return PdfWriter().write(publication, TEMPLATE, book)


def test_every_line_that_was_laid_out_can_be_copied(test_book):
    article = b.article(
        *[PARAGRAPH * 3] * 4, b.p("强调", b.strong("加粗"), b.em("人民"), b.sup("2"), "结束。"),
        b.quote("引用的话。"), b.ul("第一项", "第二项"),
        b.table(b.tr(b.th("地区"), b.th("人数")), b.tr("合肥", "120")),
        title="全市会议强调 坚决打赢", source="安徽日报", date="2020-02-06", authors=("吴林红",),
    )  # fmt: skip
    publication = b.publication(article)
    data = written(publication, test_book).data
    pages = lay_out(publication, TEMPLATE, test_book).pages
    wanted = [one.line.text.strip() for page in pages for one in page.lines]
    found = poppler(data, "-raw")
    # Cells that stand side by side come out as one line.
    assert found is None or [one for one in wanted if one not in "\n".join(found)] == []


def test_the_same_publication_gives_the_same_bytes(test_book):
    publication = b.publication(b.article(PARAGRAPH))
    assert written(publication, test_book).data == written(publication, test_book).data


def test_substituted_faces_and_missing_characters_are_told_before_layout(test_book):
    publication = b.publication(b.article("𠮷野", b.p(b.em("熹"), b.strong("中")), title="要闻"))
    remarks = {(one.code, one.where): one for one in written(publication, test_book).diagnostics}
    assert remarks["character-missing", "要闻"].facts["code"] == "U+20BB7"
    assert remarks["character-substituted", "要闻"].facts["wanted"] == "Bulletin Test Kai"
    assert ("font-emboldened", "") in remarks


def test_a_good_text_is_written_without_remarks(test_book):
    assert written(b.publication(b.article(PARAGRAPH)), test_book).diagnostics == ()


def test_a_broken_picture_becomes_a_note_and_a_remark(test_book):
    item = MediaItem("broken.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    figure = b.figure(b.img("broken.png", alt="会议现场"))
    article = b.article(figure, PARAGRAPH, title="要闻", media=(item,))
    result = written(b.publication(article), test_book)
    (remark,) = (one for one in result.diagnostics if one.code == "image-broken")
    assert (remark.where, remark.facts["image"]) == ("要闻", "broken.png")
    assert any("会议现场" in line for line in text(result.data))


def test_many_articles_have_an_outline_and_labels(test_book):
    articles = [b.article(PARAGRAPH, title=f"第{number}条") for number in "一二三"]
    publication = msgspec.structs.replace(b.publication(*articles, title="简报"), has_contents=True)
    found = reader(written(publication, test_book).data)
    assert [one.title for one in found.outline if not isinstance(one, list)][-3:] == [
        "第一条", "第二条", "第三条",
    ]  # fmt: skip
    assert len(found.page_labels) == len(found.pages)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(article=articles(max_blocks=3))
def test_any_article_becomes_a_file_that_readers_accept(test_book, article):
    result = written(b.publication(article), test_book)
    assert len(reader(result.data).pages) >= 1
    for remark in result.diagnostics:
        assert remark.sentence("zh")


@pytest.mark.parametrize("module", ["reportlab.platypus", "fontTools", "reportlab.pdfgen.canvas"])
def test_writing_does_not_load_what_it_does_not_need(module):
    code = f"import sys, bulletin_export.writers.pdf; sys.exit({module!r} in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], check=False, env=environment)
    assert run.returncode == 0
