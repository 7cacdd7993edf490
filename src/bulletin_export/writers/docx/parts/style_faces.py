"""Which face each style of a styles part names, read from the part itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_STYLE = re.compile(r'<w:style w:type="(?:paragraph|character)"(.*?)</w:style>', re.DOTALL)
_ID = re.compile(r'w:styleId="([^"]*)"')
_BASE = re.compile(r'<w:basedOn w:val="([^"]*)"')


@lru_cache(maxsize=32)
def faces_of_styles(styles: str, slot: str) -> Mapping[str, str]:
    """Return the face for *slot* (``eastAsia``, ``ascii``) of every style by its id.

    That of the document's defaults stands under the empty name; styles inherit (§17.7.3).
    """
    named = re.compile(rf'<w:rFonts [^>]*?w:{slot}="([^"]*)"')
    default = named.search(styles)
    own: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in _STYLE.finditer(styles):
        identifier, face, base = (
            _ID.search(style[1]),
            named.search(style[1]),
            _BASE.search(style[1]),
        )
        if identifier:
            own[identifier[1]] = face[1] if face else ""
            bases[identifier[1]] = base[1] if base else ""
    return {"": default[1] if default else "", **{name: _face(name, own, bases) for name in own}}


def _face(name: str, own: Mapping[str, str], bases: Mapping[str, str]) -> str:
    seen = set[str]()
    while name in own and name not in seen:
        if own[name]:
            return own[name]
        seen.add(name)
        name = bases[name]
    return ""
