"""The main document part: the front of the publication, then its articles."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bulletin_export.composition import front
from bulletin_export.composition.caption_numbers import Captions
from bulletin_export.composition.links import external
from bulletin_export.composition.notice import Said
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, TextStyle
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import blocks_xml, closed
from bulletin_export.writers.docx.content.places import (
    bookmark_name,
    places,
    section_bookmark_name,
)
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.content.titles import TITLES, title_runs
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, paragraph, value
from bulletin_export.writers.docx.page import begins_page, section_xml, text_place
from bulletin_export.writers.docx.roles import style_id


def document_xml(publication: Publication, document: Document, story: Story) -> Iterator[str]:
    """Yield the main document part (ISO/IEC 29500-1 §17.2.3), a few blocks at a time."""
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    last = ""
    for piece in filter(None, _content(publication, document, story)):
        yield last
        last = piece
    yield closed(last, style_id(Role.BODY))
    yield f"{section_xml(document.template)}</w:body></w:document>"


def _content(publication: Publication, document: Document, story: Story) -> Iterator[str]:
    publication = front.paged(publication, document.template.furniture)
    yield from _front(publication, document)
    index = 0
    for section in publication.sections:
        title = section.title
        for article in section.articles:
            document.where = article.headline.title
            breaks = begins_page(index, title, publication, document.template)
            opening = _Opening(index, title, breaks, publication.has_contents)
            yield from _article(article, opening, story)
            title = ""
            index += 1


class _Opening(msgspec.Struct, frozen=True):
    """How an article begins."""

    index: int
    #: The title of the section that it is the first of, or nothing.
    section: str
    on_new_page: bool
    is_in_contents: bool


def _front(publication: Publication, document: Document) -> Iterator[str]:
    """Yield the masthead of many articles and, if it is wanted, the list of contents."""
    template = document.template
    if publication.has_contents or publication.count > 1:
        if publication.title:
            role = Role.PUBLICATION_TITLE
            yield paragraph(style_id(role), title_runs(publication.title, role, template))
        if front.issue_date(publication):
            yield paragraph(
                style_id(Role.PUBLICATION_DATE), text_runs(front.issue_date(publication))
            )
    if publication.has_contents:
        yield from _contents(publication, document)


def _contents(publication: Publication, document: Document) -> Iterator[str]:
    from bulletin_export.writers.docx.contents import contents_xml
    from bulletin_export.writers.docx.pagination import page_numbers

    numbers, remarks = page_numbers(publication, document.template, document.fonts)
    document.diagnostics += remarks
    return contents_xml(publication, document.template, numbers)


def _article(article: Article, opening: _Opening, story: Story) -> Iterator[str]:
    document = story.document
    template = document.template
    document.places = places(article, bookmark_name(opening.index))
    if opening.index and template.composition.article_rule and not opening.on_new_page:
        yield paragraph(roles.RULE.identifier, "")
    yield from _head(article, opening, document)
    document.captions = Captions()
    document.begin_outline()
    yield blocks_xml(article.blocks, story, text_place(template))
    for part in front.tail(article):
        if isinstance(part, Said):
            yield paragraph(style_id(part.role), text_runs(part.text))
        else:
            document.begin_outline()
            yield blocks_xml(part, story, text_place(template))
    address = front.address_line(article, template.composition)
    if address:
        yield paragraph(style_id(Role.ADDRESS), _address(address, article, story))
    if template.composition.qr:
        from bulletin_export.writers.docx.content.codes import code_xml

        yield code_xml(article.metadata.address, story, text_place(template).width)


def _head(article: Article, opening: _Opening, document: Document) -> Iterator[str]:
    """Yield section title and all above the blocks; a new page begins before the first."""
    lines = list(front.head(article, document.template.composition))
    if opening.section:
        lines.insert(0, Said(Role.SECTION_TITLE, opening.section))
    names = {}
    if opening.is_in_contents or document.places:
        names[Role.TITLE] = bookmark_name(opening.index)
        names[Role.SECTION_TITLE] = section_bookmark_name(opening.index)
        if not article.headline.title:
            yield document.bookmark(names[Role.TITLE])
    for number, (role, text) in enumerate(lines):
        name = names.get(role)
        content = title_runs(text, role, document.template) if role in TITLES else text_runs(text)
        yield paragraph(
            style_id(role),
            document.bookmark(name, content) if name else content,
            _page_break(document.template.style(role), opening.on_new_page and number == 0),
        )


def _page_break(look: TextStyle, wanted: bool) -> dict[str, str]:
    """Return what a paragraph says where its style and its place want different things."""
    if look.page_break_before == wanted:
        return {}
    return {"pageBreakBefore": "" if wanted else value(0)}


def _address(line: str, article: Article, story: Story) -> str:
    address = article.metadata.address
    usable = external(address)
    if not usable:
        return text_runs(line)
    before, _, after = line.partition(address)
    style = {"rStyle": value(roles.HYPERLINK.identifier)}
    number = story.relationships.hyperlink(usable)
    return (
        f'{text_runs(before)}<w:hyperlink r:id="{number}" w:history="1">'
        f"{text_runs(address, style)}</w:hyperlink>{text_runs(after)}"
    )
