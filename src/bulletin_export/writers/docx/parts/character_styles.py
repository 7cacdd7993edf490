"""Character styles: one for each look of words, and one for each meeting of several.

A run has one character style (ISO/IEC 29500-1 §17.3.2.29). Words that are a link and
stressed, or a rare character inside a link, want two: they get a style made for the
occasion, based on the first of them, so that who changes that one changes both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_export.fonts.manifest import WordFont
from bulletin_export.styling.template import Role, Template
from bulletin_export.typefaces import FontRole
from bulletin_export.units import Length
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.markup import Properties, escaped, run_properties, value
from bulletin_export.writers.docx.parts.word_fonts import fonts_attributes, style_fonts
from bulletin_export.writers.docx.roles import StyleName

#: An address printed behind words is so much smaller than they.
_ASIDE = 0.8
#: Which look others are based on where they meet, first to last; the order is also that of names.
_RANK = {
    name: rank
    for rank, name in enumerate(
        (roles.HYPERLINK, roles.EMPHASIS, roles.EMPHASIS_DOTS, roles.INLINE_CODE)
    )
}
#: How Chinese Word shows the names that are its own.
_LABELS = {roles.HYPERLINK: "超链接", roles.EMPHASIS: "强调"}
_FACE = re.compile('w:eastAsia="([^"]*)"')
_FRAME = 'w:val="single" w:sz="4" w:space="0" w:color="808080"'


class CharacterLook(NamedTuple):
    """How words look beside the style of their paragraph, under a name."""

    name: StyleName
    properties: Properties


def common_looks(template: Template) -> tuple[CharacterLook, ...]:
    """Return the looks that every document of *template* has a style for."""
    kai = fonts_attributes(template, FontRole.KAI, template.style(Role.BODY).latin)
    code = style_fonts(template, template.style(Role.CODE))
    raised: Properties = {"vertAlign": value("superscript")}
    found: tuple[tuple[StyleName, Properties], ...] = (
        (roles.EMPHASIS, {"rFonts": kai}),
        (roles.EMPHASIS_DOTS, {"em": value("dot")}),
        (roles.HYPERLINK, {"color": value("0563C1"), "u": value("single")}),
        (roles.INLINE_CODE, {"rFonts": code}),
        (roles.HIDDEN, {"vanish": ""}),
        (roles.INLINE_MISSING, {"bdr": _FRAME}),
        (roles.NOTE_MARK, raised),
        (roles.ENDNOTE_MARK, raised),
        # How large they are is said with the readings, as Word does.
        (roles.READING, {}),
    )
    return tuple(CharacterLook(name, properties) for name, properties in found)


def aside_look(size: Length) -> CharacterLook:
    """Return the look of an address printed among words of *size*."""
    half_points = round(size.half_points * _ASIDE)
    name = StyleName(f"PrintedAddress{half_points}", f"印出的网址 {half_points / 2:g} 磅")
    return CharacterLook(name, {"sz": value(half_points), "szCs": value(half_points)})


def face_look(key: str, font: WordFont) -> CharacterLook:
    """Return the look of characters that only *font* has, the entry *key* of its profile."""
    identifier = "Face" + "".join(part.title() for part in key.split("-"))
    name = escaped(font.name)
    if font.charset == "86":
        return CharacterLook(
            StyleName(identifier, f"生僻字 {name}"), {"rFonts": f'w:eastAsia="{name}"'}
        )
    every = " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return CharacterLook(StyleName(identifier, "表情符号"), {"rFonts": every})


def style_xml(name: StyleName, properties: Properties, based_on: str = "") -> str:
    """Return a character style (§17.7.4.17)."""
    custom = "" if name.is_builtin else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{name.identifier}">'
        f'<w:name w:val="{name.name}"/><w:basedOn w:val="{based_on or "DefaultParagraphFont"}"/>'
        f'<w:uiPriority w:val="1"/><w:qFormat/>{run_properties(properties)}</w:style>'
    )


class CharacterStyles:
    """The character styles of one document, those made for the occasion among them."""

    def __init__(self, template: Template) -> None:
        self._looks = {look.name.identifier: (look,) for look in common_looks(template)}
        self._made: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._made)

    def joined(self, identifier: str, more: str | CharacterLook) -> str:
        """Return the id of the style with the looks of the style *identifier* and *more*.

        *identifier* may be empty; *more* is a look, or the id of a style.
        """
        added = (more,) if isinstance(more, CharacterLook) else self._looks[more]
        named = {look.name.identifier: look for look in (*self._looks.get(identifier, ()), *added)}
        looks = tuple(sorted(named.values(), key=lambda look: _RANK.get(look.name, len(_RANK))))
        joined = "".join(look.name.identifier for look in looks)
        if joined not in self._looks:
            self._looks[joined] = looks
            self._made[joined] = self._style(joined, looks)
        return joined

    def without(self, identifier: str, less: str) -> str:
        """Return the id of the style *identifier* without the look *less*; may be empty."""
        left = ""
        for look in self._looks.get(identifier, ()):
            if look.name.identifier != less:
                left = self.joined(left, look)
        return left

    def xml(self) -> str:
        """Return the styles made for the occasion, those that others are based on first."""
        return "".join(self._made.values())

    def face(self, identifier: str) -> str:
        """Return the East Asian face of the style *identifier*, or nothing if it names none."""
        fonts = [look.properties.get("rFonts", "") for look in self._looks.get(identifier, ())]
        found = [face[1] for face in map(_FACE.search, fonts) if face]
        return found[-1] if found else ""

    def _style(self, identifier: str, looks: tuple[CharacterLook, ...]) -> str:
        *others, last = looks
        if not others:
            return style_xml(last.name, last.properties)
        based_on = ""
        for look in others:
            based_on = self.joined(based_on, look)
        label = "·".join(_LABELS.get(look.name, look.name.name) for look in looks)
        return style_xml(StyleName(identifier, label), last.properties, based_on)
