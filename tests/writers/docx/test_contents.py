"""The list of contents is filled, leads to what it names and needs no update."""

import builders as b
from bulletin_export.model.publication import Publication, Section
from writers.docx.opened import TEMPLATE, all_of, part, written

LONG = b.article(*["正文" * 200] * 20, title="长文", kicker="引题")
SHORT = b.article("一段", title="短文")
WHOLE = Publication(
    sections=(Section((LONG, SHORT), "要闻"), Section((SHORT, LONG))),
    title="简报",
    has_contents=True,
)
ROOT = part(written(WHOLE))


def test_entries_lead_to_bookmarks_that_exist_once():
    anchors = all_of(ROOT, "//w:hyperlink/@w:anchor")
    assert len(anchors) == 5
    for anchor in anchors:
        assert len(all_of(ROOT, f"//w:bookmarkStart[@w:name='{anchor}']")) == 1


def test_bookmarks_begin_and_end():
    begun = all_of(ROOT, "//w:bookmarkStart/@w:id")
    assert begun == all_of(ROOT, "//w:bookmarkEnd/@w:id")
    assert len(begun) == len(set(begun))


def test_fields_begin_separate_and_end():
    depth = 0
    for kind in all_of(ROOT, "//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth in (0, 1, 2)
    assert depth == 0
    assert all_of(ROOT, "//w:instrText/text()")[0].startswith(" TOC ")


def test_word_does_not_ask_to_update():
    assert all_of(part(written(WHOLE), "word/settings.xml"), "//w:updateFields") == []


def test_a_dotted_leader_ends_at_the_right_edge():
    tab = all_of(part(written(WHOLE), "word/styles.xml"), "//w:style[@w:styleId='TOC1']//w:tab")[0]
    assert sorted(tab.attrib.values()) == sorted(["right", "dot", str(TEMPLATE.page.measure.twips)])


def test_the_first_article_begins_a_page_because_the_contents_are_another_section():
    titles = all_of(ROOT, "//w:p[w:pPr/w:pStyle/@w:val='SectionTitle']")
    assert not all_of(titles[0], "w:pPr/w:pageBreakBefore")
    before = all_of(titles[0], "preceding-sibling::w:p[1]/w:pPr/w:sectPr")
    assert len(before) == 1


def test_a_kicker_takes_the_page_break_of_its_title():
    kicker, title = all_of(
        ROOT, "(//w:p[w:pPr/w:pStyle/@w:val='Kicker'])[2] | (//w:p[.='长文'])[last()]"
    )
    assert all_of(kicker, "w:pPr/w:pageBreakBefore[not(@w:val)]")
    assert all_of(title, "w:pPr/w:pageBreakBefore/@w:val") == ["0"]


def test_many_articles_without_contents_still_have_a_masthead():
    whole = Publication(sections=(Section((SHORT, SHORT)),), title="简报", date="2020-02-06")
    styles = all_of(part(written(whole)), "//w:pStyle/@w:val")
    assert styles[:3] == ["PublicationTitle", "PublicationDate", "Heading1"]


def test_an_article_without_a_title_can_still_be_reached():
    whole = Publication(
        sections=(Section((b.article("正文", title=""), SHORT)),), title="简报", has_contents=True
    )
    root = part(written(whole))
    for anchor in all_of(root, "//w:hyperlink/@w:anchor"):
        assert all_of(root, f"//w:bookmarkStart[@w:name='{anchor}']")
