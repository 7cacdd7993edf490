"""Paragraphs look as their styles say: nothing is said beside them, and all of them exist."""

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

import strategies
from bulletin_export.composition.counting import counted
from bulletin_export.model.publication import Publication, Section
from writers.docx.opened import TEMPLATE, W, all_of, names, part, words, written
from writers.docx.test_words import expected, unbroken

modest = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

ALLOWED = {"pStyle", "numPr", "keepNext", "pageBreakBefore", "sectPr"}
NUMBERED = replace(
    TEMPLATE,
    composition=replace(TEMPLATE.composition, heading_numbers="all", number_captions=True),
)


def stories(result):
    present = [
        name for name in names(result) if name in ("word/document.xml", "word/footnotes.xml")
    ]
    return [part(result, name) for name in present]


@modest
@given(strategies.articles())
def test_no_paragraph_says_more_than_its_style(article):
    for root in stories(written(article, NUMBERED)):
        said = {element.tag.removeprefix(W) for element in all_of(root, "//w:pPr/*")}
        assert said <= ALLOWED


@modest
@given(strategies.articles())
def test_every_style_and_every_number_that_is_named_exists(article):
    result = written(article, NUMBERED)
    styles, numbering = part(result, "word/styles.xml"), part(result, "word/numbering.xml")
    identifiers = all_of(styles, "//w:style/@w:styleId")
    assert len(identifiers) == len(set(identifiers))
    named = all_of(styles, "//w:style/w:name/@w:val")
    assert len(named) == len(set(named))
    for root in (*stories(result), styles, numbering):
        references = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:basedOn/@w:val | //w:next/@w:val"
        assert set(all_of(root, references)) <= set(identifiers)
        instances = all_of(numbering, "//w:num/@w:numId")
        assert set(all_of(root, "//w:numPr/w:numId/@w:val")) <= set(instances)
    kinds = all_of(numbering, "//w:abstractNum/@w:abstractNumId")
    assert set(all_of(numbering, "//w:num/w:abstractNumId/@w:val")) == set(kinds)


@modest
@given(strategies.articles())
def test_a_level_of_headings_is_never_left_out(article):
    last = 0
    root = part(written(article))
    for name in all_of(root, "//w:pStyle[starts-with(@w:val, 'Heading')]/@w:val"):
        level = int(name.removeprefix("Heading").removesuffix("Growing"))
        assert level <= last + 1
        last = level


@modest
@given(strategies.articles())
def test_headings_and_captions_say_in_word_what_they_say_in_print(article):
    whole = Publication(sections=(Section((article,)),))
    (printed,) = counted(whole, NUMBERED.composition).articles()
    # Word counts headings itself: their numbers are no words of it.
    only_captions = replace(NUMBERED.composition, heading_numbers="none")
    (captioned,) = counted(whole, only_captions).articles()
    assert unbroken(words(written(article, NUMBERED))) == expected(captioned)
    assert len(expected(printed)) == len(expected(article))
