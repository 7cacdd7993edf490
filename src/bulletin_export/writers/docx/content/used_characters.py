"""Which characters each style of a document sets: what an embedded face has to hold."""

from __future__ import annotations

import re
from collections import defaultdict

_MARKS = re.compile(
    r'<w:p[ >]|</w:r>|<w:pStyle w:val="([^"]*)"|<w:rStyle w:val="([^"]*)"|<w:t(?: [^>]*)?>([^<]*)<'
)


class UsedCharacters:
    """What is set in which style, so far."""

    def __init__(self) -> None:
        #: By the ids of the styles of paragraph and run; empty: none.
        self.by_style: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def note(self, xml: str) -> None:
        """Take note of *xml*, whole paragraphs."""
        paragraph = character = ""
        for mark in _MARKS.finditer(xml):
            match mark.lastindex:
                case 1:
                    paragraph = mark[1]
                case 2:
                    character = mark[2]
                case 3:
                    self.by_style[paragraph, character].update(mark[3])
                case _ if mark[0] == "</w:r>":
                    character = ""
                case _:
                    paragraph = character = ""
