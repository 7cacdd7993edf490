"""Which characters each kind of typeface sets in a book: what an embedded face has to hold."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape

from bulletin_export.styling.template import Role, Template
from bulletin_export.typefaces import FontRole

_PIECE = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>|([^<]+)")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_BODY, _END = "<body>", "</body>"
#: Elements that stand for a role; the others say it by their class.
_ROLES = {
    "blockquote": Role.QUOTE,
    "ul": Role.LIST,
    "ol": Role.LIST,
    "pre": Role.CODE,
    "table": Role.TABLE,
    "th": Role.TABLE_HEADER,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "aside": Role.NOTE,
}
_NAMES = {role.value: role for role in Role}


class UsedCharacters:
    """What is set in which kind of typeface, so far."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._body = template.style(Role.BODY).font
        self.by_font: defaultdict[FontRole, set[str]] = defaultdict(set)

    def note(self, document: bytes) -> None:
        """Take note of the XHTML *document*, as this writer makes them."""
        _, _, flow = document.decode().partition(_BODY)
        flow, _, _ = flow.rpartition(_END)
        fonts = [self._body]
        for piece in _PIECE.finditer(flow):
            end, name, given, alone, words = piece.groups()
            if words is not None:
                self.by_font[fonts[-1]].update(unescape(words))
            elif end:
                fonts.pop()
            elif not alone:
                fonts.append(self._font(name, given, fonts[-1]))

    def _font(self, name: str, given: str, around: FontRole) -> FontRole:
        """Return what sets the words of an element, as the style sheet says."""
        match = _CLASS.search(given)
        names = match[1].split() if match else []
        role = next((_NAMES[one] for one in names if one in _NAMES), None) or _ROLES.get(name)
        if role in self._template.styles and role is not None:
            return self._template.style(role).font
        if "contents-facts" in names:
            return FontRole.KAI
        if name == "em" and self._template.composition.emphasis == "kai":
            return FontRole.KAI
        return FontRole.HEI if name == "code" else around
