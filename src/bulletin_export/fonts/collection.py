"""Shelves and the faces opened from them, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UnsupportedFontError
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.fonts.shelf import REGULAR, Shelf, read_faces
from bulletin_export.wording import phrase

#: A face this heavy passes for bold; a stroke around it would clog its counters.
_HEAVY = 600

_NO_FONT = "it is no TrueType or OpenType font"


class Collection:
    """Opens faces by name from shelves, the nearest shelf first."""

    def __init__(self, shelves: Sequence[Shelf] | None = None) -> None:
        self._given = shelves
        self._faces: dict[FaceFile, FontFace] = {}
        self._depths: dict[FaceFile, int] = {}

    @cached_property
    def shelves(self) -> Sequence[Shelf]:
        """The places looked through; those of this machine unless others were given."""
        if self._given is not None:
            return self._given
        from bulletin_export.fonts.discovery import shelves

        return shelves()

    def find(self, names: Sequence[str]) -> Iterator[FontFace]:
        """Yield each face that has one of *names*: by shelf, and in it by name."""
        for depth in range(len(self.shelves)):
            yield from self._on_shelves(names, depth, depth + 1)

    def find_beside(self, face: FontFace, names: Sequence[str]) -> Iterator[FontFace]:
        """Yield the same faces, but by name on the shelves up to that of *face*.

        Those have been looked through already; the ones beyond cost a look, and are
        asked only when all of these have failed.
        """
        reached = self._depths.get(face.file, -1) + 1
        yield from self._on_shelves(names, 0, reached)
        for depth in range(reached, len(self.shelves)):
            yield from self._on_shelves(names, depth, depth + 1)

    def bold(self, face: FontFace) -> FontFace:
        """Return a heavy face of the family of *face*, or *face* painted bolder."""
        if face.weight >= _HEAVY:
            return face
        for depth, shelf in enumerate(self.shelves):
            file = shelf.find_bold(face.facts.families)
            if file:
                return self._open(file, depth)
        return face.emboldened()

    def open_file(self, path: Path) -> FontFace:
        """Return the first face of the font file at *path*.

        Raises:
            UnsupportedFontError: It is no font, or its maker forbids embedding.
        """
        faces = read_faces(path)
        if not faces:
            raise UnsupportedFontError(path=str(path), reason=_NO_FONT)
        if not faces[0].facts.may_be_embedded:
            raise UnsupportedFontError(path=str(path), reason=phrase("font-not-embeddable"))
        return self._open(faces[0].at(REGULAR), -1)

    def shelf_name(self, face: FontFace) -> str:
        """Return the name of the shelf that *face* was found on; empty for a file by name."""
        depth = self._depths.get(face.file, -1)
        return self.shelves[depth].name if depth >= 0 else ""

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return a remark for each broken file on the shelves that were looked through.

        Those of the system are not the user's to mend.
        """
        return tuple(
            Diagnostic(
                code=UnsupportedFontError.code,
                where=path,
                facts={"path": path, "reason": _NO_FONT},
            )
            for shelf in self.shelves
            for path in shelf.broken
        )

    def _on_shelves(self, names: Sequence[str], start: int, end: int) -> Iterator[FontFace]:
        for name in names:
            for depth in range(start, end):
                file = self.shelves[depth].find(name)
                if file:
                    yield self._open(file, depth)

    def _open(self, file: FaceFile, depth: int) -> FontFace:
        if file not in self._faces:
            self._faces[file] = FontFace(file)
            self._depths[file] = depth
        return self._faces[file]
