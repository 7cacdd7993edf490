"""A book whose lines run from top to bottom."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import Paragraph, Text
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Composition, EpubStyle
from bulletin_export.writers.epub import EpubWriter
from writers.reading_back import parts

PLAIN = load_template("plain")
VERTICAL = replace(PLAIN, epub=EpubStyle(writing="vertical"))


def book(text, template=VERTICAL):
    article = Article(headline=Headline("题"), blocks=(Paragraph((Text(text),)),))
    data = EpubWriter().write(Publication(sections=(Section((article,)),)), template, None).data
    return {name.rpartition("/")[2]: part.decode() for name, part in parts(data).items()
            if not name.endswith("mimetype")}  # fmt: skip


def test_its_pages_turn_to_the_right():
    package = book("文")["content.opf"]
    assert 'page-progression-direction="rtl"' in package
    assert "vertical-rl" in package
    assert "writing-mode: vertical-rl;" in book("文")["style.css"]


def test_short_numbers_among_han_stand_upright_and_long_ones_lie():
    text = book("十月12日下午3时，共1280人，占6.5%")["article-0001.xhtml"]
    assert '<span class="upright">12</span>日' in text
    assert '<span class="upright">3</span>时' in text
    assert "共1280人" in text
    assert "占6.5%" in text


def test_an_ordinary_book_has_nothing_of_it():
    files = book("十月12日", PLAIN)
    assert "upright" not in files["article-0001.xhtml"] + files["style.css"]
    assert 'page-progression-direction="ltr"' in files["content.opf"]


def test_emphasis_is_shown_as_the_template_says():
    for manner, said in {"dots": "filled dot", "bold": "bold", "kai": "KaiTi"}.items():
        style = book("文", replace(PLAIN, composition=Composition(emphasis=manner)))["style.css"]
        (rule,) = [line for line in style.splitlines() if line.startswith("em, cite")]
        assert said in rule
        assert "italic" not in rule
