"""Faces that travel with the document (ISO/IEC 29500-1 §17.8.1), cut to the characters used.

A cut face called 仿宋 would hide the real one while people go on writing. So each has a name
of its own, which the styles name instead; the name that Word knows is its alternative, for
programs that load no embedded faces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.fonts.book import FontBook, FontFace, diagnostics_of
from bulletin_export.fonts.cut import cut, is_free, is_true_type
from bulletin_export.fonts.manifest import WordFont, load_manifest
from bulletin_export.styling.template import Template
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.writers.docx.content.used_characters import UsedCharacters
from bulletin_export.writers.docx.parts.relationships import Relationships
from bulletin_export.writers.docx.parts.style_faces import faces_of_styles
from bulletin_export.writers.docx.parts.word_fonts import FONT_SUFFIX, font_table_xml, font_xml

#: What people will add to whatever is there, and what fields may show.
_LATIN = frozenset(map(chr, range(0x20, 0x7F)))
_CHINESE = frozenset("　，。、；：？！“”‘’（）《》—…·〇一二三四五六七八九十年月日第页")
_FIRST_NOT_ASCII, _FIRST_NOT_WESTERN = "\x80", "\u2e80"
_NAMED = re.compile(r'(?<=w:)(ascii|hAnsi|eastAsia|cs)="([^"]*)"')


class EmbeddedFonts(msgspec.Struct, frozen=True):
    """What embedding adds: names for the styles, parts, entries of the font table, remarks."""

    #: The name that Word knows, and the name of what is embedded.
    names: Mapping[str, str]
    programs: Mapping[str, bytes]
    relationships: Relationships
    table: str
    diagnostics: tuple[Diagnostic, ...]

    def parts(self, styles: str, template: Template) -> dict[str, str | bytes]:
        """Return the parts that change or come along; *styles* is the styles part without."""
        if not self.programs:
            return {}
        named = _NAMED.sub(lambda one: f'{one[1]}="{self.names.get(one[2], one[2])}"', styles)
        return {
            "word/styles.xml": named,
            "word/fontTable.xml": font_table_xml(template, self.table),
            "word/_rels/fontTable.xml.rels": self.relationships.xml(),
            **self.programs,
        }


def embedded_fonts(
    used: UsedCharacters, styles: str, template: Template, book: FontBook
) -> EmbeddedFonts:
    """Return the faces of *book* for what *used* says the *styles* set.

    Raises:
        FontNotFoundError: No face at hand can set Chinese.
        UnsupportedFontError: A face is damaged.
    """
    profile = load_manifest().word[template.word_fonts]
    keys = {font.name: key for key, font in profile.items()}
    wanted = {name: text for name, text in _by_name(used, styles).items() if name in keys}
    faces = {name: _face(keys[name], text, book) for name, text in wanted.items()}
    names, programs = dict[str, str](), dict[str, bytes]()
    relationships, table = Relationships(), ""
    for number, face in enumerate(_usable(faces.values()), 1):
        its = [name for name, one in faces.items() if one is face]
        characters = set().union(*(wanted[name] for name in its))
        family = _family(keys[its[0]], face, characters)
        key, data = _obfuscated(cut(face, characters, family))
        target = f"fonts/font{number}.{FONT_SUFFIX}"
        names |= dict.fromkeys(its, family)
        programs[f"word/{target}"] = data
        table += _entry(profile[keys[its[0]]], family, relationships.font(target), key)
    remarks = tuple(_remarks(keys, wanted, faces, book))
    return EmbeddedFonts(names, programs, relationships, table, remarks)


def _by_name(used: UsedCharacters, styles: str) -> dict[str, set[str]]:
    """Return the characters that each face named in *styles* sets."""
    chinese, western = faces_of_styles(styles, "eastAsia"), faces_of_styles(styles, "ascii")
    found: dict[str, set[str]] = {}
    for (paragraph, character), text in used.by_style.items():
        for faces, own, more in (
            (chinese, {one for one in text if one >= _FIRST_NOT_ASCII}, _CHINESE),
            (western, {one for one in text if one < _FIRST_NOT_WESTERN}, _LATIN),
        ):
            name = (character and faces.get(character)) or faces.get(paragraph) or faces[""]
            found.setdefault(name, set(more)).update(own)
    return found


def _face(key: str, text: Iterable[str], book: FontBook) -> FontFace | None:
    """Return the face of *book* for the entry *key* of the profile, which is to set *text*."""
    if key in {role.value for role in LatinRole}:
        return next(iter(book.latin_faces(LatinRole(key))), None)
    role = key.removeprefix("rare-")
    if role == key and key in {role.value for role in FontRole}:
        return book.chain(FontRole(key), LatinRole.OWN).own
    if role == "emoji":
        return None
    chain = book.chain(FontRole(role) if role != key else FontRole.SONG, LatinRole.OWN)
    strange = [one for one in text if one not in _CHINESE]
    faces = Counter(chain.face(one) for one in sorted(strange) if not chain.is_missing(one))
    return faces.most_common(1)[0][0] if faces else None


def _usable(faces: Iterable[FontFace | None]) -> Iterator[FontFace]:
    for face in dict.fromkeys(faces):
        if face and is_free(face) and is_true_type(face):
            yield face


def _family(key: str, face: FontFace, characters: set[str]) -> str:
    """Return a name that no other cut has: two documents may be open at a time."""
    content = "".join((face.name, *sorted(characters)))
    label = key.replace("-", " ").title()
    return f"Bulletin {label} {sha256(content.encode()).hexdigest()[:6].upper()}"


def _obfuscated(data: bytes) -> tuple[str, bytes]:
    """Return the key made from *data*, and *data* with its head hidden by it (§17.8.1)."""
    key = sha256(data).digest()[:16]
    mask = key[::-1] * 2
    hidden = bytes(a ^ b for a, b in zip(data, mask, strict=False)) + data[len(mask) :]
    text = key.hex().upper()
    parts = (text[:8], text[8:12], text[12:16], text[16:20], text[20:])
    return f"{{{'-'.join(parts)}}}", hidden


def _entry(font: WordFont, family: str, identifier: str, key: str) -> str:
    program = f'<w:embedRegular r:id="{identifier}" w:fontKey="{key}" w:subsetted="1"/>'
    return font_xml(replace(font, name=family, alternative=font.name), program)


def _remarks(
    keys: Mapping[str, str],
    wanted: Mapping[str, set[str]],
    faces: Mapping[str, FontFace | None],
    book: FontBook,
) -> Iterator[Diagnostic]:
    """Yield what stands in for a role, and what could not be embedded."""
    roles = [keys[name] for name in wanted if keys[name] in {role.value for role in FontRole}]
    yield from diagnostics_of(book.chain(FontRole(role), LatinRole.OWN) for role in roles)
    for name, face in faces.items():
        reason = "missing" if face is None else _reason(face)
        if reason:
            facts = {"font": name, "face": face.name if face else ""}
            code = f"font-not-embedded-{reason}"
            yield Diagnostic(code=code, severity=Severity.WARNING, facts=facts)


def _reason(face: FontFace) -> str:
    if not is_free(face):
        return "licence"
    return "" if is_true_type(face) else "outlines"
