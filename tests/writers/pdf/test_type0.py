"""Every kind of font file goes in, and the same text comes out."""

import shutil
import subprocess
from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet
from PIL import Image

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.writers.pdf.type0 import EmbeddedFont
from painted import line, page, pdf, poppler, reader, text

KINDS = {
    "glyf": ("c.ttf", 0, 0),
    "collection": ("d.ttc", 1, 0),
    "variable": ("e.ttf", 0, 700),
    "CID-keyed CFF": ("a.otf", 0, 0),
    "CFF2": ("g.otf", 0, 400),
    "name-keyed CFF": ("f.otf", 0, 0),
}


def chain_of(faces, kind):
    name, index, weight = KINDS[kind]
    return FontChain(FontFace(FaceFile(faces / name, index, weight)))


def fonts(data):
    return [font.get_object() for font in reader(data).pages[0]["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_copied_from_every_kind_of_face(faces, kind):
    data = pdf(page(line(chain_of(faces, kind), "中国")))
    assert poppler(data) in (None, ["中国"])
    assert text(data) == ["中国"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_face_is_one_embedded_font_with_a_subset_tag(faces, kind):
    (font,) = fonts(pdf(page(line(chain_of(faces, kind), "中国文"))))
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    assert font["/Subtype"] == "/Type0"
    assert font["/BaseFont"][7] == "+"
    assert font["/BaseFont"][1:7].isupper()
    assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@pytest.mark.parametrize("file", ["a.otf", "b.otf"])
def test_a_character_above_the_first_plane_is_copied_whole(faces, file):
    data = pdf(page(line(FontChain(FontFace(FaceFile(faces / file))), "𬬻㛃中")))
    assert text(data) == ["𬬻㛃中"]
    assert poppler(data) in (None, ["𬬻㛃中"])


@pytest.mark.parametrize("kind", KINDS)
def test_missing_characters_keep_their_own_code(faces, kind):
    data = pdf(page(line(chain_of(faces, kind), "𠮷中\ue000龘𠀋")))
    assert text(data) == ["𠮷中\ue000龘𠀋"]


def test_two_characters_with_one_glyph_are_copied_as_they_were_written(faces):
    data = pdf(page(line(chain_of(faces, "CID-keyed CFF"), "一\u2f00中")))
    assert poppler(data) in (None, ["一\u2f00中"])
    assert text(data) == ["一\u2f00中"]


def test_a_two_em_dash_is_copied_as_two_dashes(faces):
    data = pdf(page(line(chain_of(faces, "CID-keyed CFF"), "中⸺国", copied="中——国")))
    assert text(data) == ["中——国"]
    assert poppler(data) in (None, ["中——国"])


def test_widths_are_those_of_the_face(faces):
    chain = chain_of(faces, "CID-keyed CFF")
    (font,) = fonts(pdf(page(line(chain, "iA，中"))))
    first, widths, *rest = font["/DescendantFonts"][0]["/W"]
    assert (first, list(widths)) == (ord("A"), [chain.own.advance("A") * 1000])
    assert rest[0] == ord("i")
    assert len(rest) == 2


def test_one_font_serves_a_face_and_its_thickened_self(faces):
    face = chain_of(faces, "glyf").own
    lines = [line(FontChain(one), "中国") for one in (face, face.emboldened())]
    data = pdf(page(*lines))
    assert len(fonts(data)) == 1
    assert b"2 Tr" in reader(data).pages[0].get_contents().get_data()


def test_no_font_but_ours_is_declared(faces):
    assert b"Helvetica" not in pdf(page(line(chain_of(faces, "glyf"), "中")))


def test_more_rare_characters_than_codes_are_refused(faces):
    font = EmbeddedFont(chain_of(faces, "glyf").own, b"F1")
    with pytest.raises(UnwritablePublicationError, match="rare characters"):
        font.encode("".join(map(chr, range(0x20000, 0x20000 + 8449))))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_shown_by_notdef(faces, kind):
    (font,) = fonts(pdf(page(line(chain_of(faces, kind), "中𠮷\ue000龘"))))
    descendant = font["/DescendantFonts"][0]
    codes = (0x4E2D, 0xD800, 0xD801, 0x9F98)
    if "/CIDToGIDMap" in descendant:
        glyphs = descendant["/CIDToGIDMap"].get_object().get_data()
        assert all(glyphs[2 * code : 2 * code + 2] != b"\0\0" for code in codes)
    else:
        table = CFFFontSet()
        table.decompile(BytesIO(descendant["/FontDescriptor"]["/FontFile3"].get_data()), None)
        assert {f"cid{code:05d}" for code in codes} <= set(table[0].charset)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_character_is_seen_as_a_box(faces, kind, tmp_path):
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf(page(line(chain_of(faces, kind), "\u1234"))))
    command = ["pdftoppm", "-r", "144", "-gray", path, tmp_path / "seen"]
    subprocess.run(command, check=True, capture_output=True)
    (seen,) = tmp_path.glob("seen*.pgm")
    ink = Image.open(seen).point(lambda level: 255 - level)
    left, top, right, bottom = ink.getbbox()
    assert right - left > 8
    assert bottom - top > 16
    middle = ((left + right) // 2, (top + bottom) // 2)
    assert ink.getpixel(middle) == 0
    assert ink.getpixel((middle[0], top + 1)) > 100
