"""Font programs for PDF: smaller, and still the same glyphs."""

from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.fonts.subset import subset


def cut(faces, name, text, index=0, weight=0):
    face = FontFace(FaceFile(faces / name, index, weight))
    return face, subset(face, [face.glyphs[character] for character in text])


def cff_of(part):
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(part.program), None)
    return fonts[0]


def test_a_truetype_program_holds_the_glyphs_and_nothing_a_reader_ignores(faces):
    face, part = cut(faces, "c.ttf", "中国")
    font = TTFont(BytesIO(part.program))
    assert not part.is_cff
    assert set(font.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert font["maxp"].numGlyphs == 3
    assert set(part.glyphs) == {0, face.glyphs["中"], face.glyphs["国"]}


@pytest.mark.parametrize(("file", "index"), [("a.otf", 0), ("b.otf", 0), ("f.otf", 0)])
def test_a_cff_program_is_a_bare_table(faces, file, index):
    _, part = cut(faces, file, "中国A", index)
    font = cff_of(part)
    assert part.is_cff
    assert len(font.CharStrings) == 4


def test_every_glyph_keeps_its_width(faces):
    for file in ("c.ttf", "d.ttc", "e.ttf"):
        face, part = cut(faces, file, "A中", weight=900 if file == "e.ttf" else 0)
        font = TTFont(BytesIO(part.program))
        order = font.getGlyphOrder()
        for character in "A中":
            new = part.glyphs[face.glyphs[character]]
            assert font["hmtx"][order[new]][0] == round(face.advance(character) * 1000)


def test_a_variable_face_is_drawn_in_the_weight_that_was_chosen(faces):
    lefts = []
    for weight in (100, 900):
        face, part = cut(faces, "e.ttf", "A", weight=weight)
        font = TTFont(BytesIO(part.program))
        assert "fvar" not in font
        lefts.append(font["glyf"][font.getGlyphName(part.glyphs[face.glyphs["A"]])].xMin)
    assert lefts[1] - lefts[0] == 40


def test_cff2_becomes_cff(faces):
    _, part = cut(faces, "g.otf", "中", weight=400)
    assert part.is_cff
    assert len(cff_of(part).CharStrings) == 2


def test_two_characters_may_share_a_glyph(faces):
    face, part = cut(faces, "a.otf", "一\u2f00中")
    assert face.glyphs["一"] == face.glyphs["\u2f00"]
    assert len(cff_of(part).CharStrings) == 3


def test_the_tag_comes_from_the_content(faces):
    tags = [cut(faces, "a.otf", text)[1].tag for text in ("中国", "国中", "中文")]
    assert tags[0] == tags[1] != tags[2]
    assert all(len(tag) == 6 and tag.isalpha() and tag.isupper() for tag in tags)


@pytest.mark.parametrize(
    ("file", "index", "weight"),
    [("a.otf", 0, 0), ("b.otf", 0, 0), ("c.ttf", 0, 0), ("d.ttc", 1, 0), ("e.ttf", 0, 700),
     ("f.otf", 0, 0), ("g.otf", 0, 400)],
)  # fmt: skip
def test_a_long_batch_gets_the_same_programs(faces, file, index, weight):
    face = FontFace(FaceFile(faces / file, index, weight))
    glyphs = [face.glyphs[character] for character in "A中"]
    parts = [subset(face, glyphs) for _ in range(20)]
    assert len({part.program for part in parts}) == 1
    assert all(part.glyphs == parts[0].glyphs for part in parts)


@pytest.mark.parametrize(("file", "index", "weight"), [("c.ttf", 0, 0), ("e.ttf", 0, 700)])
def test_a_truetype_program_has_a_box_where_notdef_was_wanted(faces, file, index, weight):
    face, part = cut(faces, file, "中\u1234", index, weight)
    font = TTFont(BytesIO(part.program))
    box = font["glyf"][font.getGlyphOrder()[part.glyphs[0]]]
    assert part.glyphs[0] == font["maxp"].numGlyphs - 1
    assert box.numberOfContours == 2
    advance, left = font["hmtx"][font.getGlyphOrder()[-1]]
    assert advance == round(face.advance("\u1234") * face.hb_face.upem)
    assert (left, box.xMin, box.xMax, box.yMin) == (box.xMin, left, advance - left, 0)
    for character in "中":
        name = font.getGlyphOrder()[part.glyphs[face.glyphs[character]]]
        assert font["glyf"][name].numberOfContours > 0


@pytest.mark.parametrize("file", ["a.otf", "c.ttf", "e.ttf"])
def test_how_often_a_face_was_cut_before_does_not_show(faces, file):
    face, first = cut(faces, file, "A中国", weight=900 if file == "e.ttf" else 0)
    wanted = [face.glyphs[character] for character in "A中国"]
    for times in (50, 5000):
        face.times_subset = times
        assert subset(face, wanted) == first
