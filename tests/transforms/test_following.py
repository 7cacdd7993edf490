"""Next pages and whole articles, through a function that was given."""

import pytest
from msgspec.structs import replace

from builders import article, h
from bulletin_export.errors import UnreachableError, UnreadableSourceError
from bulletin_export.model.article import Contributor, Date, Metadata
from bulletin_export.model.text import paragraphs
from bulletin_export.transforms.base import Change, Transformed
from bulletin_export.transforms.following import MOST_PAGES, complete, join_pages


def leading(one, next_page="", **facts):
    return replace(one, metadata=replace(one.metadata, next_page=next_page, **facts))


def shelf(**pages):
    """Return what gives *pages* by name; it lists what was asked for."""
    asked = []

    def page(address):
        asked.append(address)
        if address not in pages:
            raise UnreadableSourceError(source=address, reason="not there")
        return Transformed(pages[address])

    page.asked = asked
    return page


def words(done):
    return list(paragraphs(done.article.blocks))


def test_pages_stand_in_order_and_what_is_known_is_of_the_first():
    page = shelf(b=leading(article("二", source="乙报"), "c"), c=article("三"))
    done = join_pages(leading(article("一", source="甲报"), "b"), page)
    assert words(done) == ["一", "二", "三"]
    assert done.article.metadata == Metadata(source="甲报")
    assert [one.code for one in done.diagnostics] == ["next-page-joined"] * 2


def test_an_article_of_one_page_stays_the_same_object():
    one = article("一")
    assert join_pages(one, shelf()).article is one


@pytest.mark.parametrize("title", ["标题", "标题(2)", "标题（二）", "标题 [第2页]", "标题 2"])
def test_headline_and_pager_are_not_repeated(title):
    first = leading(article("一", "上一页 1 2 3 下一页"), "b")
    second = article(h(1, title), "二", "第 2 页 / 共 3 页", "【上一页】【下一页】")
    assert words(join_pages(first, shelf(b=second))) == ["一", "二"]


def test_a_paragraph_that_begins_like_the_headline_stays():
    second = article("标题中的人物后来怎样了？", "下一页书签夹在第3页。")
    done = join_pages(leading(article("一"), "b"), shelf(b=second))
    assert words(done) == ["一", "标题中的人物后来怎样了？", "下一页书签夹在第3页。"]


def test_a_page_that_is_not_there_ends_the_article_and_is_named():
    done = join_pages(leading(article("一"), "b"), shelf(b=leading(article("二"), "c")))
    assert words(done) == ["一", "二"]
    assert done.article.metadata.next_page == "c"
    *_, remark = done.diagnostics
    assert remark.code == "next-page-missing"
    assert "not there" in remark.message


@pytest.mark.parametrize("back", ["b", "a", "again"])
def test_pages_in_a_circle_end(back):
    first = leading(article("一"), "b", address="a")
    page = shelf(b=leading(article("二"), back), a=first, again=leading(article("二"), "b"))
    done = join_pages(first, page)
    assert words(done) == ["一", "二"]
    assert done.article.metadata.next_page == ""
    assert [one.code for one in done.diagnostics] == ["next-page-joined"]


def test_pages_without_end_end():
    def page(address):
        n = int(address)
        return Transformed(leading(article(f"第{n}段"), str(n + 1)))

    done = join_pages(leading(article("一"), "2"), page)
    assert len(words(done)) == MOST_PAGES
    assert done.diagnostics[-1].code == "next-page-missing"


def test_links_start_from_the_page_they_stand_on():
    page = shelf(**{"more/2.html": leading(article("二"), "3.html"), "more/3.html": article("三")})
    assert words(join_pages(leading(article("一"), "more/2.html"), page)) == ["一", "二", "三"]


def test_what_was_saved_with_the_webs_addresses_is_found_beside():
    home = "http://example.org/news"
    first = leading(article("一"), f"{home}/2.html", address=f"{home}/1.html")
    page = shelf(**{"2.html": leading(article("二"), f"{home}/3.html"), "3.html": article("三")})
    assert words(join_pages(first, page)) == ["一", "二", "三"]


def test_what_was_left_out_of_further_pages_is_told_where_it_would_stand():
    def page(_):
        return Transformed(article("二"), (Change("page-furniture", 1, 0, "广告", "", "left-out"),))

    [change] = join_pages(leading(article("一", "又"), "b"), page).changes
    assert change.block == 3


def test_headline_and_pager_that_are_left_out_are_told():
    done = join_pages(leading(article("一", "下一页"), "b"), shelf(b=article("标题", "二")))
    assert [(one.before, one.block, one.field) for one in done.changes] == [
        ("下一页", 1, "left-out"),
        ("标题", 1, "left-out"),
    ]


SUMMARY = leading(
    article("摘要……", title="短题", source="甲报", date="2021-03-05", address="http://x/1"),
    is_summary=True,
    subjects=("农业",),
)
WHOLE = article(
    "全文第一段，说得很多。", "第二段。", title="长题", date="2021-03-05T08:00", authors=("张三",)
)


def test_a_summary_becomes_the_whole_and_keeps_what_only_the_feed_knew():
    done = complete(SUMMARY, shelf(**{"http://x/1": WHOLE}))
    assert done.article.blocks == WHOLE.blocks
    assert done.article.headline == WHOLE.headline
    assert done.article.metadata == Metadata(
        source="甲报",
        date=Date("2021-03-05T08:00"),
        contributors=(Contributor("张三"),),
        address="http://x/1",
        subjects=("农业",),
    )


def test_an_article_that_is_whole_is_not_asked_for():
    page = shelf()
    assert complete(WHOLE, page).article is WHOLE
    assert not page.asked


@pytest.mark.parametrize(
    ("one", "page", "reason"),
    [
        (SUMMARY, shelf(), "not there"),
        (SUMMARY, shelf(**{"http://x/1": article("短")}), "less"),
        (leading(SUMMARY, address=""), shelf(), "no link"),
    ],
)
def test_a_summary_that_cannot_be_completed_stays_and_is_named(one, page, reason):
    done = complete(one, page)
    assert done.article is one
    [remark] = done.diagnostics
    assert remark.code == "summary-kept"
    assert reason in remark.message
    assert remark.sentence("zh")


def test_a_reason_from_the_network_is_said_in_both_languages():
    from bulletin_export.wording import phrase

    def page(_):
        raise UnreachableError(address="http://x/1", reason=phrase("cut-off"))

    [remark] = complete(SUMMARY, page).diagnostics
    assert "cut off" in remark.message
    assert "连接中断" in remark.sentence("zh")
