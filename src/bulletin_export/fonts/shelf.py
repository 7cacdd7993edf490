"""A shelf: the faces that lie in some files and folders, found by their own names.

A file's name means nothing; what counts are ids 1, 4, 6 and 16 of the name table.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from bulletin_export.fonts.face import FaceFile
from bulletin_export.fonts.sfnt import FaceFacts, Outlines, face_facts

FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")

REGULAR, BOLD = 400, 700
_WEIGHT_WORDS = {
    "Thin": 100, "ExtraLight": 200, "Light": 300, "Regular": 400, "Medium": 500, "SemiBold": 600,
    "Bold": 700, "ExtraBold": 800, "Black": 900,
}  # fmt: skip
#: From this weight on a face passes for bold.
_HEAVY = 600


class FoundFace(msgspec.Struct, frozen=True):
    """A face, where it lies and what it says of itself."""

    path: str
    index: int
    facts: FaceFacts

    def at(self, weight: int) -> FaceFile:
        """Return the file of this face; a variable one is pinned near *weight*."""
        lightest, heaviest = self.facts.weights
        pinned = min(max(weight, lightest), heaviest)
        return FaceFile(Path(self.path), self.index, pinned)

    def has_weight(self, weight: int) -> bool:
        """Tell whether it is drawn in *weight*, or can be."""
        lightest, heaviest = self.facts.weights
        return self.facts.weight == weight or lightest <= weight <= heaviest


class Shelf:
    """Files and folders that are looked through together, when first needed."""

    def __init__(self, name: str, places: Iterable[Path]) -> None:
        self.name = name
        self.places = tuple(places)
        #: Font files that could not be read.
        self.broken: list[str] = []

    @cached_property
    def faces(self) -> tuple[FoundFace, ...]:
        """Every upright face on the shelf that may be embedded."""
        found = (face for path, _ in font_files(self.places) for face in self._faces_of(path))
        return tuple(face for face in found if is_usable(face))

    def find(self, wanted: str) -> FaceFile | None:
        """Return the face with the full, PostScript or family name *wanted*."""
        exact = self._by_full_name.get(wanted.casefold())
        if exact:
            return exact.at(REGULAR)
        family, _, word = wanted.rpartition(" ")
        return self._of_family(wanted, REGULAR) or (
            self._of_family(family, _WEIGHT_WORDS[word], exactly=True)
            if family and word in _WEIGHT_WORDS
            else None
        )

    def find_bold(self, families: Iterable[str]) -> FaceFile | None:
        """Return a heavy face of one of *families*."""
        wanted = {family.casefold() for family in families}
        return self._nearest(
            (f for family in sorted(wanted) for f in self._by_family.get(family, ())),
            BOLD,
            at_least=_HEAVY,
        )

    def _of_family(self, family: str, weight: int, *, exactly: bool = False) -> FaceFile | None:
        members = self._by_family.get(family.casefold(), [])
        if exactly:
            members = [face for face in members if face.has_weight(weight)]
        return self._nearest(members, weight)

    @staticmethod
    def _nearest(faces: Iterable[FoundFace], weight: int, *, at_least: int = 0) -> FaceFile | None:
        def distance(face: FoundFace) -> int:
            return 0 if face.has_weight(weight) else abs(face.facts.weight - weight)

        fit = (f for f in faces if max(f.facts.weight, f.facts.weights[1]) >= at_least)
        best = min(fit, key=distance, default=None)
        return best.at(weight) if best else None

    @cached_property
    def _by_full_name(self) -> Mapping[str, FoundFace]:
        table: dict[str, FoundFace] = {}
        for face in self.faces:
            for name in face.facts.full_names:
                table.setdefault(name.casefold(), face)
        return table

    @cached_property
    def _by_family(self) -> Mapping[str, list[FoundFace]]:
        table: dict[str, list[FoundFace]] = {}
        for face in self.faces:
            for name in face.facts.families:
                table.setdefault(name.casefold(), []).append(face)
        return table

    def _faces_of(self, path: Path) -> tuple[FoundFace, ...]:
        faces = read_faces(path)
        if not faces:
            self.broken.append(str(path))
        return faces


def is_usable(face: FoundFace) -> bool:
    """Tell whether a document may be set in *face*: upright, with outlines, embeddable."""
    facts = face.facts
    return not facts.is_slanted and facts.may_be_embedded and facts.outlines is not Outlines.NONE


def read_faces(path: Path) -> tuple[FoundFace, ...]:
    """Return all faces of the file at *path*; none if it is no font."""
    import uharfbuzz as hb

    try:
        blob = hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        return ()
    faces = (hb.Face(blob, index) for index in range(hb.Face(blob, 0).count))
    return tuple(
        FoundFace(str(path), index, face_facts(face))
        for index, face in enumerate(faces)
        if face.glyph_count
    )


def font_files(places: Iterable[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield every font file in *places* (files and folders) with its status, in a fixed order."""
    for place in places:
        if place.is_file():
            yield place, place.stat()
        else:
            yield from _files_below(str(place))


def _files_below(folder: str) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # no such folder, or not ours to read: then there are no fonts in it
        return
    for entry in entries:
        if entry.name.lower().endswith(FONT_SUFFIXES) and entry.is_file():
            yield Path(entry.path), entry.stat()
        elif entry.is_dir(follow_symlinks=False):
            yield from _files_below(entry.path)
