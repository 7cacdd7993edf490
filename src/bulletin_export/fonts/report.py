"""What a book would set: the face of each role, and of each character of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_export.errors import FontNotFoundError
from bulletin_export.fonts.book import FontBook, FontChain
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.manifest import load_manifest
from bulletin_export.typefaces import FontRole, LatinRole


class FaceReport(NamedTuple):
    """One face; ``shelf`` is empty for a file named by the template, ``licence`` if unknown."""

    name: str
    path: str
    shelf: str
    licence: str


class RoleReport(NamedTuple):
    """The faces that set a role, best first; none if it cannot be set."""

    role: FontRole | LatinRole
    faces: tuple[FaceReport, ...]


class Setting(NamedTuple):
    """Characters of a text, in order of code point, and the face that sets them, if any."""

    face: FaceReport | None
    characters: str


def roles(book: FontBook) -> Iterator[RoleReport]:
    """Yield every role with its whole chain; looks through all shelves."""
    for role in FontRole:
        try:
            chain = book.chain(role, LatinRole.OWN)
        except FontNotFoundError:
            yield RoleReport(role, ())
        else:
            yield RoleReport(role, tuple(_face(book, face) for face in chain.faces))
    for latin in (LatinRole.SERIF, LatinRole.SANS):
        faces = book.latin_faces(latin)
        yield RoleReport(latin, tuple(_face(book, face) for face in faces))


def settings(book: FontBook, chain: FontChain, text: str) -> tuple[Setting, ...]:
    """Return which face of *chain* sets which characters of *text*, the missing ones last."""
    found: dict[FontFace | None, list[str]] = {}
    for character in sorted(set(text) - {"\n", "\r", "\t"}):
        face = None if chain.is_missing(character) else chain.face(character)
        found.setdefault(face, []).append(character)
    missing = found.pop(None, [])
    result = [Setting(_face(book, face), "".join(them)) for face, them in found.items() if face]
    return (*result, Setting(None, "".join(missing))) if missing else tuple(result)


def _face(book: FontBook, face: FontFace) -> FaceReport:
    return FaceReport(
        face.name,
        str(face.file.path),
        book.collection.shelf_name(face),
        load_manifest().licence(face.name),
    )
