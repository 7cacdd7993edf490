"""The faces at hand, and the chain of faces that each role is set in.

Nothing is looked for before a chain is asked for, and the system's folders not before
everything nearer has been asked in vain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import FontNotFoundError
from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.collection import Collection
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.manifest import load_manifest
from bulletin_export.fonts.shelf import FONT_SUFFIXES, Shelf
from bulletin_export.typefaces import FontRole, LatinRole

__all__ = ["FontBook", "FontChain", "FontFace"]

#: Families or font files for a role, best first.
Preferences = Mapping[FontRole | LatinRole, Sequence[str]]


class FontBook:
    """Finds faces and keeps them open.

    *preferences* go before the names in the manifest. *shelves* are the places looked
    through, nearest first; those of this machine if none are given.
    """

    def __init__(
        self, preferences: Preferences | None = None, shelves: Sequence[Shelf] | None = None
    ) -> None:
        self.preferences: Preferences = preferences or {}
        self.collection = Collection(shelves)
        self._chains: dict[tuple[FontRole, LatinRole, bool], FontChain] = {}

    @classmethod
    def of(cls, preferences: Preferences) -> FontBook:
        """Return a book of the faces of this machine, with the preferences of a template."""
        return cls(preferences)

    def chain(self, role: FontRole, latin: LatinRole, *, bold: bool = False) -> FontChain:
        """Return the chain for *role* with Latin letters from *latin*.

        Raises:
            FontNotFoundError: No face at hand can set Chinese.
            UnsupportedFontError: A file named by the template is no usable typeface.
        """
        key = (role, latin, bold)
        if key not in self._chains:
            regular = self._regular(role, latin)
            self._chains[key] = self._emboldened(role, regular) if bold else regular
        return self._chains[key]

    def latin_faces(self, latin: LatinRole) -> tuple[FontFace, ...]:
        """Return the faces at hand for *latin*, best first."""
        return () if latin is LatinRole.OWN else tuple(dict.fromkeys(self._native(latin)))

    def _regular(self, role: FontRole, latin: LatinRole) -> FontChain:
        own = self._own(role)
        remarks = _substitutions(role, self._wanted(role, own), own, Severity.WARNING)
        beside = None
        if latin is not LatinRole.OWN:
            beside = next(self._native(latin), None)
            remarks += _substitutions(
                latin, self._wanted(latin, beside), beside or own, Severity.INFO
            )
        if role is FontRole.XIAOBIAOSONG and not any(one is own for one in self._native(role)):
            # A text face stands in for one that is drawn heavy.
            shown = self.collection.bold(own)
        else:
            shown = own
        return FontChain(shown, beside, self._others(role, own), remarks)

    def _emboldened(self, role: FontRole, regular: FontChain) -> FontChain:
        bold = self.collection.bold
        own, latin = bold(regular.own), regular.latin and bold(regular.latin)
        others = (bold(face) for face in self._others(role, regular.own))
        remarks = tuple(
            _remark("font-emboldened", Severity.INFO, role, face=face.name)
            for face in (own, latin)
            if face and face.is_emboldened
        )
        return FontChain(own, latin, others, regular.diagnostics + remarks)

    def _own(self, role: FontRole) -> FontFace:
        """Return the best face for *role*: its own, or one that stands in."""
        # The manifest is read only where the template's preferences do not settle the matter.
        face = next(self._native(role), None) or next(self._stand_ins(role), None)
        if face is None:
            raise FontNotFoundError(role=load_manifest().names(role).label)
        return face

    def _stand_ins(self, role: FontRole) -> Iterator[FontFace]:
        """Yield the faces that set *role* where it has none itself."""
        names = load_manifest().names(role)
        lists = [names.stands_in]
        for other in names.falls_to:
            fallen = load_manifest().roles[other]
            lists += [fallen.native, fallen.stands_in]
        for each in lists:
            yield from self.collection.find(each)

    def _native(self, role: FontRole | LatinRole) -> Iterator[FontFace]:
        """Yield the faces of *role* itself: what the template prefers, then by the manifest."""
        yield from self._preferred(role)
        yield from self.collection.find(load_manifest().names(role).native)

    def _preferred(self, role: FontRole | LatinRole) -> Iterator[FontFace]:
        for name in self.preferences.get(role, ()):
            if not name.lower().endswith(FONT_SUFFIXES):
                yield from self.collection.find((name,))
            elif Path(name).is_file():
                yield self.collection.open_file(Path(name))

    def _wanted(self, role: FontRole | LatinRole, face: FontFace | None) -> str:
        """Return what should have been found for *role*; empty when *face* is it."""
        if preferred := self.preferences.get(role, ()):
            return "" if any(one is face for one in self._preferred(role)) else preferred[0]
        names = load_manifest().names(role)
        return "" if any(one is face for one in self.collection.find(names.native)) else names.label

    def _others(self, role: FontRole, own: FontFace) -> Iterator[FontFace]:
        """Yield what to ask for the characters *own* lacks, nearest in kind first."""
        roles = (role.value, *load_manifest().names(role).falls_to, "song", "hei", "rare")
        lists = [load_manifest().roles[name] for name in dict.fromkeys(roles)]
        names = [name for one in lists for name in (*one.native, *one.stands_in)]
        found = dict.fromkeys((own,))
        for face in self.collection.find_beside(own, names):
            if face not in found:
                found[face] = None
                yield face


def _substitutions(
    role: FontRole | LatinRole, wanted: str, used: FontFace, severity: Severity
) -> tuple[Diagnostic, ...]:
    if not wanted:
        return ()
    return (_remark("font-substituted", severity, role, wanted=wanted, used=used.name),)


def _remark(code: str, severity: Severity, role: FontRole | LatinRole, **facts: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, facts={"role": role.value, **facts})


def diagnostics_of(chains: Iterable[FontChain]) -> tuple[Diagnostic, ...]:
    """Return what was substituted in *chains* as a whole, each remark once."""
    remarks = (remark for chain in chains for remark in chain.diagnostics)
    return tuple({(r.code, *r.facts.items()): r for r in remarks}.values())
