"""Pictures, sound and films beside the text."""

import pytest

from bulletin_export.model.nodes import Figure, Link
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find
from feeds import atom, codes, first, lines, read, rss

TEXT = "<link>http://q.cn/1</link><content:encoded><![CDATA[<p>正文。</p>]]></content:encoded>"


def pictures(feed):
    return [image.address for figure in find(first(feed), Figure) for image in figure.images]


@pytest.mark.parametrize(
    "inside",
    [
        '<enclosure url="http://q.cn/a.jpg" type="image/jpeg" length="1"/>',
        '<enclosure url="http://q.cn/a.jpg"/>',
        '<media:content url="http://q.cn/a.jpg" medium="image"/>',
        '<media:content url="http://q.cn/a.jpg" type="image/jpeg"/>',
        '<media:thumbnail url="http://q.cn/a.jpg"/>',
        '<media:group><media:content url="http://q.cn/a.jpg" type="image/jpeg"/></media:group>',
        '<itunes:image href="http://q.cn/a.jpg"/>',
        "<image>http://q.cn/a.jpg</image>",
        "<image><url>http://q.cn/a.jpg</url></image>",
        '<atom:link rel="enclosure" type="image/jpeg" href="http://q.cn/a.jpg"/>',
    ],
)
def test_a_picture_beside_the_text_stands_above_it(inside):
    article = first(rss(TEXT + inside))
    assert isinstance(article.blocks[0], Figure)
    assert article.blocks[0].images[0].address == "http://q.cn/a.jpg"
    assert lines(article)[-1] == "正文。"


def test_a_picture_that_the_text_shows_is_not_shown_twice():
    text = "<content:encoded><![CDATA[<p>正文。</p><img src='http://q.cn/up/photo-300x200.jpg'>]]></content:encoded>"
    beside = '<media:content url="http://q.cn/up/photo.jpg" medium="image"/>'
    assert pictures(rss(text + beside)) == ["http://q.cn/up/photo-300x200.jpg"]


def test_a_preview_is_shown_only_where_there_is_no_other_picture():
    preview = '<media:thumbnail url="http://q.cn/small.jpg"/>'
    full = '<media:content url="http://q.cn/a.jpg" medium="image"/>'
    own = (
        "<content:encoded><![CDATA[<p>正文。</p><img src='http://q.cn/b.jpg'>]]></content:encoded>"
    )
    assert pictures(rss(TEXT + preview + full)) == ["http://q.cn/a.jpg"]
    assert pictures(rss(own + preview)) == ["http://q.cn/b.jpg"]


def test_one_of_a_group_of_sizes_is_shown():
    group = "".join(f'<media:content url="http://q.cn/{n}.jpg" medium="image"/>' for n in "abc")
    assert pictures(rss(f"{TEXT}<media:group>{group}</media:group>")) == ["http://q.cn/a.jpg"]
    assert len(pictures(rss(TEXT + group))) == 3


def test_words_about_a_picture_become_its_caption():
    inside = (
        '<media:content url="http://q.cn/a.jpg" medium="image"><media:title>河堤</media:title>'
        "<media:description>图为巡堤。张三 摄</media:description></media:content>"
    )
    (figure,) = find(first(rss(TEXT + inside)), Figure)
    assert figure.images[0].alt == "河堤"
    assert plain_text(figure.caption) == "图为巡堤。张三 摄"


def test_faces_of_those_who_comment_are_no_pictures():
    inside = '<media:content url="http://0.gravatar.com/avatar/1" medium="image"/>'
    assert pictures(rss(TEXT + inside)) == []


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ('<enclosure url="http://q.cn/a.mp3" type="audio/mpeg"/>', "audio"),
        ('<media:content url="http://q.cn/a.mp4" type="video/mp4"/>', "video"),
        ('<enclosure url="http://q.cn/a.mp4"/>', "video"),
        ('<enclosure url="http://q.cn/a.pdf" type="application/pdf"/>', "file"),
        ('<media:player url="http://q.cn/p"/>', "video"),
    ],
)
def test_what_paper_cannot_show_is_a_link_below_and_said(inside, kind):
    result = read(rss(TEXT + inside))
    (article,) = result.articles
    (link,) = find(article, Link)
    assert link.target.startswith("http://q.cn/")
    assert lines(article)[0] == "正文。"
    (remark,) = [one for one in result.diagnostics if one.code == "media-linked"]
    assert remark.facts["kind"] == kind


def test_a_relative_enclosure_starts_from_the_site():
    feed = rss(f'{TEXT}<enclosure url="a.jpg"/>', channel="<link>http://q.cn/x/</link>")
    assert pictures(feed) == ["http://q.cn/x/a.jpg"]


def test_an_enclosure_that_leads_nowhere_is_said():
    result = read(rss(f'{TEXT}<enclosure url="magnet:?xt=1" type="video/mp4"/>'))
    assert "media-dropped" in codes(result)


def test_the_description_of_a_film_serves_where_there_is_no_text():
    group = (
        '<media:group><media:description>会议现场。</media:description>'
        '<media:thumbnail url="http://q.cn/a.jpg"/></media:group>'
    )  # fmt: skip
    article = first(atom(f'<title>甲</title><link href="http://q.cn/1"/>{group}'))
    assert lines(article) == ["会议现场。"]
    assert pictures(atom(group)) == ["http://q.cn/a.jpg"]
