"""The cover: a page of its own with the publication's title, date, main items and publisher."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.places import bookmark_name, section_bookmark_name
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.page_styles import AROUND, HEAD, LARGE
from bulletin_export.writers.docx.widths import em_width

_ITEMS = {
    Role.CONTENTS_SECTION: roles.COVER_SECTION,
    Role.CONTENTS_ENTRY: roles.COVER_ENTRY,
}


def cover_xml(publication: Publication, template: Template) -> str:
    """Return the cover: title and date, a rule, and the main items if they fit.

    The publisher, at the foot of the type area, is the foot of this page (`furniture`).
    """
    return "".join((*_head(publication, template), *_items(publication, template)))


def _head(publication: Publication, template: Template) -> Iterator[str]:
    if publication.title.strip():
        is_long = _lines(publication.title, Role.PUBLICATION_TITLE, template, LARGE) > 2
        style = roles.COVER_LONG_TITLE if is_long else roles.COVER_TITLE
        yield paragraph(style.identifier, text_runs(publication.title))
    # The rule is the lower border of this one, which stands without words, too.
    yield paragraph(roles.COVER_DATE.identifier, text_runs(front.issue_line(publication)))


def _items(publication: Publication, template: Template) -> list[str]:
    """Return all articles by title, else all sections, whichever fits."""
    entries = [entry for entry in front.contents(publication) if entry[1].strip()]
    room = _room(publication, template)
    for wanted in (entries, [one for one in entries if one[0] is Role.CONTENTS_SECTION]):
        if wanted and sum(_depth(text, role, template) for role, text, _ in wanted) <= room:
            return [_item(*one) for one in wanted]
    return []


def _item(role: Role, text: str, index: int) -> str:
    is_section = role is Role.CONTENTS_SECTION
    anchor = section_bookmark_name(index) if is_section else bookmark_name(index)
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{text_runs(text)}</w:hyperlink>'
    return paragraph(_ITEMS[role].identifier, link)


def _room(publication: Publication, template: Template) -> float:
    """Return about how much of the page is left for the items, in points."""
    title, date = Role.PUBLICATION_TITLE, Role.PUBLICATION_DATE
    lines = _lines(publication.title, title, template, LARGE)
    scale = LARGE if lines <= 2 else 1.0
    lines = _lines(publication.title, title, template, scale)
    above = HEAD * template.page.depth.pt + lines * template.style(title).pitch.pt * scale
    foot = 2 * template.style(date).pitch.pt + 4 * AROUND
    return template.page.depth.pt - above - foot - AROUND


def _depth(text: str, role: Role, template: Template) -> float:
    look = template.style(role)
    blank = look.length(look.space_before).pt + look.length(look.space_after).pt
    return _lines(text, role, template) * look.pitch.pt + blank


def _lines(text: str, role: Role, template: Template, scale: float = 1.0) -> int:
    """Return how many lines *text* takes, about."""
    look = template.style(role)
    margins = look.length(look.margin_left).pt + look.length(look.margin_right).pt
    room = template.page.measure.pt - margins * scale
    return max(1, ceil(em_width(text) * look.size.pt * scale / max(room, look.size.pt)))
