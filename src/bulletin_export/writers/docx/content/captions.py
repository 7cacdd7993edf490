"""Captions with their numbers as fields, so that Word can list figures and tables.

A number that is typed or wanted is what the field shows. Others are counted without
being shown: the words stay those of the model.
"""

from __future__ import annotations

from bulletin_export.composition.caption_numbers import BETWEEN, CaptionNumber, Kind
from bulletin_export.model.nodes import Inline, Text
from bulletin_export.model.text import plain_text
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import field, value

_HIDDEN = {"rStyle": value(roles.HIDDEN.identifier)}


def numbered_caption(
    caption: tuple[Inline, ...], kind: Kind, story: Story, *, is_note: bool
) -> tuple[str, tuple[Inline, ...]]:
    """Return the number of *caption* as runs with a SEQ field, and what is left to print.

    What stands in notes is not counted: Word would count it at another place.
    """
    if is_note:
        return "", caption
    number = story.document.captions.number(kind, plain_text(caption))
    if number is None:
        # It says something else than a plain number: the one before is told again.
        return _hidden(kind, "\\c"), caption
    if number.end:
        first, *others = caption
        if isinstance(first, Text) and len(first.value) >= number.end:
            before = text_runs(first.value[: number.start])
            return before + _shown(number), (Text(first.value[number.end :]), *others)
    elif story.document.template.composition.number_captions:
        return f"{text_runs(kind)}{_shown(number)}{text_runs(BETWEEN)}", caption
    return _hidden(kind, _reset(number)), caption


def _shown(number: CaptionNumber) -> str:
    """Return the field (ISO/IEC 29500-1 §17.16.5.56) that shows *number*."""
    instruction = f"SEQ {number.kind} \\* ARABIC {_reset(number)}"
    return field(instruction.rstrip(), str(number.number))


def _hidden(kind: Kind, switch: str) -> str:
    r"""Return the field that counts and shows nothing.

    ``\h`` hides the result in Word; LibreOffice knows hidden characters only.
    """
    return field(f"SEQ {kind} \\h {switch}".rstrip(), "", _HIDDEN)


def _reset(number: CaptionNumber) -> str:
    """Return the switch that sets the count where it does not simply go on."""
    return f"\\r {number.number}" if number.jumps else ""
