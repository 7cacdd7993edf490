"""Cut small faces for the tests out of the font wheel: ``cut_test_faces.py FOLDER``.

No font file is kept in the repository; the tests run this once and keep the result beside
pytest's cache. File names say nothing on purpose: faces are found by their name tables.

    a.otf   CFF, CID-keyed: Noto Serif SC, GB 2312, some rare characters, no 镕
    b.otf   CFF, CID-keyed: Noto Sans SC, the same and 镕
    c.ttf   glyf: "Bulletin Test Kai" (测试楷体), some 150 characters
    d.ttc   glyf collection: "Bulletin Test Serif" (Latin) and "Bulletin Test Sans"
    e.ttf   glyf, variable weight 100 to 900, default 100: "Bulletin Test Variable"
    f.otf   CFF, name-keyed: "Bulletin Test Type 1"
    g.otf   CFF2, variable weight 100 to 900: "Bulletin Test CFF2"
    h.ttf   like c, but its maker forbids embedding: "Bulletin Test Restricted"
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

ASCII = "".join(map(chr, range(0x20, 0x7F)))
MARKS = (
    "\u00a0·•°×“”‘’—…、。〈〉《》「」『』【】〔〕"
    "！（），．：；？～￥％＋－＝０１２３４５６７８９㎡①②③④⑤★→⸺　"
)
RARE = "㛃𬬻〇\u2f00"  # the last is a radical that shares the glyph of 一
ONLY_SANS = "镕堃"
#: Frequent ideographs: enough to set a sentence in.
COMMON = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过"
    "天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些"
    "所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活"
    "正感"
)


def gb2312() -> str:
    """Return the 6,763 ideographs of GB 2312-80."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in rows)


def cut(source: Path, characters: str) -> bytes:
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    order = hb.SubsetInput()
    order.unicode_set.update(map(ord, characters))
    order.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    order.drop_table_tag_set.update(
        int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"DSIG")
    )
    return hb.subset(face, order).blob.data


def outlines(source: Path, characters: str) -> dict[str, RecordingPen]:
    """Return the outlines of *characters*, cubic, with .notdef and space."""
    font = TTFont(source)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    drawn = {}
    for key, name in ((".notdef", ".notdef"), *((c, names[ord(c)]) for c in characters)):
        pen = drawn[key] = RecordingPen()
        glyphs[name].draw(pen)
        pen.width = glyphs[name].width
    return drawn


def names_of(drawn: dict[str, RecordingPen]) -> dict[str, str]:
    return {key: key if key == ".notdef" else f"u{ord(key):04X}" for key in drawn}


def begin(drawn: dict[str, RecordingPen], *, is_ttf: bool) -> FontBuilder:
    names = names_of(drawn)
    builder = FontBuilder(1000, isTTF=is_ttf)
    builder.setupGlyphOrder(list(names.values()))
    builder.setupCharacterMap({ord(key): name for key, name in names.items() if len(key) == 1})
    return builder


def finish(
    builder: FontBuilder, drawn: dict[str, RecordingPen], english: str, chinese: str = "", **os2
) -> FontBuilder:
    names = names_of(drawn)
    builder.setupHorizontalMetrics(
        {names[key]: (pen.width, left(pen)) for key, pen in drawn.items()}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    family = {"en": english, "zh": chinese} if chinese else {"en": english}
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "fullName": family,
         "psName": english.replace(" ", "")},
    )  # fmt: skip
    # Installable, unless something else is said.
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, **{"fsType": 0, **os2})
    builder.setupPost()
    return builder


def left(pen: RecordingPen) -> int:
    bounds = BoundsPen(None)
    pen.replay(bounds)
    return round(bounds.bounds[0]) if bounds.bounds else 0


def glyf(drawn: dict[str, RecordingPen], english: str, chinese: str = "", **os2) -> FontBuilder:
    builder = begin(drawn, is_ttf=True)
    table = {}
    for key, name in names_of(drawn).items():
        pen = TTGlyphPen(None)
        drawn[key].replay(Cu2QuPen(pen, max_err=2, reverse_direction=True))
        table[name] = pen.glyph()
    builder.setupGlyf(table)
    return finish(builder, drawn, english, chinese, **os2)


def variable(drawn: dict[str, RecordingPen], english: str) -> FontBuilder:
    """Return a face whose glyphs move right and widen by 80 units from weight 100 to 900."""
    builder = glyf(drawn, english, usWeightClass=100)
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    variations = {}
    for name, glyph in builder.font["glyf"].glyphs.items():
        points = len(getattr(glyph, "coordinates", ()))
        moves = [(40, 0)] * points + [(0, 0), (80, 0), (0, 0), (0, 0)]
        variations[name] = [TupleVariation({"wght": (0, 1, 1)}, moves)]
    builder.setupGvar(variations)
    return builder


def name_keyed(drawn: dict[str, RecordingPen], english: str) -> FontBuilder:
    builder = begin(drawn, is_ttf=False)
    strings = {}
    for key, name in names_of(drawn).items():
        pen = T2CharStringPen(drawn[key].width, None)
        drawn[key].replay(pen)
        strings[name] = pen.getCharString()
    builder.setupCFF(english.replace(" ", ""), {"FullName": english}, strings, {})
    return finish(builder, drawn, english)


def cff2(drawn: dict[str, RecordingPen], english: str) -> FontBuilder:
    builder = begin(drawn, is_ttf=False)
    builder.setupNameTable({"familyName": english, "styleName": "Regular"})
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    strings = {}
    for key, name in names_of(drawn).items():
        pen = T2CharStringPen(None, None, CFF2=True)
        drawn[key].replay(pen)
        strings[name] = pen.getCharString(optimize=False)
    builder.setupCFF2(strings, [{}], regions=[{"wght": (0, 1, 1)}])
    return finish(builder, drawn, english)


def cut_all(folder: Path) -> None:
    """Write all faces into *folder*."""
    spec = find_spec("pylopdf_fonts_zh_cn")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('the tests need the font wheel: pip install "bulletin-export[fonts]"')
    wheel = Path(spec.submodule_search_locations[0])
    serif, sans = wheel / "NotoSerifSC-Regular.otf", wheel / "NotoSansSC-Regular.otf"
    most = ASCII + MARKS + RARE + gb2312()
    (folder / "a.otf").write_bytes(cut(serif, most))
    (folder / "b.otf").write_bytes(cut(sans, most + ONLY_SANS))
    chinese = outlines(sans, ASCII[:1] + "，。（）" + COMMON)
    latin, few = outlines(serif, ASCII), outlines(sans, " AB中文国")
    glyf(chinese, "Bulletin Test Kai", "测试楷体").save(folder / "c.ttf")
    glyf(few, "Bulletin Test Restricted", fsType=2).save(folder / "h.ttf")
    collection = TTCollection()
    collection.fonts = [
        glyf(latin, "Bulletin Test Serif").font,
        glyf(few, "Bulletin Test Sans").font,
    ]
    collection.save(folder / "d.ttc")
    variable(few, "Bulletin Test Variable").save(folder / "e.ttf")
    name_keyed(few, "Bulletin Test Type 1").save(folder / "f.otf")
    cff2(few, "Bulletin Test CFF2").save(folder / "g.otf")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    cut_all(target)
