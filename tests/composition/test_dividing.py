"""A publication in volumes: every article in one of them, in its order and its section."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import article
from bulletin_export.composition.dividing import DIVISIONS, divided, part, runs
from bulletin_export.model.publication import Publication, Section

_dates = st.sampled_from(["", "2020-01-31", "2020-02-01", "2020-02-06T08:00", "2021-02-06"])
_sections = st.lists(
    st.tuples(
        st.sampled_from(["", "要闻", "基层"]), st.integers(1, 2), st.lists(_dates, max_size=3)
    ),
    min_size=1,
    max_size=4,
)


def whole(sections) -> Publication:
    made = [
        Section(
            tuple(article(title=f"{n}-{k}", date=date) for k, date in enumerate(dates)),
            title,
            level if n else 1,
        )
        for n, (title, level, dates) in enumerate(sections)
    ]
    return Publication(sections=tuple(made), title="简报", has_contents=True)


@settings(max_examples=80)
@given(_sections, st.sampled_from(DIVISIONS))
def test_every_article_is_in_one_volume_in_its_order(sections, by):
    one = whole(sections)
    found = [article for _, volume in divided(one, by) for article in volume.articles()]
    assert sorted(a.headline.title for a in found) == sorted(
        a.headline.title for a in one.articles()
    )
    for _, volume in divided(one, by):
        places = [list(one.articles()).index(a) for a in volume.articles()]
        assert places == sorted(places)
        assert all(a in {*s.articles} for s in volume.sections for a in s.articles)


def test_a_month_is_a_volume_with_its_own_title_and_date():
    dates = ("2020-02-06", "2020-03-01", "2020-02-10", "")
    one = Publication(
        sections=(Section(tuple(article(title=d or "无", date=d) for d in dates), "要闻"),),
        title="简报",
    )
    names = dict(divided(one, "month"))
    assert list(names) == ["2020-02", "2020-03", "undated"]
    february = names["2020-02"]
    assert (february.title, february.date) == ("简报（2020-02）", "2020-02-10")
    assert february.collection == "简报"
    assert february.sections[0].title == "要闻"


def test_sections_without_articles_are_left_out_unless_others_in_them_have_some():
    one = Publication(
        sections=(
            Section((), "甲报"),
            Section((article(title="一"),), "一月", 2),
            Section((), "乙报"),
        ),
        title="简报",
    )
    assert [s.title for s in part(one, [0], "1").sections] == ["甲报", "一月"]


@given(st.integers(1, 50), st.integers(1, 60))
def test_runs_are_nearly_equal_and_lose_nothing(length, count):
    found = runs(range(length), count)
    assert [n for run in found for n in run] == list(range(length))
    assert len(found) <= count
    assert all(found)


def test_what_stood_in_a_growing_book_is_counted_anew():
    one = replace(whole([("", 1, ["2020-01-31", "2020-02-01"])]), numbers=(4, 9), identifier="x")
    volume = part(one, [1], "1")
    assert (volume.numbers, volume.identifier) == ((), "")
