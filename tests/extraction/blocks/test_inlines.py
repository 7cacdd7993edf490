"""Runs become inlines: each character keeps its marks, and neighbours share theirs."""

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.extraction.blocks.inlines import Run, built
from bulletin_export.model.nodes import Emphasis, LineBreak, Link, Strong, Text, Underline

MARKS = st.lists(
    st.sampled_from(
        [
            (Strong, "", ""),
            (Emphasis, "", ""),
            (Underline, "", ""),
            (Link, "a", ""),
            (Link, "b", ""),
        ]
    ),
    unique_by=lambda mark: mark[0],
    max_size=3,
).map(tuple)
RUNS = st.lists(
    st.builds(Run, st.one_of(st.sampled_from(["甲", "乙丙", " "]), st.just(LineBreak())), MARKS),
    max_size=7,
)


def leaves(inlines, marks=()):
    for inline in inlines:
        if isinstance(inline, Link):
            yield from leaves(inline.children, (*marks, (Link, inline.target, inline.title)))
        elif isinstance(inline, Text):
            yield from ((character, marks) for character in inline.value)
        elif isinstance(inline, LineBreak):
            yield inline, marks
        else:
            yield from leaves(inline.children, (*marks, (type(inline), "", "")))


def containers(inlines):
    yield inlines
    for inline in inlines:
        yield from containers(getattr(inline, "children", ()))


@given(RUNS)
@settings(max_examples=100, deadline=None)
def test_every_character_keeps_its_marks_and_its_place(runs):
    characters = [
        (one, run.marks)
        for run in runs
        for one in (run.piece if isinstance(run.piece, str) else [run.piece])
    ]
    assert list(leaves(built(runs))) == characters


@given(RUNS)
@settings(max_examples=100, deadline=None)
def test_neighbours_under_the_same_mark_share_one_node(runs):
    for inlines in containers(built(runs)):
        kinds = [
            (type(one), getattr(one, "target", ""))
            for one in inlines
            if not isinstance(one, LineBreak)
        ]
        if not any(isinstance(one, LineBreak) for one in inlines):
            assert [kind for kind, _ in groupby(kinds)] == kinds
