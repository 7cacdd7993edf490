"""Captions with their numbers as fields, so that Word can list figures and tables.

A number that is typed or wanted is what the field shows. Others are counted without
being shown: the words stay those of the model.
"""

from __future__ import annotations

from bulletin_export.composition.caption_numbers import BETWEEN, CaptionNumber, Captions, Kind
from bulletin_export.model.nodes import Inline, Text
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import content_runs, is_high
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import Properties, field, paragraph, value
from bulletin_export.writers.docx.parts.standing import Place, Standing

_HIDDEN = {"rStyle": value(roles.HIDDEN.identifier)}


def caption_xml(
    caption: tuple[Inline, ...],
    kind: Kind,
    story: Story,
    place: Place,
    properties: Properties | None = None,
) -> str:
    """Return the caption of a picture or table with its number, seen or not."""
    document = story.document
    story.stand_in(document.template.style(Role.CAPTION))
    number, rest = _numbered(caption, kind, story, place)
    content = number + content_runs(rest, story, place)
    variant = place.variant if place.role is Role.BODY else ""
    standing = Standing(Role.CAPTION, variant, grows=is_high(content))
    return paragraph(document.styles.identifier(standing), content, properties)


def _numbered(
    caption: tuple[Inline, ...], kind: Kind, story: Story, place: Place
) -> tuple[str, tuple[Inline, ...]]:
    """Return the number of *caption* as runs with a SEQ field, and what is left to print.

    What stands in notes is not counted: Word would count it at another place.
    """
    document = story.document
    if place.role is Role.NOTE:
        return "", caption
    if document.captions is None:
        document.captions = Captions()
    number = document.captions.number(kind, plain_text(caption))
    if number is None:
        # It says something else than a plain number: the one before is told again.
        return _hidden(kind, "\\c"), caption
    if number.end:
        first, *others = caption
        if isinstance(first, Text) and len(first.value) >= number.end:
            before = text_runs(first.value[: number.start])
            return before + _shown(number), (Text(first.value[number.end :]), *others)
    elif document.template.composition.number_captions:
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
