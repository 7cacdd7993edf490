"""Measuring a text once: classes, boxes, gaps, and where it may be broken.

Plain Han costs two look-ups a character; only the tokens between (marks, words,
blanks) are looked at one by one (typography, 3.3 to 3.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_export.composition.readings import syllables
from bulletin_export.styling.template import Composition
from bulletin_export.typesetting import blanks
from bulletin_export.typesetting.classes import MARK_CHARACTERS, TOKEN, UNUSUAL
from bulletin_export.typesetting.draft import Draft
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.marks import set_mark, set_pair, settings
from bulletin_export.typesetting.measured import SOLID, Measured
from bulletin_export.typesetting.readings import reading_width
from bulletin_export.typesetting.words import keep_distance, set_word


def measure_text(
    spans: Sequence[Span], composition: Composition, *, is_first: bool = True
) -> Measured:
    """Measure the text of *spans*: at least one character, no forced break.

    *is_first* says that the text begins its paragraph (for ``trim_start="not-first"``).
    """
    draft = Draft(tuple(span for span in spans if span.text), composition)
    start = 0
    for verbatim, end in _regions(draft.spans):
        if verbatim:
            draft.unit(start, end)
            blanks.hide_undrawn(draft, start, end)
            keep_distance(draft, start, end)
        else:
            _set_tokens(draft, start, end)
        start = end
    _keep_readings(draft)
    if composition.trim_start == "not-first" and is_first and 0 in draft.headings:
        draft.headings[0] = 0.0
    return draft.finish()


def _set_tokens(draft: Draft, start: int, end: int) -> None:
    """Set everything between *start* and *end* that is not plain."""
    runs = iter(draft.faces)
    run = next(runs)
    known = settings(run.face, run.size, draft.composition)
    for kind, at, after in _tokens(draft.text, start, end):
        if kind == "mark":
            if at >= run.end:
                face, size = run.face, run.size
                while at >= run.end:
                    run = next(runs)
                if run.face is not face or run.size != size:
                    known = settings(run.face, run.size, draft.composition)
            set_mark(draft, at, known)
        else:
            _set_token(draft, kind, at, after)


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[str | None, int, int]]:
    """Yield the kind, start and end of every token."""
    for stretch in UNUSUAL.finditer(text, start, end):
        at, after = stretch.span()
        if after == at + 1 and text[at] in MARK_CHARACTERS:
            yield "mark", at, after
            continue
        for match in TOKEN.finditer(text, at, after):
            yield match.lastgroup, match.start(), match.end()


def _set_token(draft: Draft, kind: str | None, start: int, end: int) -> None:
    match kind:
        case "word":
            set_word(draft, start, end)
        case "blank":
            blanks.set_blanks(draft, start, end)
        case "pair":
            set_pair(draft, start, end)
        case "nothing":
            blanks.set_nothing(draft, start, end)
        case "unit":
            draft.unit(start, end)
        case "picture":
            blanks.set_picture(draft, start)
        case _:
            blanks.set_modifiers(draft, start, end)


def _keep_readings(draft: Draft) -> None:
    """Keep characters with one reading (注音) together, and give it the room it needs."""
    end = 0
    for span in draft.spans:
        start, end = end, end + len(span.text)
        if not span.reading:
            continue
        draft.glue[start + 1 : end] = bytes((SOLID,)) * (end - start - 1)
        for first, last, text in syllables(span.text, span.reading):
            _make_room(draft, start + first, start + last, reading_width(span, text))


def _make_room(draft: Draft, start: int, end: int, width: float) -> None:
    """Widen the characters from *start* to *end* on both sides if they are below *width*."""
    margin = (width - sum(draft.widths[start:end])) / 2
    if margin > 0:
        draft.widths[start] += margin
        draft.widths[end - 1] += margin
        draft.offsets[start] = draft.offsets.get(start, 0.0) + margin
        for index in (start, end):
            draft.shifts[index] = draft.shifts.get(index, 0.0) + margin


def _regions(spans: tuple[Span, ...]) -> list[tuple[bool, int]]:
    """Return the stretches that are verbatim or not, with their ends."""
    regions: list[tuple[bool, int]] = []
    end = 0
    for span in spans:
        end += len(span.text)
        if regions and regions[-1][0] is span.verbatim:
            regions.pop()
        regions.append((span.verbatim, end))
    return regions
