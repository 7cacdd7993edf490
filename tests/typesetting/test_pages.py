from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from builders import article, br, code, em, figure, h, img, li, link, note, ol, p, publication
from builders import quote, ruby, strong, table, ul
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from looks import template
from metric import metric_book
from strategies import PICTURES, articles, publications

from bulletin_export.composition import front
from bulletin_export.model import nodes
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Role, Template
from bulletin_export.typesetting.layout import Layout, Page
from bulletin_export.typesetting.pages import lay_out

BOOK = metric_book()
#: Numbers, bullets, readings, blanks, and what stands for a picture: not words of the model.
NOT_WORDS = re.compile(r"［图片[^］]*］|[0-9•\s\u3105-\u312F]|(?<![^\d])\.")

LAW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def set_(what: Article | Publication, look: Template | None = None) -> Layout:
    made = publication(what) if isinstance(what, Article) else what
    return lay_out(made, look or template(), BOOK)


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


def all_texts(layout: Layout) -> list[str]:
    return [text for page in layout.pages for text in texts(page)]


def bare(parts: Iterator[str] | list[str]) -> str:
    """The words alone, with no trace of lines, numbers or bullets."""
    return NOT_WORDS.sub("", "".join(parts)).replace(".", "")


def model_words(one: Article, look: Template) -> str:
    notes = [text for found in find(one, nodes.Note) for text in paragraphs(found.blocks)]
    *most, last = [*front.words(one, look.composition), ""]
    address = front.address_line(one, look.composition)
    body = list(front.words(one, look.composition))
    tail = [body.pop()] if address else []
    return bare([*body, *notes, *tail])


@LAW
@given(articles(), st.sampled_from([1, 2, 3]), st.sampled_from([0, 20]))
def test_every_word_stands_on_the_pages_in_reading_order_and_once(
    one: Article, columns: int, lines: int
) -> None:
    look = template(width=460, height=520, columns=columns, lines=lines)
    assert bare(all_texts(set_(one, look))) == model_words(one, look)


@LAW
@given(articles(), st.sampled_from([1, 2]))
def test_even_on_a_tiny_page_no_character_is_lost(one: Article, columns: int) -> None:
    look = template(width=200, height=160, columns=columns)
    got, want = bare(all_texts(set_(one, look))), model_words(one, look)
    assert sorted(got) == sorted(want)


@LAW
@given(articles(), st.sampled_from([1, 2, 3]), st.sampled_from([0, 20]))
def test_nothing_stands_outside_the_type_area(one: Article, columns: int, lines: int) -> None:
    look = template(width=460, height=520, columns=columns, lines=lines)
    for page in set_(one, look).pages:
        for placed in page.lines:
            size = max((run.size for run in placed.line.runs if not run.rise), default=0)
            assert placed.x >= 40 - 0.02
            assert placed.x + placed.line.width <= 460 - 40 + 0.02
            assert placed.y - 0.88 * size >= 40 - 0.02
            assert placed.y + 0.12 * size <= 520 - 40 + 0.02
        for picture in page.pictures:
            assert picture.x >= 40 - 0.02
            assert picture.x + picture.width <= 460 - 40 + 0.02
            assert picture.y >= 40 - 0.02
            assert picture.y + picture.height <= 520 - 40 + 0.02
        for rule in page.rules:
            assert rule.x >= 40 - 0.02
            assert rule.x + rule.width <= 460 - 40 + 0.52


@LAW
@given(articles(), st.sampled_from([1, 2]))
def test_no_two_lines_overlap(one: Article, columns: int) -> None:
    look = template(width=460, height=520, columns=columns)
    for page in set_(one, look).pages:
        boxes = sorted(_boxes(page))
        for index, (top, bottom, left, right) in enumerate(boxes):
            for other_top, _, other_left, other_right in boxes[index + 1 :]:
                if other_top >= bottom - 0.02:
                    break
                assert other_left >= right - 0.02 or other_right <= left + 0.02
        assert top <= bottom


def _boxes(page: Page) -> Iterator[tuple[float, float, float, float]]:
    for placed in page.lines:
        sizes = [run.size for run in placed.line.runs if not run.rise]
        if sizes:
            size, y = max(sizes), placed.y
            yield y - 0.88 * size, y + 0.12 * size, placed.x, placed.x + placed.line.width
    for picture in page.pictures:
        yield picture.y, picture.y + picture.height, picture.x, picture.x + picture.width


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(publications())
def test_the_same_publication_gives_the_same_layout(one: Publication) -> None:
    assert set_(one) == set_(one)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(publications())
def test_every_link_inside_and_every_bookmark_leads_to_a_place(one: Publication) -> None:
    layout = set_(one)
    names = [anchor.name for page in layout.pages for anchor in page.anchors]
    assert len(names) == len(set(names))
    targets = {area.target for page in layout.pages for area in page.links}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(names)
    level = -1
    for mark in layout.bookmarks:
        assert mark.anchor in names
        assert mark.level <= level + 1
        level = mark.level
