"""Faces that travel with the document: cut, renamed, hidden by a key made from their bytes."""

import io
import shutil
import zipfile

import msgspec
import pytest
from fontTools.ttLib import TTFont

import builders as b
from bulletin_export.model.publication import Publication, Section
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.writers.docx import DocxWriter
from faces import book_of
from writers.docx.opened import TEMPLATE, W, all_of, names, part, written

EMBED = msgspec.structs.replace(TEMPLATE, embed_fonts=True)
ARTICLE = b.article(b.p("中国人", b.em("一的是")), title="中国")


@pytest.fixture
def result(faces):
    return embedded(faces)


def embedded(faces, fangsong="Bulletin Test Kai", article=ARTICLE):
    book = book_of(
        faces, dict.fromkeys(FontRole, (fangsong,)) | {LatinRole.SERIF: ("Bulletin Test Serif",)}
    )
    publication = Publication(sections=(Section((article,)),), title="中国")
    return DocxWriter().write(publication, EMBED, book)


def fonts(result):
    """Return the embedded faces, by name, with the key taken off."""
    targets = {e.get("Id"): e.get("Target") for e in part(result, "word/_rels/fontTable.xml.rels")}
    found = {}
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        for font in all_of(part(result, "word/fontTable.xml"), "//w:font[w:embedRegular]"):
            [program] = all_of(font, "w:embedRegular")
            [relationship] = [v for k, v in program.attrib.items() if k.endswith("}id")]
            data = package.read(f"word/{targets[relationship]}")
            key = bytes.fromhex(program.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1]
            head = bytes(a ^ b for a, b in zip(data, key * 2, strict=False))
            found[font.get(f"{W}name")] = TTFont(io.BytesIO(head + data[32:]))
    return found


def test_each_face_holds_the_characters_that_its_styles_set(result):
    by_name = fonts(result)
    [chinese] = [font for name, font in by_name.items() if "Serif" not in name]
    assert set(map(ord, "中国人一的是")) <= set(chinese.getBestCmap())
    [western] = [font for name, font in by_name.items() if "Serif" in name]
    assert set(map(ord, "0123456789")) <= set(western.getBestCmap())
    for name, font in by_name.items():
        assert font["name"].getDebugName(1) == name
        assert len(name) <= 31


def test_the_styles_name_what_is_embedded_and_the_table_its_usual_name(result):
    [body] = all_of(part(result, "word/styles.xml"), "//w:style[@w:styleId='ArticleBody']")
    assert set(all_of(body, ".//w:rFonts/@w:*")) <= set(fonts(result))
    table = part(result, "word/fontTable.xml")
    alternatives = all_of(table, "//w:font[w:embedRegular]/w:altName/@w:val")
    assert "Times New Roman" in alternatives
    assert all_of(table, "//w:embedRegular/@w:subsetted") == ["1"] * len(alternatives)


def test_the_settings_and_content_types_know(result):
    settings = part(result, "word/settings.xml")
    assert all_of(settings, "w:embedTrueTypeFonts | w:saveSubsetFonts")
    types = part(result, "[Content_Types].xml")
    assert [one.get("ContentType") for one in types if one.get("Extension") == "odttf"]


def test_the_same_document_has_the_same_bytes(faces, result):
    assert embedded(faces).data == result.data


def test_a_face_for_preview_and_print_is_named_and_left_out(faces, tmp_path):
    for file in faces.iterdir():
        shutil.copy(file, tmp_path)
    font = TTFont(faces / "c.ttf")
    font["OS/2"].fsType = 4
    font.save(tmp_path / "c.ttf")
    remarks = {one.code for one in embedded(tmp_path).diagnostics}
    assert "font-not-embedded-licence" in remarks


def test_a_face_with_other_outlines_is_named_and_left_out(faces):
    other = embedded(faces, "Bulletin Test Type 1")
    assert "font-not-embedded-outlines" in {one.code for one in other.diagnostics}


def test_nothing_travels_unless_it_is_wanted():
    assert not [name for name in names(written(ARTICLE)) if name.endswith("odttf")]
