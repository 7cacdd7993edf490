"""The main document part: the front of the publication, then its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from bulletin_export.composition import front
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
from bulletin_export.writers.docx.parts.furniture import Furniture
from bulletin_export.writers.docx.roles import style_id
from bulletin_export.writers.docx.sections import Beginning, Plan, Section


def document_xml(
    publication: Publication, story: Story, plan: Plan, furniture: Furniture
) -> Iterator[str]:
    """Yield the main document part (ISO/IEC 29500-1 §17.2.3), a few blocks at a time.

    A section is described in its last paragraph, the last section after all of them.
    """
    template = story.document.template
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    last, described = "", ""
    for piece in _content(publication, story, plan, plan.has_front):
        if isinstance(piece, Section):
            last = closed(last, style_id(Role.BODY))
            last = _marked(last, piece.mark, story.document)
            described = section_xml(piece, template, furniture.references(piece))
        elif piece:
            yield _with_section(last, described)
            last, described = piece, ""
    yield f"{last}{described}</w:body></w:document>"


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
    # Notes that stand at the ends of sections that are over.
    index, closed_notes = 0, 0
    for section in publication.sections:
        title = section.title
        for article in section.articles:
            document.where = article.headline.title
            breaks = begins_page(index, title, document.template)
            opening = _Opening(index, title, breaks, is_listed)
            if plan.columns > 1:
                yield from _in_columns(article, opening, story, plan)
            else:
                if plan.has_end_notes and len(document.notes) > closed_notes:
                    yield plan.body(opens=not closed_notes, begins="continuous", ends=False)
                    closed_notes = len(document.notes)
                yield from _article(article, opening, story)
            title = ""
            index += 1
    if plan.columns > 1:
        yield paragraph(roles.BLANK.identifier, "")
    opens = not index if plan.columns > 1 else not closed_notes
    yield plan.body(opens=opens, begins="continuous")


class _Opening(msgspec.Struct, frozen=True):
    """How an article begins."""

    index: int
    #: The title of the section that it is the first of, or nothing.
    section: str
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
    if plan.has_masthead:
        if publication.title:
            role = Role.PUBLICATION_TITLE
            yield paragraph(style_id(role), title_runs(publication.title, role, template))
        if front.issue_date(publication):
            yield paragraph(
                style_id(Role.PUBLICATION_DATE), text_runs(front.issue_date(publication))
            )
    if plan.has_contents:
        yield from contents_of(publication, document)
        # Word writes entries anew, and with the last one its section would go.
        yield paragraph(roles.BLANK.identifier, "")
        yield plan.contents()


def contents_of(publication: Publication, document: Document) -> Iterator[str]:
    """Yield the list of contents with the page numbers of our own layout."""
    from bulletin_export.writers.docx.contents import contents_xml
    from bulletin_export.writers.docx.pagination import page_numbers

    numbers, remarks = page_numbers(publication, document.template, document.fonts)
    document.diagnostics += remarks
    return contents_xml(publication, document.template, numbers)


def _in_columns(
    article: Article, opening: _Opening, story: Story, plan: Plan
) -> Iterator[str | Section]:
    """Yield *article* with its head over all columns, which its text is divided into."""
    parts = _article(article, opening, story)
    head = next(parts)
    begins: Beginning = "nextPage" if opening.on_new_page or not opening.index else "continuous"
    # Without a title there is nothing but perhaps a bookmark, and no paragraph to end with.
    has_head = head.endswith("</w:p>")
    if has_head:
        yield head
        yield plan.body(opens=not opening.index, begins=begins, ends=False)
        head, begins = "", "continuous"
    text = "".join(parts)
    if text:
        opens = not (opening.index or has_head)
        yield head + text
        yield plan.body(opens=opens, columns=plan.columns, begins=begins, ends=False)
    elif head:
        yield head


def _article(article: Article, opening: _Opening, story: Story) -> Iterator[str]:
    """Yield all above the blocks of *article*, the blocks, and all below them."""
    document = story.document
    template = document.template
    document.places = places(article, bookmark_name(opening.index))
    is_parted = opening.index and template.composition.article_rule and not opening.on_new_page
    rule = paragraph(roles.RULE.identifier, "", {"keepNext": ""}) if is_parted else ""
    yield rule + "".join(_head(article, opening, document))
    document.captions = None
    document.begin_outline()
    text = blocks_xml(article.blocks, story, text_place(template))
    if article.notice is None:
        yield text
    else:
        from bulletin_export.writers.docx.content.notice.ends import kept_with_ends, tail_xml
        from bulletin_export.writers.docx.content.notice.head import foot_rule_xml

        yield foot_rule_xml(article.notice, template)
        yield kept_with_ends(text, article.notice)
        yield from tail_xml(article.notice, story, text_place(template))
    address = front.address_line(article, template.composition)
    if address:
        yield paragraph(style_id(Role.ADDRESS), _address(address, article, story))
    if template.composition.qr:
        from bulletin_export.writers.docx.content.codes import code_xml

        yield code_xml(article.metadata.address, story, text_place(template).width)


def _head(article: Article, opening: _Opening, document: Document) -> Iterator[str]:
    """Yield section title and all above the blocks; a new page begins before the first."""
    names = {}
    if opening.is_listed or document.places:
        names[Role.TITLE] = bookmark_name(opening.index)
        names[Role.SECTION_TITLE] = section_bookmark_name(opening.index)
        if not article.headline.title:
            yield document.bookmark(names[Role.TITLE])
    # An official document has a page of its own, whatever the template says.
    breaks = opening.on_new_page or (article.notice is not None and opening.index > 0)
    lines = [Said(Role.SECTION_TITLE, opening.section)] if opening.section else []
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
    lines: list[Said], names: Mapping[Role, str], document: Document, *, breaks: bool
) -> Iterator[str]:
    """Yield *lines* with the bookmarks *names*; the first begins a page, if it *breaks* there."""
    template = document.template
    for number, (role, text) in enumerate(lines):
        name = names.get(role)
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
