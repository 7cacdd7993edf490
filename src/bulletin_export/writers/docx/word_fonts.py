"""The names of typefaces that Word is told, and the font table that describes them."""

from __future__ import annotations

from typing import NamedTuple

from bulletin_export.styling.template import Template, TextStyle
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, escaped


class WordFont(NamedTuple):
    """A face by the name Word knows, and the one other name Word reads."""

    name: str
    alternative: str = ""


_PROFILES: dict[str, dict[FontRole, WordFont]] = {
    "windows": {
        FontRole.SONG: WordFont("宋体", "SimSun"),
        FontRole.FANGSONG: WordFont("仿宋", "FangSong"),
        FontRole.KAI: WordFont("楷体", "KaiTi"),
        FontRole.HEI: WordFont("黑体", "SimHei"),
        FontRole.XIAOBIAOSONG: WordFont("华文中宋", "STZhongsong"),
    },
    "gongwen": {
        FontRole.SONG: WordFont("宋体", "SimSun"),
        FontRole.FANGSONG: WordFont("仿宋_GB2312", "仿宋"),
        FontRole.KAI: WordFont("楷体_GB2312", "楷体"),
        FontRole.HEI: WordFont("黑体", "SimHei"),
        FontRole.XIAOBIAOSONG: WordFont("方正小标宋简体", "方正小标宋_GBK"),
    },
    "open": {
        FontRole.SONG: WordFont("Noto Serif CJK SC", "Source Han Serif SC"),
        FontRole.FANGSONG: WordFont("FandolFang", "Zhuque Fangsong"),
        FontRole.KAI: WordFont("LXGW WenKai", "FandolKai"),
        FontRole.HEI: WordFont("Noto Sans CJK SC", "Source Han Sans SC"),
        FontRole.XIAOBIAOSONG: WordFont("Noto Serif CJK SC", "Source Han Serif SC"),
    },
}
_LATIN = {LatinRole.SERIF: "Times New Roman", LatinRole.SANS: "Arial"}
#: Has what lies beyond U+FFFF; every Chinese Windows brings it.
RARE = "SimSun-ExtB"


def east_asian(template: Template, role: FontRole) -> str:
    """The name of the Chinese face for *role*."""
    return _PROFILES[template.word_fonts][role].name


def fonts_attributes(template: Template, style: TextStyle) -> str:
    """Return the attributes of ``w:rFonts`` for *style*: all four scripts, no theme."""
    return _attributes(east_asian(template, style.font), style.latin)


def _attributes(chinese: str, latin: LatinRole) -> str:
    east = escaped(chinese)
    west = escaped(_LATIN.get(latin, chinese))
    return f'w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{east}" w:cs="{west}"'


def font_table_xml(template: Template) -> str:
    """Return the font table part (ISO/IEC 29500-1 §17.8.3.11)."""
    chinese = dict.fromkeys(_PROFILES[template.word_fonts].values())
    fonts = [_font(font, "auto", charset="86") for font in (*chinese, WordFont(RARE))]
    fonts.append(_font(WordFont("Times New Roman"), "roman"))
    fonts.append(_font(WordFont("Arial"), "swiss"))
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{''.join(fonts)}</w:fonts>"


def _font(font: WordFont, family: str, charset: str = "00") -> str:
    other = f'<w:altName w:val="{escaped(font.alternative)}"/>' if font.alternative else ""
    return (
        f'<w:font w:name="{escaped(font.name)}">{other}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
