"""Text of one role to strips: lines aligned, kept together, linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter

from bulletin_export.model.nodes import Image, Inline
from bulletin_export.styling.template import Align, Composition, Role
from bulletin_export.typesetting import paragraph, title
from bulletin_export.typesetting.figures import picture_strip
from bulletin_export.typesetting.inline_pictures import parted, placed
from bulletin_export.typesetting.layout import UNTAGGED, Line, LinkArea, Run, Span
from bulletin_export.typesetting.setting import Look, Place, Setting
from bulletin_export.typesetting.spans import span, spans
from bulletin_export.typesetting.strips import ASCENT, SetLine, Strip, changed, moved
from bulletin_export.typesetting.tagging import kind_of, leading_pictures, tag_picture

#: Set by sense, in balanced lines.
TITLES = frozenset(
    {Role.PUBLICATION_TITLE, Role.SECTION_TITLE, Role.KICKER, Role.TITLE, Role.SUBTITLE}
)


def inline_strips(
    inlines: Sequence[Inline], role: Role, place: Place, setting: Setting
) -> list[Strip]:
    """Return *inlines* as one paragraph of *role*; large pictures stand above or below it."""
    look = setting.look(role, place.scale)
    # Tags stand in reading order: pictures above the words come before them.
    first = {id(one): tag_picture(one, place.tag, setting) for one in leading_pictures(inlines)}
    tag = setting.tagged(kind_of(role), place.tag)
    parts = parted(spans(inlines, look, setting, tag), look, setting, tag)

    def picture(image: Image) -> Strip:
        return picture_strip(image, place, setting, tag=first.pop(id(image), UNTAGGED))

    return [
        *map(picture, parts.above),
        *text_strips(parts.content, role, place, setting, images=parts.small, tag=tag),
        *map(picture, parts.below),
    ]


def text_strips(
    content: Sequence[Span],
    role: Role,
    place: Place,
    setting: Setting,
    *,
    images: Sequence[Image] = (),
    tag: int = UNTAGGED,
) -> list[Strip]:
    """Return *content* as one paragraph in the look of *role*, a strip for each line.

    *images* are what stands for the U+FFFC in it. Without a *tag* it gets one of its role.
    """
    if not content:
        return []
    if tag == UNTAGGED:
        tag = setting.tagged(kind_of(role), place.tag)
    indent = setting.look(role, place.scale).indent if place.is_indented else 0.0
    lines = broken(content, role, place, setting, indent=indent)
    return line_strips(lines, content, role, place, setting, images=images, tag=tag)


def broken(
    content: Sequence[Span], role: Role, place: Place, setting: Setting, *, indent: float
) -> tuple[Line, ...]:
    """Return the lines of *content*, as broken to the measure of *place*."""
    align = place.align or setting.look(role).align
    composition = setting.template.composition
    if role in TITLES:
        return title.set_title(
            content,
            measure=place.measure,
            align=align,
            composition=composition,
            language=setting.language,
        )
    if align in (Align.CENTRE, Align.RIGHT):
        indent = 0.0
    return paragraph.set_paragraph(
        content,
        measure=place.measure,
        indent=min(indent, place.measure / 2),
        align=align,
        composition=composition,
    )


def line_strips(
    lines: Sequence[Line],
    content: Sequence[Span],
    role: Role,
    place: Place,
    setting: Setting,
    *,
    images: Sequence[Image] = (),
    tag: int = UNTAGGED,
) -> list[Strip]:
    """Return *lines* as strips: kept together as the template and the role's look demand."""
    look = setting.look(role, place.scale)
    baseline = (look.pitch - look.size) / 2 + ASCENT * look.size
    last = len(lines) - 1
    has_links = any(one.link for one in content)
    keeps_all, keeps_next = look.style.keep_together, look.style.keep_with_next
    widows = setting.template.composition.widows
    strips = []
    for index, (line, pictures) in enumerate(placed(lines, images, setting)):
        strips.append(
            Strip(
                height=look.pitch,
                lines=(SetLine(place.left, baseline, line, role, look.size, tag),),
                pictures=tuple(moved(one, place.left, baseline) for one in pictures),
                space_before=0.0 if index else look.before,
                space_after=0.0 if index < last else look.after,
                # So many lines at least on either side of a page's end.
                keeps=keeps_next
                if index == last
                else keeps_all or index < widows - 1 or index > last - widows,
                snaps=look.snaps,
            )
        )
    if has_links:
        strips = [linked(strip) for strip in strips]
    return strips


def one_line(
    text: str, look: Look, setting: Setting, *, link: str = "", tag: int = UNTAGGED
) -> Line:
    """Return *text* as a single line, however long."""
    return _alone(span(text, look, link=link, tag=tag), setting.template.composition)


@lru_cache(maxsize=512)
def _alone(content: Span, composition: Composition) -> Line:
    """Return *content* as a line; heads and feet of one document are those of the next."""
    lines = paragraph.set_paragraph(
        [content], measure=1e6, align=Align.LEFT, composition=composition
    )
    return lines[0] if lines else Line(content.text, (), 0.0, is_last=True)


def linked(strip: Strip) -> Strip:
    """Return *strip* with the areas of its links, and a way back to the marks of its notes."""
    found = tuple(area for one in strip.lines for area in areas(one))
    marks = tuple(
        area.target[1:].replace("-note-", "-mark-")
        for area in found
        if area.target.startswith("#") and "-note-" in area.target
    )
    return changed(strip, links=strip.links + found, anchors=strip.anchors + marks)


def areas(one: SetLine) -> Iterable[LinkArea]:
    """Yield the areas of the links in *one*; neighbouring runs of a link make one area."""
    for (target, tag), group in groupby(_tagged_runs(one), key=itemgetter(0, 1)):
        if target:
            runs = [run for _, _, run in group]
            start, end = runs[0].x, runs[-1].x + runs[-1].width
            words = "".join([run.text for run in runs])
            x, top = one.x + start, one.y - ASCENT * one.size
            yield LinkArea(x, top, end - start, one.size, target, tag, words)


def _tagged_runs(one: SetLine) -> Iterator[tuple[str, int, Run]]:
    """Yield the runs of *one* with their links, and the tags of these."""
    runs = iter(one.line.runs)
    for part in one.line.parts:
        tag = one.tag if part.tag == UNTAGGED else part.tag
        yield from ((run.link, tag, run) for run in islice(runs, part.runs))
    yield from ((run.link, one.tag, run) for run in runs)
