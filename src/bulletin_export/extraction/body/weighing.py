"""How much running text a part of the page holds, from where the article begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.other_dates import tells_event
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Line, Outline, Part
from bulletin_export.patterns import lazy_pattern

#: So many lines below the title may the line with source and time stand.
_INFO_REACH = 8
#: A share of the running text that must stand below the title, or it was no title.
_BELOW = 0.1
#: A line that weighs more begins the body.
_SENTENCE = 15
_SHORT = 4
_SENTENCE_ENDS = ("。", "！", "？", "…", "”", "」", "；", "：", ".", "!", "?", "）", "다")
#: A line in brackets is a remark to the title, as when a law was passed.
_OPENING, _CLOSING = frozenset("（("), frozenset("）)")
_SIGNED = lazy_pattern(
    r"(?:[\d\s年月日./-]{6,14}|[一二三四五六七八九十〇○零年月日]{6,14})$|\W*责任?编辑?[:：]"
)
#: Other lines that may stand between the title and the line of facts, or inside it.
_BETWEEN = 4


class Scale:
    """Weighs parts by the lines in them; what stands above the article weighs nothing."""

    def __init__(self, outline: Outline, title: Title) -> None:
        lines = outline.lines
        self._weights = [0.0, *accumulate(line.weight for line in lines)]
        self._sizes = [0, *accumulate(len(line.text) for line in lines)]
        self._linked = [0, *accumulate(line.linked for line in lines)]
        words = (len(line.text) - line.linked if line.weight else 0 for line in lines)
        self._words = [0, *accumulate(words)]
        self._sentences = [0, *accumulate(map(_is_sentence, lines))]
        self._heads = [_is_head(line) for line in lines]
        self.title_line = _title_line(lines, title)
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

    def words(self, part: Part) -> int:
        """Return the characters in *part* that lead nowhere and are not about the site."""
        return int(self._sum(self._words, part))

    def linked(self, part: Part) -> int:
        """Return the characters of links in *part*."""
        return int(self._sum(self._linked, part))

    def purity(self, part: Part) -> float:
        """Return the share of *part* that is running text, from 0 to 1."""
        size = self.size(part)
        return self.weight(part) / size if size else 0.0

    def has_sentence(self, part: Part) -> bool:
        """Whether a line in *part* ends like a sentence."""
        return self._sum(self._sentences, part) > 0

    def begins_with_head(self, part: Part) -> bool:
        """Whether *part* begins as a box beside an article does: with a heading, or a link."""
        return part.first_line < part.last_line and self._heads[part.first_line]

    def holds_title(self, part: Part) -> bool:
        """Whether the title is printed inside *part*."""
        return part.first_line <= self.title_line < part.last_line

    def _sum(self, sums: Sequence[float], part: Part) -> float:
        first = max(part.first_line, self.start)
        return sums[part.last_line] - sums[first] if first < part.last_line else 0


def _is_sentence(line: Line) -> bool:
    is_remark = line.text[:1] in _OPENING and line.text[-1:] in _CLOSING
    return line.weight > _SHORT and line.text.endswith(_SENTENCE_ENDS) and not is_remark


def _is_head(line: Line) -> bool:
    return line.is_linked or (len(line.text) < _SENTENCE and not line.text.endswith(_SENTENCE_ENDS))


def below_info(lines: list[Line], title: Title) -> int:
    """Return the index of the first of *lines* below the *title* and its line of facts."""
    first = _title_line(lines, title) + 1
    start = first
    for index in range(first, min(first + _INFO_REACH, len(lines)) if first else 0):
        line = lines[index]
        if tells_event(line.text, *(one.text for one in lines[index + 1 : index + 2])):
            break
        if not line.is_linked and is_info(line.text):
            # Below other lines, a day alone or an editor is how a text ends.
            is_near = start == index or not _SIGNED.match(line.text)
            start = index + 1 if is_near else start
        elif line.weight > _SENTENCE or index - start >= _BETWEEN:
            break
    return start


def _title_line(lines: list[Line], title: Title) -> int:
    """Return the last line of *title*; a second printing counts when the first is in a menu."""
    last = title.last_line
    if last < 0 or not lines[last].is_furniture:
        return last
    same = (
        n
        for n in range(last + 1, len(lines))
        if lines[n].text == lines[last].text and not lines[n].is_furniture
    )
    return next(same, last)
