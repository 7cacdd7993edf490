"""CIDs that are the codes of a page."""

from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet

from bulletin_export.fonts.cff import recoded
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.fonts.subset import subset


def cut(faces, name, text, weight=0):
    face = FontFace(FaceFile(faces / name, 0, weight))
    part = subset(face, (face.glyphs[character] for character in text))
    return part, {part.glyphs[face.glyphs[one]]: ord(one) for one in text}


@pytest.mark.parametrize("file", ["a.otf", "b.otf"])
def test_each_glyph_gets_the_cid_it_is_given_and_keeps_its_outline(faces, file):
    part, cids = cut(faces, file, "中国A，")
    before, after = CFFFontSet(), CFFFontSet()
    before.decompile(BytesIO(part.program), None)
    after.decompile(BytesIO(recoded(part.program, cids, part.glyph_count)), None)
    names = [f"cid{cids[glyph]:05d}" for glyph in range(1, part.glyph_count)]
    assert after[0].charset == [".notdef", *names]
    for old, new in zip(before[0].charset, after[0].charset, strict=True):
        outlines = [font.CharStrings[name] for font, name in ((before[0], old), (after[0], new))]
        for outline in outlines:
            outline.decompile()
        assert outlines[0].program == outlines[1].program


@pytest.mark.parametrize(("file", "weight"), [("f.otf", 0)])
def test_a_font_without_cids_cannot_be_recoded(faces, file, weight):
    part, cids = cut(faces, file, "中A", weight)
    assert recoded(part.program, cids, part.glyph_count) is None
