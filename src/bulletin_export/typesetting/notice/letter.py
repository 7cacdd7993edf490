"""The head of a letter (信函格式), and its lower rule (GB/T 9704-2012, 10.1)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.notice.lines import em, line_at, pitch, text_at
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import SetLine, Strip
from bulletin_export.typesetting.texts import one_line
from bulletin_export.units import Length

#: From the upper edge of the sheet to the mark's, and from its lower edge to the lower rule
#: (10.1.2, 10.1.3); the rules are so long, and stand in the middle of the sheet.
_TOP, _FOOT, _RULE = Length.of_mm(30).pt, Length.of_mm(20).pt, Length.of_mm(170).pt
#: From the rule to what stands below it, in em of the body (10.1.4).
_BELOW = 7 / 8
#: The standard gives no thickness: thick and thin rule, and the blank between them, in points.
_THICK, _THIN, _BETWEEN = 2.25, 0.75, 1.0


def letter_head(notice: Notice, setting: Setting) -> Strip:
    """Return all above the title, from the top of the type area, and the rule at the foot."""
    page = setting.template.page
    left = (page.width.pt - _RULE) / 2 - page.margins.left.pt
    colour = setting.look(Role.ISSUER).style.colour
    mark, bottom = _mark(notice, setting)
    bottom += setting.template.notice.red_rule_distance.pt
    rules = [
        Rule(left, bottom, _RULE, _THICK, colour),
        Rule(left, bottom + _THICK + _BETWEEN, _RULE, _THIN, colour),
    ]
    bottom += _THICK + _BETWEEN + _THIN
    lower = page.height.pt - _FOOT - page.margins.top.pt - _THICK
    rules += [
        Rule(left, lower - _BETWEEN - _THIN, _RULE, _THIN, colour),
        Rule(left, lower, _RULE, _THICK, colour),
    ]
    facts = list(_facts(notice, bottom + _BELOW * em(setting), setting))
    line = pitch(setting)
    last = max((one.y for one in facts), default=bottom)
    return Strip(
        height=last + 2 * line,
        lines=(*mark, *facts),
        rules=tuple(rules),
        keeps=True,
        is_wide=True,
    )


def _mark(notice: Notice, setting: Setting) -> tuple[list[SetLine], float]:
    """Return the names of the organs, one below the other, and the foot of the last."""
    top = _TOP - setting.template.page.margins.top.pt
    measure, lines = setting.frame.measure, []
    for name in (*notice.issuers[:-1], *(one + words.mark(notice) for one in notice.issuers[-1:])):
        look = setting.look(Role.ISSUER)
        line = one_line(name, look, setting)
        if line.width > measure:
            look = setting.look(Role.ISSUER, measure / line.width)
            line = one_line(name, look, setting)
        lines.append(line_at(line, (measure - line.width) / 2, top, Role.ISSUER, look))
        top += look.size
    return lines, top


def _facts(notice: Notice, top: float, setting: Setting) -> Iterator[SetLine]:
    """Yield 份号, 密级 and 紧急程度 at the left edge, 发文字号 at the right one (10.1.4)."""
    left = (
        (Role.COPY_NUMBER, notice.copy_number),
        (Role.SECURITY, words.security(notice)),
        (Role.SECURITY, notice.urgency),
    )
    said = [(role, text) for role, text in left if text]
    for index, (role, text) in enumerate(said):
        yield text_at(text, 0.0, top + index * pitch(setting), role, setting)
    if notice.document_number:
        number = text_at(notice.document_number, 0.0, top, Role.DOCUMENT_NUMBER, setting)
        yield number._replace(x=setting.frame.measure - number.line.width)
