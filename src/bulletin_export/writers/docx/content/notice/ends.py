"""What ends the text of an official document, and its annexes (GB/T 9704-2012, 7.3.4 to 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import blocks_xml
from bulletin_export.writers.docx.content.notice.imprint import imprint_xml
from bulletin_export.writers.docx.content.notice.places import Cell, Row, em, table, width
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.content.titles import title_runs
from bulletin_export.writers.docx.markup import paragraph, value
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts.notice_styles import pitch
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.roles import style_id

#: 右空: the date of a sealed document, the organ of one without a seal, in characters; there
#: the date begins two characters right of the organ.
_SEALED, _UNSEALED, _STEP = 4, 2, 2
#: Organs of a joint document stand at most this many in a row, so far from middle to middle:
#: a seal is 42 mm wide, and seals do not touch.
_SEALS, _SEAL = 3, 2381
#: Rows of seals are this many lines apart.
_SEAL_LINES = 5
_BODY = f'<w:p><w:pPr><w:pStyle w:val="{style_id(Role.BODY)}"/>'


class Placed(NamedTuple):
    """A line of words and where it begins, in twips from the left edge."""

    x: int
    width: int
    text: str


def tail_xml(notice: Notice, story: Story, place: Place) -> Iterator[str]:
    """Yield all below the text: 附件说明 to 附注, the annexes with their blocks, 版记."""
    template = story.document.template
    yield from attachments_xml(notice)
    yield from attendance_xml(notice)
    yield signature_xml(notice, template)
    yield annotation_xml(notice)
    for index, annex in enumerate(notice.annexes):
        yield from annex_head_xml(index, notice, template)
        story.document.begin_outline()
        yield blocks_xml(annex.blocks, story, place)
    yield imprint_xml(notice, template)


def kept_with_ends(text: str, notice: Notice) -> str:
    """Return *text* with its last paragraph kept with the ends, which no page has alone."""
    head, style, last = text.rpartition(_BODY)
    is_last = style and last.count("</w:p>") == 1 and last.endswith("</w:p>")
    has_ends = notice.attachments or notice.organs or notice.date or notice.annotation
    if not (is_last and has_ends) or "<w:keepNext/>" in last:
        return text
    return f"{head}{style}<w:keepNext/>{last}"


def attachments_xml(notice: Notice) -> Iterator[str]:
    """Yield 附件说明, one line below the text; turned lines align with the name above (7.3.4)."""
    for index, (number, name) in enumerate(words.attachments(notice)):
        text = ("" if index else words.ATTACHMENTS) + number + name
        yield paragraph(_attachment_style(index, number), text_runs(text))


def _attachment_style(index: int, number: str) -> str:
    if not number:
        return style_id(Role.ATTACHMENTS)
    if not index:
        return roles.FIRST_ATTACHMENT.identifier
    late = len(number) > len("1.")
    return (roles.LATE_ATTACHMENT if late else roles.FURTHER_ATTACHMENT).identifier


def attendance_xml(notice: Notice) -> Iterator[str]:
    """Yield 出席, 请假 and 列席: turned lines align behind the colon (10.3)."""
    look = {"rStyle": value(roles.ATTENDANCE_NAMES.identifier)}
    for label, names in words.attendance(notice):
        yield paragraph(style_id(Role.ATTENDANCE), text_runs(label) + text_runs(names, look))


def signature_xml(notice: Notice, template: Template) -> str:
    """Return 署名 and 成文日期 as a table that puts every name where the date wants it."""
    size, measure = em(template, Role.SIGNATURE), text_place(template).width
    organs = [Placed(0, min(width(name, size), measure), name) for name in notice.organs]
    date = words.day(notice.date)
    dated = Placed(0, width(date, size), date) if date else None
    if not organs and not dated:
        return ""
    rows = (_sealed if notice.is_sealed else _unsealed)(organs, dated, measure, size)
    line = pitch(template)
    blank = template.notice.seal_lines if notice.is_sealed else 1
    made = []
    for number, row in enumerate(rows):
        lines = 1 + (blank if not number else row.above)
        made.append(_row(row.placed, measure, lines * line, centred=notice.is_sealed))
    return table(made, roles.NOTICE_PART)


class _Line(NamedTuple):
    placed: Sequence[Placed]
    #: Blank lines above it.
    above: int = 0


def _row(placed: Sequence[Placed], measure: int, height: int, *, centred: bool) -> Row:
    """Return *placed* as cells that part in the middle between them."""
    middles = [(one.x + one.width + other.x) // 2 for one, other in pairwise(placed)]
    edges = [0, *middles, measure]
    style = style_id(Role.SIGNATURE) if centred else roles.UNSEALED_SIGNATURE.identifier
    cells = []
    for one, (left, right) in zip(placed, pairwise(edges), strict=True):
        before, after = one.x - left, right - one.x - one.width
        # A word has room to be wider than we think, on both sides alike if it is centred.
        slack = min(before, after)
        before, after = (before - slack, after - slack) if centred else (before, 0)
        content = paragraph(style, text_runs(one.text))
        cell = Cell(right - left, content, left=before, right=after, stands="bottom")
        cells.append(cell)
    return Row(cells, height)


def _sealed(organs: list[Placed], date: Placed | None, measure: int, size: int) -> list[_Line]:
    """Return rows for sealed documents: the last organ centred over the date (7.3.5.1)."""
    right = measure - _SEALED * size
    own = date.width if date else max(one.width for one in organs[-1:])
    middle = right - own // 2
    widest = max((one.width for one in organs), default=0)
    step = max(widest + size, (middle - _SEAL // 2) // (_SEALS - 1))
    room = middle - max(widest, _SEAL) // 2
    in_row = max(1, min(_SEALS, room // step + 1))
    rows = []
    # The last row is full, so that the last organ stands over the date.
    starts = sorted({0, *range(len(organs) % in_row, len(organs), in_row)})
    for start, end in pairwise([*starts, len(organs)]):
        row = organs[start:end]
        centres = (middle - step * (len(row) - 1 - number) for number in range(len(row)))
        placed = [
            one._replace(x=min(max(centre - one.width // 2, 0), measure - one.width))
            for one, centre in zip(row, centres, strict=True)
        ]
        rows.append(_Line(placed, _SEAL_LINES - 1))
    return [*rows, _Line([date._replace(x=max(right - date.width, 0))])] if date else rows


def _unsealed(organs: list[Placed], date: Placed | None, measure: int, size: int) -> list[_Line]:
    """Return rows for documents without a seal (7.3.5.2): organs two characters in at the right.

    The date begins two characters right of the first organ; if it is longer than that, it
    ends two characters in and the organ moves left.
    """
    right = measure - _UNSEALED * size
    rows = [_Line([one._replace(x=max(right - one.width, 0))]) for one in organs]
    if date is None:
        return rows
    if not organs:
        return [_Line([date._replace(x=right - date.width)])]
    first = organs[0]
    x = right - first.width
    if date.width > first.width:
        x = right - date.width - _STEP * size
    rows[0] = _Line([first._replace(x=max(x, 0))])
    return [*rows, _Line([date._replace(x=max(x, 0) + _STEP * size)])]


def annex_head_xml(index: int, notice: Notice, template: Template) -> Iterator[str]:
    """Yield the mark and the title of annex *index*, which begin a page (7.3.7)."""
    breaks = {} if template.style(Role.ANNEX_MARK).page_break_before else {"pageBreakBefore": ""}
    yield paragraph(style_id(Role.ANNEX_MARK), text_runs(words.annex_mark(index, notice)), breaks)
    if title := notice.annexes[index].title:
        role = Role.ANNEX_TITLE
        yield paragraph(style_id(role), title_runs(title, role, template))


def annotation_xml(notice: Notice) -> str:
    """Return 附注 in its brackets, under the date (7.3.6)."""
    text = words.annotation(notice)
    return paragraph(style_id(Role.ANNOTATION), text_runs(text)) if text else ""
