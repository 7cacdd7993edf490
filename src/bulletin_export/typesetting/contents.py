"""The first part of a publication: its title, its date, and the list of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting.fronts import wide_strips
from bulletin_export.typesetting.layout import Line, LinkArea, Run
from bulletin_export.typesetting.setting import Look, Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import ASCENT, SetLine, Strip, changed
from bulletin_export.typesetting.tagging import with_tags
from bulletin_export.typesetting.texts import one_line, text_strips

#: Room for the page number, the blank around the leader, and from dot to dot, in em.
_NUMBER, _AROUND, _DOTS = 2.2, 0.4, 0.5
_UNTITLED = "—"


class Entry(msgspec.Struct, frozen=True):
    """The strips of an entry, still without its number; ``article`` counts from 1."""

    strips: tuple[Strip, ...]
    article: int


def masthead(publication: Publication, setting: Setting) -> list[Strip]:
    """Return 报头, or the publication's title and date, stretched over all columns."""
    if publication.notice:
        from bulletin_export.typesetting.notice.head import head_strip

        head = with_tags(head_strip(publication.notice, setting), setting)
        return [changed(head, anchors=("publication",))]
    lines = (
        (Role.PUBLICATION_TITLE, publication.title),
        (Role.PUBLICATION_DATE, front.issue_line(publication)),
    )
    told = [(role, text) for role, text in lines if text.strip()]
    strips = [one for role, text in told for one in wide_strips(text, role, setting)]
    if strips:
        strips[0] = changed(strips[0], anchors=("publication",))
    return strips


def entries(publication: Publication, setting: Setting) -> Iterator[Entry]:
    """Yield the list of contents, its title first; an entry's height is final."""
    setting = setting.within("Sect")
    title = wide_strips(setting.template.composition.contents_title, Role.CONTENTS_TITLE, setting)
    if title:
        title[0] = changed(title[0], anchors=(*title[0].anchors, "contents"))
        yield Entry(tuple(title), 0)
    whole = setting.tagged("TOC")
    for role, text, index in front.contents(publication):
        yield _entry(text, role, index + 1, setting, whole)


def numbered(entry: Entry, page: str, setting: Setting) -> list[Strip]:
    """Return *entry* with a leader and the number of its *page*, every line a link."""
    if not entry.article:
        return list(entry.strips)
    measure = setting.frame.measure
    strips = [_reference(strip, entry.article, measure) for strip in entry.strips]
    last = strips[-1].lines[-1]
    if last.role is not Role.CONTENTS_ENTRY:
        return strips
    look = setting.look(Role.CONTENTS_ENTRY)
    number = one_line(page, look, setting)
    x = measure - number.width
    around, step = _AROUND * look.size, _DOTS * look.size
    # Counted from the right edge, so that the dots of all entries stand below each other.
    end = measure - ceil((measure - x + around) / step) * step
    dots = _leader(last.x + last.line.width + around, end, look)
    strips[-1] = changed(
        strips[-1],
        lines=(*strips[-1].lines, SetLine(x, last.y, number, last.role, look.size, last.tag)),
        furniture=tuple(SetLine(at, last.y, line, last.role, look.size) for at, line in dots),
    )
    return strips


def _entry(text: str, role: Role, article: int, setting: Setting, whole: int) -> Entry:
    look, frame = setting.look(role), setting.frame
    room = _NUMBER * look.size + look.right
    place = Place(0.0, frame.measure, frame.depth, align=Align.LEFT, least=4 * look.size)
    # An article without a title has its place in the list all the same.
    content = [span(text if text.strip() else _UNTITLED, look)]
    reference = setting.tagged("Reference", setting.tagged("TOCI", whole))
    tag = setting.tagged("Link", reference)
    strips = text_strips(content, role, place.inset(look.left, room), setting, tag=tag)
    is_section = role is Role.CONTENTS_SECTION
    return Entry(
        tuple(changed(strip, is_wide=True, keeps=strip.keeps or is_section) for strip in strips),
        article,
    )


def _reference(strip: Strip, article: int, measure: float) -> Strip:
    target = f"#article-{article}"
    areas = tuple(
        LinkArea(0.0, top, measure, one.size, target, one.tag, one.line.text)
        for one in strip.lines
        for top in (one.y - ASCENT * one.size,)
    )
    return changed(strip, links=areas)


def _leader(start: float, end: float, look: Look) -> Sequence[tuple[float, Line]]:
    """Return dots that end at *end* and begin after *start*, if there is room for two."""
    face = look.chain.face(".")
    advance, step = face.advance(".") * look.size, _DOTS * look.size
    number = int((end - start) / step)
    if number < 2:
        return ()
    width = number * step
    run = Run(
        0.0, "." * number, face, look.size, step - advance, colour=look.style.colour, width=width
    )
    return ((end - width, Line(run.text, (run,), width, is_last=True)),)
