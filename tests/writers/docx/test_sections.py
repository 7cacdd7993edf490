"""Cover, contents and body are sections of their own; columns have heads over all of them."""

import msgspec
import pytest

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Furniture, Grid, PageStyle, WordStyle
from bulletin_export.units import Length, Measure
from writers.docx.opened import TEMPLATE, W, all_of, names, part, words, written

TABLE = b.table(b.tr("甲", "乙"))


def bundle(*articles, has_contents=False, **more):
    articles = articles or (b.article("一段", title="甲"), b.article("二段", title="乙"))
    section = Section(tuple(articles))
    facts = {"title": "简报", "date": "2020-02-06", **more}
    return Publication(sections=(section,), has_contents=has_contents, **facts)


def document(whole, *, page=None, word=None, **furniture):
    template = msgspec.structs.replace(
        TEMPLATE,
        page=page or TEMPLATE.page,
        word=word or TEMPLATE.word,
        furniture=Furniture(**furniture),
    )
    return part(written(whole, template))


def sections(root):
    return all_of(root, "//w:sectPr")


def types(root):
    return [one.get(f"{W}val") for one in all_of(root, "//w:sectPr/w:type")]


def numbers(root):
    """Return format and first number of each section, as far as they are said."""
    found = []
    for section in sections(root):
        told = all_of(section, "w:pgNumType")
        attributes = told[0].attrib if told else {}
        found.append((attributes.get(f"{W}fmt", ""), attributes.get(f"{W}start", "")))
    return found


def before_section(root, number):
    """Return the styles of the paragraphs of section *number*."""
    styles, index = [], 0
    for block in all_of(root, "w:body/w:p"):
        if index == number:
            styles += all_of(block, "w:pPr/w:pStyle/@w:val")
        index += len(all_of(block, "w:pPr/w:sectPr"))
    return styles


def test_a_lone_article_has_one_section_at_the_end_of_the_body():
    root = document(b.publication(b.article("一段")))
    assert len(sections(root)) == 1
    assert root[0][-1].tag == f"{W}sectPr"
    assert numbers(root) == [("", "")]


def test_articles_without_contents_and_cover_share_one_section():
    root = document(bundle())
    assert len(sections(root)) == 1
    assert before_section(root, 0)[:2] == ["PublicationTitle", "PublicationDate"]


def test_the_contents_are_a_section_with_roman_numbers():
    root = document(bundle(has_contents=True))
    assert numbers(root) == [("lowerRoman", "1"), ("", "1")]
    assert types(root) == ["nextPage", "nextPage"]
    assert before_section(root, 0)[0] == "PublicationTitle"
    assert before_section(root, 1)[0] == "Heading1"


def test_pages_before_the_body_can_be_counted_on():
    root = document(bundle(has_contents=True), front_numbers="continue")
    assert numbers(root) == [("", ""), ("", "")]


def test_what_carries_the_section_of_the_contents_stands_behind_their_field():
    [carrier] = all_of(document(bundle(has_contents=True)), "//w:p[w:pPr/w:sectPr]")
    assert not all_of(carrier, "w:r")
    assert not all_of(carrier, "following-sibling::w:p//w:fldChar")


def test_a_cover_is_a_page_of_its_own():
    root = document(bundle(has_contents=True, publisher="编印单位"), cover="page")
    assert numbers(root) == [("lowerRoman", "1"), ("lowerRoman", ""), ("", "1")]
    styles = before_section(root, 0)
    assert styles[:2] == ["CoverTitle", "CoverDate"]
    assert "PublicationTitle" not in all_of(root, "//w:pStyle/@w:val")
    assert before_section(root, 1)[0] == "TOCHeading"


def test_a_cover_leads_to_the_articles():
    root = document(bundle(), cover="page")
    anchors = all_of(root, "//w:hyperlink/@w:anchor")
    assert len(anchors) == 2
    for anchor in anchors:
        assert len(all_of(root, f"//w:bookmarkStart[@w:name='{anchor}']")) == 1


def test_the_publisher_stands_at_the_foot_of_the_cover():
    whole = bundle(publisher="编印<单位>")
    template = msgspec.structs.replace(TEMPLATE, furniture=Furniture(cover="page"))
    result = written(whole, template)
    feet = [part(result, name) for name in names(result) if "footer" in name]
    texts = {"".join(all_of(root, "//w:t/text()")) for root in feet}
    assert texts == {"编印<单位>", "— 1 —"}
    bottom, foot = all_of(part(result), "(//w:pgMar)[1]/@w:bottom | (//w:pgMar)[1]/@w:footer")
    assert bottom == foot


def test_a_title_too_long_for_two_lines_is_smaller_on_the_cover():
    root = document(bundle(title="清溪县经济和社会发展情况简报" * 8), cover="page")
    assert before_section(root, 0)[0] == "CoverLongTitle"


def test_items_that_do_not_fit_the_cover_are_left_to_the_contents():
    many = [b.article("一段", title=f"第{n}篇") for n in range(99)]
    root = document(bundle(*many), cover="page")
    assert before_section(root, 0) == ["CoverTitle", "CoverDate"]


@pytest.mark.parametrize("cover", ["none", "masthead"])
def test_the_title_above_the_body_is_printed_if_it_is_wanted(cover):
    styles = all_of(document(bundle(), cover=cover), "//w:pStyle/@w:val")
    assert ("PublicationTitle" in styles) == (cover == "masthead")


def test_parts_begin_on_the_front_of_a_leaf():
    root = document(bundle(has_contents=True), cover="page", mirrored=True)
    assert types(root) == ["nextPage", "oddPage", "oddPage"]
    root = document(bundle(has_contents=True), mirrored=True, front_numbers="continue")
    assert types(root) == ["nextPage", "nextPage"]


def test_only_the_first_page_of_all_is_a_title_page():
    root = document(bundle(has_contents=True), first_page_footer=False)
    assert [len(all_of(one, "w:titlePg")) for one in sections(root)] == [1, 0]
    covered = document(bundle(has_contents=True), first_page_footer=False, cover="page")
    assert not all_of(covered, "//w:titlePg")


def columns(root):
    return [len(all_of(one, "w:cols[@w:num > 1]")) for one in sections(root)]


def test_heads_stand_over_all_columns():
    root = document(bundle(), page=PageStyle(columns=3, column_rule=True))
    # Head and text of each article, and what levels the columns.
    assert columns(root) == [0, 1, 0, 1, 0]
    assert before_section(root, 0) == ["PublicationTitle", "PublicationDate", "Heading1"]
    assert before_section(root, 1) == ["ArticleBody"]
    assert before_section(root, 4) == ["BlankLine"]
    assert types(root)[1::2] == ["continuous", "continuous"]
    assert set(all_of(root, "//w:cols/@w:sep")) == {"1"}


def test_an_article_that_begins_a_page_does_so_by_its_section():
    root = document(bundle(), page=PageStyle(columns=2))
    # The titles of this template begin pages.
    assert types(root)[2] == "nextPage"
    assert not all_of(root, "//w:pageBreakBefore[not(@w:val='0')]")


def test_columns_hold_whole_characters_and_fill_the_page():
    page = PageStyle(columns=2, column_gap=Measure(2, "em"))
    gap = int(all_of(document(bundle(), page=page), "//w:cols/@w:space")[0])
    column = (page.measure.twips - gap) / 2
    assert column % 320 < 1


def test_an_article_that_ends_with_a_table_ends_its_section_after_it():
    whole = bundle(b.article("一段", TABLE, title="甲"), b.article("二段", title="乙"))
    root = document(whole, page=PageStyle(columns=2))
    for carrier in all_of(root, "//w:sectPr/.."):
        assert carrier.tag in (f"{W}pPr", f"{W}body")
    assert not all_of(root, "//w:tbl//w:sectPr")
    assert columns(root) == [0, 1, 0, 1, 0]


def test_an_article_without_words_has_no_section():
    whole = bundle(b.article(title=""), b.article("二段", title="乙"))
    assert columns(document(whole, page=PageStyle(columns=2))) == [0, 1, 0]


def test_an_article_without_a_title_has_a_section_for_its_text_alone():
    whole = bundle(b.article("一段", title=""), b.article("二段", title="乙"), has_contents=True)
    root = document(whole, page=PageStyle(columns=2))
    assert columns(root) == [0, 1, 0, 1, 0]
    assert numbers(root) == [("lowerRoman", "1"), ("", "1"), *[("", "")] * 3]


def test_no_article_at_all_is_a_section_too():
    assert len(sections(document(Publication(sections=())))) == 1
    assert len(sections(document(Publication(sections=()), page=PageStyle(columns=2)))) == 1


@pytest.mark.parametrize("name", ["plain", "gongwen", "newspaper", "clipping"])
def test_words_stay_whole_whatever_the_sections(name):
    template = load_template(name, {"furniture.cover": "page", "page.columns": 2})
    found = [text for text in words(written(bundle(), template)) if len(text) == 2]
    assert found[-2:] == ["一段", "二段"]


def test_the_page_is_a4_with_the_margins_of_the_template():
    size, margins = all_of(document(bundle()), "//w:pgSz | //w:pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert size.get(f"{W}orient") is None
    assert margins.get(f"{W}left") == str(TEMPLATE.page.margins.left.twips)


def test_a_page_wider_than_high_is_turned():
    page = PageStyle(width=Length.of_mm(420), height=Length.of_mm(297))
    [size] = all_of(document(bundle(), page=page), "//w:pgSz")
    assert size.get(f"{W}orient") == "landscape"


def test_distances_never_fall_outside_the_sheet():
    page = PageStyle(width=Length.of_mm(60), height=Length.of_mm(80))
    furniture = {"header_distance": Length.of_mm(90), "footer_distance": Length.of_mm(90)}
    [margins] = all_of(document(bundle(), page=page, **furniture), "//w:pgMar")
    assert (margins.get(f"{W}header"), margins.get(f"{W}footer")) == ("0", "0")


def grid(template):
    [found] = all_of(part(written(b.article("一段"), template)), "//w:docGrid")
    return {key[len(W) :]: text for key, text in found.attrib.items()}


def test_an_official_document_has_22_lines():
    assert grid(load_template("gongwen")) == {"type": "lines", "linePitch": "579"}


def test_a_grid_that_counts_characters_says_how_wide_they_are():
    template = load_template("gongwen", {"word.character_grid": True})
    expected = {"type": "linesAndChars", "linePitch": "579", "charSpace": "-849"}
    assert grid(template) == expected
    styles = part(written(b.article("一段"), template), "word/styles.xml")
    body = "//w:style[@w:styleId='ArticleBody']/w:rPr/w:spacing"
    assert not all_of(styles, body)


def test_a_grid_of_characters_alone_takes_the_pitch_of_the_body():
    page = PageStyle(grid=Grid(characters=20))
    root = document(bundle(), page=page, word=WordStyle(character_grid=True))
    assert all_of(root, "//w:docGrid/@w:linePitch") == ["560"]
