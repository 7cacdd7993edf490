"""版头: all above the title of an official document (GB/T 9704-2012, 7.2 and 10)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.template import Role, Template
from bulletin_export.units import Length
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.notice.places import Cell, Row, em, table, width
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import paragraph, value
from bulletin_export.writers.docx.parts.notice_styles import Joint, joint, mark_line, pitch
from bulletin_export.writers.docx.roles import style_id

#: 令: the mark's top below that of the type area (10.2).
_ORDER_TOP = Length.of_mm(20).twips
#: Signers stand two in a row (7.2.6).
_A_ROW = 2
#: So many organs stand below each other in full size.
_LARGE = 4
#: What moves so little, in lines, to bring the text onto the grid is not seen.
_UNSEEN = 0.1
#: Two characters need a little more than their own width not to be parted, in twips.
_SLACK = 20
#: The edge of a table takes room of its own, in twips.
_EDGE = 24
#: 信函: from the double rule to what stands below it, in em of the body (10.1.4).
_BELOW_LETTER_RULE = 7 / 8
#: 信函: top of the mark, length of the double rules, and the lower one's place, from the
#: edges of the sheet (10.1.2, 10.1.3).
_LETTER_TOP, _LETTER_RULE = Length.of_mm(30).twips, Length.of_mm(170).twips
_LETTER_FOOT, _FOOT_HEIGHT, _FOOT_EDGE = Length.of_mm(20).twips, 40, 30
#: LibreOffice lets such tables float only if they are placed from the type area downward.
_ON_THE_SHEET = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{}" w:tblpY="{}"/>'
_AT_RIGHT = (Role.DOCUMENT_NUMBER, Role.SIGNER)


def head_xml(notice: Notice, template: Template, *, begins_page: bool) -> str:
    """Return 版头, as a table that ends with the red rule.

    The first row is exactly as high as 发文机关标志 is low, however many lines stand in it:
    no paragraph can know those. A frame of a style could, but the text below would have to
    make way for it, which Word and LibreOffice do differently.
    """
    breaks = {"pageBreakBefore": ""} if begins_page else {}
    if notice.form is NoticeForm.LETTER:
        return _letter(notice, template, breaks)
    if notice.form is NoticeForm.BRIEFING:
        from bulletin_export.writers.docx.content.notice.briefing import briefing_head

        return briefing_head(notice, template)
    rows = list(_rows(notice, template, breaks))
    has_rule = bool(notice.issuers) and notice.form is not NoticeForm.ORDER
    style = roles.NOTICE_HEAD if has_rule else roles.NOTICE_PART
    return table(rows, style) if rows else ""


def _rows(notice: Notice, template: Template, breaks: dict[str, str]) -> Iterator[Row]:
    measure = template.page.measure.twips
    facts = "".join(_facts(notice, breaks))
    own = {} if facts else breaks
    top = _mark_top(notice, template)
    if facts:
        yield Row([Cell(measure, facts)], top if notice.issuers else 0, is_exact=True)
    if notice.issuers:
        yield _mark(notice, template, 0 if facts else top, own)
        own = {}
    if notice.document_number or notice.signers:
        yield _numbers(notice, template, own)


def _facts(notice: Notice, breaks: dict[str, str]) -> Iterator[str]:
    """Yield 份号, 密级 and 紧急程度, one a line (7.2.1 to 7.2.3)."""
    first = True
    for role, text in words.above(notice):
        if role in (Role.COPY_NUMBER, Role.SECURITY):
            yield paragraph(style_id(role), text_runs(text), breaks if first else {})
            first = False


def _mark_top(notice: Notice, template: Template) -> int:
    """Return where the line of the mark begins, so that its characters begin where they ought."""
    is_order = notice.form is NoticeForm.ORDER
    top = _ORDER_TOP if is_order else template.notice.mark_top.twips
    return top - (_joint(notice, template).above if len(notice.issuers) > 1 else 0)


def _mark(notice: Notice, template: Template, top: int, breaks: dict[str, str]) -> Row:
    """Return 发文机关标志: one organ with its word, or several with the word at their right."""
    measure, mark = template.page.measure.twips, words.mark(notice)
    if len(notice.issuers) == 1:
        text = notice.issuers[0] + mark
        looks = narrowed(width(text, em(template, Role.ISSUER)), measure)
        content = paragraph(style_id(Role.ISSUER), text_runs(text, looks), breaks)
        return Row([Cell(measure, content, top=top)])
    look = _joint(notice, template)
    organs = max(width(name, look.size) for name in notice.issuers)
    word = width(mark, look.size) + (look.size // 4 if mark else 0)
    looks = narrowed(organs + word, measure)
    if looks:
        organs, word = measure * organs // (organs + word), measure * word // (organs + word)
    side = (measure - organs - word) // 2
    stack = "".join(
        paragraph(look.style.identifier, text_runs(name, looks), {} if index else breaks)
        for index, name in enumerate(notice.issuers)
    )
    cells = [Cell(measure - side - word, stack, top=top, left=side)]
    if mark:
        # Cells of a row share the largest of their margins above, so it has the line of the organs.
        beside = paragraph(look.style.identifier, text_runs(mark, looks))
        gap = max(word - width(mark, look.size) - _SLACK, 0)
        cell = Cell(side + word, beside, top=top, left=gap, right=side, stands="center")
        cells.append(cell)
    else:
        cells = [cells[0]._replace(width=measure, right=side)]
    return Row(cells, top + look.depth(len(notice.issuers)), is_exact=True)


def _numbers(notice: Notice, template: Template, breaks: dict[str, str]) -> Row:
    """Return 发文字号, in the middle, or at the left of 签发人 on the line of the last (7.2.6)."""
    measure, character = template.page.measure.twips, em(template)
    top, bottom = _around_number(notice, template)
    number = paragraph(style_id(Role.DOCUMENT_NUMBER), text_runs(notice.document_number), breaks)
    if not notice.signers:
        return Row([Cell(measure, number, top=top, bottom=bottom)])
    rows = [
        words.BETWEEN.join(notice.signers[start : start + _A_ROW])
        for start in range(0, len(notice.signers), _A_ROW)
    ]
    label = {"rStyle": value(roles.SIGNER_LABEL.identifier)}
    names = paragraph(
        style_id(Role.SIGNER),
        text_runs(words.SIGNERS, label) + text_runs(rows[0]),
        {} if notice.document_number else breaks,
    ) + "".join(paragraph(roles.FURTHER_SIGNERS.identifier, text_runs(row)) for row in rows[1:])
    size = em(template, Role.SIGNER)
    room = width(words.SIGNERS, character) + max(width(row, size) for row in rows) + character
    room = min(room, measure // 2)
    alone = Cell(measure, names, top, measure - room, bottom, stands="bottom")
    if not notice.document_number:
        return Row([alone])
    number = paragraph(roles.NUMBER_AT_LEFT.identifier, text_runs(notice.document_number), breaks)
    left = Cell(measure - room, number, top, 0, bottom, stands="bottom")
    return Row([left, Cell(room, names, top, 0, bottom, stands="bottom")])


def _joint(notice: Notice, template: Template) -> Joint:
    return joint(template, is_large=len(notice.issuers) <= _LARGE)


def _around_number(notice: Notice, template: Template) -> tuple[int, int]:
    """Return the blank above 发文字号 and below it, two lines and what parts it from the rule.

    Where the rule nearly stands on a line of the grid it is moved there, so that the text
    below fills the page.
    """
    if not notice.issuers:
        return 0, 0
    line, mark = pitch(template), mark_line(template)
    number = template.style(Role.DOCUMENT_NUMBER)
    above = 2 * line - (mark - em(template, Role.ISSUER))
    if notice.form is NoticeForm.ORDER:
        return above, 0
    blank = (number.pitch.twips - number.size.twips) // 2
    below = max(template.notice.red_rule_distance.twips - blank, 0)
    natural = template.notice.mark_top.twips + mark + above + number.pitch.twips + below + _EDGE
    beyond = (natural + line // 2) % line - line // 2
    if abs(beyond) > _UNSEEN * line:
        return above, below
    return above - beyond // 2, max(below - (beyond - beyond // 2), 0)


def narrowed(text: int, measure: int) -> dict[str, str]:
    """Return the looks of a mark *text* twips wide so that it fits *measure* on one line."""
    if text <= measure:
        return {}
    fitting = [percent for percent in roles.NARROW_ISSUER if text * percent <= measure * 100]
    percent = max(fitting, default=min(roles.NARROW_ISSUER))
    return {"rStyle": value(roles.NARROW_ISSUER[percent].identifier)}


def _letter(notice: Notice, template: Template, breaks: dict[str, str]) -> str:
    """Return the head of 信函: its mark, marginal facts and the number below its rule (10.1)."""
    measure = template.page.measure.twips
    # What floats is anchored to the paragraph after it, which must not be in a cell; and what
    # begins a page must stand before both.
    anchor = roles.ANCHOR.identifier
    mark = _letter_mark(notice, template)
    if mark:
        mark = (paragraph(anchor, "", breaks) if breaks else "") + mark + paragraph(anchor, "")
        breaks = {}
    facts = "".join(_facts(notice, breaks))
    style = roles.LETTER_NUMBER.identifier
    said = [text for role, text in words.above(notice) if role in _AT_RIGHT]
    numbers = "".join(
        paragraph(style, text_runs(text), {} if facts or index else breaks)
        for index, text in enumerate(said)
    )
    look = template.style(Role.DOCUMENT_NUMBER)
    blank = (look.pitch.twips - look.size.twips) // 2
    top = max(round(_BELOW_LETTER_RULE * em(template)) - blank, 0)
    sides = [side for side in (facts, numbers) if side]
    cells = [Cell(measure // len(sides), side, top=top) for side in sides]
    return mark + (table([Row(cells)], roles.NOTICE_PART) if cells else "")


def _letter_mark(notice: Notice, template: Template) -> str:
    """Return the mark of 信函 and its rule, which stand on the sheet, above the text (10.1.2)."""
    if not notice.issuers:
        return ""
    sheet = template.page
    text = words.BETWEEN.join(notice.issuers) + words.mark(notice)
    looks = narrowed(width(text, em(template, Role.ISSUER)), _LETTER_RULE)
    content = paragraph(style_id(Role.ISSUER), text_runs(text, looks))
    above = mark_line(template) - em(template, Role.ISSUER)
    bottom = template.notice.red_rule_distance.twips - above
    x = (sheet.width.twips - _LETTER_RULE) // 2
    rows = [Row([Cell(_LETTER_RULE, content, bottom=max(bottom, 0))])]
    return table(
        rows, roles.LETTER_HEAD, _ON_THE_SHEET.format(x, _LETTER_TOP - sheet.margins.top.twips)
    )


def foot_rule_xml(notice: Notice, template: Template) -> str:
    """Return the lower rule of 信函, 20 mm above the foot of the sheet, or nothing (10.1.3).

    It must not touch the other tables of the head: LibreOffice would make them one.
    """
    if notice.form is not NoticeForm.LETTER or not notice.issuers:
        return ""
    sheet = template.page
    x = (sheet.width.twips - _LETTER_RULE) // 2
    cell = Cell(_LETTER_RULE, paragraph(roles.ANCHOR.identifier, ""))
    rows = [Row([cell], _FOOT_HEIGHT, is_exact=True)]
    y = sheet.height.twips - _LETTER_FOOT - _FOOT_EDGE - sheet.margins.top.twips
    return table(rows, roles.LETTER_RULE, _ON_THE_SHEET.format(x, y))
