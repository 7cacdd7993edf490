"""On which page each article begins, for the list of contents.

Word reckons its pages itself, when somebody updates the list. Until then it shows what is
written: the pages of our own layout, which sets the same template by the same rules, so
that a file that is printed at once has the right numbers. `docs/word.md` tells how near
they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from bulletin_export.composition import front
from bulletin_export.composition.counting import counted
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import FontError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Image
from bulletin_export.model.publication import Publication
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.page import begins_page
from bulletin_export.writers.docx.sections import Plan

#: A layout takes a hundred times as long as writing; so many articles take a second or two.
MOST_LAID_OUT = 300
_LINES_OF_A_PICTURE = 12
_LINES_OF_A_MISSING_PICTURE = 2
_LINES_OF_A_MASTHEAD = 12
#: Headline, dateline and the space around them, beyond one line for each.
_LINES_OF_A_HEAD = 4


def page_numbers(
    publication: Publication, template: Template, fonts: FontBook
) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return for each article the number printed on its first page, and a remark if it is a guess.

    The numbers of more than `MOST_LAID_OUT` articles, and those for which there is no
    typeface to measure with, are reckoned from the number of characters.
    """
    numbers = _laid_out(publication, template, fonts)
    if numbers is not None:
        return numbers, ()
    reckoned = [str(number) for number in _reckoned(publication, template)]
    return reckoned, (Diagnostic(code="contents-reckoned", severity=Severity.INFO),)


def _laid_out(publication: Publication, template: Template, fonts: FontBook) -> list[str] | None:
    from bulletin_export.typesetting.pages import begin_pages

    if publication.count > MOST_LAID_OUT:
        return None
    try:
        return list(begin_pages(counted(publication, template.composition), template, fonts))
    except FontError:
        # Word brings its own typefaces: a file of it needs none of ours.
        return None


def _reckoned(publication: Publication, template: Template) -> Iterator[int]:
    page = _lines_a_page(template)
    plan = Plan.of(publication, template)
    before = ceil(_lines_of_contents(publication) / page) + plan.has_cover
    position: float = 0 if plan.restarts else before
    index = 0
    for section in publication.sections:
        for number, article in enumerate(section.articles):
            title = "" if number else section.title
            if begins_page(index, title, template):
                position = ceil(position)
            yield int(position) + 1
            position += _lines(article, template) / page
            index += 1


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
