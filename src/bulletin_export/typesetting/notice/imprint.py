"""版记: copies, and who printed the document when (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.notice.lines import prefixed
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import SetLine, Strip, changed, merged, stacked
from bulletin_export.typesetting.tagging import with_tags
from bulletin_export.typesetting.texts import one_line, text_strips


def imprint_strips(notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return 版记, which sinks to the foot of the last page, its last rule on the edge.

    A letter has neither rules nor the line of the printer (10.1).
    """
    is_letter = notice.form is NoticeForm.LETTER
    cells = [_recipients(*one, place, setting) for one in words.recipients(notice)]
    if not is_letter:
        cells.append(_printed(notice, place, setting))
    cells = [cell for cell in cells if cell]
    if not cells:
        return []
    style = setting.template.notice
    outer, inner = style.imprint_rule.pt, style.imprint_inner_rule.pt
    parts, rules, y = [], [], 0.0
    for number, cell in enumerate(cells):
        thickness = inner if number else outer
        rules.append(Rule(0.0, y, place.measure, thickness))
        parts.append(stacked(cell, y=y + thickness))
        y += thickness + parts[-1].height
    rules.append(Rule(0.0, y, place.measure, outer))
    body = merged(parts, height=y + outer, sinks=True, is_wide=True, space_before=outer)
    return [body if is_letter else changed(body, rules=tuple(rules))]


def _recipients(label: str, names: str, place: Place, setting: Setting) -> list[Strip]:
    """Return 抄送 and the like, one character in; turned lines align behind the colon."""
    look = setting.look(Role.IMPRINT)
    mark = one_line(label, look, setting)
    inner = place.inset(look.left + mark.width, look.right)
    strips = text_strips([span(names, look)], Role.IMPRINT, inner, setting)
    return prefixed(strips, mark, inner.left - mark.width, Role.IMPRINT, look)


def _printed(notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return 印发机关 at the left and 印发日期 at the right, one character in."""
    look, (printer, date) = setting.look(Role.IMPRINT), words.printed(notice)
    inner = place.inset(look.left, look.right)
    strips: list[Strip] = []
    if printer:
        strips = text_strips([span(printer, look)], Role.IMPRINT, inner, setting)
    if not date:
        return strips
    line = one_line(date, look, setting)
    x = inner.left + inner.measure - line.width
    before = strips[-1].lines[-1] if strips else None
    if before and before.x + before.line.width + look.size > x:
        before = None
    if before is None:
        strips += text_strips([span(date, look)], Role.IMPRINT, inner, setting)
        moved = strips[-1].lines[0]._replace(x=x)
        return [*strips[:-1], changed(strips[-1], lines=(moved,))]
    dated = SetLine(x, before.y, line, Role.IMPRINT, look.size)
    whole = changed(strips[-1], lines=(*strips[-1].lines, dated))
    return [*strips[:-1], with_tags(whole, setting)]
