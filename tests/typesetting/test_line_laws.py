"""What holds for every text at every measure."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.layout import Line, Run, Span
from bulletin_export.typesetting.measuring import measure_text
from metric import MetricChain, MetricFace
from typesetting.setting import glyph_places, set_spans, set_text

NO_START = frozenset("、，。．：；？！”’）〕］｝〉》」』】〗·・‧–～〜/／％%‰℃°′″々")
STOPS = "、，。．：；？！"
#: Readings stand higher than anything else, in em.
_READING = 0.42
NO_END = frozenset("“‘（〔［｛〈《「『【〖￥¥$€£№§")
BLANKS = " \u3000\u00a0\t"

_words = st.sampled_from([
    "GDP", "Wi-Fi", "2020", "12.5%", "-3.5℃", "$1,234.50", "￥99", "10:30", "2020-02-06",
    "3:1", "COVID-19",
    "https://www.example.org/a/b-c/d_e.html?x=1&y=2", "internationalization", "Children’s",
    "n°5", "№7", "km/h", "3.6亿元", "12 月", "10kV·A", "understanding", "(a)", "Straße", "«да»",
])  # fmt: skip
_han = st.text("天地人和风雨同舟春夏秋冬东西南北中", min_size=1, max_size=9)
_marks = st.sampled_from([
    "，", "。", "、", "：“", "。”", "（", "）", "《", "》", "》（", "！", "？！", "！！！",
    "——", "……", "·", "～", "—", "／", "/", "「", "』", "；", "‘", "’", "％", "々", "”，",
])  # fmt: skip
_odd = st.sampled_from(
    [
        " ",
        "  ",
        "\u3000",
        "\u200b",
        "\u00ad",
        "\u2060",
        "\u00a0",
        "𠮷",
        "e\u0301",
        "★",
        "\ufe0f",
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "😀",
        "葛\U000e0100",
        "カ゛か\u3099",
        "きゃっほー",
        "한국",
        "\ufffc",
        "①",
        "〇",
        "々",
    ]
)
TEXTS = st.lists(st.one_of(_han, _han, _han, _words, _marks, _odd), max_size=30).map("".join)
MEASURES = st.integers(12, 80).map(lambda halves: halves / 2)
OPTIONS = st.builds(
    Composition,
    level=st.sampled_from(["basic", "gb", "strict"]),
    trim_start=st.sampled_from(["all", "not-first", "none"]),
    trim_end=st.sampled_from(["force", "allow", "full", "hang"]),
    push_in=st.booleans(),
    breaker=st.sampled_from(["optimal", "optimal", "greedy"]),
    hyphenate=st.booleans(),
    keep_unit=st.booleans(),
    squeeze_full_stops=st.booleans(),
    autospace=st.sampled_from([0.0, 0.125, 0.25]),
    region=st.sampled_from(["GB", "TW", "HK", "JP"]),
)
_FACES = (MetricFace(), MetricFace("Latin"), MetricFace("Second"))
_CHAINS = (MetricChain(), MetricChain(_FACES[1:]), MetricChain((_FACES[2],)))


@st.composite
def spans_of(draw: st.DrawFn) -> list[Span]:
    """A text cut at random places into spans of several faces and sizes."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [draw(_spans_with(part)) for part in parts]


def _spans_with(text: str) -> st.SearchStrategy[Span]:
    """Spans of one text: plain ones mostly, else code, raised, read or in a language."""
    kinds = [{}, {}, {"language": "en"}, {"rise": 0.4}, {"link": "#a"}, {"underline": True}]
    if "\ufffc" not in text:
        kinds += [{"verbatim": True}, {"reading": "注音"}]
    return st.builds(
        lambda chain, size, kind: Span(text, chain, size, **kind),
        st.sampled_from(_CHAINS), st.sampled_from([1.0, 1.0, 0.75]), st.sampled_from(kinds),
    )  # fmt: skip


def has_choice(text: str) -> bool:
    """Tell whether marks do not stand so thick that something must give."""
    thick = f"[{re.escape(''.join(NO_START | NO_END))}{BLANKS}—…\u200b\u200d\u00ad\u2060\ufe0f\U000e0100]"
    return re.search(thick + "{6}", text) is None


def forbidden(lines: tuple[Line, ...], level: str = "gb") -> list[str]:
    shown = [visible(line.text) for line in lines]
    starts = [text for text in shown[1:] if text and _starts_badly(text, level)]
    return starts + [text for text in shown[:-1] if text and text[-1] in NO_END]


def _starts_badly(text: str, level: str) -> bool:
    if level == "basic" and text[0] in "/／…":
        return False
    if text.startswith("—"):
        return level == "strict" or not text.startswith("——")
    return text[0] in NO_START or text.startswith("…")


def visible(text: str) -> str:
    return re.sub("[\u200b\u200d\u00ad\u2060\ufe0f\U000e0100]", "", text).strip(BLANKS)


@given(TEXTS.filter(has_choice), MEASURES, OPTIONS, st.sampled_from([0.0, 2.0]))
@settings(max_examples=300, deadline=None)
def test_no_line_starts_or_ends_with_what_may_not_stand_there(text, measure, options, indent):
    assert forbidden(set_text(text, measure, indent, options), options.level) == []


@given(spans_of(), MEASURES, OPTIONS, st.sampled_from([0.0, 2.0]))
@settings(max_examples=300, deadline=None)
def test_no_character_is_lost_or_added_but_blanks_at_line_ends(spans, measure, options, indent):
    text = "".join(span.text for span in spans)
    lines = set_spans(spans, measure, indent, options)
    pattern = f"[{BLANKS}]*".join(re.escape(line.text) for line in lines)
    assert re.fullmatch(pattern + f"[{BLANKS}]*", text)


def places_of(run: Run) -> list[tuple[str, float]]:
    return glyph_places(Line(run.text, (run,), 0.0))


def words_of(line: Line) -> Line:
    """Return *line* without the readings above it."""
    return replace(line, runs=tuple(run for run in line.runs if run.rise < _READING))


def assert_in_order(line: Line, measure: float) -> None:
    """The ink of each glyph begins where that of the one before it does, or later.

    Origins need not: that of an opening bracket whose blank is taken lies left of an accent's.
    """
    for run in line.runs:
        for (character, x), _ in zip(places_of(run), run.text, strict=True):
            hangs = character in STOPS and run is line.runs[-1]
            assert x >= -0.5 - 1e-6
            assert x + run.face.ink(character)[1] * run.size <= measure + 0.02 + hangs, line
    line = words_of(line)
    inks = [
        tuple(run.size * edge for edge in run.face.ink(c)) for run in line.runs for c in run.text
    ]
    places = [x for _, x in glyph_places(line)]
    starts = [x + begin for x, (begin, _) in zip(places, inks, strict=True)]
    for left, right in pairwise(starts):
        assert left <= right + 0.05, line


@given(spans_of(), MEASURES, OPTIONS, st.sampled_from([0.0, 2.0]))
@settings(max_examples=300, deadline=None)
def test_glyphs_stand_in_order_inside_the_measure(spans, measure, options, indent):
    for line in set_spans(spans, measure, indent, options):
        assert_in_order(line, measure)


def test_a_bracket_that_gives_its_blank_may_begin_left_of_the_accent_before_it() -> None:
    options = Composition(level="gb", trim_start="all", trim_end="force", autospace=0)
    lines = set_text("东" * 17 + "e\u0301（", 6.0, 0.0, options)
    assert lines[-1].text == "东" * 5 + "e\u0301（"
    assert_in_order(lines[-1], 6.0)


def test_blanks_that_take_all_the_slack_leave_none_to_share() -> None:
    text = "00000000000      000000000 0"
    lines = set_text(text, 11.9375, 0.0, Composition(level="none"))
    assert [line.text for line in lines][-1].endswith("0")


@pytest.mark.parametrize("sizes", [(0.75, 1.0), (1.0, 0.75)])
def test_a_dash_in_two_sizes_stays_inside_the_measure(sizes):
    for han in range(1, 8):
        spans = [
            Span("会" * han, _CHAINS[0], 1.0),
            Span("—", _CHAINS[0], sizes[0]),
            Span("—GDP", _CHAINS[0], sizes[1]),
        ]
        for line in set_spans(spans, 6.0, 0.0, Composition()):
            ends = [run.face.ink(one)[1] * run.size for run in line.runs for one in run.text]
            places = glyph_places(line)
            assert all(x + end <= 6.02 for (_, x), end in zip(places, ends, strict=True))


@given(TEXTS, MEASURES, st.sampled_from([0.0, 2.0]))
@settings(max_examples=300, deadline=None)
def test_a_line_with_gaps_ends_at_the_measure(text, measure, indent):
    for line in set_text(text, measure, indent)[:-1]:
        shown = visible(line.text)
        if re.search("[天地人和风雨同舟春夏秋冬东西南北中]{2}", shown):
            assert line.width == pytest.approx(measure, abs=0.02)
            character, x = glyph_places(line)[-1]
            if character in "”’":
                continue  # a Western one is as wide as its face says
            trimmed = character in "、，。：；？！）》』"
            face = line.runs[-1].face
            assert x + (0.5 if trimmed else face.advance(character)) == pytest.approx(
                measure, abs=0.02
            )


@given(spans_of(), MEASURES, OPTIONS, st.sampled_from([0.0, 2.0]))
@settings(max_examples=300, deadline=None)
def test_every_line_but_the_last_is_as_wide_as_the_measure(spans, measure, options, indent):
    text = "".join(span.text for span in spans)
    if not text.strip(BLANKS):
        return
    measured = measure_text(spans, options)
    end = 0
    for line in set_spans(spans, measure, indent, options)[:-1]:
        start = text.index(line.text, end)
        end = start + len(line.text)
        inside = range(start + 1, measured.content_end(start, end))
        if line.text and any(measured.gaps[index] for index in inside):
            assert line.width == pytest.approx(measure, abs=0.02), line.text


@given(
    st.text(max_size=60),
    st.floats(0.1, 12),
    st.builds(
        Composition,
        level=st.sampled_from(["none", "basic", "gb", "strict"]),
        trim_end=st.sampled_from(["force", "allow", "full", "hang"]),
        region=st.sampled_from(["GB", "TW", "HK", "JP"]),
    ),
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_set_at_any_measure(text, measure, options):
    lines = set_text(text, measure, 0.0, options)
    shown = "".join(line.text for line in lines)
    blanks = "[" + BLANKS + "\u2000-\u200a\u202f\u205f\n]"
    assert re.sub(blanks, "", shown) == re.sub(blanks, "", text)


@given(spans_of(), MEASURES, OPTIONS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_lines(spans, measure, options):
    assert set_spans(spans, measure, 0, options) == set_spans(spans, measure, 0, options)


@given(spans_of(), MEASURES)
@settings(max_examples=200, deadline=None)
def test_every_run_draws_characters_of_its_line(spans, measure):
    for line in map(words_of, set_spans(spans, measure)):
        # Code draws its blanks; at a line's end they are not read.
        drawn = list("".join(run.text for run in line.runs).rstrip(BLANKS))
        if drawn and drawn[-1] == "-" and not line.text.endswith("-"):
            drawn.pop()
        rest = iter(line.text)
        assert all(one in rest for one in drawn)
        left = set(line.text) - set(drawn)
        assert left <= set(BLANKS + "\u200b\u200d\u00ad\u2060\ufe0f\U000e0100")


@pytest.mark.parametrize("breaker", ["optimal", "greedy"])
def test_a_reading_above_a_mark_at_the_line_end_stays_inside(breaker):
    plain, read = (
        Span("东人人GDP2020-02-06！！", _CHAINS[0], 1.0),
        Span("！", _CHAINS[0], 1.0, reading="注音"),
    )
    options = Composition(push_in=False, autospace=0, breaker=breaker)
    for measure in (10.5, 11.0, 11.5, 12.0):
        for line in set_spans(
            [plain, read, Span("春夏秋冬", _CHAINS[0], 1.0)], measure, 0, options
        ):
            assert_in_order(line, measure)
