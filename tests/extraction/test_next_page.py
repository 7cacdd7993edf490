"""The next page of an article is found, and nothing else is taken for it."""

import pytest

from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from shapes import NEWS, page, tags

HERE = "http://news.cn/2021/t20210512_318.html"


def read(pager, address="", head=""):
    text = page(f"<div>{tags('p')}{pager}</div>").replace("<title>", f"{head}<title>")
    (article,) = read_source(Source(data=text.encode(), name="p.html", address=address)).articles
    assert tuple(paragraphs(article.blocks)) == NEWS
    return article.metadata.next_page


@pytest.mark.parametrize(
    ("pager", "address", "wanted"),
    [
        ("<p><a href=t20210512_318_1.html>下一页</a></p>", HERE, "http://news.cn/2021/t20210512_318_1.html"),
        ("<p><a href=t20210512_318_1.html><span>下一页</span> &gt;</a></p>", HERE, "http://news.cn/2021/t20210512_318_1.html"),
        ("<p>[<a href='?page=2'>下页</a>]</p>", HERE, HERE + "?page=2"),
        ("<p>1 <a href=b_2.html>2</a> <a href=b_3.html>3</a></p>", "http://a.cn/b.html", "http://a.cn/b_2.html"),
        ("<p><a href=b.html>1</a> 2 <a href=b_3.html>3</a></p>", "http://a.cn/b_2.html", "http://a.cn/b_3.html"),
        ("<p>【1】【<a href=b_2.html>2</a>】【<a href=b_3.html>3</a>】</p>", "http://a.cn/b.html", "http://a.cn/b_2.html"),
        ("<p><span class=current>1</span><a href=b_2.html>2</a><a href=b_2.html>&gt;</a></p>", "http://a.cn/b.html", "http://a.cn/b_2.html"),
        ("<ul><li><a href=# class=on>1</a></li><li><a href=index_2.html>2</a></li></ul>", "http://a.cn/d/", "http://a.cn/d/index_2.html"),
        ("<p><a href=/thread-318-2-1.html>下一页</a></p>", "http://a.cn/thread-318-1-1.html", "http://a.cn/thread-318-2-1.html"),
        ("<p><a href=p_2.html>下一页</a></p>", "", "p_2.html"),
        ("<p><a href=/a/318/2/ title=下一页>下一页</a></p>", "http://a.cn/a/318/", "http://a.cn/a/318/2/"),
    ],
)  # fmt: skip
def test_the_next_page_is_found_and_its_marks_are_no_text(pager, address, wanted):
    assert read(pager, address) == wanted


@pytest.mark.parametrize(
    ("pager", "address"),
    [
        ("<p><a href='javascript:go(2)'>下一页</a></p>", HERE),
        ("<p><a href=#>下一页</a></p>", HERE),
        ("<p><a href=http://other.cn/p_2.html>下一页</a></p>", HERE),
        ("<p><a href=/2021/t20210513_402.html>下一页</a></p>", HERE),
        ("<p><a href='/show.php?id=319'>下一页</a></p>", "http://a.cn/show.php?id=318"),
        ("<p>共1页 <a href=b.html>1</a></p>", "http://a.cn/b.html"),
        ("<p><a href=b.html>1</a> <a href=b_2.html>2</a> 3</p>", "http://a.cn/b_3.html"),
        ("", HERE),
    ],
)
def test_what_is_no_page_of_the_same_article_is_no_next_page(pager, address):
    assert read(pager, address) == ""


def test_the_head_of_the_page_may_name_the_next_page():
    assert read("", "http://a.cn/b.html", "<link rel=next href=b_2.html>") == "http://a.cn/b_2.html"
