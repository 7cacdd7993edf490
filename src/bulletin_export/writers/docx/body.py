"""The main document part: the front of the publication, then its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.composition.links import external
from bulletin_export.composition.notice import Said
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, TextStyle
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import closed
from bulletin_export.writers.docx.content.places import (
    bookmark_name,
    places,
    section_bookmark_name,
)
from bulletin_export.writers.docx.content.rooms import Room, in_rooms, room_xml
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.content.titles import TITLES, title_runs
from bulletin_export.writers.docx.flow import Flow
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, paragraph, value
from bulletin_export.writers.docx.page import begins_page, section_xml, text_place
from bulletin_export.writers.docx.parts.furniture import Furniture
from bulletin_export.writers.docx.roles import FOOTNOTES, style_id
from bulletin_export.writers.docx.sections import Beginning, Plan, Section


def document_xml(
    publication: Publication, story: Story, plan: Plan, furniture: Furniture
) -> Iterator[str]:
    """Yield the main document part (ISO/IEC 29500-1 §17.2.3), a few blocks at a time.

    A section is described in its last paragraph, the last section after all of them.
    """
    template = story.document.template
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    last, described, section, is_parted = "", "", None, False
    is_listed = plan.has_front or plan.has_contents
    for piece in _content(publication, story, plan, is_listed):
        if isinstance(piece, Section):
            last = closed(last, style_id(Role.BODY))
            last = _marked(last, piece.mark, story.document)
            section, is_parted = piece, is_parted or piece.begins_notes
            described = section_xml(piece, template, furniture.references(piece))
        elif piece:
            yield _with_section(last, described)
            last, described = piece, ""
    if section and is_parted and story.document.note_kind is FOOTNOTES:
        end, rest = _ended(section, last)
        if rest:
            before = last.removesuffix(rest)
            yield _with_section(before, described)
            last = rest
        described = section_xml(end, template, furniture.references(end))
    yield f"{last}{described}</w:body></w:document>"


def _ended(section: Section, xml: str) -> tuple[Section, str]:
    """Return the last section of all, and the paragraph it gets if *section* cannot be it.

    It says that notes are counted on. LibreOffice has one rule for all notes of a document, the
    last one said, and has zeros for their numbers if it never changes.
    """
    if not section.begins_notes:
        return replace(section, counts_notes_on=True), ""
    before, opening, rest = xml.rpartition("<w:p>")
    if not before.endswith("</w:p>") or "<w:footnoteReference" in rest:
        return section, ""
    end = replace(
        section,
        begins="continuous",
        numbers="",
        is_titled=False,
        begins_notes=False,
        counts_notes_on=True,
    )
    return end, opening + rest


def _with_section(xml: str, section: str) -> str:
    """Return *xml* with *section* in the properties of its last paragraph, as their last."""
    if not section:
        return xml
    before, paragraph, end = xml.rpartition("<w:p>")
    return f"{before}{paragraph}{end.replace('</w:pPr>', f'{section}</w:pPr>', 1)}"


def _marked(xml: str, name: str, document: Document) -> str:
    """Return *xml* with the bookmark *name* at the end of its last paragraph."""
    return f"{xml.removesuffix('</w:p>')}{document.bookmark(name)}</w:p>" if name else xml


def content_xml(
    publication: Publication, story: Story, plan: Plan, *, is_listed: bool
) -> Iterator[str]:
    """Yield what stands in a body whose sections are those of another document.

    *is_listed* says that contents, here or elsewhere, lead to the articles.
    """
    last = ""
    for piece in _content(publication, story, plan, is_listed):
        if piece and not isinstance(piece, Section):
            yield last
            last = piece
    yield closed(last, style_id(Role.BODY))


def _content(
    publication: Publication, story: Story, plan: Plan, is_listed: bool
) -> Iterator[str | Section]:
    """Yield all that stands in the body, and each section when it is over."""
    document = story.document
    yield from _front(publication, document, plan)
    flow = Flow(plan)
    index = 0
    opened: list[str] = []
    for section in publication.sections:
        # The title of a section without articles stands above that of the next.
        opened += [section.title] if section.title else []
        for article in section.articles:
            document.where = article.headline.title
            # An official document has a page of its own, whatever the template says.
            breaks = begins_page(index, "".join(opened), document.template)
            breaks = breaks or (article.notice is not None and index > 0)
            opening = _Opening(index, tuple(opened), breaks, is_listed)
            is_first_of_columns = plan.columns > 1 and not index
            begins: Beginning = "nextPage" if breaks or is_first_of_columns else "continuous"
            yield from flow.begin_article(begins, article)
            yield from _article(article, opening, story, flow)
            opened = []
            index += 1
    names = {Role.SECTION_TITLE: section_bookmark_name(index)}
    yield from _lines([Said(Role.SECTION_TITLE, one) for one in opened], names, document)
    if publication.notice:
        from bulletin_export.writers.docx.content.notice.imprint import imprint_xml

        yield imprint_xml(publication.notice, document.template)
    if plan.columns > 1:
        yield from flow.end()
        yield paragraph(roles.BLANK.identifier, "")
    yield flow.section()


class _Opening(msgspec.Struct, frozen=True):
    """How an article begins."""

    index: int
    #: The titles of the sections that it is the first of, the outer one first.
    sections: tuple[str, ...]
    on_new_page: bool
    #: Contents or cover lead to it.
    is_listed: bool


def _front(publication: Publication, document: Document, plan: Plan) -> Iterator[str | Section]:
    """Yield cover or masthead of many articles and, if it is wanted, the list of contents."""
    template = document.template
    if plan.has_cover:
        from bulletin_export.writers.docx.cover import cover_xml

        yield cover_xml(publication, template)
        yield plan.cover()
    if plan.has_masthead and publication.notice:
        from bulletin_export.writers.docx.content.notice.head import head_xml

        yield head_xml(publication.notice, template, begins_page=False)
        yield paragraph(roles.BELOW_RED_RULE.identifier, "")
    elif plan.has_masthead:
        yield from _lines(list(front.publication_head(publication)), {}, document, breaks=False)
    if plan.has_contents:
        yield from contents_of(publication, document)
        # Word writes entries anew, and with the last one its section would go.
        yield paragraph(roles.BLANK.identifier, "")
    if plan.has_contents_apart:
        yield plan.contents()


def contents_of(publication: Publication, document: Document) -> Iterator[str]:
    """Yield the list of contents with the page numbers of our own layout."""
    from bulletin_export.writers.docx.contents import contents_xml
    from bulletin_export.writers.docx.pagination import page_numbers

    numbers, remarks = page_numbers(publication, document.template, document.fonts)
    document.diagnostics += remarks
    return contents_xml(publication, document.template, numbers)


def _article(
    article: Article, opening: _Opening, story: Story, flow: Flow
) -> Iterator[str | Section]:
    """Yield all above the blocks of *article*, the blocks, and all below them."""
    document = story.document
    template = document.template
    own, wanted = bookmark_name(opening.index), document.inner.places.get(opening.index, ())
    document.places = places(article, own, wanted)
    is_parted = opening.index and template.composition.article_rule and not opening.on_new_page
    rule = paragraph(roles.RULE.identifier, "", {"keepNext": ""}) if is_parted else ""
    head = rule + "".join(_head(article, opening, document))
    # Without a title there is nothing but perhaps a bookmark, and no paragraph to end with.
    if head.endswith("</w:p>"):
        yield from flow.enter()
        yield head
        head = ""
    for room, xml in _parts(article, story, flow.plan):
        if xml:
            yield from flow.enter(columns=room.columns, is_turned=room.is_turned)
            yield head + xml
            head, flow.notes = "", len(document.notes)
    if head:
        yield from flow.enter()
        yield closed(head, style_id(Role.BODY))


def _parts(article: Article, story: Story, plan: Plan) -> Iterator[tuple[Room, str]]:
    """Yield the blocks of *article*, and all below them, with the room that they need."""
    document = story.document
    template = document.template
    document.captions = None
    document.begin_outline()
    column = Room(text_place(template), plan.columns)
    if article.notice:
        from bulletin_export.writers.docx.content.notice.head import foot_rule_xml

        yield column, foot_rule_xml(article.notice, template)
    for room, blocks in in_rooms(article.blocks, story, plan):
        text = room_xml(room, blocks, story)
        if article.notice:
            from bulletin_export.writers.docx.content.notice.ends import kept_with_ends

            text = kept_with_ends(text, article.notice)
        yield room, text
    yield column, "".join(_tail(article, story))


def _tail(article: Article, story: Story) -> Iterator[str]:
    """Yield all below the blocks of *article*."""
    template = story.document.template
    if article.notice:
        from bulletin_export.writers.docx.content.notice.ends import tail_xml

        yield from tail_xml(article.notice, story, text_place(template))
    for role, text in front.credit_lines(article):
        yield paragraph(style_id(role), text_runs(text))
    address = front.address_line(article, template.composition)
    if address:
        yield paragraph(style_id(Role.ADDRESS), _address(address, article, story))
    if template.composition.qr:
        from bulletin_export.writers.docx.content.codes import code_xml

        yield code_xml(article.metadata.address, story, text_place(template).width)


def _head(article: Article, opening: _Opening, document: Document) -> Iterator[str]:
    """Yield section title and all above the blocks; a new page begins before the first."""
    names = {}
    if opening.is_listed or document.places or document.inner.leads_to(opening.index):
        names[Role.TITLE] = bookmark_name(opening.index)
        names[Role.SECTION_TITLE] = section_bookmark_name(opening.index)
        if not article.headline.title:
            yield document.bookmark(names[Role.TITLE])
    breaks = opening.on_new_page
    lines = [Said(Role.SECTION_TITLE, title) for title in opening.sections]
    if article.notice:
        from bulletin_export.writers.docx.content.notice.head import head_xml

        yield from _lines(lines, names, document, breaks=breaks)
        breaks = breaks and not lines
        head = head_xml(article.notice, document.template, begins_page=breaks)
        yield head
        breaks, lines = breaks and not head, []
        if head and document.template.style(Role.TITLE).page_break_before:
            yield paragraph(roles.BELOW_RED_RULE.identifier, "")
    lines += (Said(role, text) for role, text in front.headline(article))
    lines += front.below_headline(article, document.template.composition)
    yield from _lines(lines, names, document, breaks=breaks)


def _lines(
    lines: list[Said], names: Mapping[Role, str], document: Document, *, breaks: bool = True
) -> Iterator[str]:
    """Yield *lines* with the bookmarks *names*; the first begins a page, if it *breaks* there."""
    template, left = document.template, dict(names)
    for number, (role, text) in enumerate(lines):
        name = left.pop(role, None)
        content = title_runs(text, role, template) if role in TITLES else text_runs(text)
        yield paragraph(
            style_id(role),
            document.bookmark(name, content) if name else content,
            _page_break(template.style(role), breaks and number == 0),
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
