from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import article, figure, h, img, link, note, p, publication
from bulletin_export.composition import front
from bulletin_export.model import nodes
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Role, Template, TextStyle
from bulletin_export.typesetting.layout import Layout, Page
from bulletin_export.typesetting.pages import lay_out
from bulletin_export.units import Length, Measure
from looks import template
from metric import metric_book
from strategies import PICTURES, articles, publications

BOOK = metric_book()
#: Numbers, bullets, readings, blanks, and what stands for a picture: not words of the model.
NOT_WORDS = re.compile(r"［图片[^］]*］|[0-9●\s\u3105-\u312F]|(?<![^\d])\.")

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


def characters(parts: list[str]) -> list[str]:
    """The characters in any order, without those that may stand for a picture."""
    return sorted(re.sub(r"[［］：图片会场说明.0-9●\s\u3105-\u312F]", "", "".join(parts)))


def model_words(one: Article, look: Template) -> str:
    notes = [text for found in find(one, nodes.Note) for text in paragraphs(found.blocks)]
    body = list(front.words(one, look.composition))
    tail = [body.pop()] if front.address_line(one, look.composition) else []
    return bare([*body, *notes, *tail])


@LAW
@given(articles(), st.sampled_from([1, 2, 3]), st.sampled_from([0, 20]))
def test_every_word_stands_on_the_pages_in_reading_order_and_once(
    one: Article, columns: int, lines: int
) -> None:
    look = template(width=460, height=520, columns=columns, lines=lines)
    shown = all_texts(set_(one, look))
    # A row that is taller than a column goes on beside itself, and notes stand at the feet of
    # pages; else the order is the model's.
    if any(find(one, nodes.Table)) or any(find(one, nodes.Note)):
        assert characters(shown) == characters([model_words(one, look)])
    else:
        assert bare(shown) == model_words(one, look)


@LAW
@given(articles(), st.sampled_from([1, 2]))
def test_even_on_a_tiny_page_no_character_is_lost(one: Article, columns: int) -> None:
    look = template(width=200, height=160, columns=columns)
    assert characters(all_texts(set_(one, look))) == characters([model_words(one, look)])


@LAW
@given(articles(), st.sampled_from([1, 2, 3]), st.sampled_from([0, 20]))
def test_nothing_stands_outside_the_type_area(one: Article, columns: int, lines: int) -> None:
    look = template(width=460, height=520, columns=columns, lines=lines)
    for page in set_(one, look).pages:
        right, foot = (520, 460) if page.is_turned else (460, 520)
        for placed in page.lines:
            size = max((run.size for run in placed.line.runs if not run.rise), default=0)
            assert placed.x >= 40 - 0.02
            assert placed.x + placed.line.width <= right - 40 + 0.02
            assert placed.y - 0.88 * size >= 40 - 0.02
            assert placed.y + 0.12 * size <= foot - 40 + 0.02
        for picture in page.pictures:
            assert picture.x >= 40 - 0.02
            assert picture.x + picture.width <= right - 40 + 0.02
            assert picture.y >= 40 - 0.02
            assert picture.y + picture.height <= foot - 40 + 0.02
        for rule in page.rules:
            assert rule.x >= 40 - 0.02
            assert rule.x + rule.width <= right - 40 + 0.52


@LAW
@given(articles(), st.sampled_from([1, 2]))
def test_no_two_lines_overlap(one: Article, columns: int) -> None:
    look = template(width=460, height=520, columns=columns)
    for page in set_(one, look).pages:
        boxes = sorted(_boxes(page))
        for index, (_, bottom, left, right) in enumerate(boxes):
            for other_top, _, other_left, other_right in boxes[index + 1 :]:
                if other_top >= bottom - 0.02:
                    break
                assert other_left >= right - 0.02 or other_right <= left + 0.02


def _boxes(page: Page) -> Iterator[tuple[float, float, float, float]]:
    for placed in page.lines:
        sizes = [run.size for run in placed.line.runs if not run.rise]
        if sizes:
            size, y = max(sizes), placed.y
            yield y - 0.88 * size, y + 0.12 * size, placed.x, placed.x + placed.line.width
    # Those no larger than an em stand in a line, in room of their own: see the tests of blocks.
    em = max((run.size for placed in page.lines for run in placed.line.runs), default=0.0)
    for picture in page.pictures:
        if max(picture.width, picture.height) <= em:
            continue
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


LINE = "会议强调要聚焦重点地区重点领域坚持人民至上抓好各项工作"


def sizes(layout: Layout) -> list[int]:
    return [len(page.lines) for page in layout.pages]


def test_a_paragraph_leaves_two_lines_at_least_on_either_side_of_a_page_end() -> None:
    for before in range(12, 20):
        body = [p("短")] * before + [p(LINE * 5)]
        layout = set_(article(*body, title="题"), template(footer=""))
        long = [[text for text in texts(page) if len(text) > 1] for page in layout.pages]
        counts = [len(lines) for lines in long if lines]
        assert sum(counts) == 7
        assert min(counts) >= 2


def test_a_heading_never_ends_a_page() -> None:
    ends = set()
    for before in range(12, 20):
        body = [*[p("短")] * before, h(1, "小标题"), p(LINE * 3)]
        for page in set_(article(*body, title="题")).pages:
            ends.add(texts(page)[-1])
    assert "小标题" not in ends
    assert len(ends) > 2


def test_the_first_page_shows_text_below_the_headline() -> None:
    layout = set_(article(p(LINE * 40), title="题目" * 20))
    assert Role.BODY in {placed.role for placed in layout.pages[0].lines}


def test_a_page_on_a_grid_holds_exactly_its_lines_from_edge_to_edge() -> None:
    look = template(lines=22, show_address=False)
    page = set_(article(p(LINE * 60), title="题"), look).pages[1]
    baselines = sorted({placed.y for placed in page.lines})
    assert len(baselines) == 22
    assert baselines[0] - 0.88 * 10 == pytest.approx(40)
    assert baselines[-1] + 0.12 * 10 == pytest.approx(400 - 40)


def test_a_line_on_a_grid_holds_exactly_its_characters() -> None:
    styles = {Role.BODY: _body(size=16)}
    look = template(width=40 + 40 + 442.2, characters=28, styles=styles)
    layout = set_(article(p("国" * 200), title="题"), look)
    assert len(layout.pages[0].lines[2].line.text) == 28


def _body(size: float) -> TextStyle:
    return TextStyle(size=Length(size), line_pitch=Measure(1.8, "em"), indent=Measure(2, "em"))


def test_body_lines_return_to_the_grid_after_a_picture() -> None:
    look = template(lines=20)
    body = article(p("一"), figure(img(PICTURES[0].name)), p("二"), title="题", media=PICTURES)
    pitch = (320 - 10) / 19
    for placed in set_(body, look).pages[0].lines:
        if placed.role is Role.BODY:
            steps = (placed.y - 40 - 8.8) / pitch
            assert steps == pytest.approx(round(steps))


def test_columns_are_read_one_after_the_other_and_end_at_like_depth() -> None:
    look = template(width=460, columns=2, show_address=False)
    page = set_(article(*[p("短")] * 9, title="题"), look).pages[0]
    body = [placed for placed in page.lines if placed.role is Role.BODY]
    left = [placed for placed in body if placed.x < 230]
    assert body[: len(left)] == left
    assert len(left) == 5
    assert left[0].y == pytest.approx(body[5].y)


def test_a_full_column_is_a_whole_number_of_characters_wide() -> None:
    look = template(width=475, columns=2, show_address=False)
    page = set_(article(p("国" * 400), title="题"), look).pages[0]
    body = [placed for placed in page.lines if placed.role is Role.BODY]
    assert {placed.line.width for placed in body if not placed.line.is_last} == {180.0}


def test_the_footer_counts_pages_and_the_header_spares_the_first() -> None:
    look = template(header="{title}·{article}", footer="{page}/{pages}")
    layout = set_(article(p(LINE * 60), title="题"), look)
    shown = [[placed.line.text for placed in page.furniture] for page in layout.pages]
    total = len(layout.pages)
    assert shown[0] == [f"1/{total}"]
    assert shown[1] == ["题·题", f"2/{total}"]
    assert [page.label for page in layout.pages] == [str(n + 1) for n in range(total)]


def test_a_running_head_that_is_too_long_is_cut_to_one_line() -> None:
    layout = set_(article(p(LINE * 60), title="很长的题目" * 9), template(header="{article}"))
    header = layout.pages[1].furniture[0].line
    assert header.text.endswith("…")
    assert header.width <= 220


def _issue(**facts: object) -> Publication:
    news = [article(p(LINE * 9), h(2, "小节"), p("完"), title=f"第{n}篇") for n in range(4)]
    sections = (Section(tuple(news[:2]), "要闻"), Section(tuple(news[2:]), "动态"))
    return Publication(sections=sections, title="简报", date="2020-02-06", **facts)


def test_contents_say_on_which_page_each_article_begins() -> None:
    layout = set_(_issue(has_contents=True))
    first = [placed for placed in layout.pages[0].lines if placed.role is Role.CONTENTS_ENTRY]
    words = [placed.line.text for placed in first]
    listed = dict(zip(words[::2], words[1::2], strict=True))
    begins = {anchor.name: page.label for page in layout.pages for anchor in page.anchors}
    assert listed == {f"第{n}篇": begins[f"article-{n + 1}"] for n in range(4)}
    assert {area.target for area in layout.pages[0].links} == {
        f"#article-{n}" for n in (1, 2, 3, 4)
    }


def test_contents_longer_than_a_page_still_number_their_articles_right() -> None:
    many = tuple(article(p("文"), title=f"第{n}篇") for n in range(60))
    layout = set_(Publication(sections=(Section(many),), title="简报", has_contents=True))
    begins = {anchor.name: page.label for page in layout.pages for anchor in page.anchors}
    listed = [
        placed.line.text
        for page in layout.pages
        for placed in page.lines
        if placed.role is Role.CONTENTS_ENTRY
    ]
    assert listed[-2:] == ["第59篇", begins["article-60"]]
    assert begins["article-1"] == "1"
    assert [page.label for page in layout.pages[:5]] == ["i", "ii", "iii", "iv", "1"]


def test_a_single_article_has_neither_masthead_nor_contents() -> None:
    layout = set_(publication(article(p("文"), title="题"), title="刊名", contents=True))
    assert all_texts(layout) == ["题", "文"]


def test_bookmarks_are_a_tree_of_sections_articles_and_headings() -> None:
    marks = set_(_issue(has_contents=True)).bookmarks
    assert [(mark.level, mark.title) for mark in marks[:5]] == [
        (0, "目录"), (0, "要闻"), (1, "第0篇"), (2, "小节"), (1, "第1篇"),
    ]  # fmt: skip


def test_a_section_title_stands_on_the_page_of_its_first_article() -> None:
    layout = set_(_issue())
    for page in layout.pages:
        shown = texts(page)
        if "动态" in shown:
            assert shown[shown.index("动态") + 1] == "第2篇"
            return
    pytest.fail("the section's title is lost")


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    layout = set_(article(p("正文", note("注释")), title="题"))
    page = layout.pages[0]
    assert {area.target for area in page.links} == {"#article-1-note-1", "#article-1-mark-1"}
    assert {"article-1-note-1", "article-1-mark-1"} <= {anchor.name for anchor in page.anchors}


def test_a_link_to_another_article_of_the_publication_stays_inside() -> None:
    there = article(p("彼"), title="乙", address="https://a.cn/2")
    here = article(p(link("https://a.cn/2", "见另文")), p(link("#top", "页首")), title="甲")
    page = set_(publication(here, there, title="刊")).pages[0]
    assert [area.target for area in page.links] == ["#article-2"]


def test_a_broken_link_area_covers_each_of_its_lines() -> None:
    layout = set_(article(p(LINE, link("https://a.cn/", LINE)), title="题"))
    areas = layout.pages[0].links
    assert len(areas) == 2
    assert areas[0].y < areas[1].y
    assert areas[1].x == pytest.approx(40)


def test_a_section_without_articles_still_prints_its_title() -> None:
    sections = (Section((), "待编"), Section((article(p("文"), title="题"),), "要闻"))
    layout = set_(Publication(sections=sections, title="刊"))
    assert all_texts(layout) == ["待编", "要闻", "题", "文"]


def test_a_publication_without_articles_is_one_blank_page() -> None:
    layout = set_(Publication(sections=(), title="刊"))
    assert [page.lines for page in layout.pages] == [()]


def test_a_picture_below_the_headline_shrinks_to_stay_on_the_first_page() -> None:
    one = article(figure(img(PICTURES[3].name)), p("文"), title="题", media=PICTURES)
    assert set_(one).pages[0].pictures


def test_blank_titles_of_sections_and_articles_do_no_harm() -> None:
    one, other = article(p("一"), title=""), article(p("二"), title=" ")
    sections = (Section((one,), " "), Section((other,), ""))
    layout = set_(Publication(sections=sections, title=" ", has_contents=True))
    assert "".join(all_texts(layout)) == "目录——1—2一二"
    assert [mark.title for mark in layout.bookmarks if mark.title.strip()]


def test_the_title_of_an_empty_section_does_not_swallow_a_page_break() -> None:
    sections = (Section((), "待编"), Section((article(p("文"), title="题"),), "要闻"))
    layout = set_(Publication(sections=sections, title="刊"))
    assert [texts(page) for page in layout.pages] == [["待编"], ["要闻", "题", "文"]]


def test_the_address_is_never_alone_on_a_page() -> None:
    for before in range(14, 22):
        one = article(*[p("短")] * before, title="题", address="https://a.cn/1")
        for page in set_(one).pages:
            assert texts(page) != ["原文：https://a.cn/1"]
