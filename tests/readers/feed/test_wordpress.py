"""The export file of a WordPress site."""

from bulletin_export.model.nodes import Figure, LineBreak
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find
from bulletin_export.readers.feed.wordpress import with_paragraphs
from feeds import DECLARED, codes, first, lines, read, rss

WP = (
    f'{DECLARED} xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)


def post(title, text="正文。", kind="post", status="publish", more=""):
    return (
        f"<title>{title}</title><link>http://q.cn/{title}</link><dc:creator>张三</dc:creator>"
        "<pubDate>Fri, 27 Sep 2024 04:29:11 +0000</pubDate><description></description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        "<excerpt:encoded><![CDATA[摘要]]></excerpt:encoded>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}"
    )


def export(*items):
    return rss(
        *items, channel="<title>青川</title><wp:wxr_version>1.2</wp:wxr_version>", declared=WP
    )


def test_posts_and_pages_that_are_published_are_articles():
    result = read(
        export(
            post("甲"),
            post("乙", kind="page"),
            post("丙", status="draft"),
            post("丁", kind="nav_menu_item"),
            post("戊", kind="attachment", status="inherit"),
            post("己", status="private"),
        )
    )
    assert [one.headline.title for one in result.articles] == ["甲", "乙"]
    assert [one.title for one in result.listing.entries] == ["甲", "乙"]


def test_a_post_brings_its_metadata():
    more = (
        '<category domain="post_tag" nicename="f">防汛</category>'
        '<category domain="category" nicename="y">要闻</category>'
        "<wp:comment><wp:comment_content>顶</wp:comment_content></wp:comment>"
    )
    article = first(export(post("甲", more=more)))
    assert article.metadata.section == "要闻"
    assert set(article.metadata.subjects) == {"防汛", "要闻"}
    assert article.metadata.names("author") == ("张三",)
    assert article.metadata.description == "摘要"
    assert lines(article) == ["正文。"]


def test_a_short_post_is_no_summary():
    result = read(export(post("甲")))
    assert not result.articles[0].metadata.is_summary
    assert codes(result) == []


def test_blank_lines_divide_paragraphs_and_line_ends_are_breaks():
    article = first(export(post("甲", "第一段，\n换行。\n\n第二段。\n<ul>\n<li>一</li>\n</ul>")))
    assert LineBreak() in article.blocks[0].children
    assert lines(article)[1:] == ["第二段。", "一"]


def test_paragraphs_of_its_own_are_left_alone():
    text = "<!-- wp:paragraph -->\n<p>一\n\n二</p>\n<!-- /wp:paragraph -->"
    assert with_paragraphs(text) == text


def test_preformatted_text_keeps_its_lines():
    assert "<pre>a\n\nb</pre>" in with_paragraphs("文\n\n<pre>a\n\nb</pre>\n\n字")


def test_the_caption_short_code_is_a_figure():
    text = '[caption id="a" width="300"]<img src="http://q.cn/a.jpg"> 图为巡堤[/caption]\n\n正文。'
    (figure,) = find(first(export(post("甲", text))), Figure)
    assert plain_text(figure.caption) == "图为巡堤"


def test_the_featured_picture_heads_the_post():
    meta = (
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value>"
        "</wp:postmeta>"
    )
    picture = "<wp:post_id>7</wp:post_id><wp:attachment_url>http://q.cn/a.jpg</wp:attachment_url>"
    article = first(
        export(post("图", kind="attachment", status="inherit", more=picture), post("甲", more=meta))
    )
    assert article.blocks[0].images[0].address == "http://q.cn/a.jpg"


def test_a_post_without_a_date_of_the_feed_has_that_of_wordpress():
    text = post("甲", more="<wp:post_date>2024-09-27 12:29:11</wp:post_date>")
    undated = text.replace("<pubDate>Fri, 27 Sep 2024 04:29:11 +0000</pubDate>", "")
    date = first(export(undated)).metadata.date
    assert date is not None
    assert date.value == "2024-09-27T12:29:11"
