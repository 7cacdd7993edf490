"""The faces at hand, and the chain of faces that each role is set in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from bulletin_export.typefaces import FontRole, LatinRole


class FontFace(Protocol):
    """One face of one font file; lengths are in em.

    Faces are keys of caches: hash them by identity or by a few short fields.
    """

    @property
    def name(self) -> str:
        """The full name from the file's name table."""

    def __hash__(self) -> int: ...

    def has(self, character: str) -> bool:
        """Tell whether the face has a glyph for *character*."""

    def advance(self, character: str) -> float:
        """Return the advance width of *character*."""

    def ink(self, character: str) -> tuple[float, float]:
        """Return the left and right edge of the ink of *character*, from its origin."""


class FontChain(Protocol):
    """The faces that set one role, best first."""

    faces: tuple[FontFace, ...]

    def face(self, character: str) -> FontFace:
        """Return the face that sets *character*; the first one if none has it."""

    def itemise(self, text: str) -> Iterator[tuple[FontFace, str]]:
        """Cut *text* into the longest runs that one face sets."""


class FontBook(Protocol):
    """Finds faces; nothing is looked for before a chain is asked for."""

    def chain(self, role: FontRole, latin: LatinRole, *, bold: bool = False) -> FontChain:
        """Return the chain for *role* with Latin letters from *latin*.

        Raises:
            FontNotFoundError: No face at hand can set Chinese.
        """
