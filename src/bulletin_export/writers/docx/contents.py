"""The list of contents: a filled field whose entries lead to bookmarks.

Page numbers are fields too. What they show before Word updates them is reckoned from
the number of lines, so that a file that is printed at once is not wrong by much.
"""

from __future__ import annotations

from math import ceil

from bulletin_export.composition import front
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Image
from bulletin_export.model.publication import Publication
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import escaped, field, paragraph, run
from bulletin_export.writers.docx.page import begins_page
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id
from bulletin_export.writers.docx.sections import Plan

#: Articles are heading 1, so toc 1; sections have a style of their own and get toc 2.
_INSTRUCTION = f'TOC \\o "1-1" \\h \\z \\t "{STYLE_NAMES[Role.SECTION_TITLE].name},2"'
_BEGIN = (
    run('<w:fldChar w:fldCharType="begin"/>')
    + run(f'<w:instrText xml:space="preserve"> {escaped(_INSTRUCTION)} </w:instrText>')
    + run('<w:fldChar w:fldCharType="separate"/>')
)
_END = run('<w:fldChar w:fldCharType="end"/>')
_LINES_OF_A_PICTURE = 12
_LINES_OF_A_MISSING_PICTURE = 2
_LINES_OF_A_MASTHEAD = 12
#: Headline, dateline and the space around them, beyond one line for each.
_LINES_OF_A_HEAD = 4


def bookmark_name(index: int) -> str:
    """Return the bookmark of the article with *index*; Word hides names that begin so."""
    return f"_Toc{index + 1:09d}"


def section_bookmark_name(index: int) -> str:
    """Return the bookmark of the section that begins with the article *index*."""
    return f"_Toc9{index + 1:08d}"


def contents_xml(publication: Publication, template: Template) -> str:
    """Return title and entries of the list of contents."""
    numbers = page_numbers(publication, template)
    entries = [entry for entry in front.contents(publication) if entry[1]]
    title = template.composition.contents_title
    parts = [paragraph(style_id(Role.CONTENTS_TITLE), text_runs(title))] if title else []
    last = len(entries) - 1
    for place, (role, text, index) in enumerate(entries):
        content = _entry(role, text, index, numbers[index])
        content = f"{_BEGIN if place == 0 else ''}{content}{_END if place == last else ''}"
        parts.append(paragraph(style_id(role), content))
    return "".join(parts)


def _entry(role: Role, text: str, index: int, page: int) -> str:
    is_section = role is Role.CONTENTS_SECTION
    name = section_bookmark_name(index) if is_section else bookmark_name(index)
    number = field(f"PAGEREF {name} \\h", str(page))
    inner = f"{text_runs(text)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inner}</w:hyperlink>'


def page_numbers(publication: Publication, template: Template) -> list[int]:
    """Return for each article the page on which it probably begins."""
    page = _lines_a_page(template)
    plan = Plan.of(publication, template)
    before = ceil(_lines_of_contents(publication) / page) + plan.has_cover
    position = 0.0 if plan.restarts else float(before)
    numbers: list[int] = []
    for section in publication.sections:
        for article in section.articles:
            title = section.title if article is section.articles[0] else ""
            if begins_page(len(numbers), title, template):
                position = ceil(position)
            numbers.append(int(position) + 1)
            position += _lines(article, template) / page
    return numbers


def _lines_of_contents(publication: Publication) -> int:
    return _LINES_OF_A_MASTHEAD + sum(1 for _ in front.contents(publication))


def _lines_a_page(template: Template) -> int:
    body = template.style(Role.BODY)
    return max(1, int(template.page.depth.pt / body.pitch.pt) * template.page.columns)


def _lines(article: Article, template: Template) -> int:
    """Return how many lines of body text *article* takes, about."""
    body = template.style(Role.BODY)
    measure = template.page.measure.pt / template.page.columns
    characters = max(1, int(measure / body.size.pt))
    words = front.words(article, template.composition)
    text = sum(ceil((len(text) + 2) / characters) for text in words)
    pictures = (
        _LINES_OF_A_PICTURE if image.media else _LINES_OF_A_MISSING_PICTURE
        for image in find(article, Image)
    )
    return _LINES_OF_A_HEAD + text + sum(pictures)
