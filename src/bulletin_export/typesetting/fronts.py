"""An article as strips: headline, dateline, blocks, notes, address."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.article import Article
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.blocks import block_strips
from bulletin_export.typesetting.notes import end_notes, with_foot_notes
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import Strip, changed
from bulletin_export.typesetting.texts import text_strips

#: Margins leave this much of a column, in em of the body.
_ARTICLE_LEAST = 4


def article_strips(article: Article, setting: Setting) -> list[Strip]:
    """Return *article* from its kicker to its address; the first strip is its anchor."""
    place = column_place(setting)
    strips = _front(article, setting)
    strips += block_strips(article.blocks, place, setting)
    if setting.template.composition.notes == "foot":
        strips = with_foot_notes(strips, place, setting)
    else:
        strips += end_notes(place, setting)
    address = front.address_line(article, setting.template.composition)
    if address:
        look = setting.look(Role.ADDRESS)
        target = article.metadata.address
        label = span(address.removesuffix(target), look)
        content = [label, span(target, look, link=target)]
        inset = place.inset(look.left, look.right)
        if strips:
            # An address alone on a page belongs to nothing.
            strips[-1] = changed(strips[-1], keeps=True)
        strips += text_strips(content, Role.ADDRESS, inset, setting)
    if not strips:
        strips = [Strip(height=0.0)]
    first, last = strips[0], changed(strips[-1], keeps=False)
    strips = [*strips[:-1], last]
    anchors = (setting.prefix, *strips[0].anchors)
    breaks = setting.look(Role.TITLE).style.page_break_before
    return [
        changed(strips[0], anchors=anchors, breaks_before=breaks or first.breaks_before),
        *strips[1:],
    ]


def wide_strips(text: str, role: Role, setting: Setting) -> list[Strip]:
    """Return *text* in the look of *role*, stretched over all columns, kept with what follows."""
    look, frame = setting.look(role), setting.frame
    place = replace(column_place(setting), measure=frame.measure).inset(look.left, look.right)
    strips = text_strips([span(text, look)], role, place, setting)
    return [changed(strip, keeps=True, is_wide=True) for strip in strips]


def column_place(setting: Setting) -> Place:
    """Return a whole column as the place to set blocks."""
    least = _ARTICLE_LEAST * setting.look(Role.BODY).size
    return Place(0.0, setting.frame.column_measure, setting.frame.depth, least=least)


def _front(article: Article, setting: Setting) -> list[Strip]:
    lines = list(front.headline(article))
    dateline = front.dateline(article, setting.template.composition)
    if dateline:
        lines.append((Role.DATELINE, dateline))
    return [strip for role, text in lines for strip in wide_strips(text, role, setting)]
