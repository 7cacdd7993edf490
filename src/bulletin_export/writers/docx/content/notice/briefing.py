"""报头 of a bulletin (简报) in Word: a table that ends with the red rule."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.notice.places import Cell, Row, em, table, width
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.notice_styles import mark_line, pitch
from bulletin_export.writers.docx.roles import style_id

#: The name takes this part of the measure, its characters not farther apart than an em.
_NAME_PART = 2 / 3
#: More than the characters need, in twips, or the last one would go to the next line.
_SLACK = 40


def briefing_head(notice: Notice, template: Template) -> str:
    """Return 报头; see `typesetting.notice.briefing` for its measures."""
    rows = list(_rows(notice, template))
    return table(rows, roles.NOTICE_HEAD) if rows else ""


def _rows(notice: Notice, template: Template) -> Iterator[Row]:
    measure, line, character = template.page.measure.twips, pitch(template), em(template)
    facts = len([one for one in (words.security(notice), notice.remark) if one])
    top = max(template.notice.mark_top.twips, facts * line)
    corners = list(_corners(notice, measure))
    if corners:
        yield Row(corners, top, is_exact=True)
    if notice.issuers:
        name = _name(notice.issuers[0], template, 0 if corners else top)
        yield Row([name], mark_line(template))
    number = paragraph(style_id(Role.DOCUMENT_NUMBER), text_runs(notice.document_number))
    blank = template.style(Role.DOCUMENT_NUMBER).pitch.twips - character
    rule = max(template.notice.red_rule_distance.twips - blank // 2, 0)
    has_facts = bool(notice.publisher or notice.date)
    if notice.document_number:
        yield Row([Cell(measure, number, top=line // 2, bottom=0 if has_facts else rule)])
    if has_facts:
        yield Row(list(_facts(notice, measure, character, line // 2, rule)))


def _corners(notice: Notice, measure: int) -> Iterator[Cell]:
    left = "".join(
        paragraph(style_id(Role.SECURITY), text_runs(one))
        for one in filter(None, (words.security(notice), notice.remark))
    )
    if left:
        yield Cell(measure * 2 // 3 if notice.copy_number else measure, left)
    if notice.copy_number:
        right = paragraph(roles.BRIEFING_NUMBER.identifier, text_runs(notice.copy_number))
        yield Cell(measure - measure * 2 // 3 if left else measure, right)


def _name(name: str, template: Template, top: int) -> Cell:
    """Return the name, spread over the middle of the measure."""
    size, measure = em(template, Role.ISSUER), template.page.measure.twips
    natural, gaps = width(name, size), len(name) - 1
    wanted = max(min(round(_NAME_PART * measure), natural + gaps * size), natural + _SLACK)
    side = max(measure - wanted, 0) // 2
    content = paragraph(roles.BRIEFING_NAME.identifier, text_runs(name))
    return Cell(measure, content, top=top, left=side, right=side)


def _facts(notice: Notice, measure: int, character: int, top: int, rule: int) -> Iterator[Cell]:
    date = words.day(notice.date)
    room = width(date, character) + 2 * character if date else character
    unit = paragraph(roles.NUMBER_AT_LEFT.identifier, text_runs(notice.publisher))
    yield Cell(measure - room, unit, top=top, bottom=rule, stands="bottom")
    day = paragraph(roles.BRIEFING_DATE.identifier, text_runs(date))
    yield Cell(room, day, top=top, bottom=rule, stands="bottom")
