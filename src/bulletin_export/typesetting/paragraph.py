"""Paragraphs: from spans to lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.breaks import EPSILON, Stretch, break_lines
from bulletin_export.typesetting.classes import BLANK_CHARACTERS
from bulletin_export.typesetting.hyphens import is_hyphenable, with_hyphens
from bulletin_export.typesetting.justify import NATURAL, Fit, squeeze_line, widen_line
from bulletin_export.typesetting.layout import Line, Part, Span
from bulletin_export.typesetting.measured import FREE, Measured
from bulletin_export.typesetting.measuring import measure_text
from bulletin_export.typesetting.parts import line_parts
from bulletin_export.typesetting.runs import line_runs
from bulletin_export.typesetting.total_fit import Room, choose_lines, loose_lines

_EMPTY = Line("", (), 0.0, is_last=True)


def set_paragraph(
    spans: Sequence[Span],
    *,
    measure: float,
    indent: float = 0.0,
    align: Align = Align.JUSTIFY,
    composition: Composition,
) -> tuple[Line, ...]:
    """Break *spans* into lines of *measure* points, the first one in by *indent*.

    GB/T 15834 part 5 and CLREQ, by the options of *composition*. Lines after which
    the text goes on end exactly at the measure when *align* is justify. No text
    gives no line; text of blanks only, and nothing between two forced breaks, give
    an empty one. Where a unit is longer than the measure it is cut (emergency); a
    character wider than the measure stands out.
    """
    if not any(span.text for span in spans):
        return ()
    lines: list[Line] = []
    for part in forced_lines(spans):
        if not any(span.text.strip(BLANK_CHARACTERS) for span in part):
            lines.append(_EMPTY)
            indent = 0.0
            continue
        measured = measure_text(part, composition, is_first=not lines)
        room = Room(measure, indent, composition.push_in)
        measured, stretches = _broken(measured, room, align, composition)
        lines += set_lines(measured, stretches, measure=measure, indent=indent, align=align)
        indent = 0.0
    return tuple(lines)


def _broken(
    measured: Measured, room: Room, align: Align, composition: Composition
) -> tuple[Measured, list[Stretch]]:
    """Return the lines of *measured*: greedy ones, or better ones where these are loose.

    And the text with the hyphens that they may end with.
    """
    greedy = break_lines(measured, **room._asdict())
    loose = loose_lines(measured, greedy, room)
    if not loose:
        return measured, greedy
    is_optimal = align is Align.JUSTIFY and composition.breaker == "optimal"
    if composition.hyphenate and is_hyphenable(measured):
        measured = with_hyphens(measured)
        if not is_optimal or any(measured.glue[line.end] != FREE for line in greedy):
            greedy = break_lines(measured, **room._asdict())
            loose = loose_lines(measured, greedy, room)
    return measured, choose_lines(measured, greedy, loose, room) if is_optimal else greedy


def forced_lines(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield *spans* cut at the breaks the author wants."""
    part: list[Span] = []
    for span in spans:
        if "\n" not in span.text:
            part.append(span)
            continue
        first, *others = span.text.split("\n")
        part.append(replace(span, text=first))
        for text in others:
            yield part
            part = [replace(span, text=text)]
    yield part


def set_lines(
    measured: Measured,
    stretches: Sequence[Stretch],
    *,
    measure: float,
    indent: float,
    align: Align,
) -> Iterator[Line]:
    """Yield the lines that *stretches* of *measured* make."""
    for start, end in stretches:
        is_last = end == len(measured.text)
        yield _line(measured, start, end, measure - indent, indent, align, is_last)
        indent = 0.0


def _line(
    measured: Measured,
    start: int,
    end: int,
    room: float,
    indent: float,
    align: Align,
    is_last: bool,
) -> Line:
    content = measured.content_end(start, end)
    keeps_mark = is_last and align in (Align.JUSTIFY, Align.LEFT)
    width = _natural_width(measured, start, content, room, keeps_mark)
    fit = _fit(measured, start, content, room - width, align, is_last)
    justified = width > room + EPSILON or (fit is not NATURAL and align is Align.JUSTIFY)
    origin = indent - measured.headings.get(start, 0.0)
    if justified:
        width = _set_width(measured, start, content, width, fit)
    match align:
        case Align.CENTRE:
            origin += max(0.0, room - width) / 2
        case Align.RIGHT:
            origin += max(0.0, room - width)
        case _:
            pass
    runs = line_runs(measured, start, content, origin, fit)
    whole = measured.text[start:end]
    text = whole.rstrip(BLANK_CHARACTERS)
    ending = "" if is_last else whole[len(text) :]
    parts: tuple[Part, ...] = ()
    if measured.has_tags:
        parts = tuple(line_parts(measured, start, start + len(text), content))
    return Line(text, tuple(runs), indent + width, is_last=is_last, ending=ending, parts=parts)


def _natural_width(
    measured: Measured, start: int, end: int, room: float, keeps_mark: bool
) -> float:
    """Return the width before widening or squeezing, a hanging mark left out.

    The mark at the end is as wide as *room* lets it be if the line *keeps* it whole.
    """
    width = measured.width(start, end)
    ending = measured.endings.get(end - 1)
    if ending is None:
        return width
    spare = max(0.0, room - width)
    give = ending.give
    if keeps_mark and not ending.hangs:
        give += ending.cut
    return width + min(give, spare)


def _fit(
    measured: Measured, start: int, end: int, slack: float, align: Align, is_last: bool
) -> Fit:
    if slack < -EPSILON:
        return squeeze_line(measured, start, end, -slack)
    if slack > EPSILON and align is Align.JUSTIFY and not is_last:
        return widen_line(measured, start, end, slack)
    return NATURAL


def _set_width(measured: Measured, start: int, end: int, width: float, fit: Fit) -> float:
    """Return *width* as *fit* changes it."""
    width += sum([points for _, points in fit.moves])
    return width + fit.tracking * measured.gaps.count(fit.widened, start + 1, end)
