"""The faces that set one role, asked one after the other, character by character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.fonts.face import IGNORABLE, FontFace

#: Everything below is Latin, its marks and phonetic letters; a Latin face sets it.
_FIRST_NOT_LATIN = "\u0250"

#: Marks that Chinese sets in a whole em and Latin faces (and some Chinese ones) narrower.
_FULL_WIDTH_MARKS = frozenset("·‘’“”—…")
_FULL = 0.9

#: A dash of two em in one glyph: a face that has it needs no full-width U+2014.
_TWO_EM_DASH = "\u2e3a"


class FontChain:
    """The faces that set one role, best first.

    ``own`` is the face of the role, ``latin`` that of its Latin letters (None: the role's
    own). The others are opened when a character is in neither.
    """

    def __init__(
        self,
        own: FontFace,
        latin: FontFace | None = None,
        others: Iterable[FontFace] = (),
        diagnostics: tuple[Diagnostic, ...] = (),
    ) -> None:
        self.own = own
        self.latin = latin
        #: What was substituted for the role as a whole.
        self.diagnostics = diagnostics
        #: Characters known to be set as they should be; nothing is to be remarked on them.
        self.unremarkable: set[str] = set()
        self._set_by_own: set[str] = set()
        self._unopened = iter(others)
        self._opened = [own]
        #: Return the face that sets a character; ``own`` if none has it.
        self.face: Callable[[str], FontFace] = _Choice(self._chosen).__getitem__

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """All faces of the chain, the role's own first; opens every one of them."""
        chinese = tuple(self._chinese())
        return (*chinese, self.latin) if self.latin else chinese

    def itemise(self, text: str) -> Iterator[tuple[FontFace, str]]:
        """Cut *text* into the longest runs that one face sets."""
        if self._set_by_own.issuperset(text):  # As nearly always, and told much faster.
            return iter(((self.own, text),) if text else ())
        runs = [(face, "".join(run)) for face, run in groupby(text, self.face)]
        self._set_by_own.update(*(run for face, run in runs if face is self.own))
        return iter(runs)

    def is_missing(self, character: str) -> bool:
        """Tell whether no face of the chain has *character*."""
        return not self.face(character).has(character)

    def _chosen(self, character: str) -> FontFace:
        if character in _FULL_WIDTH_MARKS:
            return self._full_width(character)
        if character in IGNORABLE:
            return self.own
        if self.latin and character < _FIRST_NOT_LATIN and self.latin.has(character):
            return self.latin
        if self.own.has(character):
            return self.own
        return self._first(self._chinese(), character) or self._last_resort(character)

    def _last_resort(self, character: str) -> FontFace:
        return self.latin if self.latin and self.latin.has(character) else self.own

    def _full_width(self, character: str) -> FontFace:
        wide = (face for face in self._chinese() if _sets_full(face, character))
        return next(wide, None) or self._first(self._chinese(), character) or self.own

    @staticmethod
    def _first(faces: Iterable[FontFace], character: str) -> FontFace | None:
        return next((face for face in faces if face.has(character)), None)

    def _chinese(self) -> Iterator[FontFace]:
        yield from self._opened
        for face in self._unopened:
            self._opened.append(face)
            yield face


def _sets_full(face: FontFace, character: str) -> bool:
    if not face.has(character):
        return False
    if character == "—" and face.has(_TWO_EM_DASH):
        return True
    return face.advance(character) >= _FULL


class _Choice(dict[str, FontFace]):
    """Character to face, decided once."""

    def __init__(self, decide: Callable[[str], FontFace]) -> None:
        super().__init__()
        self._decide = decide

    def __missing__(self, character: str) -> FontFace:
        face = self._decide(character)
        self[character] = face
        return face
