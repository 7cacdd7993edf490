"""Lists count, tables fit, pictures stay inside the frame, what is missing is seen."""

from msgspec.structs import replace

import builders as b
from writers.docx.opened import TEMPLATE, all_of, part, written

MEASURE = TEMPLATE.page.measure


def paragraphs(*content, template=TEMPLATE):
    """Return (style, level, number, words) of every paragraph below the title."""
    root = part(written(b.article(*content), template))
    return [
        (
            all_of(one, "string(w:pPr/w:pStyle/@w:val)"),
            all_of(one, "string(w:pPr/w:numPr/w:ilvl/@w:val)"),
            all_of(one, "string(w:pPr/w:numPr/w:numId/@w:val)"),
            "".join(all_of(one, ".//w:t/text()")),
        )
        for one in all_of(root, "//w:p")[1:]
    ]


def styles(*content):
    return [style for style, *_ in paragraphs(*content)]


def test_every_numbered_list_counts_for_itself():
    content = (b.ol("甲", "乙"), b.ol("丙", start=5))
    assert paragraphs(*content) == [
        ("ListNumber", "0", "3", "甲"),
        ("ListNumber", "0", "3", "乙"),
        ("ListNumber", "0", "4", "丙"),
    ]
    numbering = part(written(b.article(*content)), "word/numbering.xml")
    assert all_of(numbering, "//w:startOverride/@w:val") == ["1", "5"]


def test_bullets_are_in_the_style_of_their_level():
    content = b.ul("一", b.li("二", b.ol("甲", b.li("乙", b.ul("子")))))
    assert [(style, level) for style, level, *_ in paragraphs(content)] == [
        ("ListBullet", ""), ("ListBullet", ""), ("ListNumber2", "1"), ("ListNumber2", "1"),
        ("ListBullet3", ""),
    ]  # fmt: skip


def indents(result, identifier):
    """Return the left indents of a style and of those it is based on, the nearest first."""
    root = part(result, "word/styles.xml")
    found = []
    while identifier:
        (style,) = all_of(root, f"//w:style[@w:styleId='{identifier}']")
        found += map(int, all_of(style, "w:pPr/w:ind/@w:left"))
        identifier = all_of(style, "string(w:basedOn/@w:val)")
    return found


def test_deep_lists_stay_at_the_last_level_and_on_the_page():
    content = b.ul("底")
    for _ in range(15):
        content = b.ul(b.li("层", content))
    result = written(b.article(content))
    assert max(map(int, all_of(part(result), "//w:ilvl/@w:val"))) == 8
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert max(map(int, all_of(part(result, name), "//w:ind/@w:left"))) < MEASURE.twips


def test_a_second_paragraph_of_an_entry_stands_below_the_words_of_the_first():
    result = written(b.article(b.ul(b.li("一", "续"))))
    first, second = all_of(part(result), "//w:p/w:pPr/w:pStyle/@w:val")[1:]
    assert (first, second) == ("ListBullet", "ListContinue")
    level = all_of(part(result, "word/numbering.xml"), "//w:lvl[w:pStyle/@w:val='ListBullet']")[0]
    assert indents(result, second)[0] == int(all_of(level, "w:pPr/w:ind/@w:left")[0]) > 0


def test_an_entry_that_begins_with_something_else_has_its_mark_alone():
    found = styles(b.ul(b.li(b.pre("x")), b.li()))
    assert found == ["ListBullet", "SourceCode2", "ListBullet"]


def test_lists_in_cells_quotations_and_notes_stand_in_styles_of_their_own():
    content = (b.quote(b.ul("甲")), b.table(b.tr(b.td(b.ol("乙")))))
    assert styles(*content) == ["QuoteBullet", "TableTextNumber", "Spacer"]
    result = written(b.article(b.p("文", b.note(b.ul("丙")))))
    notes = all_of(part(result, "word/footnotes.xml"), "//w:pStyle/@w:val")
    assert notes[-2:] == ["FootnoteText", "FootnoteTextBullet"]


def test_nothing_is_laid_out_by_empty_lines():
    assert styles(b.p(), "甲", b.p(), b.hr, b.hr, "乙") == ["ArticleBody", "Rule", "ArticleBody"]


def test_levels_of_headings_that_are_left_out_are_closed_up():
    content = (b.h(1, "甲"), b.h(4, "乙"), b.h(4, "丙"), b.h(6, "丁"), b.h(2, "戊"), b.h(1, "己"))
    assert styles(*content) == [
        "Heading2", "Heading3", "Heading3", "Heading4", "Heading3", "Heading2",
    ]  # fmt: skip


def numbering_headings(manner):
    return replace(TEMPLATE, composition=replace(TEMPLATE.composition, heading_numbers=manner))


def test_headings_whose_typed_marks_count_on_are_numbered_by_word():
    content = (
        b.h(1, "一、甲"), b.h(2, "（一）乙"), b.h(2, "（三）丙"), b.h(1, b.strong("二、"), "丁"),
        b.h(1, "戊"),
    )  # fmt: skip
    assert paragraphs(*content, template=numbering_headings("typed")) == [
        ("Heading2", "0", "5", "甲"),
        ("Heading3", "1", "5", "乙"),
        ("Heading3", "1", "4", "（三）丙"),
        ("Heading2", "0", "5", "丁"),
        ("Heading2", "0", "4", "戊"),
    ]


def test_every_heading_is_numbered_where_the_template_says_so():
    template = numbering_headings("all")
    result = written(b.article(b.h(1, "甲"), b.h(2, "乙"), b.h(1, "丙")), template)
    assert all_of(part(result), "//w:numId/@w:val") == ["5", "5", "5"]
    levels = all_of(part(result, "word/numbering.xml"), "//w:lvl[contains(w:pStyle/@w:val,'Head')]")
    texts = [all_of(level, "string(w:lvlText/@w:val)") for level in levels]
    assert texts == ["%1、", "（%2）", "%3.", "（%4）", "%5）", "%6."]


def test_each_article_counts_its_headings_anew():
    one = b.article(b.h(1, "甲"), title="一篇")
    root = part(written(b.publication(one, one), numbering_headings("all")))
    assert all_of(root, "//w:numId/@w:val") == ["5", "6"]


def test_a_quotation_inside_a_quotation_goes_further_in():
    result = written(b.article(b.quote("外", b.quote("内"))))
    assert all_of(part(result), "//w:pStyle/@w:val")[1:] == ["Quote", "Quote2"]
    inner, outer = indents(result, "Quote2")
    assert inner > outer > 0


def test_a_change_of_subject_is_a_rule():
    root = part(written(b.article("前", b.hr, "后")))
    assert all_of(root, "//w:p[3]/w:pPr/w:pStyle/@w:val") == ["Rule"]
