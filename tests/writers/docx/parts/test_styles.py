"""Every look is a named style with Chinese and Latin faces, language and no theme."""

import io
import itertools

import docx
import msgspec
import pytest

import builders as b
from bulletin_export.fonts.manifest import load_manifest
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Composition, Grid, PageStyle, Role
from bulletin_export.typefaces import FontRole
from bulletin_export.writers.docx import markup
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id
from writers.docx.opened import NS, TEMPLATE, W, all_of, part, written

RESULT = written(b.article("一段"))
STYLES = part(RESULT, "word/styles.xml")


def style(identifier, root=STYLES):
    return all_of(root, f"//w:style[@w:styleId='{identifier}']")[0]


def value(element, path):
    return element.find(path, NS).get(f"{W}val")


@pytest.mark.parametrize("role", Role)
def test_every_role_is_a_style_with_faces_for_all_scripts(role):
    fonts = style(style_id(role)).find("w:rPr/w:rFonts", NS)
    assert {name.removeprefix(W) for name in fonts.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    expected = load_manifest().word_font("gongwen", TEMPLATE.style(role).font)
    assert fonts.get(f"{W}eastAsia") == expected.name


def test_no_style_asks_the_theme():
    assert all_of(STYLES, "//@*[contains(local-name(), 'Theme')]") == []


def test_the_language_is_chinese_for_chinese_and_english_for_latin():
    language = all_of(STYLES, "/w:styles/w:docDefaults//w:lang")[0]
    assert (language.get(f"{W}eastAsia"), language.get(f"{W}val")) == ("zh-CN", "en-US")
    theme = all_of(part(RESULT, "word/settings.xml"), "/w:settings/w:themeFontLang")[0]
    assert theme.get(f"{W}eastAsia") == "zh-CN"


def test_ids_and_names_are_unique():
    for names in zip(*[(name.identifier, name.name) for name in STYLE_NAMES.values()], strict=True):
        assert len(set(names)) == len(STYLE_NAMES)


def test_a_title_and_the_headings_below_it_are_an_outline():
    levels = [value(style(f"Heading{n}"), "w:pPr/w:outlineLvl") for n in range(1, 8)]
    assert levels == list("0123456")
    document = docx.Document(io.BytesIO(written(b.article(b.h(1, "节"), title="题")).data))
    assert [p.style.name for p in document.paragraphs] == ["Heading 1", "Heading 2"]


def test_the_indent_of_the_body_is_two_characters_with_its_twin_in_twips():
    indent = style("ArticleBody").find("w:pPr/w:ind", NS)
    assert indent.get(f"{W}firstLineChars") == "200"
    assert indent.get(f"{W}firstLine") == "640"


def test_prohibition_and_gaps_are_switched_on_in_the_order_of_the_schema():
    found = all_of(STYLES, "//w:pPrDefault/w:pPr/*")
    assert [element.tag.removeprefix(W) for element in found] == [
        "widowControl", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
        "autoSpaceDE", "autoSpaceDN",
    ]  # fmt: skip


def test_marks_hang_only_where_the_template_says_so():
    hanging = msgspec.structs.replace(TEMPLATE, composition=Composition(trim_end="hang"))
    root = part(written(b.article("一段"), hanging), "word/styles.xml")
    assert value(root, ".//w:pPrDefault//w:overflowPunct") == "1"
    assert value(STYLES, ".//w:pPrDefault//w:overflowPunct") == "0"


def test_single_lines_are_kept_from_page_ends_unless_the_template_says_otherwise():
    alone = msgspec.structs.replace(TEMPLATE, composition=Composition(widows=1))
    root = part(written(b.article("一段"), alone), "word/styles.xml")
    assert value(root, ".//w:pPrDefault//w:widowControl") == "0"
    assert value(STYLES, ".//w:pPrDefault//w:widowControl") in (None, "1")


def test_columns_have_no_widow_control_for_libreoffice_never_ends_to_level_them():
    page = msgspec.structs.replace(TEMPLATE.page, columns=2)
    parted = msgspec.structs.replace(TEMPLATE, page=page)
    root = part(written(b.article("一段"), template=parted), "word/styles.xml")
    assert value(root, ".//w:pPrDefault//w:widowControl") == "0"


def test_a_grid_of_lines_and_characters_is_kept():
    page = PageStyle(grid=Grid(lines=22, characters=27))
    result = written(b.article("一段"), msgspec.structs.replace(TEMPLATE, page=page))
    grid = all_of(part(result), "//w:sectPr/w:docGrid")[0]
    assert grid.get(f"{W}linePitch") == str(page.depth.twips // 22)
    body = style("ArticleBody", part(result, "word/styles.xml"))
    advance = 16 + int(value(body, "w:rPr/w:spacing")) / 20
    assert page.measure.pt / 28 < advance <= page.measure.pt / 27


def test_properties_come_in_the_order_of_the_schema_whatever_the_order_given():
    names = ["jc", "pStyle", "keepNext", "ind", "numPr", "spacing"]
    for order in itertools.permutations(names, 6):
        written_out = markup.paragraph_properties(dict.fromkeys(order, 'w:val="1"'))
        places = [
            written_out.index(f"<w:{name} ")
            for name in ("pStyle", "keepNext", "numPr", "spacing", "ind", "jc")
        ]
        assert places == sorted(places)


def test_run_properties_come_in_the_order_of_the_schema():
    runs = markup.run_properties({"vertAlign": "", "b": "", "rStyle": "", "rFonts": "", "sz": ""})
    assert runs == "<w:rPr><w:rStyle/><w:rFonts/><w:b/><w:sz/><w:vertAlign/></w:rPr>"


def test_no_chinese_is_slanted():
    result = written(b.article(b.p(b.em("强调"))))
    assert all_of(part(result), "//w:i") + all_of(STYLES, "//w:i") == []
    fonts = style("Emphasis").find("w:rPr/w:rFonts", NS)
    kai = load_manifest().word_font("gongwen", FontRole.KAI)
    assert fonts.get(f"{W}eastAsia") == kai.name


def test_the_font_table_names_every_face_that_a_style_names():
    table = part(RESULT, "word/fontTable.xml")
    named = {font.get(f"{W}name") for font in all_of(table, "/w:fonts/w:font")}
    assert set(all_of(STYLES, "//w:rFonts/@w:*")) <= named
    assert all_of(table, "//w:font[@w:name='仿宋_GB2312']/w:altName/@w:val") == ["仿宋"]


def test_direct_looks_are_only_those_of_the_words():
    result = written(b.article(b.p("甲", b.strong("乙")), b.quote("丙"), b.h(2, "丁")))
    direct = {element.tag.removeprefix(W) for element in all_of(part(result), "//w:pPr/*")}
    assert direct <= {"pStyle", "pageBreakBefore"}


def test_what_begins_pages_has_no_space_before_and_what_stands_above_a_title_has_the_title_s():
    template = load_template("plain")
    title = template.style(Role.TITLE)
    root = part(written(b.article("一段"), template), "word/styles.xml")
    for role in (Role.TITLE, Role.KICKER, Role.SECTION_TITLE, Role.PUBLICATION_TITLE):
        assert style(style_id(role), root).find("w:pPr/w:spacing", NS).get(f"{W}before") == "0"
    above = style(style_id(Role.KICKER), root).find("w:pPr/w:spacing", NS).get(f"{W}after")
    assert int(above) >= title.length(title.space_before).twips > 0
