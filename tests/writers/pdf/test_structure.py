"""The logical structure of finished files, and faults in it that validators do not see."""

import re
from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfWriter as Mutator
from pypdf.generic import ArrayObject, NameObject, NullObject, TextStringObject

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import PdfStyle
from bulletin_export.writers.pdf import PdfWriter
from faces import book_of
from looks import template
from tagged import faults, reader, structure
from torture import torture

TEMPLATE = template(width=595, height=842, margin=70)


@pytest.fixture(scope="module")
def publication() -> Publication:
    return torture()


@pytest.fixture(scope="module")
def data(publication, faces):
    return PdfWriter().write(publication, TEMPLATE, book_of(faces)).data


def written(book, *articles, **facts):
    return PdfWriter().write(b.publication(*articles, **facts), TEMPLATE, book).data


def tree(book, *blocks, **facts):
    return structure(reader(written(book, b.article(*blocks, **facts))))


def kinds(node):
    """Return the kinds in *node* as nested lists."""
    return [node.kind, *(kinds(kid) for kid in node.kids if not isinstance(kid, str))]


def only(node, kind):
    return [one for one in node.walk() if one.kind == kind]


def test_the_structure_of_a_finished_file_says_what_the_model_says(data, publication):
    assert faults(data, publication, TEMPLATE.composition) == []


def _element(file, kind, number=0):
    return [
        one
        for one in (ref.get_object() for ref in file._objects)
        if isinstance(one, dict) and one.get("/S") == kind and "/P" in one
    ][number]


def heading_as_paragraph(file):
    _element(file, "/H4")[NameObject("/S")] = NameObject("/P")


def text_as_artifact(file):
    _rewrite(
        file.pages[1].get_contents, file.pages[1], rb"/Span<</MCID (2)\b", rb"/Artifact<</No \1"
    )


def wrong_character_map(file):
    for font in file.pages[1]["/Resources"]["/Font"].values():
        stream = font["/ToUnicode"].get_object()
        text = stream.get_data()
        changed = re.sub(rb"(beginbfrange\s+<\w{4}> <\w{4}> <)\w{4}", rb"\g<1>4E00", text, count=1)
        stream.set_data(changed)


def file_name_as_description(file):
    _element(file, "/Figure")[NameObject("/Alt")] = TextStringObject("DSC_0042.jpg")


def link_to_nowhere(file):
    area = next(
        one.get_object()
        for page in file.pages
        for one in page.get("/Annots", ())
        if "/Dest" in one.get_object()
    )
    area["/Dest"][0] = NullObject()


def link_without_annotation(file):
    link = _element(file, "/Link")
    kids = [one for one in link["/K"] if not isinstance(one.get_object(), dict)]
    link[NameObject("/K")] = ArrayObject(kids)


def no_outline(file):
    del file._root_object["/Outlines"]


def other_order(file):
    kids = _element(file, "/Art")["/K"]
    kids[4], kids[5] = kids[5], kids[4]


def _rewrite(_, page, pattern, replacement):
    stream = page["/Contents"].get_object()
    changed = re.sub(pattern, replacement, stream.get_data(), count=1)
    assert changed != stream.get_data()
    stream.set_data(changed)


@pytest.mark.parametrize(
    "fault",
    [
        heading_as_paragraph, text_as_artifact, wrong_character_map, file_name_as_description,
        link_to_nowhere, link_without_annotation, no_outline, other_order,
    ],
)  # fmt: skip
def test_faults_that_validators_do_not_see_are_caught(data, publication, fault):
    file = Mutator(clone_from=reader(data))
    fault(file)
    result = BytesIO()
    file.write(result)
    assert faults(result.getvalue(), publication, TEMPLATE.composition) != []


def test_a_copy_without_a_fault_has_none(data, publication):
    file = Mutator(clone_from=reader(data))
    result = BytesIO()
    file.write(result)
    assert faults(result.getvalue(), publication, TEMPLATE.composition) == []


def test_a_list_has_entries_with_marks_and_bodies(test_book):
    (found,) = only(tree(test_book, b.ul("甲", b.li("乙", b.ol("丙")))), "L")[:1]
    inner = ["L", ["LI", ["Lbl"], ["LBody", ["P"]]]]
    assert kinds(found) == [
        "L", ["LI", ["Lbl"], ["LBody", ["P"]]], ["LI", ["Lbl"], ["LBody", ["P"], inner]],
    ]  # fmt: skip
    assert found.source["/A"]["/ListNumbering"] == "/Disc"


def test_every_row_of_a_table_covers_the_same_columns(test_book):
    one = b.table(
        b.tr(b.th("类"), b.th("数", span=2)), b.tr(b.td("甲", rows=2), "1", "2"), b.tr("3"),
        header_rows=1, caption="表",
    )  # fmt: skip
    (found,) = only(tree(test_book, one), "Table")
    assert kinds(found) == [
        "Table", ["Caption"], ["THead", ["TR", ["TH", ["P"]], ["TH", ["P"]]]],
        ["TBody", ["TR", *[["TD", ["P"]]] * 3], ["TR", ["TD", ["P"]], ["TD"]]],
    ]  # fmt: skip
    wide = only(found, "TH")[1].source["/A"]
    assert (wide["/Scope"], wide["/ColSpan"]) == ("/Column", 2)
    assert only(found, "TD")[0].source["/A"]["/RowSpan"] == 2


def test_headings_leave_no_rank_out(test_book):
    found = tree(test_book, b.h(3, "甲"), b.h(1, "乙"), b.h(4, "丙"), b.h(6, "丁"), title="题")
    headings = [(one.kind, one.text) for one in found.walk() if one.kind[0] == "H"]
    assert headings == [("H1", "题"), ("H2", "甲"), ("H2", "乙"), ("H3", "丙"), ("H4", "丁")]


def test_a_bundle_has_its_title_first_and_articles_below_sections(test_book):
    one = Publication(
        sections=(Section((b.article("文", title="甲"),), "要闻"), Section((b.article("文", title="乙"),), "民生")),
        title="简报", has_contents=True,
    )  # fmt: skip
    data = PdfWriter().write(one, TEMPLATE, test_book).data
    found = structure(reader(data))
    headings = [(node.kind, node.text) for node in found.walk() if node.kind[0] == "H"]
    assert headings == [
        ("H1", "简报"), ("H2", "目录"), ("H2", "要闻"), ("H3", "甲"), ("H2", "民生"), ("H3", "乙"),
    ]  # fmt: skip
    assert faults(data, one, TEMPLATE.composition) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("他说 as long as it takes 就好", "en"), ("日本語を含むテキスト", "ja"), ("한국어 문장", "ko"),
    ],
)  # fmt: skip
def test_passages_in_another_language_say_so(test_book, text, language):
    spans = only(tree(test_book, text), "Span")
    assert [one.source["/Lang"] for one in spans] == [language]


def test_one_or_two_foreign_words_are_no_passage(test_book):
    assert only(tree(test_book, "使用 Python 3 编写的 Open Source"), "Span") == []


def test_a_foreign_article_names_its_language(test_book):
    article = b.article("Only English words here.", title="News")
    article = article.__class__(
        headline=article.headline, blocks=article.blocks,
        metadata=article.metadata.__class__(language="en"),
    )  # fmt: skip
    (art,) = only(structure(reader(written(test_book, article))), "Art")
    assert art.source["/Lang"] == "en"
    assert only(art, "Span") == []


def test_a_note_is_reached_from_its_mark_and_back(test_book):
    found = tree(test_book, b.p("正文", b.note("注文"), "。"))
    (note,) = only(found, "Note")
    assert note.source["/ID"] == "note-000001"
    assert kinds(note) == ["Note", ["Lbl", ["Link"]], ["P"]]
    assert [kinds(one) for one in only(found, "Reference")] == [["Reference", ["Link"]]]
    assert all(one.objects for one in only(found, "Link"))


def test_a_booklet_is_read_in_the_order_of_its_pages(test_book):
    """A paragraph goes on from one sheet to another that was painted before it."""
    linked = b.link("https://example.org/", "链接")
    paragraphs = [b.p(f"第{number}段，" + "文字" * 400, linked, "。") for number in range(12)]
    one = b.publication(b.article(*paragraphs, title="题"))
    look = replace(TEMPLATE, pdf=PdfStyle(impose="booklet"))
    data = PdfWriter().write(one, look, test_book).data
    assert len(reader(data).pages) > 2
    assert faults(data, one, TEMPLATE.composition) == []


def test_a_link_to_a_place_that_is_not_there_is_no_link(test_book):
    found = tree(test_book, b.p(b.link("#nowhere", "去处")))
    assert only(found, "Link") == []
    assert [one.text for one in only(found, "P")] == ["去处"]


@pytest.mark.parametrize("alt", ["", "IMG_2041.JPG", "https://example.org/a/b.png", "20240518_1"])
def test_a_file_name_is_no_description(test_book, alt):
    from torture import square

    picture = square((1, 2, 3), 300, 200)
    one = b.figure(b.img(picture.name, alt), caption="会场")
    (figure,) = only(tree(test_book, one, media=(picture,)), "Figure")
    assert figure.source["/Alt"] == "会场"
    assert len(figure.source["/A"]["/BBox"]) == 4
