"""The names of typefaces that Word is told, and the font table that describes them."""

from __future__ import annotations

from bulletin_export.fonts.manifest import WordFont, load_manifest
from bulletin_export.styling.template import Template, TextStyle
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, escaped

#: Faces that travel along (§17.8.1): how their parts end, and are called.
FONT_SUFFIX = "odttf"
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def chinese_font(template: Template, role: FontRole) -> str:
    """Return the name of the Chinese face for *role*."""
    return load_manifest().word_font(template.word_fonts, role).name


def fonts_attributes(template: Template, font: FontRole, latin: LatinRole) -> str:
    """Return the attributes of ``w:rFonts``: names for all four scripts, no theme."""
    chinese = escaped(chinese_font(template, font))
    named = load_manifest().word_latin(template.word_fonts, latin)
    west = escaped(named.name) if named else chinese
    return f'w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{chinese}" w:cs="{west}"'


def style_fonts(template: Template, style: TextStyle) -> str:
    """Return the attributes of ``w:rFonts`` for *style*."""
    return fonts_attributes(template, style.font, style.latin)


def font_table_xml(template: Template, embedded: str = "") -> str:
    """Return the font table part (ISO/IEC 29500-1 §17.8.3.11), *embedded* entries at its end."""
    named = {font.name: font for font in load_manifest().word[template.word_fonts].values()}
    fonts = "".join(map(font_xml, named.values()))
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}{embedded}</w:fonts>"


def font_xml(font: WordFont, program: str = "") -> str:
    """Return what the table says about *font*; *program* is the element that embeds it.

    Word takes the whole of ``w:altName`` as one name, commas too.
    """
    other = f'<w:altName w:val="{escaped(font.alternative)}"/>' if font.alternative else ""
    return (
        f'<w:font w:name="{escaped(font.name)}">{other}<w:panose1 w:val="{font.panose}"/>'
        f'<w:charset w:val="{font.charset}"/><w:family w:val="{font.family}"/>'
        f'<w:pitch w:val="{font.pitch}"/>{program}</w:font>'
    )
