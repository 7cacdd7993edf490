"""Pages of headlines told from articles: columns, home pages, search results, boards.

A page is a list when runs of headlines are most of it and nothing speaks for an
article: no line of facts and no prose, picture or table below a title.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import groupby

from bulletin_export.extraction.lists.headlines import (
    FEWEST,
    GAP_LINES,
    Run,
    heads_in,
    is_headline,
    lines_of,
    prose,
    runs_in,
)
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Line, Outline
from bulletin_export.patterns import lazy_pattern

_SITE = lazy_pattern(
    r"(?:网|网站|门户|政府|频道|首页|官网|主页|局|厅|委|委员会|大学|学院|学校|中心|协会|公司|论坛|在线|列表|专栏|栏目|结果)$"
)
_LONG_TITLE = 9
#: Characters of any kind below the title of a short article.
_WORDS = 20
_HEADINGS = frozenset(("h1", "h2", "h3"))
_INFO_REACH = 12
#: Running text that no column or home page tells of itself.
_PROSE = 100.0
#: A share of what the headlines hold that speaks for an article when it is prose.
_MOST = 0.8
#: So many paragraphs, one after the other, are no text about the site.
_PARAGRAPHS = 3
_SENTENCE = 15


def list_runs(outline: Outline, title: Title, *, is_dated: bool) -> tuple[Run, ...]:
    """Return the runs of headlines on a list page; none when the page may be an article.

    With *is_dated* the head of the page tells a day of publication, as articles do.
    """
    lines, heads = outline.lines, heads_in(outline.lines)
    if len(heads) < FEWEST:
        return ()
    if _is_of_list(lines, heads, title):
        title = Title("")
    runs = runs_in(lines, heads, title)
    if not runs:
        return ()
    return runs if _Page(outline, title, runs).is_list(is_dated=is_dated) else ()


def _is_of_list(lines: list[Line], heads: list[int], title: Title) -> bool:
    """Whether *title* is one of the lines that stand alike under every headline of a list."""
    index = title.first_line
    if index < 0 or lines[index].tag in _HEADINGS:
        return False
    runs = runs_in(lines, heads, Title(""))
    run = next((one for one in runs if one.heads[0] < index < one.end), None)
    if run is None:
        return False
    look = (lines[index].tag, lines[index].name)
    under = [n for n in range(run.heads[0], run.end) if (lines[n].tag, lines[n].name) == look]
    return sum(not lines[n].is_linked for n in under) >= max(FEWEST, len(run.heads) // 2)


class _Page:
    def __init__(self, outline: Outline, title: Title, runs: tuple[Run, ...]) -> None:
        self._outline = outline
        self._lines = outline.lines
        self._title = title
        self._runs = runs
        self._heads = [head for run in runs for head in run.heads]
        self._is_printed = title.first_line >= 0 and not any(
            line.is_linked or is_headline(line)
            for line in self._lines[title.first_line : title.last_line + 1]
        )
        self._is_printed = self._is_printed and not self._is_of_entry()

    def is_list(self, *, is_dated: bool) -> bool:
        """Whether nothing on the page speaks for an article."""
        if self._has_facts():
            return False
        if self._begins_with_headlines():
            return True
        inside = {n for run in self._runs for n in lines_of(self._lines, run)}
        told = sum(prose(line) for n, line in enumerate(self._lines) if n not in inside)
        if is_dated and told > _SENTENCE:
            return False
        size = sum(len(self._lines[n].text) for n in inside)
        if told >= max(_PROSE, _MOST * size) or self._is_told(inside):
            return False
        return not self._has_body(size)

    def _has_facts(self) -> bool:
        """Whether source or time stand below the title, before any headline does."""
        if not self._is_printed:
            return False
        first = self._title.last_line + 1
        end = min(self._next_head(first - 1), first + _INFO_REACH - 1)
        return any(is_info(line.text) for line in self._lines[first:end])

    def _is_of_entry(self) -> bool:
        """Whether the title is a mere line between two headlines, as the summary of the first."""
        first, last = self._title.first_line, self._title.last_line
        if self._lines[first].tag in _HEADINGS or self._next_head(last) - last > GAP_LINES:
            return False
        if not any(is_headline(line) for line in self._lines[max(0, first - 2) : first]):
            return False
        return sum(is_info(line.text) for line in self._lines) >= FEWEST

    def _begins_with_headlines(self) -> bool:
        """Whether a long run follows the title, and nothing stands between."""
        last = self._title.last_line
        run = next((run for run in self._runs if run.heads[0] > last), None)
        if not self._is_printed or run is None or len(run.heads) <= FEWEST:
            return False
        return run.heads[0] - last <= GAP_LINES and not self._is_followed(last)

    def _is_told(self, inside: set[int]) -> bool:
        """Whether paragraphs of prose follow each other somewhere outside the runs."""
        for is_prose, group in groupby(enumerate(self._lines), lambda one: prose(one[1]) > 0):
            told = [prose(line) for n, line in group if n not in inside] if is_prose else []
            if len(told) >= _PARAGRAPHS and sum(told) > 2 * _PROSE:
                return True
        return False

    def _has_body(self, size: int) -> bool:
        """Whether prose, a picture or a table follows a title at once, and not headlines."""
        title, lines = self._title, self._lines
        is_long = self._is_printed and _is_long(title.text)
        if self._is_printed and not is_long:
            near = lines[title.last_line + 1 : self._next_head(title.last_line)]
            if sum(map(prose, near)) >= max(_PROSE, size / 2):
                return True
        if is_long and self._is_followed(title.last_line):
            return True
        return any(_is_title(line) and self._is_followed(n) for n, line in enumerate(lines))

    def _next_head(self, index: int) -> int:
        place = bisect_right(self._heads, index)
        return self._heads[place] if place < len(self._heads) else len(self._lines)

    def _is_followed(self, index: int) -> bool:
        """Whether words or a picture stand between the line *index* and the next headline."""
        end, words = self._next_head(index), 0
        for line in self._lines[index + 1 : min(end, index + 1 + _WORDS)]:
            if line.weight and not line.is_furniture:
                words += len(line.text) - line.linked
        return words >= _WORDS or self._has_picture(index, end)

    def _has_picture(self, index: int, end: int) -> bool:
        place = bisect_right(self._pictures, index)
        return place < len(self._pictures) and self._pictures[place] <= end

    @cached_property
    def _pictures(self) -> list[int]:
        """Lines before which pictures stand that lead nowhere."""
        parts = (one for one in self._outline.parts if one.images and not one.parts)
        return sorted(one.first_line for one in parts if one.factor >= 0.5)


def _is_title(line: Line) -> bool:
    is_heading = line.tag in _HEADINGS and not line.is_furniture and not line.linked
    return is_heading and _is_long(line.text)


def _is_long(text: str) -> bool:
    """Whether *text* is long enough for a headline, and not the name of a site or column."""
    return len(text) >= _LONG_TITLE and _SITE.search(text) is None
