"""What the tags of a page say: meta tags of all families, JSON-LD, microdata, known names."""

import pytest

from bulletin_export.extraction.metadata.head import read_head
from bulletin_export.extraction.repair import parse

TITLE = "全市防汛工作电视电话会议在青川召开"
MINUTE = "2020-02-06T08:30"


def given(head, body="<p>正文</p>", address=""):
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_head(parse(page, "page.html"), address)


def values(facts):
    found = {role.value: people.value for role, people in facts.people.items()}
    for field in (
        "title",
        "kicker",
        "subtitle",
        "source",
        "publisher",
        "section",
        "description",
        "subjects",
        "rights",
        "address",
        "language",
    ):
        value = getattr(facts, field)
        if value:
            found[field] = value.value
    if facts.date:
        found["date"] = facts.date.value.value
    return found


def meta(**names):
    return "".join(
        f'<meta name="{name.replace("__", ".")}" content="{value}">'
        for name, value in names.items()
    )


def prop(**names):
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in names.items()
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta(ArticleTitle=TITLE), {"title": TITLE}),
        (meta(articletitle=TITLE, PUBDATE="2020-02-06 08:30:12"), {"title": TITLE, "date": "2020-02-06T08:30:12"}),
        (meta(PubDate="2020--02--06 08:30"), {"date": MINUTE}),
        (meta(PubDate="2020-02-06-08:30:59"), {"date": "2020-02-06T08:30:59"}),
        (meta(contentSource="来源：市政府办公室"), {"source": "市政府办公室"}),
        (meta(SiteName="青川市政府", ColumnName="政务要闻"), {"publisher": "青川市政府", "section": "政务要闻"}),
        (meta(SiteName="青川市政府", Keywords="防汛;救灾，会议", Description="摘要"), {"publisher": "青川市政府", "subjects": ("防汛", "救灾", "会议"), "description": "摘要"}),
        (meta(SiteName="青川市政府", Url="http://a.cn/1.html"), {"publisher": "青川市政府", "address": "http://a.cn/1.html"}),
        (prop(og__title=TITLE, og__site_name="青川网"), {"title": TITLE, "publisher": "青川网"}),
        (prop(og__url="/1.html", og__description="摘要", og__locale="zh_TW"), {"address": "http://a.cn/1.html", "description": "摘要", "language": "zh-TW"}),
        (prop(article__published_time="2020-02-06T08:30:00+08:00", article__section="要闻"), {"date": "2020-02-06T08:30:00+08:00", "section": "要闻"}),
        (prop(article__published_time="1580949000"), {"date": "2020-02-06T08:30:00+08:00"}),
        ('<meta property="og:time " content="2020-02-06 08:30">', {"date": MINUTE}),
        (prop(article__author="参考消息"), {"source": "参考消息"}),
        (prop(article__author="https://facebook.com/a"), {}),
        (meta(DC__Title=TITLE, DC__date="2020-02-06"), {"title": TITLE, "date": "2020-02-06"}),
        ('<meta name="DCTERMS.issued" content="2020-02-06T08:30"><meta name="DC.creator" content="张三">', {"date": MINUTE, "author": ("张三",)}),
        ('<meta name="dc:publisher" content="皖江日报"><meta name="dc_rights" content="公开">', {"publisher": "皖江日报", "rights": "公开"}),
        ('<meta name="DC.creator" content="张三"><meta name="DC.creator" content="李四">', {"author": ("张三", "李四")}),
        (meta(publishdate="2020-02-06", source="来源：人民日报", catalogs="1004", editor="王五"), {"date": "2020-02-06", "source": "人民日报", "editor": ("王五",)}),
        ('<meta name="weibo: article:create_at" content="2020-02-06 08:30">', {"date": MINUTE}),
        ('<meta name="apub:time" content="2020-02-06 08:30"><meta name="apub:from" content="皖江网">', {"date": MINUTE, "source": "皖江网"}),
        ('<meta itemprop="dateUpdate" content="2020-02-06 08:30">', {"date": MINUTE}),
        (meta(firstpublishedtime="2007-08-20-23:59:59", lanmu="公报"), {"date": "2007-08-20T23:59:59", "section": "公报"}),
        (meta(catalog="1004"), {}),
        (meta(subtitle="各县设分会场", pretitle="市长讲话"), {"subtitle": "各县设分会场", "kicker": "市长讲话"}),
        (meta(copyright="版权所有"), {"rights": "版权所有"}),
        ('<link rel="canonical" href="/a.html">', {"address": "http://a.cn/a.html"}),
        ('<meta http-equiv="Content-Language" content="zh-CN">', {"language": "zh-CN"}),
        (meta(source="105464"), {}), (meta(PubDate="unknown"), {}), (meta(author="张三"), {}),
    ],
)  # fmt: skip
def test_meta_tags_are_read_whatever_their_family(head, expected):
    assert values(given(head, address="http://a.cn/x/").given) == expected


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("张三", ("张三",)), ("张三 李四", ("张三", "李四")),
        ("name, email@gmail.com", None), ("sina_mobile", None), ("105464", None), ("网易", None), ("新华网", None),
        ("chinanews", None), ("国家金融监督管理总局", None), ("", None), ("admin", None), ("www.a.cn", None),
    ],
)  # fmt: skip
def test_the_authors_tag_names_a_person_or_nobody(content, names):
    named = given(meta(author=content)).named
    assert (named.value if named else None) == names


def script(text):
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = f'"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2020-02-06T08:30:00+08:00"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{{{ARTICLE}}}", {}),
        (f"[{{{ARTICLE}}}]", {}),
        (f'{{"@graph":[{{"@type":"WebSite","name":"a"}},{{{ARTICLE}}}]}}', {}),
        (f'[{{"@graph":[{{{ARTICLE}}}]}}]', {}),
        (f"{{{ARTICLE},}}", {}),
        (f"<!-- {{{ARTICLE}}} -->", {}),
        (f"//<![CDATA[\n{{{ARTICLE}}}\n//]]>", {}),
        (f"/* news */ {{{ARTICLE}}};", {}),
        (f'{{{ARTICLE},"description":"一\n二"}}', {"description": "一二"}),
        (f'{{{ARTICLE},"x":"\x02"}}', {}),
        ('{{{}}}'.format(ARTICLE.replace('"NewsArticle"', '["Thing","NewsArticle"]')), {}),
        ('{{{}}}'.format(ARTICLE.replace("NewsArticle", "http://schema.org/NewsArticle")), {}),
        (f'{{{ARTICLE},"author":{{"@type":"Person","name":"张三"}}}}', {"author": ("张三",)}),
        (f'{{{ARTICLE},"author":[{{"@type":"Person","name":"张三"}},{{"@type":"Person","name":"大渡 美咲"}}]}}', {"author": ("张三", "大渡 美咲")}),
        (f'{{{ARTICLE},"author":"张三"}}', {"author": ("张三",)}),
        (f'{{{ARTICLE},"author":"新华网"}}', {}),
        (f'{{{ARTICLE},"author":{{"@type":"Organization","name":"自由時報"}}}}', {}),
        (f'{{{ARTICLE},"editor":{{"@type":"Person","name":"王五"}}}}', {"editor": ("王五",)}),
        (f'{{{ARTICLE},"publisher":{{"@type":"Organization","name":"皖江日报"}}}}', {"publisher": "皖江日报"}),
        (f'{{"@graph":[{{{ARTICLE},"publisher":{{"@id":"#o"}},"author":{{"@id":"#p"}}}},{{"@id":"#o","name":"皖江日报"}},{{"@id":"#p","@type":"Person","name":"张三"}}]}}', {"publisher": "皖江日报", "author": ("张三",)}),
        (f'{{{ARTICLE},"keywords":"防汛,救灾","articleSection":["要闻","时政"],"inLanguage":"zh-CN"}}', {"subjects": ("防汛", "救灾"), "section": "要闻", "language": "zh-CN"}),
    ],
)  # fmt: skip
def test_json_ld_is_read_also_where_it_is_broken(text, expected):
    plain = {"title": TITLE, "date": "2020-02-06T08:30:00+08:00"}
    assert values(given(script(text)).given) == plain | expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[[[[[[[[[[]]]]]]]]]]",
        '{"@type":"Person","name":"张三"}',
        '"x"',
        "{]}",
        "[" * 3000,
    ],
)
def test_json_ld_that_says_nothing_says_nothing(text):
    assert values(given(script(text)).given) == {}


def test_the_form_of_one_search_engine_is_read():
    facts = given(script(f'{{"title":"{TITLE}","pubDate":"2020-02-06T08:30:00"}}')).given
    assert values(facts) == {"title": TITLE, "date": "2020-02-06T08:30:00"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<h1 itemprop="headline">{TITLE}</h1>', {"title": TITLE}),
        ('<span itemprop="datePublished" content="2020-02-06T08:30">昨天</span>', {"date": MINUTE}),
        ('<time itemprop="datePublished" datetime="2020-02-06T08:30">昨天</time>', {"date": MINUTE}),
        ('<span itemprop="datePublished">2020年02月06日 08:30</span>', {"date": MINUTE}),
        ('<span itemprop="author">张三</span>', {"author": ("张三",)}),
        ('<span itemprop="author">作者：<span itemprop="name">张三</span></span>', {"author": ("张三",)}),
        ('<div itemprop="author" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">张三</span></div>', {}),
        ('<span itemprop="author">新华网</span>', {}),
        ('<div itemprop="publisher" itemscope><meta itemprop="name" content="皖江日报"></div>', {"publisher": "皖江日报"}),
        ('<div itemtype="http://schema.org/Comment" itemscope><span itemprop="author">张三</span><time itemprop="datePublished" datetime="2020-02-07">x</time></div>', {}),
        ('<time datetime="2020-02-06T08:30:00+08:00">3天前</time>', {"date": "2020-02-06T08:30:00+08:00"}),
        ('<ul><li><time datetime="2020-02-06">x</time></li></ul><aside><time datetime="2020-02-07">x</time></aside>', {}),
    ],
)  # fmt: skip
def test_microdata_is_read(body, expected):
    assert values(given("", body).given) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<span id=pubtime_baidu>2020-02-06 08:30</span><span id=source_baidu>来源：<a href=x>皖江日报</a></span>", {"date": MINUTE, "source": "皖江日报"}),
        ("<span id=author_baidu>作者：张三</span><span id=editor_baidu>责任编辑：李四</span>", {"author": ("张三",), "editor": ("李四",)}),
        ("<a id=js_name> 掌上青川 </a>", {"source": "掌上青川"}),
        ('<p class="author-name">IT之家</p>', {"source": "IT之家"}),
        ('<p class="author-name">张三</p>', {"author": ("张三",)}),
        ('<span class="a source b">皖江日报</span>', {"source": "皖江日报"}),
        ('<ul><li><span class="source">皖江日报</span></li></ul>', {}),
        ('<p>来源： <img src=a.gif alt="皖江日报"> 2020</p>', {"source": "皖江日报"}),
        ('<p>来源：<a href=x><img src=a.gif alt="皖江日报"></a></p>', {"source": "皖江日报"}),
        ('<p>会场 <img src=a.gif alt="皖江日报"></p>', {}),
    ],
)  # fmt: skip
def test_elements_with_well_known_names_are_read(body, expected):
    assert values(given("", body).marked) == expected


def test_families_are_believed_in_one_order():
    head = prop(og__title="站名", article__published_time="2020-02-07") + meta(
        ArticleTitle=TITLE, PubDate="2020-02-06 08:30"
    )
    facts = given(head).given
    assert (facts.title.value, facts.title.rule, facts.title.place) == (
        TITLE,
        "government-meta",
        "meta[name=ArticleTitle]",
    )
    assert facts.date.place == "meta[name=PubDate]"
    assert given(prop(og__title=TITLE)).given.title.rule == "open-graph"
    assert given(meta(DC__title=TITLE)).given.title.rule == "dublin-core"
