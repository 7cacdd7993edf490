"""What a document of the house keeps, and what it gets."""

from __future__ import annotations

import io
import re

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Twips
from lxml import etree
from msgspec.structs import replace
from PIL import Image as Pixels

from builders import figure, img, link, note, ol, p, table, tr, ul
from bulletin_export.model.media import MediaItem
from offices import (
    article,
    filled,
    lines,
    office,
    parts,
    publication,
    reopened,
    repacked,
    styles,
    xml,
)
from writers.docx.opened import NS, all_of, part

NOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="4"><w:p><w:r><w:t>由{{来源}}编发</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def _picture() -> MediaItem:
    buffer = io.BytesIO()
    Pixels.new("RGB", (3000, 300), (200, 60, 60)).save(buffer, "PNG")
    return MediaItem.of(buffer.getvalue(), "image/png")


def _width_of_picture(data: bytes) -> int:
    item = _picture()
    one = replace(article(figure(img(item.name, "红色"))), media=(item,))
    (extent,) = all_of(
        part(filled(data, one)), "//*[local-name()='inline']/*[local-name()='extent']"
    )
    return round(int(extent.get("cx")) / 635)


def test_the_same_input_gives_the_same_bytes_and_untouched_parts_stay_as_they_are():
    data = office("{{title}}", "{{body}}")
    one = article(p("请遵照执行。"))
    first = filled(data, one)
    assert first.data == filled(data, one).data
    before, after = parts(data), parts(first.data)
    same = {"word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml", "docProps/app.xml"}
    assert same <= {name for name in before if before[name] == after.get(name)}


def test_sections_stay_with_their_pages_and_furniture():
    def build(document):
        document.add_paragraph("封面")
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "横排页"
        document.add_paragraph("{{body}}")

    data = office(build=build)
    result = reopened(filled(data, article(p("请遵照执行。"))))
    assert [section.orientation for section in result.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    assert result.sections[1].header.paragraphs[0].text == "横排页"


def test_the_text_may_end_a_section():
    def build(document):
        document.add_paragraph("{{body}}")
        document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph("封底")
        first, last = document.paragraphs[0]._p, document.paragraphs[1]._p
        own = last.pPr.find(f"{{{NS['w']}}}sectPr")
        first.get_or_add_pPr().append(own)
        last.getparent().remove(last)

    data = office(build=build)
    result = reopened(filled(data, article(p("请遵照执行。"))))
    assert len(result.sections) == 2
    assert result.paragraphs[-1].text == "封底"


def test_pictures_and_tables_are_as_wide_as_the_room_of_the_text():
    def page(document):
        section = document.sections[0]
        section.page_width, section.left_margin, section.right_margin = Cm(20), Cm(5), Cm(5)

    def columns(document):
        page(document)
        element = document.sections[0]._sectPr
        for old in element.findall(f"{{{NS['w']}}}cols"):
            element.remove(old)
        element.append(xml('<w:cols w:num="2" w:space="400"/>'))

    def cell(document):
        page(document)
        own = document.add_table(1, 2)
        own.cell(0, 1).width = Twips(2000)
        own.cell(0, 1).paragraphs[0].text = "{{body}}"

    whole = round(Cm(10) / 635)
    assert abs(_width_of_picture(office("{{body}}", build=page)) - whole) <= 2
    # Columns hold whole characters.
    room = (whole - 400) // 2
    assert room - 240 < _width_of_picture(office("{{body}}", build=columns)) <= room
    assert abs(_width_of_picture(office(build=cell)) - (2000 - 216)) <= 2


def test_text_in_a_cell_ends_in_a_paragraph():
    def build(document):
        document.add_table(1, 1).cell(0, 0).text = "{{body}}"

    one = article(table(tr("甲", "乙")), address="")
    root = part(filled(office(build=build), one))
    (last,) = all_of(root, "/w:document/w:body/w:tbl/w:tr/w:tc/*[last()]")
    assert last.tag == f"{{{NS['w']}}}p"


def test_lists_are_numbered_behind_those_of_the_house():
    def build(document):
        document.add_paragraph("一", style="List Number")

    data = office("{{body}}", build=build)
    root = part(filled(data, article(ul("甲"), ol("乙"))), "word/numbering.xml")
    numbered = [int(one) for one in all_of(root, "/w:numbering/w:num/@w:numId")]
    abstract = [int(one) for one in all_of(root, "//w:abstractNum/@w:abstractNumId")]
    assert len(set(numbered)) == len(numbered)
    assert len(set(abstract)) == len(abstract)
    assert set(map(int, all_of(root, "//w:num/w:abstractNumId/@w:val"))) <= set(abstract)
    tags = [etree.QName(one).localname for one in root]
    assert tags == sorted(tags)
    own = etree.fromstring(parts(data)["word/numbering.xml"])
    before = {int(one) for one in all_of(own, "/w:numbering/w:num/@w:numId")}
    used = all_of(part(filled(data, article(ol("甲")))), "//w:p//w:numId/@w:val")
    assert set(map(int, used)) - before


def _with_notes() -> bytes:
    data = office("{{body}}", "脚注")
    old = parts(data)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    types = old["[Content_Types].xml"].decode().replace("</Types>", override)
    relation = (
        '<Relationship Id="rX1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    rels = old["word/_rels/document.xml.rels"].decode().replace("</Relationships>", relation)
    return repacked(data, {
        "[Content_Types].xml": types.encode(), "word/_rels/document.xml.rels": rels.encode(),
        "word/footnotes.xml": NOTES.encode(),
    })  # fmt: skip


def test_notes_are_numbered_behind_those_of_the_house():
    result = filled(_with_notes(), article(p("正文", note("我们的注"))))
    root = part(result, "word/footnotes.xml")
    assert all_of(root, "/w:footnotes/w:footnote/@w:id") == ["0", "4", "6"]
    assert "".join(root.itertext()).split() == ["由滨河日报编发", "我们的注"]
    assert all_of(part(result), "//w:footnoteReference/@w:id") == ["6"]


def test_notes_after_the_article_get_a_part_of_their_own():
    result = filled(_with_notes(), article(p("正文", note("我们的注"))), notes="end")
    assert all_of(part(result), "//w:endnoteReference/@w:id") == ["2"]
    root = part(result, "word/endnotes.xml")
    assert "我们的注" in "".join(root.itertext())
    assert all_of(part(result, "word/settings.xml"), "//w:endnotePr/w:endnote")


def test_bullets_of_the_house_are_taken_if_its_style_has_any():
    def build(document):
        style = document.styles["List Bullet"].element
        style.pPr.remove(style.pPr.numPr)

    one = article(ul("甲"))
    assert styles(filled(office("{{body}}"), one))["甲"] == "List Bullet"
    result = filled(office("{{body}}", build=build), one)
    assert styles(result)["甲"] == "List Bullet（简报）"
    numbers = all_of(
        part(result, "word/styles.xml"),
        "//w:style[w:name/@w:val='List Bullet（简报）']//w:numId/@w:val",
    )
    there = all_of(part(result, "word/numbering.xml"), "/w:numbering/w:num/@w:numId")
    assert set(numbers) <= set(there)
    assert numbers


def test_relationships_keep_apart_from_those_of_the_house():
    result = filled(_with_notes(), article(p(link("http://example.cn/2", "链接"))))
    text = parts(result.data)["word/_rels/document.xml.rels"].decode()
    identifiers = re.findall(r' Id="([^"]*)"', text)
    assert len(set(identifiers)) == len(identifiers)
    links = parts(result.data)["word/document.xml"].decode()
    assert set(re.findall(r'<w:hyperlink r:id="([^"]*)"', links)) <= set(identifiers)


def test_the_separators_of_notes_are_told_in_the_settings():
    settings = parts(filled(office("{{body}}"), article(p("正", note("注")))).data)
    root = etree.fromstring(settings["word/settings.xml"])
    assert all_of(root, "//w:footnotePr/w:footnote/@w:id") == ["-1", "0", "1"]


def test_properties_of_the_publication_replace_those_of_the_form():
    def build(document):
        document.core_properties.title = "空白公文纸"
        document.core_properties.category = "办公用"

    result = reopened(filled(office("{{body}}", build=build), article(p("请遵照执行。"))))
    assert result.core_properties.title == "关于“春节”放假的通知"
    assert result.core_properties.category == "办公用"
    assert result.core_properties.author == "滨河日报"


def test_numbers_of_drawings_and_bookmarks_follow_those_of_the_house():
    def build(document):
        document.add_paragraph()._p.append(
            xml('<w:bookmarkStart w:id="41" w:name="_Toc000000001"/>')
        )
        document.paragraphs[-1]._p.append(xml('<w:bookmarkEnd w:id="41"/>'))

    many = publication(article(p("甲")), article(p("乙")))
    root = part(filled(office("{{body}}", build=build), many))
    identifiers = all_of(root, "//w:bookmarkStart/@w:id")
    names = all_of(root, "//w:bookmarkStart/@w:name")
    assert len(set(identifiers)) == len(identifiers) == 3
    assert len(set(names)) == 3


def test_words_that_look_like_markup_or_placeholders_stay_words():
    one = article(p("<w:p>&{{title}}"), source='"A"&<B>')
    said = lines(filled(office("{{source}}", "{{body}}"), one))
    assert said[0] == '"A"&<B>'
    assert "<w:p>&{{title}}" in said
