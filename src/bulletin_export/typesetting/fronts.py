"""An article as strips: headline, dateline, blocks, notes, address."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.composition import notice as words
from bulletin_export.model.article import Article
from bulletin_export.model.notice import Notice
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.blocks import block_strips
from bulletin_export.typesetting.boxes import boxed, padding
from bulletin_export.typesetting.codes import code_strips
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.notes import end_notes, with_foot_notes
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import ASCENT, Strip, changed
from bulletin_export.typesetting.tagging import with_tags
from bulletin_export.typesetting.texts import text_strips

#: Of the blank line below the title of a document, where the grid cannot give it whole.
_LEAST_LINE = 0.75
#: Margins leave this much of a column, in em of the body.
_ARTICLE_LEAST = 4


def article_strips(article: Article, setting: Setting) -> list[Strip]:
    """Return *article* from its kicker to its address; the first strip is its anchor."""
    place = column_place(setting)
    strips = _front(article, setting)
    strips += block_strips(article.blocks, place, setting)
    if article.notice:
        strips = _with_ends(strips, article.notice, place, setting)
    if setting.template.composition.notes == "foot":
        strips = with_foot_notes(strips, place, setting)
    else:
        strips += end_notes(place, setting)
    strips = _kept(strips, _credits(article, place, setting))
    # An address, or its code, alone on a page belongs to nothing.
    strips = _kept(strips, _address(article, place, setting))
    strips = _kept(strips, code_strips(article.metadata.address, place, setting))
    if article.notice:
        from bulletin_export.typesetting.notice.imprint import imprint_strips

        wide = replace(place, measure=setting.frame.measure)
        imprint = imprint_strips(article.notice, wide, setting)
        strips += [with_tags(strip, setting) for strip in imprint]
    return _opened(strips, article, setting)


def _opened(strips: list[Strip], article: Article, setting: Setting) -> list[Strip]:
    """Return *strips*, the first with the anchor of *article*, the last keeping nothing."""
    first, *others = strips or [Strip(height=0.0)]
    # An official document has a page of its own, whatever the template says.
    breaks = setting.look(Role.TITLE).style.page_break_before or article.notice is not None
    first = changed(
        first,
        anchors=(setting.prefix, *first.anchors),
        breaks_before=breaks or first.breaks_before,
    )
    *others, last = [first, *others]
    return [*others, changed(last, keeps=False)]


def wide_strips(text: str, role: Role, setting: Setting) -> list[Strip]:
    """Return *text* in the look of *role*, stretched over all columns, kept with what follows."""
    look, frame = setting.look(role), setting.frame
    place = replace(column_place(setting), measure=frame.measure).inset(look.left, look.right)
    blank = padding(look.style)
    strips = text_strips([span(text, look)], role, place.inset(blank, blank), setting)
    strips = boxed(strips, place, look.style)
    return [changed(strip, keeps=True, is_wide=True) for strip in strips]


def separator(setting: Setting) -> Strip:
    """Return a thin rule over all columns, for between two articles; none tops a page."""
    look = setting.look(Role.BODY)
    rule = Rule(0.0, look.pitch / 2, setting.frame.measure, HAIRLINE)
    return Strip(height=look.pitch, rules=(rule,), keeps=True, is_wide=True, parts=True)


def column_place(setting: Setting) -> Place:
    """Return a whole column as the place to set blocks."""
    least = _ARTICLE_LEAST * setting.look(Role.BODY).size
    return Place(0.0, setting.frame.column_measure, setting.frame.depth, least=least)


def _front(article: Article, setting: Setting) -> list[Strip]:
    if article.notice:
        return _notice_front(article, article.notice, setting)
    lines = front.head(article, setting.template.composition)
    return [strip for role, text in lines for strip in wide_strips(text, role, setting)]


def _with_ends(strips: list[Strip], notice: Notice, place: Place, setting: Setting) -> list[Strip]:
    """Return *strips* and the ends of *notice*; no page has the ends alone (7.3.5.5)."""
    from bulletin_export.typesetting.notice.ends import annex_strips, end_strips

    ends = [with_tags(strip, setting) for strip in end_strips(notice, place, setting)]
    ends = [*(changed(strip, keeps=True) for strip in ends[:-1]), *ends[-1:]]
    return _kept(strips, ends) + annex_strips(notice, place, setting)


def _credits(article: Article, place: Place, setting: Setting) -> list[Strip]:
    look = setting.look(Role.CREDIT)
    inner = place.inset(look.left, look.right)
    return [
        strip
        for role, text in front.credit_lines(article)
        for strip in text_strips([span(text, look)], role, inner, setting)
    ]


def _address(article: Article, place: Place, setting: Setting) -> list[Strip]:
    address = front.address_line(article, setting.template.composition)
    if not address:
        return []
    look = setting.look(Role.ADDRESS)
    target = article.metadata.address
    tag = setting.tagged("P")
    link = setting.tagged("Link", tag)
    content = [
        span(address.removesuffix(target), look),
        span(target, look, link=target, tag=link),
    ]
    return text_strips(content, Role.ADDRESS, place.inset(look.left, look.right), setting, tag=tag)


def _kept(strips: list[Strip], others: list[Strip]) -> list[Strip]:
    """Return *strips* and *others*, the last of those kept with the first of these."""
    if not others:
        return strips
    return [*strips[:-1], *(changed(strip, keeps=True) for strip in strips[-1:]), *others]


def _notice_front(article: Article, notice: Notice, setting: Setting) -> list[Strip]:
    """Return 版头, the title below it, and 主送机关 one line below that (GB/T 9704-2012, 7.3).

    The title stands exactly below the red rule, off the grid; what follows is on it again.
    """
    from bulletin_export.typesetting.notice.head import head_strip
    from bulletin_export.typesetting.notice.lines import pitch

    head = with_tags(head_strip(notice, setting), setting)
    titles = [
        changed(strip, snaps=False, space_before=0.0)
        for role, text in front.headline(article)
        for strip in wide_strips(text, role, setting)
    ]
    if titles:
        blank = titles[0].lines[0].y - ASCENT * titles[0].lines[0].size
        head = changed(head, height=max(head.height - blank, 0.0))
        titles[-1] = changed(titles[-1], space_after=_LEAST_LINE * pitch(setting))
    text = words.addressees(notice)
    to = wide_strips(text, Role.ADDRESSEES, setting) if text else []
    return [head, *titles, *to]
