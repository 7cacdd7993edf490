"""The typefaces we know of, as ``fonts/fonts.toml`` lists them.

Where faces come from, which we prefer for a role, what Word and EPUB call them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from bulletin_export.shipped import shipped
from bulletin_export.typefaces import FontRole, LatinRole

#: Which names a Word file uses: any Chinese Windows, a party or state office, free faces only.
WordProfile = Literal["windows", "gongwen", "open"]


class FaceSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A package that carries a face; ``sha256`` is of the font file."""

    registry: Literal["pypi", "npm", "debian"]
    package: str
    version: str
    member: str
    sha256: str
    #: Member of a collection (.ttc).
    index: int = 0


class KnownFace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A face that may be had freely, and where."""

    id: str
    role: str
    english: str
    chinese: str = ""
    weight: int
    #: SPDX.
    licence: str
    sources: tuple[FaceSource, ...]


class RoleNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names looked for in name tables for one role, best first."""

    label: str
    native: tuple[str, ...]
    #: Near to the role, but not it: using one is a remark.
    stands_in: tuple[str, ...] = ()
    #: Roles that set this one when nothing else can.
    falls_to: tuple[str, ...] = ()


class WordFont(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A font as Word's font table describes it (ISO/IEC 29500-1, 17.8.3)."""

    name: str
    #: ``w:altName``: Word reads one only. Empty: none.
    alternative: str = ""
    #: ``w:panose1``, 20 hexadecimal digits.
    panose: str
    #: ``w:charset``, hexadecimal: 86 is GB 2312, 00 is Latin.
    charset: str = "86"
    family: Literal["auto", "roman", "swiss", "modern", "script", "decorative"] = "modern"
    pitch: Literal["fixed", "variable", "default"] = "fixed"
    #: The set of Han characters (below U+10000) that it has; empty: all there are.
    covers: Literal["", "gb2312", "gbk"] = ""
    #: Which entry of the same profile has the others.
    fuller: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything ``fonts.toml`` says."""

    faces: tuple[KnownFace, ...]
    roles: Mapping[str, RoleNames]
    word: Mapping[str, Mapping[str, WordFont]]
    css: Mapping[str, tuple[str, ...]]

    def word_font(self, profile: WordProfile, role: FontRole) -> WordFont:
        """Return the font that Word names for *role*."""
        return self.word[profile][role.value]

    def word_latin(self, profile: WordProfile, latin: LatinRole) -> WordFont | None:
        """Return the font that Word names for Latin letters; None: the Chinese font's own."""
        return self.word[profile].get(latin.value)

    def css_families(self, role: FontRole | LatinRole) -> tuple[str, ...]:
        """Return the CSS family names for *role*, unquoted; the last one is generic.

        `LatinRole.OWN` has none.
        """
        return self.css.get(role.value, ())

    def names(self, role: FontRole | LatinRole) -> RoleNames:
        """Return the names looked for when *role* is to be set."""
        return self.roles[role.value]

    def licence(self, name: str) -> str:
        """Return the licence of the face called *name*, or nothing if we do not know it."""
        bare = name.removesuffix(" Regular")
        return next((f.licence for f in self.faces if bare in (f.english, f.chinese)), "")


@cache
def load_manifest() -> Manifest:
    """Return the manifest that ships with us; read once."""
    text = (shipped("fonts") / "fonts.toml").read_bytes()
    return msgspec.toml.decode(text, type=Manifest)
