"""Lines about the article that slipped into its body."""

import pytest
from msgspec.structs import replace

from builders import article, img, note, p
from bulletin_export.model.article import Contributor, ContributorRole, Metadata
from bulletin_export.model.text import paragraphs
from bulletin_export.transforms.base import undone
from bulletin_export.transforms.clean import chosen, clean
from bulletin_export.transforms.clean.boilerplate import facts_in, is_boilerplate
from bulletin_export.transforms.clean.replay import raw_texts, texts

LINES = [
    "来源：皖江日报",
    "来源:皖江日报　时间:2021-03-05　浏览量 :4864",
    "发布时间：2021年3月5日 17:30 | 作者：宗甲 吴乙丙",
    "作者：宗甲、吴乙丙",
    "责任编辑：林丁",
    "（责任编辑：林丁）",
    "[责编: 林丁]",
    "（编辑：林丁）",
    "【打印】【关闭】",
    "【打印本页】 【关闭窗口】",
    "[收藏] [打印] [关闭]",
    "打印 | 关闭",
    "上一篇：春耕备耕有序推进",
    "下一篇：没有了",
    "分享到：",
    "XML地图",
]
TEXT = [
    "来源于生活，高于生活。",
    "时间：2021年3月5日上午9时",
    "地点：市政府三楼会议室",
    "编辑出版了三部著作。",
    "作者：他在序言中说，这是一本好书。",
    "来源：据新华社报道，今年粮食产量再创新高。",
    "打印机",
    "大",
    "分享到的经验很多",
    "上一篇文章介绍了背景。",
    "时间就是生命",
    "",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_about_the_article_is_known(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", TEXT)
def test_a_line_of_the_article_is_none(line):
    assert not is_boilerplate(line)
    assert not facts_in(line)


def said(line):
    return [(fact.field, fact.value) for fact in facts_in(line)]


def test_labelled_values_are_read():
    assert said(LINES[1]) == [("source", "皖江日报"), ("date", "2021-03-05"), ("views", "4864")]
    assert said(LINES[2]) == [
        ("date", "2021-03-05T17:30"),
        ("author", "宗甲"),
        ("author", "吴乙丙"),
    ]
    assert said("春耕有序推进。（责任编辑：林丁）") == [("editor", "林丁")]


def test_nobody_is_invented():
    assert said("作者：本报讯") == [("author", "本报讯")] or said("作者：本报讯") == []
    assert said("作者：某某单位办公室") == []
    assert said("来源：") == []
    assert said("浏览量：很多") == []


BODY = ["各地抢抓农时。", "备耕有序推进。", "农资供应充足。", "价格平稳。", "确保粮食生产。"]
GIVEN = article(
    "来源:皖江日报 时间:2021-03-05", *BODY, "全文完。（责任编辑：林丁）", "【打印】【关闭】"
)


def test_what_is_said_fills_what_is_empty_and_the_lines_stay():
    done = clean(GIVEN)
    data = done.article.metadata
    assert (data.source, data.date.value) == ("皖江日报", "2021-03-05")
    assert data.names(ContributorRole.EDITOR) == ("林丁",)
    assert len(texts(done.article)) == len(texts(GIVEN))
    assert {(o.field, o.rule) for o in done.article.evidence.origins} == {
        ("source", "boilerplate-facts"),
        ("date", "boilerplate-facts"),
        ("editor", "boilerplate-facts"),
    }
    source = next(one for one in done.changes if one.field == "source")
    assert undone("皖江日报", [source]) == ""
    assert not clean(done.article).changes


def test_what_is_known_stays():
    known = Metadata(source="某报", contributors=(Contributor("宗甲", ContributorRole.EDITOR),))
    data = clean(replace(GIVEN, metadata=known)).article.metadata
    assert data.source == "某报"
    assert data.names(ContributorRole.EDITOR) == ("宗甲",)


def test_facts_are_left_alone_without_their_rule():
    assert not clean(GIVEN, chosen("-boilerplate-facts")).article.metadata.source


def test_on_request_the_lines_go_and_come_back():
    done = clean(GIVEN, chosen("+boilerplate"))
    assert list(paragraphs(done.article.blocks)) == [*BODY, "全文完。"]
    assert done.article.metadata.source == "皖江日报"
    gone = [one for one in done.changes if one.rule == "boilerplate"]
    assert "【打印】【关闭】" in [one.before for one in gone]
    assert raw_texts(done.article, done.changes) == texts(GIVEN)


def test_a_line_that_was_split_off_goes_with_its_paragraph_end():
    given = article("粮食丰收。\u00a0 责任编辑：林丁", "来源：某报  (某某)")
    done = clean(given, chosen("+boilerplate"))
    assert texts(done.article)[0] == "粮食丰收。"
    assert raw_texts(done.article, done.changes) == texts(given)


def test_in_the_middle_of_an_article_everything_stays():
    given = article(*BODY, "来源：某报", *BODY)
    done = clean(given, chosen("+boilerplate"))
    assert "来源：某报" in texts(done.article)
    assert not done.article.metadata.source


def test_a_line_with_a_picture_or_a_note_stays():
    given = article(p("责任编辑：林丁", img("a.png")), p("来源：某报", note(p("注"))))
    assert len(clean(given, chosen("+boilerplate")).article.blocks) == 2
