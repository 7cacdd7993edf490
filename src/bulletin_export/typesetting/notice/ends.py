"""What ends the text of an official document, and its annexes (GB/T 9704-2012, 7.3.4 to 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Annex, Notice
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.blocks import block_strips
from bulletin_export.typesetting.layout import Bookmark, Line
from bulletin_export.typesetting.notice.lines import em, pitch, prefixed
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import ASCENT, SetLine, Strip, changed
from bulletin_export.typesetting.tagging import with_tags
from bulletin_export.typesetting.texts import one_line, text_strips

#: 右空: the date of a sealed document, the organ of one without a seal, in characters; there
#: the date begins two characters right of the organ.
_SEALED, _UNSEALED, _STEP = 4, 2, 2
#: Organs of a joint document stand at most this many in a row, so far from middle to middle:
#: a seal is 42 mm wide, and seals do not touch.
_SEALS = 3
_SEAL = 42 / 25.4 * 72
#: Rows of seals are this many lines apart.
_SEAL_LINES = 5


def end_strips(notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return 附件说明, 出席 and the like, 署名, 成文日期 and 附注, those the document has."""
    return [
        *_attachments(notice, place, setting),
        *_attendance(notice, place, setting),
        *_signature(notice, place, setting),
        *_text(words.annotation(notice), Role.ANNOTATION, place, setting),
    ]


def annex_strips(notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return the annexes, each on a new page: its mark on line 1, its title on line 3."""
    return [
        strip
        for index, annex in enumerate(notice.annexes)
        for strip in _annex(index, annex, notice, place, setting)
    ]


def _text(text: str, role: Role, place: Place, setting: Setting) -> list[Strip]:
    look = setting.look(role)
    inner = place.inset(look.left, look.right)
    return text_strips([span(text, look)], role, inner, setting) if text else []


def _attachments(notice: Notice, place: Place, setting: Setting) -> Iterator[Strip]:
    """Yield 附件说明, one line below the text; turned lines align with the name above."""
    role = Role.ATTACHMENTS
    look = setting.look(role)
    listed = list(words.attachments(notice))
    labels = (one_line(words.ATTACHMENTS + number, look, setting) for number, _ in listed)
    widest = max((label.width for label in labels), default=0.0)
    inner = place.inset(look.left + widest, look.right)
    for index, (number, name) in enumerate(listed):
        before = number if index else words.ATTACHMENTS + number
        strips = text_strips([span(name, look)], role, inner, setting)
        if before:
            mark = one_line(before, look, setting)
            label = one_line(words.ATTACHMENTS, look, setting).width if index else 0.0
            x = inner.left - widest + label
            strips = prefixed(strips, mark, x, role, look)
        if not index:
            strips[0] = changed(strips[0], space_before=pitch(setting))
        yield from strips


def _attendance(notice: Notice, place: Place, setting: Setting) -> Iterator[Strip]:
    """Yield 出席, 请假 and 列席: turned lines align behind the colon (10.3)."""
    role = Role.ATTENDANCE
    look = setting.look(role)
    for index, (label, names) in enumerate(words.attendance(notice)):
        mark = one_line(label, look, setting)
        inner = place.inset(look.left + mark.width, look.right)
        content = [span(names, setting.look(Role.BODY))]
        inner = replace(inner, is_indented=False)
        strips = text_strips(content, Role.BODY, inner, setting)
        strips = prefixed(strips, mark, inner.left - mark.width, role, look)
        if not index:
            strips[0] = changed(strips[0], space_before=pitch(setting))
        yield from strips


def _signature(notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return 署名 and 成文日期 in one piece, or line by line where a name has no room."""
    look = setting.look(Role.SIGNATURE)
    organs = [one_line(name, look, setting) for name in notice.organs]
    date = words.day(notice.date)
    if not organs and not date:
        return []
    dated = one_line(date, look, setting) if date else None
    lines = setting.template.notice.seal_lines if notice.is_sealed else 1
    before = lines * pitch(setting)
    if any(line.width > place.measure for line in organs):
        strips = [
            s
            for name in (*notice.organs, date)
            for s in _text(name, Role.SIGNATURE, place, setting)
        ]
        return [changed(strips[0], space_before=before), *strips[1:]]
    rows = _sealed if notice.is_sealed else _unsealed
    places = rows(organs, dated, place, setting)
    return [
        _row(one, place, setting, before if not n else 0.0, last=n == len(places) - 1)
        for n, one in enumerate(places)
    ]


_Row = list[tuple[float, Line]]


def _row(row: _Row, place: Place, setting: Setting, before: float, *, last: bool) -> Strip:
    look = setting.look(Role.SIGNATURE)
    baseline = (look.pitch - look.size) / 2 + ASCENT * look.size
    lines = tuple(
        SetLine(place.left + x, baseline, line, Role.SIGNATURE, look.size) for x, line in row
    )
    whole = Strip(
        height=look.pitch, lines=lines, space_before=before, snaps=look.snaps, keeps=not last
    )
    return with_tags(whole, setting)


def _sealed(organs: list[Line], date: Line | None, place: Place, setting: Setting) -> list[_Row]:
    """Return rows for sealed documents: the last organ centred over the date (7.3.5.1)."""
    right = place.measure - _SEALED * em(setting)
    width = date.width if date else max(line.width for line in organs[-1:])
    middle = right - width / 2
    rows: list[_Row] = []
    widest = max((line.width for line in organs), default=0.0)
    step = max(widest + em(setting), (middle - _SEAL / 2) / (_SEALS - 1))
    in_row = max(1, min(_SEALS, int((middle - max(widest, _SEAL) / 2 + 0.01) // step) + 1))
    # The last row is full, so that the last organ stands over the date.
    first = len(organs) % in_row or in_row
    starts = [0, *range(first, len(organs), in_row)]
    for start, end in zip(starts, [*starts[1:], len(organs)], strict=True):
        row = organs[start:end]
        if not row:
            continue
        if rows:
            rows += [[]] * (_SEAL_LINES - 1)
        centres = (middle - step * (len(row) - 1 - n) for n in range(len(row)))
        rows.append(
            [
                (min(max(centre - one.width / 2, 0.0), place.measure - one.width), one)
                for one, centre in zip(row, centres, strict=True)
            ]
        )
    if date:
        rows.append([(right - date.width, date)])
    return rows


def _unsealed(organs: list[Line], date: Line | None, place: Place, setting: Setting) -> list[_Row]:
    """Return rows for documents without a seal (7.3.5.2): organs two characters in at the right.

    The date begins two characters right of the first organ; if it is longer than that, it
    ends two characters in and the organ moves left.
    """
    character = em(setting)
    right = place.measure - _UNSEALED * character
    if date is None:
        return [[(right - line.width, line)] for line in organs]
    if not organs:
        return [[(right - date.width, date)]]
    x = right - organs[0].width
    if date.width > organs[0].width:
        x = right - date.width - _STEP * character
    rows: list[_Row] = [[(max(x, 0.0), organs[0])]]
    rows += [[(right - line.width, line)] for line in organs[1:]]
    return [*rows, [(max(x, 0.0) + _STEP * character, date)]]


def _annex(index: int, annex: Annex, notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    text = words.annex_mark(index, notice)
    first, *rest = _text(text, Role.ANNEX_MARK, place, setting)
    anchor = f"{setting.prefix}-annex-{index + 1}"
    setting.headings.append(Bookmark(1, f"{text} {annex.title}".strip(), anchor))
    title = _text(annex.title, Role.ANNEX_TITLE, place, setting)
    if title:
        # A title has a line of its own size; the blank lines are those of the grid.
        title[0] = changed(title[0], space_before=pitch(setting))
        title[-1] = changed(title[-1], space_after=pitch(setting))
    return [
        changed(first, breaks_before=True, keeps=True, anchors=(anchor,), space_after=0.0),
        *rest,
        *title,
        *block_strips(annex.blocks, place, setting),
    ]
