"""A cover: a page of its own with the publication's title, date, main items and publisher."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting.fronts import column_place
from bulletin_export.typesetting.layout import LinkArea, Rule
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import Strip, changed, stacked
from bulletin_export.typesetting.texts import text_strips

#: A title of two lines at most is so much larger than above a list of contents: 一号 becomes 小初.
_LARGE = 36 / 26
#: The title begins at this part of the type area's depth.
_HEAD = 0.16
#: Blank above and below the rule, in points, and its thickness.
_AROUND, _THICKNESS = 14.0, 1.5


def cover(publication: Publication, setting: Setting) -> Sheet:
    """Return the cover: title and date, a rule, the main items if they fit, the publisher."""
    sheet, frame = Sheet(), setting.frame
    colour = setting.look(Role.PUBLICATION_TITLE).style.colour
    head = [*_title(publication, setting), *_line(front.issue_line(publication), setting)]
    foot = _line(publication.publisher, setting)
    top = frame.top + _HEAD * frame.depth
    if head:
        block = changed(stacked(head), anchors=("publication",))
        sheet.put(block, frame.left, top)
        top += block.height + _AROUND
        sheet.rules.append(Rule(frame.left, top, frame.measure, _THICKNESS, colour))
        top += _THICKNESS + 2 * _AROUND
    bottom = frame.top + frame.depth
    if foot:
        block = stacked(foot)
        bottom -= block.height
        sheet.put(block, frame.left, bottom)
        bottom -= _AROUND
    if items := _items(publication, bottom - top, setting):
        sheet.put(items, frame.left, top)
    return sheet


def _place(setting: Setting) -> Place:
    return replace(column_place(setting), measure=setting.frame.measure)


def _title(publication: Publication, setting: Setting) -> list[Strip]:
    strips: list[Strip] = []
    if not publication.title.strip():
        return strips
    for scale in (_LARGE, 1.0):
        place = replace(_place(setting), scale=scale)
        look = setting.look(Role.PUBLICATION_TITLE, scale)
        content = [span(publication.title, look)]
        strips = text_strips(
            content, Role.PUBLICATION_TITLE, place.inset(look.left, look.right), setting
        )
        if len(strips) <= 2:
            break
    return strips


def _line(text: str, setting: Setting) -> list[Strip]:
    look = setting.look(Role.PUBLICATION_DATE)
    content = [span(text, look)] if text else []
    return text_strips(content, Role.PUBLICATION_DATE, _place(setting), setting)


def _items(publication: Publication, room: float, setting: Setting) -> Strip | None:
    """Return all articles by title, else all sections, whichever fits in *room*."""
    entries = list(front.contents(publication))
    for wanted in (entries, [one for one in entries if one[0] is Role.CONTENTS_SECTION]):
        strips = [strip for entry in wanted for strip in _item(*entry, setting)]
        if strips and (block := stacked(strips)).height <= room:
            return block
    return None


def _item(role: Role, text: str, index: int, setting: Setting) -> list[Strip]:
    look = setting.look(role)
    place = replace(_place(setting), align=Align.LEFT).inset(look.left, look.right)
    tag = setting.tagged("Link", setting.tagged("P"))
    content = [span(text, look)] if text.strip() else []
    strips = text_strips(content, role, place, setting, tag=tag)
    target, width = f"#article-{index + 1}", setting.frame.measure
    return [
        changed(strip, links=(LinkArea(0.0, 0.0, width, strip.height, target, tag, text),))
        for strip in strips
    ]
