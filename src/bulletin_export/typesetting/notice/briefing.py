"""报头 of a bulletin (简报): what stands around its name, down to the red rule.

No standard says how; the measures are those that offices keep.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.notice.lines import em, line_at, pitch, spread, text_at
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import SetLine, Strip
from bulletin_export.typesetting.texts import one_line

#: The name is spread to this part of the measure, but its characters not farther than so many
#: em of their own from each other.
NAME_PART, NAME_GAP = 2 / 3, 1.0
#: The publisher is set smaller rather than touch the date; this blank stays, in em.
_GAP = 1.0


def briefing_head(notice: Notice, setting: Setting) -> Strip:
    """Return 报头 as one strip that begins where the type area does and ends below its rule."""
    lines = list(_corners(notice, setting))
    line, look = pitch(setting), setting.look(Role.DOCUMENT_NUMBER)
    bottom = line * len({one.y for one in lines})
    # Half a line is left blank between two rows, so that all keeps to a third of the page.
    blank = line / 2 + line - look.size
    if notice.issuers:
        top = max(setting.template.notice.mark_top.pt, bottom)
        name, bottom = _name(notice.issuers[0], top, setting)
        lines.append(name)
    if notice.document_number:
        bottom += blank
        number = text_at(notice.document_number, 0.0, bottom, Role.DOCUMENT_NUMBER, setting)
        lines.append(number._replace(x=(setting.frame.measure - number.line.width) / 2))
        bottom += look.size
    if notice.publisher or notice.date:
        bottom += blank
        lines += _publisher(notice, bottom, setting)
        bottom += look.size
    style = setting.template.notice
    bottom += style.red_rule_distance.pt
    colour = setting.look(Role.ISSUER).style.colour
    rule = Rule(0.0, bottom, setting.frame.measure, style.red_rule.pt, colour)
    return Strip(height=bottom + line, lines=tuple(lines), rules=(rule,), keeps=True, is_wide=True)


def _corners(notice: Notice, setting: Setting) -> Iterator[SetLine]:
    """Yield 密级 and 内部资料 at the left edge, 份号 at the right one, from the first line on."""
    left = filter(None, (words.security(notice), notice.remark))
    for index, text in enumerate(left):
        yield text_at(text, 0.0, index * pitch(setting), Role.SECURITY, setting)
    if notice.copy_number:
        number = text_at(notice.copy_number, 0.0, 0.0, Role.COPY_NUMBER, setting)
        yield number._replace(x=setting.frame.measure - number.line.width)


def _name(name: str, top: float, setting: Setting) -> tuple[SetLine, float]:
    """Return the name in the middle, letter-spaced, and its foot."""
    measure = setting.frame.measure
    look = setting.look(Role.ISSUER)
    line = one_line(name, look, setting)
    if line.width > measure:
        look = setting.look(Role.ISSUER, measure / line.width)
        line = one_line(name, look, setting)
    widest = line.width + (len(name) - 1) * NAME_GAP * look.size
    line = spread(line, min(NAME_PART * measure, widest))
    return line_at(line, (measure - line.width) / 2, top, Role.ISSUER, look), top + look.size


def _publisher(notice: Notice, top: float, setting: Setting) -> Iterator[SetLine]:
    """Yield 编印单位 at the left and the date at the right, one character in, in one line."""
    role, side = Role.DOCUMENT_NUMBER, em(setting)
    right = setting.frame.measure - side
    if notice.publisher:
        look = setting.look(role)
        line = one_line(notice.publisher, look, setting)
        date = one_line(words.day(notice.date), look, setting).width
        room = right - side - (date + _GAP * look.size if date else 0.0)
        if line.width > room:
            look = setting.look(role, room / line.width)
            line = one_line(notice.publisher, look, setting)
        yield line_at(line, side, top + setting.look(role).size - look.size, role, look)
    if notice.date:
        date_line = text_at(words.day(notice.date), 0.0, top, role, setting)
        yield date_line._replace(x=right - date_line.line.width)
