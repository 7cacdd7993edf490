"""Glyphs by the codes of a page."""

from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen

from bulletin_export.fonts.cff import recoded
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.fonts.subset import subset

FILES = [("a.otf", 0), ("b.otf", 0), ("f.otf", 0), ("g.otf", 400)]


def opened(table):
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(table), None)
    return fonts[0]


def cut(faces, name, text, weight=0):
    face = FontFace(FaceFile(faces / name, 0, weight))
    part = subset(face, [face.glyphs[one] for one in text])
    glyphs = {ord(one): part.glyphs[face.glyphs[one]] for one in text}
    return face, opened(part.program), opened(recoded(part.program, glyphs, part.box)), glyphs


def drawing(font, name):
    pen = RecordingPen()
    outline = font.CharStrings[name]
    outline.draw(pen)
    return pen.value, outline.width


@pytest.mark.parametrize(("file", "weight"), FILES)
def test_each_code_is_a_cid_with_the_outline_and_the_width_of_its_glyph(faces, file, weight):
    _, before, after, glyphs = cut(faces, file, "中A", weight)
    assert after.ROS == ("Adobe", "Identity", 0)
    assert after.charset == [".notdef", "cid00065", "cid20013"]
    for code, glyph in glyphs.items():
        old = drawing(before, before.charset[glyph])
        assert drawing(after, f"cid{code:05d}") == old


def test_two_codes_may_be_drawn_alike(faces):
    _, _, after, glyphs = cut(faces, "a.otf", "一\u2f00中")
    assert len(set(glyphs.values())) == 2
    assert drawing(after, "cid12032") == drawing(after, "cid19968")


@pytest.mark.parametrize(("file", "weight"), FILES)
def test_what_the_face_lacks_is_an_empty_box_as_wide_as_notdef(faces, file, weight):
    face, _, after, _ = cut(faces, file, "中\u1234", weight)
    outline, width = drawing(after, "cid04660")
    assert width == round(face.advance("\u1234") * face.hb_face.upem)
    assert [step for step, _ in outline].count("moveTo") == 2
    pen = BoundsPen(None)
    after.CharStrings["cid04660"].draw(pen)
    left, bottom, right, top = pen.bounds
    assert left == width - right > 0
    assert bottom == 0 < top


def test_fonts_are_selected_glyph_by_glyph(faces):
    # Readers were met that misread selections by range.
    _, _, after, _ = cut(faces, "a.otf", "中A，")
    assert after.FDSelect.format == 0
    assert len(after.FDSelect.gidArray) == 4
