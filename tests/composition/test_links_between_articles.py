"""A link to a page that is in the publication leads to its article."""

import msgspec
import pytest

import builders as b
from bulletin_export.composition.links import InnerPlace, articles_by_page, inner_place


def at(address):
    article = b.article("一段")
    metadata = msgspec.structs.replace(article.metadata, address=address)
    return msgspec.structs.replace(article, metadata=metadata)


PAGES = articles_by_page(
    b.publication(
        at("http://e.cn/1.html"), at("https://e.cn/2.html#top"), at(""), at("http://f.cn")
    )
)


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("http://e.cn/1.html", InnerPlace(0)),
        ("https://e.cn/1.html#%E4%B8%80", InnerPlace(0, "一")),
        ("http://e.cn/2.html", InnerPlace(1)),
        ("https://f.cn/", InnerPlace(3)),
        ("https://www.e.cn/1.html?utm_source=a&spm=1.2&share_token=b", InnerPlace(0)),
        ("http://f.cn/?from_source=x#top", InnerPlace(3, "top")),
        ("http://e.cn/1.html?page=2", None),
        ("http://e.cn/1.html?page=2&spm=1", None),
        ("http://e.cn/3.html", None),
        ("#1.html", None),
        ("mailto:a@e.cn", None),
        ("javascript://e.cn/1.html", None),
    ],
)
def test_a_link_leads_to_an_article_if_its_page_is_there(target, place):
    assert inner_place(target, PAGES) == place


def test_of_several_articles_from_one_page_the_first_is_led_to():
    pages = articles_by_page(b.publication(at("http://e.cn/1"), at("http://e.cn/1")))
    assert inner_place("http://e.cn/1", pages) == InnerPlace(0)
