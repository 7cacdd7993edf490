"""The words that stand beside an article's own blocks."""

import pytest
from msgspec.structs import replace

from builders import article, p, publication
from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import Composition, Role

FULL = article(
    p("正文。"), title="主题", kicker="引题", subtitle="副题", source="安徽日报",
    date="2020-02-06T08:30", authors=("宗禾", "吴林红"), address="https://example.cn/a",
)  # fmt: skip


def test_a_headline_is_kicker_title_and_subtitle_from_top_to_bottom() -> None:
    assert list(front.headline(FULL)) == [
        (Role.KICKER, "引题"), (Role.TITLE, "主题"), (Role.SUBTITLE, "副题"),
    ]  # fmt: skip


def test_a_dateline_says_the_facts_in_the_order_of_the_template() -> None:
    line = "来源：安徽日报　时间：2020-02-06 08:30　作者：宗禾 吴林红"
    assert front.dateline(FULL, Composition()) == line
    bare = Composition(dateline=("date", "source"), dateline_labels=False)
    assert front.dateline(FULL, bare) == "2020-02-06 08:30　安徽日报"


def test_facts_that_are_not_known_leave_no_label() -> None:
    assert front.dateline(article(p("正文"), source="本报"), Composition()) == "来源：本报"
    assert front.dateline(article(p("正文")), Composition()) == ""


def test_the_words_of_an_article_end_with_its_address_if_the_template_wants_it() -> None:
    assert list(front.words(FULL, Composition()))[-2:] == ["正文。", "原文：https://example.cn/a"]
    assert list(front.words(FULL, Composition(show_address=False)))[-1] == "正文。"


def test_contents_name_sections_and_articles_and_number_the_articles() -> None:
    sections = (Section((FULL, article("甲", title="乙")), "要闻"), Section((FULL,)))
    assert [(text, index) for _, text, index in front.contents(Publication(sections=sections))] == [
        ("要闻", 0), ("主题", 0), ("乙", 1), ("主题", 2),
    ]  # fmt: skip


def test_the_date_of_issue_is_printed_as_chinese_offices_do() -> None:
    one = publication(article("甲"))
    printed = [
        front.issue_date(replace(one, date=date, language=language))
        for date, language in (("2020-02-06", "zh-CN"), ("2020-02-06", "en"), ("", "zh-CN"))
    ]
    assert printed == ["2020年2月6日", "2020-02-06", ""]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2021-03-09", "2021-03-09"),
        ("2021-03", "2021-03"),
        ("2021-03-09T07:20", "2021-03-09 07:20"),
        ("2021-03-09T07:20:31+08:00", "2021-03-09 07:20"),
        ("2021-03-09T07:20:31.5Z", "2021-03-09 07:20 UTC"),
        ("2021-03-09T07:20:00+00:00", "2021-03-09 07:20 UTC"),
        ("2021-03-09T07:20:00-05:00", "2021-03-09 07:20 UTC-05:00"),
    ],
)
def test_a_moment_is_printed_without_seconds_and_with_no_zone_but_a_foreign_one(value, printed):
    assert front.moment(value) == printed
