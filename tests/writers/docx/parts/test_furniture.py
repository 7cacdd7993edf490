"""Running heads and feet hold fields; a first page may do without."""

import msgspec

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import Furniture, FurnitureLine
from writers.docx.opened import TEMPLATE, W, all_of, part, written


def fields(root):
    return [text.strip() for text in all_of(root, "//w:instrText/text()")]


def dressed(**furniture):
    template = msgspec.structs.replace(TEMPLATE, furniture=Furniture(**furniture))
    section = Section((b.article("一段", title="文章"),), "要闻")
    whole = Publication(sections=(section,), title="简报", date="2020-02-06")
    return written(whole, template)


def test_the_page_number_is_a_field_between_dashes():
    foot = part(dressed(), "word/footer1.xml")
    assert fields(foot) == ["PAGE"]
    assert "".join(all_of(foot, "//w:t/text()")) == "— 1 —"
    assert all_of(foot, "//w:jc/@w:val") == ["center"]


def test_names_in_braces_are_filled_in():
    line = FurnitureLine(
        left="{title} {date}", centre="{article}", right="{section} {page}/{pages}"
    )
    head = part(dressed(header=line), "word/header1.xml")
    assert fields(head) == ["STYLEREF 1", 'STYLEREF "栏目"', "PAGE", "NUMPAGES"]
    assert "".join(all_of(head, "//w:t/text()")) == "简报 2020年2月6日文章要闻 1/1"
    assert all_of(head, "//w:tab/@w:val") == ["center", "right"]


def test_the_first_page_has_no_header_unless_told():
    line = FurnitureLine(centre="简报")
    section = all_of(part(dressed(header=line)), "//w:sectPr")[0]
    assert all_of(section, "w:titlePg")
    assert all_of(section, "w:footerReference/@w:type") == ["default", "first"]
    told = all_of(part(dressed(header=line, first_page_header=True)), "//w:sectPr")[0]
    assert not all_of(told, "w:titlePg")


def test_a_rule_is_the_border_of_the_paragraph():
    head = part(dressed(header=FurnitureLine(left="简报", rule=True)), "word/header1.xml")
    assert [e.tag for e in all_of(head, "//w:pBdr/*")] == [f"{W}bottom"]


def test_nothing_to_say_means_no_part_and_no_reference():
    section = all_of(part(dressed(footer=FurnitureLine())), "//w:sectPr")[0]
    assert not all_of(section, "w:footerReference")


def test_the_page_is_a4_with_the_margins_of_the_template():
    size, margins = all_of(part(dressed()), "//w:pgSz | //w:pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert margins.get(f"{W}left") == str(TEMPLATE.page.margins.left.twips)


LONG = "省委常委会会议暨全省防汛工作电视电话会议强调 坚决贯彻会议精神 坚决打赢防汛抗旱总体战阻击战"


def test_a_lone_article_says_its_title_once_and_in_one_line():
    line = FurnitureLine(left="{title}", right="{article}")
    template = msgspec.structs.replace(TEMPLATE, furniture=Furniture(header=line))
    whole = b.publication(b.article("正文", title=LONG * 2))
    head = part(written(whole, template), "word/header1.xml")
    said = "".join(all_of(head, "//w:t/text()"))
    assert said.endswith("…")
    assert LONG[:20] in said
    assert len(said) < len(LONG) * 2
    assert fields(head) == []
