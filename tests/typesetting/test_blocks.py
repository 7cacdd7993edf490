from __future__ import annotations

import pytest

from builders import (
    CodeBlock,
    article,
    em,
    figure,
    h,
    hr,
    img,
    li,
    note,
    ol,
    p,
    publication,
    quote,
    ul,
)
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Block
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Page
from bulletin_export.typesetting.pages import lay_out
from looks import template
from metric import metric_book
from strategies import PICTURES

LINE = "会议强调要聚焦重点地区重点领域坚持人民至上抓好各项工作"
SMALL, WIDE, TALL, LARGE = (item.name for item in PICTURES)


def pages(*blocks: Block, media: tuple[MediaItem, ...] = PICTURES) -> tuple[Page, ...]:
    whole = publication(article(*blocks, title="题", media=media))
    return lay_out(whole, template(footer=""), metric_book()).pages


def lines(*blocks: Block) -> list[tuple[str, float]]:
    return [(one.line.text, one.x - 40) for one in pages(*blocks)[0].lines[1:]]


def test_a_bullet_hangs_before_its_text() -> None:
    shown = lines(ul(LINE))
    assert shown[0] == ("●", 0)
    assert {x for _, x in shown[1:]} == {10}


def test_text_in_a_list_in_a_quotation_begins_beside_its_mark() -> None:
    (mark, at), (text, beside) = lines(quote(ul("甲")))
    assert (mark, text) == ("●", "甲")
    assert beside - at == 10


def test_numbers_go_on_from_the_start_and_their_texts_are_flush() -> None:
    shown = lines(ol("甲", "乙", start=9))
    assert [text for text, _ in shown] == ["9.", "甲", "10.", "乙"]
    assert shown[1][1] == shown[3][1] > shown[2][1]


def test_a_list_in_a_list_is_set_further_in_and_numbered_anew() -> None:
    shown = lines(ol(li(p("甲"), ol("子")), "乙"))
    assert [text for text, _ in shown] == ["1.", "甲", "1.", "子", "2.", "乙"]
    assert shown[2][1] == shown[1][1]


def test_an_item_without_words_keeps_its_mark() -> None:
    assert [text for text, _ in lines(ul(li(figure(img(SMALL))), li()))] == ["●", "●"]


def test_a_quotation_is_set_in_from_both_edges() -> None:
    shown = pages(quote(LINE * 2))[0].lines[1:]
    assert {one.x for one in shown} == {60}
    assert max(one.x + one.line.width for one in shown) <= 240


def test_every_line_of_code_is_kept_and_long_ones_are_broken() -> None:
    shown = [text for text, _ in lines(CodeBlock("a\n\n" + "x" * 70 + "\nz\n"))]
    assert shown == ["a", "", "x" * 55, "x" * 15, "z"]


def test_code_keeps_its_blanks() -> None:
    run = pages(CodeBlock("    x"))[0].lines[1].line
    assert run.text == "    x"


def test_a_thematic_break_is_a_short_rule_in_the_middle() -> None:
    (rule,) = pages(p("一"), hr, p("二"))[0].rules
    assert rule.x + rule.width / 2 == pytest.approx(150)


def test_a_picture_has_its_natural_size_and_stands_in_the_middle() -> None:
    (picture,) = pages(figure(img(SMALL)))[0].pictures
    assert (picture.width, picture.height) == (6, 6)
    assert picture.x + 3 == pytest.approx(150)


@pytest.mark.parametrize("name", [WIDE, TALL, LARGE])
def test_a_picture_larger_than_the_frame_shrinks_and_keeps_its_shape(name: str) -> None:
    sizes = {WIDE: (640, 20), TALL: (20, 1600), LARGE: (400, 1200)}
    (picture,) = [one for page in pages(figure(img(name))) for one in page.pictures]
    width, height = sizes[name]
    assert picture.width / picture.height == pytest.approx(width / height)
    assert picture.width <= 220
    assert picture.height <= 320


def test_a_caption_stays_with_its_picture() -> None:
    for before in range(8, 18):
        shown = pages(*[p("短")] * before, figure(img(LARGE), caption="图一"))
        for page in shown:
            captions = [one for one in page.lines if one.role is Role.CAPTION]
            assert len(captions) == len(page.pictures)


def test_a_picture_shrinks_into_the_room_that_is_left_but_not_too_far() -> None:
    near = pages(*[p("短")] * 4, figure(img(LARGE)))
    assert near[0].pictures
    assert near[0].pictures[0].height >= 0.6 * 320
    far = pages(*[p("短")] * 12, figure(img(LARGE)))
    assert not far[0].pictures
    assert far[1].pictures[0].height == pytest.approx(320)


def test_a_missing_or_broken_picture_is_a_framed_note() -> None:
    broken = MediaItem.of(b"no picture", "image/png")
    for image in (img("", "会场"), img(broken.name, "会场")):
        page = pages(figure(image), media=(broken,))[0]
        (shown,) = (one for one in page.lines if one.role is Role.MISSING)
        assert shown.line.text == "［图片：会场］"
        assert len(page.rules) == 4
        assert min(rule.y for rule in page.rules) < shown.y < max(rule.y for rule in page.rules)


def test_a_small_picture_among_words_stands_in_their_line() -> None:
    page = pages(p("前文", img(SMALL), "，后文"))[0]
    (line,) = page.lines[1:]
    (picture,) = page.pictures
    before, after = line.line.runs
    assert line.line.text == "前文，后文"
    assert before.x + before.width <= picture.x - line.x <= after.x
    assert picture.y + picture.height / 2 == pytest.approx(line.y - 0.38 * before.size)


def test_a_large_picture_among_words_does_not_tear_them_apart() -> None:
    page = pages(p("前文", img(WIDE), "，后文"))[0]
    (line,) = page.lines[1:]
    assert line.line.text == "前文，后文"
    assert line.y < page.pictures[0].y


def test_a_large_picture_before_the_words_stands_above_them() -> None:
    page = pages(p(img(WIDE), "后文"))[0]
    assert page.pictures[0].y < page.lines[1].y


def test_a_note_stands_after_the_article_with_its_number() -> None:
    shown = lines(p("正文", note("注释", "续"), em("完")))
    assert [text for text, _ in shown] == ["正文1完", "1.", "注释", "续"]


def test_a_note_within_a_note_is_printed_too() -> None:
    shown = lines(p("正文", note(p("外", note("内")))))
    assert [text for text, _ in shown] == ["正文1", "1.", "外2", "2.", "内"]


def test_a_heading_is_set_in_the_look_of_its_level() -> None:
    roles = [one.role for one in pages(h(1, "一"), h(6, "六"), p("文"))[0].lines[1:]]
    assert roles == [Role.HEADING_1, Role.HEADING_6, Role.BODY]
