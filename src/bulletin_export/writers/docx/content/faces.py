"""Characters that the face of their style lacks get a face that has them, by character styles.

仿宋_GB2312 and 楷体_GB2312 have 6,763 Han characters: 镕 or 堃 in a name would be drawn by
Word in whatever it thinks of. No face of any Windows has both U+4E00 and U+20000. What is
written is looked through once it is written: the style of a paragraph, or of a run, tells
the face, and encoders written in C tell at once that there is nothing to do, as nearly always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from bulletin_export.fonts.manifest import WordFont, load_manifest
from bulletin_export.styling.template import Template
from bulletin_export.writers.docx.parts.character_styles import CharacterStyles, face_look
from bulletin_export.writers.docx.parts.style_faces import faces_of_styles

if TYPE_CHECKING:
    from bulletin_export.writers.docx.content.used_characters import UsedCharacters

_REFERENCE = re.compile(rb"&#(\d+);")
#: Han below U+10000; pictographs; Han beyond.
_HAN = ((0x3400, 0xA000), (0xF900, 0xFB00))
_EMOJI, _PLANE_2, _PLANE_3, _PLANE_4 = 0x1F000, 0x20000, 0x30000, 0x40000
#: What belongs to the character before it: joiners and selectors.
_JOINED = frozenset(map(chr, (0x200D, 0x20E3, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)</w:t>")
_PRESERVED = '<w:t xml:space="preserve">'
_STYLE_OF_RUN = re.compile(r'<w:rStyle w:val="([^"]*)"/>')
_PARAGRAPH_STYLE = '<w:pStyle w:val="'
_HINT = '<w:rFonts w:hint="eastAsia"/>'


class Faces:
    """Puts characters into faces that have them, part by part.

    *styles* is the styles part that the document goes with; *made* takes the styles it needs.
    *derived* grows with the paragraph styles made for it: each with one of *styles*.
    """

    def __init__(
        self,
        template: Template,
        styles: str,
        made: CharacterStyles,
        derived: Mapping[str, str] | None = None,
    ) -> None:
        #: What is set in which style, if faces are to be embedded.
        self.used = _empty() if template.embed_fonts else None
        self._profile = load_manifest().word[template.word_fonts]
        self._keys = {font.name: key for key, font in self._profile.items()}
        narrow = any(font.covers == "gb2312" for font in self._profile.values())
        self._codec = "gb2312" if narrow else "gbk"
        self._face_of = faces_of_styles(styles, "eastAsia")
        self._made = made
        self._derived = derived if derived is not None else {}

    def dressed(self, xml: str) -> str:
        """Return *xml*, whole paragraphs, with a style on the characters that want one."""
        xml = self._dressed(xml)
        if self.used is not None:
            self.used.note(xml)
        return xml

    def _dressed(self, xml: str) -> str:
        if xml.isascii() or b"&#" not in (coded := xml.encode(self._codec, "xmlcharrefreplace")):
            return xml
        codes = {int(code) for code in _REFERENCE.findall(coded)}
        strange = "".join(sorted(chr(code) for code in codes if _is_concerned(code)))
        return self._with_styles(xml, strange) if strange else xml

    def _with_styles(self, xml: str, strange: str) -> str:
        parts: list[str] = []
        done = 0
        for match in re.finditer(f"[{strange}]", xml):
            place = match.start()
            if place < done or not _TEXT.match(xml, xml.rfind("<", 0, place)):
                continue  # in a run that is done, or in an attribute
            start = xml.rfind("<w:r>", 0, place)
            end = xml.find("</w:r>", place)
            parts += (xml[done:start], self._run(xml, start, end))
            done = end + len("</w:r>")
        return "".join((*parts, xml[done:]))

    def _run(self, xml: str, start: int, end: int) -> str:
        """Return the run from *start* to *end* as several, each with the style it wants."""
        content = xml[start + len("<w:r>") : end]
        properties = ""
        if content.startswith("<w:rPr>"):
            properties, content = content[len("<w:rPr>") :].split("</w:rPr>", 1)
        style = _STYLE_OF_RUN.search(properties)
        own = style[1] if style else ""
        face = self._own_face(own) or self._paragraph_face(xml, start)
        pieces, runs = list(self._pieces(content, face)), []
        if not any(key for key, _ in pieces):
            return xml[start : end + len("</w:r>")]
        for key, piece in pieces:
            looks = properties
            if key:
                look = face_look(key, self._profile[key])
                joined = f'<w:rStyle w:val="{self._made.joined(own, look)}"/>'
                rest = properties.replace(style[0], "") if style else properties
                has_hint = "<w:rFonts " in rest or key == "emoji"
                looks = joined + ("" if has_hint else _HINT) + rest
            runs.append(f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{piece}</w:r>")
        return "".join(runs)

    def _own_face(self, style: str) -> str:
        """Return the face of the character style *style*, or nothing if it names none."""
        return style and (self._made.face(style) or self._face_of.get(style, ""))

    def _paragraph_face(self, xml: str, place: int) -> str:
        """Return the face of the style of the paragraph around *place*."""
        at = xml.rfind(_PARAGRAPH_STYLE, 0, place)
        if at < max(xml.rfind("<w:p>", 0, place), xml.rfind("<w:p ", 0, place)):
            return self._face_of[""]
        begin = at + len(_PARAGRAPH_STYLE)
        style = xml[begin : xml.index('"', begin)]
        return self._face_of.get(self._derived.get(style, style), self._face_of[""])

    def _pieces(self, content: str, face: str) -> Iterator[tuple[str, str]]:
        """Yield *content* of a run in pieces, each with the entry of the face it wants."""
        done = 0
        for text in _TEXT.finditer(content):
            if text.start() > done:
                yield "", content[done : text.start()]
            done = text.end()
            for key, piece in self._cut(text[2], face):
                yield key, f"{_PRESERVED}{piece}</w:t>"
        if done < len(content):
            yield "", content[done:]

    def _cut(self, text: str, face: str) -> Iterator[tuple[str, str]]:
        keys: list[str] = []
        for character in text:
            joins = character in _JOINED and keys
            keys.append(keys[-1] if joins else self._wanted(face, character))
        pairs = groupby(zip(keys, text, strict=True), key=lambda pair: pair[0])
        return ((key, "".join(one for _, one in group)) for key, group in pairs)

    def _wanted(self, face: str, character: str) -> str:
        """Return the entry of the profile that has *character*; empty: *face* has it."""
        code = ord(character)
        if code < _HAN[0][0] or not _is_concerned(code):
            return ""
        if code >= _EMOJI:
            return "emoji" if code < _PLANE_2 else "plane-2" if code < _PLANE_3 else "plane-3"
        first = key = self._keys.get(face, "")
        while key and not _covers(self._profile[key], character):
            key = self._profile[key].fuller
        return "" if key == first else key


def _empty() -> UsedCharacters:
    from bulletin_export.writers.docx.content.used_characters import UsedCharacters

    return UsedCharacters()


def _covers(font: WordFont, character: str) -> bool:
    if not font.covers:
        return True
    try:
        character.encode(font.covers)
    except UnicodeEncodeError:
        return False
    return True


def _is_concerned(code: int) -> bool:
    is_han = any(start <= code < end for start, end in _HAN)
    return is_han or (_EMOJI <= code < _PLANE_4 and not 0x1FB00 <= code < _PLANE_2)
