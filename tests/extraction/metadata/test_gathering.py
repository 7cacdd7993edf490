"""Whole pages: which witness is heard, where a value comes from, what contradicts it."""

from time import process_time

import pytest

from bulletin_export.model.article import ContributorRole
from bulletin_export.readers.html import HtmlReader
from bulletin_export.sources import Source

TITLE = "全市防汛工作电视电话会议在青川召开"
BODY = "".join(
    f"<p>　　会议指出，防汛救灾关系人民群众生命财产安全，要向最好处努力，第{n}项工作要压实责任。</p>"
    for n in "一二三四五六"
)
NAV = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/yw">要闻</a></li><li><a href="/zw">政务</a></li></ul>'
FOOT = '<div class="footer">Copyright © 2021-03-04 青川之窗 版权所有 主办单位：青川市政府</div>'


def page(
    info="",
    head="",
    body=BODY,
    after="",
    above="",
    title=f"<h1>{TITLE}</h1>",
    page_title=f"{TITLE}_青川之窗",
):
    return (
        f"<html><head><meta charset=utf-8><title>{page_title}</title>{head}</head><body>"
        f'<div class="logo">青川之窗</div>{NAV}{above}<div class="main"><div class="hd">{title}{info}</div>'
        f'<div class="content">{body}</div>{after}</div>{FOOT}</body></html>'
    )


def read(html, address=""):
    result = HtmlReader().read(Source(data=html.encode(), name="page.html", address=address))
    (article,) = result.articles
    return article, result.diagnostics


def date(html, address=""):
    given = read(html, address)[0].metadata.date
    return given.value if given else None


def names(html, *roles):
    return read(html)[0].metadata.names(*(roles or (ContributorRole.AUTHOR,)))


def origin(article, field):
    (found,) = (one for one in article.evidence.origins if one.field == field)
    return found.rule, found.place


def test_every_value_has_one_origin():
    html = page(
        info="<p>时间：2020-02-06 08:30 来源：皖江日报 作者：张三 李四 责任编辑：王五 浏览量：4864</p>",
        head='<meta name="SiteName" content="青川之窗"><meta name="Description" content="摘要"><meta name="Keywords" content="防汛">'
        '<meta name="copyright" content="版权所有"><meta name="subtitle" content="各县设分会场"><meta property="og:url" content="http://a.cn/1.html">',
        above='<div>当前位置：<a href="/">首页</a> &gt; <a href="/yw">要闻</a> &gt; 正文</div>',
        body=BODY + "<p>（摄影：赵六）</p>",
    )
    article, _ = read(html)
    line = "时间：2020-02-06 08:30 来源：皖江日报 作者：张三 李四 责任编辑：王五 浏览量：4864"
    assert {one.field: (one.rule, one.place) for one in article.evidence.origins} == {
        "title": ("heading", "h1"),
        "subtitle": ("other-meta", "meta[name=subtitle]"),
        "date": ("printed-label", line),
        "source": ("printed-label", line),
        "publisher": ("government-meta", "meta[name=SiteName]"),
        "author": ("printed-label", line),
        "editor": ("printed-label", line),
        "photographer": ("printed-label", "（摄影：赵六）"),
        "address": ("open-graph", "meta[property=og:url]"),
        "language": ("text", ""),
        "section": ("breadcrumb", "当前位置：首页 > 要闻 > 正文"),
        "description": ("government-meta", "meta[name=Description]"),
        "subjects": ("government-meta", "meta[name=Keywords]"),
        "rights": ("other-meta", "meta[name=copyright]"),
        "views": ("printed-label", line),
    }


def test_a_title_that_is_not_printed_tells_its_tag():
    article, _ = read(
        page(title="", page_title="", head=f'<meta name="ArticleTitle" content="{TITLE}">')
    )
    assert origin(article, "title") == ("government-meta", "meta[name=ArticleTitle]")
    article, _ = read(page(title=""))
    assert article.headline.title == TITLE
    assert origin(article, "title") == ("page-title", "title")


@pytest.mark.parametrize(
    ("info", "head", "fields"),
    [
        ("时间：2020-02-07 来源：皖江日报", '<meta name=PubDate content="2020-02-06 08:30">', ["date"]),
        ("时间：2020-02-06 09:30", '<meta name=PubDate content="2020-02-06 08:30">', ["date"]),
        ("时间：2020-02-06", '<meta name=PubDate content="2020-02-06 08:30">', []),
        ("时间：2020-02-06 08:30", '<meta name=PubDate content="2020-02-06">', []),
        ("时间：2020-02-06 08:30", '<meta property="article:published_time" content="2020-02-06T00:30:00Z">', []),
        ("时间：2020-02-06 08:30", '<meta property="article:published_time" content="2020-02-06T08:30:12+08:00">', []),
        ("来源：浙江监管局 时间：2020-02-06", '<meta name=ContentSource content="浙江">', ["source"]),
        ("来源：皖江日报 时间：2020-02-06", '<meta name=ContentSource content="来源：皖江日报">', []),
        ("时间：2020-02-06", '<meta name=ArticleTitle content="全省工作会议在省城召开">', ["title"]),
        ("时间：2020-02-06", f'<meta property="og:title" content="{TITLE}_青川之窗">', []),
    ],
)  # fmt: skip
def test_a_meta_that_contradicts_the_printed_line_is_a_remark(info, head, fields):
    article, diagnostics = read(page(info=f"<p>{info}</p>", head=head))
    found = [one for one in diagnostics if one.code == "metadata-contradiction"]
    assert [one.facts["field"] for one in found] == fields
    assert all(one.severity == "info" and one.facts["place"].startswith("meta[") for one in found)
    assert article.headline.title == TITLE


def test_the_remark_holds_both_values():
    html = page(
        info="<p>时间：2020-02-07</p>", head='<meta name=PubDate content="2020-02-06 08:30">'
    )
    article, diagnostics = read(html)
    (remark,) = diagnostics
    assert remark.facts == {
        "field": "date",
        "printed": "2020-02-07",
        "other": "2020-02-06T08:30",
        "place": "meta[name=PubDate]",
    }
    assert article.metadata.date.value == "2020-02-07"
    assert "2020-02-06T08:30" in remark.sentence("zh")


@pytest.mark.parametrize(
    ("html", "value"),
    [
        (page(info="<p>时间：2020-02-06</p>", head='<meta name=PubDate content="2020-02-06 08:30">'), "2020-02-06T08:30"),
        (page(info="<p>时间：2020-02-06</p>", head='<meta name=PubDate content="2020-02-06 00:00:00">'), "2020-02-06"),
        (page(above="<div>2020 / 03 / 12 星期四</div>"), None),
        (page(above="<div>今天是 2020年3月12日 星期四 10:20</div>", info="<p>来源：皖江日报</p>"), None),
        (page(above="<div>时间：2020-02-06 08:30 来源：皖江日报</div>"), "2020-02-06T08:30"),
        (page(body="<p>2020年3月1日，会议在青川召开，会议研究部署了下一阶段的各项工作任务。</p>" + BODY), None),
        (page(after="<h3>相关阅读</h3><ul><li><a href=1>会议</a> 2020-03-01</li></ul>"), None),
        (page(after="<div>发布日期：2020-02-06 08:30</div>"), "2020-02-06T08:30"),
        (page(info="<div><b>21</b><span>2024年02月</span></div>"), "2024-02-21"),
        (page(info="<div><em>2019</em><div>09/07</div><div>19:02</div></div>"), "2019-09-07T19:02"),
        (page(info="<p>发布时间：10月8日 12:00 皖江日报</p>", head='<meta name=dateUpdate content="2020-10-08 12:00:13">'), "2020-10-08T12:00"),
        (page(info="<p>发布时间：10-0812:00</p>"), None),
        (page(info="<p>昨天</p>", head='<meta property="article:published_time" content="1580949000">'), "2020-02-06T08:30:00+08:00"),
    ],
)  # fmt: skip
def test_the_date_of_the_article_is_found_and_no_other(html, value):
    assert date(html) == value


def test_the_address_tells_the_day_at_last():
    article, _ = read(page(), "http://a.cn/zw/t20200206_1.html")
    assert article.metadata.date.value == "2020-02-06"
    assert origin(article, "date") == ("address", "http://a.cn/zw/t20200206_1.html")
    assert (
        date(page(info="<p>发布时间：02-06 08:30</p>"), "http://a.cn/zw/t20200206_1.html")
        == "2020-02-06T08:30"
    )
    assert (
        date(page(info="<p>2020-02-05 皖江日报</p>"), "http://a.cn/zw/t20200206_1.html")
        == "2020-02-05"
    )


def test_the_printed_value_of_a_date_is_kept():
    given = read(page(info="<p>2020年2月6日 08:30 皖江日报</p>"))[0].metadata.date
    assert given.printed == "2020年2月6日 08:30"


@pytest.mark.parametrize(
    ("html", "authors"),
    [
        (page(head='<meta name=author content="张三">'), ("张三",)),
        (page(head='<meta name=author content="张三">', info="<p>责编：张三</p>"), ()),
        (page(head='<meta name=author content="张三">', info="<p>责编：王五</p>"), ()),
        (page(head='<meta name=author content="105464">'), ()),
        (page(head='<meta name=author content="青川之窗">'), ()),
        (page(head='<meta name=author content="name, email@gmail.com">'), ()),
        (page(info="<p class=author>张三</p><p>2020-02-06</p>"), ("张三",)),
        (page(info="<span class=author>张三</span> <span>2020-02-06</span>"), ("张三",)),
        (page(after='<div class=c><span class="author">张三</span>：支持！</div>'), ()),
        (page(info="<p>作者：陈海 责任编辑：陈海</p>", body=BODY + "<p>（作者：方敏，系青川大学教授）</p>"), ("方敏",)),
        (page(info="<p>作者：郭旭 责任编辑：郭旭</p>"), ("郭旭",)),
        (page(body="<p>本报讯（记者 张三）全市防汛会议今天召开，会议强调了工作纪律和责任。</p>" + BODY), ("张三",)),
        (page(body=BODY + "<p>会议今天结束。（记者 张三）</p>"), ("张三",)),
        (page(body=BODY + "<p>（张三 李四）</p>"), ("张三", "李四")),
        (page(after="<div>作者：张三　编辑：王五</div>"), ("张三",)),
        (page(), ()),
    ],
)  # fmt: skip
def test_authors_are_found_and_none_is_invented(html, authors):
    assert names(html) == authors


@pytest.mark.parametrize(
    ("after", "editors"),
    [
        ("<p>责任编辑：王五</p>", ("王五",)), ("<div class=share><span>[责任编辑：王五]</span></div>", ("王五",)),
        ("<ul><li>原标题：会议</li><li>责任编辑: 王五</li></ul>", ("王五",)), ("<p>一审：赵六 二审：孙七</p>", ("赵六",)),
    ],
)  # fmt: skip
def test_editors_are_named_below(after, editors):
    assert names(page(after=after), ContributorRole.EDITOR) == editors
    assert names(page(after=after)) == ()


def test_a_named_account_speaks_before_what_merely_stands_beside_the_date():
    html = page(
        info='<div><span class="rich_media_meta_text">张三丰</span><a id="js_name">青川发布</a><em>2020-02-06 08:30</em></div>'
    )
    article, _ = read(html)
    assert article.metadata.source == "青川发布"
    assert article.metadata.names(ContributorRole.AUTHOR) == ("张三丰",)


@pytest.mark.parametrize(
    "above",
    [
        "<div>当前位置：<a href=/>首页</a> &gt; <a href=/yw>要闻</a> &gt; 正文</div>",
        "<div>您现在的位置：首页 >> 要闻 >> 正文</div>",
        '<ol class="breadcrumb"><li><a href=/>首页</a></li><li><a href=/yw>要闻</a></li><li>正文</li></ol>',
        f'<div class="position"><a href=/>首页</a>&gt;<a href=/yw>要闻</a>&gt;{TITLE}</div>',
        "<div>首页 › 政务 › 要闻</div>",
    ],
)
def test_breadcrumbs_tell_the_section(above):
    assert read(page(above=above))[0].metadata.section == "要闻"


def test_views_below_the_body_count():
    assert read(page(after="<ul><li>阅读 539</li></ul>"))[0].metadata.views == 539


@pytest.mark.parametrize(
    "grown",
    [
        lambda size: "<h1>" + "会<br>" * size + "</h1>",
        lambda size: "".join(f"<p class='source s{n}'>来源：报{n}</p>" for n in range(size)),
        lambda size: "<p itemprop=author>张三</p>" * size,
        lambda size: "<p>" + "来源：" * size + "2020 " * size + "</p>",
        lambda size: "<p>" + "（记者 张三）" * size + "</p>",
        lambda size: (
            "<h1>" + "<b>" * 200 + "会议" + "</b>" * 200 + "</h1>" + "<p>作者：</p>" * size
        ),
    ],
)
def test_the_time_grows_no_faster_than_the_page(grown):
    def spent(size):
        html = page(title=grown(size), page_title="-" * size + "会议")
        data = html.encode()
        started = process_time()
        HtmlReader().read(Source(data=data, name="page.html"))
        return process_time() - started

    small = min(spent(1000) for _ in range(2))
    # Other work on the machine slows some of the tries.
    assert any(spent(4000) < 4 * 2.5 * small + 0.1 for _ in range(3))
