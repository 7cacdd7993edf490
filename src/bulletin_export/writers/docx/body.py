"""The main document part: front of the publication, articles, the section's page."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import front
from bulletin_export.composition.links import external
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import PageStyle, Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.blocks import Place, blocks_xml, closed
from bulletin_export.writers.docx.contents import (
    bookmark_name,
    contents_xml,
    section_bookmark_name,
)
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, paragraph, value
from bulletin_export.writers.docx.places import places
from bulletin_export.writers.docx.roles import style_id
from bulletin_export.writers.docx.runs import text_runs
from bulletin_export.writers.docx.story import Document, Story


def document_xml(publication: Publication, document: Document, story: Story) -> str:
    """Return the main document part (ISO/IEC 29500-1 §17.2.3)."""
    parts = [_front(publication, document)] if publication.has_contents else []
    index = 0
    for section in publication.sections:
        title = section.title
        for article in section.articles:
            document.where = article.headline.title
            parts += _article(article, title, index, publication, story)
            title = ""
            index += 1
    content = closed("".join(parts), style_id(Role.BODY))
    body = f"<w:body>{content}{section_xml(document.template)}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{body}</w:document>"


def text_place(template: Template) -> Place:
    """Return the place of running text: as wide as a column of the page."""
    page = template.page
    return Place(_column_width(page, _gap(template)))


def _front(publication: Publication, document: Document) -> str:
    document.where = publication.title
    lines = (
        (Role.PUBLICATION_TITLE, publication.title),
        (Role.PUBLICATION_DATE, publication.date),
    )
    opening = "".join(paragraph(style_id(role), text_runs(text)) for role, text in lines if text)
    return opening + contents_xml(publication, document.template)


def _article(
    article: Article, section: str, index: int, publication: Publication, story: Story
) -> Iterator[str]:
    document = story.document
    template = document.template
    own = bookmark_name(index)
    document.places = places(article, own)
    yield from _head(article, section, index, publication.has_contents, document)
    dateline = front.dateline(article, template.composition)
    if dateline:
        yield paragraph(style_id(Role.DATELINE), text_runs(dateline))
    yield blocks_xml(article.blocks, story, text_place(template))
    address = front.address_line(article, template.composition)
    if address:
        yield paragraph(style_id(Role.ADDRESS), _address(address, article, story))


def _head(
    article: Article, section: str, index: int, has_contents: bool, document: Document
) -> Iterator[str]:
    """Yield section title, kicker, title and subtitle; a new page begins before the first."""
    lines = list(front.headline(article))
    if section:
        lines.insert(0, (Role.SECTION_TITLE, section))
    marks = has_contents or document.places
    if marks and all(role is not Role.TITLE for role, _ in lines):
        yield document.bookmark(bookmark_name(index))
    styles = document.template.styles
    breaks = styles[Role.TITLE].page_break_before
    for number, (role, text) in enumerate(lines):
        content = text_runs(text)
        if role is Role.TITLE and marks:
            content = document.bookmark(bookmark_name(index), content)
        elif role is Role.SECTION_TITLE and has_contents:
            content = document.bookmark(section_bookmark_name(index), content)
        wanted = breaks and number == 0
        own = (
            {}
            if styles[role].page_break_before == wanted
            else {"pageBreakBefore": "" if wanted else value(0)}
        )
        yield paragraph(style_id(role), content, own)


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


def section_xml(template: Template) -> str:
    """Return the properties of the only section (§17.6.17): furniture, page, columns, grid."""
    page, furniture = template.page, template.furniture
    references, title_page = "", ""
    if furniture.header:
        references += '<w:headerReference w:type="default" r:id="rHeader"/>'
        title_page = "" if furniture.first_page_header else "<w:titlePg/>"
    if furniture.footer:
        kinds = ("default", "first") if title_page else ("default",)
        references += "".join(
            f'<w:footerReference w:type="{kind}" r:id="rFooter"/>' for kind in kinds
        )
    gap = _gap(template)
    columns = f'<w:cols w:num="{page.columns}" w:space="{gap}"/>' if page.columns > 1 else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{page.width.twips}" w:h="{page.height.twips}"/>'
        f"{_margins(template)}{columns}{title_page}{_grid(page)}</w:sectPr>"
    )


def _margins(template: Template) -> str:
    margins, furniture = template.page.margins, template.furniture
    above = template.style(Role.HEADER).pitch.twips + furniture.header_distance.twips
    below = template.style(Role.FOOTER).pitch.twips + furniture.footer_distance.twips
    return (
        f'<w:pgMar w:top="{margins.top.twips}" w:right="{margins.right.twips}" '
        f'w:bottom="{margins.bottom.twips}" w:left="{margins.left.twips}" '
        f'w:header="{max(0, margins.top.twips - above)}" '
        f'w:footer="{max(0, margins.bottom.twips - below)}" w:gutter="0"/>'
    )


def _grid(page: PageStyle) -> str:
    if not page.grid.lines:
        return ""
    return f'<w:docGrid w:type="lines" w:linePitch="{page.depth.twips // page.grid.lines}"/>'


def _gap(template: Template) -> int:
    body = template.style(Role.BODY)
    return body.length(template.page.column_gap).twips


def _column_width(page: PageStyle, gap: int) -> int:
    return (page.measure.twips - gap * (page.columns - 1)) // page.columns
