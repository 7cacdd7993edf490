"""Running heads and feet hold fields; each section names its own, blank ones too."""

import msgspec
import pytest

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import Furniture, FurnitureLine, PageStyle
from writers.docx.opened import NS, TEMPLATE, W, all_of, names, part, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"


def fields(root):
    return [text.strip() for text in all_of(root, "//w:instrText/text()")]


def said(root):
    return "".join(all_of(root, "//w:t/text()"))


def bundle(**more):
    sections = (
        Section((b.article("一段", title="文章"),), "要闻"),
        Section((b.article("二段", title="另一篇"),), "时评"),
    )
    return Publication(sections=sections, title="简报", date="2020-02-06", **more)


def dressed(*, has_contents=False, page=None, **furniture):
    template = msgspec.structs.replace(
        TEMPLATE, furniture=Furniture(**furniture), page=page or TEMPLATE.page
    )
    return written(bundle(has_contents=has_contents), template)


def heads_of(result, number=0):
    """Return the roots of heads and feet of section *number*, by element and type."""
    section = all_of(part(result), "//w:sectPr")[number]
    relationships = part(result, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in relationships}
    return {
        (element.tag[len(W) : len(W) + 6], element.get(f"{W}type")): part(
            result, "word/" + targets[element.get(f"{R}id")]
        )
        for element in all_of(section, "w:headerReference | w:footerReference")
    }


def style_of(root):
    return all_of(root, "//w:pStyle/@w:val")


def look(result, identifier):
    return all_of(part(result, "word/styles.xml"), f"//w:style[@w:styleId='{identifier}']/w:pPr")[0]


def test_the_page_number_is_a_field_between_dashes():
    result = dressed()
    foot = part(result, "word/footer1.xml")
    assert fields(foot) == ["PAGE"]
    assert said(foot) == "— 1 —"
    assert all_of(look(result, "Footer"), "w:jc/@w:val") == ["center"]


def test_heads_and_feet_look_as_their_styles_say():
    line = FurnitureLine(left="{title}", right="{page}", rule=True)
    result = dressed(header=line, footer=line, mirrored=True)
    for name in names(result):
        if "header" in name or "footer" in name:
            said_outright = all_of(part(result, name), "//w:pPr/*[not(self::w:pStyle)]")
            assert said_outright == []


def test_names_in_braces_are_filled_in():
    line = FurnitureLine(
        left="{title} {date}", centre="{article}", right="{section} {page}/{pages}"
    )
    result = dressed(header=line)
    head = part(result, "word/header1.xml")
    assert fields(head) == ["STYLEREF 1", 'STYLEREF "栏目"', "PAGE", "NUMPAGES"]
    assert said(head) == "简报 2020年2月6日文章要闻 1/1"
    assert len(all_of(head, "//w:r/w:tab")) == 2
    assert all_of(look(result, "Header"), ".//w:tab/@w:val") == ["center", "right"]


def test_the_first_page_has_a_blank_head_unless_told():
    line = FurnitureLine(centre="简报")
    result = dressed(header=line)
    assert all_of(part(result), "//w:titlePg")
    found = heads_of(result)
    assert said(found["header", "first"]) == ""
    assert style_of(found["header", "first"]) == ["BlankLine"]
    assert said(found["footer", "first"]) == said(found["footer", "default"]) == "— 1 —"
    assert not all_of(part(dressed(header=line, first_page_header=True)), "//w:titlePg")


def test_the_first_page_can_do_without_a_foot():
    found = heads_of(dressed(first_page_footer=False))
    assert said(found["footer", "first"]) == ""
    assert said(found["footer", "default"]) == "— 1 —"


def test_a_rule_is_the_border_of_the_style():
    result = dressed(header=FurnitureLine(left="简报", rule=True))
    assert [e.tag for e in all_of(look(result, "Header"), "w:pBdr/*")] == [f"{W}bottom"]
    below = dressed(footer=FurnitureLine(left="简报", rule=True))
    assert [e.tag for e in all_of(look(below, "Footer"), "w:pBdr/*")] == [f"{W}top"]


def test_nothing_to_say_means_no_part_and_no_reference():
    result = dressed(footer=FurnitureLine())
    assert not all_of(part(result), "//w:footerReference | //w:headerReference")
    assert not [name for name in names(result) if "header" in name or "footer" in name]


def test_even_pages_have_left_and_right_change_places():
    result = dressed(footer=FurnitureLine(right="— {page} —"), mirrored=True)
    found = heads_of(result)
    assert style_of(found["footer", "default"]) == ["Footer"]
    assert style_of(found["footer", "even"]) == ["FooterEven"]
    assert all_of(look(result, "Footer"), "w:jc/@w:val") == ["right"]
    assert all_of(look(result, "FooterEven"), "w:jc/@w:val") == ["left"]


def test_even_pages_say_in_the_other_order_what_stands_left_and_right():
    line = FurnitureLine(left="{title}", right="{article}")
    found = heads_of(dressed(header=line, mirrored=True))
    assert said(found["header", "default"]) == "简报文章"
    assert said(found["header", "even"]) == "文章简报"


def test_pages_before_the_body_repeat_no_title_of_an_article():
    line = FurnitureLine(left="{title}", right="{article}{section}")
    result = dressed(has_contents=True, header=line, first_page_header=True)
    front, body = heads_of(result, 0), heads_of(result, 1)
    assert fields(front["header", "default"]) == []
    assert said(front["header", "default"]) == "简报"
    assert fields(body["header", "default"]) == ["STYLEREF 1", 'STYLEREF "栏目"']


@pytest.mark.parametrize(
    ("manner", "front", "body"),
    [
        ("roman", [r"SECTIONPAGES \* roman"], ["PAGEREF _EndOfBody"]),
        ("continue", ["NUMPAGES"], ["NUMPAGES"]),
        ("none", [], ["PAGEREF _EndOfBody"]),
    ],
)
def test_pages_are_counted_as_they_are_numbered(manner, front, body):
    line = FurnitureLine(centre="共 {pages} 页")
    result = dressed(has_contents=True, footer=line, front_numbers=manner)
    assert fields(heads_of(result, 0)["footer", "default"]) == front
    assert fields(heads_of(result, 1)["footer", "default"]) == body


def test_where_parts_have_several_sections_a_bookmark_tells_their_last_page():
    line = FurnitureLine(centre="{pages}")
    page = PageStyle(columns=2)
    result = dressed(has_contents=True, footer=line, page=page, cover="page")
    root = part(result)
    counted = set()
    for number in range(len(all_of(root, "//w:sectPr"))):
        for foot in heads_of(result, number).values():
            counted |= set(fields(foot))
    assert counted == {"PAGEREF _EndOfFront", "PAGEREF _EndOfBody"}
    for name in ("_EndOfFront", "_EndOfBody"):
        assert len(all_of(root, f"//w:p/w:bookmarkStart[@w:name='{name}']")) == 1


def test_a_cover_has_no_head_and_foot():
    line = FurnitureLine(left="{title}")
    found = heads_of(dressed(header=line, footer=line, cover="page"), 0)
    assert {said(root) for root in found.values()} == {""}


def test_a_watermark_lies_behind_every_page():
    result = dressed(
        watermark=" 内部 资料 ", header=FurnitureLine(left="{title}"), mirrored=True, cover="page"
    )
    heads = [part(result, name) for name in names(result) if "header" in name]
    assert len(heads) == 3
    for root in heads:
        [shape] = root.iter(f"{V}shape")
        assert shape.get("id").startswith("PowerPlusWaterMarkObject")
        assert "rotation:315" in shape.get("style")
        assert [one.get("string") for one in shape.iter(f"{V}textpath")] == ["内部 资料"]
    assert len({next(root.iter(f"{V}shape")).get("id") for root in heads}) == 3


def test_a_watermark_needs_no_running_head():
    found = heads_of(dressed(watermark="机密"))
    assert list(found["header", "default"].iter(f"{V}shape"))
    assert all_of(found["header", "default"], "//w:t") == []


def test_the_classification_heads_every_page_the_cover_too():
    text = "内部资料 注意保存"
    line = FurnitureLine(left="{title}")
    result = dressed(classification=text, header=line, cover="page")
    for number in range(2):
        for (element, _), root in heads_of(result, number).items():
            if element == "header":
                assert style_of(root)[0] == "ClassificationLine"
                assert said(root).startswith(text)


def test_the_classification_stands_above_the_running_head():
    plain = all_of(part(dressed(header=FurnitureLine(left="简报"))), "//w:pgMar/@w:header")
    marked = dressed(header=FurnitureLine(left="简报"), classification="内部资料")
    spacing = look(marked, "ClassificationLine").find("w:spacing", NS)
    top = int(all_of(part(marked), "//w:pgMar/@w:header")[0])
    own = int(spacing.get(f"{W}line")) + int(spacing.get(f"{W}after"))
    assert abs(top + own - int(plain[0])) <= 2


LONG = "省委常委会会议暨全市防汛工作电视电话会议强调 坚决贯彻会议精神 坚决打赢防汛抗旱总体战阻击战"


def test_a_lone_article_says_its_title_once_and_in_one_line():
    line = FurnitureLine(left="{title}", right="{article}")
    template = msgspec.structs.replace(TEMPLATE, furniture=Furniture(header=line))
    whole = b.publication(b.article("正文", title=LONG * 2))
    head = part(written(whole, template), "word/header1.xml")
    assert said(head).endswith("…")
    assert LONG[:20] in said(head)
    assert len(said(head)) < len(LONG) * 2
    assert fields(head) == []
