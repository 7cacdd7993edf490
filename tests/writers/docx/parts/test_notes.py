"""Notes are Word's own, at the foot of the page or after the article."""

import msgspec
import pytest

import builders as b
from bulletin_export.styling.template import Role
from torture import square
from writers.docx.opened import TEMPLATE, W, all_of, part, written

END = msgspec.structs.replace(
    TEMPLATE, composition=msgspec.structs.replace(TEMPLATE.composition, notes="end")
)
PICTURE = square((32, 96, 160))
KINDS = [(TEMPLATE, "footnote", "Footnote"), (END, "endnote", "Endnote")]
each_kind = pytest.mark.parametrize(("template", "kind", "prefix"), KINDS, ids=["foot", "end"])


@each_kind
def test_marks_lead_to_notes_of_their_style(template, kind, prefix):
    result = written(b.article(b.p("甲", b.note("注一"), b.note("注二", "又"))), template)
    ids = all_of(part(result), f"//w:{kind}Reference/@w:id")
    notes = part(result, f"word/{kind}s.xml")
    found = [all_of(notes, f"//w:{kind}[@w:id='{one}']//w:t/text()") for one in ids]
    assert found == [[" ", "注一"], [" ", "注二", "又"]]
    texts = set(all_of(notes, f"//w:{kind}[not(@w:type)]//w:pStyle/@w:val"))
    assert texts == {f"{prefix}Text"}
    assert set(all_of(part(result), "//w:r[.//@w:id]/w:rPr/w:rStyle/@w:val")) == {
        f"{prefix}Reference"
    }


@each_kind
def test_the_separators_are_named_in_the_settings(template, kind, prefix):
    result = written(b.article(b.p("甲", b.note("注"))), template)
    separators = all_of(part(result, f"word/{kind}s.xml"), f"//w:{kind}[@w:type]")
    types = [one.get(f"{W}type") for one in separators]
    assert types == ["separator", "continuationSeparator", "continuationNotice"]
    settings = part(result, "word/settings.xml")
    named = all_of(settings, f"//w:{kind}Pr/w:{kind}/@w:id")
    assert named == [one.get(f"{W}id") for one in separators]
    assert all_of(settings, f"//w:{kind}Pr/w:numFmt/@w:val") == ["decimal"]


@each_kind
def test_notes_hold_all_kinds_of_blocks_with_relationships_of_their_own(template, kind, prefix):
    note = b.note(
        b.p("见", b.link("https://a.cn/", "网页")), b.ul("甲"), b.table(b.tr("格")),
        b.figure(b.img(PICTURE.name, "图")),
    )  # fmt: skip
    result = written(b.article(b.p("甲", note), media=(PICTURE,)), template)
    rels = part(result, f"word/_rels/{kind}s.xml.rels")
    assert {one.get("Target") for one in rels} == {"https://a.cn/", f"media/{PICTURE.name}"}
    assert len(all_of(part(result, f"word/{kind}s.xml"), "//w:tbl")) == 1


def test_the_mark_stands_in_the_first_paragraph_whatever_it_says_of_itself():
    result = written(b.article(b.p("甲", b.note(b.p(b.ruby("汉", "hàn"), "字")))))
    notes = all_of(part(result, "word/footnotes.xml"), "//w:footnote[not(@w:type)]/w:p")
    assert len(notes) == 1
    assert len(all_of(notes[0], ".//w:footnoteRef")) == 1


def test_five_hundred_notes_have_five_hundred_numbers():
    notes = [b.note(f"第{n}条") for n in range(500)]
    result = written(b.article(b.p(*[x for note in notes for x in ("文", note)])))
    ids = all_of(part(result), "//w:footnoteReference/@w:id")
    assert len(set(ids)) == 500
    assert ids == all_of(part(result, "word/footnotes.xml"), "//w:footnote[not(@w:type)]/@w:id")


def test_notes_stand_in_cells_headings_and_captions():
    article = b.article(
        b.h(1, "一、", b.note("甲")), b.table(b.tr(b.td(b.p("格", b.note("乙"))))), title="题"
    )
    result = written(article)
    assert (
        len(all_of(part(result), "//w:p[w:pPr/w:pStyle/@w:val='Heading2']//w:footnoteReference"))
        == 1
    )
    assert len(all_of(part(result), "//w:tc//w:footnoteReference")) == 1


def test_each_article_of_a_bundle_has_its_notes_at_its_end_counted_from_one():
    articles = [b.article(b.p("甲", b.note("注")), title=f"第{n}篇") for n in "一二三"]
    result = written(b.publication(*articles, title="简报"), END)
    sections = all_of(part(result), "//w:sectPr")
    assert len(sections) == 3
    for section in sections:
        assert all_of(section, "w:endnotePr/w:numRestart/@w:val") == ["eachSect"]
    assert [all_of(one, "w:type/@w:val") for one in sections[1:]] == [["nextPage"]] * 2
    assert all_of(part(result, "word/settings.xml"), "//w:endnotePr/w:pos/@w:val") == ["sectEnd"]


def bundle_of(*noted, template=TEMPLATE):
    """Return a bundle whose articles have so many notes."""
    articles = [
        b.article(*[b.p("甲", b.note("注")) for _ in range(many)], b.p("乙"), title=f"第{n}篇")
        for n, many in enumerate(noted)
    ]
    return written(b.publication(*articles, title="简报"), template)


def restarts(result):
    """Return for each section whether its notes begin anew."""
    sections = all_of(part(result), "//w:sectPr")
    return [all_of(one, "w:footnotePr/w:numRestart/@w:val") for one in sections]


def test_notes_at_the_foot_of_the_page_begin_anew_with_each_article_of_a_bundle():
    assert restarts(bundle_of(2, 1, 3)) == [*[["eachSect"]] * 3, ["continuous"]]


def test_articles_without_notes_need_no_section():
    assert restarts(bundle_of(0, 0)) == [[]]
    assert restarts(bundle_of(0, 0, 2)) == [["eachSect"], ["continuous"]]
    assert restarts(bundle_of(1, 0, 0, 1)) == [["eachSect"], ["eachSect"], ["continuous"]]


def test_the_notes_of_a_lone_article_are_numbered_through_the_document():
    assert restarts(bundle_of(3)) == [[]]


def test_a_section_for_notes_begins_a_page_only_where_the_article_does():
    title = msgspec.structs.replace(TEMPLATE.style(Role.TITLE), page_break_before=False)
    joined = msgspec.structs.replace(TEMPLATE, styles={**TEMPLATE.styles, Role.TITLE: title})
    types = "//w:sectPr/w:type/@w:val"
    assert all_of(part(bundle_of(1, 1)), types)[1:] == ["nextPage", "continuous"]
    assert all_of(part(bundle_of(1, 1, template=joined)), types)[1:] == ["continuous", "continuous"]


def test_what_libreoffice_reads_last_holds_no_note_of_its_own():
    [*_, last] = all_of(part(bundle_of(1, 1)), "w:body/w:p")
    assert all_of(last, ".//w:t/text()") == ["乙"]
    article = b.article(b.p("甲", b.note("注")), title="题")
    only = written(b.publication(article, article, title="简报"))
    assert restarts(only) == [["eachSect"]] * 2


def test_pages_are_numbered_on_whatever_the_notes_do():
    assert not all_of(part(bundle_of(1, 1)), "//w:pgNumType")
