"""How deep headings stand: their ranks with those closed up that nothing has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_export.typesetting.layout import Tag

SECTIONS = frozenset({"Sect", "Art"})
_HEADING = re.compile(r"H(\d+)")
_DEEPEST = 6


def deepened(ranks: list[int], kind: str) -> int:
    """Return the depth of a tag of *kind* if it is a heading, else 0; *ranks* then end with it.

    *ranks* are those of the headings that the next one stands below, or beside the last. The
    first heading is of depth 1, and none is more than one deeper than that before it.
    """
    match = _HEADING.fullmatch(kind)
    if match is None:
        return 0
    rank = int(match[1])
    while ranks and ranks[-1] >= rank:
        ranks.pop()
    ranks.append(rank)
    return min(len(ranks), _DEEPEST)


class Ranks:
    """The headings before each article: those of the whole, and of its section."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._seen = 0
        self._whole: list[int] = []
        self._ranks = self._whole

    def before(self, article: range) -> list[int]:
        """Return the ranks before the *article* with these tags; those before it had their turn.

        What stands between two articles are sections and their titles; before the first of
        these, titles of the whole.
        """
        for tag in range(self._seen, article.start):
            kind = self._tags[tag].kind
            if kind == "Sect":
                self._ranks = self._whole.copy()
            deepened(self._ranks, kind)
        self._seen = article.stop
        is_outside = self._tags[article.start].parent == 0
        return (self._whole if is_outside else self._ranks).copy()
