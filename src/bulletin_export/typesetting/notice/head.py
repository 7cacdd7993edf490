"""版头: all above the title of an official document (GB/T 9704-2012, 7.2 and 10)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting import paragraph
from bulletin_export.typesetting.layout import Line, Rule
from bulletin_export.typesetting.notice.lines import em, line_at, pitch, spread, text_at
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import SetLine, Strip
from bulletin_export.typesetting.texts import one_line
from bulletin_export.units import Length

#: Organs that issue together stand this many em of their size below each other, and the
#: word behind them that far to the right; together they leave room for text on the page.
_JOINT_PITCH, _JOINT_GAP, _JOINT_DEPTH = 1.2, 0.25, 0.35
#: 令: the mark's top below that of the type area (10.2).
_ORDER_TOP = Length.of_mm(20).pt
#: Signers stand two in a row (7.2.6).
_A_ROW = 2


def head_strip(notice: Notice, setting: Setting) -> Strip:
    """Return 版头 as one strip that begins where the type area does.

    It ends where the first character of the title has its top: two lines below the red
    rule, or below what stands lowest.
    """
    if notice.form is NoticeForm.BRIEFING:
        from bulletin_export.typesetting.notice.briefing import briefing_head

        return briefing_head(notice, setting)
    if notice.form is NoticeForm.LETTER:
        from bulletin_export.typesetting.notice.letter import letter_head

        return letter_head(notice, setting)
    marginal = list(_marginal(notice, setting))
    bottom = max((one.y for one in marginal), default=0.0)
    mark, mark_bottom = _mark(notice, setting)
    rules: tuple[Rule, ...] = ()
    numbers: list[SetLine] = []
    line, look = pitch(setting), setting.look(Role.DOCUMENT_NUMBER)
    if mark:
        bottom = mark_bottom + 2 * line
    if notice.document_number or notice.signers:
        # The number has a line of its own, half of whose blank is above it.
        top = bottom + (line - look.size) / 2
        numbers, bottom = _numbers(notice, top, setting)
    if mark and notice.form is not NoticeForm.ORDER:
        style = setting.template.notice
        bottom += style.red_rule_distance.pt
        colour = setting.look(Role.ISSUER).style.colour
        rules = (Rule(0.0, bottom, setting.frame.measure, style.red_rule.pt, colour),)
    return Strip(
        height=bottom + 2 * line if mark else bottom,
        lines=(*marginal, *mark, *numbers),
        rules=rules,
        keeps=True,
        is_wide=True,
    )


def _marginal(notice: Notice, setting: Setting) -> Iterator[SetLine]:
    """Yield 份号, 密级 and 紧急程度, each on its line at the left edge (7.2.1 to 7.2.3)."""
    number = 0
    if notice.copy_number:
        yield text_at(notice.copy_number, 0.0, 0.0, Role.COPY_NUMBER, setting)
        number = 1
    if security := words.security(notice):
        yield text_at(security, 0.0, pitch(setting), Role.SECURITY, setting)
        number = 2
    if notice.urgency:
        yield text_at(notice.urgency, 0.0, number * pitch(setting), Role.SECURITY, setting)


def _mark(notice: Notice, setting: Setting) -> tuple[list[SetLine], float]:
    """Return 发文机关标志 centred, as large as its look and the measure allow, and its foot."""
    top = setting.template.notice.mark_top.pt
    if notice.form is NoticeForm.ORDER:
        top = _ORDER_TOP
    if not notice.issuers:
        return [], top
    if len(notice.issuers) > 1:
        return _joint_mark(notice, top, setting)
    text, measure = notice.issuers[0] + words.mark(notice), setting.frame.measure
    look = setting.look(Role.ISSUER)
    line = one_line(text, look, setting)
    if line.width > measure:
        look = setting.look(Role.ISSUER, measure / line.width)
        line = one_line(text, look, setting)
    placed = line_at(line, (measure - line.width) / 2, top, Role.ISSUER, look)
    return [placed], top + look.size


def _joint_mark(notice: Notice, top: float, setting: Setting) -> tuple[list[SetLine], float]:
    """Return the organs below each other, equally wide, 文件 to their right (7.2.4)."""
    frame, mark, number = setting.frame, words.mark(notice), len(notice.issuers)
    whole = setting.look(Role.ISSUER)
    widest = max(one_line(name, whole, setting).width for name in notice.issuers)
    gap = _JOINT_GAP * whole.size if mark else 0.0
    total = widest + gap + one_line(mark, whole, setting).width
    stack = (_JOINT_PITCH * (number - 1) + 1) * whole.size
    scale = min(1.0, frame.measure / total, _JOINT_DEPTH * frame.depth / stack)
    look = setting.look(Role.ISSUER, scale)
    left, widest = (frame.measure - total * scale) / 2, widest * scale
    lines = [
        line_at(
            spread(one_line(name, look, setting), widest),
            left,
            top + index * _JOINT_PITCH * look.size,
            Role.ISSUER,
            look,
        )
        for index, name in enumerate(notice.issuers)
    ]
    if mark:
        x = left + widest + gap * scale
        middle = top + (stack * scale - look.size) / 2
        lines.append(line_at(one_line(mark, look, setting), x, middle, Role.ISSUER, look))
    return lines, top + stack * scale


def _numbers(notice: Notice, top: float, setting: Setting) -> tuple[list[SetLine], float]:
    """Return 发文字号 and 签发人 from *top* on, and where they end (7.2.5, 7.2.6).

    Without signers the number stands in the middle. With them it stands at the left, one
    character in, on the line of the last of them.
    """
    role, measure = Role.DOCUMENT_NUMBER, setting.frame.measure
    rows = _signers(notice, setting)
    last = top + max(len(rows) - 1, 0) * pitch(setting)
    lines: list[SetLine] = []
    if notice.document_number:
        number = text_at(notice.document_number, em(setting), last, role, setting)
        if not rows:
            number = number._replace(x=(measure - number.line.width) / 2)
        lines.append(number)
    look = setting.look(Role.SIGNER)
    right = max((line.width for line in rows), default=0.0)
    for index, line in enumerate(rows):
        x = measure - em(setting) - right
        if index:
            x += one_line(words.SIGNERS, look, setting).width
        lines.append(line_at(line, x, top + index * pitch(setting), Role.SIGNER, look))
    return lines, last + setting.look(role).size


def _signers(notice: Notice, setting: Setting) -> list[Line]:
    """Return the rows of signers; the label is in the face of the document number."""
    names, label = setting.look(Role.SIGNER), setting.look(Role.DOCUMENT_NUMBER)
    rows: list[Line] = []
    for start in range(0, len(notice.signers), _A_ROW):
        spans = [span("\u3000".join(notice.signers[start : start + _A_ROW]), names)]
        if not start:
            spans.insert(0, span(words.SIGNERS, label))
        rows += paragraph.set_paragraph(
            spans, measure=1e6, align=Align.LEFT, composition=setting.template.composition
        )
    return rows
