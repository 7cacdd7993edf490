"""How much running text a part of the page holds, from where the article begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from bulletin_export.extraction.body.outline import Line, Outline, Part
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.titles import Title

#: So many lines below the title may the line with source and time stand.
_INFO_REACH = 8
#: A share of the running text that must stand below the title, or it was no title.
_BELOW = 0.1
#: A line that weighs more begins the body.
_SENTENCE = 15


class Scale:
    """Weighs parts by the lines in them; what stands above the article weighs nothing."""

    def __init__(self, outline: Outline, title: Title) -> None:
        lines = outline.lines
        self._weights = [0.0, *accumulate(line.weight for line in lines)]
        self._sizes = [0, *accumulate(len(line.text) for line in lines)]
        self._linked = [0, *accumulate(line.linked for line in lines)]
        self.title_line = title.last_line
        #: Index of the first line below title and info line; 0 when they are not printed.
        self.start = below_info(lines, title)
        has_facts = self.start > self.title_line + 1
        below = self._weights[-1] - self._weights[self.start]
        if not has_facts and below < _BELOW * self._weights[-1]:
            self.title_line, self.start = -1, 0

    def weight(self, part: Part) -> float:
        """Return the running text in *part*, in characters."""
        return self._sum(self._weights, part)

    def size(self, part: Part) -> int:
        """Return all characters in *part*."""
        return int(self._sum(self._sizes, part))

    def linked(self, part: Part) -> int:
        """Return the characters of links in *part*."""
        return int(self._sum(self._linked, part))

    def purity(self, part: Part) -> float:
        """Return the share of *part* that is running text, from 0 to 1."""
        size = self.size(part)
        return self.weight(part) / size if size else 0.0

    def holds_title(self, part: Part) -> bool:
        """Whether the title is printed inside *part*."""
        return part.first_line <= self.title_line < part.last_line

    def _sum(self, sums: Sequence[float], part: Part) -> float:
        first = max(part.first_line, self.start)
        return sums[part.last_line] - sums[first] if first < part.last_line else 0


def below_info(lines: list[Line], title: Title) -> int:
    """Return the index of the first of *lines* below the *title* and its line of facts."""
    start = title.last_line + 1
    for index in range(start, min(start + _INFO_REACH, len(lines)) if start else 0):
        if not lines[index].is_linked and is_info(lines[index].text):
            start = index + 1
        elif lines[index].weight > _SENTENCE:
            break
    return start
