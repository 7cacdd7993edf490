"""Which lines of a page may say where its article comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

import msgspec

from bulletin_export.extraction.metadata.breadcrumbs import section_in
from bulletin_export.extraction.metadata.facts import Found, Rule, place_of
from bulletin_export.extraction.metadata.info_line import (
    GAP,
    is_info,
)
from bulletin_export.extraction.metadata.labels import KIND_OF, Kind, bare_labels_in, labels_in
from bulletin_export.extraction.metadata.other_dates import (
    tells_enactment,
    tells_event,
    tells_today,
)
from bulletin_export.extraction.metadata.people import is_likely_name, parts_of
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Line
from bulletin_export.patterns import lazy_pattern

_INFO_LINES = 40
_LINES_ABOVE = 5
_FAR_ABOVE = 20
_LINES_BELOW = 45
_ENDING_LINES = 6
_LONGEST = 200
_LONGEST_BELOW = 120
_START = 20
#: How far from the start of its line a label may stand, as behind a button.
_LABEL_REACH = 12
#: An index above a title has so many lines, in cells of these kinds.
_CELLS_ABOVE, _LONGEST_CELL = 32, 40
_CELLS = frozenset(("td", "th", "dt", "dd", "b", "strong", "li", "div", "span"))
_INDEXED = frozenset((Kind.SOURCE, Kind.ISSUER, Kind.PUBLISHED, Kind.OTHER_DATE))
_NAMED_LINES = 8
_AUTHOR = lazy_pattern(r"author|writer|byline|zuozhe|reporter|jizhe", 2)


class PrintedLines(msgspec.Struct, frozen=True):
    """The lines between title and body, those above and below with a label, and the section."""

    info: list[str]
    above: list[str]
    below: list[str]
    #: The lines that may sign the body, the first below its last sentence.
    ending: list[str]
    #: What an index of facts above the title tells, label and value joined.
    index: list[str]
    section: Found[str] | None = None
    author: Found[tuple[str, ...]] | None = None


def joined(lines: Iterable[str]) -> str:
    """Return *lines* as one text that keeps them apart."""
    return GAP.join(lines)


def printed_lines(
    lines: list[Line], title: Title, body: list[str], trails: Sequence[str] = ()
) -> PrintedLines:
    """Return the lines round the article that *body* prints the words of.

    *trails* are the breadcrumbs in boxes of their own.
    """
    last, above = _last_line(lines, title, body), max(0, title.first_line)
    return PrintedLines(
        info=_info_lines(lines, title, body),
        above=_lines_above(lines, title),
        below=_lines_below(lines, last),
        ending=_ending_lines(lines, last),
        index=list(_cells_above(lines[max(0, above - _CELLS_ABOVE) : above])),
        author=_named_line(lines, title),
        section=section_in(lines, title, trails),
    )


def _info_lines(lines: list[Line], title: Title, body: list[str]) -> list[str]:
    """Return the short lines between title and body, where source and time are printed."""
    first = title.last_line + 1
    starts = ["".join(text.split())[:_START] for text in body[:6] if len(text) > _START]
    found: list[str] = []
    for index, line in enumerate(lines[first : first + _INFO_LINES], first):
        if "".join(line.text.split())[:_START] in starts or (
            len(line.text) > 50 and line.text.endswith("。")
        ):
            break
        is_clock = first == 0 and tells_today(line.text) and not _is_labelled(line)
        if tells_event(line.text, *(one.text for one in lines[index + 1 : index + 2])):
            break
        if len(line.text) <= _LONGEST and not is_clock and not tells_enactment(line.text):
            found.append(line.text)
    return found


def _named_line(lines: list[Line], title: Title) -> Found[tuple[str, ...]] | None:
    """Return the people on a line near the title that is called so and holds nothing else."""
    first = title.last_line + 1
    for line in (
        *lines[first : first + _NAMED_LINES],
        *lines[max(0, title.first_line - 2) : first],
    ):
        if line.name and len(line.text) <= 40 and _AUTHOR.search(line.name):
            parts = parts_of(line.text)
            if 0 < len(parts) <= 5 and all(map(is_likely_name, parts)):
                return Found(parts, Rule.NAMED_ELEMENT, place_of(line.text))
    return None


def _lines_above(lines: list[Line], title: Title) -> list[str]:
    """Return the info lines above the title, the nearest first; farther off only with labels."""
    end = max(0, title.first_line)
    near = (
        line
        for line in lines[max(0, end - _LINES_ABOVE) : end][::-1]
        if is_info(line.text) and (_is_labelled(line) or not tells_today(line.text))
    )
    far = lines[max(0, end - _FAR_ABOVE) : max(0, end - _LINES_ABOVE)][::-1]
    labelled = (line for line in far if is_info(line.text) and _is_labelled(line))
    return [line.text for line in (*near, *labelled) if not line.is_linked]


def _cells_above(lines: list[Line]) -> Iterator[str]:
    """Yield label and value of the cells in an index: 发文机关 in one, its name in the next."""
    for label, value in pairwise(lines):
        word = "".join(label.text.split()).rstrip(":：")
        is_value = not value.linked and len(value.text) <= _LONGEST_CELL
        if label.tag in _CELLS and KIND_OF.get(word) in _INDEXED and is_value:
            yield f"{word}：{value.text}"


def _last_line(lines: list[Line], title: Title, body: list[str]) -> int:
    """Return the index of the line with the body's last sentence."""
    starts = {" ".join(text.split())[:_START] for text in body if len(text) > _START}
    last = title.last_line
    for index in range(max(0, title.last_line), len(lines)):
        if lines[index].text[:_START] in starts:
            last = index
    return last


def _ending_lines(lines: list[Line], last: int) -> list[str]:
    """Return the lines right below the last sentence that lead nowhere."""
    below = lines[last + 1 : last + 1 + _ENDING_LINES]
    return [line.text for line in takewhile(lambda line: not line.linked, below)]


def _lines_below(lines: list[Line], last: int) -> list[str]:
    """Return the lines below the body's last sentence that start with a label."""
    below = lines[last + 1 : last + 1 + _LINES_BELOW]
    return [line.text for line in below if len(line.text) <= _LONGEST_BELOW and _is_labelled(line)]


def _is_labelled(line: Line) -> bool:
    labels = labels_in(line.text) or bare_labels_in(line.text)
    first = next((label for label in labels if label.kind is not Kind.OTHER), None)
    return first is not None and first.start < _LABEL_REACH
