"""Paragraphs at their edges: nothing in them, breaks, alignment, spans."""

from __future__ import annotations

import itertools

import pytest

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.layout import Span
from metric import MetricChain, MetricFace
from typesetting.setting import glyph_places, set_spans, set_text


def texts(*arguments, **options):
    return [line.text for line in set_text(*arguments, **options)]


def test_no_text_gives_no_line():
    assert set_text("", 10) == ()
    assert set_spans([], 10) == ()


def test_blanks_alone_give_one_empty_line():
    (line,) = set_text(" \u3000\u00a0", 10)
    assert (line.text, line.runs, line.width, line.is_last) == ("", (), 0, True)


def test_a_measure_narrower_than_a_character_holds_one_character_a_line():
    assert texts("一二三", 0.4) == ["一", "二", "三"]
    assert texts("一二三", 0) == ["一", "二", "三"]
    assert texts("一二三四五", 2, 5) == ["一", "二三", "四五"]


def test_a_forced_break_ends_a_line_as_the_last_one_does():
    lines = set_text("一二三\n\n四五", 10, 2)
    assert [line.text for line in lines] == ["一二三", "", "四五"]
    assert all(line.is_last for line in lines)
    assert [run.x for line in lines for run in line.runs] == [2, 0]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("centre", 3.5), ("right", 7)])
def test_a_line_that_is_not_justified_stands_where_it_is_aligned(align, x):
    (line,) = set_text("一二三", 10, align=Align(align))
    assert line.runs[0].x == x


def test_lines_that_are_not_justified_keep_their_natural_widths():
    line, _ = set_text("一二三四五六七八九，一二三四五六", 10, align=Align.LEFT)
    assert line.width == 9.5
    assert line.runs[0].tracking == 0


def test_the_first_mark_of_a_paragraph_is_trimmed_by_option_only():
    text = "“一二三四五六七八”“九十”"
    first, second = set_text(text, 9.5, 0, Composition(trim_start="not-first"))
    assert glyph_places(first)[0] == ("“", 0)
    assert glyph_places(second)[0] == ("“", -0.5)


def test_a_word_over_two_spans_stays_whole():
    chain = MetricChain()
    spans = [Span("一二三四Micro", chain, 1.0), Span("soft公司", chain, 1.0, colour="#ff0000")]
    assert [line.text for line in set_spans(spans, 8)] == ["一二三四", "Microsoft公司"]


def test_a_change_of_size_inside_a_line_is_measured():
    chain = MetricChain()
    (line,) = set_spans([Span("大", chain, 2.0), Span("小小", chain, 1.0)], 10)
    assert [(run.x, run.size) for run in line.runs] == [(0, 2), (2, 1)]
    assert line.width == 4


def test_verbatim_text_is_neither_broken_nor_squeezed():
    chain = MetricChain()
    spans = [
        Span("运行", chain, 1.0),
        Span("a，。b c", chain, 1.0, verbatim=True),
        Span("即可", chain, 1.0),
    ]
    assert [line.text for line in set_spans(spans, 6.2)] == ["运行a，。b c", "即可"]
    (line,) = set_spans([Span("a，。b", chain, 1.0, verbatim=True)], 6)
    assert glyph_places(line) == [("a", 0), ("，", 0.5), ("。", 1.5), ("b", 2.5)]


def test_verbatim_text_longer_than_the_measure_is_cut_not_lost():
    chain = MetricChain()
    lines = set_spans([Span("x" * 50, chain, 1.0, verbatim=True)], 10)
    assert [len(line.text) for line in lines] == [20, 20, 10]


def test_an_inline_picture_takes_one_em_in_a_run_of_its_own():
    (line,) = set_text("一\ufffc二", 10)
    assert [(run.text, run.x) for run in line.runs] == [("一", 0), ("\ufffc", 1), ("二", 2)]


def test_what_takes_no_room_is_in_the_text_but_never_drawn():
    (line,) = set_text("一\u200b二\u00ad三\ufeff四\u2060五\ufe0f", 10)
    assert line.text == "一\u200b二\u00ad三\ufeff四\u2060五\ufe0f"
    assert "".join(run.text for run in line.runs) == "一二三四五"
    assert line.width == 5


def test_a_line_may_end_at_a_zero_width_space():
    assert texts("abcdefgh\u200bijklmnop", 5) == ["abcdefgh\u200b", "ijklmnop"]


def test_an_oversized_word_begins_on_the_line_it_follows():
    assert texts("其中有abcdefghijklmnopqrstuvwxyz字", 8) == [
        "其中有abcdefghi",
        "jklmnopqrstuvwxy",
        "z字",
    ]


def test_a_link_is_underlined_without_a_hole():
    chain = MetricChain()
    (line,) = set_spans([Span("见Word版", chain, 1.0, underline=True, link="#a")], 20)
    ends = [run.x + run.width for run in line.runs]
    assert ends == [1.25, 3.5, 4.5]
    assert [run.x for run in line.runs] == [0, 1.25, 3.5]


def test_a_reading_stands_above_the_middle_of_its_characters():
    chain = MetricChain()
    (line,) = set_spans([Span("一", chain, 1.0), Span("饕餮", chain, 1.0, reading="taotie")], 10)
    reading = line.runs[-1]
    assert (reading.text, reading.size, reading.rise) == ("taotie", 0.5, 0.9)
    assert reading.x + reading.width / 2 == 2
    assert line.text == "一饕餮"


def test_bidding_the_faces_of_quotes_by_their_neighbours():
    latin, chinese = MetricFace("Latin"), MetricFace("Chinese")

    class AllLatin(MetricChain):
        def face(self, character):
            return chinese if character >= "一" else latin

    (line,) = set_text("他说“好”，Children’s", 30, chain=AllLatin((latin, chinese)))
    quotes = [(one, run.face.name) for run in line.runs for one in run.text if one in "“”’"]
    assert quotes == [("“", "Chinese"), ("”", "Chinese"), ("’", "Latin")]


def test_characters_with_one_reading_stay_together():
    chain = MetricChain()
    spans = [Span("一二三四", chain, 1.0), Span("饕餮", chain, 1.0, reading="taotie")]
    assert [line.text for line in set_spans(spans, 5)] == ["一二三四", "饕餮"]


def test_a_raised_number_keeps_no_distance():
    chain = MetricChain()
    (line,) = set_spans([Span("见", chain, 1.0), Span("1", chain, 0.6, rise=0.4)], 9)
    assert [run.x for run in line.runs] == [0, 1]


def test_a_mark_hangs_alone_or_not_at_all():
    hang = Composition(trim_end="hang")
    alone, _ = set_text("一二三四五，六七", 5, 0, hang)
    assert (alone.text, glyph_places(alone)[-1], alone.width) == ("一二三四五，", ("，", 5), 5)
    beside = set_text("一二三四五”，六七", 5, 0, hang)
    assert [line.text for line in beside] == ["一二三四", "五”，六七"]


def test_plain_text_with_marks_is_one_run_a_line():
    text = "市里召开会议，部署下一阶段工作。会议强调：“要抓紧抓实，不留死角。”" * 4
    assert all(len(line.runs) == 1 for line in set_text(text, 28, 2))


def test_a_face_is_asked_once_for_each_character():
    asked = []

    class Counting(MetricFace):
        def advance(self, character):
            asked.append(character)
            return super().advance(character)

    chain = MetricChain((Counting("Counting"),))
    set_text("一二三四五六七八九十" * 50, 20, chain=chain)
    assert sorted(asked) == sorted("一二三四五六七八九十")


@pytest.mark.parametrize(
    "unit", [" ", "“", "？", "a“", "—", "，", "\u200b", "（", "\ufffc", "a", "/ "]
)
def test_a_long_row_of_one_thing_takes_no_longer_than_its_length(unit):
    lines = set_text(unit * 20_000 + "一", 20)
    assert lines[-1].text.endswith("一")


def test_a_reading_wider_than_its_characters_keeps_others_away():
    chain = MetricChain()
    (line,) = set_spans(
        [Span("一", chain, 1.0), Span("装", chain, 1.0, reading="zhuang"), Span("二", chain, 1.0)],
        10,
    )
    assert [one for one in glyph_places(line) if one[0] in "一装二"] == [
        ("一", 0), ("装", pytest.approx(1.3)), ("二", pytest.approx(2.6)),
    ]  # fmt: skip
    (reading,) = (run for run in line.runs if run.text == "zhuang")
    assert (reading.x, reading.width) == (pytest.approx(1.05), 1.5)


def reading_places(base: str, reading: str) -> list[tuple[str, float, float]]:
    chain = MetricChain()
    (line,) = set_spans([Span(base, chain, 1.0, reading=reading)], 10)
    return [(run.text, run.x, run.tracking) for run in line.runs if run.rise]


def test_each_syllable_stands_above_its_own_character():
    first, second = reading_places("北京", "běi jīng")
    assert first == ("běi", pytest.approx(0.05), 0)
    assert second[:2] == ("jīng", pytest.approx(1.15))


def test_kana_spread_over_their_characters():
    assert reading_places("汽车店", "きしゃ") == [("きしゃ", 0.25, 0.5)]


def test_neighbouring_readings_never_touch():
    chain = MetricChain()
    words = [("中", "zhuang"), ("国", "chuang"), ("人", "shuang")]
    (line,) = set_spans([Span(one, chain, 1.0, reading=read) for one, read in words], 20)
    readings = [run for run in line.runs if run.rise]
    assert all(b.x - a.x - a.width > 0.09 for a, b in itertools.pairwise(readings))


def test_a_dot_stands_below_each_character_and_below_no_mark():
    (line,) = set_spans([Span("中，国A", MetricChain(), 1.0, dotted=True)], 20)
    assert [run.x + place for run in line.runs for place in run.dots] == [0.5, 2.5]


def test_dots_follow_their_characters_in_a_widened_line():
    first, _ = set_spans(
        [Span("一二三四五六七八九十十一，", MetricChain(), 1.0, dotted=True)], 10.5
    )
    dots = [run.x + place for run in first.runs for place in run.dots]
    assert dots == pytest.approx([x + 0.5 for _, x in glyph_places(first)])


def test_an_underline_reaches_over_gaps_into_the_next_link():
    chain = MetricChain()
    spans = [
        Span("中", chain, 1.0, underline=True),
        Span("AB", chain, 1.0, underline=True, link="x"),
    ]
    (line,) = set_spans(spans, 10)
    assert line.runs[0].x + line.runs[0].width == line.runs[1].x


def test_a_mark_at_the_end_of_a_centred_line_counts_half():
    (line,) = set_text("“一二三”", 10, align=Align.CENTRE)
    assert dict(glyph_places(line))["二"] == 4.5
