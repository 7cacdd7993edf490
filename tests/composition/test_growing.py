"""A publication grows without anything that was there changing its name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article, p
from bulletin_export.composition.growing import fresh, grown
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.record import article_numbers, section_numbers

LONG = (
    "会议强调，要认真贯彻落实各项决策部署，扎实推进重点工作。据统计，前三季度全市完成投资一千二百八十亿元，"
    "同比增长百分之六点五，其中工业投资增长较快，民间投资有所回升，重大项目建设进展顺利，群众获得感不断增强。"
)


def book(*sections: Section, **facts: object) -> Publication:
    return Publication(sections=sections, title="汇编", has_contents=True, **facts)


def titles(one: Publication) -> list[tuple[str, list[str]]]:
    return [(s.title, [a.headline.title for a in s.articles]) for s in one.sections]


def kept(book: Publication, *articles):
    remarks = []
    return [one.headline.title for one in fresh(articles, book, remarks)], [
        (one.code, one.where) for one in remarks
    ]


def test_new_articles_come_behind_those_of_their_section_and_get_the_next_numbers():
    old = book(
        Section((article("甲", title="一"),), "要闻"), Section((article("乙", title="二"),), "基层")
    )
    more = book(
        Section((article("丙", title="三"),), "要闻"), Section((article("丁", title="四"),), "文件")
    )
    whole = grown(old, more)
    assert titles(whole) == [("要闻", ["一", "三"]), ("基层", ["二"]), ("文件", ["四"])]
    assert whole.numbers == (1, 3, 2, 4)
    assert section_numbers(whole) == (1, 2, 3)


def test_a_new_section_inside_another_comes_last_in_it_and_keeps_the_numbers_of_those_behind():
    old = book(
        Section((), "甲报"), Section((article("一"),), "2020-01-01", 2),
        Section((), "乙报"), Section((article("二"),), "2020-01-01", 2),
    )  # fmt: skip
    more = book(Section((), "甲报"), Section((article("三"),), "2020-01-02", 2))
    whole = grown(old, more)
    assert [one.title for one in whole.sections] == [
        "甲报", "2020-01-01", "2020-01-02", "乙报", "2020-01-01",
    ]  # fmt: skip
    assert whole.section_numbers == (1, 2, 5, 3, 4)


_sections = st.lists(
    st.tuples(st.sampled_from(["", "要闻", "基层", "文件"]), st.integers(1, 3)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@given(st.lists(_sections, min_size=1, max_size=4))
def test_however_often_a_book_grows_every_article_keeps_its_number(rounds):
    names = {}
    whole = None
    for turn, sections in enumerate(rounds):
        more = book(
            *(
                Section(tuple(article(f"{turn}{n}{k}") for k in range(count)), title)
                for n, (title, count) in enumerate(sections)
            )
        )
        whole = grown(whole, more) if whole else more
        now = dict(zip(article_numbers(whole), whole.articles(), strict=True))
        assert len(now) == whole.count
        assert names.items() <= now.items()
        names = now


def test_an_article_from_a_page_that_the_book_has_is_left_out():
    old = book(Section((article("甲", title="一", address="http://www.e.cn/1.html"),)))
    same = article("改过的甲", title="一（更新）", address="https://e.cn/1.html?utm_source=x")
    assert kept(old, same) == ([], [("article-same-page", "一（更新）")])


def test_places_of_one_page_are_different_pages():
    old = book(Section((article("甲", address="http://e.cn/day.html#1"),)))
    assert kept(old, article("乙", title="二", address="http://e.cn/day.html#2"))[0] == ["二"]


def test_the_same_text_in_other_marks_and_widths_is_the_same_article():
    old = book(Section((article(p(LONG), title="原题"),)))
    again = article(p(LONG.replace("，", ",").replace("六点五", "六点五 ")), title="转载")
    assert kept(old, again) == ([], [("article-same-text", "转载")])


def test_short_texts_are_the_same_only_under_the_same_title():
    old = book(Section((article("见图。", title="一"),)))
    assert kept(old, article("见图。", title="二"))[0] == ["二"]
    assert kept(old, article("见图。", title="一"))[0] == []


def test_nearly_the_same_text_is_kept_and_named():
    old = book(Section((article(p(LONG * 3), title="原题"),)))
    near = article(p("本报讯　" + LONG * 3), title="转载")
    assert kept(old, near) == (["转载"], [("article-similar", "转载")])


def test_what_shares_half_of_its_text_is_another_article():
    other = LONG.translate(
        str.maketrans("会议强调认真贯彻落实各项决策部署", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")
    )
    old = book(Section((article(p(LONG + other), title="原题"),)))
    assert kept(old, article(p(other[:60] + LONG[60:]), title="别稿"))[1] == []


def test_of_new_articles_each_is_taken_once():
    one = article(p(LONG), title="一")
    assert kept(book(Section((article("甲"),))), one, one)[0] == ["一"]
