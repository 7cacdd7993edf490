"""Order and sections."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article
from bulletin_export.composition.arrange import GROUPINGS, ORDERS, ordered, sections

ARTICLES = st.lists(
    st.builds(
        lambda title, source, date: article("文", title=title, source=source, date=date),
        st.text(max_size=3),
        st.sampled_from(["", "甲报", "乙报"]),
        st.sampled_from(["", "2020", "2020-02-06", "2020-02-06T08:00", "某日"]),
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(ARTICLES, st.sampled_from(ORDERS), st.sampled_from([None, *GROUPINGS]))
def test_no_article_is_lost_or_doubled(articles, order, grouping):
    arranged = [
        one for section in sections(ordered(articles, order), grouping) for one in section.articles
    ]
    assert sorted(map(id, arranged)) == sorted(map(id, articles))


@settings(max_examples=60)
@given(ARTICLES, st.sampled_from(ORDERS))
def test_sorting_twice_changes_nothing(articles, order):
    assert ordered(ordered(articles, order), order) == ordered(articles, order)


def test_common_characters_follow_pinyin():
    titles = ["中", "安", "北", "A"]
    found = [one.headline.title for one in ordered([article(title=t) for t in titles], "title")]
    assert found == ["A", "安", "北", "中"]


def test_articles_without_the_fact_come_last_under_a_title_of_their_own():
    found = sections([article(source=s) for s in ("", "甲报", "", "乙报")], "source")
    assert [(one.title, len(one.articles)) for one in found] == [
        ("甲报", 1),
        ("乙报", 1),
        ("其他", 2),
    ]


def test_sections_by_several_facts_are_nested():
    facts = [("甲报", "2020-02-06"), ("乙报", "2020-02-06"), ("甲报", "2020-02-07"), ("", "")]
    found = sections([article(source=s, date=d) for s, d in facts], ("source", "date"))
    assert [(one.level, one.title, len(one.articles)) for one in found] == [
        (1, "甲报", 0), (2, "2020年2月6日", 1), (2, "2020年2月7日", 1),
        (1, "乙报", 0), (2, "2020年2月6日", 1),
        (1, "其他", 0), (2, "其他", 1),
    ]  # fmt: skip
